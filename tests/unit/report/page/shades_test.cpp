#include "report/page/shades.hpp"

#include <catch2/catch.hpp>

#include "report/page/drawn.hpp"
#include "report/page/page.hpp"
#include "unit/documents.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using tests::english;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++times;
  return times;
}

Scatter scatter_of(const std::vector<std::pair<std::string, std::string>>& amounts) {
  Scatter scatter{.across = "Cost",
                  .up = "Tariff",
                  .equal = "equal",
                  .above = "more",
                  .below = "less",
                  .dots = {}};
  for (const auto& [cost, tariff] : amounts)
    scatter.dots.push_back({.name = "<b>",
                            .shade = Shade::bad,
                            .across = tests::exact(cost),
                            .up = tests::exact(tariff)});
  return scatter;
}

Document page_of(const std::vector<Chart>& charts) {
  Document document;
  for (const Chart& chart : charts)
    document.add(Figure{.chart = chart, .title = "A chart", .sentence = "It shows."});
  return document;
}

}  // namespace

TEST_CASE("the classes fill the bar, each as wide as its part; nothing has no place") {
  const Drawn drawn =
      drawn_classes({{{.name = "green", .shade = Shade::good, .count = 3, .share = {Exact{75}}},
                      {.name = "amber", .shade = Shade::middle, .count = 0, .share = {Exact{0}}},
                      {.name = "<red>", .shade = Shade::bad, .count = 1, .share = {Exact{25}}}}},
                    english);
  CHECK(has(drawn.content, R"(x="0%" y="22" width="75%" height="40" class="area g-good")"));
  CHECK(has(drawn.content, R"(x="75%" y="22" width="25%" height="40" class="area g-bad")"));
  CHECK_FALSE(has(drawn.content, "g-middle"));
  CHECK(has(drawn.content, "<title>&lt;red&gt;: 1 (25.00\u00a0%)</title>"));
  CHECK(drawn_classes({}, english).content.empty());
}

TEST_CASE("on the line from corner to corner both amounts are equal") {
  const Drawn drawn = drawn_scatter(scatter_of({{"10", "10"}, {"20", "20"}}), english);
  // Both 5 % from the ends: 10 + 0.9 x 100 / 22 %, and 320 / 22 above the bottom at 350.
  CHECK(has(drawn.content, R"(<use href="#s-bad" x="14.09%" y="335"><title>&lt;b&gt;</title>)"));
  CHECK(has(drawn.content, R"(<use href="#s-bad" x="95.91%" y="45">)"));
  CHECK(has(drawn.content, R"(x1="10%" x2="100%" y1="350" y2="30" class="course equal")"));
}

TEST_CASE("what is far from most stands at the edge") {
  const Drawn drawn =
      drawn_scatter(scatter_of({{"40", "39"}, {"40", "41"}, {"40", "4000"}}), english);
  CHECK(has(drawn.content, R"(y="30"><title>)"));
  CHECK_FALSE(has(drawn.content, ">4,000<"));
}

TEST_CASE("a map is a path a shape, in steps from corner to corner") {
  Map map{.width = 20, .height = 10};
  map.shapes = {
      {"<a>", {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {4, 2}, {4, 4}}}, Shade::good},
      {"b", {{{10, 0}, {20, 0}, {20, 10}}}},
      {"nothing to draw", {}}};
  const Drawn drawn = drawn_map(map);
  CHECK(has(
      drawn.content,
      R"(<path class="g-good" d="M0 0l10 0 0 10-10 0zM2 2l2 0 0 2z"><title>&lt;a&gt;</title></path>)"));
  CHECK(has(drawn.content, R"(<path class="g-none" d="M10 0l10 0 0 10z"><title>b</title></path>)"));
  CHECK_FALSE(has(drawn.content, "nothing"));
  CHECK(drawn.attributes == R"( viewBox="-2 -2 24 14")");
}

TEST_CASE("patterns and signs stand once in a page, in front of the first drawing with them") {
  Bars bars{.titles = {}, .bars = {{"one", Exact{1}, {}}}};
  const auto page = [](const std::vector<Chart>& charts) {
    return page_form(page_of(charts), english, {});
  };
  CHECK(count(page({bars}), "<pattern") == 0);
  const std::string two = page({bars, Classes{}, scatter_of({{"1", "1"}})});
  CHECK(count(two, R"(<pattern id="p-bad")") == 1);
  CHECK(two.find("<pattern") < two.find(R"(data-chart="classes")"));
}

TEST_CASE("a table sorts by figures, with the words a script needs; without one it is a table") {
  Table table{.columns = {{"Name"}, {"Class"}, {"Amount", Align::decimal}, {"Share"}},
              .rows = {{{std::string{"a"}, std::string{"red"}, Number{tests::exact("1234.5"), 2},
                         Percent{tests::exact("1/3"), 1}}}}};
  const auto page = [](const Table& one) {
    Document document;
    document.add(one);
    return page_form(document, english, {});
  };
  const std::string plain = page(table);
  CHECK_FALSE(has(plain, "data-v"));
  CHECK_FALSE(has(plain, "<script"));
  CHECK_FALSE(has(plain, "script-src"));
  table.sorts = true;
  const std::string sorted = page(table);
  CHECK(has(sorted, R"(<table class="folds" data-sorts>)"));
  CHECK(has(sorted, R"(<td class="n" data-v="1234.5" data-label="Amount">1,234.50</td>)"));
  CHECK(has(sorted, R"(<td data-v="0.3333" data-label="Share">)"));
  CHECK(count(sorted, "<script>") == 1);
  CHECK(count(sorted, "script-src &#39;sha256-") == 1);
  table.choice = 1;
  CHECK(has(
      page(table),
      R"(data-choice="1" data-find="Find" data-all="all" data-count="{shown} of {all} shown")"));
}

TEST_CASE("a page leads to others, and a link into it to what it heads") {
  Document document;
  document.ways = {{"All & more", "index.html"}};
  document.add(Heading{.text = "<A>", .small = true, .folded = true, .anchor = "c1"});
  const std::string page = page_form(document, english, {});
  CHECK(has(page, "<nav>\n<a href=\"index.html\">All &amp; more</a>\n</nav>"));
  CHECK(has(page, R"(<details class="fold" id="c1"><summary>&lt;A&gt;</summary>)"));
}

}  // namespace billijk::report
