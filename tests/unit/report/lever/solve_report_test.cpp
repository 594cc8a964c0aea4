#include "report/lever/solve_report.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using core::Total;
using tests::all;
using tests::CaseText;
using tests::decimal;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::says;

/// What is asked: of one figure, or of all a tariff pays for.
struct Question {
  std::string key;
  const char* offered = "42";
  Total goal = Total::cost_price;
  core::TariffUnit unit = core::TariffUnit::hour;
};

/// A solved question with all that it refers to.
struct Answered {
  tests::Computed subject;
  analysis::Question question;
  std::vector<analysis::Solution> solutions;

  Answered(const CaseText& text, const Question& asked) : subject{tests::compute(text)} {
    question.goal = asked.goal;
    question.tariff = {.value = decimal(asked.offered), .unit = asked.unit};
    solutions =
        asked.key.empty()
            ? analysis::pays_for(*subject, question)
            : std::vector{analysis::solve(*analysis::lever_of(*subject, asked.key), question)};
  }
  Solved solved() const {
    return {.calculation = *subject,
            .question = question,
            .solutions = solutions,
            .one_key = solutions.size() == 1};
  }
  Document document(const Format& format = english) const {
    return solve_document(solved(), format);
  }
};

Sections sections_of(const Answered& answered) {
  return solve_sections(answered.solved(), {"billijk", "1.0"}, Language::nl);
}

std::string evidence(const Document& document) { return all<Paragraph>(document).at(0).text; }

const CaseText visits = CaseText{}.with("travel", "minutes_between = 15\nvisit_minutes = 60");

}  // namespace

TEST_CASE("the table of a tariff opens with whether it is enough for the boundary") {
  const Headline enough = headline(Answered{CaseText{}, {}}.document());
  CHECK(enough.text == "€ 42.00 per hour is enough for the cost price of € 40.50.");
  CHECK(enough.tone == Tone::good);
  CHECK(headline(Answered{CaseText{}, {.offered = "40.50"}}.document()).tone == Tone::good);
  const Headline too_little =
      headline(Answered{CaseText{}, {.offered = "40.4995"}}.document(dutch));
  CHECK(too_little.text == "€ 40,4995 per uur is € 0,0005 minder dan de kostprijs van € 40,50.");
  CHECK(too_little.tone == Tone::bad);
}

TEST_CASE("the margin is explained where a cost price is built up, not where it is given") {
  const auto notes = [](const CaseText& text) {
    return all<Paragraph>(Answered{text, {}}.document()).size();
  };
  CHECK(notes(CaseText{}) == 2);
  CHECK(notes(tests::given_cost_price("40").with("margin", "percent = 1\nof = \"cost_price\"")) ==
        1);
  CHECK(says(Answered{CaseText{}, {}}.document(),
             "All else equal, the cost price stays within the tariff as long as each figure, by "
             "itself, goes no further than:"));
}

TEST_CASE("an answer is the last value that holds, with proof that one step further does not") {
  const Document document =
      Answered{CaseText{}, {.key = "hours.sickness", .offered = "41"}}.document();
  CHECK(headline(document).text ==
        "Sickness: at most 5.98 %, or € 41.00 per hour does not cover the cost price.");
  CHECK(headline(document).tone == Tone::neutral);
  CHECK(evidence(document) ==
        "In the case this is 5 %, and the cost price is € 40.50. At 5.98 % the cost price is "
        "€ 41.00. One step further, at 5.99 %, it is € 41.01.");
  CHECK(
      headline(Answered{visits, {.key = "travel.visit_minutes", .offered = "45"}}.document(dutch))
          .text ==
      "Duur van een bezoek: minstens 135 minuten, anders dekt € 45,00 per uur de kostprijs niet.");
}

TEST_CASE("every value, none, or no effect each have a sentence of their own") {
  const auto said = [](const Question& asked, const Format& format = english) {
    return headline(Answered{CaseText{}, asked}.document(format));
  };
  CHECK(said({.key = "overhead.percent", .offered = "80"}).text ==
        "Overhead: at every allowed value, up to and including 100 %, € 80.00 per hour covers the "
        "cost price.");
  const Headline none = said({.key = "overhead.percent", .offered = "30"}, dutch);
  CHECK(none.text ==
        "Overhead: bij geen enkele toegestane waarde dekt € 30,00 per uur de kostprijs.");
  CHECK(none.tone == Tone::bad);
  const Headline holds =
      said({.key = "overhead.percent", .offered = "34", .goal = Total::wage_floor});
  CHECK(holds.text ==
        "Overhead: this has no effect on the wage floor; € 34.00 per hour is enough for it.");
  CHECK(holds.tone == Tone::neutral);
  const Answered fails{CaseText{},
                       {.key = "overhead.percent", .offered = "33", .goal = Total::wage_floor}};
  CHECK(headline(fails.document()).text ==
        "Overhead: this has no effect on the wage floor; € 33.00 per hour is not enough for it.");
  CHECK(headline(fails.document()).tone == Tone::bad);
  CHECK(evidence(fails.document()) ==
        "In the case this is 20 %, and the wage floor is € 33.75. Another boundary may depend "
        "on it: choose one with --goal.");
}

TEST_CASE("a step further at which nothing can be computed is said to be so") {
  const CaseText cheap = CaseText{}
                             .with("hours", "contract = 2000\nleave = 300\nsickness = 5")
                             .with("overhead", "amount = 0");
  const Document document =
      Answered{cheap, {.key = "hours.leave", .offered = "99999999"}}.document();
  CHECK(headline(document).tone == Tone::neutral);
  CHECK(evidence(document).ends_with("nothing can be computed."));
}

// Of a lump sum of 500000 the volume makes the tariff: both move.
TEST_CASE("a tariff the figure itself moves stands beside the boundary, before and beyond") {
  const CaseText text =
      CaseText{}.with("obligations", "annual = 12000").with("contract", "volume = 12000");
  const Document document =
      Answered{text,
               {.key = "contract.volume", .offered = "500000", .unit = core::TariffUnit::lump_sum}}
          .document();
  CHECK(headline(document).text ==
        "Volume of the contract: at most 11,990.4 hours per year, or € 500,000.00 a year for the "
        "whole contract does not cover the cost price.");
  CHECK(evidence(document) ==
        "In the case this is 12,000 hours per year, and the cost price is € 41.70. At 11,990.4 "
        "hours per year the cost price is € 41.70. The tariff is then € 41.700027 per hour. One "
        "step further, at 11,990.5 hours per year, it is € 41.70. The tariff is then € 41.699679 "
        "per hour. A year for the whole contract in the case: the wage floor € 405,000.00, the "
        "cost price € 500,400.00, the fair tariff € 500,400.00 and the ceiling € 550,440.00.");
}

TEST_CASE("a tariff of another unit the figure does not move stands with what it is per hour") {
  const Document document =
      Answered{CaseText{},
               {.key = "hours.sickness", .offered = "0.7", .unit = core::TariffUnit::minute}}
          .document();
  CHECK(headline(document).text ==
        "Sickness: at most 7.86 %, or € 0.70 per minute (€ 42.00 per hour) does not cover the cost "
        "price.");
  const Document monthly =
      Answered{CaseText{}.with("contract", "norm_hours = 100"),
               {.key = "hours.sickness", .offered = "350.005", .unit = core::TariffUnit::month}}
          .document();
  CHECK(headline(monthly).text ==
        "Sickness: at most 7.86 %, or € 350.005 per month (€ 42.000600 per hour) does not cover "
        "the cost price.");
}

TEST_CASE("a wage that is solved for stands beside the steps of its scale") {
  const CaseText scaled =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }");
  const Document document = Answered{scaled, {.key = "wage.hourly", .offered = "35"}}.document();
  REQUIRE(all<Paragraph>(document).size() == 2);
  CHECK(all<Paragraph>(document)[1].text.find(" of the scale") != std::string::npos);
  CHECK(all<Paragraph>(Answered{scaled, {.offered = "35"}}.document()).size() == 3);
}

const CaseText indexed_scale =
    CaseText{}
        .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }")
        .with("indexation", "price_level = 2025\npercent = [10]");

TEST_CASE("a wage in the place of an indexed scale stands with what it is in the cost sheet") {
  Answered answer{indexed_scale, {.key = "wage.hourly"}};
  answer.solutions[0].own = tests::exact("16");
  answer.solutions[0].value = decimal("15.5");
  CHECK(says(answer.document(),
             "Indexed to the price level of the period, as in the cost sheet, that is € 17.05 "
             "per hour; the case has € 17.60 per hour there."));
  CHECK(says(answer.document(dutch),
             "Geïndexeerd naar het prijspeil van de periode, zoals in de kostenopbouw, is dat "
             "€ 17,05 per uur; de casus komt daar op € 17,60 per uur."));
  const nlohmann::json solution = tests::json_of(sections_of(answer))["solutions"][0];
  CHECK(solution["value"] == 15.5);
  CHECK(solution["own_in_sheet"] == 17.6);
  CHECK(solution["value_in_sheet"] == 17.05);
  const CaseText hourly = CaseText{}.with("indexation", "price_level = 2025\npercent = [10]");
  CHECK(all<Paragraph>(Answered{hourly, {.key = "wage.hourly"}}.document()).size() == 1);
}

TEST_CASE("JSON of an answer has its side and what lies beyond; what was not found is null") {
  const auto solved = [](const Question& asked) {
    const Answered answered{CaseText{}, asked};
    return tests::json_of(sections_of(answered));
  };
  const nlohmann::json found = solved({.key = "hours.sickness", .offered = "41"});
  CHECK(found["schema"] == "billijk/solve/1");
  CHECK(found["goal"] == "cost_price");
  CHECK(found["boundary"] == 40.5);
  CHECK(found["tariff"]["per_hour"] == 41);
  const nlohmann::json& one = found["solutions"][0];
  CHECK(one["value"] == 5.98);
  CHECK(one["found"] == "value");
  CHECK(one["side"] == "highest");
  CHECK(one["next_boundary"] == 41.01);
  CHECK(one["tariff"].is_null());
  CHECK_FALSE(one.contains("step"));
  CHECK_FALSE(one.contains("value_in_sheet"));
  const nlohmann::json none = solved({.key = "wage.hourly", .offered = "0"})["solutions"][0];
  CHECK(none["step"].is_null());
  CHECK(solved({.key = "overhead.percent", .offered = "30"})["solutions"][0]["side"].is_null());
  CHECK(solved({.key = "overhead.percent", .offered = "30"})["solutions"][0]["in_range"] == false);
}

TEST_CASE("JSON names the step of the scale that a wage reaches") {
  const Answered answered{
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }"),
      {.key = "wage.hourly", .offered = "99"}};
  CHECK(tests::json_of(sections_of(answered))["solutions"][0]["step"].is_string());
}

TEST_CASE("a record of an answer has empty fields for what was not found") {
  const auto record = [](const Question& asked) {
    const Answered answered{visits, asked};
    return tests::records(sections_of(answered).rows, "");
  };
  CHECK(record({.key = "travel.visit_minutes", .offered = "45"}) ==
        std::vector<std::string>{
            "travel.visit_minutes,\"Bezoek, ten minste "
            "(minuten)\",minutes,cost_price,60,135,1,true,value,lowest,45,134,45.03"});
  CHECK(record({.key = "overhead.percent", .offered = "1"}) ==
        std::vector<std::string>{"overhead.percent,\"Overhead, ten hoogste (% van de directe "
                                 "kosten)\",%,cost_price,20,,0.01,false,none,,,,"});
}

}  // namespace billijk::report
