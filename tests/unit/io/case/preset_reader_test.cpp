#include "io/case/preset_reader.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;
using tests::decimal;
using tests::preset_text;
using tests::summary;

ReadPreset preset_of(const std::string& text) {
  return read_preset_text(tests::source(text, "p.toml"), "nl/p");
}
core::Diagnostics findings(const std::string& text) { return preset_of(text).findings; }

TEST_CASE("a preset becomes its rows, in order, with what they rest on") {
  const ReadPreset result = preset_of(R"(schema = "billijk/preset/1"
kind = "wage_scale"
title = "CAO"
unit = "EUR per hour"
[[at]]
from = 2025-07-01
until = 2026-06-30
confirmed_until = 2026-03-31
steps = { "0" = 14.57, "5" = 17.66 }
rise = 4.0
grade = "derived"
source = ["https://a", "b"]
checked = 2026-11-21
note = "n"
[[at]]
from = 2026-07-01
steps = { "0" = 15.08 }
grade = "expected"
source = "c"
note = { nl = "uur", en = "hour" }
)");
  REQUIRE(result.findings.empty());
  const core::Preset& preset = result.preset;
  CHECK(preset.name == "nl/p");
  CHECK(preset.kind == core::PresetKind::wage_scale);
  CHECK(preset.title == "CAO");
  CHECK(preset.unit == "EUR per hour");
  REQUIRE(preset.rows.size() == 2);
  const core::PresetRow& row = preset.rows[0];
  CHECK(row.from == tests::day("2025-07-01"));
  CHECK(row.until == tests::day("2026-06-30"));
  CHECK(row.confirmed_until == tests::day("2026-03-31"));
  CHECK(*row.find("steps.5") == decimal("17.66"));
  CHECK(*row.find("rise") == decimal("4"));
  CHECK(row.grade == core::Grade::derived);
  CHECK(row.source == std::vector<std::string>{"https://a", "b"});
  CHECK(row.checked == tests::day("2026-11-21"));
  CHECK(row.note == "n");
  CHECK(preset.rows[1].grade == core::Grade::expected);
  CHECK(preset.rows[1].source == std::vector<std::string>{"c"});
  CHECK(preset.rows[1].note.of("nl") == "uur");
  CHECK(preset.rows[1].note.of("en") == "hour");
}

TEST_CASE("an index series has weights, a way to catch up and rows of any name") {
  const ReadPreset result = preset_of(preset_text(
      "index_series", {{"2025-01-01", "ova_provisional = -1.5\ncpi = 3\ncatch_up = \"ratio\""}},
      "weights = { ova = 90, ppc = 10 }\ncatch_up = \"difference\"\nround_percent = 2"));
  REQUIRE(result.findings.empty());
  CHECK(result.preset.weights.size() == 2);
  CHECK(result.preset.weights[0].series == "ova");
  CHECK(result.preset.weights[0].weight == decimal("90"));
  CHECK(result.preset.catch_up == core::CatchUp::difference);
  CHECK(result.preset.round_percent == 2);
  CHECK(result.preset.rows[0].catch_up == core::CatchUp::ratio);
  CHECK(*result.preset.rows[0].find("ova_provisional") == decimal("-1.5"));
}

TEST_CASE("decimals to round to are a whole number") {
  const auto rounds = [](const std::string& number) {
    return codes(findings(preset_text("index_series", {{"2025-01-01", "cpi = 3"}},
                                      "weights = { cpi = 100 }\nround_percent = " + number)));
  };
  CHECK(rounds("0").empty());
  CHECK(rounds("11") == "E012");
  CHECK(rounds("-1") == "E012");
  CHECK_FALSE(rounds("1.5").empty());
}

TEST_CASE("each kind has its figures, all of them required") {
  CHECK(findings(preset_text("minimum_wage", {{"2026-01-01", "hour = 14.71"}})).empty());
  CHECK(findings(preset_text("norm_hours", {{"2026-01-01", "hours = 108"}})).empty());
  CHECK(findings(preset_text("charges", {{"2026-01-01", tests::charges_row() + "\nsector = 1.2"}}))
            .empty());
  CHECK(findings(preset_text("pension", {{"2026-01-01", tests::pension_row()}})).empty());
  const core::Diagnostics missing = findings(preset_text("pension", {{"2026-01-01", "op = 25.9"}}));
  CHECK(summary(missing) == "E016 at.ap 5:1; E016 at.franchise 5:1; E016 at.ap_franchise 5:1");
}

TEST_CASE("a figure of another kind is unknown, with the nearest that is not") {
  const core::Diagnostics found =
      findings(preset_text("minimum_wage", {{"2026-01-01", "hour = 14\nhuor = 1\nzvw = 6"}}));
  REQUIRE(codes(found) == "E010 E010");
  CHECK(argument(found[0], "nearest") == "hour");
  CHECK(codes(findings(preset_text(
            "minimum_wage", {{"2026-01-01", "hour = 14\ncatch_up = \"ratio\""}}))) == "E010");
  CHECK(codes(findings(
            preset_text("minimum_wage", {{"2026-01-01", "hour = 14"}}, "unti = \"a\""))) == "E010");
}

TEST_CASE("figures keep within what is sensible for them") {
  CHECK(codes(findings(preset_text("minimum_wage", {{"2026-01-01", "hour = -1"}}))) == "E012");
  CHECK(codes(findings(preset_text(
            "pension", {{"2026-01-01", "op = 101\nap = 0\nfranchise = -1\nap_franchise = 0"}}))) ==
        "E012 E012");
  CHECK(codes(findings(preset_text(
            "wage_scale", {{"2026-01-01", "steps = { \"0\" = 14, \"5\" = -1 }\nrise = 51"}}))) ==
        "E012 E012");
  CHECK(codes(findings(preset_text("index_series", {{"2026-01-01", "cpi = 51"}},
                                   "weights = { cpi = 100 }"))) == "E012");
  CHECK(codes(findings(preset_text("wage_scale", {{"2026-01-01", "steps = 14"}}))) == "E011");
  CHECK(codes(findings(preset_text("index_series", {{"2026-01-01", "cpi = 1"}},
                                   "weights = 100"))) == "E011 E039");
}

TEST_CASE("a row needs a first day, a grade and a source that says something") {
  const std::string head =
      "schema = \"billijk/preset/1\"\nkind = \"minimum_wage\"\ntitle = \"t\"\n[[at]]\nhour = 14\n";
  CHECK(summary(findings(head)) == "E016 at.from 4:1; E016 at.grade 4:1; E016 at.source 4:1");
  CHECK(summary(findings(head + "from = 2026-01-01\ngrade = \"cao\"\nsource = []\n")) ==
        "E042 at.source 8:10");
  CHECK(codes(findings(head + "from = 2026-01-01\ngrade = \"cao\"\nsource = [\"\"]\n")) == "E042");
  CHECK(codes(findings(head + "from = \"1 juli\"\ngrade = \"sure\"\nsource = 1\nuntil = "
                              "1\nconfirmed_until = 1\nchecked = 1\nnote = 1")) ==
        "E006 E013 E011 E011 E011 E011 E011 E042");
}

TEST_CASE("rows follow each other, and end after they begin") {
  const auto order = [](const tests::Rows& rows) {
    return summary(findings(preset_text("minimum_wage", rows)));
  };
  CHECK(order({{"2026-01-01", "hour = 1"}, {"2026-07-01", "hour = 1"}}).empty());
  CHECK(order({{"2026-07-01", "hour = 1"}, {"2026-01-01", "hour = 1"}}) == "E040 at.from 10:1");
  CHECK(order({{"2026-01-01", "hour = 1"}, {"2026-01-01", "hour = 1"}}) == "E040 at.from 10:1");
  CHECK(order({{"2026-01-01", "hour = 1\nuntil = 2025-12-31"}}) == "E040 at.until 5:1");
  CHECK(order({{"2026-01-01", "hour = 1\nuntil = 2026-01-01"}}).empty());
}

TEST_CASE("a series is checked as a whole") {
  CHECK(codes(findings(preset_text("index_series",
                                   {{"2025-01-01", "cpi = 1"}, {"2025-07-01", "cpi = 1"}},
                                   "weights = { cpi = 90 }"))) == "E038 E039");
  CHECK(codes(findings(preset_text("index_series", {{"2025-01-01", "cpi = 1"}}))) == "E039");
}

TEST_CASE("a preset says its schema, kind and title, and has rows") {
  CHECK(codes(findings("kind = \"minimum_wage\"\ntitle = \"t\"\n")) == "E022 E041");
  CHECK(codes(findings("kind = \"minimum_wage\"\n")) == "E022 E016 E041");
  CHECK(codes(findings(
            "schema = \"billijk/preset/1\"\nkind = \"wages\"\ntitle = \"t\"\n[[at]]\nfoo = 1")) ==
        "E013");
  CHECK(codes(findings(
            "schema = \"billijk/preset/1\"\nkind = \"minimum_wage\"\ntitle = \"t\"\nat = 5")) ==
        "E011 E041");
}

TEST_CASE("of a preset file that says it is something else nothing more is said") {
  CHECK(codes(findings("schema = \"billijk/case/1\"\nkind = \"wages\"\nfoo = 1")) == "E022");
}

TEST_CASE("without a kind nothing is said about figures") {
  CHECK(codes(findings("schema = \"billijk/preset/1\"\ntitle = \"t\"\n[[at]]\nfrom = "
                       "2026-01-01\nhour = 14\ngrade = \"cao\"\nsource = \"s\"")) == "E016");
}

TEST_CASE("a syntax error stands before the other findings and hides none of them") {
  const std::string text =
      preset_text("minimum_wage", {{"2026-01-01", "hour = 14,71"}, {"2025-01-01", "hour = -1"}});
  CHECK(codes(findings(text)) == "E005 E012 E040");
}

}  // namespace
}  // namespace billijk::io
