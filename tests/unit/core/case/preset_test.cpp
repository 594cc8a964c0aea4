#include "core/case/preset.hpp"

#include <catch2/catch.hpp>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::day;
using tests::decimal;

Preset wages() {
  Preset preset;
  preset.name = "nl/some";
  preset.rows.resize(3);
  preset.rows[0].from = day("2025-01-01");
  preset.rows[0].fields = {{"steps.0", decimal("14.01")}, {"steps.5", decimal("16.98")}};
  preset.rows[1].from = day("2025-07-01");
  preset.rows[1].until = day("2025-12-31");
  preset.rows[2].from = day("2026-07-01");
  return preset;
}

TEST_CASE("the row in force is the last that has begun") {
  const Preset preset = wages();
  CHECK(preset.in_force(day("2025-01-01")) == &preset.rows[0]);
  CHECK(preset.in_force(day("2025-06-30")) == &preset.rows[0]);
  CHECK(preset.in_force(day("2025-07-01")) == &preset.rows[1]);
  CHECK(preset.in_force(day("2030-01-01")) == &preset.rows[2]);
}

TEST_CASE("before the first row none is in force") {
  CHECK(wages().in_force(day("2024-12-31")) == nullptr);
  CHECK(Preset{}.in_force(day("2024-12-31")) == nullptr);
}

TEST_CASE("a row with a last day is in force through that day, and no row after it") {
  const Preset preset = wages();
  CHECK(preset.in_force(day("2025-12-31")) == &preset.rows[1]);
  CHECK(preset.in_force(day("2026-01-01")) == nullptr);
  CHECK(preset.in_force(day("2026-06-30")) == nullptr);
  CHECK(preset.in_force(day("2026-07-01")) == &preset.rows[2]);
}

TEST_CASE("an index is in force in its own year and does not carry forward") {
  Preset preset = wages();
  preset.kind = PresetKind::index_series;
  CHECK(preset.in_force(day("2025-06-30")) == &preset.rows[0]);
  CHECK(preset.in_force(day("2026-12-31")) == &preset.rows[2]);
  CHECK(preset.in_force(day("2027-01-01")) == nullptr);
}

TEST_CASE("a row gives the figures it states and no others") {
  const Preset preset = wages();
  REQUIRE(preset.rows[0].find("steps.5") != nullptr);
  CHECK(*preset.rows[0].find("steps.5") == decimal("16.98"));
  CHECK(preset.rows[0].find("steps.1") == nullptr);
  CHECK(preset.rows[1].find("steps.0") == nullptr);
}

TEST_CASE("a figure taken from a preset is named by file, day and field") {
  const Preset preset = wages();
  const UsedFigure used{.preset = &preset, .row = &preset.rows[0], .field = "steps.5", .value = {}};
  CHECK(used.key() == "nl/some@2025-01-01.steps.5");
}

}  // namespace
}  // namespace billijk::core
