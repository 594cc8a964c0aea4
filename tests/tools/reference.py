"""The model once more, slow and exact, written from billijk-model(7) alone: the oracle of the tests.

    python3 tests/tools/reference.py --presets DIR CASE.toml...

prints one JSON object per case on one line. Everything is a `fractions.Fraction`; a figure is
printed with 12 decimals, half up, ties away from zero. A case that cannot be computed gives
`{"file": ..., "error": ...}` and exit code 1. Section numbers (§) are those of billijk-model(7). The
program checks far more of its input (unknown keys, ranges of values) than this file does.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

Table = dict[str, Any]
Totals = dict[str, Fraction]
Snap = Callable[[Fraction], Fraction]

# §3: of each pair the nearer file wins.
EXCLUSIVE: dict[str, tuple[set[str], set[str]]] = {
    "wage": ({"hourly"}, {"scale", "mix"}),
    "employer_charges": ({"percent"}, {"social", "pension"}),
    "travel": ({"minutes"}, {"minutes_between", "visit_minutes"}),
    "overhead": ({"percent", "of"}, {"amount"}),
    "margin": ({"percent", "of"}, {"amount"}),
    "indexation": ({"series", "catch_up"}, {"percent"}),
}
REPLACED_WHOLE = {"wage.mix", "contract.indexation", "forecast.wages", "forecast.prices",
                  "forecast.volume"}
RANGED_TABLES = {"wage", "supplements", "employer_charges", "hours", "travel", "training",
                 "overhead", "obligations", "margin", "band", "line"}
# §7, Indexation: the euro figures a case states itself; own amounts are found by their name.
INDEXED = {"wage.hourly", "travel.rate", "travel.expenses", "training.expenses",
           "overhead.amount", "obligations.amount", "obligations.annual", "margin.amount"}
BESIDE_GIVEN = {"schema", "title", "extends", "period", "margin", "band", "rounding", "contract",
                "given"}
BOUNDARIES = ("wage_floor", "cost_price", "fair_tariff", "ceiling")


class Inputs(dict[str, Any]):
    """The case as one flat table, `hours.leave` -> value; own lines are `line.KEY.amount`."""

    def need(self, key: str) -> Any:
        """The value of a key that has no default."""
        if key not in self:
            raise ValueError(f"{key} is missing")
        return self[key]

    def amount(self, key: str, default: int | None = None) -> Fraction:
        """A number as it is written; no default means that it is required."""
        return Fraction(self.need(key) if default is None else self.get(key, default))

    def share(self, key: str, default: int | None = None) -> Fraction:
        """A percentage as a fraction of one."""
        return self.amount(key, default) / 100

    def positive(self, key: str) -> Fraction:
        """A number that something is divided by."""
        return above_zero(self.amount(key), key)


class Line(NamedTuple):
    """One line of the price, in EUR per billable hour."""

    key: str
    element: str | None
    value: Fraction

    @property
    def in_floor(self) -> bool:
        """Whether it belongs to the wage floor: a, c, d and the time of obligations."""
        return self.element in ("a", "c", "d") or self.key == "obligation_time"


class Result(NamedTuple):
    """One computation: lines, totals before the final rounding and what they stand on."""

    lines: list[Line]
    totals: Totals
    hours: dict[str, Fraction]
    paid: dict[str, Fraction]  # index_factor, labour, gross; empty beside [given]


def above_zero(value: Fraction, name: str) -> Fraction:
    """The value itself, an error when nothing can be divided by it."""
    if value <= 0:
        raise ValueError(f"{name} must be above zero, not {float(value)}")
    return value


def read_toml(path: Path) -> Table:
    """A TOML file whose decimals stay the decimals written."""
    with path.open("rb") as stream:
        return tomllib.load(stream, parse_float=Decimal)


def merge(base: Table, near: Table, path: str = "") -> Table:
    """The nearer table over the base one (§3)."""
    result = dict(base)
    pair = EXCLUSIVE.get(path, (set(), set()))
    for one, other in (pair, pair[::-1]):
        if one & near.keys():
            if other & near.keys():
                raise ValueError(f"{path}: {sorted(one | other)} exclude each other")
            result = {key: value for key, value in result.items() if key not in other}
    for key, value in near.items():
        inner, old = f"{path}.{key}".lstrip("."), result.get(key)
        if isinstance(value, dict) and "value" not in value and inner not in REPLACED_WHOLE:
            was_number = not isinstance(old, dict) or "value" in old
            value = merge({} if was_number else old, value, inner)
        result[key] = value
    return result


def read_case(path: Path, presets: Path, above: tuple[Path, ...] = ()) -> Table:
    """A case file with all it extends merged under it."""
    if path.resolve() in above or len(above) > 8:
        raise ValueError(f"{path}: a cycle or more than 8 extends in a row")
    table = read_toml(path)
    if table.get("schema") != "billijk/case/1":
        raise ValueError(f"{path}: schema must be billijk/case/1")
    base: Table = {}
    if "extends" in table:
        name = table["extends"]
        preset = presets / f"{name.removeprefix('preset:')}.toml"
        parent = preset if name.startswith("preset:") else path.parent / name
        base = read_case(parent, presets, (*above, path.resolve()))
    return merge(base, table)


class Case:
    """A merged case: inputs, ranges, own lines in file order, preset rows by days, index factor."""

    def __init__(self, path: Path, presets: Path) -> None:
        table = read_case(path, presets)
        self.inputs, self.ranges = Inputs(), dict[str, tuple[Fraction, Fraction]]()
        # For reference_forecast.py: neither is part of a price.
        self.clause: Table | None = table.get("contract", {}).pop("indexation", None)
        self.growth: Table | None = table.pop("forecast", None)
        own_lines, self.derived = table.pop("line", []), table.pop("derived", [])
        self.own = [line["key"] for line in own_lines]
        self._flatten("", table)
        for line in own_lines:
            self._flatten(f"line.{line['key']}", line)
        self.given = "given.cost_price" in self.inputs
        self.inputs.setdefault("rounding.step", Fraction(1, 100))
        self.step = self.inputs.positive("rounding.step")
        self.mode = self.inputs.get("rounding.mode", "half_up")
        self.at_line = self.inputs.get("rounding.at", "end") == "line"
        self.seasons: list[tuple[int, Table]] = []
        self.factor = Fraction(1)
        beside = table.keys() - BESIDE_GIVEN or self.growth is not None
        if self.given and (self.own or self.derived or self.ranges or beside):
            raise ValueError("beside [given] only period, margin, band, rounding and contract")
        if not self.given:
            self.seasons = seasons(self.inputs, presets)
            self.factor = index_factor(self.inputs, presets)

    def _flatten(self, prefix: str, node: Any) -> None:
        key = prefix.lstrip(".")
        if isinstance(node, dict) and "value" not in node:
            for name, inner in node.items():
                self._flatten(f"{prefix}.{name}", inner)
        elif isinstance(node, list):
            self.inputs[key] = [number(item, key) for item in node]
        elif isinstance(node, str | date):
            self.inputs[key] = node
        else:
            self.inputs[key] = value = number(node, key)
            if key.startswith("wage.mix.") and isinstance(node, dict) and "wage" in node:
                self.inputs[f"{key}.wage"] = number(node["wage"], f"{key}.wage")
            if isinstance(node, dict) and node.keys() & {"low", "high"}:
                ranged = key.split(".")[0] in RANGED_TABLES or key == "contract.volume"
                if not ranged or key.startswith("wage.mix."):
                    raise ValueError(f"{key} takes no low and high")
                low, high = (number(node.get(end, node["value"]), key) for end in ("low", "high"))
                if not low <= value <= high:
                    raise ValueError(f"{key}: low <= value <= high does not hold")
                self.ranges[key] = (low, high)

    def rounded(self, moved: dict[str, Fraction]) -> Totals:
        """The boundaries as the verdict sees them."""
        totals = self.price(moved, self.at_line).totals
        return {total: self.snap(value) for total, value in totals.items()}

    def snap(self, value: Fraction) -> Fraction:
        """The value on the grid of [rounding]."""
        return to_grid(value, self.step, self.mode)

    def price(self, moved: dict[str, Fraction], at_line: bool) -> Result:
        """The case with some inputs moved, computed twice when it is indexed (§7)."""
        keep: Snap = self.snap if at_line else lambda value: value
        inputs = Inputs({**self.inputs, **moved})
        if self.given:
            return given(inputs, keep)
        first = compute(inputs, self.seasons, self.own, keep)
        paid = {"index_factor": self.factor, **first.paid}
        if self.factor == 1:
            return Result(first.lines, first.totals, first.hours, paid)
        own_amounts = {f"line.{key}.amount" for key in self.own} | own_wages(inputs).keys()
        raised = {key: value * self.factor for key, value in inputs.items()
                  if key in INDEXED | own_amounts}
        second = compute(Inputs({**inputs, **raised}), self.seasons, self.own, keep)
        change = second.totals["cost_price"] - first.totals["cost_price"]
        lines = [*first.lines[:-2], Line("indexation", "e", change), second.lines[-1]]
        return Result(lines, second.totals, first.hours, paid)


def number(node: Any, key: str) -> Fraction:
    """A number, plain or as a table, exactly as written."""
    node = node["value"] if isinstance(node, dict) else node
    if isinstance(node, bool) or not isinstance(node, int | Decimal):
        raise ValueError(f"{key} must be a number, not {node!r}")
    return Fraction(node)


def to_grid(value: Fraction, step: Fraction, mode: str) -> Fraction:
    """The multiple of step that the mode picks (§3 [rounding])."""
    size = abs(value) / step
    below, rest = size.numerator // size.denominator, size % 1
    raised = {"half_up": rest >= Fraction(1, 2),
              "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1),
              "up": rest > 0,
              "down": False}
    if mode not in raised:
        raise ValueError(f"rounding.mode {mode} is not known")
    return (below + raised[mode]) * step * (-1 if value < 0 else 1)


def row_in_force(preset: Table, name: str, day: date) -> int:
    """Which row of a preset holds on a day (§4)."""
    index = sum(row["from"] <= day for row in preset["at"]) - 1
    if index < 0 or preset["at"][index].get("until", day) < day:
        raise ValueError(f"{name} has no row for {day}")
    return index


def presets_of(v: Inputs, presets: Path) -> dict[str, Table]:
    """The presets a price rests on, by their part in it (§4)."""
    minimum = v.get("wage.minimum_wage", "nl/minimum-wage")
    names = {"scale": v.get("wage.scale"), "minimum": None if minimum == "none" else minimum,
             "social": v.get("employer_charges.social.preset"),
             "pension": v.get("employer_charges.pension.preset")}
    return {role: read_toml(presets / f"{name}.toml") for role, name in names.items() if name}


def seasons(v: Inputs, presets: Path) -> list[tuple[int, Table]]:
    """The period as numbers of days with the preset rows that hold on them."""
    files = presets_of(v, presets)
    first, last = v.need("period.from"), v.need("period.to")
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    if not days:
        raise ValueError("period.from lies after period.to")
    counted = Counter(tuple(row_in_force(file, role, day) for role, file in files.items())
                      for day in days)
    return [(count, {role: file["at"][index]
                     for (role, file), index in zip(files.items(), indices, strict=True)})
            for indices, count in counted.items()]


def mean(spells: list[tuple[int, Table]], figure: Callable[[Table], Fraction]) -> Fraction:
    """The day-weighted mean of a figure of the rows (§4)."""
    return sum((count * figure(rows) for count, rows in spells), Fraction(0)) / sum(
        count for count, _ in spells)


def own_wages(v: Inputs) -> dict[str, Fraction]:
    """The wages in the mix that the case states itself, by key."""
    return {key: value for key, value in v.items()
            if key.startswith("wage.mix.") and key.endswith(".wage")}


def day_wages(v: Inputs, rows: Table) -> dict[str, tuple[Fraction, Fraction]]:
    """Of each step its share and max(step or own wage, minimum wage of the day).

    `risen` is what own wages have grown by that day; only the years of a forecast have it.
    """
    floor = Fraction(rows["minimum"]["hour"]) if "minimum" in rows else Fraction(0)
    risen = rows.get("risen", Fraction(1))
    if "wage.hourly" in v:
        return {"hourly": (Fraction(1), max(v.amount("wage.hourly") * risen, floor))}
    own = {key.removeprefix("wage.mix.").removesuffix(".wage"): value * risen
           for key, value in own_wages(v).items()}
    scale = v.need("wage.scale") and rows["scale"]["steps"]
    if known := own.keys() & scale.keys():
        raise ValueError(f"the scale has wages for {sorted(known)} itself")
    steps = scale | own
    mix = {key.removeprefix("wage.mix."): value for key, value in v.items()
           if key.startswith("wage.mix.") and not key.endswith(".wage")}
    if sum(mix.values()) != 100:
        raise ValueError("wage.mix must sum to 100")
    if unknown := mix.keys() - steps.keys():
        raise ValueError(f"steps {sorted(unknown)} are not among {sorted(steps)}")
    return {step: (share / 100, max(Fraction(steps[step]), floor)) for step, share in mix.items()}


def day_wage(v: Inputs, rows: Table) -> Fraction:
    """Σ share × wage of the step."""
    return sum((share * wage for share, wage in day_wages(v, rows).values()), Fraction(0))


def informal_floor(case: Case) -> Fraction:
    """Highest wage of the mix, at the level of the period, × (1 + holiday allowance) × N / (N -
    leave) (§3, [[derived]])."""
    v = case.inputs
    own = {key: value * case.factor for key, value in v.items()
           if key == "wage.hourly" or key in own_wages(v)}
    raised = Inputs({**v, **own})
    paid = [step for step, (share, _) in day_wages(raised, case.seasons[0][1]).items() if share]
    highest = max(mean(case.seasons, lambda rows, step=step: day_wages(raised, rows)[step][1])
                  for step in paid)
    contract = v.positive("hours.contract")
    return (highest * (1 + v.share("supplements.holiday_allowance")) * contract
            / (contract - v.amount("hours.leave")))


def derived_prices(case: Case, bases: Totals) -> list[Table]:
    """Every [[derived]] price that has its base among these (§3)."""
    prices = []
    for price in case.derived:
        if price["of"] not in bases:
            continue
        base = case.snap(bases[price["of"]])
        value = number(price["percent"], "derived.percent") / 100 * base
        found = {"base": base, "value": value, "rounded": case.snap(value)}
        if "at_least" in price:
            floor = informal_floor(case)
            found["at_least"] = {"value": floor, "rounded": case.snap(floor)}
        prices.append(found)
    return prices


def day_charges(v: Inputs, rows: Table, gross: Fraction) -> tuple[Fraction, Fraction]:
    """Social premiums and the employer's pension premium on the rows of a day (§5)."""
    if "employer_charges.percent" in v:
        return v.share("employer_charges.percent") * gross, Fraction(0)
    contract, here = v.positive("hours.contract"), "employer_charges."
    premium = employer = Fraction(0)
    if pension := rows.get("pension"):
        for rate, franchise in (("op", "franchise"), ("ap", "ap_franchise")):
            above = max(Fraction(0), gross - Fraction(pension[franchise]) / contract)
            premium += Fraction(pension[rate]) / 100 * above
        employer = v.share(here + "pension.employer_share") * premium
    v.need(here + "social.preset")
    row = {key: Fraction(value) for key, value in rows["social"].items()
           if isinstance(value, int | Decimal | Fraction)}
    permanent = v.share(here + "social.permanent")
    percent = (permanent * row["awf_low"] + (1 - permanent) * row["awf_high"]
               + row["aof_" + v.need(here + "social.employer")] + row["wko"] + row["zvw"]
               + v.get(here + "social.whk", row["whk"]) + row.get("sector", Fraction(0)))
    after = v.get(here + "social.base", "after_pension") == "after_pension"
    base = gross - (premium - employer if after else 0)
    maximum = row["max_wage"] / (contract * part_time(v))
    return percent / 100 * min(base, maximum), employer


def part_time(v: Inputs) -> Fraction:
    """The mean contract as a share of a full-timer's, f."""
    return above_zero(v.share("hours.part_time_factor", 100), "hours.part_time_factor")


def paid_hour(v: Inputs, spells: list[tuple[int, Table]], keep: Snap) -> dict[str, Fraction]:
    """The six lines of element a, per paid hour (§5)."""
    wage = keep(mean(spells, lambda rows: day_wage(v, rows)))
    irregular = keep(wage * v.share("supplements.irregular_hours", 0))
    holiday = keep((wage + irregular) * v.share("supplements.holiday_allowance"))
    bases = {"wage": wage, "wage_and_irregular": wage + irregular,
             "wage_and_holiday_allowance": wage + irregular + holiday}
    base = bases[v.get("supplements.year_end_bonus_base", "wage")]
    bonus = keep(base * v.share("supplements.year_end_bonus"))
    gross = wage + irregular + holiday + bonus
    social, pension = (keep(mean(spells, lambda rows, i=i: day_charges(v, rows, gross)[i]))
                       for i in (0, 1))
    return {"wage": wage, "irregular_hours": irregular, "holiday_allowance": holiday,
            "year_end_bonus": bonus, "social": social, "pension": pension}


def travel_share(v: Inputs) -> Fraction:
    """Paid travel hours per billable hour, t / 60."""
    if "travel.minutes" in v:
        return v.amount("travel.minutes") / 60
    return v.amount("travel.minutes_between") / v.positive("travel.visit_minutes")


def hours_of_year(v: Inputs) -> dict[str, Fraction]:
    """The hours of a full-timer's year (§6); training and meetings per full-timer."""
    contract, leave = v.positive("hours.contract"), v.amount("hours.leave")
    after = v.get("hours.sickness_base", "contract") == "after_leave"
    hours = {
        "contract": contract,
        "leave": leave,
        "sickness": v.share("hours.sickness") * (contract - leave if after else contract),
        "training": v.amount("hours.training", 0) / part_time(v),
        "meetings": v.amount("hours.meetings", 0) / part_time(v),
        "idle": v.amount("hours.idle", 0),
        "indirect": v.amount("hours.indirect", 0),
        "obligations": v.amount("obligations.hours", 0),
    }
    lost = sum(hours.values()) - contract
    attendance = above_zero(contract - lost, "attendance")
    billable = attendance / (1 + travel_share(v))
    return hours | {"attendance": attendance, "billable": billable,
                    "travel": attendance - billable, "productivity": billable / contract}


def overhead(v: Inputs, direct: Fraction, own_b: Fraction) -> Fraction:
    """Line b from D and Xb (§7)."""
    if "overhead.amount" in v:
        return v.amount("overhead.amount")
    o, m, of = v.share("overhead.percent"), v.share("margin.percent", 0), v.need("overhead.of")
    if of == "direct":
        return o * direct
    if of == "cost_price":
        return direct * o / above_zero(1 - o, "what overhead leaves of the cost price")
    if "margin.amount" in v:
        whole = direct + own_b + v.amount("margin.amount")
        return o * whole / above_zero(1 - o, "what overhead leaves of the tariff")
    if v.get("margin.of", "cost_price") == "tariff":
        return o * (direct + own_b) / above_zero(1 - o - m, "what overhead and margin leave")
    return o * (1 + m) * (direct + own_b) / above_zero(1 - o * (1 + m), "what overhead leaves")


def margin(v: Inputs, cost: Fraction) -> Fraction:
    """The margin on a cost price (§7)."""
    if "margin.amount" in v:
        return v.amount("margin.amount")
    m = v.share("margin.percent", 0)
    if v.get("margin.of", "cost_price") == "tariff":
        return m * cost / above_zero(1 - m, "what margin leaves of the tariff")
    return m * cost


def totals_of(v: Inputs, floor: Fraction | None, cost: Fraction, profit: Fraction,
              keep: Snap) -> Totals:
    """The boundaries; a wage floor of None stays away."""
    ceiling = keep(max(cost * (1 + v.share("band.ceiling", 10)), cost + profit))
    rest = {"cost_price": cost, "fair_tariff": cost + profit, "ceiling": ceiling}
    return rest if floor is None else {"wage_floor": keep(floor), **rest}


def given(v: Inputs, keep: Snap) -> Result:
    """A cost price found elsewhere, with the margin and the band on it."""
    cost = v.amount("given.cost_price")
    profit = keep(margin(v, cost))
    return Result([Line("margin", None, profit)], totals_of(v, None, cost, profit, keep), {}, {})


def value_of(lines: Iterable[Line]) -> Fraction:
    """The sum of the lines."""
    return sum((line.value for line in lines), Fraction(0))


def compute(v: Inputs, spells: list[tuple[int, Table]], own: list[str], keep: Snap) -> Result:
    """All lines per billable hour and the totals, once, without indexation (§7)."""
    pay, hours = paid_hour(v, spells, keep), hours_of_year(v)
    labour, billable = sum(pay.values(), Fraction(0)), hours["billable"]
    bases = {"wage": pay["wage"], "gross": labour - pay["social"] - pay["pension"],
             "labour": labour}
    annual = v.amount("obligations.annual", 0)
    per_year = annual / v.positive("contract.volume") if annual else Fraction(0)
    built_in = [Line(key, "a", value) for key, value in pay.items()] + [
        Line(key, element, keep(value)) for key, element, value in (
            *((key, "c", labour * hours[key.removesuffix("_time")] / billable) for key in
              ("leave", "sickness", "training_time", "meetings", "idle", "indirect")),
            ("travel_time", "d", labour * travel_share(v)),
            ("travel_expenses", "d", v.amount("travel.kilometres", 0) * v.amount("travel.rate", 0)
             + v.amount("travel.expenses", 0)),
            ("training_expenses", "d", v.amount("training.expenses", 0) / part_time(v) / billable),
            ("obligation_time", "f", labour * hours["obligations"] / billable),
            ("obligation_expenses", "f", v.amount("obligations.amount", 0) + per_year))]

    def own_value(key: str, direct: Fraction) -> Fraction:
        here = f"line.{key}."
        if here + "amount" not in v:
            of = v.need(here + "of")
            base = direct if of == "direct" else bases[of] * hours["contract"] / billable
            return keep(v.share(here + "percent") * base)
        per = v.need(here + "per")
        weight = {"billable_hour": Fraction(1), "paid_hour": hours["contract"] / billable,
                  "full_timer_year": 1 / billable}
        return keep(v.amount(here + "amount") * weight[per] if per in weight
                    else v.amount(here + "amount") / v.positive("contract.volume"))

    def own_lines(keys: Iterable[str], direct: Fraction) -> list[Line]:
        return [Line(key, v.need(f"line.{key}.element"), own_value(key, direct)) for key in keys]

    in_direct = [key for key in own if v.need(f"line.{key}.element") != "b"]
    first = [key for key in in_direct if v.get(f"line.{key}.of") != "direct"]
    direct0 = value_of(built_in + own_lines(first, Fraction(0)))
    upper = built_in + own_lines(in_direct, direct0)
    own_b = own_lines((key for key in own if key not in in_direct), direct0)
    b = keep(overhead(v, value_of(upper), value_of(own_b)))
    lines = [*upper, Line("overhead", "b", b), *own_b]
    cost, floor = value_of(lines), value_of(line for line in lines if line.in_floor)
    profit = keep(margin(v, cost))
    lines += [Line("indexation", "e", Fraction(0)), Line("margin", None, profit)]
    return Result(lines, totals_of(v, floor, cost, profit, keep), hours,
                  {"labour": labour, "gross": bases["gross"]})


def index_factor(v: Inputs, presets: Path) -> Fraction:
    """I, the product over the years after price_level (§7, §11)."""
    if not any(key.startswith("indexation.") for key in v):
        return Fraction(1)
    years = range(int(v.amount("indexation.price_level")) + 1, v.need("period.from").year + 1)
    if years.start > years.stop:
        raise ValueError("indexation.price_level lies after the year of period.from")
    if "indexation.series" in v:
        preset = read_toml(presets / f"{v['indexation.series']}.toml")
        percents = [series_index(preset, year, v.get("indexation.catch_up")) for year in years]
    else:
        percents = v.need("indexation.percent")
        if len(percents) != len(years):
            raise ValueError(f"indexation.percent must have {len(years)} years")
    factor = Fraction(1)
    for percent in percents:
        factor *= 1 + percent / 100
    return factor


def series_index(preset: Table, year: int, catch_up: str | None) -> Fraction:
    """The index of one year in percent (§11)."""
    rows = {row["from"].year: row for row in preset["at"]}
    weights = {name: Fraction(weight) / 100 for name, weight in preset["weights"].items()}
    if len(rows) != len(preset["at"]) or sum(weights.values()) != 1:
        raise ValueError("two index rows in one year, or weights that do not sum to 100")

    def figure(name: str, at: int, kind: str) -> Fraction:
        row = rows.get(at, {})
        if name not in row and f"{name}_{kind}" not in row:
            raise ValueError(f"the index series has no {name}_{kind} for {at}")
        return Fraction(row.get(name, row.get(f"{name}_{kind}")))

    def weighted(at: int, kind: str) -> Fraction:
        return sum((weight * figure(name, at, kind) for name, weight in weights.items()),
                   Fraction(0))

    def rounded(value: Fraction) -> Fraction:
        if "round_percent" not in preset:
            return value
        return to_grid(value, Fraction(1, 10 ** preset["round_percent"]), "half_up")

    def compounded(name: str) -> Fraction:
        before, after = (figure(name, year - 1, kind) for kind in ("provisional", "definitive"))
        now = figure(name, year, "provisional")
        return rounded((100 + now) * (100 + after) / (100 + before) - 100)

    way = catch_up or rows.get(year, {}).get("catch_up", preset.get("catch_up", "none"))
    if way == "compound":
        return rounded(sum((weight * compounded(name) for name, weight in weights.items()),
                           Fraction(0)))
    current = weighted(year, "provisional")
    if way == "none":
        return rounded(current)
    before, after = weighted(year - 1, "provisional"), weighted(year - 1, "definitive")
    if way == "difference":
        return rounded(current + after - before)
    return rounded(current + rounded(((100 + after) / (100 + before) - 1) * 100))


def largest_remainder(values: list[Fraction], target: Fraction, step: Fraction) -> list[Fraction]:
    """The values on the grid so that they add up to the target (§10).

    Where more steps are missing than there are values, or fewer than none, all take the same
    number of them first: -1 is one less for all and one more for all but the smallest remainder.
    """
    if not values:
        return []
    floors = [value // step for value in values]
    missing = target / step - sum(floors)
    each, extra = divmod(missing, len(values))
    order = sorted(range(len(values)), key=lambda i: (floors[i] - values[i] / step, i))
    lucky = set(order[:int(extra)])
    return [(floor + each + (i in lucky)) * step for i, floor in enumerate(floors)]


def shown_lines(case: Case, result: Result, rounded: Totals) -> list[Fraction]:
    """Every line as shown: margin last, the others adding up to the totals shown (§10)."""
    body, profit = result.lines[:-1], rounded["fair_tariff"] - rounded["cost_price"]
    split = case.factor == 1 and not case.given
    floor = rounded["wage_floor"] if split else Fraction(0)
    shown: dict[str, Fraction] = {}
    for inside, target in ((True, floor), (False, rounded["cost_price"] - floor)):
        group = [line for line in body if (split and line.in_floor) == inside]
        values = largest_remainder([line.value for line in group], target, case.step)
        shown |= {line.key: value for line, value in zip(group, values, strict=True)}
    return [shown[line.key] for line in body] + [profit]


def tariff_per_hour(v: Inputs) -> Fraction:
    """The contract's tariff for one hour (§8)."""
    tariff, unit = v.amount("contract.tariff"), v.get("contract.unit", "hour")
    times = {"week": 52, "4weeks": 13, "month": 12, "year": 1}
    if unit in times:
        return tariff * times[unit] / v.positive("contract.norm_hours")
    if unit == "lump_sum":
        return tariff / v.positive("contract.volume")
    return tariff * {"hour": 1, "minute": 60}[unit]


def zone(tariff: Fraction, rounded: Totals) -> str:
    """Where a tariff stands between the boundaries (§9)."""
    if "wage_floor" in rounded and tariff < rounded["wage_floor"]:
        return "below_wage_floor"
    if tariff < rounded["cost_price"]:
        return "below_cost_price"
    return "fair" if tariff <= rounded["ceiling"] else "above_ceiling"


def side(total: str, tariff: Fraction, rounded: Totals) -> str:
    """On which side of a boundary a tariff lies (§9)."""
    if total == "ceiling":
        return "above" if tariff > rounded[total] else "below"
    return "below" if tariff < rounded[total] else "above"


def bounds(case: Case) -> dict[str, tuple[Fraction, Fraction]]:
    """The low and the high of each boundary, before the final rounding (§9)."""
    still = case.price({}, at_line=False).totals
    ends = {key: [(end, case.price({key: end}, at_line=False).totals) for end in pair]
            for key, pair in case.ranges.items()}

    def bound(total: str, sign: int) -> Fraction:
        moved: dict[str, Fraction] = {}
        for key, pair in ends.items():
            end, totals = min(pair, key=lambda item: sign * item[1][total])
            if sign * totals[total] < sign * still[total]:
                moved[key] = end
        return case.price(moved, case.at_line).totals[total]

    return {total: (bound(total, 1), bound(total, -1)) for total in BOUNDARIES}


def check(case: Case, rounded: Totals, low_high: dict[str, tuple[Fraction, Fraction]]) -> Table:
    """The verdict on the contract's tariff (§8, §9)."""
    tariff = tariff_per_hour(case.inputs)
    verdict: Table = {"tariff_per_hour": tariff, "zone": zone(tariff, rounded)}
    sides = [{total: case.snap(pair[side]) for total, pair in low_high.items()} for side in (0, 1)]
    certain = not low_high or zone(tariff, sides[0]) == zone(tariff, sides[1])
    changing = [key for key, pair in sorted(case.ranges.items()) for end in pair
                if not certain and zone(tariff, case.rounded({key: end})) != verdict["zone"]]
    verdict |= {"certain": certain, "could_change": list(dict.fromkeys(changing)), "boundaries": {}}
    for total in rounded:
        own = side(total, tariff, rounded)
        sure = not low_high or all(side(total, tariff, ends) == own for ends in sides)
        crossing = [key for key, pair in sorted(case.ranges.items()) for end in pair
                    if not sure and side(total, tariff, case.rounded({key: end})) != own]
        verdict["boundaries"][total] = {"side": own, "certain": sure,
                                        "could_cross": list(dict.fromkeys(crossing))}
    if "contract.subcontracting_fee" in case.inputs:
        left = tariff * (1 - case.inputs.share("contract.subcontracting_fee"))
        verdict |= {"subcontractor_per_hour": left, "subcontractor_zone": zone(left, rounded)}
    return verdict


def evaluate(case: Case) -> Table:
    """Everything the tests compare, as plain data."""
    result, rounded = case.price({}, case.at_line), case.rounded({})
    shown = shown_lines(case, result, rounded)
    lines = [{"key": line.key, "element": line.element, "value": line.value, "rounded": value}
             for line, value in zip(result.lines, shown, strict=True)]
    answer: Table = {"hours": result.hours, **result.paid, "lines": lines,
                     "totals": result.totals, "rounded": rounded}
    low_high = bounds(case) if case.ranges else {}
    if low_high:
        answer["bounds"] = low_high
    answer["derived"] = derived_prices(case, result.totals)
    if "contract.tariff" in case.inputs:
        answer["check"] = check(case, rounded, low_high)
        tariff = {"tariff": answer["check"]["tariff_per_hour"]}
        answer["check"]["derived"] = derived_prices(case, result.totals | tariff)
    return answer


def plain(node: Any) -> Any:
    """The same data with every figure as text of 12 decimals, half up."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(value) for value in node]
    if isinstance(node, Fraction):
        units = int(to_grid(node, Fraction(1, 10**12), "half_up") * 10**12)
        return f"{'-' if units < 0 else ''}{abs(units) // 10**12}.{abs(units) % 10**12:012d}"
    return node


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")
    arguments = parser.parse_args()
    failed = False
    for path in arguments.cases:
        try:
            answer = plain(evaluate(Case(path, arguments.presets)))
        except (ValueError, OSError) as error:
            answer, failed = {"error": str(error)}, True
        print(json.dumps({"file": str(path), **answer}, ensure_ascii=False))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
