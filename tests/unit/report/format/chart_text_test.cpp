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

}  // namespace billijk::report
