"""What a later year of a forecast costs, slow and exact: growth, presets carried on, own figures.

Section numbers (§) are those of billijk-model(7). A year is computed day by day: of every day the
row in force of each preset, and what the case's own wages have risen by then. reference_forecast.py
judges tariffs against what comes out here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from reference import (INDEXED, Case, Inputs, Snap, Table, Totals, compute, number, own_wages,
                       presets_of)

PATHS = ("value", "low", "high")
KINDS = ("wages", "prices", "volume")
DEFAULT_SERIES = {"ova": "wages", "ppc": "prices", "cao": "wages", "cpi": "prices"}
DAY = timedelta(1)


class Growth:
    """The yearly percentages of one kind on one path."""

    def __init__(self, kind: str, node: Any, path: str) -> None:
        self.kind, self.path = kind, path
        by_year = isinstance(node, dict) and "value" not in node
        self.years: Table = node if by_year else {"later": node}

    def percent(self, year: int) -> Fraction:
        """g of a year; `later` holds for every year that is not stated, an earlier one too."""
        node = self.years.get(str(year), self.years.get("later"))
        if node is None:
            raise ValueError(f"forecast.{self.kind} says nothing about {year}")
        key = f"forecast.{self.kind}.{year}"
        if isinstance(node, dict) and self.path in node:
            return number(node[self.path], key)
        return number(node, key)

    def over(self, years: range) -> Fraction:
        """What an amount becomes over some years, as a factor."""
        factor = Fraction(1)
        for year in years:
            factor *= 1 + self.percent(year) / 100
        return factor


class GrowthPath(NamedTuple):
    """One of the three paths: all growth at its value, at its low or at its high."""

    name: str
    wages: Growth
    prices: Growth
    volume: Growth
    rise: tuple[int, int]
    kinds: dict[str, str]

    def of_series(self, name: str, year: int) -> Fraction:
        """What a series grows by in a year that is not known, in percent."""
        if name not in self.kinds:
            raise ValueError(f"forecast.series does not say what {name} grows with")
        return {"wages": self.wages, "prices": self.prices}[self.kinds[name]].percent(year)


class Year(NamedTuple):
    """The cost side of one year on one path: what any tariff is held against."""

    year: int
    first: date
    last: date
    part: Fraction          # of the calendar year
    inputs: Inputs          # the case's figures as they stand in the year
    rounded: Totals
    wage: Fraction          # the line `wage`
    volume: Fraction | None

    @property
    def hours(self) -> Fraction | None:
        """The billable hours of the period."""
        return None if self.volume is None else self.volume * self.part


def path_of(case: Case, name: str) -> GrowthPath:
    """The growth of the case on a path."""
    table = case.growth or {}
    for kind in KINDS[:2]:
        if kind not in table:
            raise ValueError(f"forecast.{kind} is missing")
    wages, prices, volume = (Growth(kind, table.get(kind, 0), name) for kind in KINDS)
    month, day = map(int, table.get("rise_on", "01-01").split("-"))
    date(2001, month, day)  # a day that every year has
    return GrowthPath(name, wages, prices, volume, (month, day),
                 DEFAULT_SERIES | table.get("series", {}))


def risen(row: Table, kind: str, factor: Fraction) -> Table:
    """A preset row a rise later: amounts move, percentages stay, nothing is rounded."""
    amounts = {"minimum_wage": ["hour"], "charges": ["max_wage"],
               "pension": ["franchise", "ap_franchise"], "wage_scale": []}[kind]
    moved = {key: Fraction(row[key]) * factor for key in amounts}
    if kind == "wage_scale":
        moved["steps"] = {step: Fraction(wage) * factor for step, wage in row["steps"].items()}
    return row | moved


def carried_on(preset: Table, y0: int, last: int, path: GrowthPath) -> list[Table]:
    """The rows of a preset with one more for every year after its last row and after y0."""
    rows = [dict(row) for row in preset["at"]]
    rows[-1].pop("until", None)
    rise = path.rise if preset["kind"] in ("wage_scale", "minimum_wage") else (1, 1)
    for year in range(max(y0, rows[-1]["from"].year) + 1, last + 1):
        factor = 1 + path.wages.percent(year) / 100
        rows.append(risen(rows[-1], preset["kind"], factor) | {"from": date(year, *rise)})
    return rows


def spells_of(books: dict[str, list[Table]], path: GrowthPath, y0: int, first: date,
              last: date) -> list[tuple[int, Table]]:
    """The days of a later year, counted by the rows and the own rises that hold on them."""
    starts = {role: [row["from"] for row in rows] for role, rows in books.items()}
    counted: Counter[tuple[int, ...]] = Counter()
    day = first
    while day <= last:
        indices = [bisect_right(starts[role], day) - 1 for role in books]
        for (role, rows), index in zip(books.items(), indices, strict=True):
            if index < 0 or rows[index].get("until", day) < day:
                raise ValueError(f"{role} has no row for {day}")
        rises = day.year - y0 - (day < date(day.year, *path.rise))
        counted[(rises, *indices)] += 1
        day += DAY
    return [(count, {"risen": path.wages.over(range(y0 + 1, y0 + 1 + rises)),
                     **{role: rows[index]
                        for (role, rows), index in zip(books.items(), indices, strict=True)}})
            for (rises, *indices), count in counted.items()]


def standing(case: Case, years: range, path: GrowthPath) -> Inputs:
    """The inputs of the case with its own euro figures indexed and grown over some years.

    Wages are only indexed: they rise on a day inside the year, which spells_of counts.
    """
    own = {f"line.{key}.amount" for key in case.own}
    wages = own_wages(case.inputs).keys() | {"wage.hourly"}
    v = Inputs(case.inputs)
    for key, value in case.inputs.items():
        if key in wages:
            v[key] = value * case.factor
        elif key in INDEXED | own:
            v[key] = value * case.factor * path.prices.over(years)
    if "contract.volume" in v:
        v["contract.volume"] *= path.volume.over(years)
    return v


def days_in(year: int) -> int:
    """The days of a calendar year."""
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def cost_of(year: int, first: date, last: date, v: Inputs, spells: list[tuple[int, Table]],
            case: Case) -> Year:
    """A year from the figures that hold in it."""
    keep: Snap = case.snap if case.at_line else lambda value: value
    result = compute(v, spells, case.own, keep)
    rounded = {total: case.snap(value) for total, value in result.totals.items()}
    wage = next(line.value for line in result.lines if line.key == "wage")
    within = min(last, date(year, 12, 31)) - max(first, date(year, 1, 1)) + DAY
    volume = v.get("contract.volume") or None  # check says of no hours at all: no volume
    return Year(year, first, last, Fraction(within.days, days_in(year)), v, rounded, wage, volume)


def last_day(case: Case, until: int | None) -> date:
    """The end of the last year: of the contract, or 31 December of another --until."""
    end: date | None = case.inputs.get("contract.end")
    if end is None and until is None:
        raise ValueError("neither contract.end nor --until")
    last = end if end and until in (None, end.year) else date(until or 0, 12, 31)
    if last.year < case.inputs["period.from"].year:
        raise ValueError("the forecast ends before the year of period.from")
    return last


def years_of(case: Case, presets: Path, name: str, until: int | None) -> list[Year]:
    """Every year on a path. The first is the case as it stands, at the figures of `check`."""
    if case.given or case.growth is None:
        raise ValueError("a forecast needs [forecast], and no [given] beside it")
    path, end = path_of(case, name), last_day(case, until)
    start, stop = case.inputs["period.from"], case.inputs["period.to"]
    y0 = start.year
    years = [cost_of(y0, start, stop, standing(case, range(0), path), case.seasons, case)]
    if years[0].rounded != case.rounded({}):
        raise AssertionError("the first year is not the case")
    books = {role: carried_on(preset, y0, end.year, path)
             for role, preset in presets_of(case.inputs, presets).items()}
    for year in range(y0 + 1, end.year + 1):
        first, last = date(year, 1, 1), min(end, date(year, 12, 31))
        v = standing(case, range(y0 + 1, year + 1), path)
        years.append(cost_of(year, first, last, v, spells_of(books, path, y0, first, last), case))
    return years
