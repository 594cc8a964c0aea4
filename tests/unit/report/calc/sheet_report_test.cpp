#include "report/calc/sheet_report.hpp"

#include <catch2/catch.hpp>

#include "core/case/rails.hpp"
#include "unit/documents.hpp"
#include "unit/presets.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::given_cost_price;
using tests::row;
using tests::rows;
using tests::says;
using tests::table;
using tests::text_of;
using tests::under;
using Texts = std::vector<std::string>;

Document sheet(const tests::Computed& subject, const Format& format = english) {
  Document document;
  add_sheet(document, *subject, format);
  return document;
}
Document grounds(const tests::Computed& subject, const Format& format = english) {
  Document document;
  add_grounds(document, *subject, format);
  return document;
}

constexpr const char* sheet_title = "Cost sheet per billable hour, without VAT";

}  // namespace

// 33.75 of labour, a euro of gloves, 20 % overhead on both and 10 % margin: 45.87.
TEST_CASE("a sheet goes from the people to what is put on top, each boundary where it is reached") {
  const tests::Computed subject = tests::compute(
      CaseText{}
          .line("key = \"gloves\"\nlabel = \"Gloves\"\nelement = \"d\"\namount = 1\nper = "
                "\"billable_hour\"")
          .with("margin", "percent = 10\nof = \"cost_price\"")
          .with("band", "ceiling = 15"));
  const Table shown = table(sheet(subject), sheet_title);
  Texts strong;
  for (const Row& one : shown.rows)
    if (one.strong) strong.push_back(text_of(one));
  CHECK(strong ==
        Texts{"a  Cost of the professional |  | 27.00 | 58.9 %",
              "c  Non-productive hours |  | 6.75 | 14.7 %",
              "d  Travel and training costs |  | 1.00 | 2.2 %",
              "f  Obligations imposed by the municipality |  | 0.00 | 0.0 %",
              "Wage floor (a + c + d + obligation time) |  | 34.75 | 75.8 %",
              "b  Reasonable overhead |  | 6.95 | 15.2 %", "e  Indexation |  | 0.00 | 0.0 %",
              "Cost price (a + b + c + d + e + f) |  | 41.70 | 90.9 %",
              "Margin (risk and profit) |  | 4.17 | 9.1 %", "Fair tariff |  | 45.87 | 100.0 %",
              "Ceiling (cost price + 15 %) |  | 47.96 | 104.5 %"});
  CHECK(text_of(shown.rows[1]) == "Wage | 20.00");
  CHECK_FALSE(row(shown, "Gloves").strong);
  CHECK(row(shown, "Gloves").indent == 2);
  CHECK(says(sheet(subject, dutch),
             "Aandelen zijn van het billijk tarief. Bedragen zijn zonder btw."));
}

TEST_CASE("a ceiling that is the fair tariff is said to be") {
  const Table shown =
      table(sheet(tests::compute(CaseText{}.with("band", "ceiling = 0"))), sheet_title);
  CHECK(text_of(shown.rows.back()) == "Ceiling (the fair tariff itself) |  | 40.50 | 100.0 %");
}

TEST_CASE("after indexation the floor and indexation itself are named as such") {
  const tests::Computed subject =
      tests::compute(CaseText{}.with("indexation", "price_level = 2025\npercent = [10]"));
  const Table shown = table(sheet(subject), sheet_title);
  CHECK(text_of(row(shown, "Wage floor after indexation")) ==
        "Wage floor after indexation |  | 37.13 | 83.3 %");
  // The only line of its element, which is not told twice.
  CHECK(text_of(row(shown, "e  Indexation")) == "e  Indexation |  | 4.05 | 9.1 %");
  CHECK_THROWS(row(shown, "Indexation of the case's own figures"));
}

TEST_CASE("the hours behind a sheet leave out what takes none") {
  const Document document = sheet(tests::compute(CaseText{}));
  CHECK(rows(table(document, "Hours of a full-timer in a year")) ==
        Texts{"Contract hours | 2,000.00", "Leave | -300.00", "Sickness | -100.00",
              "Attendance | 1,600.00", "Billable | 1,600.00"});
  CHECK(says(document,
             "Productivity 80.00 %: billable hours of contract hours. Gross pay € 21.60 and labour "
             "cost € 27.00 per paid hour."));
  const Document minutes = sheet(tests::compute(CaseText{}.with("travel", "minutes = 15")), dutch);
  CHECK(text_of(row(table(minutes, "Uren van een voltijder per jaar"), "Reistijd"), dutch) ==
        "Reistijd | -320,00");
}

TEST_CASE("a given cost price has no hours, but a source or the lack of one") {
  const Document document = sheet(tests::compute(given_cost_price("40")));
  CHECK(says(document, "The cost price is given, not built up: no source"));
  CHECK(all<Table>(document).size() == 1);
  CHECK(rows(table(document, sheet_title))[0].starts_with("Cost price |"));
  CHECK(says(
      sheet(tests::compute(given_cost_price("{ value = 40, source = [\"tender\", \"p. 3\"] }")),
            dutch),
      "De kostprijs is gegeven, niet opgebouwd: tender, p. 3"));
}

TEST_CASE("of nothing no share is made") {
  const Table shown = table(sheet(tests::compute(given_cost_price("0"))), sheet_title);
  for (const Row& row : shown.rows) CHECK(std::holds_alternative<std::monostate>(row.cells.at(3)));
}

TEST_CASE("grounds go from the weakest grade, a preset's figures together by their row") {
  const tests::Computed subject = tests::compute_with(
      tests::with_charges(), {tests::charges({{"2026-01-01", tests::charges_row() + "\nchecked = "
                                                                                    "2026-02-03"}}),
                              tests::pension({{"2026-01-01", tests::pension_row()}})});
  const Document document = grounds(subject);
  const std::vector<std::string> items = under<Bullets>(document, "What it rests on").items;
  REQUIRE(items.size() == 3);
  CHECK(items[0].starts_with("assumed ("));
  CHECK(items[1].starts_with("CAO ("));
  CHECK(items[1].find("nl/employer-charges@2026-01-01, nl/pension-pfzw@2026-01-01") !=
        std::string::npos);
  CHECK(items[2].starts_with("Not stated, taken as: "));
  CHECK(under<Bullets>(document, "Presets").items ==
        Texts{"Test (nl/employer-charges): from 1 January 2026, CAO, checked 3 February 2026",
              "Test (nl/pension-pfzw): from 1 January 2026, CAO"});
  CHECK(under<Bullets>(grounds(subject, dutch), "Bronbestanden").items[0] ==
        "Test (nl/employer-charges): vanaf 1 januari 2026, cao, nagegaan 3 februari 2026");
}

TEST_CASE("a case on its own figures has no presets among its grounds, nor its tariff") {
  const Document document = grounds(tests::compute(CaseText{}.with("contract", "tariff = 42")));
  CHECK_FALSE(says(document, "Presets"));
  const Bullets bullets = under<Bullets>(document, "What it rests on");
  for (const std::string& item : bullets.items)
    CHECK(item.find("contract.tariff") == std::string::npos);
}

TEST_CASE("a warning stands with its code, and with a hint where there is one") {
  const tests::Computed subject =
      tests::compute(CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = 75"));
  const auto first = std::ranges::find_if_not(
      subject->warnings, [](const core::Diagnostic& one) { return core::is_rail(one.code); });
  REQUIRE(first != subject->warnings.end());
  const std::string warning = under<Bullets>(grounds(subject), "Warnings").items.at(0);
  CHECK(warning.find(" [" + std::string{name_of(first->code)} + ']') != std::string::npos);
  const std::string sourced = "{ value = 40, grade = \"agreed\", source = \"tender\" }";
  CHECK_FALSE(says(grounds(tests::compute(given_cost_price(sourced))), "Warnings"));
}

}  // namespace billijk::report
