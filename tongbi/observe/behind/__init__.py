"""Names by the noun behind the number: `新建2所幼儿园`, `82座危桥加固`, `投资2亿元改造管网`.

`deciding` says whether the noun stands there at all; `counted`, `shares`, `money`, `described` and `parts` read it,
each for numbers of its kind; `tails` and `endings` tell how far it goes.
"""

from tongbi.observe.behind.deciding import noun_behind

__all__ = ["noun_behind"]
