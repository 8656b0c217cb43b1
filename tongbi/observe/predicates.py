"""What stands between a name and its number: bounds, growth, reaching, comparing, sharing out."""

import re
from functools import cache
from typing import Literal, NamedTuple

from tongbi import vocabulary
from tongbi.model import Bound
from tongbi.numerals import DIGITS
from tongbi.observe.phrases import beginning, ending

Motion = Literal["", "rise", "fall", "reach"]

_COMPARED = re.compile(
    r"(?:比|较|同比|相比|高于|低于)(?:上年|去年|前年|上一?年度?|第?[一二三四]季度|上半年|同期|年初|计划|目标|预期|全[国省市]|[12一二三四五六七八九十○〇零]{4}年"
    r"|[12]\d{3}年|“?[一二三四五六七八九十]+五”?|[五三四两2-5]年前|\d+月)[^，；。]{0,10}$"
    r"|[与同和](?:上年|去年|前年|上半年|同期|年初)[^，；。]{0,4}相比$"
)
_BASIS = re.compile(
    r"(?:按照?)?(?:同口径|自然口径|可比口径|可比价格?计?算?|可比口径计?算?|现价|不变价|(?<=按)[^，。；、]{1,3}口径)[^，。；]{0,4}$"
)
_YEARS_AGO = re.compile(r"([二三四五]|\d)年前")
_BASE_YEAR = re.compile(r"(?:比|较)[^，；。]{0,3}?((?:19|20)\d\d)年")
_FROM_YEAR = re.compile(
    r"(?:(?P<from>由|从)[^，。；、]{0,4}?)?(?<![比较])(?<!恢复[到至])(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:的|底的?|末的?|初的?|度)?(?:人均)?(?:每人)?(?:每[月年])?$"
)
_AT_YEAR = re.compile(r"(?:到|至|截至|在)?(?<![比较])(?<!恢复[到至])((?:19|20)\d\d)年(?:底|末|度)?(?:止|时)?，?$")
_FROM = re.compile(
    r"(?:由|从)(?:[一二][〇零九○][〇零一二三四五六七八九○]{2}年|原来|[\d一二三四五六七八九][十0]年代[初末]?|今年预计|[上去]年年?[底末]?|年初|[一二三]季度|上半年|五年前|现在|目前|“[一二三四五六七八九十]+五”(?:期间|时期)|[^，。；、]{1,6}?末|过去|此前|[改整调搬][^，。；、\d]{1,2}前|原|每[^，。；、\d]{1,3})?的?(?:全[国省市区县])?(?:倒数)?$"
)
_EACH = re.compile(
    r"(?:(?<=[至到为价的于过])每(?:立方米?|平方米|百平方公里|公斤|斤|吨|度|人|户|亩|月|年|天|千克|日)|(?:(?<=[一-鿿])[由从])?每(?:人|户|生|名?学生)每?(?:月|年|学年|天|日)|(?<=[一-鿿])[由从]每(?:平方公里|[万千百]?[人户亩]))$"
)
# What is left of a predicate that was cut: 处理率由不足50%, 播种面积在1000万亩以上.
_LEFT = re.compile(
    r"(?:(?<=[到至])(?:年末|前?[一二三四]季度|上半年|\d{1,2}月份?)的?|(?<=[一-鿿]{3})在(?:上年|去年|前年|多年)|(?<=[一-鿿]{2})(?<![自理缘])[由从]|(?<=[率量积值入额数重例])在"
    r"|(?<=[一-鿿][到至为])(?:今年|去年|现在|目前)|(?<=[一-鿿]{2})(?:由(?:上年|去年)|[由从](?:[一二三]季度|上半年))|(?<=[额量值数款])(?:年[末底]|[今去]年|[二三四五两]年间)|(?<=[额量费价率资])年内|(?<=[一-鿿][率额量值度标数济业口资])(?:第?[一二三四]季度|前三季度|[上下]半年))$"
)
_BEFORE_LEFT = (
    "由",
    "从",
    "在",
    "年",
    "年末",
    "年底",
    "年间",
    *("末的", "度的", "月的", "份的", "年的"),
    "目前",
    "年内",
    "季度",
    "月",
    "份",
)
_MOVED_FROM = ("由", "从", "在上年", "在去年", "由上年", "由去年")
# What stands between a name and 人均: 养老金月人均2875元, 标准由人均290元.
_OF_EACH = re.compile(
    r"(?P<from>(?<=[一-鿿])[由从]|^[由从](?:原来?|现在|目前)?)?(?:每?[月年])?(?P<moved>(?<=[一-鿿])[由从])?$"
)
# Circumstances between a name and its number: `总产量在正常年景下达到`, `能耗“九五”期间下降`, `出口从7月份开始回升`.
_CIRCUMSTANCE = re.compile(
    r"(?:在[^，。；]{2,18}(?:情况|基础|背景|条件|前提)[下上]|在?正常年景下|(?<![比较于由从是为])“[一二三四五六七八九十]+五”(?:期间|时期|期?末)|(?:从|自)\d+月份?(?:开始|起)|在全[国省市区县]"
    r"|(?:不?考虑|剔除|扣除|除去|不计|排除|调整)[^，。；、]{1,14}因素(?:影响)?(?:以?外|后)?)，?$"
)
_ENDS_CIRCUMSTANCE = frozenset("，下上间期末始起国省市区县素响外后")
"""The characters that a circumstance can end with, and so what it can be looked for behind."""
_IN_ALL = re.compile(r"[、和并]?(?:累计|总共|五年共|共(?![享建有产同青]))")
_MULTIPLE = re.compile(r"(?:是|为|相当于|达到?)(?:[^，。；“”]|“[^，。；”]{1,4}”){0,14}的?$")


_STRAY = ("。", "o")
"""Marks that slip between a number and its bound: `7.3%。以内`, `9‰o以下`."""
_SAYS_SO = ("为", "是", "控制在", "保持在", "稳定在")
PER = ("人均", "户均", "亩均", "村均")
"""So much for each of the people, households …"""
_TWO_DEEDS = ("减负增收", "增产增收", "节支增收", "增收节支", "提质增收")
_OWN_OBJECT = ("增收", "增支", "增产", "减负", "节支")
_OF_STREAK = re.compile(
    r"(?:已|再次|创建|获评|荣获|获得)*(?:全[国省市区县州])?(?:连续|实现|“|的|，)+$|(?<=[一-鿿]{4})(?<![存所])在(?:连续)?$"
)


# `跃居内河港口第三位`: whatever it rose among. `总里程排名第七` is of 总里程; 指数排名 and 评价排名 are names.
_ROSE_AMONG = re.compile(r"^(?:居(?!民|住|家)|跃居|跃升至|高居|稳居|位居|位列|名列)[^，。；、\d量率额值]{2,10}$")
# What a place moved from, and what it was given in: `排名从第19位下降到`, `在绿色发展指数排名中位列`.
_RANK_BEFORE = re.compile(r"[由从](?:全[国省市区县])?第?\d{1,3}(?:位|名)?$|(?<=[名价核比估榜])中$")
_AMOUNT_RANKED = re.compile(r"(?:(?<=[量额率值程])|(?<=收入)|(?<=总数))排名$")


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(vocabulary.ranks().placing)})+$")


@cache
def _among() -> re.Pattern[str]:
    """Match what a rank is told among (`居全国副省级城市`), where it comes right before the place."""
    placing, scope = "|".join(vocabulary.ranks().placing), vocabulary.ranks().scope.alternation
    among = r"(?:[^，。；、率量数额值》”名（）()\d]|[（(][^（）()]{1,8}[）)]){0,12}?"
    return re.compile(
        rf"(?:{placing})*(?:(?<=[居列])\d+[个家])?(?:{scope})(?:的?\d+[个家])?{among}(?:中|中的|的)?(?:{placing})*(?:排名)?$|在[^，。；、\d]{{2,20}}(?:均|分别)?排名$"
    )


class Predicate(NamedTuple):
    """What was cut from the end of a phrase before a number. `subject` is what is left: the name, where there is one.

    `shared`: 分别, 均 or 都 stood there, so that the numbers are shared out over several names. `yearly`: a mean.
    `compared`: the number is measured against another time; `base_year` is that time where it is a year.
    `at_year` is a year right before the number (`由2015年的`), `before` whether it is what the number moved from.
    """

    subject: str
    bound: Bound
    motion: Motion
    shared: bool
    yearly: bool
    compared: bool
    base_year: int | None
    at_year: int | None
    before: bool
    motion_word: str
    summed: bool
    """累计, 共: the number adds up what came about."""
    years_ago: int | None
    """`比五年前`: how many years the number looks back."""


@cache
def _cut_words() -> frozenset[str]:
    """Give all that is cut because it is a word of a list."""
    measures = vocabulary.measures()
    return vocabulary.bounds().before.every.union(measures.reach, measures.rise, measures.fall, measures.filler)


class _Cutting:
    """The state of cutting a phrase from its end."""

    def __init__(self, phrase: str) -> None:
        self.rest = phrase
        self.bound: Bound = ""
        self.motion: Motion = ""
        self.motion_word = ""
        self.shared = self.yearly = self.compared = self.before = False
        self.base_year: int | None = None
        self.at_year: int | None = None
        self.summed = False
        self.years_ago: int | None = None

    def drop(self, length: int) -> None:
        """Cut `length` characters from the end."""
        self.rest = self.rest[: len(self.rest) - length]

    def cut_bound(self) -> bool:
        before = vocabulary.bounds().before
        word = ending(self.rest, before.every)
        if not word or ending(self.rest, vocabulary.bounds().no_bounds):
            return False
        # The longest word decides: 不超过 is no 超过.
        self.bound = self.bound or next(kind for kind, words in before.kinds if word in words)
        self.drop(len(word))
        return True

    def cut_motion(self) -> bool:
        for kind, words in vocabulary.measures().motions:
            word = ending(self.rest, words)
            if word and len(word) < len(ending(self.rest, vocabulary.names().doing)):
                return False
            if word == "增长" and self.rest.endswith("负增长"):
                continue
            if word == "达" and self.rest.endswith("直达"):
                return False
            if word in _OWN_OBJECT and self.rest.endswith(_TWO_DEEDS):
                return False
            if word:
                # `增长均为7%`, `上涨控制在3%` are growths: 为 and 控制在 only say so.
                if not self.motion or (self.motion_word in _SAYS_SO and word in ("增长", "上涨")):
                    self.motion, self.motion_word = kind, word
                self.drop(len(word))
                return True
        return False

    def cut_comparison(self) -> bool:
        comparing = "比" in self.rest or "较" in self.rest or "于" in self.rest
        found = _COMPARED.search(self.rest) if comparing else None
        if not found and ("价" in self.rest or "口径" in self.rest):
            found = _BASIS.search(self.rest)
        if not found:
            return False
        self.compared = True
        if years := _YEARS_AGO.search(found[0]):
            self.years_ago = DIGITS.get(years[1]) or int(years[1])
        if year := _BASE_YEAR.search(found[0]):
            self.base_year = int(year[1])
        self.drop(len(found[0]))
        return True

    def cut_year(self) -> None:
        found = _FROM_YEAR.search(self.rest) if "年" in self.rest else None
        if found:
            self.at_year = int(found["year"])
            self.before = bool(found["from"])
        elif ("由" in self.rest or "从" in self.rest) and (found := _FROM.search(self.rest)):
            self.before = True
        if found:
            self.drop(len(found[0]))

    def cut_at_year(self) -> bool:
        found = _AT_YEAR.search(self.rest) if "年" in self.rest else None
        if found:
            self.at_year = self.at_year or int(found[1])
            self.drop(len(found[0]))
        return bool(found)

    def cut_filler(self) -> bool:
        word = ending(self.rest, vocabulary.measures().filler)
        if not word or (len(word) < len(ending(self.rest, vocabulary.names().doing)) and self.motion == ""):
            return False
        if self.rest.endswith("占" + word):
            return False
        if self.rest.endswith(PER):
            return self.cut_per()
        self.shared = self.shared or word in ("分别", "均", "都", "各", "均已", "也均", "双双", "都在", "均在")
        self.summed = self.summed or word in ("累计", "共", "共计", "合计", "总计", "累计达")
        self.yearly = self.yearly or "年均" in word or word in ("年平均", "每年", "平均每年", "每年平均")
        self.drop(len(word))
        return True

    def cut_per(self) -> bool:
        """Cut 人均 between a name and its number (`标准增加到人均280元`), not from `人均增收` nor where it is all."""
        if self.motion_word in _OWN_OBJECT or self.rest.lstrip("、，和") in PER:
            self.rest += self.motion_word if self.motion_word in _OWN_OBJECT else ""
            return False
        self.drop(len(PER[0]))
        if (found := _OF_EACH.search(self.rest)) and found[0]:
            self.before = self.before or bool(found["from"] or found["moved"])
            self.drop(len(found[0]))
        return True

    def cut_circumstances(self) -> None:
        """Cut what stands between a name and its number. Most phrases end with a name: one look at them is enough."""
        if "每" in self.rest:
            self.cut_pattern(_EACH)
        if self.rest[-1:] in _ENDS_CIRCUMSTANCE:
            self.cut_pattern(_CIRCUMSTANCE)
        if self.rest.endswith(_BEFORE_LEFT):
            self.cut_pattern(_LEFT)

    def cut_pattern(self, *patterns: re.Pattern[str]) -> None:
        for pattern in patterns:
            if found := pattern.search(self.rest):
                self.shared = self.shared or bool(re.search("均|都|分别|分列|分居", found[0]))
                self.before = self.before or found[0].startswith(("由每", "从每")) or found[0] in _MOVED_FROM
                self.drop(len(found[0]))


def cut_predicate(phrase: str, kind: str = "amount") -> Predicate:
    """Cut from the end of `phrase`, which stands before a figure of `kind`, every word that is no part of a name."""
    state = _Cutting(phrase)
    if kind == "rank":
        state.cut_pattern(_ROSE_AMONG, _among(), _placed(), _AMOUNT_RANKED)
        state.before = phrase[len(state.rest) :].startswith("由")
    elif kind == "streak":
        state.cut_pattern(_OF_STREAK)
    elif kind == "times":
        state.cut_bound()
        state.cut_pattern(_MULTIPLE)
    state.summed = ("共" in phrase or "累计" in phrase) and bool(_IN_ALL.match(phrase))
    if "每" in phrase:
        state.cut_pattern(_EACH)
    state.cut_year()
    while state.rest:
        state.cut_circumstances()
        # Most phrases end with a name: one look tells that none of the many words can be cut.
        word = bool(ending(state.rest, _cut_words())) and not state.rest.endswith("行为")
        cut = (
            (word and (state.cut_bound() or state.cut_motion()))
            or state.cut_at_year()
            or (word and state.cut_filler())
            or state.cut_comparison()
        )
        if not cut:
            break
    if kind == "rank":
        state.cut_pattern(_RANK_BEFORE)
    return Predicate(
        state.rest,
        state.bound,
        state.motion,
        state.shared,
        state.yearly,
        state.compared,
        state.base_year,
        state.at_year,
        state.before,
        state.motion_word,
        state.summed,
        state.years_ago,
    )


def without_circumstance(phrase: str) -> str:
    """Cut from the end of a phrase when or under what circumstances something came about."""
    return _CIRCUMSTANCE.sub("", phrase)


def bound_behind(text: str) -> tuple[Bound, int]:
    """Read the bound that follows a number, and how many characters it takes."""
    if text[:1] in _STRAY and text[1:]:
        bound, length = bound_behind(text[1:])
        return bound, length + 1 if length else 0
    if not beginning(text, vocabulary.bounds().after.every):
        return "", 0
    for kind, words in vocabulary.bounds().after.kinds:
        word = beginning(text, words)
        if word in ("内", "多") and text[1:2] not in ("", *"，。；、"):
            continue
        if word:
            return kind, len(word)
    return "", 0
