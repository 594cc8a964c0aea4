#include "report/lever/sensitivity_report.hpp"

#include <catch2/catch.hpp>

#include "report/format/chart_text.hpp"
#include "unit/documents.hpp"
#include "unit/ranged_cases.hpp"

namespace billijk::report {
namespace {

using core::Total;
using tests::all;
using tests::bent;
using tests::CaseText;
using tests::charts;
using tests::dutch;
using tests::english;
using tests::exact;
using tests::headline;
using tests::row;
using tests::rows;
using tests::says;
using tests::table;
using tests::text_of;
using tests::titles;
using tests::under;
using tests::with_ranges;
using Texts = std::vector<std::string>;

struct Stretch {
  std::string key, from, to, step;
};

/// What is asked of a case: a boundary, a part to move each figure by, or a sweep.
struct Asked {
  Total boundary = Total::cost_price;
  std::optional<core::Exact> by = std::nullopt;
  std::vector<Stretch> sweep = {};
};

/// A case whose figures were moved, with all that a report of it refers to.
struct Moved {
  tests::Computed subject;
  analysis::Sensitivity sensitivity;
  std::optional<core::Exact> by;
  std::vector<analysis::SweepAxis> axes;
  std::vector<analysis::SweepPoint> points;

  explicit Moved(const CaseText& text, const Asked& asked = {})
      : subject{tests::compute(text)},
        sensitivity{analysis::sensitivity_of(*subject, asked.boundary, asked.by)},
        by{asked.by} {
    for (const Stretch& one : asked.sweep) {
      axes.push_back({.subject = *analysis::lever_of(*subject, one.key),
                      .from = exact(one.from),
                      .to = exact(one.to),
                      .step = exact(one.step)});
    }
    if (!axes.empty()) points = analysis::sweep(*subject, axes);
  }
  Sensed sensed() const {
    return {.calculation = *subject,
            .sensitivity = sensitivity,
            .by = by,
            .axes = axes,
            .points = points};
  }
  Document document(const Format& format = english) const {
    return sensitivity_document(sensed(), format);
  }
  Sections sections() const {
    return sensitivity_sections(sensed(), {"billijk", "1.0"}, Language::en);
  }
  nlohmann::json json() const { return tests::json_of(sections()); }
};

}  // namespace

TEST_CASE(
    "the headline names the figure that matters most, and between what it moves the boundary") {
  const Moved moved{with_ranges()};
  CHECK(headline(moved.document()).text ==
        "Cost price € 40.50 per hour, most sensitive to overhead: from € 40.50 to € 43.88.");
  CHECK(headline(moved.document(dutch)).text ==
        "Kostprijs € 40,50 per uur, het gevoeligst voor overhead: van € 40,50 tot € 43,88.");
}

TEST_CASE("bars reach from the case to the low and to the high of each figure") {
  const Texts bars = drawn(charts(Moved{with_ranges()}.document()).at(0), english);
  REQUIRE(bars.size() == 3);
  CHECK(bars[0].find("€ 40.50") != std::string::npos);
  CHECK(bars[1] ==
        "Overhead           │██████████████████████████████████████████████████████████");
  CHECK(bars[1].ends_with("█"));
  CHECK(bars[1].find("░") == std::string::npos);
  CHECK(bars[2] == "Sickness  ░░░░░░░░░│█████████");
  CHECK(bars[2].find("│█") != std::string::npos);
}

TEST_CASE("a figure without a low has empty cells for it, not its own value or zero") {
  const Table shown = table(Moved{with_ranges()}.document(), "Input");
  CHECK(titles(shown) == "Input | Low | High | At low | At high");
  CHECK(rows(shown) == Texts{"Overhead, % of its base |  | 30 |  | 43.88",
                             "Sickness, % of the hours | 4 | 6 | 40.00 | 41.01"});
}

TEST_CASE("an end at which nothing can be computed is a dash") {
  const CaseText idle = CaseText{}.with("hours", "contract = 2000\nleave = 1200\nsickness = 5");
  const Table shown = table(Moved{idle, {.by = exact("0.9")}}.document(), "Input");
  CHECK(text_of(row(shown, "Leave, hours per full-timer per year")) ==
        "Leave, hours per full-timer per year | 120 | 2,280 | 36.40 | –");
}

TEST_CASE("a figure within whose range the boundary rises and falls is marked and explained") {
  const Document document = Moved{bent}.document();
  CHECK(rows(table(document, "Input"))[0] ==
        "Contract hours, hours per full-timer per year * | 700 | 1,900 | 33.06 | 33.45");
  CHECK(says(document,
             "* Not monotonic: within the range of contract hours the cost price both rises and "
             "falls, so that its ends do not tell all."));
}

TEST_CASE("without ranges a report says what to do, unless each figure is moved by a part") {
  const Document none = Moved{CaseText{}}.document();
  CHECK(headline(none).text == "Cost price € 40.50 per hour.");
  CHECK(says(none,
             "No figure has a range, so what matters most cannot be said: state ranges, or give "
             "--by 10%."));
  CHECK(charts(none).empty());
  const Document by = Moved{CaseText{}, {.by = exact("0.1")}}.document(dutch);
  CHECK(all<Paragraph>(by)[0].text.starts_with("Elk cijfer afzonderlijk 10 % lager"));
  CHECK(rows(table(by, "Invoer"), dutch)[0] ==
        "Uurloon, euro per verloond uur | 18 | 22 | 36,45 | 44,55");
  const Document fixed = Moved{tests::given_cost_price("0"), {.by = exact("0.1")}}.document();
  CHECK(headline(fixed).text == "Cost price € 0.00 per hour.");
}

TEST_CASE("exchange rates have travel where a minute costs and a year where there is a volume") {
  const Document plain = Moved{CaseText{}}.document();
  const Table rates = under<Table>(plain, "What one unit is worth");
  CHECK(titles(rates) == "One unit more, all else equal | Cents per hour | Travel minutes");
  CHECK(text_of(row(rates, "euro of wage per paid hour")) ==
        "euro of wage per paid hour | 202.5 | 3.00");
  CHECK(says(plain,
             "One percentage point of sickness costs as much as 0.76 minutes of travel per "
             "billable hour. Cents per hour: what is added to the cost price per billable hour. "
             "Travel minutes: how many paid travel minutes per billable hour cost as much."));
  const Table yearly =
      under<Table>(Moved{CaseText{}.with("contract", "volume = 1000")}.document(dutch),
                   "Wat één eenheid waard is");
  CHECK(titles(yearly) ==
        "Eén eenheid meer, al het andere gelijk | Cent per uur | Reisminuten | Per jaar");
  CHECK(std::get<Money>(yearly.rows[0].cells[3]).decimals == 0);
  const Document given =
      Moved{tests::given_cost_price("40").with("margin", "percent = 1\nof = \"cost_price\""),
            {.boundary = Total::fair_tariff}}
          .document();
  CHECK(titles(under<Table>(given, "What one unit is worth")) ==
        "One unit more, all else equal | Cents per hour");
}

TEST_CASE("JSON of a figure has null for an end it does not have, and all of its points") {
  const nlohmann::json found = Moved{with_ranges()}.json();
  CHECK(found["schema"] == "billijk/sensitivity/1");
  CHECK(found["boundary"] == "cost_price");
  CHECK(found["base"] == 40.5);
  const nlohmann::json& overhead = found["inputs"][0];
  CHECK(overhead["key"] == "overhead.percent");
  CHECK(overhead["unit"] == "%");
  CHECK(overhead["low"].is_null());
  CHECK(overhead["at_low"].is_null());
  CHECK(overhead["at_high"] == 43.875);
  CHECK(overhead["monotonic"] == true);
  CHECK(overhead["points"].size() == 3);
  CHECK(overhead["points"][0] == nlohmann::json{{"value", 20}, {"boundary", 40.5}});
  CHECK(found["exchange"][0]["key"] == "wage.hourly");
  CHECK(found["exchange"][0]["per_year"].is_null());
  CHECK_FALSE(found.contains("points"));
}

TEST_CASE("records are figures, then exchange rates, each empty where the other has fields") {
  const Rows found = Moved{with_ranges()}.sections().rows;
  CHECK(tests::records(found, "input,overhead.percent") ==
        Texts{"input,overhead.percent,%,20,,30,,43.875,true,0.3375,,"});
  CHECK(tests::records(found, "exchange,wage.hourly") ==
        Texts{"exchange,wage.hourly,EUR per hour,,,,,,,2.025,3,"});
}

TEST_CASE("a sweep of one figure shows every boundary, and bars from the least") {
  const Document document =
      Moved{CaseText{}, {.sweep = {{"wage.hourly", "10", "20", "5"}}}}.document();
  CHECK(headline(document).text ==
        "The boundaries at each value of hourly wage, euros per hour; bars show the cost price.");
  CHECK(titles(all<Table>(document)[0]) ==
        "Hourly wage | Wage floor | Cost price | Fair tariff | Ceiling | from € 20.25");
  CHECK(rows(all<Table>(document)[0]) ==
        Texts{"10 | 16.88 | 20.25 | 20.25 | 22.28 | ▏",
              "15 | 25.31 | 30.38 | 30.38 | 33.41 | ██████",
              "20 | 33.75 | 40.50 | 40.50 | 44.55 | ████████████"});
  const Table halves = all<Table>(
      Moved{CaseText{}, {.sweep = {{"wage.hourly", "0", "24", "1"}}}}.document(dutch))[0];
  CHECK(text_of(halves.rows[0], dutch) == "0 | 0,00 | 0,00 | 0,00 | 0,00 | ▏");
  CHECK(text_of(halves.rows[3], dutch) == "3 | 5,06 | 6,08 | 6,08 | 6,68 | █▌");
}

TEST_CASE("two figures make a grid as long as it fits, else a list") {
  const auto swept = [](const char* to) {
    return Moved{CaseText{},
                 {.sweep = {{"wage.hourly", "10", "20", "10"}, {"travel.minutes", "0", to, "7.5"}}}}
        .document();
  };
  const Document grid = swept("15");
  CHECK(headline(grid).text ==
        "Cost price, euros per hour; rows: hourly wage; columns: travel time.");
  CHECK(titles(all<Table>(grid)[0]) == "Hourly wage | 0.0 | 7.5 | 15.0");
  CHECK(rows(all<Table>(grid)[0]) ==
        Texts{"10 | 20.25 | 22.78 | 25.31", "20 | 40.50 | 45.56 | 50.63"});
  const Document list = swept("52.5");
  CHECK(headline(list).text ==
        "The boundaries at each combination of hourly wage and travel time, euros per hour.");
  CHECK(titles(all<Table>(list)[0]) ==
        "Hourly wage | Travel time | Wage floor | Cost price | Fair tariff | Ceiling");
  CHECK(rows(all<Table>(list)[0])[1] == "10 | 7.5 | 18.98 | 22.78 | 22.78 | 25.06");
}

TEST_CASE("a figure stands above its column by its name, however long") {
  const Moved moved{bent, {.sweep = {{"employer_charges.social.permanent", "50", "100", "50"}}}};
  CHECK(all<Table>(moved.document())[0].columns[0].title == "Wage sum at the low AWf premium");
}

TEST_CASE("where nothing can be computed stands a dash, and the reason once") {
  const Moved moved{CaseText{}, {.sweep = {{"hours.leave", "1700", "2100", "200"}}}};
  const Document document = moved.document();
  CHECK(rows(all<Table>(document)[0])[1] == "1,900 | – | – | – | – | ");
  CHECK(says(document, "Where – stands, nothing can be computed: no hours are left to attend."));
  CHECK(all<Table>(document)[0].columns.back().title == "from € 324.00");
  const Moved nowhere{CaseText{}, {.sweep = {{"hours.leave", "1900", "2100", "200"}}}};
  CHECK(all<Table>(nowhere.document())[0].columns.back().title.empty());
  const nlohmann::json points = moved.json()["points"];
  CHECK(points[1]["hours.leave"] == 1900);
  CHECK(points[1]["cost_price"].is_null());
  CHECK(points[1]["error"].is_string());
  const Rows found = moved.sections().rows;
  CHECK(found.header ==
        Texts{"hours.leave", "wage_floor", "cost_price", "fair_tariff", "ceiling", "error"});
  CHECK(tests::records(found, "1900") ==
        Texts{"1900,,,,," + points[1]["error"].get<std::string>()});
  const Moved whole{CaseText{}, {.sweep = {{"wage.hourly", "20", "20", "1"}}}};
  CHECK(whole.json()["points"][0]["error"].is_null());
  CHECK(tests::records(whole.sections().rows, "") == Texts{"20,33.75,40.5,40.5,44.55,"});
}

}  // namespace billijk::report
