#include <catch2/catch.hpp>

#include "io/case/preset_reader.hpp"
#include "unit/presets.hpp"

// Presets of norm hours: one figure, or modules with labels.

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;
using tests::decimal;

ReadPreset norms(const std::string& figures) {
  return read_preset_text(
      tests::source(tests::preset_text("norm_hours", {{"2026-01-01", figures}}), "p.toml"), "nl/p");
}
core::Diagnostics found_in_norms(const std::string& figures) { return norms(figures).findings; }

const std::string two_modules = "modules = { base = 108, own = -23.5 }\n";

}  // namespace

TEST_CASE("modules are figures of a row, each with a label in one language or more") {
  const ReadPreset read =
      norms("hours = 100\n" + two_modules +
            "labels = { base = { nl = \"basis\", en = \"base\" }, own = \"eigen\" }");
  REQUIRE(read.findings.empty());
  const core::PresetRow& row = read.preset.rows.front();
  CHECK(*row.find("hours") == decimal("100"));
  CHECK(*row.find("modules.base") == decimal("108"));
  CHECK(*row.find("modules.own") == decimal("-23.5"));
  REQUIRE(row.labels.size() == 2);
  CHECK(row.labels.at("base").of("nl") == "basis");
  CHECK(row.labels.at("base").of("en") == "base");
  CHECK(row.labels.at("own") == "eigen");
}

TEST_CASE("a frame of modules needs no figure of its own, but one of the two") {
  CHECK(found_in_norms("modules = { base = 1 }\nlabels = { base = \"b\" }").empty());
  CHECK(found_in_norms("hours = 108").empty());
  const core::Diagnostics found = found_in_norms("note = \"n\"");
  REQUIRE(codes(found) == "E016");
  CHECK(found.front().key == "at.hours");
  CHECK(argument(found.front(), "or") == "at.modules + at.labels");
}

TEST_CASE("a module has a label, and a label a module") {
  const core::Diagnostics no_label = found_in_norms(two_modules + "labels = { base = \"b\" }");
  REQUIRE(codes(no_label) == "E016");
  CHECK(no_label.front().key == "at.labels.own");
  CHECK(codes(found_in_norms(two_modules)) == "E016 E016");
  const core::Diagnostics no_module =
      found_in_norms(two_modules + "labels = { base = \"b\", own = \"o\", owm = \"o\" }");
  REQUIRE(codes(no_module) == "E010");
  CHECK(no_module.front().key == "at.labels.owm");
  CHECK(argument(no_module.front(), "nearest") == "at.labels.own");
  CHECK(codes(found_in_norms("hours = 108\nlabels = { base = \"b\" }")) == "E010");
}

TEST_CASE("a label that is no text is told of as that alone") {
  CHECK(codes(found_in_norms("modules = { base = 1 }\nlabels = { base = 1 }")) == "E011");
}

TEST_CASE("modules and labels are tables, modules of numbers") {
  CHECK(codes(found_in_norms("modules = 108")).find("E011") != std::string::npos);
  CHECK(codes(found_in_norms("hours = 108\nlabels = \"b\"")) == "E011");
  CHECK(codes(found_in_norms("modules = { base = [108] }\nlabels = { base = \"b\" }")) == "E011");
}

TEST_CASE("no other kind has modules") {
  const auto of_wage = [](const std::string& more) {
    return codes(read_preset_text(tests::source(tests::preset_text(
                                      "minimum_wage", {{"2026-01-01", "hour = 14\n" + more}})),
                                  "nl/p")
                     .findings);
  };
  CHECK(of_wage("modules = { base = 1 }") == "E010");
  CHECK(of_wage("labels = { base = \"b\" }") == "E010");
  const core::Diagnostics near = found_in_norms("hours = 108\nmodule = { base = 1 }");
  REQUIRE(codes(near) == "E010");
  CHECK(argument(near.front(), "nearest") == "modules");
}

TEST_CASE("the built-in frame of KPMG has a label in two languages for each of its modules") {
  const core::Checked<PresetStore> built_in = PresetStore::open({}, tests::reading());
  const auto kpmg = built_in->load("nl/norm-hours-kpmg", core::PresetKind::norm_hours, {});
  REQUIRE(kpmg);
  const core::PresetRow& row = (*kpmg)->rows.front();
  CHECK(row.labels.size() == 7);
  for (const auto& [key, label] : row.labels) {
    CAPTURE(key);
    CHECK(row.find("modules." + key) != nullptr);
    CHECK(label.of("nl") != label.of("en"));
  }
}

}  // namespace billijk::io
