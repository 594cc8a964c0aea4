#include "report/compare/agreement.hpp"

#include <catch2/catch.hpp>

#include "unit/report/compare/compared.hpp"

namespace billijk::report {
namespace {

using tests::Compared;
using tests::english;
using tests::exact;

Figure figure_of(const Compared& compared) {
  return agreement(compared.comparison, names_of_parties(Language::en), english);
}

}  // namespace

TEST_CASE("two positions meet from the second's cost price to the first's ceiling") {
  const Compared compared{{{}, {"overhead.percent=22"}}};
  const Figure figure = figure_of(compared);
  const Spans& spans = std::get<Spans>(figure.chart);
  REQUIRE(spans.spans.size() == 2);
  CHECK(spans.spans[0].name == "The municipality");
  REQUIRE(spans.common);
  CHECK(spans.common->to.value == spans.spans[0].to.value);
  CHECK(spans.common->from.value == spans.spans[1].from.value);
  CHECK(figure.sentence.find("Room to agree: ") != std::string::npos);
  CHECK(figure.seen_only);
}

TEST_CASE("positions too far apart are said to have no room yet") {
  const Compared compared{{{}, {"overhead.percent=60"}}};
  CHECK(figure_of(compared).sentence.find("No room to agree yet") != std::string::npos);
}

TEST_CASE("a tariff on the table stands among what each could be paid") {
  const Compared compared{{{"contract.tariff=42"}, {}}};
  const Spans spans = std::get<Spans>(figure_of(compared).chart);
  REQUIRE(spans.spans[0].mark);
  CHECK(spans.spans[0].mark->amount.value == exact("42"));
  CHECK_FALSE(spans.spans[1].mark);
}

TEST_CASE("of three cases each has its range, and nothing is said of room") {
  const Compared compared{3};
  const Figure figure =
      agreement(compared.comparison, names_of_cases(compared.comparison, Language::en), english);
  CHECK(std::get<Spans>(figure.chart).spans.size() == 3);
  CHECK_FALSE(std::get<Spans>(figure.chart).common);
  CHECK(std::get<Spans>(figure.chart).spans[2].name == "Case C");
}

}  // namespace billijk::report
