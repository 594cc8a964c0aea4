"""Random presets of every kind, for forecasts: rows beyond the first year, ends, figures that lack.

The built-in ones all stop in 2026. These stop anywhere from 2025 to 2030, some of them on a day
(`until`), and their index series know some years only in part.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from random_cases import Draw, Table, bare, literal

FIRST = date(2024, 1, 1)
STEPS = ("0", "5")
WEIGHTS = ({"cao": 90, "cpi": 10}, {"ova": 60, "ppc": Decimal("30.5"), "energy": Decimal("9.5")},
           {"cpi": 100})
WAYS = ("none", "difference", "ratio", "compound")
SETS = ("a", "b", "c", "d")


def row_days(draw: Draw) -> list[date]:
    """When the rows of a preset begin: in some years on 1 January, in others on any day."""
    days = [FIRST]
    for year in range(2025, draw.one_of(2025, 2026, 2026, 2027, 2028, 2030) + 1):
        if draw.chance(0.8):
            days.append(date(year, 1, 1))
        if draw.chance(0.4):
            days.append(date(year, 2, 1) + timedelta(draw.rng.randint(0, 330)))
    return days


def rows(draw: Draw, kind: str) -> list[Table]:
    """The rows of a preset of a kind that has days."""
    made = []
    for day in row_days(draw):
        step = (day - FIRST).days * Decimal("0.0015")
        figures: dict[str, Table] = {
            "wage_scale": {"steps": {name: draw.decimal(low, high) + round(step, 2)
                                     for name, low, high in (("0", "12.90", "14.20"),
                                                             ("5", "15.00", "17.50"))}},
            "minimum_wage": {"hour": draw.decimal("13.00", "14.00") + round(step, 2)},
            "charges": {**{name: draw.decimal(low, high) for name, low, high in (
                ("awf_low", "2.50", "2.90"), ("awf_high", "7.50", "7.90"),
                ("aof_small", "5.90", "6.40"), ("aof_large", "7.30", "7.70"),
                ("wko", "0.40", "0.60"), ("whk", "1.20", "1.70"), ("zvw", "5.90", "6.70"))},
                "max_wage": draw.rng.randint(30000, 80000)},
            "pension": {"op": draw.decimal("24.00", "27.00"), "ap": draw.decimal("0.0", "0.8"),
                        "franchise": draw.rng.randint(14000, 18000),
                        "ap_franchise": draw.rng.randint(17000, 29000)}}
        made.append({"from": day, **figures[kind]})
    if draw.chance(0.4) and made[-1]["from"].year > 2025:
        made[-1]["until"] = date(made[-1]["from"].year, 12, 31)
    return made


def index_rows(draw: Draw, weights: Table) -> list[Table]:
    """An index series from 2020: a last year whole, then perhaps one with half of the figures."""
    last, made = draw.one_of(2025, 2026, 2027, 2028), []
    for year in range(2020, last + 1):
        row: Table = {"from": date(year, 1, 1)}
        for name in weights:
            if draw.chance(0.3):
                row[name] = draw.decimal("-2.00", "6.00")
                continue
            row[f"{name}_provisional"] = draw.decimal("0.000", "6.000")
            if draw.chance(0.8):
                row[f"{name}_definitive"] = draw.decimal("0.0", "6.0")
        if draw.chance(0.15):
            row["catch_up"] = draw.one_of(*WAYS)
        made.append(row)
    if len(weights) > 1 and draw.chance(0.5):
        made.append({"from": date(last + 1, 1, 1), next(iter(weights)): draw.decimal("1.0", "5.0")})
    return made


def preset_text(kind: str, top: Table, content: list[Table]) -> str:
    """The text of a preset file."""
    lines = ['schema = "billijk/preset/1"', f'kind = "{kind}"', 'title = "drawn"',
             'unit = "as its kind"', *(f"{key} = {literal(value)}" for key, value in top.items())]
    for row in content:
        known = {**row, "grade": "published", "source": ["drawn"], "checked": date(2026, 11, 1)}
        lines += ["[[at]]", *(f"{bare(key)} = {literal(value)}" for key, value in known.items())]
    return "\n".join(lines) + "\n"


def write_presets(draw: Draw, folder: Path) -> None:
    """Some presets of every kind: own/scale-a, own/index-b."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {"wage_scale": "scale", "minimum_wage": "minimum", "charges": "charges",
             "pension": "pension"}
    for letter in SETS:
        for kind, name in names.items():
            text = preset_text(kind, {}, rows(draw, kind))
            (folder / f"{name}-{letter}.toml").write_text(text, encoding="utf-8")
        weights = draw.one_of(*WEIGHTS)
        top: Table = {"weights": weights}
        if draw.chance(0.7):
            top["catch_up"] = draw.one_of(*WAYS)
        if draw.chance(0.6):
            top["round_percent"] = draw.one_of(1, 2, 2, 3)
        text = preset_text("index_series", top, index_rows(draw, weights))
        (folder / f"index-{letter}.toml").write_text(text, encoding="utf-8")
