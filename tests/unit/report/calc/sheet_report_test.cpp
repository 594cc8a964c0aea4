#include "report/calc/sheet_report.hpp"

#include <catch2/catch.hpp>

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
using Texts = std::vector<std::string>;

Document sheet(const tests::Computed& subject, const Format& format = english) {
  Document document;
  add_sheet(document, *subject, format);
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
  CHECK(says(
      sheet(subject, dutch),
      "De letters zijn de kostprijselementen van artikel 5.4 lid 3 Uitvoeringsbesluit Wmo 2015. "
      "Aandelen zijn berekend over het billijk tarief. Door afronding kunnen bedragen een "
      "cent schelen."));
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
             "Productivity: 80.00 % of contract hours are billable. Gross pay € 21.60 and "
             "labour cost € 27.00 per paid hour."));
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
      "De kostprijs is opgegeven, niet opgebouwd: tender, p. 3"));
}

TEST_CASE("of nothing no share is made") {
  const Table shown = table(sheet(tests::compute(given_cost_price("0"))), sheet_title);
  for (const Row& row : shown.rows) CHECK(std::holds_alternative<std::monostate>(row.cells.at(3)));
}

}  // namespace billijk::report
