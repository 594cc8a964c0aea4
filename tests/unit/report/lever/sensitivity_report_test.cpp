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
  Sections sections() const { return sensitivity_sections(sensed(), {"billijk", "1.0"}); }
  nlohmann::json json() const { return tests::json_of(sections()); }
};

}  // namespace

TEST_CASE(
    "the headline names the figure that matters most, and between what it moves the boundary") {
  const Moved moved{with_ranges()};
  CHECK(headline(moved.document()).text ==
        "Cost price € 40.50 per hour. It depends most on overhead.percent: from € 40.50 to "
        "€ 43.88.");
  CHECK(headline(moved.document(dutch)).text ==
        "Kostprijs € 40,50 per uur. Het meest hangt af van overhead.percent: van € 40,50 tot "
        "€ 43,88.");
}

TEST_CASE("bars reach from the case to the low and to the high of each figure") {
  const Texts bars = drawn(all<Chart>(Moved{with_ranges()}.document()).at(0), english);
  REQUIRE(bars.size() == 3);
  CHECK(bars[0].find("€ 40.50") != std::string::npos);
  CHECK(bars[1].starts_with("overhead.percent  "));
  CHECK(bars[1].ends_with("█"));
  CHECK(bars[1].find("░") == std::string::npos);
  CHECK(bars[2].starts_with("hours.sickness    ░"));
  CHECK(bars[2].find("│█") != std::string::npos);
}

TEST_CASE("a figure without a low has empty cells for it, not its own value or zero") {
  const Table shown = table(Moved{with_ranges()}.document(), "Input");
  CHECK(titles(shown) == "Input | Low | High | At low | At high");
  CHECK(rows(shown) ==
        Texts{"overhead.percent |  | 30 |  | 43.88", "hours.sickness | 4 | 6 | 40.00 | 41.01"});
}

TEST_CASE("an end at which nothing can be computed is a dash") {
  const CaseText idle = CaseText{}.with("hours", "contract = 2000\nleave = 1200\nsickness = 5");
  const Table shown = table(Moved{idle, {.by = exact("0.9")}}.document(), "Input");
  CHECK(text_of(row(shown, "hours.leave")) == "hours.leave | 120 | 2,280 | 36.40 | –");
}

TEST_CASE("a figure within whose range the boundary rises and falls is marked and explained") {
  const Document document = Moved{bent}.document();
  CHECK(rows(table(document, "Input"))[0].starts_with("hours.contract * | 700 | 1,900 | "));
  CHECK(says(document,
             "* Not monotonic: within the range of hours.contract the cost price both rises and "
             "falls, so that its ends do not tell all."));
}

TEST_CASE("without ranges a report says what to do, unless each figure is moved by a part") {
  const Document none = Moved{CaseText{}}.document();
  CHECK(headline(none).text == "Cost price € 40.50 per hour.");
  CHECK(says(none,
             "No figure has a range, so that what matters most cannot be said: state ranges, or "
             "give --by 10%."));
  CHECK(all<Chart>(none).empty());
  const Document by = Moved{CaseText{}, {.by = exact("0.1")}}.document(dutch);
  CHECK(all<Paragraph>(by)[0].text.starts_with("Elk cijfer alleen 10 % van zichzelf lager"));
  CHECK(rows(table(by, "Invoer"), dutch)[0] == "wage.hourly | 18 | 22 | 36,45 | 44,55");
  const Document fixed = Moved{tests::given_cost_price("0"), {.by = exact("0.1")}}.document();
  CHECK(headline(fixed).text == "Cost price € 0.00 per hour.");
}

TEST_CASE("exchange rates have travel where a minute costs and a year where there is a volume") {
  const Document plain = Moved{CaseText{}}.document();
  const Table rates = under<Table>(plain, "Exchange rates");
  CHECK(titles(rates) == "One more, all else equal | Cents per hour | Travel minutes");
  CHECK(text_of(row(rates, "euro of wage per paid hour")) ==
        "euro of wage per paid hour | 202.5 | 3.00");
  CHECK(says(plain,
             "One point of sickness is worth 0.76 minutes of travel per billable hour. Cents on "
             "the cost price per billable hour; travel minutes are paid minutes per billable hour "
             "that cost as much."));
  const Table yearly = under<Table>(
      Moved{CaseText{}.with("contract", "volume = 1000")}.document(dutch), "Wisselkoersen");
  CHECK(titles(yearly) == "Een meer, al het andere gelijk | Cent per uur | Reisminuten | Per jaar");
  CHECK(std::get<Money>(yearly.rows[0].cells[3]).decimals == 0);
  const Document given =
      Moved{tests::given_cost_price("40").with("margin", "percent = 1\nof = \"cost_price\""),
            {.boundary = Total::fair_tariff}}
          .document();
  CHECK(titles(under<Table>(given, "Exchange rates")) ==
        "One more, all else equal | Cents per hour");
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

TEST_CASE("a sweep of one figure shows every boundary, and bars from zero") {
  const Document document =
      Moved{CaseText{}, {.sweep = {{"wage.hourly", "10", "20", "5"}}}}.document();
  CHECK(headline(document).text ==
        "Boundaries by wage.hourly, EUR per hour; bars are the cost price.");
  CHECK(titles(all<Table>(document)[0]) ==
        "wage.hourly | Wage floor | Cost price | Fair tariff | Ceiling | ");
  CHECK(rows(all<Table>(document)[0]) ==
        Texts{"10 | 16.88 | 20.25 | 20.25 | 22.28 | ██████",
              "15 | 25.31 | 30.38 | 30.38 | 33.41 | █████████",
              "20 | 33.75 | 40.50 | 40.50 | 44.55 | ████████████"});
  const Table halves = all<Table>(
      Moved{CaseText{}, {.sweep = {{"wage.hourly", "0", "24", "1"}}}}.document(dutch))[0];
  CHECK(text_of(halves.rows[0], dutch).ends_with(" | 0,00 | "));
  CHECK(text_of(halves.rows[3], dutch).ends_with(" | █▌"));
}

TEST_CASE("two figures make a grid as long as it fits, else a list") {
  const auto swept = [](const char* to) {
    return Moved{CaseText{},
                 {.sweep = {{"wage.hourly", "10", "20", "10"}, {"travel.minutes", "0", to, "7.5"}}}}
        .document();
  };
  const Document grid = swept("15");
  CHECK(headline(grid).text ==
        "Cost price, EUR per hour: wage.hourly down, travel.minutes across.");
  CHECK(titles(all<Table>(grid)[0]) == "wage.hourly | 0.0 | 7.5 | 15.0");
  CHECK(rows(all<Table>(grid)[0]) ==
        Texts{"10 | 20.25 | 22.78 | 25.31", "20 | 40.50 | 45.56 | 50.63"});
  const Document list = swept("52.5");
  CHECK(headline(list).text == "Boundaries by wage.hourly and travel.minutes, EUR per hour.");
  CHECK(titles(all<Table>(list)[0]) ==
        "wage.hourly | travel.minutes | Wage floor | Cost price | Fair tariff | Ceiling");
  CHECK(rows(all<Table>(list)[0])[1] == "10 | 7.5 | 18.98 | 22.78 | 22.78 | 25.06");
}

TEST_CASE("a long key stands above its column by its last part") {
  const Moved moved{bent, {.sweep = {{"employer_charges.social.permanent", "50", "100", "50"}}}};
  CHECK(all<Table>(moved.document())[0].columns[0].title == "permanent");
}

TEST_CASE("where nothing can be computed stands a dash, and the reason once") {
  const Moved moved{CaseText{}, {.sweep = {{"hours.leave", "1700", "2100", "200"}}}};
  const Document document = moved.document();
  CHECK(rows(all<Table>(document)[0])[1] == "1,900 | – | – | – | – | ");
  CHECK(says(document, "Where – stands nothing can be computed: no hours are left to attend."));
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
