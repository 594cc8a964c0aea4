#include "report/calc/explain.hpp"

#include <catch2/catch.hpp>

#include "report/calc/ledger.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::row;
using tests::rows;
using tests::says;
using tests::text_of;
using tests::titles;
using tests::under;
using Texts = std::vector<std::string>;

Document explained(const CaseText& text, const Format& format = english) {
  Document document;
  add_explanation(document, *tests::compute(text), format);
  return document;
}

/// The lines of one step: its formula, the figures in it, the result.
Texts step(const Document& document, const std::string& name) {
  const Texts lines = all<Drawing>(document).at(0).lines;
  const auto found = std::ranges::find(lines, name);
  if (found == lines.end()) throw std::invalid_argument{"no step " + name};
  return {found + 1, std::find_if(found + 1, lines.end(),
                                  [](const std::string& line) { return line[0] != ' '; })};
}

std::string source_of(const CaseText& text, const std::string& key,
                      const Format& format = english) {
  const Bullets sources = sources_of(*tests::compute(text), format);
  for (const std::string& item : sources.items)
    if (item.find('(' + key + ") = ") != std::string::npos) return item.substr(item.find(' ') + 1);
  throw std::invalid_argument{"no source of " + key};
}

Document ledger(const CaseText& text, const Format& format = english) {
  Document document;
  add_ledger(document, *tests::compute(text), format);
  return document;
}

}  // namespace

TEST_CASE("a step shows its formula, the same in figures and what comes of it") {
  const Document document = explained(CaseText{});
  CHECK(step(document, "holiday_allowance").size() == 3);
  const Texts sickness = step(document, "sickness_hours");
  REQUIRE(sickness.size() == 3);
  CHECK(sickness[1] == "  = 5 % × 2000");
  CHECK(sickness[2] == "  = 100 hours per year");
  CHECK(step(document, "cost_price").back() == "  = 40.5 euro per hour");
  CHECK(says(document, "How each figure came about"));
  CHECK(says(document, "Not modelled"));
  CHECK(step(explained(CaseText{}, dutch), "cost_price").back() == "  = 40,5 euro per uur");
}

TEST_CASE("a derived price is explained and its roundings are listed") {
  const CaseText text = CaseText{}.item(
      "derived",
      "key = \"pgb\"\nlabel = \"Pgb\"\npercent = 62.75\nof = \"cost_price\"\nat_least = "
      "\"informal_floor\"");
  const Texts steps = step(explained(text), "derived.pgb");
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].find("round(derived.pgb.percent[") != std::string::npos);
  CHECK(steps[1] == "  = round(62.75 % × 40.5)");
  CHECK(steps[2] == "  = 25.41 euro per hour");
  CHECK(step(explained(text), "informal_floor").back() == "  = 25.411764705882 euro per hour");
  const Document document = ledger(text);
  const Table shown = all<Table>(document).at(0);
  CHECK(text_of(row(shown, "Pgb")) == "Pgb | 25.413750000000 | 25.41 | -0.003750000000");
  CHECK(text_of(row(shown, "Pgb: at least")) ==
        "Pgb: at least | 25.411764705882 | 25.41 | -0.001764705882");
}

TEST_CASE("a formula points to the source of each of its figures") {
  const Document document = explained(CaseText{});
  const Texts sickness = step(document, "sickness_hours");
  const Texts sources = under<Bullets>(document, "Inputs and their sources").items;
  const auto place = std::ranges::find_if(sources, [](const std::string& item) {
    return item.find("] sickness (hours.sickness) = 5 %") != std::string::npos;
  });
  REQUIRE(place != sources.end());
  const std::string mark = place->substr(0, place->find(']') + 1);
  CHECK(sickness[0].find("hours.sickness" + mark) != std::string::npos);
}

TEST_CASE("a figure that does not end is shown to twelve decimals, one that does as it is") {
  const Document document = explained(CaseText{}.with("hours",
                                                      "contract = 2000\nleave = 500\n"
                                                      "sickness = 0"));
  CHECK(step(document, "leave").back() == "  = 9 euro per hour");
  CHECK(step(explained(CaseText{}.with("hours", "contract = 2000\nleave = 300\nsickness = 0")),
             "leave")
            .back() == "  = 4.764705882353 euro per hour");
}

TEST_CASE("indexation shows each year and their product") {
  const CaseText two_years =
      CaseText{}.with("indexation", "price_level = 2024\npercent = [10, 2.5]");
  const Document document = explained(two_years, dutch);
  CHECK(step(document, "index@2025") == Texts{"  = 10 %"});
  CHECK(step(document, "index_factor") == Texts{"  = (1 + 10 %) × (1 + 2,5 %)", "  = 1,1275"});
  CHECK_THROWS(step(explained(CaseText{}), "index_factor"));
}

TEST_CASE("a negative figure stands in parentheses, a long formula is broken at its blanks") {
  CaseText text;
  for (const char* name : {"first_subsidy", "second_subsidy", "third_subsidy", "fourth_subsidy"}) {
    text.line("key = \"" + std::string{name} +
              "\"\nelement = \"d\"\namount = -0.25\nper = \"billable_hour\"");
  }
  const Document document = explained(text);
  bool negative = false;
  bool broken = false;
  const Texts lines = all<Drawing>(document).at(0).lines;
  for (const std::string& line : lines) {
    negative = negative || line.find("(-0.25)") != std::string::npos;
    broken = broken || line.starts_with("      ");
    CHECK(width_of(line) <= 80);
  }
  CHECK(negative);
  CHECK(broken);
}

TEST_CASE("a source says of a figure all that is known, and of what is absent nothing") {
  CHECK(source_of(CaseText{}, "hours.sickness") ==
        "sickness (hours.sickness) = 5 %; assumed; no source");
  const CaseText full = CaseText{}.with(
      "hours",
      "contract = 2000\nleave = 300\nsickness = { value = 5, high = 6.5, grade = \"measured\", "
      "source = [\"HR\", \"2025\"], checked = 2026-03-01, note = \"four quarters\" }");
  CHECK(source_of(full, "hours.sickness") ==
        "sickness (hours.sickness) = 5 % (- .. 6.5); measured; HR, 2025; checked 1 March 2026; "
        "four quarters");
  CHECK(source_of(full, "hours.sickness", dutch) ==
        "ziekteverzuim (hours.sickness) = 5 % (- .. 6,5); gemeten; HR, 2025; gecontroleerd op 1 "
        "maart 2026; four "
        "quarters");
  CHECK(source_of(full, "period.from", dutch) ==
        "begin van de periode (period.from) = 1 januari 2026");
  CHECK(source_of(full, "overhead.of") == "base of overhead (overhead.of) = the direct costs");
}

TEST_CASE("the ledger tells what rounding did to each boundary and to each line shown") {
  const CaseText thirds = CaseText{}.with("hours", "contract = 2000\nleave = 200\nsickness = 0");
  const Document document = ledger(thirds);
  CHECK(
      all<Paragraph>(document)[0].text.starts_with("Rounded to € 0.01: half a step away "
                                                   "from zero; totals only."));
  const Table shown = all<Table>(document).at(0);
  CHECK(titles(shown) == "What | Exact | Rounded | Effect");
  CHECK(text_of(row(shown, "Cost price")) ==
        "Cost price | 36.000000000000 | 36.00 | 0.000000000000");
  CHECK(rows(shown)[0].starts_with("Wage floor |"));
  CHECK(rows(shown)[4].starts_with("shown: Wage |"));
  const Table cents = all<Table>(ledger(CaseText{}.with("wage",
                                                        "hourly = 20.01\nminimum_wage = "
                                                        "\"none\""),
                                        dutch))
                          .at(0);
  CHECK(text_of(row(cents, "Kostprijs"), dutch) ==
        "Kostprijs | 40,520250000000 | 40,52 | -0,000250000000");
}

TEST_CASE("where lines are rounded in the computation the ledger begins with those") {
  const CaseText by_line = CaseText{}.with("rounding", "step = 1\nat = \"line\"");
  const Document document = ledger(by_line);
  CHECK(
      all<Paragraph>(document)[0].text.starts_with("Rounded to € 1.00: half a step away "
                                                   "from zero; every cost line."));
  const Texts shown = rows(all<Table>(document).at(0));
  CHECK(shown[0] == "computed: wage | 20.000000000000 | 20.00 | 0.000000000000");
  CHECK(shown[2] == "computed: holiday_allowance | 1.600000000000 | 2.00 | 0.400000000000");
}

}  // namespace billijk::report
