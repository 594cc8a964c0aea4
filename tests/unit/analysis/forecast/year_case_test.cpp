#include "analysis/forecast/year_case.hpp"

#include <catch2/catch.hpp>

#include "unit/foreseen.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;
using tests::CaseText;
using tests::foreseeable;
using tests::Foreseen;

core::Checked<core::Calculation> in_year(const CaseText& text, int year) {
  const tests::Computed subject = tests::compute_with(text, {});
  core::Checked<core::Case> moved = case_of_year(subject->subject, subject->presets, year);
  if (!moved) return tl::unexpected{moved.error()};
  return core::calculate(std::move(*moved), subject->presets);
}

}  // namespace

TEST_CASE("the case of a year has the boundaries and the tariff its forecast has") {
  const Foreseen found{foreseeable()};
  for (const ForecastYear& year : found->years) {
    CAPTURE(year.days.year);
    const core::Checked<core::Calculation> moved = in_year(foreseeable(), year.days.year);
    REQUIRE(moved);
    for (const Total total : core::all_totals)
      CHECK((*moved)[total]->rounded == *year.value().boundaries[total]);
    CHECK(core::Exact{moved->subject.value(Key::tariff)} == year.value().tariff);
    CHECK(moved->subject.period == year.days.period);
  }
}

TEST_CASE("its own year is the case itself") {
  const core::Checked<core::Calculation> moved = in_year(foreseeable(), 2026);
  REQUIRE(moved);
  CHECK(!moved->subject.later_year);
}

TEST_CASE("the volume of a later year is half up to twelve decimals, with its range") {
  // 1000.1 x 1.01^6 = 1061.626...: 1.01^6 = 1.061520150601.
  const core::Checked<core::Calculation> moved =
      in_year(foreseeable("wages = 3\nprices = 2\nvolume = 1",
                          "tariff = 41.50\nvolume = { value = 1000.1, low = 900 }\nend = "
                          "2032-12-31\nindexation = { percent = 2 }"),
              2032);
  REQUIRE(moved);
  const core::Input& volume = *moved->subject.number(Key::volume);
  CHECK(volume.value.text() == "1061.62630261606");
  CHECK(volume.low->text() == "955.3681355409");
}

TEST_CASE("a volume that outgrows what a case can state is refused, not taken for none") {
  const core::Checked<core::Calculation> moved =
      in_year(foreseeable("wages = 3\nprices = 2\nvolume = 50",
                          "tariff = 41.50\nvolume = 999999999999\nend = 2029-12-31"),
              2028);
  REQUIRE(!moved);
  CHECK(tests::summary(moved.error()).starts_with("E014 contract.volume"));
}

TEST_CASE("a year before that of the case is refused") {
  const core::Checked<core::Calculation> moved = in_year(foreseeable(), 2025);
  REQUIRE(!moved);
  CHECK(moved.error().front().code == core::Code::end_before);
}

TEST_CASE("a case without a tariff moves all the same, without growth it does not") {
  CHECK(in_year(foreseeable("wages = 3\nprices = 2", "end = 2029-12-31"), 2028));
  const core::Checked<core::Calculation> moved =
      in_year(foreseeable("wages = 3", "end = 2029-12-31"), 2028);
  REQUIRE(!moved);
  CHECK(moved.error().front().code == core::Code::growth_missing);
}

}  // namespace billijk::analysis
