#include "io/case/case_reader.hpp"

#include <catch2/catch.hpp>

#include "unit/io/folder.hpp"
#include "unit/presets.hpp"

namespace billijk::io {
namespace {

using core::Key;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::Folder;
using tests::summary;

core::Checked<LoadedCase> load(const std::string& name, const std::filesystem::path& presets = {}) {
  const core::Checked<PresetStore> store = PresetStore::open(presets, tests::reading());
  return load_case({.name = name, .standard_input = {}, .settings = {}}, *store);
}

core::Case subject_of(const std::string& name) {
  const auto loaded = load(name);
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  return loaded->subject;
}

std::string extending(const std::string& base, const std::string& body = "") {
  return "schema = \"billijk/case/1\"\nextends = \"" + base + "\"\n" + body;
}

/// c0 stands alone, c1 extends c0 and so on.
void write_chain(const Folder& folder, int extends) {
  folder.write("c0.toml", CaseText{}.text());
  for (int i = 1; i <= extends; ++i) {
    folder.write(
        "c" + std::to_string(i) + ".toml",
        extending("c" + std::to_string(i - 1) + ".toml", "[hours]\nleave = " + std::to_string(i)));
  }
}

TEST_CASE("a case is read from a file, with the presets it names") {
  const Folder folder;
  folder.write("case.toml", CaseText{tests::with_charges()}
                                .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }")
                                .with("indexation", "price_level = 2025\nseries = \"nl/vng-90-10\"")
                                .with("contract", "indexation = { series = \"nl/cpi\" }")
                                .text());
  const auto loaded = load(folder.file("case.toml"));
  REQUIRE(loaded);
  CHECK(loaded->subject.file == folder.file("case.toml"));
  std::string names;
  for (const auto& [name, preset] : loaded->presets) names += name + ' ';
  CHECK(names ==
        "nl/cao-vvt-hbh nl/cpi nl/employer-charges nl/minimum-wage nl/pension-pfzw nl/vng-90-10 ");
}

TEST_CASE("a case is read from the built-in ones by name") {
  CHECK(subject_of("preset:cases/hbh-2026").scale == "nl/cao-vvt-hbh");
  CHECK(codes(load("preset:cases/hbh-2062").error()) == "E025");
}

TEST_CASE("keys of the nearer file win, and a path is relative to the file it stands in") {
  const Folder folder;
  folder.write("base/near/a.toml", extending("../b.toml", "[hours]\nsickness = 6"));
  folder.write("base/b.toml", extending("c.toml", "[hours]\nsickness = 7\nleave = 200"));
  folder.write("base/c.toml", CaseText{}.text());
  const core::Case subject = subject_of(folder.file("base/near/a.toml"));
  CHECK(subject.value(Key::sickness) == decimal("6"));
  CHECK(subject.value(Key::leave) == decimal("200"));
  CHECK(subject.value(Key::contract_hours) == decimal("2000"));
}

TEST_CASE("a nearer file pushes out keys it excludes, through the whole chain") {
  const Folder folder;
  folder.write("a.toml", extending("b.toml",
                                   "[wage]\nscale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 "
                                   "}\n[travel]\nminutes_between = 10\nvisit_minutes = 150"));
  folder.write("b.toml", extending("c.toml", "[overhead]\namount = 5"));
  folder.write("c.toml", CaseText{}.text());
  const core::Case subject = subject_of(folder.file("a.toml"));
  CHECK_FALSE(subject.number(Key::wage_hourly));
  CHECK_FALSE(subject.number(Key::travel_minutes));
  CHECK_FALSE(subject.number(Key::overhead_percent));
  CHECK_FALSE(subject.choices.stated<core::OverheadBase>());
  CHECK(subject.value(Key::overhead_amount) == decimal("5"));
  CHECK(subject.minimum_wage == "none");
}

TEST_CASE("a case may extend a built-in one") {
  const Folder folder;
  folder.write("a.toml", extending("preset:cases/hbh-2026", "[margin]\npercent = 0"));
  CHECK(subject_of(folder.file("a.toml")).value(Key::margin_percent) == decimal("0"));
  CHECK(subject_of(folder.file("a.toml")).value(Key::leave) == decimal("237.4"));
}

TEST_CASE("eight extends in a row are read, nine are too many") {
  const Folder folder;
  write_chain(folder, 9);
  CHECK(subject_of(folder.file("c8.toml")).value(Key::leave) == decimal("8"));
  const auto nine = load(folder.file("c9.toml"));
  REQUIRE_FALSE(nine);
  CHECK(nine.error()[0].code == core::Code::extends_too_deep);
  CHECK(nine.error()[0].at.source->name == folder.file("c1.toml"));
}

TEST_CASE("too many extends are told alone, without the keys that were not reached") {
  const Folder folder;
  write_chain(folder, 9);
  CHECK(codes(load(folder.file("c9.toml")).error()) == "E021");
}

TEST_CASE("a cycle is told with its way round, whatever way its files are named") {
  const Folder folder;
  folder.write("a.toml", extending("./b.toml"));
  folder.write("b.toml", extending("sub/../a.toml"));
  folder.write("sub/x.toml", "");
  const auto loaded = load(folder.file("a.toml"));
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error()[0].code == core::Code::extends_cycle);
  CHECK(argument(loaded.error()[0], "cycle") == "a.toml -> b.toml -> a.toml");
  folder.write("self.toml", extending("self.toml"));
  CHECK(argument(load(folder.file("self.toml")).error()[0], "cycle") == "self.toml -> self.toml");
}

TEST_CASE("a cycle is told alone, without the keys that nobody states") {
  const Folder folder;
  folder.write("self.toml", extending("self.toml"));
  CHECK(codes(load(folder.file("self.toml")).error()) == "E020");
}

TEST_CASE(
    "a file that is extended and not there is told where it is named, and no key is called "
    "missing") {
  const Folder folder;
  folder.write("a.toml", extending("none.toml"));
  const auto loaded = load(folder.file("a.toml"));
  REQUIRE(codes(loaded.error()) == "E001");
  CHECK(loaded.error()[0].at.line == 2);
  CHECK(loaded.error()[0].at.source->name == folder.file("a.toml"));
  CHECK(codes(load(folder.file("none.toml")).error()) == "E001");
}

TEST_CASE("an empty file is told as empty") {
  const Folder folder;
  folder.write("a.toml", " \r\n\t\n");
  CHECK(codes(load(folder.file("a.toml")).error()) == "E003");
  CHECK(codes(tests::errors_of("")) == "E003");
}

TEST_CASE("every file of a chain is checked, and everything is told in one go") {
  const Folder folder;
  folder.write("a.toml", extending("b.toml", "[hours]\nsicknes = 5\n"));
  folder.write("b.toml", "schema = \"billijk/case/1\"\n[margin]\npercent = 8,5\nof = \"x\"\n" +
                             CaseText{}.text().substr(CaseText{}.text().find("[period]")));
  const auto loaded = load(folder.file("a.toml"));
  REQUIRE(codes(loaded.error()) == "E010 E005 E013");
  CHECK(loaded.error()[1].at.source->name == folder.file("b.toml"));
}

TEST_CASE("of an extended file that is no case nothing is told but that") {
  const Folder folder;
  folder.write("secret.txt", "SECRET_TOKEN=abc123\npassword hunter2\n");
  folder.write("a.toml", extending("secret.txt"));
  const auto loaded = load(folder.file("a.toml"));
  REQUIRE(codes(loaded.error()) == "E022");
  CHECK(loaded.error()[0].at.source->name == folder.file("secret.txt"));
  CHECK(loaded.error()[0].at.line == 0);
}

TEST_CASE("no more findings of a file are told than anybody reads") {
  std::string text = CaseText{}.text();
  for (int i = 0; i < 5000; ++i) text += "[x" + std::to_string(i) + "]\n";
  const core::Diagnostics errors = tests::errors_of(text);
  CHECK(errors.size() == core::most_findings + 1);
  CHECK(codes({errors.back()}) == "E044");
}

TEST_CASE("a syntax error calls no key missing and no schema wrong") {
  CHECK(codes(tests::errors_of("schema = = 1\n[hours]\nleave = 8,5\n")) == "E004 E005");
}

TEST_CASE("of a file that says it is something else nothing more is said") {
  CHECK(codes(tests::errors_of("schema = \"billijk/preset/1\"\nkind = 1\n")) == "E022");
  const std::string unnamed = CaseText{}.text().substr(CaseText{}.text().find("[period]"));
  CHECK(codes(tests::errors_of(unnamed)) == "E022");
}

TEST_CASE("findings of one file stand in the order of its lines") {
  const auto errors = tests::errors_of(CaseText{}
                                           .with("hours", "contract = 2000\nleave = 300")
                                           .with("period", "from = 2026-01-01")
                                           .text() +
                                       "[margin]\nprocent = 1\n");
  CHECK(codes(errors) == "E016 E016 E010");
  CHECK(errors[0].key == "period.to");
  CHECK(errors[1].key == "hours.sickness");
}

TEST_CASE("every file that was read is known, the furthest last") {
  const Folder folder;
  write_chain(folder, 2);
  CHECK(load(folder.file("c2.toml"))->files == std::vector<std::string>{folder.file("c2.toml"),
                                                                        folder.file("c1.toml"),
                                                                        folder.file("c0.toml")});
  CHECK(tests::load(CaseText{}.text())->files.empty());
  CHECK(load("preset:cases/hbh-2026")->files.empty());
}

TEST_CASE("a preset a case names and nobody has is told where it is named") {
  const auto errors = tests::errors_of(
      CaseText{}
          .with("wage", "scale = \"nl/cao-vvt\"\nmix = { \"0\" = 100 }\nminimum_wage = \"nl/cpi\"")
          .text());
  REQUIRE(codes(errors) == "E025 E026");
  CHECK(errors[0].at.line == 6);
  CHECK(errors[1].at.line == 8);
}

TEST_CASE("a case with a given cost price reads no presets but those of its clause") {
  const CaseText given = CaseText{}
                             .without("wage")
                             .without("supplements")
                             .without("employer_charges")
                             .without("hours")
                             .without("travel")
                             .without("overhead")
                             .with("given", "cost_price = 30")
                             .with("contract", "indexation = { series = \"nl/cpi\" }");
  const auto loaded = tests::load(given.text());
  REQUIRE(loaded);
  CHECK(loaded->presets.size() == 1);
  CHECK(loaded->presets.contains("nl/cpi"));
}

TEST_CASE("presets of a folder go before the built-in ones") {
  const Folder folder;
  folder.write("case.toml", CaseText{}.with("wage", "hourly = 20").text());
  folder.write("presets/nl/minimum-wage.toml",
               tests::preset_text("minimum_wage", {{"2026-01-01", "hour = 99"}}));
  const auto loaded = load(folder.file("case.toml"), folder.path() / "presets");
  REQUIRE(loaded);
  CHECK(loaded->presets.at("nl/minimum-wage")->rows[0].find("hour")->text() == "99");
}

}  // namespace
}  // namespace billijk::io
