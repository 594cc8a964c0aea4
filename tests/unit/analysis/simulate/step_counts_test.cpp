#include "analysis/simulate/step_counts.hpp"

#include <catch2/catch.hpp>

namespace billijk::analysis {
namespace {

StepCounts counts_of(std::initializer_list<std::int64_t> figures) {
  StepCounts counts;
  for (const std::int64_t figure : figures) counts.add(figure);
  return counts;
}

TEST_CASE("a quantile is the smallest figure with so many at or below it") {
  const StepCounts counts = counts_of({30, 10, 20, 40});
  CHECK(counts.quantile(5) == 10);
  CHECK(counts.quantile(25) == 10);
  CHECK(counts.quantile(26) == 20);
  CHECK(counts.quantile(50) == 20);
  CHECK(counts.quantile(75) == 30);
  CHECK(counts.quantile(95) == 40);
  CHECK(counts_of({-5, -5, -5, 7}).quantile(75) == -5);
}

TEST_CASE("counts joined in any order are the same counts") {
  const StepCounts some = counts_of({5, 9, -3});
  const StepCounts others = counts_of({100, 5});
  StepCounts joined = some;
  joined.add(others);
  joined.add(StepCounts{});
  StepCounts other_way;
  other_way.add(others);
  other_way.add(some);
  for (const unsigned percent : {5U, 25U, 50U, 75U, 95U})
    CHECK(joined.quantile(percent) == other_way.quantile(percent));
  CHECK(joined.total() == 5);
  CHECK(joined.quantile(50) == 5);
}

TEST_CASE("figures too far apart share counts, the fewest that fit") {
  const std::int64_t far = StepCounts::most_bins * 3;
  StepCounts counts = counts_of({0, 1, far});
  CHECK(counts.bin_width() == 4);
  CHECK(counts.quantile(34) == 0);
  CHECK(counts.quantile(95) == far);
  CHECK(counts_of({0, StepCounts::most_bins - 1}).bin_width() == 1);
  CHECK(counts_of({0, StepCounts::most_bins}).bin_width() == 2);
  StepCounts joined = counts_of({7});
  joined.add(counts);
  CHECK(joined.bin_width() == 4);
  CHECK(joined.total() == 4);
  CHECK(joined.quantile(75) == 4);
}

TEST_CASE("classes are one, two or five times a power of ten wide, and lie on multiples of it") {
  const StepCounts counts = counts_of({-7, 3, 8, 93});
  const StepCounts::Histogram histogram = counts.histogram(6);
  CHECK(histogram.width == 20);
  REQUIRE(histogram.classes.size() == 6);
  CHECK(histogram.classes[0].from == -20);
  CHECK(histogram.classes[0].count == 1);
  CHECK(histogram.classes[1].count == 2);
  CHECK(histogram.classes[2].count == 0);
  CHECK(histogram.classes[5].from == 80);
  CHECK(histogram.classes[5].count == 1);
  CHECK(counts_of({4, 4}).histogram(20).width == 1);
  CHECK(counts.histogram(11).width == 10);
  CHECK(counts.histogram(3).width == 50);
}

}  // namespace
}  // namespace billijk::analysis
