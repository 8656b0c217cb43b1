"""The calendar: headings within a section, and how long a turn holds."""

from tongbi.observe.periods import Calendar


def test_a_heading_within_a_section_turns_to_its_own_years_and_back() -> None:
    calendar = Calendar(2031)
    calendar.enter("plan", "关于第十六个五年规划纲要的说明")
    assert calendar.hear("（一）编制过程", "plan", 0, heading=True).written == "2031-2035"
    assert calendar.hear("（二）“十五五”时期的成绩", "plan", 1, heading=True).written == "2026-2030"
    assert calendar.hear("（三）2031年的重点工作", "plan", 2, heading=True).written == "2031"
    assert calendar.hear("新建水库3座。", "plan", 3).written == "2031"


def test_a_look_back_in_a_plan_holds_for_its_paragraph() -> None:
    calendar = Calendar(2031)
    calendar.enter("plan", "2031年的主要任务")
    assert calendar.hear("过去的五年，对外交往取得进展。", "plan", 0).role == "actual"
    assert calendar.hear("接待外宾82批。", "plan", 0).written == "2026-2030"
    assert calendar.hear("接待外宾40批。", "plan", 1) == calendar.sticky
    assert calendar.sticky.role == "target"


def test_years_told_amid_the_numbers_of_a_paragraph_hold_for_it_alone() -> None:
    calendar = Calendar(2031)
    calendar.enter("plan", "2031年的主要任务")
    calendar.hear("新建公路30公里，投资1.2亿元。", "plan", 0)
    assert calendar.hear("今后五年，建成高速公路150公里。", "plan", 0).written == "2031-2035"
    assert calendar.hear("整治河道20公里。", "plan", 1).written == "2031"


def test_tasks_of_the_years_to_come_go_on_through_sections_until_one_names_a_year() -> None:
    calendar = Calendar(2031)
    told = []
    for heading in ("一、今后五年的奋斗目标", "二、加强农业基础", "三、2031年重点工作", "四、加强自身建设"):
        calendar.enter("plan", heading)
        told.append(calendar.hear("新建学校30所。", "plan", 0).written)
    assert told == ["2031-2035", "2031-2035", "2031", "2031"]
