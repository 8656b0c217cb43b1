"""Numbers that are no observation: dates, thresholds, sizes in a name, quoted slogans, numbering."""

import re
from bisect import bisect_right

from tongbi.observe.line import Line
from tongbi.observe.quantities import Quantity

_THRESHOLD = re.compile(r"(?:及|或)?(?:以上|以下|以内|之间|内)(?=[^，。；、：！？）])")
_SHARE_USE = re.compile(
    r"以上(?:的)?(?:投向|来自|用于|投入|集中|由|为|是|达到|实现|完成|纳入|建成|通过|占|属|居|被|采用|已)"
)
_HAN_TRUE = re.compile(r"[一二三四五六七八九十百两]")
_TIME_MEASURED = re.compile(
    r"(?:达到?|为|至|到|缩短|压缩|延长|减少|增加|提前|提高|控制在|缩减|天数|时间|寿命|天气|时限|降低|精简|少于|超过|突破|平均|优良|压减)$"
)
_RANK_CONTEXT = re.compile(
    r"(?:居|列|位|排|名|获|至|到|进|全[国省市区县州旗盟球]|世界|总分|分|数|额|量|率|度|均|取得|摘得|夺得|蝉联|保持|跃升|上升|前进|稳|成绩|综合|以)$"
)
_CREED = re.compile(r"(?:质量|安全|生命|人民|健康|民生|政治|服务|能力|学习|信用|顾客|群众|生态|发展|项目|效益|环保|落实|推进)$")
_INDEX = re.compile(r"(?:倍差|系数|指数|之比|收入比|得分|评分|均分|容积率)[^，。；、]{0,4}$")
_PASSED = re.compile(r"(?:突破|超过?|过|达到?|逾|跨越|迈上|跃上)$")
_ATTRIBUTE = re.compile(r"(?:以上)?[^\d，。；、]{2,14}\d+[个家户座项所条]")
_SIZED_BY = re.compile(r"(?:税收|产值|投资|营收|收入|主营业务收入|销售额|年销售|纳税|超|过|的|规模|引进|落地|签约|新建|招引)$")
_AMONG_ALL = re.compile(r"(?:全[国省市球区县]|世界|进入|跻身|居|列|入围|入选|排名)$")
_ATTRIBUTE_UNITS = ("蒸吨", "千伏", "兆伏安", "千伏安", "伏", "吨级", "P", "载重吨")
_CALLED = re.compile(r"(?:做到|坚持|突出|抓好|聚焦|把握|围绕|实现|落实|深化|推进|坚决|树立|强化)$")
_NAMED_BY = re.compile(r"(?:落实|贯彻|执行|国家|省|市|新|“[^”]{1,10}”|政策|意见|措施)$")


def inside_quotes(line: Line, quantity: Quantity) -> bool:
    """Whether the figure stands within “” or 《》: part of a name or a slogan."""
    starts = [span.start for span in line.quoted]
    place = bisect_right(starts, quantity.start) - 1
    return place >= 0 and quantity.end <= line.quoted[place].end


def is_trap(line: Line, quantity: Quantity) -> bool:
    """Whether the figure is no result and no target."""
    text = line.text
    before, after = text[max(0, quantity.start - 12) : quantity.start], text[quantity.end : quantity.end + 12]
    if quantity.kind == "streak" and before[-1:] == "“" and after[:1] == "”":
        return False
    if inside_quotes(line, quantity):
        return True
    if quantity.kind == "rank":
        return _no_rank(quantity, before, after)
    if quantity.kind == "doubling":
        return bool(re.match(r"[计行工”]", after))
    if quantity.kind == "streak":
        return False
    return _no_amount(line, quantity, before, after)


def _no_rank(quantity: Quantity, before: str, after: str) -> bool:
    if quantity.unit_class == "among":
        return not (_AMONG_ALL.search(before) and quantity.arabic and re.match(r"$|[，。；、]", after))
    if re.match(
        r"把手|、第|[次届批条季产方类款轮期个家职者]|阶段|一|责任|要务|资源|动力|生产力|时间|书记|议题|人民|中学|小学|医院|人称|道防线|线|监督|大|代",
        after,
    ):
        return True
    if not quantity.arabic and _CREED.search(before):
        return True
    return not (_RANK_CONTEXT.search(before) or re.match(r"$|[，。；、）]", after) and re.search(r"[居列位排]", before))


def _no_amount(line: Line, quantity: Quantity, before: str, after: str) -> bool:
    kind = quantity.unit_class
    if kind == "none":
        return not (_INDEX.search(before) and re.match(r"$|[，。；、]", after) and quantity.arabic)
    if kind == "heading" or before.endswith("每"):
        return True
    if quantity.unit.startswith(_ATTRIBUTE_UNITS) and re.match(r"(?:以上|以下|及以下|及以上)?[^，。；、]", after):
        return True
    if quantity.unit == "个" and after.startswith("“") and _CALLED.search(before):
        return True
    if kind == "bare" and (not quantity.arabic or re.match(r"[级＋+×·”]|千瓦|工程|伏", after)):
        return True
    if re.match(r"级|＋|\+|×|周年|[型制式]", after) or before[-1:] in ("第", "“", "《", "+", "G", "S", "×"):
        return True
    if not quantity.arabic and not (kind in ("tenths", "money") or (_PASSED.search(before) and quantity.unit[:1] in "万亿")):
        return True
    if (
        not quantity.arabic
        and kind == "money"
        and before[-1:] in ("过", "超", "税", "收")
        and not re.match(r"$|[，。；、]", after)
    ):
        return True
    if not quantity.arabic and quantity.unit == "元":
        return True
    if kind in ("money", "size") and _ATTRIBUTE.match(line.text[quantity.end : quantity.end + 24]) and _SIZED_BY.search(before):
        return True
    if kind == "money" and re.search(r"(?:超|超过|过|逾)$", before) and re.match(r"[^，。；、：！？的以左元]", after):
        return True
    if kind == "size" and re.match(r"[^，。；、]{0,6}(?:服务圈|生活圈|经济圈|商圈|通勤圈)", after):
        return True
    if re.search(r"(?:^|[，；])以[^，；]*$", line.text[max(0, quantity.start - 20) : quantity.start]) and re.match(
        r"[^，；]{0,20}为(?:重点|核心|主线|抓手|契机|目标)", line.text[quantity.end : quantity.end + 30]
    ):
        return True
    if quantity.values == (12345,) or quantity.values == (12315,):
        return True
    if kind == "tenths" and not re.match(r"$|[，。；、的以左]", after):
        return True
    if kind == "time" and not _TIME_MEASURED.search(before):
        return True
    if kind == "time" and re.match(r"(?:以上|以下|内|左右)?[^，。；、以左上下]", after):
        return True
    if kind == "share" and re.match(r"以上[^，。；、]", after):
        return not _SHARE_USE.match(after)
    if kind in ("money", "size", "bare") and _THRESHOLD.match(after):
        return True
    return (
        quantity.unit in ("条",)
        and bool(_NAMED_BY.search(before))
        and bool(re.match(r"[”，。；、》]|政策|措施|举措|意见", after))
    )
