"""Random valid cases with [forecast], the same for the same seed, for reference_forecast.py.

    python3 tests/tools/random_forecasts.py --presets DIR --seed N --count K --out DIR

writes case-0001.toml and so on (some over a base-0001.toml), case-0001.args with what belongs on
the command line beside it (an argument a line), and presets/own with drawn presets that about a
third of the cases rest on. The prices are those of random_cases.py; here are the years, the growth,
the contract and its clause. A tariff is drawn near the cost price, so that the years divide.
"""

from __future__ import annotations

import argparse
import calendar
import shutil
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from random_cases import Draw, Number, Table, exact, full_case, some, to_toml
from random_presets import SETS, WAYS, write_presets
from reference import Case

KNOWN_TO = 2025  # the last year of the built-in index series
MOST_YEARS = 12
UNITS = {"hour": "0.01", "minute": "0.001", "week": "0.01", "4weeks": "0.01", "month": "0.01",
         "year": "0.1", "lump_sum": "1"}
CONTRACT_STEPS = {"hour": ("0.01", "0.05", "0.1", "0.25"), "minute": ("0.01", "0.001", "0.0001"),
                  "lump_sum": ("0.01", "1", "1000", "2500")}


def any_day(draw: Draw, first: date, last: date) -> date:
    """A day from first to last, the ends included."""
    return first + timedelta(draw.rng.randint(0, (last - first).days))


def period(draw: Draw, year: int) -> Table:
    """The whole year, a part of it, or days of it and of the next."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    kind = draw.rng.random()
    if kind < 0.5:
        return {"from": first, "to": last}
    start = any_day(draw, first, last)
    return {"from": start, "to": any_day(draw, start, last) if kind < 0.8 else
            any_day(draw, date(year + 1, 1, 1), date(year + 1, 12, 31))}


def percentage(draw: Draw, low: str = "-1.00", high: str = "6.50") -> Decimal | Number:
    """Growth of a year, with a range more often than not; now and then a wild one."""
    if draw.chance(0.06):
        low, high = "-20.0", "50.0"
    places = draw.one_of(0, 1, 2, 2, 4)
    value = round(draw.decimal(low, high), places)
    if draw.chance(0.4):
        return draw.graded(value) if draw.chance(0.1) else value
    width = draw.decimal("0.00", "2.50")
    ends: Table = some(draw, 0.85, {"low": max(value - width, Decimal(-20)),
                                    "high": min(value + width / 2, Decimal(50))})
    return Number(value=value, **ends)


def growth(draw: Draw, years: range) -> Any:
    """One figure for all years, or a table: each year stated, or some of them and `later`."""
    if draw.chance(0.5):
        return percentage(draw)
    if draw.chance(0.4):
        return {str(year): percentage(draw) for year in years}
    stated = [year for year in range(years.start - 1, years.stop + 2) if draw.chance(0.3)]
    return {**{str(year): percentage(draw) for year in stated}, "later": percentage(draw)}


def rise_on(draw: Draw) -> str:
    """Any day that every year has."""
    day = draw.one_of(date(2027, 1, 1), date(2027, 7, 1), date(2027, 2, 28), date(2027, 3, 1),
                      date(2027, 12, 31), any_day(draw, date(2027, 1, 1), date(2027, 12, 31)))
    return f"{day:%m-%d}"


def forecast(draw: Draw, years: range) -> Table:
    """[forecast] for the years of which growth may be asked; energy is a name of own series."""
    kinds = {"energy": draw.one_of("wages", "prices"),
             **some(draw, 0.15, {name: draw.one_of("wages", "prices")
                                 for name in ("ova", "ppc", "cao", "cpi")})}
    return {"wages": growth(draw, years), "prices": growth(draw, years), "series": kinds,
            **some(draw, 0.6, {"volume": growth(draw, years), "rise_on": rise_on(draw)})}


def series_name(draw: Draw) -> str:
    """A built-in index series or a drawn one."""
    return draw.one_of("nl/vng-90-10", "nl/vng-90-10", "nl/cpi", f"own/index-{draw.one_of(*SETS)}")


def limits(draw: Draw, y0: int) -> Table:
    """What a clause by percent and one by series may both carry."""
    caps = map(Decimal, ("0", "1.5", "2.75", "3", "4.25", "-1"))
    return some(draw, 0.4, {"cap": draw.one_of(*caps),
                            "first_year": draw.rng.randint(y0 - 1, y0 + 4)})


def clause(draw: Draw, y0: int) -> Table | None:
    """The contract's clause: of each kind, or none stated."""
    kind = draw.rng.random()
    if kind < 0.1:
        return None
    if kind < 0.18:
        return {"none": True}
    if kind < 0.45:
        low, high = draw.one_of(("0.00", "5.00"), ("0", "4"), ("-3.0", "1.0"))
        return {"percent": draw.decimal(low, high), **limits(draw, y0)}
    return {"series": series_name(draw), **limits(draw, y0),
            **some(draw, 0.5, {"lag": draw.rng.randint(0, 3)}),
            **some(draw, 0.3, {"catch_up": draw.one_of(*WAYS)})}


def spoken(draw: Draw, y0: int) -> str:
    """A clause as --clause takes it."""
    table = dict(clause(draw, y0) or {"none": True})
    if "none" in table:
        return "none"
    head = table.pop("series", None) or format(table.pop("percent"), "f")
    return ":".join([head, *(f"{key}={value}" for key, value in table.items())])


def step_of(draw: Draw, unit: str) -> Decimal:
    """A step of the tariff that its unit bears, and rarely one that is too coarse."""
    if draw.chance(0.05):
        return Decimal("1")
    return Decimal(draw.one_of(*CONTRACT_STEPS.get(unit, ("0.01", "0.05", "0.5", "1"))))


def end_day(draw: Draw, y0: int) -> date:
    """31 December, or a day in the year, of up to eleven years on."""
    year = y0 + draw.rng.randint(0, MOST_YEARS - 1)
    if draw.chance(0.5):
        return date(year, 12, 31)
    if calendar.isleap(year) and draw.chance(0.3):
        return date(year, 2, 29)
    return any_day(draw, date(year, 1, 1), date(year, 12, 31))


def needs_volume(table: Table) -> bool:
    """Whether a line is divided by the volume."""
    return bool(table.get("obligations", {}).get("annual")) or any(
        line.get("per") == "contract_year" for line in table.get("line", []))


def without_volume(table: Table) -> None:
    """Takes out what is divided by the volume."""
    table.get("obligations", {}).pop("annual", None)
    table["line"] = [line for line in table.get("line", []) if line.get("per") != "contract_year"]


def contract(draw: Draw, table: Table, y0: int) -> Table:
    """All of the contract but the tariff."""
    unit = draw.one_of("hour", "hour", *UNITS)
    made: Table = {"unit": unit}
    if unit == "lump_sum":
        made["volume"] = draw.decimal("2000", "90000")
    elif needs_volume(table) or draw.chance(0.75):
        made["volume"] = draw.number("2000.0", "90000.0")
    if unit in ("week", "4weeks", "month", "year"):
        made["norm_hours"] = draw.decimal("60.0", "180.0")
    found = clause(draw, y0)
    if found:
        made["indexation"] = found
    end = end_day(draw, y0)
    start = min(end, any_day(draw, date(y0 - 1, 7, 1), date(y0 + 1, 3, 1)))
    return {**made, **some(draw, 0.3, {"subcontracting_fee": draw.decimal("1.0", "15.0")}),
            **some(draw, 0.5, {"step": step_of(draw, unit)}),
            **some(draw, 0.5, {"start": start}), **some(draw, 0.9, {"end": end})}


def own_presets(draw: Draw, table: Table) -> None:
    """Puts drawn presets in the place of some."""
    def own(name: str) -> str:
        return f"own/{name}-{draw.one_of(*SETS)}"

    if table["wage"].get("scale") == "nl/cao-vvt-hbh" and draw.chance(0.7):
        table["wage"]["scale"] = own("scale")
    if table["wage"].get("minimum_wage") != "none" and draw.chance(0.6):
        table["wage"]["minimum_wage"] = own("minimum")
    for part in ("social", "pension"):
        if part in table["employer_charges"] and draw.chance(0.7):
            table["employer_charges"][part]["preset"] = own({"social": "charges"}.get(part, part))
    if "series" in table.get("indexation", {}) and draw.chance(0.5):
        table["indexation"] |= {"series": own("index"), "catch_up": "none"}
    elif (year := table["period"]["from"].year) > KNOWN_TO and draw.chance(0.3):
        table["indexation"] = {"price_level": year - draw.one_of(0, 1, 2), "series": own("index"),
                               "catch_up": draw.one_of("none", "none", *WAYS)}


def near_cost(draw: Draw, table: Table, presets: Path) -> Decimal:
    """A tariff around the cost price of the first year, or exactly on a boundary."""
    made, unit = table["contract"], table["contract"]["unit"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.toml"
        path.write_text(to_toml(table, "cost"), encoding="utf-8")
        try:
            boundary = draw.one_of(*list(Case(path, presets).rounded({}).values())[1:])
        except ValueError:  # both programs are to refuse it
            boundary = 35
    times = {"minute": Decimal(1) / 60, "lump_sum": made["volume"] if unit == "lump_sum" else 1,
             **{name: made.get("norm_hours", 0) / parts for name, parts in
                (("week", 52), ("4weeks", 13), ("month", 12), ("year", 1))}}.get(unit, Decimal(1))
    aside = 1 if draw.chance(0.15) else draw.decimal("0.900", "1.120")
    tariff = max(exact(boundary), Decimal(1)) * aside * times
    return tariff.quantize(Decimal(UNITS[unit])) or Decimal(1)


def case(draw: Draw, presets: Path) -> tuple[Table, list[str]]:
    """A case with a forecast and its command line."""
    y0 = draw.one_of(2025, 2025, 2026, 2026, 2027)
    table = full_case(draw, period(draw, y0))
    if draw.chance(0.35):
        own_presets(draw, table)
    if draw.chance(0.15):  # so that more of the case's own figures are whole: figures on ties
        table["hours"] |= {"contract": 2000, "leave": 0, "sickness": 0}
    if draw.chance(0.6):
        without_volume(table)
    table["contract"] = contract(draw, table, y0)
    arguments, until = list[str](), y0
    if "end" not in table["contract"] or draw.chance(0.15):
        until = y0 + draw.rng.randint(0, MOST_YEARS - 1)
        arguments.append(f"--until={until}")
    end = table["contract"].get("end", date(y0, 1, 1)).year
    years = range(min(y0 - 2, KNOWN_TO + 1), max(y0 + 1, until, end) + 1)
    table["forecast"] = forecast(draw, years)
    table["contract"]["tariff"] = near_cost(draw, table, presets)
    for _ in range(draw.one_of(0, 0, 1, 2)):
        arguments.append(f"--clause={spoken(draw, y0)}")
    if draw.chance(0.1):
        tariff = table["contract"]["tariff"] * draw.decimal("0.90", "1.10")
        arguments.append(f"--tariff={tariff:.4f}")  # three decimals may be thousands
    return table, arguments


def split(draw: Draw, table: Table, base: str) -> tuple[Table, Table]:
    """The same case in two files: under it another [forecast], of which all that it states goes."""
    other = forecast(draw, range(KNOWN_TO - 1, KNOWN_TO + 3))
    under = {**table, "forecast": {key: value for key, value in other.items()
                                   if key in table["forecast"]}}
    return under, {"extends": base, "forecast": table["forecast"]}


def gathered(built_in: Path, own: Path, folder: Path) -> Path:
    """Built-in and drawn presets in one folder, as the program sees them."""
    shutil.copytree(built_in, folder, dirs_exist_ok=True)
    shutil.copytree(own, folder, dirs_exist_ok=True)
    return folder


def write_cases(seed: int, count: int, presets: Path, out: Path) -> None:
    """The cases, their command lines and presets in a folder."""
    draw = Draw(seed)
    write_presets(draw, out / "presets" / "own")
    with tempfile.TemporaryDirectory() as folder:
        everything = gathered(presets, out / "presets", Path(folder))
        for number in range(1, count + 1):
            table, arguments = case(draw, everything)
            path = out / f"case-{number:04d}.toml"
            if draw.chance(0.15):
                base = path.name.replace("case", "base")
                under, table = split(draw, table, base)
                (out / base).write_text(to_toml(under, "base"), encoding="utf-8")
            path.write_text(to_toml(table, f"seed {seed}, case {number}"), encoding="utf-8")
            path.with_suffix(".args").write_text("".join(f"{a}\n" for a in arguments), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write_cases(options.seed, options.count, options.presets, options.out)
    print(f"seed {options.seed}: {options.count} forecasts in {options.out}")


if __name__ == "__main__":
    main()
