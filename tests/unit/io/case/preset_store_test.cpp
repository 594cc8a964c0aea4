#include "io/case/preset_store.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "io/case/embedded_presets.hpp"
#include "unit/io/folder.hpp"
#include "unit/presets.hpp"

namespace billijk::io {
namespace {

using core::PresetKind;
using tests::argument;
using tests::codes;

const std::string law = tests::preset_text("minimum_wage", {{"2026-01-01", "hour = 99"}});

PresetStore open(const std::filesystem::path& folder = {}) {
  core::Checked<PresetStore> store = PresetStore::open(folder, tests::reading());
  if (!store) throw std::runtime_error{tests::summary(store.error())};
  return std::move(*store);
}

TEST_CASE("the built-in presets are there by name, in order") {
  const PresetStore store = open();
  const std::vector<std::string> names = store.names();
  CHECK(std::ranges::is_sorted(names));
  for (const char* name : {"nl/cao-vvt-hbh", "nl/minimum-wage", "nl/employer-charges",
                           "nl/pension-pfzw", "nl/vng-90-10", "cases/hbh-2026"}) {
    CAPTURE(name);
    CHECK(store.has(name));
    CHECK_FALSE(store.is_from_folder(name));
    CHECK(std::ranges::find(names, name) != names.end());
  }
  CHECK_FALSE(store.has("nl/unknown"));
  // What else stands in the folder, as its README.md, is no preset.
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK((name.starts_with("nl/") || name.starts_with("cases/")));
  }
}

TEST_CASE("every built-in preset is right in itself") {
  for (const EmbeddedPreset& embedded : embedded_presets()) {
    if (!embedded.name.starts_with("nl/")) continue;
    CAPTURE(std::string{embedded.name});
    const ReadPreset read =
        read_preset_text(tests::source(std::string{embedded.text}), std::string{embedded.name});
    CHECK(tests::summary(read.findings).empty());
  }
}

TEST_CASE("every built-in case computes") {
  const PresetStore store = open();
  for (const EmbeddedPreset& embedded : embedded_presets()) {
    if (!embedded.name.starts_with("cases/")) continue;
    CAPTURE(std::string{embedded.name});
    auto loaded = load_case(
        {.name = "preset:" + std::string{embedded.name}, .standard_input = {}, .settings = {}},
        store);
    REQUIRE(loaded);
    CHECK(tests::compute(std::move(*loaded)).errors().empty());
  }
}

TEST_CASE("a preset is loaded under its name") {
  const auto preset = open().load("nl/minimum-wage", PresetKind::minimum_wage, {});
  REQUIRE(preset);
  CHECK((*preset)->name == "nl/minimum-wage");
  CHECK((*preset)->in_force(tests::day("2026-01-01"))->find("hour")->text() == "14.71");
}

TEST_CASE("a preset of another kind than asked for is told where it was asked for") {
  const core::Position at{.source = tests::source("x"), .line = 3, .column = 9};
  const auto preset = open().load("nl/minimum-wage", PresetKind::wage_scale, at);
  REQUIRE(codes(preset.error()) == "E026");
  CHECK(argument(preset.error()[0], "found") == "@preset_kind_minimum_wage");
  CHECK(argument(preset.error()[0], "wanted") == "@preset_kind_wage_scale");
  CHECK(preset.error()[0].at.line == 3);
}

TEST_CASE("an unknown preset is told with the nearest name, where it was asked for") {
  const core::Position at{.source = tests::source("x"), .line = 3, .column = 9};
  const auto preset = open().load("nl/minimum-wages", PresetKind::minimum_wage, at);
  REQUIRE(codes(preset.error()) == "E025");
  CHECK(argument(preset.error()[0], "nearest") == "nl/minimum-wage");
  CHECK(preset.error()[0].at.line == 3);
  CHECK(argument(open().text_of("zzzzzzzzzz").error()[0], "nearest") == "(none)");
}

TEST_CASE(
    "a file of the folder replaces the built-in preset of the same name, others stand beside") {
  const tests::Folder folder;
  folder.write("nl/minimum-wage.toml", law);
  folder.write("own/law.toml", law);
  folder.write("own/notes.txt", "no preset");
  const PresetStore store = open(folder.path());
  CHECK(store.is_from_folder("nl/minimum-wage"));
  CHECK(store.is_from_folder("own/law"));
  CHECK_FALSE(store.has("own/notes"));
  CHECK_FALSE(store.is_from_folder("nl/vng-90-10"));
  CHECK((*store.load("nl/minimum-wage", PresetKind::minimum_wage, {}))->rows.size() == 1);
  CHECK((*store.load("own/law", PresetKind::minimum_wage, {}))->rows[0].find("hour")->text() ==
        "99");
  CHECK((*store.text_of("own/law"))->name == folder.file("own/law.toml"));
  CHECK((*store.text_of("nl/vng-90-10"))->name == "preset:nl/vng-90-10");
  CHECK(store.names().size() == open().names().size() + 1);
}

TEST_CASE("a preset that is wrong in itself is told, with its file") {
  const tests::Folder folder;
  folder.write("bad.toml", "schema = \"billijk/preset/1\"\nkind = \"minimum_wage\"\n");
  const auto preset = open(folder.path()).load("bad", PresetKind::minimum_wage, {});
  REQUIRE(codes(preset.error()) == "E016 E041");
  CHECK(preset.error()[0].at.source->name == folder.file("bad.toml"));
}

TEST_CASE("a folder that cannot be read is told") {
  const tests::Folder folder;
  const auto store = PresetStore::open(folder.path() / "none", tests::reading());
  REQUIRE(codes(store.error()) == "E001");
  CHECK(argument(store.error()[0], "file") == (folder.path() / "none").string());
}

}  // namespace
}  // namespace billijk::io
