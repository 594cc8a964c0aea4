#include "core/number/rounding.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <vector>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::decimal;
using tests::exact;

constexpr std::array modes{RoundingMode::half_up, RoundingMode::half_even, RoundingMode::up,
                           RoundingMode::down};

/// A value, a step, and the multiple of the step in the order of `modes`.
struct Row {
  const char* value;
  const char* step;
  std::array<const char*, 4> rounded;
};

// Derived by hand from the definition of each mode, ties and their neighbours.
const std::vector<Row> table{
    {"0.005", "0.01", {"0.01", "0", "0.01", "0"}},
    {"0.015", "0.01", {"0.02", "0.02", "0.02", "0.01"}},
    {"0.025", "0.01", {"0.03", "0.02", "0.03", "0.02"}},
    {"0.035", "0.01", {"0.04", "0.04", "0.04", "0.03"}},
    {"-0.005", "0.01", {"-0.01", "0", "-0.01", "0"}},
    {"-0.015", "0.01", {"-0.02", "-0.02", "-0.02", "-0.01"}},
    {"-0.025", "0.01", {"-0.03", "-0.02", "-0.03", "-0.02"}},
    {"-0.035", "0.01", {"-0.04", "-0.04", "-0.04", "-0.03"}},
    {"1.005", "0.01", {"1.01", "1", "1.01", "1"}},
    {"2.675", "0.01", {"2.68", "2.68", "2.68", "2.67"}},
    {"45.675", "0.01", {"45.68", "45.68", "45.68", "45.67"}},
    {"908.425", "0.01", {"908.43", "908.42", "908.43", "908.42"}},
    {"0.405", "0.01", {"0.41", "0.4", "0.41", "0.4"}},
    {"0.004999999999", "0.01", {"0", "0", "0.01", "0"}},
    {"0.005000000001", "0.01", {"0.01", "0.01", "0.01", "0"}},
    {"-0.004999999999", "0.01", {"0", "0", "-0.01", "0"}},
    {"-0.005000000001", "0.01", {"-0.01", "-0.01", "-0.01", "0"}},
    {"0.01", "0.01", {"0.01", "0.01", "0.01", "0.01"}},
    {"-0.01", "0.01", {"-0.01", "-0.01", "-0.01", "-0.01"}},
    {"0", "0.01", {"0", "0", "0", "0"}},
    {"0.010000000001", "0.01", {"0.01", "0.01", "0.02", "0.01"}},
    {"0.019999999999", "0.01", {"0.02", "0.02", "0.02", "0.01"}},
    {"0.5", "1", {"1", "0", "1", "0"}},
    {"1.5", "1", {"2", "2", "2", "1"}},
    {"2.5", "1", {"3", "2", "3", "2"}},
    {"-2.5", "1", {"-3", "-2", "-3", "-2"}},
    {"-1.5", "1", {"-2", "-2", "-2", "-1"}},
    {"0.025", "0.05", {"0.05", "0", "0.05", "0"}},
    {"0.075", "0.05", {"0.1", "0.1", "0.1", "0.05"}},
    {"0.125", "0.05", {"0.15", "0.1", "0.15", "0.1"}},
    {"-0.125", "0.05", {"-0.15", "-0.1", "-0.15", "-0.1"}},
    {"0.0005", "0.001", {"0.001", "0", "0.001", "0"}},
    {"-0.0015", "0.001", {"-0.002", "-0.002", "-0.002", "-0.001"}},
    {"37.5", "25", {"50", "50", "50", "25"}},
    {"12.5", "25", {"25", "0", "25", "0"}},
    {"1/3", "0.01", {"0.33", "0.33", "0.34", "0.33"}},
    {"-1/3", "0.01", {"-0.33", "-0.33", "-0.34", "-0.33"}},
    {"2/3", "0.01", {"0.67", "0.67", "0.67", "0.66"}},
};

TEST_CASE("an exact number goes to the multiple of the step its mode picks") {
  for (const Row& row : table) {
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const Rounding rounding{.step = decimal(row.step), .mode = modes.at(i)};
      CAPTURE(row.value, row.step, i);
      CHECK(round(exact(row.value), rounding) == exact(row.rounded.at(i)));
      CHECK(Exact{mpq_class{round_to_steps(exact(row.value), rounding)}} * exact(row.step) ==
            exact(row.rounded.at(i)));
    }
  }
}

TEST_CASE("a filtered number that answers gives the steps of the exact one") {
  for (const Row& row : table) {
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const Rounding rounding{.step = decimal(row.step), .mode = modes.at(i)};
      CAPTURE(row.value, row.step, i);
      const Filtered filtered{exact(row.value)};
      const std::optional<std::int64_t> steps = round_to_steps(filtered, rounding);
      if (steps)
        CHECK(Exact{static_cast<int>(*steps)} * exact(row.step) == exact(row.rounded.at(i)));
      CHECK(tests::holds(round(filtered, rounding), exact(row.rounded.at(i))));
    }
  }
}

TEST_CASE("a filtered number does not answer on the point where its mode turns") {
  const auto answers = [](const char* value, RoundingMode mode) {
    return round_to_steps(Filtered{decimal(value)}, {.step = decimal("0.01"), .mode = mode});
  };
  CHECK_FALSE(answers("0.005", RoundingMode::half_up));
  CHECK_FALSE(answers("-0.015", RoundingMode::half_even));
  CHECK_FALSE(answers("0.03", RoundingMode::up));
  CHECK_FALSE(answers("-0.03", RoundingMode::down));
  CHECK(answers("0.03", RoundingMode::half_up) == 3);
  CHECK(answers("0.005", RoundingMode::up) == 1);
  CHECK(answers("-0.005", RoundingMode::up) == -1);
  CHECK(answers("-0.015", RoundingMode::down) == -1);
  CHECK(answers("-0.026", RoundingMode::half_even) == -3);
}

TEST_CASE("a filtered number answers near a tie and not within its error of one") {
  const Rounding cents{};
  CHECK(round_to_steps(Filtered(0.0050001, 1e-8), cents) == 1);
  CHECK(round_to_steps(Filtered(0.0049999, 1e-8), cents) == 0);
  CHECK_FALSE(round_to_steps(Filtered(0.0050001, 1e-6), cents));
  CHECK_FALSE(round_to_steps(Filtered(0.0049999, 1e-6), cents));
}

// Behind 1/2 doubles lie 2^-53 apart, behind 1 twice as far: with a half added, 1/2 + 3 x 2^-53
// becomes 1 + 4 x 2^-53.
TEST_CASE("what adding a half may lose counts as error") {
  const double value = 0.5 + 3 * 0x1p-53;
  const double error = 3.5 * 0x1p-53;  // 1/2 - 2^-54, which goes to 0, lies within it
  CHECK_FALSE(whole_steps(Filtered(value, error), RoundingMode::half_up));
  CHECK_FALSE(whole_steps(Filtered(value, error), RoundingMode::half_even));
  CHECK(whole_steps(Filtered(value, error), RoundingMode::up) == 1);
  CHECK(whole_steps(Filtered(0.5 + 6 * 0x1p-53, error), RoundingMode::half_up) == 1);
}

TEST_CASE("exactly zero filtered is certainly zero in every mode") {
  for (const RoundingMode mode : modes) {
    CHECK(round_to_steps(Filtered{0}, {.mode = mode}) == 0);
    CHECK(round(Filtered{0}, {.mode = mode}).is_zero());
  }
}

TEST_CASE("a filtered number too large to tell its halves apart does not answer") {
  CHECK_FALSE(round_to_steps(Filtered{1e15, 0}, {.step = decimal("0.01")}));
  CHECK_FALSE(round_to_steps(Filtered::unknown(), {}));
  CHECK(round(Filtered{1e15, 0}, {}).error() == std::numeric_limits<double>::infinity());
  CHECK(round_to_steps(Filtered{1e12, 0}, {.step = decimal("1000")}) == 1'000'000'000);
}

TEST_CASE("the floor of a number lies below it, also when it is negative") {
  CHECK(floor_of(exact("2.5")) == 2);
  CHECK(floor_of(exact("-2.5")) == -3);
  CHECK(floor_of(exact("-3")) == -3);
  CHECK(floor_of(exact("0")) == 0);
}

TEST_CASE("half up to so many decimals rounds away from zero at ties") {
  CHECK(round_half_up(exact("0.125"), 2) == exact("0.13"));
  CHECK(round_half_up(exact("-0.125"), 2) == exact("-0.13"));
  CHECK(round_half_up(exact("12.5"), 0) == exact("13"));
  CHECK(round_half_up(exact("1/3"), 12) == exact("0.333333333333"));
}

TEST_CASE("a square root is rounded half up from all of its digits") {
  CHECK(root_half_up(exact("2"), 12) == exact("1.414213562373"));
  CHECK(root_half_up(exact("0"), 12).is_zero());
  CHECK(root_half_up(exact("0.25"), 0) == exact("1"));
  CHECK(root_half_up(exact("0.2499999999"), 0).is_zero());
  CHECK(root_half_up(exact("1/9"), 4) == exact("0.3333"));
  CHECK(root_half_up(exact("100000000"), 2) == exact("10000"));
}

}  // namespace
}  // namespace billijk::core
