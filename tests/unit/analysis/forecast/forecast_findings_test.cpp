// What clauses laid beside that of the contract make of a forecast, what it warns of, and what
// stands in its way.

#include <catch2/catch.hpp>

#include "unit/foreseen.hpp"

namespace billijk::analysis {
namespace {

using core::Code;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::exact;
using tests::foreseeable;
using tests::Foreseen;

/// With wages of 3 and prices of 2 %, what is not known yet grows by 2.9 %.
core::Preset ninety_ten(const tests::Rows& rows) {
  return tests::series("weights = { ova = 90, ppc = 10 }\n", rows);
}
const tests::Rows one_percent_in_2026{{"2026-01-01", "ova = 1\nppc = 1"}};

/// "2027 -3450 41.5": the year in which a clause sinks, what it comes to, the tariff at the end.
std::string outcomes(const CaseText& text, const std::vector<std::string>& clauses) {
  const Foreseen found{
      text,
      {.until = std::nullopt, .clauses = clauses, .presets = {ninety_ten(one_percent_in_2026)}}};
  std::string told;
  for (const ClauseOutcome& one : found->clauses) {
    told += (told.empty() ? "" : "; ") + one.name + ": " +
            (one.sinks_in ? std::to_string(*one.sinks_in) : "never") + ' ' +
            (one.running_total ? core::shortest(*one.running_total) : "none") + ' ' +
            core::shortest(one.tariff_at_end);
  }
  return told;
}

/// The warnings a forecast adds to those of the case.
core::Diagnostics warnings_of(const CaseText& text) {
  const Foreseen found{text};
  core::Diagnostics told;
  for (const core::Diagnostic& warning : found->warnings) {
    if (warning.code >= Code::period_past_year && warning.code <= Code::volume_without_hours)
      told.push_back(warning);
  }
  return told;
}
CaseText signed_for(const std::string& contract,
                    const std::string& forecast = "wages = 3\nprices = 2") {
  return foreseeable(forecast, contract + "\nend = 2029-12-31");
}
const std::string at_two_percent = "tariff = 41.50\nindexation = { percent = 2 }";

/// "E151 forecast.wages 2027; …".
std::string refused(const CaseText& text, const tests::Ahead& asked = {}) {
  std::string told;
  for (const core::Diagnostic& error : Foreseen{text, asked}.errors())
    told += (told.empty() ? "" : "; ") + codes({error}) + ' ' + error.key + ' ' +
            argument(error, "year");
  return told;
}

}  // namespace

TEST_CASE("clauses lie side by side, each with when it sinks, its total and its last tariff") {
  // Of the cost prices 40.50, 41.72, 42.97 and 44.26, together 169.45, an hour loses or keeps:
  // 41.50 four times 3.45; 41.50, 42.95, 44.45 and 46.01 5.46; 41.50, 41.50, 42.33 and 43.18 0.94.
  CHECK(outcomes(foreseeable(), {"none", "3,5", "2.9:cap=2:first_year=2028"}) ==
        "none: 2027 -3450 41.5; 3,5: never 5460 46.01; 2.9:cap=2:first_year=2028: 2027 -940 43.18");
  CHECK(outcomes(foreseeable(), {}).empty());
}

TEST_CASE("a clause of a series grows as that of a contract does") {
  // 42.7035, 43.9383 and 45.21426; a year later 41.915, 43.13568 and 44.39106.
  const CaseText text = foreseeable("wages = 3\nprices = 2",
                                    "tariff = 41.50\nvolume = 1000\nend = 2029-12-31\nindexation = "
                                    "{ series = \"nl/vng-90-10\" }");
  CHECK(outcomes(text, {"nl/vng-90-10", "nl/vng-90-10:lag=1"}) ==
        "nl/vng-90-10: never 3900 45.21; nl/vng-90-10:lag=1: never 1500 44.39");
}

TEST_CASE("clauses are laid beside each other at the value of growth, whatever its ends") {
  CHECK(outcomes(foreseeable("wages = { value = 3, low = 0, high = 9 }\nprices = 2"), {"3.5"}) ==
        "3.5: never 5460 46.01");
}

TEST_CASE("what a clause lacks stands in the way as what the contract's own lacks") {
  const CaseText text =
      foreseeable("wages = { \"2027\" = 3, \"2028\" = 3, \"2029\" = 3 }\nprices = 2",
                  "tariff = 41.50\nend = 2029-12-31\nindexation = { series = \"nl/vng-90-10\" }");
  const std::vector<core::Preset> of_2025{ninety_ten({{"2025-01-01", "ova = 1\nppc = 1"}})};
  CHECK(refused(text, {.until = {}, .clauses = {}, .presets = of_2025}).empty());
  CHECK(refused(text, {.until = {},
                       .clauses = {"nl/vng-90-10:lag=1", "nl/vng-90-10:lag=1:cap=3"},
                       .presets = of_2025}) == "E151 forecast.wages 2026");
}

TEST_CASE("a period that runs into the next year is warned of") {
  const auto over = [](const std::string& to) {
    return warnings_of(signed_for(at_two_percent).with("period", "from = 2026-07-01\nto = " + to));
  };
  const core::Diagnostics found = over("2027-06-30");
  REQUIRE(codes(found) == "W016");
  CHECK(found[0].key == "period.to");
  CHECK(argument(found[0], "year") == "2026");
  CHECK(argument(found[0], "next") == "2027");
  CHECK(found[0].at.line > 0);
  CHECK(over("2026-12-31").empty());
}

TEST_CASE("a contract that begins after the first year is warned of") {
  const core::Diagnostics found = warnings_of(signed_for(at_two_percent + "\nstart = 2027-01-01"));
  REQUIRE(codes(found) == "W017");
  CHECK(found[0].key == "contract.start");
  CHECK(argument(found[0], "start") == "2027-01-01");
  CHECK(argument(found[0], "year") == "2026");
  CHECK(warnings_of(signed_for(at_two_percent + "\nstart = 2026-12-31")).empty());
  CHECK(warnings_of(signed_for(at_two_percent + "\nstart = 2020-01-01")).empty());
}

TEST_CASE("a contract that says nothing of indexation is warned of, one without it is not") {
  const core::Diagnostics found = warnings_of(signed_for("tariff = 41.50"));
  REQUIRE(codes(found) == "W018");
  CHECK(found[0].key == "contract.indexation");
  CHECK(warnings_of(signed_for("tariff = 41.50\nindexation = { none = true }")).empty());
}

TEST_CASE("a step above half a percent of the tariff is warned of") {
  const auto stepped = [](const std::string& tariff, const std::string& step) {
    return warnings_of(
        signed_for("indexation = { percent = 2 }\ntariff = " + tariff + "\nstep = " + step));
  };
  const core::Diagnostics found = stepped("40", "0.21");
  REQUIRE(codes(found) == "W019");
  CHECK(found[0].key == "contract.step");
  CHECK(argument(found[0], "step") == "0.21");
  CHECK(argument(found[0], "tariff") == "40.00");
  CHECK(stepped("40", "0.20").empty());  // half a percent itself
  // That of the case where the contract has none: half a percent of a tariff a minute is less.
  CHECK(codes(warnings_of(signed_for(
            "tariff = 0.70\nunit = \"minute\"\nindexation = { percent = 2 }"))) == "W019");
}

TEST_CASE("growth of a volume that is not stated is warned of") {
  const std::string growing = "wages = 3\nprices = 2\nvolume = 1";
  const core::Diagnostics found = warnings_of(signed_for(at_two_percent, growing));
  REQUIRE(codes(found) == "W022");
  CHECK(found[0].key == "forecast.volume");
  CHECK(found[0].at.line > 0);
  CHECK(warnings_of(signed_for(at_two_percent + "\nvolume = 1000", growing)).empty());
}

TEST_CASE("warnings of the tariff and of the case come before those of its years") {
  const Foreseen found{signed_for("tariff = 41.50").with("wage", "hourly = 1")};
  core::Diagnostics before = found.verdict.warnings;
  before.insert(before.end(), found.subject->warnings.begin(), found.subject->warnings.end());
  CHECK(codes(before).find("W013") != std::string::npos);
  CHECK(codes(found->warnings) == codes(before) + " W018");
}

TEST_CASE("growth that is missing is told once, for all paths and years") {
  CHECK(refused(foreseeable("prices = 2")) == "E151 forecast.wages 2027-2029");
  CHECK(refused(foreseeable("wages = { \"2027\" = 3, \"2029\" = 3 }\nprices = { \"2027\" = 2 }")) ==
        "E151 forecast.wages 2028; E151 forecast.prices 2028-2029");
  CHECK(refused(foreseeable().without("forecast")) ==
        "E151 forecast.wages 2027-2029; E151 forecast.prices 2027-2029");
  CHECK(refused(foreseeable().without("forecast"), {.until = 2026}).empty());
}

TEST_CASE("what cost and clause lack alike is told once, and what each lacks by itself too") {
  const std::vector<core::Preset> presets{tests::series("weights = { ova = 60, energy = 40 }\n",
                                                        {{"2025-01-01", "ova = 1\nenergy = 1"}})};
  CHECK(refused(foreseeable("wages = { \"2027\" = 3 }\nprices = 2",
                            "tariff = 41.50\nend = 2028-12-31\n"
                            "indexation = { series = \"nl/vng-90-10\" }"),
                {.until = {}, .clauses = {}, .presets = presets}) ==
        "E151 forecast.wages 2028; E152 forecast.series 2027-2028");
}

TEST_CASE("a later year without a row of a preset is told once") {
  const CaseText text =
      foreseeable().with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
  const auto known = [](const std::string& last) {
    return std::vector{tests::scale({{"2026-01-01", "steps = { \"5\" = 20 }\nuntil = 2026-12-31"},
                                     {last, "steps = { \"5\" = 21 }"}}),
                       tests::minimum({{"2026-01-01", "hour = 1"}})};
  };
  const Foreseen found{text, {.until = {}, .clauses = {}, .presets = known("2028-01-01")}};
  REQUIRE(codes(found.errors()) == "E027");
  CHECK(found.errors()[0].key == "nl/cao-vvt-hbh");
  CHECK(argument(found.errors()[0], "day") == "2027-01-01");
  CHECK(Foreseen(text, {.until = {}, .clauses = {}, .presets = known("2027-01-01")})
            .errors()
            .empty());
}

TEST_CASE("years that cannot be told stand in the way before anything is missed") {
  CHECK(refused(foreseeable("prices = 2", "tariff = 41.50")) == "E147 contract.end 2035");
  CHECK(refused(foreseeable("prices = 2"), {.until = 2025}) == "E148  2025");
}

}  // namespace billijk::analysis
