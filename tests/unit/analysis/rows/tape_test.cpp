#include <catch2/catch.hpp>

#include "analysis/rows/tape_player.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;
using tests::CaseText;
using tests::compute;

Tape tape_of(const tests::Computed& subject, const std::vector<Key>& keys) {
  std::vector<core::InputId> inputs;
  for (const Key key : keys) inputs.push_back(index_of(key));
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

TEST_CASE("a tape knows which totals rest on an input") {
  const Tape tape = tape_of(compute(CaseText{}), {Key::sickness, Key::margin_percent});
  CHECK(tape.moves(0, Total::wage_floor));
  CHECK(tape.moves(0, Total::cost_price));
  CHECK_FALSE(tape.moves(1, Total::wage_floor));
  CHECK_FALSE(tape.moves(1, Total::cost_price));
  CHECK(tape.moves(1, Total::fair_tariff));
}

}  // namespace
}  // namespace billijk::analysis
