"""Results once more, slow and exact, from the text of the model alone: norm hours and other units.

    python3 tests/tools/reference_result.py --presets DIR [--unit UNIT] CASE.toml...

prints one JSON object per case on one line, of the shape of `in_unit` of `billijk calc --unit` and,
without a unit, of that of `billijk check`, which judges in the contract's own unit. Figures are
text with 12 decimals, half up.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from reference import (Case, Inputs, Table, Totals, above_zero, mean, number, plain, read_toml,
                       row_in_force, tariff_per_hour, to_grid, zone)

TWELFTH = Fraction(1, 10**12)
PARTS = {"week": 52, "4weeks": 13, "month": 12, "year": 1}
UNITS = ("hour", "minute", *PARTS, "lump_sum")


class Profile(NamedTuple):
    """A kind of client: its share of all of them and the hours that one is given in a year."""

    label: str
    share: Fraction
    norm_hours: Fraction


class ProfiledCase(Case):
    """A case whose norm hours come from the profiles of [result], where it has them."""

    stated_profiles: list[Table] | None = None

    def __init__(self, path: Path, presets: Path) -> None:
        super().__init__(path, presets)
        self.profiles: list[Profile] | None = None
        if "result.preset" in self.inputs or self.stated_profiles is not None:
            self.profiles = self.read_profiles(presets)
            mix = sum((profile.share * profile.norm_hours for profile in self.profiles),
                      Fraction(0))
            # A figure of a case has at most twelve decimals.
            self.inputs.setdefault("contract.norm_hours", to_grid(mix, TWELFTH, "half_up"))

    def _flatten(self, prefix: str, node: Any) -> None:
        if prefix.lstrip(".") == "result.profiles":
            self.stated_profiles = node
        else:
            super()._flatten(prefix, node)

    def read_profiles(self, presets: Path) -> list[Profile]:
        """Every profile with its share and its own norm hours, exact."""
        modules = self.module_hours(presets)
        profiles = [Profile(stated["label"], number(stated["share"], "share") / 100,
                            norm_hours(stated["modules"], modules))
                    for stated in self.stated_profiles or []]
        for profile in profiles:
            above_zero(profile.share, f"the share of {profile.label}")
            above_zero(profile.norm_hours, f"the norm hours of {profile.label}")
        if sum(profile.share for profile in profiles) != 1:
            raise ValueError("the shares of result.profiles must add up to 100")
        return profiles

    def module_hours(self, presets: Path) -> dict[str, Fraction]:
        """Hours per client per year of every module, day-weighted over the period."""
        preset = read_toml(presets / f"{self.inputs.need('result.preset')}.toml")
        first, last = self.inputs.need("period.from"), self.inputs.need("period.to")
        days = (first + timedelta(n) for n in range((last - first).days + 1))
        counted = Counter(row_in_force(preset, "result.preset", day) for day in days)
        spells = [(count, preset["at"][index]) for index, count in counted.items()]
        if any("modules" not in row for _, row in spells):
            raise ValueError("result.preset has a row without modules")
        known = set.intersection(*(set(row["modules"]) for _, row in spells))
        def hours(key: str) -> Fraction:
            return mean(spells, lambda row: Fraction(row["modules"][key]))

        return {key: hours(key) for key in known}


def norm_hours(counts: Table, modules: dict[str, Fraction]) -> Fraction:
    """The sum of count × module."""
    if unknown := counts.keys() - modules.keys():
        raise ValueError(f"modules {sorted(unknown)} are not among {sorted(modules)}")
    taken = {key: number(count, key) for key, count in counts.items()}
    if any(count < 0 for count in taken.values()):
        raise ValueError("a count below zero")
    return sum((count * modules[key] for key, count in taken.items()), Fraction(0))


def hours_of(v: Inputs, unit: str, norm: Fraction | None) -> Fraction:
    """How many billable hours one unit is."""
    if unit in PARTS:
        return (v.positive("contract.norm_hours") if norm is None else norm) / PARTS[unit]
    if unit == "lump_sum":
        return v.positive("contract.volume")
    return {"hour": Fraction(1), "minute": Fraction(1, 60)}[unit]


def totals_in(case: Case, totals: Totals, times: Fraction) -> Table:
    """Every boundary in a unit: the exact one times the hours of the unit, rounded once."""
    return {total: {"rounded": case.snap(value * times)} for total, value in totals.items()}


def in_unit(case: ProfiledCase, unit: str) -> Table:
    """What `calc --unit` says in the unit, for the mix and for every profile."""
    v, totals = case.inputs, case.price({}, case.at_line).totals
    found: Table = {"unit": unit,
                    "norm_hours": v.positive("contract.norm_hours") if unit in PARTS else None,
                    "totals": totals_in(case, totals, hours_of(v, unit, None)), "profiles": None}
    if unit in PARTS and case.profiles is not None:
        found["profiles"] = [
            {"label": profile.label, "share": profile.share * 100,
             "norm_hours": profile.norm_hours,
             "totals": totals_in(case, totals, hours_of(v, unit, profile.norm_hours))}
            for profile in case.profiles]
    return found


def judged(case: ProfiledCase) -> Table | None:
    """What `check` says in the contract's unit: of every profile besides what its hour brings and
    where that stands. None when the unit is an hour."""
    unit = case.inputs.get("contract.unit", "hour")
    if unit == "hour":
        return None
    found, rounded = in_unit(case, unit), case.rounded({})
    for row in found["profiles"] or []:
        hour = tariff_per_hour(Inputs({**case.inputs, "contract.norm_hours": row["norm_hours"]}))
        row |= {"per_hour": hour, "zone": zone(hour, rounded)}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("--unit", choices=UNITS)
    parser.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")
    options = parser.parse_args()
    failed = False
    for path in options.cases:
        try:
            case = ProfiledCase(path, options.presets)
            answer = plain(in_unit(case, options.unit) if options.unit else judged(case))
        except (ValueError, OSError) as error:
            answer, failed = {"error": str(error)}, True
        print(json.dumps({"file": str(path), "in_unit": answer}, ensure_ascii=False))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
