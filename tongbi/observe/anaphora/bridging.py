"""Measures told alone, of what was named last: `引进项目90个，总投资3亿元`, `外资9亿元，实际到账3亿元`, `增速7%`."""

import re

from tongbi import vocabulary
from tongbi.observe.anaphora.antecedents import granted
from tongbi.observe.anaphora.distributives import owners
from tongbi.observe.anaphora.told import CONTINUES, LONGEST_BARE, Fragment, Told
from tongbi.observe.nouns import REVENUES, core, doing_verb, metric_stem, object_of
from tongbi.observe.predicates import PER
from tongbi.observe.spending import NEXT_CLAUSE, SPENT_AHEAD, as_money

# `合同利用外资9亿美元，实际到账3亿美元`.
_ARRIVED = frozenset({"实际到账", "实际到位", "实际到帐"})
_CAPITAL = re.compile("(?:利用)?(?:外资|内资|省外资金|市外资金)")
_HURT = frozenset({"死亡", "受伤", "伤", "伤亡", "死亡人数", "受伤人数"})
# Parts of the place, whose revenues follow what else they have: `9个区县增加值增长8%，财政收入增长9%`.
_OF_PARTS = re.compile(r"(?:区县|县区|各县|郊县|乡镇)(?=增加值|生产总值)")
# Balances are of banks or of other balances, not of whatever was named before.
_BALANCES = ("存款余额", "贷款余额")
_BANKS = re.compile(r"机构|银行|信用|余额|[存贷]款|信贷|基金|担保")
# Who has measures of their own, and indices that are told of them without saying so.
_ACTOR = re.compile(r"(?:企业|工业|单位|公司|行业|产业|园区|开发区|集团|服务业|建筑业|农场)$")
_INDEX = re.compile(r"(?:指数|系数|效益|周转率|生产率|销售率)$")
# What has a share is the owner, not what it is a share of: 民营经济增加值占全市生产总值的比重.
_SHARE_OF = re.compile("(?<=...)占(?!地).*")
_COUNTED = ("量", "率", "额", "增加值", "出口", "进口")
_SUMS = ("总量", "总额", "总数", "数额", "绝对额")
_MEASURE = re.compile(r"(?:里程|收入|支出|投资|产值|增加值|余额|总额|税收|生产总值)$")
# 粮食生产…，总产 is 粮食总产.
_GROWN = re.compile("(?:生产|播种|种植)$")
# What visitors brought in is 旅游收入.
_VISITORS = re.compile(
    r"(?:旅游业)?(?:共|累计)?(?:接待)?(?:(?:国内外|各地|国内|入境)?(?:游客|旅游者|旅客)(?:接待)?|旅游接待)(?:总?人[数次])?总?$"
)
_CAME = re.compile(
    "(?<=[一-鿿]{3})(?:新|已|基本)?(?:开工|投产|竣工|建成|交付|完工|落地|开工建设)$|^(?:建成|交付|竣工|完工|投产)$"
)
_AND = re.compile("[、和及与]")
# Of a list of rates one may be rare: `见面率、走访率、满意率`.
_RATE_ALONE = re.compile(r"[一-鿿]{2,3}率")


def arrived(part: Fragment) -> tuple[str, ...] | None:
    """Name how much of the capital told before arrived."""
    capital = _CAPITAL.search(part.last) if part.subject in _ARRIVED else None
    return (capital[0] + part.subject,) if capital else None


def for_each(part: Fragment) -> tuple[str, ...] | None:
    """Name so much for each of them (`人均`, `亩均`)."""
    return ((granted(part.group) or part.subject + core(part.last)),) if part.subject in PER else None


def growth(part: Fragment) -> tuple[str, ...] | None:
    """Name how what was told last grew (`增速`, `年均增幅`)."""
    noun = part.subject.removeprefix("年均")
    if noun not in vocabulary.measures().change_nouns:
        return None
    of_each = len(part.group.figures) == len(part.told.last) > 1
    return tuple(name + noun for name in part.told.last) if of_each else (part.last + noun,)


def concerned(part: Fragment) -> tuple[str, ...] | None:
    """Name what it concerned (`查处违法用地9宗、涉及耕地8亩`)."""
    if not part.subject.startswith("涉及") or not (part.continued or part.group.before == "，"):
        return None
    thing = core(part.last)
    return ((part.last if thing in vocabulary.names().generic else thing) + part.subject,)


def pulled(part: Fragment) -> tuple[str, ...] | None:
    """Name by how much it pulled growth up."""
    if not part.subject.startswith("拉动"):
        return None
    if part.last.endswith("贡献率"):
        # `甲对增长的贡献率达40%，拉动增长2个百分点`: by what is told with the share.
        return (re.split("对|占", part.last)[0] + part.subject,)
    in_points = part.group.figures[0].unit_class == "points" and part.last.endswith("增加值")
    return (core(part.last) + part.subject,) if in_points else None


def revenue_of_parts(part: Fragment) -> tuple[str, ...] | None:
    """Name the revenue of the parts of a place of which another measure was told."""
    parts = _OF_PARTS.match(part.last) if part.subject in REVENUES else None
    return (parts[0] + part.subject,) if parts else None


def of_insurance(part: Fragment) -> tuple[str, ...] | None:
    """Leave measures of insurance as they are: of the one that a clause names, not of what was counted last."""
    return (part.subject,) if part.subject in vocabulary.owners().insurance.measures else None


def hurt(part: Fragment) -> tuple[str, ...] | None:
    """Name those hurt by the accidents told before."""
    accident = part.subject in _HURT and part.last.endswith("事故")
    return (core(part.last).removeprefix("发生") + part.subject,) if accident else None


def lacking(part: Fragment) -> tuple[str, ...] | None:
    """Name what of the money told before is lacking."""
    money = part.subject == "缺口" and part.last.endswith("资金")
    return (part.last.removeprefix("需") + part.subject,) if money else None


def rate_of_deed(part: Fragment) -> tuple[str, ...] | None:
    """Name the rate of what was done (`清偿欠款9亿元，清偿率98%`)."""
    subject, deed = part.subject, part.subject[:-1]
    of_deed = subject.endswith("率") and len(subject) <= LONGEST_BARE and part.last.startswith(deed)
    return (part.last.removeprefix(deed) + subject,) if of_deed else None


def measure_of_last(part: Fragment) -> tuple[str, ...] | None:
    """Complete a bare measure (`总投资`, `增速`, `惠及企业`) by the name before it; () where it is of none."""
    group, subject, last = part.group, part.subject, part.last
    names, spending = vocabulary.names(), subject in vocabulary.names().spending
    own = subject in REVENUES or subject in vocabulary.owners().actor.measures
    own = own and not (group.before or group.at_start or CONTINUES.match(group.clause))
    paid = spending and (group.figures[0].unit_class == "money" or as_money(subject) == subject)
    if not own and subject not in names.bare and not paid:
        return None
    if subject.startswith(("出口", "进口")) and "进出口" in last and not _ACTOR.search(last):
        owner = core(last.partition("进出口")[0])
        return (subject if owner in ("外贸", "对外贸易") else owner + subject,)
    if subject in vocabulary.owners().trade.measures and core(last) in names.bare:
        # `出口创汇9亿元，利润2亿元`: a measure alone has no measures.
        return (subject,)
    if subject in _BALANCES and not _BANKS.search(last):
        return ()
    return _spent(part) if spending or subject == "完成投资" else _of_owners(part)


def _of_owners(part: Fragment) -> tuple[str, ...]:
    """Name a measure of each of those that have it."""
    told, subject, names = part.told, part.subject, vocabulary.names()
    if subject in _SUMS and _MEASURE.search(part.last):
        # `人均收入增长8%，总量是2020年的1.5倍`: the sum of a measure is the measure.
        return tuple(name.removeprefix("新增") for name in told.last)
    of_verb = bool(doing_verb(subject)) and not subject.endswith(_COUNTED)
    whose = [owner.removesuffix("新增") if subject in _SUMS else owner for owner in owners(told, part.group)]
    # Of 在建项目 and 新建项目 the verb tells which.
    kinds = [owner if core(owner) in names.generic else core(owner) for owner in whose]
    if not subject.endswith(("比重", "占比")):
        kinds = [_SHARE_OF.sub("", kind) for kind in kinds]
    if _CAME.fullmatch(subject):
        # `改造新开工9套、建成8套、交付7套`: how far others came is no part of these.
        kinds = [_CAME.sub("", kind) for kind in kinds]
    stems = [kind if of_verb else _stem(told, kind) for kind in kinds]
    if subject.endswith("率"):
        # The rate of what an ability or area before is of: 污水处理能力, 处理率.
        stems = [stem[:at] if (at := stem.rfind(subject[:2])) > 1 else stem for stem in stems]
    if subject in names.yields:
        stems = [_GROWN.sub("", stem) for stem in stems]
    if subject.endswith("收入"):
        stems = [_VISITORS.sub("旅游", stem) for stem in stems]
    # After 新增里程, 总里程 needs no second 里程.
    return tuple(subject if subject.endswith(stem) else stem + subject for stem in stems)


def _spent(part: Fragment) -> tuple[str, ...]:
    """Name money spent on what was told last; () where the next clause tells what it is for."""
    group, subject = part.group, part.subject
    following = NEXT_CLAUSE.match(group.tail)
    if group.moved and group.figures[0].unit_class == "share" and not CONTINUES.match(group.clause):
        # `税收增长7%，投资增长6%`: an indicator of its own.
        return (subject,)
    # `90个改造项目投资9亿元，…`: of what stands right before it, whatever follows.
    behind_noun = group.clause == subject and not group.before and not group.at_start
    if subject in SPENT_AHEAD and not behind_noun and following and object_of(following[1]):
        return ()
    thing = core(part.last)
    return (metric_stem(part.last if thing in vocabulary.names().generic else thing) + subject,)


def _stem(told: Told, owner: str) -> str:
    """Cut its measure from an owner; where it is a measure of the actor itself, give the actor."""
    stem = metric_stem(owner)
    if stem != owner or not _INDEX.search(owner):
        return stem
    before = ((measure, metric_stem(core(measure))) for measure in reversed(told.measures))
    return next((actor for measure, actor in before if actor != measure and _ACTOR.search(actor)), stem)


def measures_of_run(told: Told, subject: str) -> tuple[str, ...]:
    """Complete a list of bare measures (`见面率、办结率`) by the names of the list before it, taken together."""
    if not told.run or not _AND.search(subject):
        return ()
    pieces = [piece for piece in _AND.split(subject) if piece]
    bare = [piece for piece in pieces if piece in vocabulary.names().bare]
    if len(pieces) < 2 or not bare or not all(map(_RATE_ALONE.fullmatch, set(pieces) - {*bare})):
        return ()
    alike = len(told.run) == 1 and len({unit for _, unit in told.amounts}) == 1
    last = [name for name, _ in told.amounts] if alike else told.run[-2:]
    whose = [core(name) for name in last if not _INDEX.search(name)]
    if len(whose) > 1 and whose[1].startswith(whose[0]):
        whose.pop()  # 企业、企业营收
    owner = "、".join(whose)
    return tuple(owner + piece for piece in pieces)
