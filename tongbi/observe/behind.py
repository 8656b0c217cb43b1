"""Names by the noun behind the number: `新建2所幼儿园`, `82座危桥加固`, `投资2亿元改造管网`."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.observe.figures import Group
from tongbi.observe.listing import passing, told_of_all
from tongbi.observe.naming import Named
from tongbi.observe.nouns import (
    BOUNDARY,
    core,
    doing_verb,
    measure_of,
    noun_at,
    only_level,
    strip_front,
    strip_light,
    topic_of,
    without_level,
)
from tongbi.observe.phrases import ending
from tongbi.observe.predicates import cut_predicate
from tongbi.observe.spending import as_money

_MOVES_ON = re.compile(r"(?:[上提下降增减扩缩升发精整合压调优撤裁跃攀拓延][^，。；]{0,4}[到至为])")
_AIM = re.compile(r"的?[^，。；]{0,12}增长(?:预期|的)?目标")
_JOINED = ("、", "和", "及", "与")
_LONGEST_LEAD = 12
# What a thing is described by: `总投资9亿元的新港`, also with another figure between: `、年产5万吨的`.
_DESCRIBING = (
    "计划总投资",
    "年度投资",
    "计划投资",
    "总投资",
    "投资",
    "占地面积",
    "占地",
    "总建筑面积",
    "建筑面积",
    "年产",
)
_ALSO_DESCRIBES = re.compile(r"、[^，。；、的]{1,8}")
_ALREADY = re.compile(
    r"(?<=[一-鿿]{2})(?:目前|现)?已经?(?:全部)?(?:完成|完工|建成|开工|竣工|办结|落实|整改|投产|投用){1,2}$"
)
# What is done to whom, or how far all came: the next figure only counts those.
_TOWARDS = re.compile(r"(?:(?<![成作认分面针应])[对为向]|实现)$")
_WORK = re.compile(r"(?:工程|建设|改造|治理|整治|修复|硬化|绿化|亮化|提升|加固)(?:工程|项目|任务)?$")
_LONGEST_DESCRIBED = 20
_DONE = re.compile(
    r"(?:正式|顺利|成功|如期|全部|全面|基本)?(?:已|正在|进展|现已|即将|加快|加速|有序|落户|竣工|建成|开工|投产|奠基|启动|签约|完工|落地|获批|等项目).*$"
)
_WORKS_GO_ON = re.compile(r"(?<=工程|项目)(?:新|正|共|累计|完成|实现|使|接入).*$")
_PROJECT = re.compile("项目|工程|[一二三四]期|技改|生产线|机组|装置")
_PLACE_WORD = re.compile("位次|名次")
_COUNTS_NEXT = re.compile(r"的(?:\d+大?类)?")
_NEXT_NUMBER = re.compile(r"(?<=[一-鿿]{4})\d")
_LONGEST_EXAMPLES = 26
_WORKS = ("项目", "工程")
_LENGTHS = frozenset({"全长", "总长"})
_PLACES = ("县市", "县区", "县", "市", "区", "乡", "镇", "村")
_BECAME = re.compile(r"(?:全部|稳定|如期|顺利|实现)*(脱贫|出列)")
_CAME_TO = re.compile(r"(?:均|已|全部|基本|实现)*(通车|竣工|完工|建成|投产|投入使用|投用)(?=[，。；]|$)")
_HONOURED = re.compile(r"(?:荣获|获得?|获评|被评为|被授予|进行了?|开展了?|实行了?)[^，。；、]{2,24}$")
_SHORT = 4
_TO_ALL = re.compile(r"(?:完成了?|实施了?|推进|抓好|加快)(?:全[市县区省]|辖内|辖区)?$")
_LIST_BEFORE = re.compile(r"(?:[、和与]|(?<![惠涉普波提])及)$")
# 省、市重点项目 and 国家和地区 are one noun each.
_NO_JOINT = re.compile(r"(?:(?:[国省市][考控]|[省市县区]|国家|省级|市级)[、和]|[^、和]{0,6}国有及)$")
# 实施6个小区改造 is 小区改造; 实施6个项目 stays.
_CARRIED_OUT = ("实施", "实施了", "推进")
# What those who were taken in or sent out do next: 接收学生到我市就读 is 接收学生.
_MOVING = ("接收", "招收", "招录", "招聘", "选派", "选聘", "派出", "派驻")
_GOES = re.compile(r"(?:到|赴)[^，。；、]{1,16}(?:就读|就学|上学|入学|挂职|任职|工作|学习|培训|就业|任教|支教)")
_BRINGING = re.compile(r"(?:(?:共|累计|全年)?(?:实现|完成)(?:加工|工业|销售|总)?|共|累计)$")
_SERVING = re.compile(
    "提供|实施|发放|开展|安装|办理|配[备发置送]|建立|免费|落实|解决|引进|减免|赠送|购买|新增贷款|争取|颁发"
)
_RATED = re.compile(r"率|亏损面|比例|比重|增速|均值|浓度|价格|市值|份额")
_RATE = re.compile(rf"(?:{_RATED.pattern})$")
_PASSED_BY = re.compile(
    r"[^，。；、\d]{0,8}(?:超过|[过超])?[\d.百千]+[万亿]*元(?:以上)?(?:、\d+[个家户](?:超过|[过超])[\d.百千]+[万亿]*元(?:以上)?)*的?([^，。；、\d的]{2,12})"
)
# … or in sizes: `7个50亿元以上，15个亿元以上项目`.
_SIZED_TOO = re.compile(
    r"(?:[\d.一两三五十百千]*[万亿][元级]以上、\d+[个家户项])*[\d.一两三五十百千]*[万亿][元级]以上([^，。；、\d]{2,14})"
)
# What the next of a list of things cost: `投资2亿元的桥、投资3亿元的路`.
_NEXT_SPENT = re.compile(r"、(?:计划|总|计划总|年度)?投资$")
# What is a noun though it begins with what is told of one: `实施9项促进就业政策`.
_POLICY = re.compile(r"(?:政策|措施|举措|办法|意见|行动|制度|方案|规定|条例|文件|清单)(?:措施)?$")
_PASSING = ("超过", "达到", "低于", "高于", "突破")
_SCRAPS = frozenset("在由从是为均都已")
"""What a share told of nothing before begins with."""
# Who set a task: `完成省下达9万亩水稻种植任务`.
_SET_BY = re.compile(r"(?:国家|中央|上级|省|市|州)级?(?:政府|委|里)?(?:下达|下|交办|安排)?的?")
_ENDS_SET_BY = frozenset("家央级省市州府委里达下办排的")
# Things called by their size, of which others follow: `甲厂3万辆轿车、乙厂5万吨钢管等一批项目`.
_MANY = frozenset("万亿台套辆")
_EXAMPLES_OF_WORKS = re.compile(r"等(?:一批|一大批|重[大点])?[^，。；、]{0,8}(?:项目|工程)")
# How some of what was counted were rated: `取得成果90项，12项填补国内空白`.
_RATED_AS = re.compile(r"(?:填补|(?:国[内际]|省内|世界)(?:领先|先进|首创))")
# What is told of some of them and is no deed or state of theirs.
_NO_PART = re.compile(r"[占比较与和及、]|同比|环比|增长|下降|分别|均|都")
_TOLD_OF = re.compile(r"(?<=[一-鿿]{2})(?:达到|填补|通过|列入|纳入|入选|获).*$")
_LONGEST_PART = 20
_WHOSE_PRODUCT = re.compile(r"(?:国内|国民|地区)$")
_AFTER_MONEY = re.compile(r"\d[余多]?[万亿]*元(?:以上)?，(?:使|有|让)?$")
_DESCRIBED_NOUN = re.compile(r"的[^的，。；、]{2,8}(?:项目|企业|工程|课题|产业|基地|园区|人才)$")
# `抓好9家对全省经济有较大影响的企业`: what stands before 的 only describes them.
_DESCRIBED_AT_LENGTH = re.compile(r"[^，。；：、\d]{2,24}的[^的，。；：、\d]{2,14}(?=[，。；：]|$)")
_PART_OF_ALL = re.compile("(占全[国省市县区])$")
_ALL_MEASURES = re.compile("[、和及与].*(?:分别|均|都)")
_PAYING = ("投入", "安排", "拿出", "筹措", "拨出", "拨付", "筹资", "出资", "筹集")
_DUE = re.compile(r"(?<=[一-鿿]{2})(?:已经?|要|将|共|计划|拟|累计)(?=[一-鿿]{2}$)")
_PAID_FOR = re.compile(r"(?:主要|重点|专项|全部)?(?:支持|用于)[^，。；]{3,32}$")
_PUT_TO = re.compile(r"^(?:(?:专项)?资金(?=用于|支持)|用于|对|实施|完成了?|开展|推进|的)+")


def noun_behind(group: Group, subject: str, last: tuple[str, ...], verb_of_list: str, topic: str) -> Named | None:
    """Name a group by the noun behind it; None where the noun stands before it.

    `subject` is what stands before the number, `last` the names given before, `verb_of_list` the verb
    that a list goes on with, `topic` what the clause before the list told of (`参加改制的企业中，…`).
    """
    first = group.figures[0]
    if _LIST_BEFORE.search(subject) or (group.clause.startswith("的") and group.clause.endswith(_JOINED)):
        # `河道拓展和3700米护墙建设`: what stands before is another member of the list, with its verb.
        verb_of_list, subject = verb_of_list or doing_verb(subject), ""
    if first.unit_class == "size" and subject[-1:] in _ENDS_SET_BY and _SET_BY.fullmatch(strip_light(subject)):
        subject = ""
    tail = _tail(group, subject)
    if first.kind == "amount" and group.tail.startswith("、") and (described := _described(group, subject, last)):
        return described
    if first.unit_class == "count" and first.unit[0] in _MANY and _example_of_works(group, subject):
        return Named(())
    if first.kind != "amount" or not tail or BOUNDARY.match(tail) or tail[0] in "、（）":
        return None
    if group.predicate.before and _MOVES_ON.match(tail):
        # `比重从12%上升到19%`: what it moved to is no noun.
        return None
    if vocabulary.names().step.match(tail) or (group.moved and first.unit_class in ("share", "points", "times")):
        return None
    if described := _described(group, subject, last):
        return described
    if last and "位次" not in last[-1] and first.unit_class == "count" and (place := _PLACE_WORD.match(tail)):
        # `列全省第6位，前移3个位次`: of what was ranked.
        return Named((last[-1].removesuffix(place[0]) + place[0],), len(place[0]))
    if first.unit_class == "size" and (long := ending(subject, _LENGTHS)) and not vocabulary.names().told.match(tail):
        return Named((noun_at(tail)[0] + long,))
    if subject in vocabulary.names().spending and first.unit_class == "money":
        return _spent_on(group, subject)
    if first.unit_class in ("share", "tenths"):
        return _share_of(group, subject, tail, last, verb_of_list)
    if subject == "给予":
        tail = tail.removeprefix("以")
    told = vocabulary.names().told.match(tail)
    if told and subject and first.unit in _PLACES and group.at_start:
        # `北部7县市纳入规划`: where they lie is part of what is counted.
        return Named((subject + first.unit + noun_at(tail)[0],))
    counted = first.unit_class in ("count", "heading", "bare")
    if told and not (counted and _acts_on_noun(subject, tail)):
        if purpose := _paid_for(group, subject, tail):
            return Named((purpose,))
        if counted and subject and (became := _BECAME.match(tail)):
            # `贫困户9户稳定脱贫`: what became of them is what is told.
            return Named((strip_light(subject) + became[1],))
        if counted and not subject and last and group.clause.startswith("其中") and (became := _CAME_TO.match(tail)):
            # `9条道路开工，其中4条实现通车`.
            return Named((_ended().sub("", last[-1]) + became[1],))
        if counted and subject.endswith("帮助") and first.unit[-1] in "人户家名":
            # `帮助9万人实现创业`: they are helped to it.
            return Named((subject + BOUNDARY.split(tail)[0].partition("并")[0],))
        if not counted or subject:
            return None
        if last and first.unit[-1] in "人户名" and _AFTER_MONEY.search(group.sentence_before):
            # `投入9亿元，8万人解决温饱`: the people are not what the money was.
            return Named((noun_at(tail)[0],))
        if last and group.clause in ("其中", "其中有", "其中已有") and (part := _of_part(group, tail, last[-1])):
            return Named((part,))
        if last and not group.at_start and group.before.endswith("，") and vocabulary.names().awarded.match(tail):
            # `，3人获全国冠军`: the honour is what is counted, not what was counted before.
            return Named((noun_at(tail)[0],))
        if tail.startswith("受益") and first.unit[-1] in "人户":
            return Named(("受益" + first.unit[-1],))
        topic = topic if last else topic_of(group.before)
        return Named((topic + noun_at(tail)[0],), topic=topic) if topic else None
    verb = _verb(group, subject)
    if tail[0] == "的" and subject and not subject.endswith("等"):
        measure, noun = ending(subject, vocabulary.names().bare), noun_at(tail)[0]
        if measure and noun:
            return Named((noun + measure,))
        if not verb and (noun and doing_verb(subject)):
            # `争取到国家9亿元的资金支持`.
            return Named((subject + noun,))
        if not verb:
            return None
    if subject and not verb and not subject.endswith("等") and not counted and not _completed_thing(group):
        # `某厂后续15万吨电解铝`: a size that describes what follows, of a name that goes on.
        return Named(()) if first.unit_class == "size" and not ending(subject, vocabulary.names().bare) else None
    return _counted(group, subject, tail, verb, verb_of_list, last)


def _example_of_works(group: Group, subject: str) -> bool:
    """Whether the figures are the size of a thing that stands first in a list of works."""
    if "等" not in group.tail and "等" not in group.after:
        return False
    clause = BOUNDARY.split(group.tail + group.after)[0]
    return bool(_EXAMPLES_OF_WORKS.search(clause)) and not subject.endswith("等") and not _verb(group, subject)


def _acts_on_noun(subject: str, tail: str) -> bool:
    """Whether a deed stands before a count, and behind it a noun that begins with what is told of one."""
    names = vocabulary.names()
    if subject in names.doing and _is_noun(noun_at(tail)[0]):
        return True
    acts = subject.endswith("等") or ending(subject.removesuffix("了"), names.doing) or ending(subject, names.light)
    return bool(acts and _DESCRIBED_AT_LENGTH.match(tail))


def _is_noun(behind: str) -> bool:
    """Whether what stands behind a count is a noun, though it begins with what is told of one."""
    return bool(_POLICY.search(behind) or _DESCRIBED_NOUN.search(behind))


def _of_part(group: Group, tail: str, whole: str) -> str:
    """Name some of what was counted by what became of them (`企业90家，其中35家通过认证`), or ""."""
    became = BOUNDARY.split(tail)[0]
    open_end = bool(group.after) and not BOUNDARY.search(tail)
    if open_end or len(became) > _LONGEST_PART or _NO_PART.match(became):
        return ""
    return _thing(whole) + became


def _thing(whole: str) -> str:
    """Give what was counted, without what was done to it or told of it."""
    return _TOLD_OF.sub("", _ended().sub("", core(whole)))


def _described(group: Group, subject: str, last: tuple[str, ...]) -> Named | None:
    """Name a measure by the thing that it describes, 的 behind it: `总投资9亿元的港`, `总投资9亿元、年产5万吨的厂`."""
    behind = group.after if _ALSO_DESCRIBES.fullmatch(group.tail) else group.tail
    if not behind.startswith("的"):
        return None
    if _COUNTS_NEXT.fullmatch(behind):
        # `总投资9亿元的16个项目`, and not what the next number counts of them.
        behind = "的" + _NEXT_NUMBER.split(group.after)[0]
    # `总投资9亿元的新港、5亿元的旧港`: the next is described as the last.
    told = last[-1] if last and group.clause.startswith("的") and group.clause.endswith("、") else subject
    measure = next((word for word in _DESCRIBING if told.endswith(word)), "")
    if not measure or group.figures[0].unit_class not in ("money", "size", *(("count",) if measure == "年产" else ())):
        return None
    noun = _NEXT_SPENT.sub("", BOUNDARY.split(behind)[0].removeprefix("的").rstrip("、和"))
    if told is subject and "等项目" in noun:
        return None
    noun = _WORKS_GO_ON.sub("", _DONE.sub("", noun))
    if measure == "年产" and len(noun) > _LONGEST_DESCRIBED:
        noun = noun.partition("、")[0]
    return Named((noun + measure,)) if 1 < len(noun) <= _LONGEST_DESCRIBED else None


def _tail(group: Group, subject: str) -> str:
    """Give what stands behind a group; in a list of numbers before one noun (`8户、9万平方米旧房`) that of the last."""
    goes_on = group.tail[1:]
    more = group.tail[:1] == "、" and (
        not goes_on or only_level(goes_on) or (bool(subject) and goes_on in vocabulary.names().doing)
    )
    listed = more and group.after and group.figures[0].unit_class in ("count", "size")
    bare = not subject or subject in vocabulary.names().doing or only_level(core(strip_light(subject)))
    if listed and bare and not BOUNDARY.match(group.after):
        return group.after
    return group.tail


def _verb(group: Group, subject: str) -> str:
    doing = vocabulary.names().doing
    moved = ending(subject + group.predicate.motion_word, doing) if group.moved else ""
    verb = moved or ending(subject, doing)
    # Both of `培养引进9名教师`, `改造和新建9所医院`.
    first = subject[: -len(verb)].rstrip("和及与、") if verb else ""
    return subject if first in doing and first not in vocabulary.names().dropped_before_noun else verb


def _counted(
    group: Group, subject: str, tail: str, verb: str, verb_of_list: str, last: tuple[str, ...] = ()
) -> Named | None:
    """Name a count or size by the noun behind it, with the verb before it."""
    if not verb and tail is group.tail and group.after and not BOUNDARY.search(tail) and _RATED.search(tail):
        # `12个断面水质优良比例达80%`: how many there are only tells whose share it is.
        left = cut_predicate(tail).subject
        if left != tail and _RATE.search(left):
            return Named(())
    if tail is group.tail and group.after and (owner := _of_measures(tail)):
        # `9家企业产值、税收分别达到8亿元和1亿元`: the measures are of the amounts behind.
        return Named((_lead(subject, verb) + owner,) if len(owner) > 1 else (), verb="")
    if tail is group.tail and (passed := passing(group)):
        return Named(
            ((_lead(subject, verb or verb_of_list) if not subject.endswith("等") else "") + passed,), verb=verb
        )
    if group.after.startswith("的") and "的" not in tail and not BOUNDARY.search(tail):
        tail = group.after
    elif tail is group.tail and group.after and not BOUNDARY.search(tail):
        tail = _before_next(tail)
    noun, consumed = noun_at(tail)
    if not noun:
        return None
    if last and not subject and group.before.endswith("，") and _RATED_AS.match(noun):
        return Named((_thing(last[-1]) + noun,), consumed)
    if noun.endswith("中") and group.clause.startswith("在"):
        # `在9个工地中，…` counts 工地.
        return Named((strip_front(group.clause).removeprefix("在") + noun[:-1],), consumed)
    if group.clause == "在" and len(noun) <= _SHORT and group.tail.startswith(noun + "，"):
        # `在72座寺庙，…` only tells where.
        return Named(())
    noun = _with_next(group, tail, noun)
    if group.adjacent and last and _WORK.search(noun) and last[-1].endswith(noun):
        # `实施5条支线20公里改造`: both tell how much is done of one work.
        return Named(last, consumed)
    if not group.tail.startswith(tail):
        consumed = 0
    if only_level(noun) and group.after:
        noun += without_level(noun_at(group.after)[0])
    if verb.endswith(_MOVING) and (goes := _GOES.search(noun, 2)):
        noun = noun[: goes.start()]
    if noun.endswith(("元以上", "级以上")) and (head := _SIZED_TOO.match(group.after)):
        noun += head[1]
    elif noun.endswith(("元", "元以上")) and (head := _PASSED_BY.match(group.after)):
        # `10个产值过5亿元、20个过1亿元的企业`: the noun stands with the last.
        noun += "的" + head[1]
    noun = _with_shared_end(group, noun, last)
    if not verb and not verb_of_list and not subject:
        noun += told_of_all(group, tail, noun)
    if subject.endswith("等"):
        generic = noun in vocabulary.names().generic or (len(noun) <= _SHORT + 2 and noun.startswith(_WORKS))
        if generic and len(subject) <= _LONGEST_EXAMPLES:
            # `实施甲湖修复等5个项目`, `力促甲厂等5个项目开工`: which they are only the example tells.
            which = subject if noun in vocabulary.names().generic else strip_light(subject).lstrip("的")
            return Named((which + noun,), consumed)
        done = doing_verb(strip_front(subject))
        # `建成甲湖等5座公园`, but `争取甲厂等5个项目建成`: of those the end of the clause tells what they did.
        rest = BOUNDARY.split(group.tail)[0].removeprefix("的").removeprefix(noun)
        whole = (not rest or rest.startswith((*_JOINED, "工作", "任务"))) and not _ended().search(noun)
        kept = len(noun) < _SHORT or (whole and done not in vocabulary.names().dropped_before_noun)
        return Named(((done if kept and not doing_verb(noun) else "") + noun,), consumed)
    verb = verb or verb_of_list if not subject else verb
    if (
        group.clause in ("为", "并为", "还为", "已为", "共为")
        and group.figures[0].unit_class == "count"
        and _SERVING.search(noun, 2)
    ):
        # `为9万名渔民提供检查`: they are served, and do not serve.
        return Named(("为" + noun,), consumed, level=True)
    # Of `全面完成` 完成 was cut, which only says that it happened.
    how = subject in vocabulary.names().adverbs and not group.clause.endswith(subject)
    lead = "" if how or (verb in _CARRIED_OUT and _acted().search(noun)) else _lead(subject, verb)
    if noun.startswith("对") and not lead:
        lead = strip_front(subject)  # whom it has to do with is told only by what was done
    return Named((lead + noun,), consumed, level=bool(subject), verb=verb)


def _of_measures(tail: str) -> str:
    """Give who has the measures that `tail` lists for the next figures (`企业产值、税收分别为`), or ""."""
    if not _ALL_MEASURES.search(tail) or BOUNDARY.search(tail):
        return ""
    told = cut_predicate(tail)
    first = re.split("[、和及与]", told.subject)[0]
    measure = measure_of(first)
    shared = told.shared and measure and measure_of(told.subject)
    return _WHOSE_PRODUCT.sub("", first.removesuffix(measure)) if shared else ""


def _share_of(group: Group, subject: str, tail: str, last: tuple[str, ...], verb_of_list: str) -> Named | None:
    """Name a share by what it is a share of (`93%的新增用能投向…`), or by the use that the rest of it is put to."""
    used = vocabulary.names().used.match(tail)
    if (aim := _AIM.match(tail)) and subject.endswith(("提出", "确定", "实现", "完成", "设定")):
        return Named((aim[0].removeprefix("的"),), len(aim[0]))
    if tail[0] == "的" and (whole := _PART_OF_ALL.search(subject or _last_listed(group, last))):
        # `创造出占全省14%的产值、25%的税收`: what is all of the whole stands behind each.
        noun = noun_at(tail)[0]
        return Named((noun + whole[1],), len(noun) + 1)
    if subject and tail[0] == "的" and doing_verb(subject) not in ("", subject) and not _verb(group, subject):
        # `承办运动会35%的项目`.
        return Named((subject + noun_at(tail)[0],))
    if subject and not only_level(subject):
        return (
            Named((subject + used[0],)) if used and not _verb(group, subject) else _counted_share(group, subject, tail)
        )
    noun, consumed = noun_at(tail)
    if not noun:
        return None
    if tail.startswith("的") and group.after and not BOUNDARY.search(tail) and not _used_at_end().search(noun):
        shared = _used_at_end().search(BOUNDARY.split(group.after)[0])
        noun += shared[0] if shared else ""
    told = vocabulary.names().told.match(tail)
    if group.after and noun.endswith(_PASSING):
        # `70%的农户收入超过9000元`: whose the share is only the next number tells.
        return Named(())
    whose = last[-1] if last else topic_of(group.before) if told else ""
    if told and not whose and tail[0] in _SCRAPS:
        return Named(())
    done = verb_of_list if tail[0] == "的" and not subject else ""
    if not told and not done and not subject:
        noun += told_of_all(group, tail, noun)
    return Named(((whose if told else "") + done + subject + noun,), consumed)


def _last_listed(group: Group, last: tuple[str, ...]) -> str:
    """Give what was named last in the list that a group goes on in, or ""."""
    return last[-1] if last and group.clause in _JOINED else ""


def _counted_share(group: Group, subject: str, tail: str) -> Named | None:
    verb = _verb(group, subject)
    told = vocabulary.names().told.match(tail)
    of_all = tail[0] == "的" and subject != verb
    return _counted(group, subject, tail, verb, "") if verb and not told and not of_all else None


def _before_next(tail: str) -> str:
    """Cut from `tail`, behind which the next figure stands, what is that one's: its lead in a list, or its measure."""
    if already := _ALREADY.search(tail):
        # `30项任务已完成12项`: how far it has come is of the next.
        return tail[: already.start()]
    joint = max(tail.rfind(mark) for mark in _JOINED)
    if joint > 0 and not _NO_JOINT.match(tail[: joint + 1]):
        return tail[: joint + 1]
    left = cut_predicate(tail).subject
    measure = measure_of(left)
    if measure and len(left) - len(measure) >= 2:
        return _BRINGING.sub("", left[: -len(measure)])
    return left if len(left) >= _SHORT - 1 else tail


def _with_next(group: Group, tail: str, noun: str) -> str:
    """Give a noun what it goes on with behind the next figure: `5条支线20公里改造`, `8家企业对14个村开展帮扶`."""
    if not group.after or tail != group.tail or BOUNDARY.search(tail) or BOUNDARY.match(group.after):
        return noun
    following = noun_at(group.after)[0]
    if _TOWARDS.search(tail):
        return noun.removesuffix("实现") + following
    told = noun != tail or ending(tail, vocabulary.names().doing) or cut_predicate(tail).subject != tail
    return noun + following if not told and _WORK.search(following) else noun


def _lead(subject: str, verb: str) -> str:
    """Give what of the words before a number stays in front of the noun behind it."""
    lead = strip_light(subject) if subject else verb
    if verb in vocabulary.names().dropped_before_noun:
        kept = subject[: -len(verb)] if subject.endswith(verb) and len(subject) > len(verb) else ""
        lead = "" if kept in vocabulary.names().adverbs else strip_light(kept)
    if len(lead) <= _LONGEST_LEAD:
        return lead
    opening = doing_verb(lead)
    return verb or ("" if opening in vocabulary.names().dropped_before_noun else opening)


@cache
def _used_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{vocabulary.names().used.alternation})$")


@cache
def _ended() -> re.Pattern[str]:
    verbs = "|".join(vocabulary.names().ended)
    return re.compile(rf"(?:全部|全面|如期|顺利|成功|实现|均|都|已)*((?:{verbs})[^，。；、]{{0,16}})$")


@cache
def _acted() -> re.Pattern[str]:
    action = "|".join(vocabulary.names().action)
    return re.compile(rf"((?:标准化|规范化|信息化)?(?:(?:{action})[和、])?(?:{action}))(?:任务|工作|工程)?$")


def _completed_thing(group: Group) -> bool:
    """Whether a size stands before the one thing that was built to it (`镇上400平方米仓库投入使用`)."""
    first = group.figures[0]
    sized = group.at_start and first.unit_class == "size"
    if first.unit.endswith(("吨", "瓦")) and _PROJECT.search(BOUNDARY.split(group.tail)[0]):
        # `某厂90万吨提质项目完工`: one thing called by its size.
        return False
    return sized and bool(_ended().search(BOUNDARY.split(group.tail)[0]))


def _with_shared_end(group: Group, noun: str, last: tuple[str, ...]) -> str:
    """Give a noun in a list what is told of the whole list at its end: `3条公路和4座桥梁建成通车`."""
    if not group.after or not group.tail.endswith((*_JOINED, noun[-1:])):
        return noun
    listed = BOUNDARY.split(group.after)[0]
    if (ended := _ended().search(listed)) and not _ended().search(noun):
        return noun + ended[1]
    if group.tail.endswith("、") and not group.predicate.subject and (honour := _HONOURED.search(listed)):
        return noun + honour[0]
    acted = _acted().search(listed) if _TO_ALL.search(group.clause) or group.clause in _JOINED else None
    if acted and group.clause in _JOINED and not (last and last[-1].endswith(acted[1])):
        return noun
    return noun + acted[1] if acted and not _acted().search(noun) else noun


def _spent_on(group: Group, verb: str) -> Named | None:
    """Name an amount of money by what it was spent on: `投资2亿元改造管网` is 改造管网投资."""
    noun = BOUNDARY.split(group.tail)[0]
    goes_on = bool(group.after) and not BOUNDARY.search(group.tail) and not _NEXT_SPENT.search(group.tail)
    if goes_on and group.after.startswith("的"):
        noun = noun_at(group.after)[0]
    elif goes_on and len(noun) <= _SHORT:
        noun += noun_at(group.after)[0]
    elif goes_on and noun.endswith("等"):
        noun = _ended().sub("", noun + noun_at(group.after)[0])
    noun = _NEXT_SPENT.sub("", _PUT_TO.sub("", noun).rstrip("、"))
    if not noun.endswith(("资金", "经费")):
        verb = as_money(verb)
    return Named((noun + verb,)) if len(noun) >= _SHORT else None


def _paid_for(group: Group, subject: str, tail: str) -> str:
    """Name money by whose it is and what for: `市财政投入9亿元支持渔业教育`, or ""."""
    if group.figures[0].unit_class != "money" or not subject.endswith(_PAYING) or subject in _PAYING:
        return ""
    purpose = _PAID_FOR.match(BOUNDARY.split(tail)[0])
    subject = _DUE.sub("", subject)
    return subject + purpose[0] if purpose and (not group.after or BOUNDARY.search(tail)) else ""
