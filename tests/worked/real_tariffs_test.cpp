#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/audit/case_auditor.hpp"
#include "core/number/rounding.hpp"
#include "io/rows/csv_scanner.hpp"
#include "unit/cases.hpp"

// Prices in kind that were really paid (real-tariffs.csv), audited with the figures of their own
// year. Of each the page is named; `how` tells whether its words were read again on 2026-11-25
// (read) or the figure was taken over from an earlier reading (carried). Personal budgets, clients'
// contributions and plans are no such prices and do not stand there. What the presets do not reach
// back to is said, and never guessed.

namespace billijk {
namespace {

using analysis::Answer;
using analysis::AuditedContract;
using analysis::Rule;
using Row = std::map<std::string, std::string>;

std::vector<Row> real_tariffs() {
  std::ifstream in{std::string{BILLIJK_SOURCE_DIR} + "/tests/worked/real-tariffs.csv"};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  io::CsvScanner scanner{text.data(), text.data() + text.size(), ','};
  io::RowCells cells;
  scanner.next(cells);
  const std::vector<std::string> header{cells.begin(), cells.end()};
  std::vector<Row> rows;
  while (!scanner.at_end()) {
    scanner.next(cells);
    REQUIRE(cells.size() == header.size());
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = std::string{cells[i]};
  }
  return rows;
}

std::string year_of(const Row& row) { return row.at("from").substr(0, 4); }

/// The build-up the presets allow for a year; what only the parties know is nobody's figure here.
std::string case_of(const Row& row) {
  const std::string year = year_of(row);
  std::ostringstream text;
  text << "schema = \"billijk/case/1\"\n[period]\nfrom = " << year << "-01-01\nto = " << year
       << "-12-31\n";
  if (row.at("cost_price").empty()) {
    text << "[wage]\nscale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }\n"
            "[supplements]\nholiday_allowance = 8\nyear_end_bonus = 8.33\n[employer_charges]\n"
            "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90 }\n"
            "pension = { preset = \"nl/pension-pfzw\", employer_share = 50 }\n"
            "[hours]\ncontract = 1878\nleave = 237\nsickness = 6\n[travel]\nminutes = 4\n"
            "[overhead]\npercent = 13\nof = \"direct\"\n";
  } else {
    text << "[given]\ncost_price = { value = " << row.at("cost_price")
         << ", grade = \"published\", source = \"court-ordered study\", checked = 2026-11-21 }\n";
  }
  text << "[contract]\nmunicipality = \"" << row.at("municipality")
       << "\"\ntariff = " << row.at("tariff") << "\nunit = \"" << row.at("unit")
       << "\"\nstart = " << year << "-01-01\nend = " << year << "-12-31\n";
  if (!row.at("norm_hours").empty()) text << "norm_hours = " << row.at("norm_hours") << '\n';
  return text.str();
}

AuditedContract audit(const Row& row) {
  core::Checked<io::LoadedCase> loaded = tests::load(case_of(row));
  REQUIRE(loaded.has_value());
  analysis::AuditOptions options;
  options.as_of = *core::parse_date("2026-11-22");
  analysis::CaseAuditor auditor{loaded->subject, loaded->presets, options, {}};
  return auditor.audit({.id = row.at("municipality"),
                        .municipality = row.at("municipality"),
                        .provider = {},
                        .region = {}});
}

Row row_of(const std::string& year, const std::string& municipality, const std::string& unit) {
  for (const Row& row : real_tariffs()) {
    if (year_of(row) == year && row.at("municipality") == municipality && row.at("unit") == unit)
      return row;
  }
  FAIL("no such row: " << year << ' ' << municipality << ' ' << unit);
  return {};
}

/// The tariff per hour, to the cent.
core::Exact per_hour(const Row& row) { return core::round_half_up(*audit(row).figures.tariff, 2); }

std::string missing(const AuditedContract& contract) {
  std::string text;
  for (const std::string& key : contract[Rule::cost_price].missing)
    text += (text.empty() ? "" : ", ") + key;
  return text;
}

}  // namespace

TEST_CASE("the Gooi of 2019 was paid 0.19 less than the study found, 0.71 %", "[worked]") {
  // GHARL 2020:437 ordered the study, for eight municipalities; its outcome:
  // https://www.cdahuizen.nl/raadsvragen-hoger-beroep/
  const std::string municipality =
      GENERATE(values<const char*>({"Blaricum", "Eemnes", "Gooise Meren", "Hilversum", "Huizen",
                                    "Laren", "Weesp", "Wijdemeren"}));
  const AuditedContract contract = audit(row_of("2019", municipality, "hour"));
  CHECK(contract[Rule::cost_price].answer == Answer::fail);
  CHECK(*contract.shortfall() == tests::exact("0.19"));
  CHECK(*contract.shortfall_percent() == tests::exact("0.71"));
  CHECK(contract.standing == analysis::Standing::red);
  // What needs a build-up is unknown, and weighs nothing.
  for (const Rule rule : {Rule::wage_floor, Rule::elements, Rule::scale_step, Rule::labour_share}) {
    CHECK(contract[rule].answer == Answer::unknown);
    CHECK(contract[rule].weightless);
  }
}

TEST_CASE("what the presets cannot support is said of each real tariff", "[worked]") {
  const std::vector<Row> rows = real_tariffs();
  CHECK(rows.size() == 46);
  for (const Row& row : rows) {
    INFO(year_of(row) << ' ' << row.at("municipality") << ' ' << row.at("product"));
    CHECK(!row.at("source").empty());
    const AuditedContract contract = audit(row);
    if (!row.at("cost_price").empty()) continue;
    const int year = std::stoi(year_of(row));
    if (year < 2019) {
      // The presets begin in 2018 (wages), 2016 (charges), 2019 (pension), 2015 (minimum wage).
      const std::string day = ' ' + year_of(row) + "-01-01";
      std::string wanted = "nl/cao-vvt-hbh" + day;
      if (year < 2015) wanted += ", nl/minimum-wage" + day;
      if (year < 2016) wanted += ", nl/employer-charges" + day;
      wanted += ", nl/pension-pfzw" + day;
      CHECK(missing(contract) == wanted);
      CHECK(contract[Rule::cost_price].answer == Answer::unknown);
      CHECK(contract.standing == analysis::Standing::not_judged);
      CHECK(!contract.figures[core::Total::cost_price].has_value());
    } else {
      CHECK(missing(contract).empty());
      CHECK(contract[Rule::cost_price].answer != Answer::unknown);
    }
  }
}

TEST_CASE("prices in kind per minute and per four weeks are those printed per hour beside them",
          "[worked]") {
  CHECK(per_hour(row_of("2023", "Westerveld", "minute")) ==
        per_hour(row_of("2023", "Westerveld", "hour")));
  // At 120.8 hours a year, notes of real-tariffs.csv.
  CHECK(per_hour(row_of("2016", "Voorschoten", "4weeks")) == tests::exact("20.34"));
  CHECK(per_hour(row_of("2017", "Voorschoten", "4weeks")) == tests::exact("25.13"));
}

}  // namespace billijk
