"""What a list of things that were counted tells of them all at its end: `23个国家、86个城市参展`."""

import re

from tongbi.observe.figures import Group
from tongbi.observe.nouns import BOUNDARY

_JOINED = frozenset("、和及与")
# What stands before the last thing of a list: `个城市参展` is behind 86, `集体、9个个人获得表彰` behind the first.
_NUMBERED = re.compile(r"[\d一二两三四五六七八九十百千][\d.多余百千万亿]*[个名位人户家所座处条项部件%％](?:的|以上)?")
_TOLD = re.compile(
    r"(?<=[一-鿿”）])(?:(?:全部|均|都|已|陆续|基本|同步|加速|先后|相继|分批|分别|成功|率先|顺利|如期)*"
    r"(?:荣?获(?=[全国省市评得\u201c])|获得|荣膺|被[评授列命认]|评为|受到|通过|纳入|列入|入围|入选|摘[掉帽]|完成|实现|参展|参加|参与"
    r"|达小康|达到|通(?:了|电|水|邮|车|油路|公路|广播|电话)|用上|享受|普及|脱贫|出列|摘帽|落户|在[^，。；、的]{1,6}(?:设|投资|兴业|落户)"
    r"|推开|出台|建立|回访|来访|挂牌|签约|开展|推行|实行|实施|受益|使用)|已使用)[^，。；：\d]*$"
)
_WORK = re.compile(r"(?:工程|项目|任务|工作|建设|改造|治理)$")
_LONGEST = 24
# What the things counted have to pass: `12家销售收入过40亿元的企业`.
_PASSING = re.compile(
    r"(?:^|年|主营业务|主营|销售|工业|总)(?:收入|产值|投资额?|利税|税收|营收|营业额|销售额|成交额|交易额|利润|资产|规模|纳税|税额)(?:均|都)?(?:在|达到?|超过?|过|突破|(?P<open>))$"
)
_NUMBERED_NEXT = re.compile(r"[、和及与](?=\d)")


def told_of_all(group: Group, tail: str, noun: str) -> str:
    """Give what the end of a list tells of all that it counts, if nothing is told of `noun`, the first; or ""."""
    behind = group.tail.removeprefix("的")
    alone = behind == noun or (behind[:-1] == noun and behind[-1] in _JOINED)
    if not alone or not group.after or tail not in (group.tail, group.tail[:-1]) or _TOLD.search(f"共{noun}"):
        return ""
    if group.tail == noun and noun[-1:] not in "员业家会体人区县市镇乡村国团构位":
        return ""
    last = _NUMBERED.split(BOUNDARY.split(group.after)[0])[-1].removeprefix("的")
    found = _TOLD.search(last)
    if not found or len(found[0]) > _LONGEST or "的" in last[: found.start()]:
        return ""
    return found[0] if not _WORK.search(found[0]) or found[0].startswith(("完成", "全部完成", "实现")) else ""


def passing(group: Group) -> str:
    """Name what was counted with what it has to pass, which is the next figure (`产值超9亿元的企业`), or ""."""
    behind = re.match("(?:以上)?的", group.after)
    passed = _PASSING.search(group.tail) if behind and group.following and len(group.tail) <= _LONGEST else None
    if not behind or not passed or (passed["open"] is not None and behind[0] == "的"):
        return ""  # 总投资9亿元的项目 may be all of them together.
    noun = _NUMBERED_NEXT.split(BOUNDARY.split(group.after)[0])[0][behind.end() :]
    return group.tail + group.following + behind[0] + noun if len(noun) > 1 else ""
