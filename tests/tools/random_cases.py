"""Random valid case files, the same for the same seed, for comparison with reference.py.

    python3 tests/tools/random_cases.py --seed N --count K --out DIR

Between them the files use every key of billijk-model(7) §3 that has a part in the price. They need the
built-in presets. About one in six is built for ties (every hour billable, so that the lines are
short decimals and the tariff often equals a boundary), one in six extends an earlier file or
preset:cases/hbh-2026, one in twenty has [given].
"""

from __future__ import annotations

import argparse
import random
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from reference import Case

Table = dict[str, Any]

SCALES = {
    "nl/cao-vvt-hbh": (date(2024, 1, 1), ["0", "5"]),
    "nl/cao-schoonmaak": (date(2024, 7, 1), [f"{g}/{y}" for g in range(1, 7) for y in range(1, 5)]),
}
GRADES = ["statutory", "cao", "published", "derived", "measured", "agreed", "unconfirmed",
          "assumed", "placeholder"]
MODES = ["half_up", "half_even", "up", "down"]
STEPS = ["0.01", "0.01", "0.05", "0.001", "1"]
OWN_KEYS = ["gloves", "supervision", "vehicle", "permit", "liability", "telephone", "subsidy"]


class Number(dict[str, Any]):
    """A number as a table, written inline."""


class Draw:
    """One source of chance and the share of numbers that get a range."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.ranged = 0.0

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def one_of(self, *choices: Any) -> Any:
        return self.rng.choice(choices)

    def decimal(self, low: str, high: str) -> Decimal:
        """A decimal from low to high with as many decimals as low is written with."""
        unit = Decimal(1).scaleb(Decimal(low).as_tuple().exponent)
        return self.rng.randint(int(Decimal(low) / unit), int(Decimal(high) / unit)) * unit

    def number(self, low: str, high: str) -> Decimal | Number:
        """A decimal, plain or as a table, with low and high when its turn comes."""
        value = self.decimal(low, high)
        if not self.chance(self.ranged):
            return self.graded(value) if self.chance(0.2) else value
        places = value.as_tuple().exponent
        ends = {}
        if self.chance(0.85):
            ends["low"] = self.decimal(str(Decimal(low).quantize(Decimal(1).scaleb(places))),
                                       str(value))
        if not ends or self.chance(0.85):
            ends["high"] = self.decimal(str(value), high)
        return Number(value=value, **ends)

    def graded(self, value: Decimal) -> Number:
        return Number(value=value, grade=self.one_of(*GRADES), source="a \"source\"",
                      checked=date(2026, 11, 1), note="drawn")


def period(draw: Draw, first: date) -> Table:
    """A few days to three years, up to the end of 2026."""
    span = (date(2026, 12, 31) - first).days
    start = first + timedelta(draw.rng.randint(0, span))
    if draw.chance(0.4):
        start = date(max(start.year, first.year), draw.one_of(1, 7), 1)
        start = max(start, first)
    end = start + timedelta(draw.rng.randint(0, (date(2026, 12, 31) - start).days))
    return {"from": start, "to": date(end.year, 12, 31) if draw.chance(0.4) else end}


def wage(draw: Draw, start: date) -> Table:
    """A scale with a mix, or an hourly wage that the minimum wage may bind."""
    minimum = draw.one_of({}, {}, {"minimum_wage": "nl/minimum-wage"}, {"minimum_wage": "none"})
    if draw.chance(0.45):
        return {"hourly": draw.number("12.50", "19.00"), **minimum}
    scale = draw.one_of(*[name for name, (first, _) in SCALES.items() if first <= start])
    steps = draw.rng.sample(SCALES[scale][1], k=min(draw.one_of(1, 2, 2, 3, 4),
                                                    len(SCALES[scale][1])))
    if draw.chance(0.3):
        steps.append(draw.one_of("3", "own.1"))
    cuts = sorted(draw.rng.sample(range(1, 1000), k=len(steps) - 1))
    shares = [Decimal(high - low) / 10 for low, high in zip([0, *cuts], [*cuts, 1000], strict=True)]
    mix = {step: draw.graded(share) if draw.chance(0.2) else share
           for step, share in zip(steps, shares, strict=True)}
    for step in mix.keys() - set(SCALES[scale][1]):
        own = draw.decimal("12.50", "19.00")
        mix[step] = Number(value=shares[-1], wage=draw.graded(own) if draw.chance(0.3) else own)
    return {"scale": scale, "mix": mix, **minimum}


def some(draw: Draw, share: float, table: Table) -> Table:
    """Each key of a table of optional keys with the given chance."""
    return {key: value for key, value in table.items() if draw.chance(share)}


def supplements(draw: Draw) -> Table:
    bases = ["wage", "wage_and_irregular", "wage_and_holiday_allowance"]
    return {
        "holiday_allowance": draw.number("7.00", "9.00"),
        "year_end_bonus": draw.number("0.00", "8.33"),
        **some(draw, 0.7, {"irregular_hours": draw.number("0.00", "12.00"),
                           "year_end_bonus_base": draw.one_of(*bases)}),
    }


def employer_charges(draw: Draw) -> Table:
    if draw.chance(0.35):
        return {"percent": draw.number("20.0", "35.0")}
    social = {
        "preset": "nl/employer-charges",
        "employer": draw.one_of("small", "large"),
        "permanent": draw.number("0.0", "100.0"),
        **some(draw, 0.5, {"whk": draw.number("0.30", "3.00"),
                           "base": draw.one_of("gross", "gross", "after_pension")}),
    }
    share = draw.number("30.0", "100.0")
    pension = {"pension": {"preset": "nl/pension-pfzw", "employer_share": share}}
    return {"social": social, **some(draw, 0.75, pension)}


def hours(draw: Draw) -> Table:
    return {
        "contract": draw.number("1500", "2080"),
        "leave": draw.number("150.0", "300.0"),
        "sickness": draw.number("2.0", "12.0"),
        **some(draw, 0.6, {
            "sickness_base": draw.one_of("contract", "after_leave"),
            "training": draw.number("0", "24"),
            "meetings": draw.number("0.0", "30.0"),
            "part_time_factor": draw.number("40.0", "100.0"),
            "idle": draw.number("0", "40"),
            "indirect": draw.number("0.0", "40.0"),
        }),
    }


def travel(draw: Draw) -> Table:
    if draw.chance(0.5):
        time = {"minutes": draw.number("0.0", "9.0")}
    else:
        time = {"minutes_between": draw.number("2.0", "20.0"),
                "visit_minutes": draw.number("60", "240")}
    return {**time, **some(draw, 0.7, {"kilometres": draw.number("0.0", "6.0"),
                                       "rate": draw.number("0.10", "0.40"),
                                       "expenses": draw.number("0.000", "0.500")})}


def overhead(draw: Draw) -> Table:
    if draw.chance(0.3):
        return {"amount": draw.number("2.000", "9.000")}
    return {"percent": draw.number("5.0", "30.0"),
            "of": draw.one_of("direct", "cost_price", "tariff", "tariff")}


def margin(draw: Draw) -> Table:
    if draw.chance(0.3):
        return {"amount": draw.number("0.000", "2.000")}
    return {"percent": draw.number("0.0", "8.0"), "of": draw.one_of("cost_price", "tariff")}


def own_lines(draw: Draw) -> list[Table]:
    """Lines of every kind, negative amounts among them."""
    lines = []
    for key in draw.rng.sample(OWN_KEYS, k=draw.one_of(0, 1, 2, 3, 5, 7)):
        line: Table = {"key": key, "element": draw.one_of(*"abcdf")}
        if draw.chance(0.5):
            line["label"] = f"Regel “{key}”"
        if draw.chance(0.4):
            line |= {"percent": draw.number("0.0", "4.0"),
                     "of": draw.one_of("wage", "gross", "labour", "direct", "direct")}
        else:
            per, low, high = draw.one_of(
                ("billable_hour", "-0.500", "0.800"), ("paid_hour", "-0.300", "0.500"),
                ("full_timer_year", "-200.0", "600.0"), ("contract_year", "-9000", "20000"))
            line |= {"amount": draw.number(low, high), "per": per}
        lines.append(line)
    return lines


def derived(draw: Draw) -> list[Table]:
    """Prices that are a share of another, some held against informal help."""
    return [{"key": key, "percent": draw.decimal("0.0", "100.0"),
             "of": draw.one_of("tariff", "fair_tariff", "cost_price", "wage_floor"),
             **some(draw, 0.5, {"at_least": "informal_floor", "label": f"Pgb {key}"})}
            for key in draw.rng.sample(["pgb", "network", "self_employed"], k=draw.one_of(1, 2, 3))]


def indexation(draw: Draw, year: int) -> Table:
    """A list of percentages, or the series for the years it has; none for 2026."""
    if year < 2026 and draw.chance(0.5):
        ways = {2023: ["none", "difference", "ratio", "compound", None],
                2024: ["none", "ratio", "difference", "compound"]}
        level = draw.one_of(*(level for level in (2021, 2022, 2023, 2024) if level <= year))
        way = "none" if level < 2023 else draw.one_of(*ways[level])
        return {"price_level": level, "series": "nl/vng-90-10",
                **({"catch_up": way} if way else {})}
    level = year - draw.one_of(0, 1, 1, 2, 3)
    percents = [draw.decimal("-2.00", "7.00") for _ in range(year - level)]
    return {"price_level": level,
            "percent": [draw.graded(p) if draw.chance(0.1) else p for p in percents]}


def rounding(draw: Draw) -> Table:
    return some(draw, 0.8, {"step": Decimal(draw.one_of(*STEPS)), "mode": draw.one_of(*MODES),
                            "at": draw.one_of("end", "line")})


def contract(draw: Draw) -> Table:
    """A tariff near the usual price of an hour, in one of the units, and always a volume."""
    volume, norm = draw.number("2000", "90000"), draw.decimal("60", "180")
    unit = draw.one_of("hour", "hour", "minute", "week", "4weeks", "month", "year",
                       "lump_sum")
    if unit == "lump_sum" and isinstance(volume, Number):
        volume = volume["value"]
    times = {"hour": 1, "minute": Decimal(1) / 60, "week": norm / 52, "4weeks": norm / 13,
             "month": norm / 12, "year": norm, "lump_sum": volume}[unit]
    cent = Decimal("0.0001" if unit == "minute" else "0.01")
    table: Table = {
        "municipality": "Velsen", "product": "HbH", "volume": volume, "unit": unit,
        **some(draw, 0.9, {"tariff": (draw.decimal("26.00", "60.00") * times).quantize(cent)}),
        **some(draw, 0.3, {"subcontracting_fee": draw.decimal("2.0", "25.0"),
                           "delivery": draw.one_of("employment", "alfahulp"),
                           "start": date(2026, 1, 1), "end": date(2029, 12, 31),
                           "indexation": draw.one_of({"percent": Decimal("2.0")}, {"none": True})}),
    }
    if unit in ("week", "4weeks", "month", "year"):
        table["norm_hours"] = norm
    return table


def full_case(draw: Draw, days: Table | None = None) -> Table:
    """A case that stands by itself, for the given period or any."""
    draw.ranged = draw.one_of(0.0, 0.5, 0.5)
    days = days or period(draw, SCALES["nl/cao-vvt-hbh"][0])
    lines = own_lines(draw)
    return {
        "period": days,
        "wage": wage(draw, days["from"]),
        "supplements": supplements(draw),
        "employer_charges": employer_charges(draw),
        "hours": hours(draw),
        "travel": travel(draw),
        "overhead": overhead(draw),
        "contract": contract(draw),
        **some(draw, 0.7, {
            "training": {"expenses": draw.number("0.0", "400.0")},
            "obligations": {"hours": draw.number("0", "16"),
                            "amount": draw.number("0.000", "0.400"),
                            "annual": draw.number("0", "30000")},
            "margin": margin(draw),
            "band": {"ceiling": draw.number("0.0", "20.0")},
            "rounding": rounding(draw),
            "line": lines,
        }),
        **some(draw, 0.3, {"derived": derived(draw)}),
        **some(draw, 0.4, {"indexation": indexation(draw, days["from"].year)}),
    }


def extending_case(draw: Draw, earlier: list[tuple[str, Table]]) -> Table:
    """Some tables of a fresh case over an earlier one of the same period, or over hbh-2026.

    An own line or annual obligation comes with the volume it may need. Percentages do not replace
    a series with catch_up: what becomes of that catch_up is left open in billijk-model(7) §3.
    """
    name, base = draw.one_of(*earlier)
    if not earlier or draw.chance(0.25):
        name = "preset:cases/hbh-2026"
        base = {"period": {"from": date(2026, 1, 1), "to": date(2026, 12, 31)}}
    fresh = full_case(draw, base["period"])
    names = [key for key in fresh if key != "period"]
    chosen = set(draw.rng.sample(names, k=draw.rng.randint(1, 5)))
    if chosen & {"line", "obligations"}:
        chosen.add("contract")
    if "catch_up" in base.get("indexation", {}):
        chosen.discard("indexation")
    return {"extends": name, **{key: fresh[key] for key in fresh if key in chosen}}


def given_case(draw: Draw) -> Table:
    """A cost price found elsewhere."""
    draw.ranged = 0.0
    return {
        "period": period(draw, date(2024, 1, 1)),
        "given": {"cost_price": draw.number("26.00", "42.00")},
        "contract": contract(draw),
        **some(draw, 0.7, {"margin": margin(draw), "rounding":
                           {"step": Decimal(draw.one_of(*STEPS)), "mode": draw.one_of(*MODES)}}),
    }


def tie_case(draw: Draw) -> Table:
    """Every paid hour billable, or one in two, and short decimals: figures fall on ties."""
    draw.ranged = draw.one_of(0.0, 0.0, 0.3)
    half = draw.one_of(Decimal(0), Decimal(1000))
    fives = ["0.005", "0.015", "0.025", "0.105", "5.105", "0.0125", "0.5", "1.5", "2.5", "0.0005"]
    table: Table = {
        "period": period(draw, date(2024, 1, 1)),
        "wage": {"hourly": draw.decimal("14.00", "18.00") + Decimal(draw.one_of(*fives)),
                 "minimum_wage": "none"},
        "supplements": {"holiday_allowance": draw.one_of(0, 8, 10), "year_end_bonus":
                        draw.one_of(0, 5, 10), "irregular_hours": draw.one_of(0, 0, 50)},
        "employer_charges": {"percent": draw.one_of(0, 20, 25, 50)},
        "hours": {"contract": 2000, "leave": half, "sickness": 0},
        "travel": {"minutes": draw.one_of(0, 0, 15), "kilometres": 1,
                   "rate": Decimal(draw.one_of(*fives))},
        "overhead": draw.one_of({"amount": Decimal(draw.one_of(*fives))},
                                {"percent": draw.one_of(0, 10, 25), "of": "direct"},
                                {"percent": 50, "of": "cost_price"},
                                {"percent": draw.one_of(20, 50), "of": "tariff"}),
        "obligations": {"amount": draw.number("0.005", "0.500")},
        "margin": {"percent": draw.one_of(0, 0, 5), "of": "cost_price"},
        "band": {"ceiling": draw.one_of(0, 10, 50)},
        "rounding": {"step": Decimal(draw.one_of(*STEPS)), "mode": draw.one_of(*MODES),
                     "at": draw.one_of("end", "line")},
        "line": [{"key": "subsidy", "element": draw.one_of(*"abcdf"), "per": "billable_hour",
                  "amount": draw.one_of(1, -1) * Decimal(draw.one_of(*fives))}],
    }
    if "amount" in table["overhead"]:
        put_on_tie(table, table["line"][0], "wage_floor")
        put_on_tie(table, table["overhead"], "cost_price")
    boundary = draw.one_of(*priced(table).rounded({}).values())
    aside = draw.one_of(Decimal(0), Decimal(0), Decimal("0.000001"), Decimal("-0.000001"))
    table["contract"] = {"tariff": max(exact(boundary) + aside, Decimal(0))}
    return table


def put_on_tie(table: Table, holder: Table, total: str) -> None:
    """Raises an amount until a total lies halfway between two steps, where 12 decimals allow it."""
    case = priced(table)
    missing = exact((case.step / 2 - case.price({}, at_line=False).totals[total]) % case.step)
    if missing == round(missing, 12):
        holder["amount"] += missing.normalize()


def exact(value: Fraction) -> Decimal:
    """A fraction as a decimal, to as many digits as a Decimal has."""
    return Decimal(value.numerator) / value.denominator


def priced(table: Table) -> Case:
    """A case that needs no preset, as the reference reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.toml"
        path.write_text(to_toml(table, "tie"), encoding="utf-8")
        return Case(path, Path(folder))


def literal(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{bare(key)} = {literal(v)}" for key, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def bare(key: str) -> str:
    return key if key.replace("_", "").isalpha() else f'"{key}"'


def to_toml(table: Table, title: str) -> str:
    """The text of a case file: plain keys, tables, own lines."""
    rows = ['schema = "billijk/case/1"', f'title = "{title}"']
    rows += [f"{key} = {literal(value)}" for key, value in table.items() if isinstance(value, str)]
    for name, content in table.items():
        for inner in content if isinstance(content, list) else [content]:
            if isinstance(inner, dict):
                rows.append(f"[[{name}]]" if isinstance(content, list) else f"[{name}]")
                rows += [f"{bare(key)} = {literal(value)}" for key, value in inner.items()]
    return "\n".join(rows) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    draw = Draw(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    earlier: list[tuple[str, Table]] = []
    for number in range(1, arguments.count + 1):
        name, kind = f"case-{number:04d}.toml", draw.rng.random()
        if kind < 0.16:
            table = tie_case(draw)
        elif kind < 0.32 and earlier:
            table = extending_case(draw, earlier)
            if not table["extends"].startswith("preset:"):
                base = dict(earlier)[table["extends"]]
                if "extends" not in base:
                    earlier.append((name, {**base, **table}))
        elif kind < 0.37:
            table = given_case(draw)
        else:
            table = full_case(draw)
            earlier.append((name, table))
        title = f"seed {arguments.seed}, case {number}"
        (arguments.out / name).write_text(to_toml(table, title), encoding="utf-8")
    print(f"seed {arguments.seed}: {arguments.count} cases in {arguments.out}")


if __name__ == "__main__":
    main()
