#include "analysis/rows/batch_summary.hpp"

#include <catch2/catch.hpp>

namespace billijk::analysis {
namespace {

RowFigures row(int distance_cents, core::Zone zone) {
  RowFigures figures;
  figures.zone = zone;
  figures[RowAmount::tariff] = Amount{3000, 2};
  figures[core::Total::cost_price] = Amount{3000 - distance_cents, 2};
  figures[RowAmount::distance] = Amount{distance_cents, 2};
  if (zone != core::Zone::fair) figures.imbalance = Amount{distance_cents, 2};
  return figures;
}

TEST_CASE("quartiles are figures of the rows themselves, by nearest rank") {
  Tally tally;
  CHECK_FALSE(tally.quartile(2));
  for (int i = 1; i <= 8; ++i) tally.add(row(i, core::Zone::fair), {}, "");
  CHECK(tally.quartile(0) == Amount{1, 2});
  CHECK(tally.quartile(1) == Amount{2, 2});
  CHECK(tally.quartile(2) == Amount{4, 2});
  CHECK(tally.quartile(3) == Amount{6, 2});
  CHECK(tally.quartile(4) == Amount{8, 2});
}

TEST_CASE("a distance of half a cent is rounded away from zero") {
  Tally tally;
  RowFigures figures = row(0, core::Zone::fair);
  figures[RowAmount::distance] = Amount{5, 3};
  tally.add(figures, {}, "");
  CHECK(tally.quartile(2) == Amount{1, 2});
}

TEST_CASE("the worst ten are kept, the earlier of equals first, in whatever order they come") {
  Tally one;
  Tally other;
  for (std::uint64_t i = 0; i < 30; ++i) {
    Tally& tally = i % 2 == 0 ? one : other;
    tally.add(row(-static_cast<int>(i / 3) - 1, core::Zone::below_cost_price),
              {.piece = 0, .row = i}, std::to_string(i));
  }
  Tally forwards = one;
  forwards.add(other);
  Tally backwards = other;
  backwards.add(one);
  std::string labels;
  for (const WorstRow& worst : forwards.worst()) labels += worst.label + ' ';
  CHECK(labels == "27 28 29 24 25 26 21 22 23 18 ");
  for (std::size_t i = 0; i < Tally::worst_kept; ++i)
    CHECK(backwards.worst()[i].label == forwards.worst()[i].label);
}

TEST_CASE("sums lose nothing") {
  ExactSum sum;
  sum.add(Amount{1, 24});
  sum.add(Amount{power_of_ten(37), 0});
  sum.add(Amount{power_of_ten(37) * 16, 0});
  sum.add(Amount{power_of_ten(37), 0});
  sum.add(core::Exact{mpq_class{1, 3}});
  ExactSum twice;
  twice.add(sum);
  twice.add(sum);
  const core::Exact wanted = exact_of({1, 24}) + exact_of({power_of_ten(37), 0}) * core::Exact{18} +
                             core::Exact{mpq_class{1, 3}};
  CHECK(twice.value() == wanted + wanted);
}

TEST_CASE("shortfall and excess are counted apart") {
  Tally tally;
  tally.add(row(-150, core::Zone::below_cost_price), {}, "");
  tally.add(row(200, core::Zone::above_ceiling), {}, "");
  tally.add(row(50, core::Zone::fair), {}, "");
  tally.add_failed();
  CHECK(tally.shortfall() == exact_of({150, 2}));
  CHECK(tally.excess() == exact_of({200, 2}));
  CHECK(tally.rows() == 4);
  CHECK(tally.judged() == 3);
}

}  // namespace
}  // namespace billijk::analysis
