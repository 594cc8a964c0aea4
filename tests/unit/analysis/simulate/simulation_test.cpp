#include <catch2/catch.hpp>
#include <cmath>
#include <list>

#include "analysis/simulate/simulation_figures.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using tests::CaseText;
using tests::decimal;
using tests::exact;

DrawTally draw(const Simulation& simulation, std::uint64_t draws) {
  DrawTally tally;
  Sampler{simulation}.run(0, draws, tally);
  return tally;
}

SimulationFigures simulate(const core::Calculation& calculation, const SimulationRequest& request,
                           std::uint64_t draws) {
  // Figures point to the inputs of their simulation.
  static std::list<Simulation> kept;
  core::Checked<Simulation> simulation = Simulation::of(calculation, request);
  REQUIRE(simulation);
  const Simulation& one = kept.emplace_back(std::move(*simulation));
  const DrawTally tally = draw(one, draws);
  REQUIRE(tally.failed == 0);
  return figures_of(one, tally);
}

double number(const Exact& value) { return value.rational().get_d(); }

/// The cost price of this case is 2.025 x the wage: 32.40, 40.50 and 44.55 at low, value and high.
CaseText with_wage_range(const std::string& more = {}) {
  return CaseText{}.with(
      "wage", "minimum_wage = \"none\"\nhourly = { value = 20, low = 16, high = 22" + more + " }");
}

TEST_CASE("quantiles of a case with one range are those of the triangular distribution") {
  const auto calculation = tests::compute(with_wage_range());
  constexpr double low = 32.40;
  constexpr double mode = 40.50;
  constexpr double high = 44.55;
  constexpr std::uint64_t draws = 200'000;
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const SimulationFigures figures =
        simulate(*calculation, {.seed = seed, .boundary = Total::cost_price, .tariff = {}}, draws);
    const BoundaryFigures& cost = figures.boundaries[index_of(Total::cost_price)];
    for (std::size_t i = 0; i < quantile_percents.size(); ++i) {
      const double p = quantile_percents.at(i) / 100.0;
      const bool rising = p < (mode - low) / (high - low);
      const double wanted = rising ? low + std::sqrt(p * (high - low) * (mode - low))
                                   : high - std::sqrt((1 - p) * (high - low) * (high - mode));
      const double density = rising ? 2 * (wanted - low) / ((high - low) * (mode - low))
                                    : 2 * (high - wanted) / ((high - low) * (high - mode));
      const double standard_error = std::sqrt(p * (1 - p) / draws) / density;
      CHECK(std::abs(number(cost.quantiles.at(i)) - wanted) < 3 * standard_error + 0.005);
    }
    const double mean = (low + mode + high) / 3;
    const double deviation = std::sqrt(
        (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18);
    CHECK(std::abs(number(cost.mean) - mean) < 3 * deviation / std::sqrt(draws));
    CHECK(number(*cost.standard_error) == Approx(deviation / std::sqrt(draws)).epsilon(0.01));
  }
}

TEST_CASE("a uniform distribution spreads evenly") {
  const auto calculation = tests::compute(with_wage_range(", distribution = \"uniform\""));
  const SimulationFigures figures = simulate(*calculation, {}, 100'000);
  const BoundaryFigures& cost = figures.boundaries[index_of(Total::cost_price)];
  // From 32.40 to 44.55; three standard errors of a quantile are at most 3 x 12.15 x 0.5 /
  // sqrt(100000).
  for (std::size_t i = 0; i < quantile_percents.size(); ++i) {
    CHECK(number(cost.quantiles.at(i)) ==
          Approx(32.40 + 12.15 * quantile_percents.at(i) / 100.0).margin(0.06));
  }
}

TEST_CASE("a single range carries all of the variance") {
  const auto calculation = tests::compute(with_wage_range());
  const SimulationFigures figures = simulate(*calculation, {}, 10'000);
  REQUIRE(figures.inputs.size() == 1);
  CHECK(number(*figures.inputs[0].squared_correlation) == Approx(1).margin(1e-5));
  CHECK(*figures.inputs[0].squared_correlation < Exact{1});
  CHECK(figures.inputs[0].direction == 1);
}

TEST_CASE("inputs stand in the order of their share, with the way they move the boundary") {
  const auto calculation = tests::compute(
      with_wage_range()
          .with("hours",
                "contract = { value = 2000, low = 1999, high = 2001 }\nleave = 300\nsickness = 5")
          .with("band", "ceiling = { value = 10, low = 5, high = 15 }"));
  const SimulationFigures figures = simulate(*calculation, {}, 10'000);
  REQUIRE(figures.inputs.size() == 3);
  CHECK(figures.inputs[0].input->key() == "wage.hourly");
  CHECK(figures.inputs[0].direction == 1);
  for (const InputFigures& input : figures.inputs) {
    if (input.input->key() == "hours.contract") CHECK(*input.squared_correlation < exact("0.001"));
    if (input.input->key() == "band.ceiling") CHECK(*input.squared_correlation < exact("0.001"));
  }
}

TEST_CASE("a boundary that does not vary has no correlation") {
  const auto calculation =
      tests::compute(CaseText{}.with("band", "ceiling = { value = 10, low = 5, high = 15 }"));
  const SimulationFigures figures = simulate(*calculation, {}, 100);
  CHECK_FALSE(figures.inputs[0].squared_correlation);
  CHECK(figures.inputs[0].direction == 0);
  CHECK(figures.boundaries[index_of(Total::cost_price)].standard_error == Exact{});
  CHECK(figures.boundaries[index_of(Total::cost_price)].histogram.size() == 1);
}

TEST_CASE("chances count the draws a tariff meets") {
  const auto calculation = tests::compute(with_wage_range());
  // The cost price is at most 40.50 with the chance (20 - 16) / (22 - 16); the ceiling is 1.1 x
  // that.
  const SimulationFigures figures =
      simulate(*calculation,
               {.seed = 1, .boundary = Total::cost_price, .tariff = core::Tariff{decimal("40.50")}},
               100'000);
  REQUIRE(figures.chances.size() == 1);
  const TariffChances& chances = figures.chances.front();
  CHECK(number(chances.covers_cost_price.share) == Approx(2.0 / 3).margin(0.005));
  CHECK(number(chances.covers_cost_price.standard_error) == Approx(0.0015).margin(0.0001));
  CHECK(chances.covers_wage_floor.share == Exact{1});
  CHECK(chances.covers_wage_floor.standard_error.is_zero());
  CHECK(chances.fair.share ==
        chances.covers_cost_price.share + chances.under_ceiling.share - Exact{1});
}

TEST_CASE("a tariff on a boundary covers it and is within it") {
  const auto calculation = tests::compute(
      CaseText{}.with("margin", "percent = { value = 3, low = 1, high = 5 }\nof = \"cost_price\""));
  // The cost price is 40.50 in every draw and the ceiling 44.55.
  const auto chances = [&](std::string_view tariff) {
    return simulate(
               *calculation,
               {.seed = 1, .boundary = Total::cost_price, .tariff = core::Tariff{decimal(tariff)}},
               8)
        .chances.front();
  };
  CHECK(chances("40.50").covers_cost_price.share == Exact{1});
  CHECK(chances("40.499999").covers_cost_price.share.is_zero());
  CHECK(chances("44.55").under_ceiling.share == Exact{1});
  CHECK(chances("44.550001").under_ceiling.share.is_zero());
  CHECK(chances("33.75").covers_wage_floor.share == Exact{1});
  CHECK(chances("33.74").covers_wage_floor.share.is_zero());
}

TEST_CASE("a lump sum over a volume with a range is another tariff per hour in every draw") {
  const auto calculation = tests::compute(
      CaseText{}.with("contract",
                      "unit = \"lump_sum\"\nvolume = { value = 1000, low = 800, high = 1200, "
                      "distribution = \"uniform\" }\nsubcontracting_fee = 10"));
  // 40500 covers a cost price of 40.50 up to 1000 hours: half of the draws; what is left, 36450, up
  // to 900.
  const SimulationFigures figures =
      simulate(*calculation,
               {.seed = 1,
                .boundary = Total::cost_price,
                .tariff = core::Tariff{decimal("40500"), core::TariffUnit::lump_sum}},
               40'000);
  REQUIRE(figures.chances.size() == 2);
  CHECK(number(figures.chances[0].covers_cost_price.share) == Approx(0.5).margin(0.0075));
  CHECK(number(figures.chances[1].covers_cost_price.share) == Approx(0.25).margin(0.0065));
}

TEST_CASE("what was drawn before does not change when another input gets a range") {
  const auto alone = tests::compute(with_wage_range());
  const auto beside = tests::compute(
      with_wage_range().with("band", "ceiling = { value = 10, low = 5, high = 15 }"));
  const auto cost = [](const core::Calculation& calculation) {
    return simulate(calculation, {}, 1000).boundaries[index_of(Total::cost_price)].mean;
  };
  CHECK(cost(*alone) == cost(*beside));
}

TEST_CASE("sums do not depend on how the draws were divided") {
  const auto calculation = tests::compute(with_wage_range());
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, {});
  REQUIRE(simulation);
  const DrawTally whole = draw(*simulation, 1001);
  DrawTally parts;
  DrawTally rest;
  Sampler sampler{*simulation};
  sampler.run(400, 601, rest);
  sampler.run(0, 400, parts);
  parts.add(rest);
  const SimulationFigures one = figures_of(*simulation, whole);
  const SimulationFigures other = figures_of(*simulation, parts);
  CHECK(one.draws == 1001);
  CHECK(other.draws == 1001);
  for (const Total total : core::all_totals) {
    CHECK(one.boundaries[index_of(total)].mean == other.boundaries[index_of(total)].mean);
    CHECK(one.boundaries[index_of(total)].standard_error ==
          other.boundaries[index_of(total)].standard_error);
    CHECK(one.boundaries[index_of(total)].quantiles == other.boundaries[index_of(total)].quantiles);
  }
  CHECK(one.inputs[0].squared_correlation == other.inputs[0].squared_correlation);
}

TEST_CASE("one draw has no standard error") {
  const auto calculation = tests::compute(with_wage_range());
  CHECK_FALSE(simulate(*calculation, {}, 1).boundaries[index_of(Total::cost_price)].standard_error);
}

TEST_CASE("a case without ranges cannot be simulated, and says what to do") {
  const auto calculation = tests::compute(CaseText{});
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, {});
  REQUIRE_FALSE(simulation);
  CHECK(tests::codes(simulation.error()) == "E110");
}

TEST_CASE("a tariff without its divisor cannot be simulated") {
  const auto calculation = tests::compute(with_wage_range());
  const SimulationRequest request{.seed = 1,
                                  .boundary = Total::cost_price,
                                  .tariff = core::Tariff{decimal("340"), core::TariffUnit::month}};
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, request);
  REQUIRE_FALSE(simulation);
  CHECK(tests::codes(simulation.error()) == "E031");
}

TEST_CASE("draws that leave no hours are counted, and the first is named") {
  // Without pay no boundary moves with leave or idle time, so that their ends are never put
  // together.
  const auto calculation =
      tests::compute(CaseText{}
                         .with("wage", "hourly = 0\nminimum_wage = \"none\"")
                         .with("hours",
                               "contract = 2000\nleave = { value = 300, low = 0, high = 1500 "
                               "}\nidle = { value = 0, high = 1500 }\nsickness = 5"));
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, {});
  REQUIRE(simulation);
  const DrawTally tally = draw(*simulation, 1000);
  CHECK(tally.failed > 0);
  CHECK(tally.failed + tally.draws == 1000);
  const core::Diagnostic failure = simulation->failure(tally);
  CHECK(failure.code == core::Code::failed_draws);
  CHECK(tests::argument(failure, "reason") == "@trouble_no_attendance");
  CHECK(tests::argument(failure, "draws") == "1000");
}

TEST_CASE("boundaries of more steps than can be counted are refused") {
  const auto calculation = tests::compute(
      CaseText{}
          .with("wage", "minimum_wage = \"none\"\nhourly = { value = 2000000, low = 1 }")
          .with("rounding", "step = 0.000000000001"));
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, {});
  REQUIRE_FALSE(simulation);
  CHECK(tests::codes(simulation.error()) == "E112");
}

}  // namespace
}  // namespace billijk::analysis
