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

}  // namespace billijk::report
