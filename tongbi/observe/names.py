"""Whose number it is: the noun phrase that names what is measured, so that a reader knows it without the sentence."""

import re

from tongbi import vocabulary
from tongbi.observe.anaphora import (
    CONTINUES,
    LAST_CLAUSE,
    LONGEST_BARE,
    PART_OF_PLACE,
    SHORTEST,
    Told,
    carried,
    completed,
    insured,
)
from tongbi.observe.behind import noun_behind
from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import (
    core,
    doing_verb,
    fuller,
    measure_of,
    noun_at,
    object_of,
    strip_front,
    strip_light,
    topic_of,
    with_level,
    without_examples,
)
from tongbi.observe.owners import owned_in, owner_of
from tongbi.observe.phrases import beginning, ending
from tongbi.observe.places import ENDS_PLACE, ENDS_SIDE, of_place, of_side, place_of, with_measure
from tongbi.observe.predicates import cut_predicate
from tongbi.observe.spending import DEED, as_money, is_spending, meant_for, of_purse, spent_on
from tongbi.observe.topics import of_topic, topic_for
from tongbi.observe.wording import written

_FIELDS = re.compile(r"\d+个?方面|这")
_ENDS_FIELDS = ("方面", "这")
_SHARED_OUT = re.compile(r"(?:已|已经)?(?:分别|均)(?=占|完成|竣工|开工|建成|投产|新开工)")
_WON = re.compile(r"(?:共|勇)?(?:斩获|夺得|摘得|获得|夺取|获|夺|摘)$")
_WITH_SHARE = re.compile(r"以(?:仅|只|不到|不足|约)?(?P<of>占全[国省市区县州])(?:仅|只|不到|不足|约)?$")
_BY_PLACE = re.compile(r"([^、，]{2,6}(?:、[^、，]{2,6})+)分别(新增|拆除|新建|建成|完成|改造|增长)")
_EACH_NEW = re.compile(r"分别(?P<new>新增(?:参保|就业|[一-鿿]{1,3}[量额数])?)$")
_EACH_DONE = re.compile(r"(?P<of>[^，]{2,24}[、和][^，]{2,16})分别(?P<done>[一-鿿]{2,4})")
_REACHES = frozenset({"覆盖", "惠及", "服务", "吸纳", "带动", "参与", "参加"})
"""What a thing does, and is not done to it: `甲保险、乙保险分别覆盖9万人和5万人`."""
_AGAIN = "再就业"
"""A deed of its own, which is not 新增 where it is listed behind what is: `新增就业9000人、再就业2000人`."""
# What is entered or put before somebody is told by its head: 提请人大审议的法规 is 法规.
_ENTERED = ("提请", "纳入", "列入")
_THERE = ("在孵", "在校", "在读", "在册", "在建", "在岗")
"""What is there has not been built, whatever was before it in a list."""
_BROUGHT = ("实现", "完成")
"""A measure behind these has its own verb: `拉动消费9亿元、实现零售额2亿元`."""
_DEEDS_ALONE = frozenset({"搬迁", "安置", "培训", "转移", "救助", "帮扶", "整治", "治理", "拆除", "取消"})
"""Verbs that name nothing alone: their fuller mention before is looked for."""
# `对甲区、乙区分别下放权限`.
# How much of what was told came on a day: 新增市场主体9万户、平均每天246户.
_ON_AVERAGE = re.compile(
    "(?:(?:平均每|每)[天日月周](?:平均)?(?:新增|新登记|新设立?|诞生)?|日均(?:新增|新登记|新设立?|诞生))$"
)
# What came about year by year by its own name: 连续九年实现耕地占补平衡.
_CAME_ABOUT = re.compile(
    r"实现(?!.*(?:增长|上升|下降|提升|丰收|增产|增收|盈利|目标|翻番|位))[^\d]{4,12}(?:平衡|零发生|全覆盖|零事故)$"
)
_EACH_GIVEN = re.compile(r"[对向为给](?P<to>[^，]{2,12}[、和][^，]{2,12})分别(?P<done>[一-鿿]{3,8})")
# What is listed behind 新增 is new too: `新增公路90公里，铁路新线和复线9公里，装机容量6万千瓦`.
_NEW_TOO = re.compile(
    r"(?!总|人均|户均|平均|其中|累计|年)[一-鿿]{0,10}(?<!总)(?:公路|铁路|复线|线路?|航线|泊位|装机|容积?量|能力|交换机|机组|面积|管道|管网"
    r"|光缆|床位|学位|车位|田|地|企业|集群|基地)"
)
# … and what is listed behind 新建, a work of its kind, is built too: `新建公路9公里，客运站3个`.
_BUILDING = ("新建", "新修", "修建", "兴建", "建成", "改建", "扩建", "改扩建")
_BUILT_TOO = re.compile(
    r"(?!总|人均|户均|平均|其中|累计|年|[全本该各])(?:(?![建修造补])[一-鿿]){0,10}(?<!解决)(?:公路|油路|铁路|道路|大桥|桥梁|桥|站|工程|渠道|管道|管网|线路|学校|小学|中学|初中"
    r"|幼儿园|医院|卫生院|卫生室|图书馆|广场|公园|大棚|沼气池|水库|水窖|机井|住房|住宅|学位|床位|车位|林带)"
)
# Whose yield is told alone, clauses behind: `粮食战胜了干旱，又得了好收成，总产量达到69亿公斤`.
_CROP = re.compile(r"粮食|小麦|水稻|稻谷|玉米|棉花|油料|蔬菜|水果|蚕茧|烤烟|甜菜|甘蔗|糖料|茶叶|肉类|水产品")
_YIELD = frozenset({"总产量", "总产", "单产", "亩产"})
_PLACE = re.compile(r"[一-鿿]{2,6}[市县区镇乡旗州盟]")
# `生猪出栏、存栏`: both are of one herd.
_TRADE = frozenset({"出口", "进口"})
_SUM_OF_PLACE = re.compile("(?:零售总额|固定资产投资|固投|生产总值|可支配收入|预算收入|财政收入|消费|外资)$")
_OUTPUT = frozenset({"产值", "总产值", "年产值", "产量", "营业收入", "主营业务收入", "利润", "税收"})
# What a share of them did, behind it: `孕产妇百分之百住院分娩`.
_ALL_DID = re.compile(r"(?:实现|完成|达到|参加|通过|纳入|享受)[^，。；、\d]{2,14}(?=[，。；])")
# How near it came to what it had been: 恢复至2019年.
_BACK_TO = re.compile(r"(?:已|基本|均|分别)*恢复[到至](?:(?:19|20)\d\d年|疫情前|上年)(?:同期)?(?:水平)?")
_SHARES = ("率", "比重", "占比", "比例", "面")
_HERD = re.compile(r"([一-鿿]{1,6}?)(出栏|存栏)([、和])(?=(?:存栏|出栏))")
_MEASURED = ("率", "积")
_RANKING = re.compile("(?:[百0]强|榜单?)[县区市镇]?(?:名单)?$")
_BUILT = frozenset({"新建", "建成", "建设", "新建成"})
_MADE_ANEW = ("改造", "整治", "治理", "修缮", "修复")
"""What was done to something old, which was not built in a list of what was."""
_LONGEST_OPEN = 12
"""A name longer than this says itself what it is of."""
_LONGEST_DEED = 24
_LONGEST_MARKS = 3
"""What stands between two clauses and is no clause."""
_LONG = 16
"""A subject longer than this is told by its head alone: what stands before 的 describes it."""


class Namer:
    """Names the groups of one sentence from left to right; a verb, a subject or a list goes on until another comes.

    `earlier` is the sentence before, in which a short noun may have its full name, `paragraph` what it told so far.
    """

    def __init__(self, earlier: str = "", paragraph: str = "") -> None:
        self.earlier = earlier
        self.paragraph = paragraph
        self.told = Told()
        self.verb = ""
        """The verb that the list goes on with."""
        self.topic = ""
        """What the clause before a list told of."""
        self.place = ""
        """The place told last that has a part of what was told of the whole."""

    def name(self, group: Group) -> Named:
        """Name a group, and remember what the next one may go on from."""
        if group.at_start:
            self.told.amounts = []
        joiner = CONTINUES.match(group.clause)
        continued = (joiner is not None and not group.before) or self._lists_on(group)
        if not continued and not group.adjacent:
            self.verb = ""
        subject = group.predicate.subject
        if joiner and continued and subject.startswith(joiner[0]):
            subject = subject[joiner.end() :]
        subject = strip_front(subject)
        if subject.endswith(_ENDS_FIELDS) and _FIELDS.fullmatch(subject):
            subject = ""
        if ("均" in subject or "分别" in subject) and (shared := _SHARED_OUT.match(subject)):
            subject = subject[shared.end() :]
            group = group._replace(predicate=group.predicate._replace(shared=True))
        if group.moved and subject.startswith(("比", "较")) and self.told.last:
            # `比调整后的年初计划增长`: what a figure is compared with is no name.
            subject = ""
        if (share := _WITH_SHARE.search(group.clause)) and group.tail.startswith("的"):
            # `以占全国1.6%的土地`: what has the share stands behind.
            return Named((noun_at(group.tail)[0] + share["of"],), verb="")
        if group.figures[0].unit in ("金", "银", "铜"):
            subject = _WON.sub("", subject)
        if subject.startswith("分别") and (each := self._each_of_last(group, subject.removeprefix("分别"))):
            return each
        named = (
            self._streak(group, subject)
            or noun_behind(group, subject, self.told.last, self.verb if continued else "", self.topic)
            or self._noun_before(group, subject, continued=continued)
        )
        named = self._spelled_out(named, group)
        if (names := tuple([written(name) for name in named.names])) != named.names:
            named = named._replace(names=names)
        if named.verb is not None:
            self.verb = named.verb
        self.topic = named.topic
        if named.names and not _ON_AVERAGE.search(named.names[0], SHORTEST):
            self.told.remember(group, named.names, going_on=continued or group.adjacent)
        return named

    def _streak(self, group: Group, subject: str) -> Named | None:
        """Name a run of years by what went on (`连续五年获评甲`), where nothing stands before it."""
        if group.figures[0].kind != "streak" or subject or not group.tail:
            return None
        clause = re.split("[，。；：、！？]", group.tail)[0]
        told = vocabulary.names().awarded.match(clause) or doing_verb(clause)
        state = None if _CAME_ABOUT.match(clause) else vocabulary.names().states.match(clause)
        placed = re.sub(r"^(?:稳居|位居|位列|居|列|在|保持)", "", cut_predicate(clause, "rank").subject)
        own = placed.startswith("“") or (len(placed) > SHORTEST and not state)
        if self.told.last and not group.at_start and not own and (not told or state):
            return None
        if not told and state:
            name = topic_of(group.before) or placed
        elif not told and own:
            name = placed
        else:
            name = cut_predicate(clause).subject
        name = name.rstrip("“")
        return Named((name,)) if len(name) >= SHORTEST else None

    def _each_of_last(self, group: Group, deed: str) -> Named | None:
        """Share a deed out over the list told last: `幼儿园、中学22所，分别新增学位270个、1080个`."""
        count = len(group.figures)
        if count == 1 or not self.told.last or not doing_verb(deed):
            return None
        listed = re.split("[、和]", core(self.told.last[-1]))
        amounts = self.told.amounts if len({unit for _, unit in self.told.amounts}) == 1 else []
        if len(self.told.run) >= count > len(self.told.last):
            listed = [core(name) for name in self.told.run[-count:]]
        elif count == len(amounts):
            listed = [core(name) for name, _ in amounts]
        each = len(listed) == count and all(len(one) > 1 for one in listed)
        return Named(tuple(one + deed for one in listed), verb="") if each else None

    def _noun_before(self, group: Group, subject: str, *, continued: bool) -> Named:
        """Name by what stands before the number, or by what was named before."""
        if not subject and self.told.last and group.moved and (topic := _grew(group)):
            return Named((topic,))
        if not subject:
            return carried(self.told, group)
        if self.told.last and _BACK_TO.fullmatch(subject) and group.figures[0].unit_class == "share":
            return Named((self.told.last[-1] + subject,))
        of_money = group.figures[0].unit_class == "money" and "接待" in self.verb
        brought_about = subject.startswith(_BROUGHT)
        brought = brought_about and (of_money or bool(measure_of(subject)))
        # `新建管网9公里、完成旧网改造3公里、暗渠整治2公里`: a deed that was completed was not built.
        finished = brought_about and bool(DEED.search(subject))
        anew = self.verb in _BUILT and subject.endswith(_MADE_ANEW)
        of_all = beginning(subject, vocabulary.names().of_all)
        subject = subject if of_all else strip_light(subject).rstrip("“")
        if subject[-1:] in ENDS_PLACE and (of_whole := self._of_place(group, subject)):
            self.place = place_of(of_whole)
            return Named((of_whole,))
        self.place = self.place if group.clause.startswith("、") else ""
        if subject[-1:] in ENDS_SIDE and (sides := of_side(subject, group, self.told.last)):
            return Named(sides)
        if topic := self._topic_between(group, subject):
            return Named((of_topic(topic, subject),))
        if self.told.last and _has_none(self.told.last[-1], subject, moved=group.moved):
            return Named((subject,))
        if self.told.last and group.clause.startswith("其中") and (some := self._some_of(group, subject)):
            return Named((some,), verb=doing_verb(some))
        if group.figures[0].unit_class == "share" and group.clause.endswith(subject) and len(group.figures) == 1:
            did = _ALL_DID.match(group.tail)
            if did and len(subject) >= SHORTEST and not subject.endswith(_SHARES) and not measure_of(subject):
                return Named((strip_light(subject) + did[0],))
        if whole := completed(self.told, group, subject, continued=continued):
            return Named(whole)
        if "分别" in subject and self.told.last and (places := _BY_PLACE.fullmatch(subject)):
            return Named(tuple(f"{place}{places[2]}{core(self.told.last[-1])}" for place in places[1].split("、")))
        if "分别新增" in subject and not group.moved and (each := _EACH_NEW.search(subject)):
            new = parts_of(subject[: each.start()], len(group.figures), shared=True, measured=False)
            return Named(tuple(name + each["new"] for name in new), verb="")
        if "分别" in subject and (each := _EACH_GIVEN.fullmatch(subject)) and doing_verb(each["done"]):
            given = re.split("[、和]", each["to"])
            if len(given) == len(group.figures) > 1:
                return Named(tuple(name + each["done"] for name in given), verb="")
        if "分别" in subject and (each := _EACH_DONE.fullmatch(subject)) and _is_deed(each["done"]):
            # `甲企业、乙企业分别新认定9家和5家`; of places it is told where, not what.
            things = parts_of(each["of"], len(group.figures), shared=True, measured=False)
            if len(things) > 1 and not any(map(_PLACE.fullmatch, things)):
                reaches = each["done"] in _REACHES
                return Named(
                    tuple(thing + each["done"] if reaches else each["done"] + thing for thing in things), verb=""
                )
        if group.moved and subject.endswith("业") and self.told.last and self.told.last[-1].endswith("业增加值"):
            subject += "增加值"
        if not (group.predicate.shared and 1 < len(group.figures) == len(re.split("[、和]", subject))):
            subject = without_examples(subject)  # of as many figures as examples each has its own
        if (
            group.figures[0].kind == "rank"
            and not measure_of(subject.removesuffix("排名"))
            and _RANKING.search(group.clause)
        ):
            # `甲企业居全国百强第9位`: of what it has the place only the list tells.
            return Named((strip_front(group.clause.lstrip("、，和")),))
        if group.figures[0].kind == "streak":
            subject = _of_streak(group, subject)
        if self.told.last and _ON_AVERAGE.match(subject):
            return Named((self.told.last[-1] + subject,))
        verb = doing_verb(subject)
        if not verb and group.clause.startswith("其中") and (part := PART_OF_PLACE.match(subject)):
            # `其中城区新建公园9个、绿道3公里`: where it was done goes on with the verb.
            done = doing_verb(subject[part.end() :])
            verb = part[0] + done if done else ""
        reached = group.figures[0].unit_class == "money" and group.predicate.motion == "reach"
        own_verb = (
            brought
            or finished
            or anew
            or subject.endswith(("比重", "占比", _AGAIN))
            or subject.startswith(_THERE)
            or (reached and "新增" in self.verb)
        )
        if continued and not verb and self.verb and not own_verb:
            verb = self.verb
            subject = with_level(verb + self._capacity(group, subject), verb, self.told.run[0] if self.told.run else "")
        if len(subject) > _LONG and (head := subject[subject.rfind("的") + 1 :]) != subject and len(head) > SHORTEST:
            counted = group.figures[0].unit_class in ("count", "size") and not group.measured
            # Of a share that was cut the verb tells that it was.
            cut = group.figures[0].unit_class == "share" and verb in vocabulary.measures().cuts
            kept = cut or (counted and verb not in vocabulary.names().dropped_before_noun and verb not in _ENTERED)
            subject = verb + head if kept else head
        told_of_all = group.measured or group.figures[0].kind == "streak"
        subject = _HERD.sub(r"\1\2\3\1", subject) if "栏" in subject else subject
        names = parts_of(subject, len(group.figures), shared=group.predicate.shared, measured=told_of_all)
        return Named(with_measure(tuple(names)), verb=None if anew and not verb else verb)

    def _of_place(self, group: Group, subject: str) -> str:
        """Name what a place alone has of what was told before, or ""."""
        listed = self.told.last and group.clause.startswith("、")
        place = self.place or (place_of(self.told.last[-1]) if listed else "")
        return of_place(subject, group, self.told.last, self.told.amounts, place)

    def _topic_between(self, group: Group, subject: str) -> str:
        """Give whose a measure is by the clause between it and what was named last (`营商环境优化，满意率`), or ""."""
        between = bool(self.told.last) and len(group.before) > _LONGEST_MARKS and len(group.figures) == 1
        return (topic_for(subject, group.before, "") or owner_of(subject, group.before)) if between else ""

    def _some_of(self, group: Group, subject: str) -> str:
        """Name some of the things counted last with what was done to them (`签约项目90个，其中甲类项目8个`), or ""."""
        name, unit = self.told.amounts[-1] if self.told.amounts else ("", "")
        verb, same = doing_verb(name), subject[-2:]
        counted = group.figures[0].unit_class == "count" and unit == group.figures[0].unit[-1:]
        like = (
            verb
            and "的" not in name
            and same in vocabulary.names().generic
            and name.endswith(same)
            and len(subject) > len(same) + 1
        )
        return verb + subject if counted and like and not doing_verb(subject) else ""

    def _lists_on(self, group: Group) -> bool:
        """Whether a bare noun behind a comma goes on in the list: `新建小学7所，初中2所`."""
        if not self.verb or group.before != "，" or group.figures[0].unit_class not in ("count", "size"):
            return False
        bare, unit = group.clause, group.figures[0].unit
        if self.verb == "新增" and _NEW_TOO.fullmatch(bare) and group.predicate.subject == bare:
            return not doing_verb(bare)
        if self.verb.startswith(_BUILDING) and _BUILT_TOO.fullmatch(bare):
            return group.predicate.subject == bare and not doing_verb(bare)
        if group.at_start or not self.told.amounts or not 2 <= len(bare) <= LONGEST_BARE:
            return False
        names = vocabulary.names()
        same = self.told.amounts[-1][1] == unit[-1:] and group.predicate.subject == bare
        told = ending(bare, names.verbs) or any(
            beginning(bare, words) for words in (names.verbs, names.openers, names.adverbs)
        )
        return same and bare not in names.bare and not told

    def _capacity(self, group: Group, noun: str) -> str:
        """Complete goods in a list by what was closed of the first: `压减水泥产能50万吨、平板玻璃8万重量箱`."""
        first = self.told.run[0] if self.told.run else ""
        of_goods = group.figures[0].unit_class == "size" and not group.figures[0].unit.endswith("瓦")
        if not of_goods or not first.endswith("产能") or noun.endswith(("产能", "能力", "容量")):
            return noun
        return ("落后" if "落后" in first else "") + noun + "产能"

    def _spelled_out(self, named: Named, group: Group) -> Named:
        """Replace a name too short to stand alone by its fuller mention before, money alone by what it is spent on."""
        if len(named.names) != 1:
            return self._owned_together(named, group)
        name = named.names[0]
        before, owned_measures = self.earlier + group.sentence_before, vocabulary.owners().of
        full = ""
        if owned := owned_in(name, before):
            full = owned
        elif group.figures[0].unit.endswith("人") and insured(self.told, name):
            full = "参加" + name
        elif (of_other := _measure_shared(name)) in owned_measures and (
            owner := owner_of(of_other, self._told_before(name, group))
        ):
            full = owner + name
        elif not _grown(group) and is_spending(own := of_purse(name)):
            own, meant = as_money(own), meant_for(group) if own != name else ""
            full = name + meant if meant else spent_on(own, group, before)
            full = full if full != own else ""
        elif name in _YIELD and (crops := _CROP.findall(group.sentence_before)):
            full = crops[-1] + name
        elif name in vocabulary.names().reaching and (clause := LAST_CLAUSE.search(group.before)):
            measure = object_of(clause[1])
            full = measure + name if measure else ""
        elif name[-1:] in _MEASURED and not self.told.whole and (deed := _deed_measured(name, before)):
            full = deed
        elif name in _DEEDS_ALONE:
            full = fuller(name, before)
        elif (short := name.removesuffix("任务")) in vocabulary.names().generic:
            full = fuller(short, before)
        if (
            not full
            and len(group.figures) == 1
            and len(name) <= _LONGEST_OPEN
            and (topic := topic_for(name, *self._around(group)))
        ):
            full = of_topic(topic, name)
        return Named((full,), named.consumed, named.level, named.verb) if full else named

    def _owned_together(self, named: Named, group: Group) -> Named:
        """Give measures that stand in a list (`营业收入和税金分别增长`) the owner that the clauses before name."""
        measures = vocabulary.owners().of
        names = dict.fromkeys(named.names)
        if not names or not all(name in measures for name in names):
            return named
        told = self._told_before(named.names[0], group)
        owner = next((owner for name in names if (owner := owner_of(name, told))), "")
        return named._replace(names=tuple(owner + name for name in named.names)) if owner else named

    def _around(self, group: Group) -> tuple[str, str]:
        """Give the sentence before the clause of a group, and the paragraph before that sentence."""
        return group.sentence_before.removesuffix(group.clause), self.paragraph or self.earlier

    def _told_before(self, name: str, group: Group) -> str:
        """Give what may tell of an owner; what a share is of (占工业产值比重) is none."""
        return self.paragraph + group.sentence_before.removesuffix(group.clause if "占" in name else "")


def _deed_measured(name: str, before: str) -> str:
    """Name the rate or area of a deed by what was done (`推进事项网上办理，办理率`), or ""."""
    deed = next((name.removesuffix(measure) for measure in ("率", "面积") if name.endswith(measure)), "")
    done = fuller(deed, before, _LONGEST_DEED) if deed in vocabulary.names().doing and deed not in _REACHES else ""
    return done + name[len(deed) :] if done else ""


def _has_none(last: str, measure: str, *, moved: bool) -> bool:
    """Whether a measure is not of what was named last: `零售总额增长6%，出口增长3%`; a rate has no output."""
    if measure in _TRADE:
        return moved and bool(_SUM_OF_PLACE.search(last))
    return measure in _OUTPUT and last.endswith("率") and "占" not in last


def _grew(group: Group) -> str:
    """Give the measure that the clause right before a growth tells of (`增加值企稳回升，增长9%`), or ""."""
    clause = LAST_CLAUSE.search(group.before)
    if not clause or group.clause.startswith("其中"):
        return ""
    topic = topic_of(clause[0].lstrip("，。；："))
    return topic if len(topic) > SHORTEST and measure_of(topic) not in ("", topic) and topic != clause[1] else ""


def _is_deed(word: str) -> bool:
    doing = vocabulary.names().doing
    return word in doing or word.removeprefix("新") in doing


def _measure_shared(name: str) -> str:
    """Give the measure of which a name tells a share (`增加值占…比重` that of 增加值), else the name."""
    return name.partition("占")[0].removesuffix("约") if "占" in name else name


def _grown(group: Group) -> bool:
    """Whether the figures compare an amount with another: 增长9%, 是上年的1.9倍."""
    return group.moved or group.figures[0].unit_class == "times"


def _of_streak(group: Group, subject: str) -> str:
    """Name a run of years by the noun of its clause, with the state that went on (`浓度连续5年达到标准`)."""
    if vocabulary.names().awarded.match(group.tail) and (_PLACE.fullmatch(subject) or len(subject) < SHORTEST):
        return subject + re.split("[，。；：、！？]", group.tail)[0]
    told = vocabulary.names().progress.search(subject)
    if not told or told.start() < SHORTEST:
        return subject
    return subject[: told.start()] + (group.tail.split("，")[0] if group.tail.startswith("达到") else "")
