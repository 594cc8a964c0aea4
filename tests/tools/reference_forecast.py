"""Forecasts once more, slow and exact, written from the text of the model alone.

    python3 tests/tools/reference_forecast.py --presets DIR [--until YEAR] [--tariff X]
                                              [--clause C]... CASE.toml...

prints one JSON object per case on one line, of the shape of `billijk forecast --format json`
without what only people read. Figures are text with 12 decimals, half up. reference_growth.py says
what a year costs; here stand what the contract brings in, the verdicts and the answers. No answer
is found by solving: a percentage by trying each from 0.00 on, a tariff by halving and then by
trying it and the ones below it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from reference import (BOUNDARIES, Case, Inputs, Table, bounds, check, plain, read_toml,
                       series_index, tariff_per_hour, to_grid, zone)
from reference_growth import PATHS, GrowthPath, Year, path_of, years_of

CENT = Fraction(1, 100)
BELOW = ("below_wage_floor", "below_cost_price")
TRIED_BELOW = 20


class Clause(NamedTuple):
    """How the contract raises its tariff; without percent and series it does not."""

    percent: Fraction | None = None
    series: str | None = None
    cap: Fraction | None = None
    lag: int = 0
    first_year: int | None = None
    catch_up: str | None = None


def clause_of(table: Table | None) -> Clause:
    """The clause of a contract; an absent one and `none` raise nothing."""
    found = dict(table or {})
    if found.pop("none", False):
        return Clause()
    for key in ("percent", "cap"):
        if key in found:
            node = found[key]
            found[key] = Fraction(node["value"] if isinstance(node, dict) else node)
    for key in ("lag", "first_year"):
        if key in found:
            found[key] = int(found[key])
    return Clause(**found)


def spoken_clause(text: str) -> Clause:
    """A clause of the command line: none, 2.5 or nl/cpi:cap=3:lag=1:first_year=2028."""
    head, *rest = text.split(":")
    table: Table = dict(part.split("=", 1) for part in rest)
    if head == "none":
        return Clause()
    try:
        table["percent"] = Decimal(head)
    except ArithmeticError:
        table["series"] = head
    return clause_of(table)


def figures_of(preset: Table, year: int, kind: str) -> set[str]:
    """The weights of which a series has a plain figure or one of the kind for a year."""
    rows = [row for row in preset["at"] if row["from"].year == year]
    return {name for name in preset["weights"] for row in rows
            if name in row or f"{name}_{kind}" in row}


def series_percent(preset: Table, year: int, catch_up: str | None, path: GrowthPath) -> Fraction:
    """The index of a year: of the series as far as it reaches, then of what it grows with."""
    weights = preset["weights"]
    reached = [row["from"].year for row in preset["at"]
               if figures_of(preset, row["from"].year, "provisional") == weights.keys()]
    if not reached or year > max(reached):
        grown = sum((Fraction(weight) / 100 * path.of_series(name, year)
                     for name, weight in weights.items()), Fraction(0))
        if "round_percent" in preset:
            grown = to_grid(grown, Fraction(1, 10 ** preset["round_percent"]), "half_up")
        return grown
    caught_up = all(figures_of(preset, year - 1, kind) == weights.keys()
                    for kind in ("provisional", "definitive"))
    return series_index(preset, year, catch_up if caught_up else "none")


class Forecast:
    """A case over its years, on three paths."""

    def __init__(self, case: Case, presets: Path, until: int | None = None,
                 tariff: Fraction | None = None) -> None:
        self.case, self.presets = case, presets
        self.start = case.inputs.amount("contract.tariff") if tariff is None else tariff
        self.step = case.inputs.get("contract.step", case.step)
        if self.step <= 0:
            raise ValueError("contract.step must be above zero")
        self.clause = clause_of(case.clause)
        self.paths = {name: path_of(case, name) for name in PATHS}
        self.years = {name: years_of(case, presets, name, until) for name in PATHS}

    def index(self, clause: Clause, year: int, path: str) -> Fraction:
        """c of a year after the first, in percent."""
        if clause.first_year is not None and year < clause.first_year:
            return Fraction(0)
        if clause.series is not None:
            preset = read_toml(self.presets / f"{clause.series}.toml")
            index = series_percent(preset, year - clause.lag, clause.catch_up, self.paths[path])
        else:
            index = clause.percent or Fraction(0)
        return index if clause.cap is None else min(index, clause.cap)

    def indices(self, clause: Clause, path: str) -> list[Fraction]:
        """c of every year; in the first the tariff is the contract's."""
        later = self.years[path][1:]
        if clause.percent is None and clause.series is None:
            return [Fraction(0)] * (1 + len(later))
        return [Fraction(0)] + [self.index(clause, year.year, path) for year in later]

    def tariffs(self, start: Fraction, indices: list[Fraction]) -> list[Fraction]:
        """The tariff of every year, in the contract's unit."""
        found = [start]
        for index in indices[1:]:
            raised = found[-1] * (1 + index / 100)
            found.append(to_grid(raised, self.step, self.case.mode) if index else found[-1])
        return found

    def distances(self, tariffs: list[Fraction], path: str = "value") -> list[Fraction]:
        """Per hour, of each year's tariff to its cost price."""
        return [per_hour(year, tariff) - year.rounded["cost_price"]
                for year, tariff in zip(self.years[path], tariffs, strict=True)]

    def results(self, distances: list[Fraction], path: str = "value") -> list[Fraction] | None:
        """Per year in EUR, exact; none where no hours are known."""
        hours = [year.hours for year in self.years[path]]
        if None in hours:
            return None
        return [distance * time for distance, time in zip(distances, hours, strict=True)]

    def rows(self, clause: Clause, path: str) -> list[Table]:
        """Everything that is said of the years on one path."""
        indices = self.indices(clause, path)
        tariffs = self.tariffs(self.start, indices)
        distances = self.distances(tariffs, path)
        results = self.results(distances, path)
        rows = []
        for n, (year, tariff) in enumerate(zip(self.years[path], tariffs, strict=True)):
            hour = per_hour(year, tariff)
            rows.append({
                "index_percent": indices[n],
                "tariff": tariff,
                "per_hour": hour,
                "zone": zone(hour, year.rounded),
                "subcontractor": self.subcontractor(hour, year),
                "totals": {total: {"rounded": year.rounded[total]} for total in BOUNDARIES},
                "distance": {
                    "per_hour": distances[n],
                    "percent": share(distances[n], year.rounded["cost_price"]),
                    "per_year": None if results is None else cents(results[n])},
                "volume": year.volume,
                "hours": year.hours,
                "running_total": None if results is None else total_of(results[:n + 1]),
            })
        return rows

    def subcontractor(self, hour: Fraction, year: Year) -> Table | None:
        """What reaches the one who delivers, and its zone."""
        if "contract.subcontracting_fee" not in self.case.inputs:
            return None
        left = hour * (1 - self.case.inputs.share("contract.subcontracting_fee"))
        return {"per_hour": left, "zone": zone(left, year.rounded)}

    def first_year(self, start: Fraction, indices: list[Fraction], zones: tuple[str, ...],
                   ) -> int | None:
        """The first year on the value path in one of the zones."""
        years = self.years["value"]
        for year, tariff in zip(years, self.tariffs(start, indices), strict=True):
            if zone(per_hour(year, tariff), year.rounded) in zones:
                return year.year
        return None

    def certain(self) -> bool:
        """Whether the zone of the first year is (§9), as `check` says it."""
        v = Inputs({**self.case.inputs, "contract.tariff": self.start})
        original, self.case.inputs = self.case.inputs, v
        low_high = bounds(self.case) if self.case.ranges else {}
        found = check(self.case, self.case.rounded({}), low_high)["certain"]
        self.case.inputs = original
        return bool(found)

    def needed(self) -> Table:
        """The smallest start tariffs and the smallest percentage that hold, on the value path."""
        indices = self.indices(self.clause, "value")

        def every_year(start: Fraction) -> bool:
            return self.first_year(start, indices, BELOW) is None

        def over_contract(start: Fraction) -> bool:
            results = self.results(self.distances(self.tariffs(start, indices)))
            return results is not None and sum(results) >= 0  # exact: before it is rounded

        known = self.years["value"][0].volume is not None
        return {"start_tariff_every_year": smallest(every_year, self.step),
                "start_tariff_over_contract": smallest(over_contract, self.step) if known else None,
                "clause_percent": self.clause_percent()}

    def clause_percent(self) -> Fraction | None:
        """The first of 0.00, 0.01 … 100.00 with which no year is below the cost price."""
        first, later = self.years["value"][0], len(self.years["value"]) - 1
        if zone(per_hour(first, self.start), first.rounded) in BELOW:
            return None
        for hundredths in range(10_001):
            indices = [Fraction(0)] + [Fraction(hundredths, 100)] * later
            if self.first_year(self.start, indices, BELOW) is None:
                return Fraction(hundredths, 100)
        return None

    def growth(self, tariffs: list[Fraction]) -> Table:
        """By how many percent wage, cost price and tariff grew from the first to the last year."""
        first, last = self.years["value"][0], self.years["value"][-1]
        pairs = {"wage": (first.wage, last.wage),
                 "cost_price": (first.rounded["cost_price"], last.rounded["cost_price"]),
                 "tariff": (tariffs[0], tariffs[-1])}
        return {name: None if old == 0 else (new / old - 1) * 100
                for name, (old, new) in pairs.items()}

    def beside(self, text: str) -> Table:
        """The answers with another clause in the place of the contract's."""
        indices = self.indices(spoken_clause(text), "value")
        tariffs = self.tariffs(self.start, indices)
        results = self.results(self.distances(tariffs))
        return {"clause": text, "sinks_in": self.first_year(self.start, indices, BELOW),
                "running_total": None if results is None else total_of(results),
                "tariff_at_end": tariffs[-1]}

    def document(self, clauses: list[str]) -> Table:
        """The whole forecast as data."""
        value, low, high = (self.rows(self.clause, path) for path in PATHS)
        years = []
        for n, year in enumerate(self.years["value"]):
            zones = {row[n]["zone"] for row in (value, low, high)}
            years.append({"year": year.year,
                          "period": {"from": year.first.isoformat(), "to": year.last.isoformat()},
                          "certain": len(zones) == 1 if n else self.certain(),
                          **value[n], "low": low[n], "high": high[n]})
        indices = self.indices(self.clause, "value")
        return {"schema": "billijk/forecast/1",
                "unit": self.case.inputs.get("contract.unit", "hour"),
                "years": years,
                "sinks_in": self.first_year(self.start, indices, BELOW),
                "below_wage_floor_from": self.first_year(self.start, indices, BELOW[:1]),
                "above_ceiling_from": self.first_year(self.start, indices, ("above_ceiling",)),
                "needed": self.needed(),
                "growth": self.growth(self.tariffs(self.start, indices)),
                "clauses": [self.beside(text) for text in clauses]}


def per_hour(year: Year, tariff: Fraction) -> Fraction:
    """A tariff to the hour with the volume of the year (§8)."""
    return tariff_per_hour(Inputs({**year.inputs, "contract.tariff": tariff}))


def cents(value: Fraction) -> Fraction:
    """EUR as a year is shown."""
    return to_grid(value, CENT, "half_up")


def total_of(results: list[Fraction]) -> Fraction:
    """The running total: the exact sum, rounded once."""
    return cents(sum(results, Fraction(0)))


def share(distance: Fraction, boundary: Fraction) -> Fraction | None:
    """A distance in percent of the boundary (§9)."""
    return None if boundary == 0 else to_grid(distance / boundary * 100, CENT, "half_up")


def smallest(holds: Callable[[Fraction], bool], step: Fraction) -> Fraction:
    """The smallest multiple of the step that holds; a higher tariff never does worse."""
    low, high = -1, 1
    while not holds(high * step):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle * step) else (middle, high)
    for below in range(max(0, high - TRIED_BELOW), high):
        if holds(below * step):
            raise AssertionError(f"{below * step} holds too, below {high * step}")
    if not holds(high * step):
        raise AssertionError(f"{high * step} does not hold")
    return high * step


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("--until", type=int, metavar="YEAR")
    parser.add_argument("--tariff", type=Fraction)
    parser.add_argument("--clause", action="append", default=[])
    parser.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")
    options = parser.parse_args()
    failed = False
    for path in options.cases:
        try:
            forecast = Forecast(Case(path, options.presets), options.presets, options.until,
                                options.tariff)
            answer = plain(forecast.document(options.clause))
        except (ValueError, OSError) as error:
            answer, failed = {"error": str(error)}, True
        print(json.dumps({"file": str(path), **answer}, ensure_ascii=False))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
