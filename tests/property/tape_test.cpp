#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "analysis/rows/tape_player.hpp"
#include "core/calculation.hpp"
#include "property/random_case.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;
using tests::below;
using tests::chance;
using tests::RandomCase;
using tests::Taste;

struct Count {
  int rows = 0;
  int certain = 0;
};

/// A case, and what each row of a pack changes about it.
struct Rows {
  core::Resolved resolved;
  std::vector<core::Slot> inputs;
  std::array<core::Numbers<Exact>, TapePlayer::lanes> numbers;
};

/// A number as a cell would give it: near the case's own, anywhere within the limits, or zero.
core::Decimal any_value(Key key, const core::Decimal& own, bool ties) {
  const core::KeyFacts& facts = facts_of(key);
  core::Decimal value = core::Decimal::of(own.coefficient() * 1000 + below(2001) - 1000,
                                          std::min(own.scale() + 3, 12));
  if (chance(6)) value = tests::between(0, 100'000, ties ? 1 : 4);
  if (chance(12)) value = core::Decimal{};
  return core::allows(facts, value) ? value : own;
}

Rows draw_rows(const Taste& taste) {
  RandomCase random = tests::draw_case(taste);
  core::Checked<core::Resolution> resolution = core::resolve(random.subject, random.presets);
  RC_ASSERT(resolution);
  Rows rows{.resolved = std::move(resolution->resolved), .inputs = {}, .numbers = {}};
  rows.numbers.fill(core::numbers_of<Exact>(rows.resolved.figures));
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const Key key = core::key_at(i);
    if (!random.subject.number(key) || key == Key::rounding_step || chance(2)) continue;
    rows.inputs.emplace_back(key);
    for (core::Numbers<Exact>& numbers : rows.numbers) {
      numbers[key] = Exact{any_value(key, random.subject.value(key), taste.ties),
                           core::shift_of(facts_of(key).unit)};
    }
  }
  return rows;
}

void compare(const Rows& rows, Count& count) {
  TapePlayer player{Tape{rows.resolved, rows.inputs}};
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) {
    for (std::size_t i = 0; i < rows.inputs.size(); ++i) {
      player.input(i)[lane] = core::Filtered{number_at(rows.numbers[lane], rows.inputs[i])}.value();
    }
  }
  player.play();
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) {
    core::Recorder<Exact> record;
    core::Sheet<Exact> sheet;
    const core::Trouble trouble =
        core::evaluate(rows.numbers[lane], rows.resolved.ways, record, sheet);
    if (trouble != core::Trouble::none) {
      RC_ASSERT(!player.is_certain(lane));
      continue;
    }
    ++count.rows;
    if (!player.is_certain(lane)) continue;
    ++count.certain;
    for (const Total total : core::all_totals) {
      const mpz_class wanted =
          core::round_to_steps(sheet.totals[index_of(total)].number(), rows.resolved.ways.rounding);
      RC_ASSERT(wanted == mpz_class{static_cast<long>(player.steps(total, lane))});
    }
  }
}

Count check(const Taste& taste) {
  Count count;
  REQUIRE(rc::check("sixteen rows of a case", [&] { compare(draw_rows(taste), count); }));
  REQUIRE(count.rows > 50);
  return count;
}

TEST_CASE("a tape played gives the exact totals of each row, or none", "[property]") {
  const Count count = check({});
  CHECK(count.certain * 10 > count.rows * 9);
}

TEST_CASE("a tape of ties gives the exact totals of each row, or none", "[property]") {
  const Count count = check({.ties = true});
  CHECK(count.certain * 4 > count.rows);
}

TEST_CASE("a tape of rounded lines gives the exact totals of each row, or none", "[property]") {
  const Count count = check({.at = core::RoundingAt::line});
  CHECK(count.certain * 3 > count.rows);
  const Count ties = check({.ties = true, .at = core::RoundingAt::line});
  CHECK(ties.certain * 10 > ties.rows);
}

}  // namespace
}  // namespace billijk::analysis
