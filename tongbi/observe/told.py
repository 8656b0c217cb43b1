"""Names completed by those before them: `占比`, `其中城区`, `增速` and a number alone are of what was named last."""

import re

from tongbi import vocabulary
from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import (
    REVENUES,
    core,
    doing_verb,
    measure_of,
    metric_stem,
    object_of,
    of_level,
    strip_front,
    topic_of,
)
from tongbi.observe.phrases import beginning, ending
from tongbi.observe.predicates import PER
from tongbi.observe.spending import DEED, NEXT_CLAUSE, SPENT_AHEAD, as_money

CONTINUES = re.compile(r"[、和与]|及(?![时格早])|以及|并(?!购)")
_AND = re.compile("[、和及与]")
_SIZE_ONLY = re.compile(r"[\d.]+[万亿]?(?:美元|元|亩|人|平方米|吨)?及?(?:以上|以下)的?")
_THRESHOLD = re.compile(r"[\d.百千]+[万亿]*(?:美元|元)?及?以上")
# `超2亿元的35个` after `收入超亿元的县市66个`: the same of another size.
# What has a share is the owner, not what it is a share of: 民营经济增加值占全市生产总值的比重.
_SHARE_OF = re.compile("(?<=...)占(?!地).*")
_OVER = re.compile(r"[超过](?:[\d.]+|[十百千])?[万亿]*(?:美元|元|亩|人|吨)的?")
_OVER_IN = re.compile(r"[超过](?:[\d.]+|[十百千])?[万亿]*(?:美元|元|亩|人|吨)")
# What stands, of which some is new: `新增灌溉面积9万亩，累计达到90万亩`.
_STOCK = re.compile(r"(?:面积|里程|装机|容量|能力|规模|用户|床位|库容|泊位|企业|平台|机构|基地|商标|品牌|产品)$")
# Firms and trades, which have the measure that was told of others: `甲集团收入过9亿元，乙集团过8亿元`.
_FIRMS = re.compile(r"(?:集团|公司|企业|产业|行业|园区|开发区|[一-鿿、]{2,}、[一-鿿、]{2,})$")
_LISTED_OWNER = re.compile(r"[一-鿿]{2}(?:[区园市县镇业]|集团|公司|景区)$")
_PLACES = re.compile(
    r"(?:[又已还]?有)?((?![一-鿿、]*的)[一-鿿、]{1,16}?[一-鿿](?<![社小园])(?:[市县区镇乡旗州盟](?:（区）|（市）)?))"
)
_OF_PLACE = re.compile(r"^[一-鿿]{1,4}?[市县区旗州盟](?=[一-鿿]{2})")
# Balances are of banks or of other balances, not of whatever was named before.
_BALANCES = ("存款余额", "贷款余额")
_BANKS = re.compile(r"机构|银行|信用|余额|[存贷]款|信贷|基金|担保")
# Who has measures of their own, and indices that are told of them without saying so.
_ACTOR = re.compile(r"(?:企业|工业|单位|公司|行业|产业|园区|开发区|集团|服务业|建筑业|农场)$")
_INDEX = re.compile(r"(?:指数|系数|效益|周转率|生产率|销售率)$")
# One stands for the other at the end of a name: 科技进步一等奖2项、二等奖5项; 铁路新线20公里、复线7公里.
_ONE_OF = re.compile(r"(?:[特一二三]等奖|[金银铜]奖|[新复]线|[国省市]控(?:点位|断面))$")
LONGEST_BARE = 5
_COUNTED = ("量", "率", "额", "增加值", "出口", "进口")
_SUMS = ("总量", "总额", "总数", "数额", "绝对额")
_MEASURE = re.compile(r"(?:里程|收入|支出|投资|产值|增加值|余额|总额|税收|生产总值)$")
# What visitors brought in is 旅游收入.
_VISITORS = re.compile(
    r"(?:旅游业)?(?:共|累计)?(?:接待)?(?:(?:国内外|各地|国内|入境)?(?:游客|旅游者|旅客)(?:接待)?|旅游接待)(?:总?人[数次])?总?$"
)
# How far things have come of which the amount before the last may tell.
_STAGE = re.compile(r"(?:开工|投产|竣工|建成|交付|完工|落地|开工建设)$")
# Of a list of rates one may be rare: `见面率、走访率、满意率`.
_RATE_ALONE = re.compile(r"[一-鿿]{2,3}率")
# `而邻市为9%`: the same of another place.
_WHEREAS = re.compile(r"而([一-鿿]{2,6}?)(?:则|却|仅|只)?(?:为|是|达到?)$")
# Parts of the place, whose revenues follow what else they have: `9个区县增加值增长8%，财政收入增长9%`.
_OF_PARTS = re.compile(r"(?:区县|县区|各县|郊县|乡镇)(?=增加值|生产总值)")
_CARRYING = re.compile(r"^[^，、]{2,12}?(?:发送|运送|承运|输送)(?=[一-鿿]{2,4}$)")
_IN_SEASON = re.compile("[春夏秋冬]季([一-鿿]{2})")
# `合同利用外资9亿美元，实际到账3亿美元`.
_ARRIVED = frozenset({"实际到账", "实际到位", "实际到帐"})
_CARGO = "货物吞吐量"
_CAPITAL = re.compile("(?:利用)?(?:外资|内资|省外资金|市外资金)")
_GRANTED = ("力度", "补贴", "补助", "奖励")
LAST_CLAUSE = re.compile(r"(?:^|[，。；：\d])([^，。；：\d]{4,40})，$")
_AS_WORK = re.compile(r"(?:任务|工作|力度|步伐)$")
_PLANS = ("六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
_SIDES = {"进口": "出口", "支出": "收入"}
# What came of what was agreed: 协议金额12亿美元，实际投资4亿美元.
_REALLY = re.compile(r"实际(?:投资|金额|使用金额|到位资金|到位金额)$")
_AGREED = re.compile(r"(?:协议|合同)[^，。]{0,6}$")
# `甲业、乙业、丙业三大主导产业，`
_LISTED = re.compile(
    r"(?:^|[，。；])([^，。；\d]{4,60}?)等?(?:[\d一二三四五六七八九十两]+[大个])?[^，。；、\d大个]{0,6}(?:产业|行业|集群|园区|企业)，$"
)
_MADE_STRONG = re.compile(r"^(?:做[优强大精]|做大做强|重点)+")
# Measures of what the clause before furthers, where nothing was named yet.
_OF_OBJECT = frozenset({"规模", "总规模", "覆盖率", "覆盖面"})
_BOTH = ("城镇居民", "农村居民")
_OF_GOAL = (
    "完成任务",
    "完成目标任务",
    "完成下达",
    "完成省下达",
    "完成市下达",
    "完成预算",
    "完成省定",
    "完成国家下达",
    "完成上级下达",
    "为年度计划",
    "为年计划",
    "完成目标",
    "完成年",
    "完成全年",
    "完成计划",
    "达到年度",
    "达到全年",
    "达到计划",
)
OF_ALL = ("占", *(f"完成“{plan}五”" for plan in _PLANS), *_OF_GOAL)
OF_ALL_BEGINS = frozenset(word[0] for word in OF_ALL)
_CONTRIBUTION = re.compile("贡献(?:率|份额)?$")
_OF_TOPIC = ("在", "实际到位", "对经济", "对工业", "对财政", *OF_ALL)
# 粮食生产…，总产 is 粮食总产.
_GROWN = re.compile("(?:生产|播种|种植)$")
_YIELDS = ("产量", "年产量", "总产", "总产量", "单产", "亩产", "产值")
PART_OF_PLACE = re.compile(r"(?:中心|主|建成|老|新)?城区|市区|县城|城镇|农村|乡村|市本级|市直|本级|[一-鿿]{1,3}[县区]")
_SOME = r"(?:[困农住]户|人员|毕业生|学生|学员|农民工|劳动力|人口|群众|居民|职工|农民|军人|妇女|青年|老人|残疾人|儿童)"
_PEOPLE, _PEOPLE_IN = re.compile(rf"{_SOME}$"), re.compile(rf"[^，、]{{0,10}}?{_SOME}")
_RATIOS = ("倍差", "收入比", "比值")
# `企业的增长速度保持在9%，三年翻一番`: what doubles is no speed.
_GROWTH_NOUN = re.compile(r"(?<=[一-鿿]{2})的?(?:年均|平均)?(?:增长速度|发展速度|增速|增幅)$")
_HURT = frozenset({"死亡", "受伤", "伤", "伤亡", "死亡人数", "受伤人数"})
_LONGEST_RUN = 12
SHORTEST = 3


class Told:
    """What a statement has named so far, and how that completes a number before which no full name stands."""

    def __init__(self) -> None:
        self.last: tuple[str, ...] = ()
        """The names given last."""
        self.run: list[str] = []
        """The names of the list that goes on."""
        self.amounts: list[tuple[str, str]] = []
        """The last two amounts of the statement: name and last character of the unit."""
        self.whole = ""
        """What `其中` takes parts of."""
        self.whole_units: tuple[str, ...] = ()
        """The last characters of its units; what is counted in another is no part of the kind."""
        self.measures: list[str] = []
        """The last names, among which one may tell who or what a measure is of: 规上工业企业 of 规上工业企业产值."""

    def remember(self, group: Group, names: tuple[str, ...], *, going_on: bool) -> None:
        """Take note of the names of a group; `going_on` where it goes on with the list before."""
        self.run = [*(self.run[-_LONGEST_RUN:] if going_on else ()), *names]
        self.last = names
        self.measures = [*self.measures[-_LONGEST_RUN:], names[-1]]
        if not group.measured:
            # An amount and what it was before (`由46家增至75家`) are of one name.
            said = [(name, group.figures[0].unit[-1:]) for name in dict.fromkeys(names)]
            self.amounts = [one for one in self.amounts if one not in said][-1:] + said

    def completed(self, group: Group, subject: str, *, continued: bool) -> tuple[str, ...]:
        """Complete a subject that is none without the name before it; () where it stands alone."""
        bare = vocabulary.names().bare
        of_trades = group.predicate.shared and subject in vocabulary.owners().trade.measures
        if of_trades and len(group.figures) > 1 and (listed := _listed_before(group)):
            return tuple(one + subject for one in listed)
        if not self.last and subject in PER and (granted := self._granted(group)):
            return (granted,)
        if not self.last:
            topic = topic_of(group.before) if subject in bare or subject.startswith(_OF_TOPIC) else ""
            if not topic and subject in _OF_OBJECT and (clause := LAST_CLAUSE.search(group.before)):
                topic = _furthered(clause[1])
            if group.predicate.shared and (listed := _owners_listed(group, subject)):
                return tuple(owner + subject for owner in listed)
            if not topic and subject in vocabulary.names().doing and (deeds := _deeds_before(group)):
                return tuple(deed + subject for deed in deeds)
            if subject in _YIELDS:
                topic = topic.removesuffix("生产")
            if subject == "参保人数":
                topic = metric_stem(topic)
            owners = parts_of(topic, len(group.figures), shared=group.predicate.shared, measured=False) if topic else ()
            return tuple(owner + subject for owner in owners)
        last = self.last[-1]
        if subject == "集装箱" and last.endswith(_CARGO):
            # `港口货物吞吐量9亿吨、集装箱300万标箱`.
            return (last.removesuffix(_CARGO) + subject + _CARGO.removeprefix("货物"),)
        if subject in _ARRIVED and (foreign := _CAPITAL.search(last)):
            return (foreign[0] + subject,)
        if subject in _RATIOS and len(self.last) == len(_BOTH) and last.startswith(_BOTH[1]):
            return ("城乡居民收入" + subject,)
        if level := of_level(subject, last):
            return (level,)
        if subject in PER:
            return ((self._granted(group) or subject + core(last)),)
        if (other := _WHEREAS.match(group.clause)) and group.measured and not measure_of(other[1]):
            return (other[1] + last,)
        if (carried := _CARRYING.match(last)) and group.clause.startswith("、") and len(subject) <= LONGEST_BARE:
            return (carried[0] + subject,)
        if subject in ("两者", "二者") and len(self.amounts) == len(group.figures):
            return tuple(name for name, _ in self.amounts)
        if subject in ("上限", "下限"):
            return (last.removesuffix("上限") + subject,)
        if subject.startswith("人均") and len(group.figures) == len(self.last) == len(_BOTH) and group.predicate.shared:
            first, second = self.last
            if first.startswith(_BOTH[0]) and second.startswith(_BOTH[1]):
                # `城乡居民消费分别…，人均住房分别由20和46…`: of both again.
                return tuple(whose + subject for whose in _BOTH)
        if subject.removeprefix("年均") in vocabulary.measures().change_nouns:
            return (last + subject.removeprefix("年均"),)
        if part := self._part_of_whole(group, subject, continued=continued):
            return (part,)
        if subject.startswith("涉及") and (continued or group.before == "，"):
            # `查处违法用地9宗、涉及耕地8亩`: of what was named before.
            thing = core(last)
            return ((last if thing in vocabulary.names().generic else thing) + subject,)
        if subject.startswith("占") and group.predicate.shared and len(group.figures) == len(self.amounts):
            return tuple(name + subject for name, _ in self.amounts)
        if subject.startswith("拉动") and last.endswith("贡献率"):
            # `甲对增长的贡献率达40%，拉动增长2个百分点`: by what is told with the share.
            return (re.split("对|占", last)[0] + subject,)
        if subject.startswith("拉动") and group.figures[0].unit_class == "points" and last.endswith("增加值"):
            return (core(last) + subject,)
        if account := _other_side(subject, last):
            return (account,)
        if _REALLY.match(subject) and (agreed := _AGREED.search(last)) and agreed.start() > 1:
            return (last[: agreed.start()] + subject,)
        if subject.startswith("对") and _CONTRIBUTION.search(subject):
            return tuple(owner.partition("占")[0] + subject for owner in self._owners(group))
        if subject[:1] in OF_ALL_BEGINS and subject.startswith(OF_ALL):
            if len(group.figures) == len(self.amounts) > 1 and subject.startswith(_OF_GOAL):
                return tuple(name + subject for name, _ in self.amounts)
            return tuple(owner + subject for owner in self._owners(group))
        if group.predicate.shared and len(group.figures) == len(self.last) > 1 and measure_of(subject) == subject:
            # `甲区、乙区工业增加值分别增长9%和8%，税收分别增长7%和6%`.
            owners = [name.removesuffix(measure_of(name)) for name in self.last]
            if all(map(_LISTED_OWNER.search, owners)):
                return tuple(owner + subject for owner in owners)
        own = subject in REVENUES or subject in vocabulary.owners().actor.measures
        if subject in REVENUES and (parts := _OF_PARTS.match(last)):
            return (parts[0] + subject,)
        own = own and not (group.before or group.at_start or CONTINUES.match(group.clause))
        paid = subject in vocabulary.names().spending
        paid = paid and (group.figures[0].unit_class == "money" or as_money(subject) == subject)
        if subject in vocabulary.owners().insurance.measures:
            return (subject,)  # of the insurance that a clause names, not of what was counted last
        if own or subject in bare or paid:
            return self._measure_of_last(group, subject)
        if by_size := self._by_size(subject, last):
            return (by_size,)
        if (one := _ONE_OF.fullmatch(subject)) and (other := _ONE_OF.search(last)) and one[0][-1] == other[0][-1]:
            return (last[: other.start()] + subject,)
        if places := self._of_places(group, subject):
            return places
        if group.clause.endswith("的") and (described := self._described_part(group, subject)):
            return (described,)
        if subject in _HURT and last.endswith("事故"):
            return (core(last).removeprefix("发生") + subject,)
        if subject == "缺口" and last.endswith("资金"):
            return (last.removeprefix("需") + subject,)
        if subject.endswith("率") and len(subject) <= LONGEST_BARE and last.startswith(subject[:-1]):
            # `清偿欠款9亿元，清偿率98%`.
            return (last.removeprefix(subject[:-1]) + subject,)
        return self._same_noun(group, subject, continued=continued)

    @staticmethod
    def _granted(group: Group) -> str:
        """Name so much for each by what the clause before grants (`加大补贴力度，人均280元`), or ""."""
        clause = LAST_CLAUSE.search(group.before)
        granted = object_of(clause[1]) if clause and group.figures[0].unit_class == "money" else ""
        return granted.removesuffix("力度") + group.predicate.subject if granted.endswith(_GRANTED) else ""

    def _by_size(self, subject: str, last: str) -> str:
        """Name a part of another size (`50亿元以上3个`, `超2亿元的9个`) after `引进10亿元以上项目`, or ""."""
        size = _SIZE_ONLY.fullmatch(subject) or _OVER.fullmatch(subject)
        told = _THRESHOLD.search(last) or _OVER_IN.search(last)
        if size and told:
            return last[: told.start()] + size[0].removesuffix("的") + last[told.end() :]
        if size and not _OVER.fullmatch(subject):
            return doing_verb(last) + subject + core(last)
        if told and (over := _OVER.match(subject)) and last.endswith(subject[over.end() :]):
            return last[: told.start()] + subject
        if told and _THRESHOLD.match(subject) and subject[-SHORTEST:] == last[-SHORTEST:]:
            return doing_verb(last) + subject
        return ""

    def _of_places(self, group: Group, subject: str) -> tuple[str, ...]:
        """Name what a place reached of the measure told before (`甲县财政收入过10亿元，乙区突破百亿元`), or ()."""
        reached = group.predicate.motion == "reach" or group.predicate.bound == "ge"
        if not reached:
            return ()
        places = _PLACES.fullmatch(subject)
        if not places and group.figures[0].unit_class == "money" and _FIRMS.search(subject):
            measure = measure_of(self.last[-1])
            same = bool(self.amounts) and self.amounts[-1][1] == group.figures[0].unit[-1:]
            alone = measure and not measure_of(subject) and not doing_verb(subject)
            return (subject + measure,) if same and alone else ()
        if not places:
            return ()
        unit, measure = group.figures[0].unit[-1:], self.last[-1]
        if over := _OVER_IN.search(measure):
            same_unit, measure = over[0].rstrip("以上的").endswith(unit), measure[: over.start()]
        else:
            same_unit = not self.amounts or self.amounts[-1][1] == unit
        measure = _OF_PLACE.sub("", core(measure))
        return tuple(place + measure for place in places[1].split("、")) if same_unit and measure else ()

    def _described_part(self, group: Group, subject: str) -> str:
        """Name what is told of some of the things before (`立案9件，其中办结的5件、撤销的2件`), or ""."""
        if group.figures[0].unit_class != "count" or group.measured:
            return ""
        unit = group.figures[0].unit[-1:]
        whole = next((name for name, said in reversed(self.amounts) if said == unit), "")
        thing = _STAGE.sub("", core(whole).rpartition("的")[2])
        if over := _OVER_IN.search(thing):
            thing = metric_stem(thing[: over.start()])
        told = len(subject) > 1 and not subject.endswith((thing, "其中"))
        return f"{subject}的{thing}" if told and len(thing) > 1 else ""

    def _owners(self, group: Group) -> list[str]:
        """Give the names that a measure said of all (均, 分别) is of: the list or the last two amounts."""
        if len(group.figures) == len(self.last) > 1:
            return list(self.last)
        if not group.predicate.shared:
            return list(self.last[-1:])
        if len(self.run) > 1:
            return self.run
        return [name for name, _ in self.amounts] if len(self.amounts) > 1 else list(self.last[-1:])

    def _measure_of_last(self, group: Group, subject: str) -> tuple[str, ...]:
        """Complete a bare measure (`总投资`, `增速`, `惠及企业`) by the name before it."""
        spending = vocabulary.names().spending
        if subject.startswith(("出口", "进口")) and "进出口" in self.last[-1] and not _ACTOR.search(self.last[-1]):
            owner = core(self.last[-1].partition("进出口")[0])
            return (subject if owner in ("外贸", "对外贸易") else owner + subject,)
        if subject in vocabulary.owners().trade.measures and core(self.last[-1]) in vocabulary.names().bare:
            # `出口创汇9亿元，利润2亿元`: a measure alone has no measures.
            return (subject,)
        if subject in _BALANCES and not _BANKS.search(self.last[-1]):
            return ()
        if subject not in spending and subject != "完成投资":
            of_verb = bool(doing_verb(subject)) and not subject.endswith(_COUNTED)
            generic = vocabulary.names().generic
            owners = [owner.removesuffix("新增") if subject in _SUMS else owner for owner in self._owners(group)]
            # Of 在建项目 and 新建项目 the verb tells which.
            kinds = [owner if core(owner) in generic else core(owner) for owner in owners]
            if not subject.endswith(("比重", "占比")):
                kinds = [_SHARE_OF.sub("", kind) for kind in kinds]
            stems = [kind if of_verb else self._stem(kind) for kind in kinds]
            if subject in _SUMS and _MEASURE.search(self.last[-1]):
                # `人均收入增长8%，总量是2020年的1.5倍`: the sum of a measure is the measure.
                return tuple(name.removeprefix("新增") for name in self.last)
            if subject.endswith("率"):
                # The rate of what an ability or area before is of: 污水处理能力, 处理率.
                stems = [stem[:at] if (at := stem.rfind(subject[:2])) > 1 else stem for stem in stems]
            if subject in _YIELDS:
                stems = [_GROWN.sub("", stem) for stem in stems]
            if subject.endswith("收入"):
                stems = [_VISITORS.sub("旅游", stem) for stem in stems]
            # After 新增里程, 总里程 needs no second 里程.
            return tuple(subject if subject.endswith(stem) else stem + subject for stem in stems)
        following = NEXT_CLAUSE.match(group.tail)
        if group.moved and group.figures[0].unit_class == "share" and not CONTINUES.match(group.clause):
            # `税收增长7%，投资增长6%`: an indicator of its own.
            return (subject,)
        if subject in SPENT_AHEAD and following and object_of(following[1]):
            return ()
        thing = core(self.last[-1])
        return (metric_stem(self.last[-1] if thing in vocabulary.names().generic else thing) + subject,)

    def _stem(self, owner: str) -> str:
        """Cut its measure from an owner; where it is a measure of the actor itself, give the actor."""
        stem = metric_stem(owner)
        if stem != owner or not _INDEX.search(owner):
            return stem
        told = ((measure, metric_stem(core(measure))) for measure in reversed(self.measures))
        return next((actor for measure, actor in told if actor != measure and _ACTOR.search(actor)), stem)

    def _same_noun(self, group: Group, subject: str, *, continued: bool) -> tuple[str, ...]:
        """Complete a verb alone by the noun before it, where the unit is the same: `开工住房90套、筹集30套`."""
        doing, unit = vocabulary.names().doing, group.figures[0].unit[-1:]
        one = len({name for name, _ in self.amounts}) == 1
        looked = self.amounts if one or _STAGE.search(subject) else self.amounts[-1:]
        last = next((name for name, said in reversed(looked) if said == unit), "")
        already = group.clause.startswith(("已", "现已", "目前已"))
        if subject not in doing or not last or not (continued or already or group.before.endswith("，")):
            return ()
        if already and group.before in ("", "，"):
            # `30项任务已完成12项`: those of them that were done.
            return (subject + core(last),)
        if doing_verb(last) and core(last) != last:
            return (subject + core(last),)
        verb = ending(last, doing)
        head = "" if verb else ending(last, vocabulary.names().heads)
        return (last[: -len(verb)].removesuffix("已") + subject,) if verb else (subject + head,) * bool(head)

    def measures_of_run(self, subject: str) -> tuple[str, ...]:
        """Complete a list of bare measures (`见面率、办结率`) by the names of the list before it, taken together."""
        if not self.run or not _AND.search(subject):
            return ()
        pieces = [piece for piece in _AND.split(subject) if piece]
        bare = [piece for piece in pieces if piece in vocabulary.names().bare]
        if len(pieces) < 2 or not bare or not all(map(_RATE_ALONE.fullmatch, set(pieces) - {*bare})):
            return ()
        alike = len(self.run) == 1 and len({unit for _, unit in self.amounts}) == 1
        told = [name for name, _ in self.amounts] if alike else self.run[-2:]
        owners = [core(name) for name in told if not _INDEX.search(name)]
        if len(owners) > 1 and owners[1].startswith(owners[0]):
            owners.pop()  # 企业、企业营收
        owner = "、".join(owners)
        return tuple(owner + piece for piece in pieces)

    def _part_of_whole(self, group: Group, subject: str, *, continued: bool) -> str:
        """Name `其中水电90万千瓦` after `新增装机容量400万千瓦`: 新增水电装机容量; "" where it has a full name."""
        staged = self._staged(group, subject, self.whole) if self.whole else ""
        goes_on = bool(self.whole) and bool(continued or staged or _IN_SEASON.fullmatch(subject))
        if not group.clause.startswith("其中") and not group.before.endswith("其中，") and not goes_on:
            self.whole = self.whole if subject in vocabulary.names().bare else ""
            return ""
        if not goes_on:
            unit = group.figures[0].unit[-1:]
            counted = next((name for name, said in reversed(self.amounts) if said == unit), "")
            staged = self._staged(group, subject, counted)
            self.whole = counted if staged else self.last[-1]
            self.whole_units = tuple(unit for name, unit in self.amounts if name == self.whole)
        if staged:
            return staged
        if group.clause.endswith("的") and (described := self._described_part(group, subject)):
            return described
        verb = doing_verb(self.whole)
        if of_kind_verb := _IN_SEASON.fullmatch(subject):
            # `种植果树9万亩，其中秋季种植5万亩`.
            return subject + core(self.whole) if of_kind_verb[1] in vocabulary.names().doing else ""
        same_noun = subject[-SHORTEST:] == self.whole[-SHORTEST:] and not group.measured
        if same_noun and verb not in ("", "实施") and not doing_verb(subject):
            return verb + subject
        of_kind = group.figures[0].unit[-1:] in self.whole_units or group.measured
        if of_kind and PART_OF_PLACE.fullmatch(subject) and (not group.measured or self.whole.endswith("率")):
            # `改造危房90户，其中城区40户`, `处理率90%（其中市区95%）`: the same in a part of the place.
            return subject + self.whole
        if of_kind and not group.measured and _PEOPLE.search(subject) and not doing_verb(subject):
            # `新增就业9000人，其中毕业生3000人`: what is done is the same, for some of them.
            noun = core(self.whole)
            done = noun[people.end() :] if (people := _PEOPLE_IN.match(noun)) else noun
            return verb + subject + done if verb or done else ""
        if of_kind and subject.endswith("类") and not group.measured:
            # `重点项目90个，其中工业类30个`.
            return subject + core(self.whole)
        if len(subject) > SHORTEST + 1 or measure_of(subject) not in ("", subject) or subject.endswith("率"):
            return ""
        if subject.endswith(("占比", "比重")):
            return core(self.whole) + subject
        head = ending(self.whole, vocabulary.names().heads) if of_kind else ""
        if head and not subject.endswith((head[-1], head[:2])):
            return verb + subject + head
        return ""

    def _staged(self, group: Group, subject: str, whole: str) -> str:
        """Name how far some of the whole have come (`合作项目90个，其中签约项目40个`): 合作签约项目; "" of others."""
        head = subject[-2:]
        if not head or not whole.endswith(head) or head not in vocabulary.names().generic:
            return ""
        verb, kind = doing_verb(subject), core(whole)[:-2]
        if subject != verb + head:
            return ""
        counted = group.figures[0].unit_class == "count" and not group.measured
        # What begins like a deed (回迁房) would lose that where its measures are told.
        return (
            kind + subject if counted and len(kind) > 1 and verb != doing_verb(whole) and not doing_verb(kind) else ""
        )

    def carried(self, group: Group) -> Named:
        """Name a number before which no name stands."""
        topic = topic_of(group.before) if group.before and (group.at_start or not self.last) else ""
        if topic:
            return Named(tuple(parts_of(topic, len(group.figures), shared=group.predicate.shared, measured=False)))
        if not self.last:
            return Named(())
        one_each = len(group.figures) == len(self.last) and not group.moved
        total = group.predicate.summed or group.predicate.motion == "reach"
        if one_each and total and self.last[-1].endswith("新增"):
            # `上市企业新增3家、累计达21家`: what there is in all is not new.
            return Named(tuple(name.removesuffix("新增") for name in self.last))
        if (
            one_each
            and group.predicate.motion == "reach"
            and (stock := self.last[-1].removeprefix("新增")) != self.last[-1]
            and _STOCK.search(stock)
        ):
            return Named((*self.last[:-1], stock))
        if (
            group.predicate.summed
            and total
            and len(self.last) == 1
            and (verb := doing_verb(self.last[0])).startswith("新")
            and (verb != "新增" or group.predicate.motion == "reach")
        ):
            # `新注册企业5家，累计达72家`; `新增9家，累计新增` stays.
            return Named((self.last[0][len(verb) :],))
        count, amounts = len(group.figures), tuple(name for name, _ in self.amounts)
        if group.predicate.shared and count == 1:
            if len(self.run) > 1:
                return Named(tuple(dict.fromkeys(self.run)))
            if len(amounts) > 1 and self.amounts[-1][1] == self.amounts[-2][1]:
                return Named(amounts[-2:])
        if count == len(amounts) > len(self.last):
            return Named(amounts)
        if count == len(self.run) > len(self.last):
            return Named(tuple(self.run))
        if group.moved or group.figures[0].kind == "doubling":
            return Named(tuple(_GROWTH_NOUN.sub("", name) for name in self.last))
        return Named(self.last)

    def insured(self, name: str) -> bool:
        """Whether people that take part in an insurance are counted (`参加养老保险9万人、增长3%；医疗保险8万人`)."""
        if not name.endswith("保险") or name.startswith("参加"):
            return False
        return any(told.startswith("参加") and told.endswith("保险") for told in self.measures[-4:])


def _other_side(subject: str, last: str) -> str:
    """Name the other side of an account told before: 进口 after 货物出口, 支出 after 财政收入; "" where it is none."""
    side = _SIDES.get(subject, "")
    return (
        last.removesuffix(side) + subject
        if side and last.endswith(side) and (subject != "支出" or "财政" in last)
        else ""
    )


def _owners_listed(group: Group, subject: str) -> list[str]:
    """Give those whom the clause before lists, one for each figure (`甲区、乙区加快发展，税收分别…`), or []."""
    if len(group.figures) == 1 or not measure_of(subject) or _AND.search(subject):
        return []
    owners = _AND.split(topic_of(group.before))
    return owners if len(owners) == len(group.figures) and all(map(_LISTED_OWNER.search, owners)) else []


def _furthered(clause: str) -> str:
    """Give what a clause that begins with a verb does something to (`壮大经纪人队伍`), or ""."""
    verb = beginning(strip_front(clause), vocabulary.names().verbs)
    return object_of(clause) if verb else ""


def _listed_before(group: Group) -> list[str]:
    """Give the trades that the clause before lists, one for each figure (`做强甲业、乙业两大产业，`), or []."""
    listed = _LISTED.search(group.before)
    if not listed:
        return []
    for joint in ("、", "[、和]"):
        first, *more = re.split(joint, listed[1])
        trades = [_MADE_STRONG.sub("", object_of(first) or first), *more]
        if len(trades) == len(group.figures) and all(len(trade) > 1 for trade in trades):
            return trades
    return []


def _deeds_before(group: Group) -> list[str]:
    """Give the deeds that the clause before a verb alone tells of (`推进旧区改造，新开工90套`), one for each figure."""
    clause = LAST_CLAUSE.search(group.before)
    if not clause or group.figures[0].unit_class not in ("count", "size"):
        return []
    told = _AS_WORK.sub("", object_of(clause[1]))
    deeds = re.split("[、和]", told) if len(group.figures) > 1 else [told]
    return deeds if len(deeds) == len(group.figures) and all(map(DEED.search, deeds)) else []
