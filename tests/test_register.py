"""Which names mean one indicator, and which way is better."""

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as some

from tongbi.errors import BadVocabulary
from tongbi.identity import likeness, normal_name, take_apart
from tongbi.register import DEFAULT, Register, load

ROW = '[[indicators]]\nid = "lamps"\nname = "智慧路灯"\naliases = ["智能路灯"]\nunit = "盏"\nbetter = "more"\n'


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("地区生产总值", "gdp"),
        ("国内生产总值", "gdp"),
        ("全市生产总值", "gdp"),
        ("经济增长", "gdp"),
        ("国民生产总值", "gnp"),
        ("社会商品零售总额", "goods_retail_sales"),
        ("规模以上工业增加值", "industrial_added_value_above_scale"),
        ("工业增加值", "industrial_added_value"),
        ("城镇常住居民人均可支配收入", "income_urban"),
        ("城镇人均可支配收入", "income_urban"),
        ("农村居民人均可支配收入", "income_rural"),
        ("农村牧区常住居民人均可支配收入", "income_rural"),
        ("农牧民人均纯收入", "income_rural"),
        ("新增就业岗位", "urban_jobs"),
        ("园区新增就业岗位", ""),
        ("年均城镇新增就业", ""),
        ("出口总额", "export_total"),
        ("外贸进出口总额", "trade_total"),
        ("社零总额", "retail_sales"),
        ("万元 GDP 能耗", "energy_per_gdp"),
        ("新增高新技术企业", "hightech_firms_added"),
        ("高新技术企业总数", "hightech_firms"),
        ("金融机构本外币贷款余额", "loans_all_currencies"),
        ("各项贷款余额", "loans"),
        ("户籍人口城镇化率", "urbanization_registered"),
        ("全市常住人口", "population"),
        ("农民收入", ""),
        ("智慧路灯", ""),
        ("", ""),
    ],
)
def test_names_of_one_indicator(name: str, identity: str):
    assert DEFAULT.identify(name) == identity


@pytest.mark.parametrize(
    ("indicator", "direction"),
    [
        ("gdp", "more"),
        ("城镇调查失业率", "less"),
        ("cpi", "less"),
        ("赤字率", "band"),
        ("火灾事故", "less"),
        ("电信网络诈骗发案", "less"),
        ("事故隐患整治", "more"),
        ("新增停车位", "more"),
    ],
)
def test_which_way_is_better(indicator: str, direction: str):
    assert DEFAULT.direction(indicator) == direction


def test_every_name_of_the_seed_leads_to_its_indicator():
    for indicator in DEFAULT.indicators:
        for name in (indicator.name, *indicator.aliases):
            assert DEFAULT.identify(name) == indicator.id
        assert DEFAULT.name(indicator.id) == indicator.name


def test_parts_are_counted_in_the_unit_of_their_whole():
    for part in DEFAULT.indicators:
        if part.whole:
            whole = DEFAULT.of(part.whole)
            assert whole
            assert whole.unit == part.unit
            assert whole.better == part.better


def test_growth_is_nominal_unless_the_register_says_otherwise():
    lamps = load(ROW).of("lamps")
    gdp = DEFAULT.of("gdp")
    assert lamps
    assert gdp
    assert (lamps.prices, gdp.prices) == ("nominal", "constant")


def test_family_of_an_indicator_is_of_base_units():
    known = load(ROW.replace('unit = "盏"', 'unit = "吨"\nunits = ["千米", "盏"]')).of("lamps")
    assert known
    assert known.family == {"斤", "米", "盏"}


@pytest.mark.parametrize(
    ("earlier", "later", "kind", "since"),
    [
        (2018, 2019, "level", 0),
        (2019, 2020, "level", 2020),
        (2019, 2020, "growth", 0),
        (2020, 2021, "level", 0),
        (2021, 2022, "growth", 2022),
        (2019, 2022, "level", 2022),
    ],
)
def test_change_of_definition_parts_the_years_before_it(earlier: int, later: int, kind: str, since: int):
    notes = """notes = [
      { since = 2022, note = "旧灯不再计入", breaks = "both" },
      { since = 2020, note = "改按盏数", breaks = "level" },
    ]
    """
    lamps = load(ROW + notes).of("lamps")
    assert lamps
    note = lamps.breaks(earlier, later, "growth" if kind == "growth" else "level")
    assert (note.since if note else 0) == since


def test_register_is_extended_and_the_seed_left_as_it_was():
    extended = load(ROW)
    assert extended.identify("全区智能路灯") == "lamps"
    assert extended.identify("地区生产总值") == "gdp"
    assert DEFAULT.identify("智能路灯") == ""


def test_known_id_is_replaced():
    changed = load(ROW.replace("lamps", "gdp"))
    assert changed.identify("智慧路灯") == "gdp"
    assert changed.identify("地区生产总值") == ""
    assert len(changed.indicators) == len(DEFAULT.indicators)


def test_later_text_extends_the_earlier_one():
    assert load(ROW, ROW.replace("智慧路灯", "灯杆")).identify("灯杆") == "lamps"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[[indicators]\n", "not_toml", ""),
        ("indicators = 1", "wrong_type", "indicators"),
        ("[direction]\n", "unknown_field", "direction"),
        (ROW.replace('unit = "盏"\n', ""), "missing_field", "indicators[1].unit"),
        (ROW.replace('"more"', '"up"'), "wrong_type", "indicators[1].better"),
        (ROW.replace('["智能路灯"]', "[3]"), "wrong_type", "indicators[1].aliases[1]"),
        (ROW.replace('"智慧路灯"', '""'), "wrong_type", "indicators[1].name"),
        (ROW + 'colour = "red"\n', "unknown_field", "indicators[1].colour"),
        (ROW + ROW.replace("lamps", "lights"), "ambiguous_name", "lights"),
        (ROW.replace("智能路灯", "生产总值"), "ambiguous_name", "lamps"),
        (ROW + 'prices = "cheap"\n', "wrong_type", "indicators[1].prices"),
        (ROW + 'whole = "streets"\n', "bad_field", "lamps.whole"),
        (ROW + 'whole = "lamps"\n', "bad_field", "lamps.whole"),
        (ROW + 'notes = [{ since = 2020, note = "新" }]\n', "missing_field", "indicators[1].notes[1].breaks"),
    ],
)
def test_bad_register_is_refused_with_its_place(text: str, code: str, place: str):
    with pytest.raises(BadVocabulary) as refused:
        load(text)
    assert (refused.value.code, refused.value.place) == (code, place)


def test_indicators_of_the_corpus_extend_the_seed():
    own = load((ROOT / "corpus/indicators.toml").read_text(encoding="utf-8"))
    assert own.identify("税收超亿元楼宇") == "tax_100m_buildings"


def test_empty_register_knows_nothing():
    assert Register(()).identify("地区生产总值") == ""
    assert Register(()).direction("失业率") == "more"


@pytest.mark.parametrize(
    ("written", "common"),
    [
        ("全区新增停车泊位", "新增停车位"),
        ("“专精特新”企业", "专精特新企业"),
        ("新改建社区卫生服务中心（站）", "新改建社区卫生服务中心站"),
        ("规模以上工业企业营业收入", "规上工业企业营收"),
        ("全市", "全市"),
    ],
)
def test_common_form_of_a_name(written: str, common: str):
    assert normal_name(written) == common


def test_name_of_verbs_alone_keeps_them():
    assert take_apart("新建改造").core == take_apart("新建改造").full


@given(some.text(max_size=40))
def test_any_text_is_a_name_that_is_known_or_not(text: str):
    assert DEFAULT.identify(text) in {"", *(indicator.id for indicator in DEFAULT.indicators)}


weights = some.integers(1, 400).map(lambda half: half / 2)


@given(weights, weights, weights)
def test_likeness_lies_between_nothing_and_the_same(shared: float, more: float, other: float):
    like = likeness(shared, shared + more, shared + other)
    assert 0 < like < 1
    assert likeness(shared, shared, shared) == pytest.approx(1)
    assert like == pytest.approx(likeness(shared, shared + other, shared + more))
