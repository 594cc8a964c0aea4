#include "core/spans.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::day;

Preset with_rows(std::vector<PresetRow> rows) {
  Preset preset;
  preset.rows = std::move(rows);
  return preset;
}

PresetRow from(std::string_view first) {
  PresetRow row;
  row.from = day(first);
  return row;
}

PresetRow from_until(std::string_view first, std::string_view last) {
  PresetRow row = from(first);
  row.until = day(last);
  return row;
}

std::string cut(const Period& period, const std::vector<const Preset*>& presets) {
  std::string text;
  for (const Span& span : spans_of(period, presets)) {
    text += iso(span.from) + ' ' + iso(span.to) + ' ' + std::to_string(span.days()) + '\n';
  }
  return text;
}

const Period year{day("2026-01-01"), day("2026-12-31")};

TEST_CASE("a period without presets is one span") {
  CHECK(cut(year, {}) == "2026-01-01 2026-12-31 365\n");
}

TEST_CASE("a period is cut where a row begins") {
  const Preset wages = with_rows({from("2025-07-01"), from("2026-07-01")});
  CHECK(cut(year, {&wages}) == "2026-01-01 2026-06-30 181\n2026-07-01 2026-12-31 184\n");
}

TEST_CASE("a period is cut after the last day of a row") {
  const Preset wages = with_rows({from_until("2025-07-01", "2026-03-31"), from("2026-07-01")});
  CHECK(cut(year, {&wages}) ==
        "2026-01-01 2026-03-31 90\n2026-04-01 2026-06-30 91\n2026-07-01 2026-12-31 184\n");
}

TEST_CASE("rows of all presets cut together, once where they begin together") {
  const Preset wages = with_rows({from("2025-07-01"), from("2026-07-01")});
  const Preset minimum = with_rows({from("2026-01-01"), from("2026-07-01"), from("2026-10-01")});
  CHECK(cut(year, {&wages, &minimum}) ==
        "2026-01-01 2026-06-30 181\n2026-07-01 2026-09-30 92\n2026-10-01 2026-12-31 92\n");
}

TEST_CASE("rows outside the period cut nothing, one on its last day cuts a day off") {
  const Preset outside = with_rows({from("2020-01-01"), from("2026-01-01"), from("2027-01-01")});
  CHECK(cut(year, {&outside}) == "2026-01-01 2026-12-31 365\n");
  const Preset last = with_rows({from("2026-12-31")});
  CHECK(cut(year, {&last}) == "2026-01-01 2026-12-30 364\n2026-12-31 2026-12-31 1\n");
}

TEST_CASE("a row that ends with the period cuts nothing") {
  const Preset ending = with_rows({from_until("2026-01-01", "2026-12-31")});
  CHECK(cut(year, {&ending}) == "2026-01-01 2026-12-31 365\n");
}

}  // namespace
}  // namespace billijk::core
