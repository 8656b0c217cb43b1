"""Names that share a head or a beginning: 城镇、农村居民人均可支配收入 are two names."""

import re

from tongbi import vocabulary
from tongbi.observe.nouns import doing_verb
from tongbi.observe.phrases import ending

# A set of first characters stands in front: a search passes over all others at once.
_JOINER = re.compile(r"[、和与及以](?:(?<![及以])|(?<=及)(?<![普涉惠波]及)(?![时格早第])|(?<=以)及)")
_METRIC = re.compile(
    r"(?:值|额|(?<!需氧)量|(?:毛?入[学园]|参[保合]|升学)?率|数|收入|投资|占比|比重|比例|浓度|余额|面积|规模|指数|资金|支出|强度|密度|里程|总分|人次|损失|增速|涨幅|贷款|存款|价格|利润|税收|排放|消费|销售|产值|水平|总产|标准|产量|能耗|综合能耗|成交|出口|进口|外资|时限|环节|覆盖面)$"
)


_RATE = re.compile(r"(?:[一-鿿]{2}化|(?:综合|安全|有效|集中|水质|规范)?[一-鿿]{2})率$")
_INSURANCE = "保险"
_STATE_HELD = "国有及国有控股"
"""One word, though it holds 及."""
_PLACES = ("区", "县", "市", "镇", "园")
_OWN_PLACE = re.compile(r"[一-鿿]{1,6}?[区县市镇园](?=[一-鿿]{3})")
_USED_FOR = re.compile(r"[^，、]{0,12}?用于")
# A thing named in full, to which no head of the list belongs: 个体工商户、私营企业; 发热门诊和检测机构.
_WHOLE = re.compile(
    r"(?<=[一-鿿”]{2})(?:户|门诊|诊室|医院|总部|中心|企业|机构|合作社|大户|农场|学校|园区|基地|平台|项目|工厂|车间|场景|单位|店|游客|旅客)$"
)
# `甲集团、乙集团在全国百强中的排名`.
_RANKED_IN = re.compile(r"在[^，、在]{2,16}(?:排名|位次|排位|名次)$")
_OF_EXAMPLES = re.compile(
    r"(?<![中高初同平])等((?![级教学职])[一-鿿]{2,6}(?:投资|支出|贷款|产量|产值|增加值|收入|消费|销售))$"
)
_EACH_OF = re.compile(r"(.*?)((?:人|户|亩|村)均)[、和]((?:人|户|亩|村)均)(.+)")
_POLLUTANT = re.compile("氮氧化物|二氧化硫|化学需氧量|氨氮|挥发性有机物|总磷|颗粒物")
# What came of a thing in two ways, whose measure is said once: 发明专利申请和授权量, 房屋竣工、销售面积.
_TWO_DEEDS = re.compile(
    r"([一-鿿]{2,})(申请|受理|施工|开工|竣工|生产|引进)和?、?(授权|授予|销售|竣工|投产|落地)(量|数|面积|额|数量)"
)
_OF_DEED = ("量", "数", "面积", "额")
_LEVEL = re.compile(r"(?:国家|省|自治区|市|区|县|州)级(?:及?以上)?(?!市)")
_HAS_LEVEL = re.compile(r"级|全[国省市]|中国|国家|世界|[省市县]")
_SUMS = ("收入", "产值", "增加值", "投资")
_RATES = ("占比", "比重", "比例", "率", "在校生", "在校学生", "在校生数")
_ACTORS = ("企业", "园区", "开发区", "集团", "公司", "行业", "产业", "单位")
_OWNERS = ("园区", "企业", "基地", "平台", "机构", "项目", "合作社")
_NEW = "新增"
_RESERVES = "储量"
_ALONE = {"出口额", "进口额", "出口", "进口", "税收", "利税", "投资", "贷款余额", "存款余额"}
# `单位产值能耗、水耗`: what they are for each of is said once.
_PER_UNIT = ("单位", "万元")
_PER_PRODUCT = re.compile("(?:单位|万元)(?:国内|地区|工业)?(?:生产总值|增加值|总?产值|GDP)(?=.)")
_CONSUMED = frozenset({"水耗", "电耗", "物耗", "用水量", "碳排放", "能耗", "二氧化碳排放", "二氧化碳排放量"})
_SHORT = 5
"""A member of a list that stands before 的 is no longer than this."""
_TOWN_AND_COUNTRY = ("城镇", "城市", "农村", "乡村")


# 粮食播种面积和总产量: what is grown is not of the sowing.
_SOWN = re.compile("(?<=[一-鿿]{2})(?:播种|种植|收获|栽培)$")
_GROWN = frozenset({"产量", "总产量", "总产", "单产", "产值", "总产值"})
_OF_DEALS = ("金额", "次数", "件数")
_PAIRS = (
    ("城乡", "城镇", "农村"),
    ("外资外贸", "外资", "外贸"),
    ("外贸外资", "外贸", "外资"),
    ("存贷款", "存款", "贷款"),
    ("出入境", "出境", "入境"),
)
_INDICATORS = re.compile(r"(.+?[、和].+?)[两三四五六七八九十\d]项(?:主要)?(?:经济)?(?:指标|数据)(.*)")
_SECTORS = re.compile(r"(.{0,6}?)(?:三次|三大|一、二、三次?|第一、二、三次?|第一、第二、第三)产业(.*)")
_INDUSTRIES = re.compile(r"(.+?)[三四五六七八九十两2-9]大(?:主导|支柱|特色|重点|优势)?产业(?:分别)?(?:实现|完成)?(.*)")


def _pieces(subject: str) -> list[str]:
    """Cut at the marks and words of coordination, outside quotes and brackets."""
    if not _JOINER.search(subject):
        return [subject] if subject else []
    found, start, depth = [], 0, 0
    place = 0
    while place < len(subject):
        char = subject[place]
        depth += (char in "“《（") - (char in "”》）")
        one_word = subject.startswith(_STATE_HELD, place - 2)
        if depth <= 0 and not one_word and (mark := _JOINER.match(subject, place)) and 0 < place < len(subject) - 1:
            found.append(subject[start:place])
            place = start = mark.end()
            continue
        place += 1
    found.append(subject[start:])
    return [piece for piece in found if piece]


def parts_of(subject: str, count: int, *, shared: bool, measured: bool) -> list[str]:
    """Give the names in `subject` for `count` figures; one name where it is not to be taken apart.

    `shared`: 分别, 均 or 都 was said; `measured`: the figure is a rank, share or growth, which a list of full names may
    share.
    """
    subject = subject.replace("存、贷款", "存贷款")
    for pair, first, second in _PAIRS:
        if (
            pair in subject
            and (count == 2 or (count == 1 and shared and pair != "出入境"))
            and len(_pieces(subject)) == 1
        ):
            return [subject.replace(pair, first), subject.replace(pair, second)]
    if count == len("一二三") and (found := _SECTORS.fullmatch(subject)):
        return [f"{found[1]}第{place}产业{found[2]}" for place in "一二三"]
    if shared and (found := _INDICATORS.fullmatch(subject)):
        return [f"{piece}{found[2]}" for piece in re.split("[、和]", found[1]) if piece]
    if count > 1 and (found := _INDUSTRIES.fullmatch(subject)) and len(listed := found[1].split("、")) == count:
        return [f"{piece}产业{found[2]}" for piece in listed]
    if subject.endswith("等") and len(listed := _pieces(subject.removesuffix("等"))) > 1 and (shared or measured):
        # `甲、乙、丙等都增长`: each stands alone.
        return listed
    if count == 1 and subject.endswith(_OF_DEED) and (deeds := _TWO_DEEDS.fullmatch(subject)):
        return [f"{deeds[1]}{deed}{deeds[4]}" for deed in (deeds[2], deeds[3])]
    if "均" in subject and count <= 2 and (each := _EACH_OF.fullmatch(subject)):
        return [each[1] + each[2] + each[4], each[1] + each[3] + each[4]]  # 农民亩均、人均税赋
    pieces = _pieces(subject)
    if len(pieces) <= 1:
        return [subject]
    if count > 1 and len(pieces) != count:
        merged = [piece for piece in re.split("、", subject) if piece]
        pieces = merged if len(merged) == count else re.split("和|(?<![普涉惠波])及|与", subject)
        if len(pieces) != count:
            return [subject]
        return _completed(pieces)
    if count > 1:
        names = _completed(pieces)
        new = not measured and names[0].startswith(_NEW) and not any(doing_verb(name) for name in names[1:])
        return [names[0], *(_NEW + name for name in names[1:])] if new else names
    if shared:
        return _completed(pieces) if measured else _of_one_level(_completed(pieces))
    if measured and pieces[0] in _TOWN_AND_COUNTRY:
        return _completed(pieces)
    if measured and all(len(piece) >= 2 and _METRIC.search(piece) for piece in pieces):
        return _completed(pieces)
    return [subject]


def _completed(pieces: list[str]) -> list[str]:
    """Give every piece the head that the last one carries for all, and the beginning that the first one does."""
    last = pieces[-1]
    head = _shared_head(pieces)
    if (use := _USED_FOR.match(pieces[0])) and "用于" not in "".join(pieces[1:]) and "的" in last:
        # `财政用于科技、教育的支出`: the beginning is of all, and so is what stands behind the last 的.
        tail = last[last.rindex("的") :]
        pieces = [piece if piece.endswith(tail) else piece + tail for piece in pieces]
        return [pieces[0], *(use[0] + piece for piece in pieces[1:])]
    if head:
        pieces = [*(_with_head(piece, head) for piece in pieces[:-1]), last]
    if pieces[0].startswith("第"):
        pieces = [piece if piece.startswith("第") else "第" + piece for piece in pieces]
    first = pieces[0]
    bare = vocabulary.names().bare
    metric = _metric_of(first, bare)
    base = first[: len(first) - len(metric)] if metric else ""
    if len(pieces) == 2 and first.endswith(_OF_DEALS) and last.endswith(first[-2:]) and len(first) > len(last) <= 4:
        # `丝绸合同金额和执行金额`: whose they are is said once.
        return [first, first[: -len(last)] + last]
    if first.startswith(_PER_UNIT):
        bare |= _CONSUMED
        if per := _PER_PRODUCT.match(first):
            base = per[0]
    # Of firms and parks a list tells all measures: 工业企业产值和利税.
    alone = bare if base.endswith(_ACTORS) else bare - _ALONE
    found = [first]
    for piece in pieces[1:]:
        piece = piece.removeprefix("实现") if base and piece[2:] in alone else piece
        if piece in alone and base:
            found.append((_SOWN.sub("", base) if piece in _GROWN else base) + piece)
            continue
        found.append(piece)
        if 0 < len(own := _metric_of(piece, bare)) < len(piece) - 1:
            # `甲校入学率和巩固率、乙校参保率和资助率`: the next measures are of what was named last.
            base = piece[: len(piece) - len(own)]
    return found


def _of_one_level(names: list[str]) -> list[str]:
    """Give all names of a list the verb and level that stand in front of the first (`新增省级工厂、车间各1个`)."""
    verb = doing_verb(names[0])
    found = _LEVEL.match(names[0], len(verb))
    level = found[0] if found and not any(_HAS_LEVEL.search(name) for name in names[1:]) else ""
    if any(doing_verb(name) for name in names[1:]):
        return names
    return [names[0], *(verb + level + name for name in names[1:])]


def _metric_of(name: str, bare: frozenset[str]) -> str:
    return ending(name, bare) or ((found := _METRIC.search(name)) and found[0]) or ""


def _with_head(piece: str, head: str) -> str:
    """Give a piece the shared head, what both hold (`城镇居民`, `居民人均收入`) once."""
    if _METRIC.search(piece) or piece.endswith(head):
        return piece
    if piece.endswith("保") and head.startswith("保险"):
        return piece + head[2:]  # 医保、养老保险参保率
    return piece.removesuffix(head[:2]) + head


_NO_RATE_OF = ("汇率", "失业率")
"""Rates of one thing, which no list shares: 价格涨幅、失业率."""


def _of_two_deeds(before: str, rate: str) -> bool:
    """Whether a rate is of two deeds with one thing: `农产品转化和加工率`."""
    doing = vocabulary.names().doing
    return before[-2:] in doing and rate[:2] in doing and before[-2:] != rate[:2]


def _shared_head(pieces: list[str]) -> str:
    last, before = pieces[-1], pieces[-2]
    if before in vocabulary.names().doing and 0 < len(verb := doing_verb(last)) < len(last) - 1:
        return last[len(verb) :]  # 新签约、新开工、新投产亿元以上项目
    if ranked := _RANKED_IN.search(last, 1):
        return ranked[0]
    if pollutant := _POLLUTANT.match(last):
        return last[pollutant.end() :]
    if "等" in last and (of_all := _OF_EXAMPLES.search(last, 2)):
        return of_all[1]  # 卫生、环保、公共设施等建设投资
    of = last.rfind("的")
    listed = 1 < of <= _SHORT and len(before) <= of + 1 and of < len(last) - 2
    if listed and "占" not in last and not _METRIC.search(before):
        # `小学、初中和普通高中的学位`: what the list is of stands behind 的; `养老、医疗保险的人数`: and before it.
        insured = last.find(_INSURANCE, 1, of)
        return last[insured if insured > 0 and _INSURANCE not in before else of :]
    if before.endswith(_PLACES) and (own := _OWN_PLACE.match(last)):
        return last[own.end() :]
    if _METRIC.search(before) and len(before) > 2 and before not in ("出口", "进口", "消费", "投资"):
        return ""
    same = len(before)
    if before in vocabulary.names().goods and last.endswith(_RESERVES):
        return _RESERVES  # 金、银、硅藻土储量
    if last.endswith("产品产量"):
        return "产量"
    if same < len(last) and same <= 2 and before not in vocabulary.names().shared_heads:
        return last[same:]
    head = ending(last, vocabulary.names().heads)
    if last.endswith(_NO_RATE_OF):
        head = ""
    elif head == "率" and (rate := _RATE.search(last, 1)) and not _of_two_deeds(before, rate[0]):
        head = rate[0]  # 自来水、燃气普及率
    if head and (share := last.rfind("占", 1)) > 1:
        # `甲业、乙业占工业增加值比重`: of what it is a share is part of the head.
        head = last[share:]
    if head and head != last:
        # What 均 tells of whole things is their measure: 甲园区、乙开发区营业收入.
        measure = ending(last, vocabulary.names().bare) if head.endswith(_SUMS) and before.endswith(_OWNERS) else ""
        if head.endswith(_RATES):
            measure = head  # 甲用户、乙用户占比
        return measure if _WHOLE.search(before) else head
    if same < len(last) - 1 and same <= 4 and not last[same - 1 : same + 1].isascii():
        return last[same:]
    return ""
