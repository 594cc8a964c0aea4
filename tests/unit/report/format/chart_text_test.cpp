#include "report/format/chart_text.hpp"

#include <catch2/catch.hpp>

#include "report/format/text.hpp"
#include "unit/documents.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using tests::english;
using tests::exact;
using Lines = std::vector<std::string>;

Histogram::Class draws(const char* from, const char* to, std::uint64_t count) {
  return {.from = {exact(from)},
          .to = {exact(to)},
          .count = count,
          .share = {core::counted(count)},
          .marks = {}};
}

/// A year that costs 40, by what its floor, ceiling, tariff and the ends of that lie from there.
Course::Year year_around_cost(const char* name, const std::array<const char*, 5>& by) {
  const auto at = [&](std::size_t i) { return exact("40") + exact(by.at(i)); };
  return {.name = name,
          .floor = at(0),
          .cost = exact("40"),
          .ceiling = at(1),
          .tariff = at(2),
          .least = exact(by[3]),
          .most = exact(by[4])};
}
Course course_of(std::vector<Course::Year> years) {
  return {.floor = "Floor", .cost = "Cost", .ceiling = "Ceiling", .years = std::move(years)};
}

Bars::One bar_named(std::string name, const char* length) {
  return {.name = std::move(name),
          .length = exact(length),
          .figures = {Money{exact(length), 0}, Number{exact("1.5"), 1}}};
}
Bars bars_of(std::vector<Bars::One> bars) {
  return {.titles = {"per year", "hour"}, .bars = std::move(bars)};
}

}  // namespace

TEST_CASE("a bar is as long as its part of the longest, and what there is has one") {
  CHECK(drawn(Bar{exact("1")}) == "████████████");
  CHECK(drawn(Bar{exact("0.29")}) == "███▌");
  CHECK(drawn(Bar{exact("0.0001")}) == "▏");
}

TEST_CASE("a histogram has a bar a class, its share, and what else lies in it") {
  Histogram histogram{{draws("9", "9.99", 1), draws("10", "10", 32)}};
  histogram.classes[1].marks = {"case", "tariff"};
  CHECK(drawn(histogram, english) ==
        Lines{"9.00 – 9.99  █ 1.00 %",
              "      10.00  ████████████████████████████████ 32.00 %  ◄ case  ◄ tariff"});
}

TEST_CASE("bars leave room for what stands behind them") {
  Histogram histogram{{draws("9", "9.99", 1), draws("10", "10", 32)}};
  histogram.classes[1].marks = {std::string(30, 'a'), std::string(10, 'b')};
  for (const std::string& line : drawn(histogram, english)) CHECK(width_of(line) <= 78);
}

TEST_CASE("a tornado reaches from the case to either end, the shorter before the longer") {
  const Tornado tornado{.base = {exact("10")},
                        .inputs = {{"wage", exact("0"), exact("20")}, {"idle", {}, exact("10")}}};
  const Lines lines = drawn(tornado, english);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].ends_with("€ 10.00"));
  CHECK(lines[1].starts_with("wage  ░░"));
  CHECK(lines[1].ends_with("██"));
  CHECK(lines[2].ends_with("│"));
}

TEST_CASE("years are drawn below each other, each from its own cost price on one scale") {
  // From -2 to 5.10 in 72 columns behind the name: ten to one.
  CHECK(drawn(course_of({year_around_cost("2026", {"-2", "5.1", "1", "0.5", "1.5"}),
                         year_around_cost("2027", {"-1", "4", "-0.5", "-1.2", "-0.5"})}),
              english) ==
        Lines{"    Floor               Cost                                           Ceiling",
              "2026  ┊                   │    ░░░░░●░░░░░                                   ┊",
              "2027          ░░┊░░░░●    │                                       ┊"});
}

TEST_CASE("a tariff covers the sign of what it equals, and nothing spreads where growth is sure") {
  const Lines lines =
      drawn(course_of({year_around_cost("2026", {"-2", "5.1", "0", "0", "0"}),
                       year_around_cost("2027", {"-2", "5.1", "5.1", "5.1", "5.1"})}),
            english);
  CHECK(lines[1] ==
        "2026  ┊                   ●                                                  ┊");
  CHECK(lines[2] ==
        "2027  ┊                   │                                                  ●");
}

TEST_CASE("a tariff outside all boundaries widens the scale of all years") {
  // From -5.1 to 2, so that the cost price stands in column 51 behind the name.
  const Lines lines =
      drawn(course_of({year_around_cost("2026", {"-1", "2", "-5.1", "-5.1", "-5.1"}),
                       year_around_cost("2027", {"-1", "1.9", "1", "1", "1"})}),
            english);
  CHECK(lines[1] ==
        "2026  ●                                        ┊         │                   ┊");
  CHECK(lines[2] ==
        "2027                                           ┊         │         ●        ┊");
  for (const std::string& line : lines) CHECK(width_of(line) <= 78);
}

TEST_CASE("where all boundaries are one there is a column for it, in the middle") {
  CHECK(drawn(course_of({year_around_cost("2026", {"0", "0", "0", "0", "0"})}), english)[1] ==
        "2026                                     ●");
}

TEST_CASE("amounts stand side by side, twice as long for twice as much") {
  CHECK(
      drawn(bars_of({bar_named("one", "1000"), bar_named("sixty", "2000"), bar_named("two", "25")}),
            english) == Lines{"                                                 per year  hour",
                              "  one  ████████████████████                       € 1,000   1.5",
                              "sixty  ████████████████████████████████████████   € 2,000   1.5",
                              "  two  ▌                                             € 25   1.5"});
}

TEST_CASE("one amount is as long as there is room for, and no amount has no bar") {
  const Lines one = drawn(bars_of({bar_named("one", "3")}), english);
  REQUIRE(one.size() == 2);
  CHECK(one[1] == "one  ████████████████████████████████████████       € 3   1.5");
  const Lines none = drawn(bars_of({bar_named("a", "0"), bar_named("b", "0")}), english);
  REQUIRE(none.size() == 3);
  CHECK(none[1] == "a  " + spaces(40) + "       € 0   1.5");
  CHECK(none[2] == "b  " + spaces(40) + "       € 0   1.5");
  const Lines beside = drawn(bars_of({bar_named("a", "0"), bar_named("b", "5")}), english);
  CHECK(beside[1] == none[1]);
}

TEST_CASE("long names take room from the bars, of which eight signs are left") {
  const auto widths = [](std::size_t name) {
    return width_of(drawn(bars_of({bar_named(std::string(name, 'a'), "7")}), english).back());
  };
  CHECK(widths(30) == 78);
  CHECK(widths(52) == 78);
  CHECK(widths(60) == 60 + 2 + 8 + 10 + 6);
  const Lines drawing = drawn(bars_of({bar_named(std::string(60, 'a'), "7")}), english);
  CHECK(drawing.back() == std::string(60, 'a') + "  ████████       € 7   1.5");
  for (const std::string& line : drawing) CHECK(width_of(line) == 86);
}

TEST_CASE("bars without figures are names and bars alone") {
  const Bars plain{.titles = {},
                   .bars = {{.name = "één", .length = exact("1"), .figures = {}},
                            {.name = "twee", .length = exact("1/3"), .figures = {}}}};
  const Lines lines = drawn(plain, english);
  CHECK(lines[1] == " één  ████████████████████████████████████████");
  CHECK(lines[2].starts_with("twee  █████████████▍"));  // 13.3 signs
}

}  // namespace billijk::report
