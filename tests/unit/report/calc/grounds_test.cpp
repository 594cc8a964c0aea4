#include "report/calc/grounds.hpp"

#include <catch2/catch.hpp>

#include "core/case/rails.hpp"
#include "unit/documents.hpp"
#include "unit/presets.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::given_cost_price;
using tests::rows;
using tests::says;
using tests::under;
using Texts = std::vector<std::string>;

Document grounds(const tests::Computed& subject, const Format& format = english) {
  Document document;
  add_grounds(document, *subject, format);
  add_sources(document, *subject, format);
  return document;
}
Document warnings(const tests::Computed& subject) {
  Document document;
  add_warnings(document, Reported{*subject}.warnings(), Language::en);
  return document;
}
Texts to_fill_rows(const tests::Computed& subject) {
  Document document;
  add_to_fill(document, *subject,
              analysis::sensitivity_of(*subject, core::Total::cost_price, std::nullopt).effects,
              english);
  return document.blocks.empty() ? Texts{} : rows(std::get<Table>(document.blocks.front()));
}

}  // namespace

TEST_CASE("grounds go from the weakest grade, a preset's figures together by its title") {
  const tests::Computed subject = tests::compute_with(
      tests::with_charges(), {tests::charges({{"2026-01-01", tests::charges_row() + "\nchecked = "
                                                                                    "2026-02-03"}}),
                              tests::pension({{"2026-01-01", tests::pension_row()}})});
  const Document document = grounds(subject);
  const std::vector<std::string> items = under<Bullets>(document, "What it rests on").items;
  REQUIRE(items.size() == 3);
  CHECK(items[0].starts_with("Assumed: "));
  CHECK(items[1].starts_with("CAO: "));
  CHECK(items[2].starts_with("Not stated"));
  CHECK(items[2].find("idle time: 0; ") != std::string::npos);
  const Texts presets = under<Bullets>(document, "Sources").items;
  REQUIRE(presets.size() == 2);
  CHECK(presets[0].starts_with("Test (nl/employer-charges): from 1 January 2026, CAO, checked"));
  CHECK(presets[1].starts_with("Test (nl/pension-pfzw): from 1 January 2026, CAO"));
  CHECK(presets[0].find("; source: ") != std::string::npos);
}

TEST_CASE("a source of the case's own figures stands once, with all that was read there") {
  const std::string sourced = "{ value = 300, grade = \"cao\", source = \"the CAO\" }";
  const Texts sources =
      under<Bullets>(grounds(tests::compute(CaseText{}.with(
                         "hours", "contract = 2000\nleave = " + sourced +
                                      "\nsickness = { value = 5, grade = \"cao\", source = \"the "
                                      "CAO\", checked = 2026-02-03 }"))),
                     "Sources")
          .items;
  CHECK(sources == Texts{"the CAO: leave; sickness, checked on 3 February 2026"});
}

TEST_CASE("what is to fill in stands by its effect on the cost price, unknown effects last") {
  const std::string open = "grade = \"placeholder\"";
  const Texts shown = to_fill_rows(tests::compute(
      CaseText{}
          .with("hours", "contract = 2000\nleave = { value = 300, " + open +
                             " }\nsickness = { value = 5, low = 4, high = 6, " + open + " }")
          .with("overhead",
                "of = \"direct\"\npercent = { value = 20, low = 10, high = 30, " + open + " }")));
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].starts_with("Overhead, % of its base | 20 | 10 | 30 | "));
  CHECK(shown[1].starts_with("Sickness, % of the hours | 5 | 4 | 6 | "));
  CHECK(shown[2].starts_with("Leave, hours per full-timer per year | 300"));
  CHECK(to_fill_rows(tests::compute(CaseText{})).empty());
}

TEST_CASE("a case on its own figures has no presets among its grounds, nor its tariff") {
  const Document document = grounds(tests::compute(CaseText{}.with("contract", "tariff = 42")));
  CHECK_FALSE(says(document, "Sources"));
  const Texts items = under<Bullets>(document, "What it rests on").items;
  REQUIRE(!items.empty());
  CHECK(items[0] ==
        "Assumed: hourly wage; holiday allowance; year-end bonus; employer charges; contract "
        "hours; leave; sickness; travel time; overhead");
  for (const std::string& item : items) CHECK(item.find("tariff") == std::string::npos);
}

TEST_CASE("a warning stands with its code, and with a hint where there is one") {
  const tests::Computed subject =
      tests::compute(CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = 75"));
  const auto first = std::ranges::find_if_not(
      subject->warnings, [](const core::Diagnostic& one) { return core::is_rail(one.code); });
  REQUIRE(first != subject->warnings.end());
  const std::string warning = under<Bullets>(warnings(subject), "Warnings").items.at(0);
  CHECK(warning.find(" [" + std::string{name_of(first->code)} + ']') != std::string::npos);
  const std::string sourced = "{ value = 40, grade = \"agreed\", source = \"tender\" }";
  CHECK_FALSE(says(warnings(tests::compute(given_cost_price(sourced))), "Warnings"));
}

}  // namespace billijk::report
