#include "report/page/page_figure.hpp"

#include <catch2/catch.hpp>

#include "report/page/drawing.hpp"
#include "unit/documents.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using tests::english;
using tests::exact;

std::string drawn_as(Chart chart) {
  return figure_markup({.chart = std::move(chart), .title = "Title", .sentence = "What it shows."},
                       english, 1, false);
}
bool shows(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
Ruler ruler() {
  const auto mark = [](const char* key, const char* amount) {
    return Mark{.name = key, .amount = {exact(amount)}, .key = key};
  };
  return {.boundaries = {mark("wage_floor", "30"), mark("cost_price", "40"), mark("ceiling", "50")},
          .zones = {"below floor", "below cost", "fair", "too high"},
          .tariff = mark("tariff", "45"),
          .beside = {}};
}

}  // namespace

TEST_CASE("a scale gives shares of a width, and keeps what lies outside at its edge") {
  const Scale scale{exact("30"), exact("50")};
  CHECK(scale.place(exact("40")) == "50%");
  CHECK(scale.place(exact("20")) == "0%");
  CHECK(scale.place(exact("60")) == "100%");
  CHECK(Scale(exact("5"), exact("5")).place(exact("5")) == "50%");
  std::vector<std::string> ticks;
  for (const Exact& tick : scale.ticks()) ticks.push_back(core::shortest(tick));
  CHECK(ticks == std::vector<std::string>{"30", "35", "40", "45", "50"});
}

TEST_CASE("a chart has a title, a sentence, and what its signs mean in words") {
  const std::string text = drawn_as(ruler());
  CHECK(text.starts_with("<h2>Title</h2>\n<figure data-chart=\"ruler\">"));
  CHECK(shows(text, "role=\"img\" aria-labelledby=\"chart-1\" aria-describedby=\"chart-1-says\""));
  CHECK(shows(text, "<title id=\"chart-1\">Title</title>"));
  CHECK(shows(text, "<figcaption id=\"chart-1-says\">What it shows.</figcaption>"));
  CHECK(shows(text, "too high</li>"));
}

TEST_CASE("a ruler stands boundaries and tariff at their places") {
  // From 23 to 57, 35 hundredths of what lies between on either side.
  const std::string text = drawn_as(ruler());
  CHECK(shows(text, "cx=\"50%\""));
  CHECK(shows(text, "data-from-of=\"cost_price\" data-to-of=\"ceiling\""));
  CHECK(shows(text, "x=\"64.71%\" y=\"24\" overflow=\"visible\" data-dot-of=\"tariff\""));
}

TEST_CASE("a ruler without a wage floor has the last three zones") {
  Ruler without = ruler();
  without.boundaries.erase(without.boundaries.begin());
  without.zones.erase(without.zones.begin());
  const std::string text = drawn_as(without);
  CHECK_FALSE(shows(text, "zone z1"));
  CHECK(shows(text, "zone z2"));
}

TEST_CASE("steps of a waterfall begin where the last ended, totals at zero") {
  const auto step = [](const char* name, const char* amount, bool total = false) {
    return Waterfall::Step{.name = name, .amount = {exact(amount)}, .is_total = total, .key = name};
  };
  const std::string text = drawn_as(
      Waterfall{.steps = {step("a", "30"), step("b", "10"), step("sum", "40", true)}, .paid = {}});
  CHECK(shows(text, "<rect x=\"0%\" y=\"18\" width=\"75%\""));
  CHECK(shows(text, "<rect x=\"75%\" y=\"54\" width=\"25%\""));
  CHECK(shows(text, "<rect x=\"0%\" y=\"90\" width=\"100%\" height=\"12\" class=\"bar total\""));
}

TEST_CASE("positions that do not meet have no room drawn") {
  const auto span = [](const char* name, const char* from, const char* to) {
    return Spans::Span{.name = name, .from = {exact(from)}, .to = {exact(to)}};
  };
  const Spans apart{.spans = {span("A", "30", "33"), span("B", "40", "44")},
                    .common = span("room", "40", "33")};
  CHECK(shows(drawn_as(apart), "data-name=\"room\" visibility=\"hidden\""));
  const Spans meeting{.spans = {span("A", "30", "33"), span("B", "31", "34")},
                      .common = span("room", "31", "33")};
  CHECK_FALSE(shows(drawn_as(meeting), "data-name=\"room\" visibility=\"hidden\""));
}

TEST_CASE("figures that stand in no table of the report are a table under their chart") {
  const std::string text = figure_markup({.chart = ruler(),
                                          .title = "Title",
                                          .sentence = "Says.",
                                          .table = {.columns = {{"Class"}}, .rows = {{{"a"}}}}},
                                         english, 1, true);
  CHECK(text.starts_with("<figure"));
  CHECK(shows(text, "<summary>The figures of this chart</summary>"));
}

}  // namespace billijk::report
