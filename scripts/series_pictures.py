"""Draw the series that docs/series.md shows, one picture each, and print its table of missing years.

    python -m scripts.series_pictures [WAREHOUSE]

WAREHOUSE holds the reports of 杭州市, 国务院, 浙江省 and 海拉尔区; without it the project's own is asked. Pictures go
to docs/series/*.svg.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from viewer.choice import indicators
from viewer.render import plot, series
from viewer.wording import words
from warehouse.answers import SeriesRow
from warehouse.store import folder, open_published

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 760, 270
LEFT, RIGHT, TOP, BOTTOM = 56, 14, 46, 34
INK, DIM, LINE, AIM, MET, MISSED, PAPER = "#1f2328", "#656b76", "#e5e1d8", "#4338ca", "#0f766e", "#9a3412", "#ffffff"
FONT = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
SAID = words("zh")


@dataclass(frozen=True)
class Picture:
    """One series: which government, indicator and kind, and the years that are shown."""

    name: str
    region: str
    key: str
    kind: str
    first: int
    last: int


GOVERNMENTS = (("hangzhou", "杭州市", 2014, 2026), ("guowuyuan", "国务院", 2000, 2026),
               ("zhejiang", "浙江省", 2000, 2026), ("hailaer", "海拉尔区", 2012, 2019))  # fmt: skip
EVERYWHERE = (("gdp", "change_pct.%"), ("urban_jobs", "level.人"), ("retail_sales", "change_pct.%"))
OF_THE_DISTRICT = (
    ("income_urban", "change_pct.%"),
    ("income_rural", "change_pct.%"),
    ("industrial_output_above_scale", "level.元"),
    ("unemployment_registered", "ratio.%"),
    ("budget_revenue", "level.元"),
)
PICTURES = tuple(
    Picture(f"{short}-{key}", region, key, kind, first, last)
    for short, region, first, last in GOVERNMENTS
    for key, kind in (*EVERYWHERE, *(OF_THE_DISTRICT if short == "hailaer" else ()))
)


def main(where: Path) -> None:
    """Draw every picture and print the table."""
    out = ROOT / "docs" / "series"
    out.mkdir(exist_ok=True)
    print("| 政府 | 指标 | 年份 | 有目标 | 有结果 | 缺什么，为什么 |\n|---|---|---|---|---|---|")
    with open_published(where) as questions:
        held = {region: indicators(questions.series(region)) for _, region, _, _ in GOVERNMENTS}
    for picture in PICTURES:
        indicator = held[picture.region].get(picture.key)
        rows = [
            row
            for row in (indicator.kinds.get(picture.kind, ()) if indicator else ())
            if picture.first <= row.year <= picture.last
        ]
        if not rows or not indicator:
            print(f"| {picture.region} | {picture.key} | | 0 | 0 | 没有两年以上的数 |")
            continue
        (out / f"{picture.name}.svg").write_text(svg(f"{picture.region}　{indicator.name}", rows), encoding="utf-8")
        targets, outcomes = sum(bool(row.target) for row in rows), sum(bool(row.outcome) for row in rows)
        missing = "；".join(one for one in series.missing(rows, SAID) if "年起" not in one) or "无"
        years = f"{rows[0].year}–{rows[-1].year}"
        print(f"| {picture.region} | {indicator.name} | {years} | {targets} | {outcomes} | {missing} |")


def svg(title: str, rows: Sequence[SeriesRow]) -> str:
    """One picture: a bar for each target, a dot for each result, years without one marked below."""
    shown = plot.scale(rows)
    if shown is None:
        raise SystemExit(f"{title}: nothing is stated")
    body = "\n".join((*_grid(shown), *_lines(rows, shown), *_years(rows, shown)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}" font-size="11">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>\n'
        f'<text x="12" y="20" font-size="14" fill="{INK}">{escape(title)}（{escape(shown.unit)}）</text>\n'
        f"{_legend()}\n{body}\n</svg>\n"
    )


def _legend() -> str:
    marks = (
        (f'<rect x="430" y="13" width="16" height="3" fill="{AIM}"/>', 450, "目标"),
        (f'<circle cx="490" cy="15" r="4" fill="{MET}"/>', 498, "达成"),
        (f'<circle cx="538" cy="15" r="4" fill="{PAPER}" stroke="{MISSED}" stroke-width="2"/>', 546, "未达成"),
        (f'<circle cx="598" cy="15" r="4" fill="{INK}"/>', 606, "未作判定"),
        (f'<text x="664" y="19" fill="{MISSED}">×</text>', 674, "没有读到"),
    )
    return "".join(f'{mark}<text x="{x}" y="19" fill="{DIM}">{word}</text>' for mark, x, word in marks)


def _x(place: float, count: int) -> float:
    return round(LEFT + (place + 0.5) * (WIDTH - LEFT - RIGHT) / count, 1)


def _y(share: float) -> float:
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _grid(shown: plot.Scale) -> Iterator[str]:
    for tick in shown.ticks:
        y = _y(shown.place(tick))
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="{LINE}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end" fill="{DIM}">{shown.label(tick)}</text>'


def _lines(rows: Sequence[SeriesRow], shown: plot.Scale) -> Iterator[str]:
    count = len(rows)
    for place, start, end in plot.lines(rows, shown):
        ends = f'x1="{_x(place, count)}" y1="{_y(start)}" x2="{_x(place + 1, count)}" y2="{_y(end)}"'
        yield f'<line {ends} stroke="{DIM}" stroke-width="1.2"/>'
    for place, row in enumerate(rows):
        if row.break_note and place:
            x = _x(place - 0.5, count)
            yield f'<line x1="{x}" x2="{x}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="{AIM}" stroke-dasharray="2 3"/>'


def _years(rows: Sequence[SeriesRow], shown: plot.Scale) -> Iterator[str]:
    count = len(rows)
    half = round(0.36 * (WIDTH - LEFT - RIGHT) / count, 1)
    every = -(-count // series.LABELS)
    for place, row in enumerate(rows):
        x = _x(place, count)
        marks = [f"<title>{row.year}：{escape('，'.join(series.told(row, SAID)))}</title>"]
        if row.target_ends:
            low, high = (_y(shown.place(end)) for end in row.target_ends)
            marks.append(
                f'<rect x="{x - half}" y="{high - 1.5}" width="{2 * half}" height="{round(low - high + 3, 1)}" '
                f'fill="{AIM}" opacity="0.75"/>'
            )
        if row.outcome_ends:
            look = series.where(row)
            met, missed = look in ("met", "within_tolerance"), look == "missed"
            fill, edge = (MET, MET) if met else (PAPER, MISSED) if missed else (INK, INK)
            y = _y(shown.place(row.outcome_ends[1]))
            marks.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{edge}" stroke-width="2"/>')
        elif row.outcome_gap != "not_yet":
            marks.append(f'<text x="{x}" y="{HEIGHT - BOTTOM - 4}" text-anchor="middle" fill="{MISSED}">×</text>')
        yield f"<g>{''.join(marks)}</g>"
        if place % every == 0:
            yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle" fill="{DIM}">{row.year}</text>'


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else folder())
