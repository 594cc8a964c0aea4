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

TEST_CASE("bars reach from the case to either end of each figure") {
  const std::string text = drawn_as(Tornado{
      .base = {exact("40")},
      .inputs = {{"Overhead", exact("38"), exact("42")}, {"Leave", std::nullopt, exact("41")}}});
  CHECK(shows(text, ">38.00 – 42.00</text>"));
  CHECK(shows(text, "<rect x=\"0%\" y=\"18\" width=\"50%\" height=\"12\" class=\"bar low\""));
  CHECK(shows(text, "<rect x=\"50%\" y=\"54\" width=\"25%\" height=\"12\" class=\"bar\""));
  CHECK(shows(text, "at its low</li>"));
}

TEST_CASE("classes of draws are bars as long as their shares, what lies in them in words") {
  const auto one = [](const char* from, const char* to, const char* share,
                      std::vector<std::string> marks) {
    return Histogram::Class{.from = {exact(from)},
                            .to = {exact(to)},
                            .count = 1,
                            .share = {exact(share)},
                            .marks = std::move(marks)};
  };
  const std::string text =
      drawn_as(Histogram{{one("40", "40.49", "25", {}), one("40.50", "40.50", "50", {"tariff"})}});
  CHECK(shows(text, "40.00 – 40.49</text>"));
  CHECK(shows(text, "40.50  ◄ tariff</text>"));
  CHECK(shows(text, "width=\"50%\" height=\"12\" class=\"bar\""));
  CHECK(shows(text, "width=\"100%\" height=\"12\" class=\"bar total\""));
}

TEST_CASE("amounts side by side begin at zero, and what is below it has no bar") {
  const std::string text = drawn_as(
      Bars{.titles = {"a year"},
           .bars = {{.name = "1 provider", .length = exact("10"), .figures = {Money{exact("10")}}},
                    {.name = "2 providers",
                     .length = exact("-5"),
                     .figures = {Money{exact("-5")}, Money{exact("1")}}}}});
  CHECK(shows(text, "width=\"100%\" height=\"12\" class=\"bar\""));
  CHECK(shows(text, "-\u2060€\u00A05.00 · €\u00A01.00</text>"));
}

TEST_CASE("years stand side by side, with their lines and the band of growth") {
  const auto year = [](const char* name, const char* cost, const char* tariff) {
    return Course::Year{.name = name,
                        .floor = exact("30"),
                        .cost = exact(cost),
                        .ceiling = exact("50"),
                        .tariff = exact(tariff),
                        .least = exact("-1"),
                        .most = exact("1")};
  };
  const std::string text =
      drawn_as(Course{.floor = "floor",
                      .cost = "cost",
                      .ceiling = "ceiling",
                      .years = {year("2026", "40", "41"), year("2027", "42", "41")}});
  CHECK(shows(text, "<polygon class=\"band\" points=\"25,"));
  CHECK(shows(text, "<polyline class=\"course tariff\" points=\"25,"));
  CHECK(shows(text, ">2026</text>"));
  CHECK(shows(text, "cx=\"75%\""));
  CHECK(shows(text, "where the tariff can lie"));
}

}  // namespace billijk::report
