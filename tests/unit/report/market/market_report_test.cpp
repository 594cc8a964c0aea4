#include "report/market/market_report.hpp"

#include <catch2/catch.hpp>

#include "report/format/chart_text.hpp"
#include "unit/documents.hpp"
#include "unit/marketed.hpp"

namespace billijk::report {
namespace {

using tests::all;
using tests::CaseText;
using tests::charts;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::marketable;
using tests::rows;
using tests::says;
using tests::table;
using tests::titles;
using tests::under;
using Texts = std::vector<std::string>;

Document market_of(const CaseText& text, const Format& format = english,
                   std::size_t provisional = 0) {
  const tests::Marketed found{text};
  return market_document({.calculation = *found.subject,
                          .result = *found,
                          .tariff = found.tariff,
                          .provisional = provisional},
                         format);
}
std::string market_headline(const CaseText& text, const Format& format = english) {
  return headline(market_of(text, format)).text;
}
CaseText numbered(const std::string& numbers, const std::string& more = "") {
  return CaseText{}.with(
      "market", "volume = 12000\nprovider_contract = 10000\nproviders = " + numbers + '\n' + more);
}

}  // namespace

TEST_CASE("a market opens with what the first number costs and what the last costs more") {
  CHECK(market_headline(marketable()) ==
        "With 1 provider the municipality spends € 499,800 a year, its own costs included (€ 41.65 "
        "per hour); with 5 providers € 550,200 (€ 45.85 per hour), € 50,400 (10 %) more.");
  CHECK(market_headline(marketable(), dutch) ==
        "Met 1 aanbieder is de gemeente € 499.800 per jaar kwijt, eigen kosten meegerekend "
        "(€ 41,65 per uur); met 5 aanbieders € 550.200 (€ 45,85 per uur), € 50.400 (10 %) meer.");
  CHECK(market_headline(numbered("[5, 1]")) ==
        "With 5 providers the municipality spends € 546,000 a year, its own costs included "
        "(€ 45.50 per hour); with 1 provider € 498,000 (€ 41.50 per hour), € 48,000 (9 %) less.");
  CHECK(market_headline(numbered("[3]")) ==
        "With 3 providers the municipality spends € 522,000 a year, its own costs included "
        "(€ 43.50 per hour).");
  CHECK(market_headline(numbered("[3, 3]")) ==
        "With 3 providers the municipality spends € 522,000 a year, its own costs included "
        "(€ 43.50 per hour); with 3 providers € 522,000 (€ 43.50 per hour), the same.");
}

TEST_CASE("a market says what an hour costs at the first number and at the last") {
  CHECK(says(market_of(marketable()),
             "With 1 provider the cost price of an hour is € 41.50 and the fair tariff € 41.50; "
             "with 5 providers they are € 45.50 and € 45.50."));
  CHECK(says(market_of(numbered("[3]")),
             "With 3 providers the cost price of an hour is € 43.50 and the fair tariff € 43.50."));
  const std::string of_week = "tariff = 90\nunit = \"week\"\nnorm_hours = 104";
  CHECK(says(market_of(marketable("", of_week)),
             "With 1 provider the cost price of an hour is € 41.50 and the fair tariff € 41.50; "
             "with 5 providers they are € 45.50 and € 45.50. Per week they are € 83.00 and € 83.00 "
             "with 1 provider; with 5 providers they are € 91.00 and € 91.00."));
}

TEST_CASE("with a tariff a market says from which hours a provider lives") {
  CHECK(says(market_of(marketable("", "tariff = 44")),
             "At € 44.00 per hour the cost price of a provider is covered from 3,424 hours a year "
             "on (28.5 % of all hours): of 3 at most, if they are equally large."));
  CHECK(says(market_of(marketable("", "tariff = 40")),
             "At € 40.00 per hour the cost price of no provider is covered, not even of one who "
             "delivers all hours."));
  CHECK(says(market_of(marketable("", "tariff = 40"), dutch),
             "Met € 40,00 per uur is de kostprijs van geen enkele aanbieder gedekt, ook niet van "
             "een die alle uren levert."));
  const Document rising =
      market_of(marketable("", "tariff = 44")
                    .line("key = \"own\"\nelement = \"f\"\namount = -1\nper = \"contract_year\""));
  for (const Paragraph& paragraph : all<Paragraph>(rising))
    CHECK(paragraph.text.find("is covered") == std::string::npos);
}

TEST_CASE("a market as it is says who sinks, and for whom the tariff is too high") {
  const auto sunk = [](const std::string& shares, const std::string& tariff) {
    return market_of(marketable("shares = " + shares, "tariff = " + tariff));
  };
  const auto begins = [](const Document& document, std::string_view begin) {
    return std::ranges::any_of(all<Paragraph>(document), [&](const Paragraph& paragraph) {
      return paragraph.text.starts_with(begin);
    });
  };
  CHECK(says(sunk("[50, 50]", "42.50"),
             "As the market is divided now, this tariff covers the cost price of each of its 2 "
             "providers."));
  const Document one = sunk("[50, 40, 10]", "47");
  CHECK(begins(one,
               "As the market is divided now, this tariff does not cover the cost price of 1 of "
               "its 3 providers: the one with 10 % of the hours. For one provider "));
  CHECK(headline(one).tone == Tone::bad);
  CHECK(headline(sunk("[50, 50]", "42.50")).tone == Tone::neutral);
  CHECK(says(sunk("[50, 40, 7.5, 2.5]", "46"),
             "As the market is divided now, this tariff does not cover the cost price of 2 of its "
             "4 providers: those with 7.5 % and 2.5 % of the hours (10 % together)."));
  CHECK(begins(sunk("[40, 40, 20]", "60"),
               "As the market is divided now, this tariff covers the cost price of each of its 3 "
               "providers. For 3 providers "));
}

TEST_CASE("numbers of providers stand side by side as bars of what they cost a year") {
  const Document document = market_of(marketable());
  const std::vector<Chart> drawn_ones = charts(document);
  REQUIRE(drawn_ones.size() == 1);
  const Bars& bars = std::get<Bars>(drawn_ones.front());
  CHECK(bars.titles == Texts{"per hour", "per year"});
  REQUIRE(bars.bars.size() == 3);
  CHECK(bars.bars[0].name == "1 provider");
  CHECK(bars.bars[2].name == "5 providers");
  CHECK(bars.bars[2].length == tests::exact("550200"));
  CHECK(cell_text(bars.bars[2].figures.at(0), english) == "€ 45.85");
  CHECK(cell_text(bars.bars[2].figures.at(1), english) == "€ 550,200");
}

TEST_CASE("each number has a row of its figures") {
  const Table numbers = table(market_of(marketable()), "Number");
  CHECK(titles(numbers) ==
        "Number | Hours each | Cost price | Fair | Own | Total | Difference | One more");
  CHECK(rows(numbers) == Texts{"1 | 12,000 | 41.50 | 41.50 | 1,800 | 499,800 | 0 | 12,600",
                               "2 | 6,000 | 42.50 | 42.50 | 2,400 | 512,400 | 12,600 | 12,600",
                               "5 | 2,400 | 45.50 | 45.50 | 4,200 | 550,200 | 50,400 | 12,600"});
}

TEST_CASE("the market as it is has a row a share, strong where the tariff is not fair") {
  const Document document = market_of(marketable("shares = [50, 40, 10]", "tariff = 47"));
  const Table shares = under<Table>(document, "The market as it is");
  CHECK(titles(shares) == "Share | Hours a year | Cost price | Fair | To cost price | Verdict");
  REQUIRE(shares.rows.size() == 3);
  CHECK(rows(shares)[1].starts_with("40 % | 4,800 | 43.00 | 43.00 | +4.00 | "));
  CHECK(rows(shares)[2].starts_with("10 % | 1,200 | 50.50 | 50.50 | -3.50 | "));
  CHECK(shares.rows[0].strong);
  CHECK_FALSE(shares.rows[1].strong);
  CHECK(shares.rows[2].strong);
  CHECK(says(document,
             "With each at its own fair tariff this market costs € 525,000 a year; with all at "
             "that of the smallest € 609,000. Both with the own costs of the municipality."));
  const Table plain =
      under<Table>(market_of(marketable("shares = [66.665, 33.335]")), "The market as it is");
  CHECK(titles(plain) == "Share | Hours a year | Cost price | Fair");
  CHECK(rows(plain)[0].starts_with("66.665 % | "));
}

TEST_CASE("a lead provider is compared with as many contracts") {
  const auto led = [](const std::string& fee, const std::string& more = "") {
    return market_of(marketable("lead = { fee = " + fee + ", contract = 900 }" + more));
  };
  const Document document = led("10");
  CHECK(says(document,
             "The lead provider keeps 10 % of the tariff and spends € 900 a year on each "
             "subcontractor; what is left is the fair tariff of the subcontractors. With every "
             "number up to 10,000 this is dearer than as many contracts of the municipality "
             "itself."));
  const std::vector<Table> tables = all<Table>(document);
  const auto lead = std::ranges::find_if(tables, [](const Table& one) {
    return titles(one) ==
           "Number | Tariff | Lead keeps | Lead spends | Total | Direct | Difference";
  });
  REQUIRE(lead != tables.end());
  CHECK(rows(*lead)[1] == "2 | 47.22 | 56,664 | 1,800 | 568,440 | 512,400 | +56,040");
  const auto tells = [](const Document& report, std::string_view part) {
    return std::ranges::any_of(all<Paragraph>(report), [&](const Paragraph& paragraph) {
      return paragraph.text.find(part) != std::string::npos;
    });
  };
  CHECK(tells(led("0"),
              "With one subcontractor this is not dearer than one contract of the municipality "
              "itself."));
  const Document at_ten = market_of(CaseText{}.with(
      "market", "volume = 12000\nmunicipality_contract = 600\nlead = { fee = 1, contract = 900 }"));
  CHECK(tells(at_ten,
              "The first number at which this is not dearer than as many contracts of the "
              "municipality itself is 10."));
}

TEST_CASE("a market that rests on provisional figures says so") {
  const std::string said =
      "Provisional: the comparison rests on figures that are still to be filled in or confirmed "
      "(3); billijk check shows those of the case.";
  CHECK(says(market_of(marketable(), english, 3), said));
  CHECK_FALSE(says(market_of(marketable()), said));
}

TEST_CASE("what a market rests on is named, as is what it takes for nothing") {
  const Document document =
      market_of(CaseText{}
                    .with("contract", "volume = 6000")
                    .with("market",
                          "provider_contract = { value = 24000.5, grade = \"measured\" }\n"
                          "municipality_contract = 6500\nlead = { fee = 8.0, contract = 12000 }"));
  const Texts items = under<Bullets>(document, "What the comparison rests on").items;
  const auto begins = [&](const std::string& begin) {
    return std::ranges::any_of(items,
                               [&](const std::string& item) { return item.starts_with(begin); });
  };
  const auto holds = [&](const std::string& part) {
    return std::ranges::any_of(
        items, [&](const std::string& item) { return item.find(part) != std::string::npos; });
  };
  CHECK(holds(": € 24,000.50, "));
  CHECK(holds(": € 6,500, "));
  CHECK(holds(": 8 %, "));
  CHECK(begins("not stated, so 0: "));
  CHECK(begins("hours of all providers together: 6,000 a year, those of the contract"));
  CHECK(begins("travel time and kilometres are the same for every provider"));
  CHECK(begins(
      "on top of what a contract costs the provider come the overhead and the margin of the case"));
  CHECK(items.back() ==
        "all other figures of the case are the same for every provider; billijk check computes the "
        "case as it stands, without the costs of [market]");
}

TEST_CASE("how travel grows is said with the number the case holds for") {
  const auto travels = [](const std::string& more) {
    return under<Bullets>(market_of(marketable("travel = \"square_root\"\n" + more)),
                          "What the comparison rests on")
        .items;
  };
  const Texts five = travels("reference_providers = 5");
  CHECK(std::ranges::find(five,
                          "travel time and kilometres grow with the square root of the number of "
                          "providers; those of the case are of 5 equally large ones") !=
        five.end());
  const Texts one = travels("");
  CHECK(std::ranges::find(one,
                          "travel time and kilometres grow with the square root of the number of "
                          "providers; those of the case are of one provider") != one.end());
}

TEST_CASE("a total below zero has no bar, and the others theirs") {
  // With one an hour costs 40.50 - 30, with two 40.50 - 60.
  const Document document = market_of(
      CaseText{}
          .with("market", "volume = 1000\nproviders = [1, 2]")
          .line("key = \"own\"\nelement = \"f\"\namount = -25000\nper = \"contract_year\""));
  const Chart chart = charts(document).at(0);
  std::vector<std::string> lines;
  CHECK_NOTHROW(lines = drawn(chart, english));
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].find("█") != std::string::npos);
  CHECK(lines[2].find("█") == std::string::npos);
}

}  // namespace billijk::report
