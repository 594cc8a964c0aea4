"""Markets once more, slow and exact, written from the text of the model alone.

    python3 tests/tools/reference_market.py --presets DIR [--tariff X] [--unit UNIT]
                                            [--providers 1,2,5] CASE.toml...

prints one JSON object per case on one line, of the shape of `billijk market --format json` without
what only people read. Figures are text with 12 decimals, half up. No answer is found by solving:
the smallest volume by halving and then by trying the ones below it, the number at which a lead
provider is no dearer by trying every number that is not proven to be too small.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from reference import Inputs, Table, Totals, above_zero, plain, tariff_per_hour, zone
from reference_result import UNITS, ProfiledCase

PROVIDERS = (1, 2, 5, 10, 20, 61)
MOST_PROVIDERS = 10_000
TRIED_BELOW = 20
TRAVELLED = ("travel.minutes", "travel.minutes_between", "travel.kilometres")


def root(value: Fraction) -> Fraction:
    """The square root of a fraction, rounded half up to six decimals."""
    twice = math.isqrt(4 * 10**12 * value.numerator // value.denominator)
    return Fraction((twice + 1) // 2, 10**6)


class Lead:
    """One lead provider between the municipality and the others, who keeps a share."""

    def __init__(self, v: Inputs) -> None:
        self.fee, self.contract = v.share("market.lead.fee"), v.amount("market.lead.contract")
        self.left = above_zero(1 - self.fee, "what the fee leaves of the tariff")


class Market:
    """A case as the market of all providers together; the options are those of the command."""

    def __init__(self, case: ProfiledCase, tariff: Fraction | None = None,
                 unit: str | None = None, providers: Sequence[int] | None = None) -> None:
        said = {"contract.tariff": tariff, "contract.unit": unit}
        case.inputs |= {key: value for key, value in said.items() if value is not None}
        v = case.inputs
        self.case = case
        self.volume = v.positive("market.volume" if "market.volume" in v else "contract.volume")
        stated: Sequence[Fraction] = v.get("market.providers", PROVIDERS)
        self.numbers = [int(number) for number in providers or stated]
        self.shares = [share / 100 for share in v.get("market.shares", [])]
        self.spent, self.contract, self.fixed = (
            v.amount(f"market.{key}", 0)
            for key in ("provider_contract", "municipality_contract", "municipality_fixed"))
        self.square_root = v.get("market.travel", "none") == "square_root"
        self.reference = above_zero(v.amount("market.reference_providers", 1),
                                    "market.reference_providers")
        self.lead = Lead(v) if "market.lead.fee" in v else None
        self.unit = v.get("contract.unit", "hour")
        self.tariff = tariff_per_hour(v) if "contract.tariff" in v else None
        self.known: dict[Fraction, Totals] = {}
        if not self.numbers or not all(0 < n <= MOST_PROVIDERS for n in self.numbers):
            raise ValueError(f"providers are from 1 to {MOST_PROVIDERS}")
        if self.shares and (sum(self.shares) != 1 or min(self.shares) <= 0):
            raise ValueError("market.shares must be above zero and add up to 100")

    def moved(self, hours: Fraction) -> dict[str, Fraction]:
        """What makes the case that of a provider of so many billable hours a year."""
        v = self.case.inputs
        moved = {"contract.volume": hours,
                 "obligations.annual": v.amount("obligations.annual", 0) + self.spent}
        if self.square_root:
            times = root(self.volume / (self.reference * hours))
            moved |= {key: v.amount(key) * times for key in TRAVELLED if key in v}
        return moved

    def totals(self, hours: Fraction) -> Totals:
        """The boundaries of such a provider before the final rounding."""
        if hours not in self.known:
            self.known[hours] = self.case.price(self.moved(hours), self.case.at_line).totals
        return self.known[hours]

    def rounded(self, hours: Fraction) -> Totals:
        """The same as the verdict sees them."""
        return {total: self.case.snap(value) for total, value in self.totals(hours).items()}

    def fair(self, number: int) -> Fraction:
        """The rounded fair tariff of one of so many equal providers."""
        return self.case.snap(self.totals(self.volume / number)["fair_tariff"])

    def municipality(self, contracts: int) -> Fraction:
        """What the municipality itself spends in a year."""
        return contracts * self.contract + self.fixed

    def total(self, number: int) -> Fraction:
        """What the hours and the municipality's side cost in a year with equal providers."""
        return self.volume * self.fair(number) + self.municipality(number)

    def row(self, number: int) -> Table:
        """Everything that is said of a number of equal providers."""
        hours, total = self.volume / number, self.total(number)
        return {"providers": number, "hours": hours,
                "cost_price": self.rounded(hours)["cost_price"], "fair_tariff": self.fair(number),
                "municipality": self.municipality(number), "total": total,
                "per_hour": total / self.volume, "difference": total - self.total(self.numbers[0]),
                "one_more": self.total(number + 1) - total}

    def may_rise(self) -> bool:
        """Whether an own line may let the cost price rise with the volume."""
        v = self.case.inputs
        falling = {"contract_year"} | ({"full_timer_year", "paid_hour"} if self.square_root
                                       else set())
        return any(v.get(f"line.{key}.per") in falling and v.amount(f"line.{key}.amount") < 0
                   for key in self.case.own)

    def covers(self, hours: int) -> bool:
        """Whether the tariff is not below the cost price of a provider of so many hours."""
        cost = self.rounded(Fraction(hours))["cost_price"]
        return self.tariff is not None and cost <= self.tariff

    def smallest_volume(self) -> int | None:
        """The first of 1, 2 … whole hours of the market that the tariff covers."""
        low, high = 0, math.floor(self.volume)
        if self.tariff is None or self.may_rise() or high < 1 or not self.covers(high):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.covers(middle) else (middle, high)
        for below in range(max(1, high - TRIED_BELOW), high):
            if self.covers(below):
                raise AssertionError(f"{below} hours are covered too, below {high}")
        return high

    def share_rows(self) -> list[Table] | None:
        """Each provider of the market as it is."""
        rows = []
        for share in self.shares:
            hours = share * self.volume
            rounded = self.rounded(hours)
            rows.append({"share": share * 100, "hours": hours, "cost_price": rounded["cost_price"],
                         "fair_tariff": rounded["fair_tariff"],
                         "zone": None if self.tariff is None else zone(self.tariff, rounded)})
        return rows or None

    def shares_total(self) -> Table | None:
        """The total with each at its own fair tariff, and with all at that of the smallest."""
        if not self.shares:
            return None
        side = self.municipality(len(self.shares))
        fair = {share: self.rounded(share * self.volume)["fair_tariff"] for share in self.shares}
        return {"own": sum(share * self.volume * fair[share] for share in self.shares) + side,
                "smallest": self.volume * fair[min(self.shares)] + side}

    def lead_tariff(self, lead: Lead, number: int) -> Fraction:
        """What leaves one of so many subcontractors its fair tariff after the fee."""
        return self.case.snap(self.totals(self.volume / number)["fair_tariff"] / lead.left)

    def lead_row(self, lead: Lead, number: int) -> Table:
        """Everything that is said of a lead provider with so many subcontractors."""
        tariff = self.lead_tariff(lead, number)
        return {"providers": number, "tariff": tariff,
                "lead_keeps": tariff * lead.fee * self.volume,
                "lead_spends": number * lead.contract,
                "total": tariff * self.volume + self.municipality(1),
                "direct_total": self.total(number)}

    def first_equal(self, lead: Lead, low: int, high: int) -> int | None:
        """The first number from low to high with which the lead provider is not dearer.

        Where no line lets the cost rise with the volume, a tariff never falls with the number. So
        when the lead's tariff of the lowest number is dearer than the direct one of the highest by
        more than the contracts of the highest, then every number between is too.
        """
        saved = self.municipality(high) - self.municipality(1)
        dearer = (self.lead_tariff(lead, low) - self.fair(high)) * self.volume
        if dearer > saved and (low == high or not self.may_rise()):
            return None
        if low == high:
            return low
        middle = (low + high) // 2
        found = self.first_equal(lead, low, middle)
        return self.first_equal(lead, middle + 1, high) if found is None else found

    def document(self) -> Table:
        """The whole market as data."""
        tariff = {"value": self.case.inputs.get("contract.tariff"), "unit": self.unit,
                  "per_hour": self.tariff}
        lead = self.lead and {"fee": self.lead.fee * 100, "contract": self.lead.contract,
                              "rows": [self.lead_row(self.lead, n) for n in self.numbers],
                              "equal_at": self.first_equal(self.lead, 1, MOST_PROVIDERS)}
        return {"volume": self.volume, "tariff": None if self.tariff is None else tariff,
                "rows": [self.row(number) for number in self.numbers],
                "smallest_volume": self.smallest_volume(), "shares": self.share_rows(),
                "shares_total": self.shares_total(), "lead": lead}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("--tariff", type=Fraction)
    parser.add_argument("--unit", choices=UNITS)
    parser.add_argument("--providers", type=lambda text: [int(part) for part in text.split(",")])
    parser.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")
    options = parser.parse_args()
    failed = False
    for path in options.cases:
        try:
            market = Market(ProfiledCase(path, options.presets), options.tariff, options.unit,
                            options.providers)
            answer = plain(market.document())
        except (ValueError, OSError) as error:
            answer, failed = {"error": str(error)}, True
        print(json.dumps({"file": str(path), **answer}, ensure_ascii=False))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
