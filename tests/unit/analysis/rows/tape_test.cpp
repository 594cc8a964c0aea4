#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/rows/tape_player.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;
using tests::CaseText;
using tests::compute;

Tape tape_of(const tests::Computed& subject, const std::vector<Key>& keys) {
  const std::vector<core::Slot> inputs{keys.begin(), keys.end()};
  return {subject->resolution.resolved, inputs};
}

// 64800 / (1700 - 20 x 5) = 40.50.
TEST_CASE("what is the same in every row is known before a tape is played") {
  const Tape tape = tape_of(compute(CaseText{}), {});
  CHECK(tape.positive().empty());
  for (const TapeStep& step : tape.steps()) CHECK(step.kind == TapeKind::constant);
  TapePlayer player{tape};
  player.play();
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) {
    REQUIRE(player.is_certain(lane));
    CHECK(player.steps(Total::cost_price, lane) == 4050);
  }
}

TEST_CASE("rows side by side are each computed with their own numbers") {
  const tests::Computed subject = compute(CaseText{});
  TapePlayer player{tape_of(subject, {Key::sickness})};
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) player.input(0)[lane] = 0.05;
  player.input(0)[1] = 0.0598;
  player.play();
  CHECK(player.steps(Total::cost_price, 0) == 4050);
  CHECK(player.steps(Total::cost_price, 1) == 4100);
  CHECK(player.steps(Total::cost_price, 2) == 4050);
}

TEST_CASE("a row without hours left gets no answer, its neighbours do") {
  TapePlayer player{tape_of(compute(CaseText{}), {Key::sickness})};
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) player.input(0)[lane] = 0.05;
  player.input(0)[3] = 0.99;
  player.play();
  CHECK_FALSE(player.is_certain(3));
  CHECK(player.is_certain(2));
  CHECK(player.steps(Total::cost_price, 2) == 4050);
}

/// What a step gives of two numbers, whole steps cut off.
double played(TapeKind kind, double left, double right) {
  switch (kind) {
    case TapeKind::sum:
    case TapeKind::any_sum:
      return left + right;
    case TapeKind::difference:
      return left - right;
    case TapeKind::product:
      return left * right;
    case TapeKind::quotient:
      return left / right;
    case TapeKind::maximum:
      return std::max(left, right);
    case TapeKind::minimum:
      return std::min(left, right);
    default:
      return std::trunc(left);
  }
}

void check_ranges(const Tape& tape, const std::vector<double>& row) {
  std::vector<double> results;
  for (const TapeStep& step : tape.steps()) {
    const std::size_t place = results.size();
    const double result = step.kind == TapeKind::input ? row[place]
                          : step.kind == TapeKind::constant
                              ? step.constant.value()
                              : played(step.kind, results[step.left], results[step.right]);
    results.push_back(result);
    if (result == 0) continue;
    CAPTURE(place, static_cast<int>(step.kind), result, step.low, step.high, step.grain);
    CHECK(std::abs(result) >= std::ldexp(1, step.low));
    CHECK(std::abs(result) < std::ldexp(1, step.high));
    CHECK(std::trunc(std::ldexp(result, -step.grain)) == std::ldexp(result, -step.grain));
    if (step.nonnegative) CHECK(result > 0);
  }
}

TEST_CASE("every result of a tape lies within the range its step states") {
  for (const char* at : {"end", "line"}) {
    const Tape tape = tape_of(
        compute(CaseText{}
                    .with("hours",
                          "contract = 1878\nleave = 237.4\nsickness = 7.5\ntraining = 8\n"
                          "part_time_factor = 60")
                    .with("supplements", "holiday_allowance = 96\nyear_end_bonus = 8.33")
                    .with("employer_charges", "percent = 97")
                    .with("travel", "minutes = 4.1\nexpenses = 0.3")
                    .with("margin", "percent = 99")
                    .with("indexation", "price_level = 2024\npercent = [50, 30]")
                    .with("rounding", std::string{"step = 0.05\nat = \""} + at + '"')
                    .line("key = \"grant\"\nelement = \"f\"\namount = -0.3\nper = \"paid_hour\"")),
        {Key::wage_hourly, Key::sickness, Key::travel_minutes, Key::overhead_percent});
    REQUIRE(tape.is_playable());
    check_ranges(tape, {16.4, 0.075, 4.1, 0.2});
    check_ranges(tape, {1e-12, 1e-14, 1e-12, 1e-14});
    check_ranges(tape, {999'999'999'999, 0.61, 59.9, 0.999});
  }
}

// 33.75 / (1 - 0.9999999) is 337 500 000; the nearest double of that share makes it 0.20 less.
TEST_CASE("a row where a difference leaves few digits gets no answer") {
  const CaseText text = CaseText{}.with("overhead", "percent = 20\nof = \"cost_price\"");
  TapePlayer player{tape_of(compute(text), {Key::overhead_percent})};
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) player.input(0)[lane] = 0.9999999;
  player.play();
  CHECK_FALSE(player.is_certain(0));
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) player.input(0)[lane] = 0.25;
  player.play();
  CHECK(player.is_certain(0));
  CHECK(player.steps(Total::cost_price, 0) == 4500);
}

TEST_CASE("a tape knows which totals rest on an input") {
  const Tape tape = tape_of(compute(CaseText{}), {Key::sickness, Key::margin_percent});
  CHECK(tape.moves(0, Total::wage_floor));
  CHECK(tape.moves(0, Total::cost_price));
  CHECK_FALSE(tape.moves(1, Total::wage_floor));
  CHECK_FALSE(tape.moves(1, Total::cost_price));
  CHECK(tape.moves(1, Total::fair_tariff));
}

TEST_CASE("of a tape that cannot be played nobody knows what rests on an input") {
  const auto loaded =
      tests::load(CaseText{}.with("hours", "contract = 2000\nleave = 1990\nsickness = 5").text());
  const auto resolution = core::resolve(loaded->subject, loaded->presets);
  const std::vector<core::Slot> inputs{Key::overhead_percent, Key::margin_percent};
  const Tape tape{resolution->resolved, inputs};
  CHECK_FALSE(tape.is_playable());
  for (const Total total : core::all_totals) {
    CHECK(tape.moves(0, total));
    CHECK(tape.moves(1, total));
  }
}

}  // namespace
}  // namespace billijk::analysis
