#include "analysis/lever/solve.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "property/random_case.hpp"

namespace billijk::analysis {
namespace {

using core::Case;
using core::Decimal;
using core::Exact;
using core::Key;
using core::Total;
using tests::RandomCase;
using tests::Taste;

/// How often each answer was given.
struct Count {
  int value = 0;
  int every = 0;
  int none = 0;
  int no_effect = 0;
};

Decimal decimal_of(const Exact& value) { return *core::parse_decimal(core::shortest(value)).value; }

void erase(Case& subject, std::initializer_list<Key> keys) {
  for (const Key key : keys) subject.numbers[index_of(key)].reset();
}

/// The case with a figure set as `--set` sets it: of two ways that exclude each other it is the
/// nearer.
Case with(Case subject, const Lever& lever, const Decimal& value) {
  if (lever.slot.is_line()) {
    subject.lines[lever.slot.place()].figure.value = value;
    return subject;
  }
  if (lever.slot.kind() == core::Slot::Kind::own_wage) {
    subject.mix[lever.slot.place()].wage->value = value;
    return subject;
  }
  if (lever.name == "clients") {
    const Exact volume = Exact{value} * Exact{subject.value(Key::norm_hours)};
    subject.numbers[index_of(Key::volume)] = core::Input{.value = decimal_of(volume)};
    return subject;
  }
  subject.numbers[lever.slot.place()] = core::Input{.value = value};
  if (lever.is(Key::wage_hourly)) {
    subject.scale.clear();
    subject.mix.clear();
  } else if (lever.is(Key::travel_minutes)) {
    erase(subject, {Key::minutes_between, Key::visit_minutes});
  } else if (lever.is(Key::charges_percent)) {
    subject.social_preset.clear();
    subject.pension_preset.clear();
    erase(subject, {Key::permanent, Key::whk, Key::employer_share});
  } else if (lever.is(Key::overhead_amount)) {
    subject.choices.state<core::OverheadBase>({});
    erase(subject, {Key::overhead_percent});
  } else if (lever.is(Key::margin_amount)) {
    subject.choices.state<core::MarginBase>({});
    erase(subject, {Key::margin_percent});
  }
  return subject;
}

/// One case, one tariff, one goal: what `calc` and `check` say of a value.
class Judge {
 public:
  Judge(RandomCase random, Total goal) : random_{std::move(random)}, goal_{goal} {}

  /// The rounded boundary of the changed case; nothing where it cannot be computed.
  std::optional<Exact> boundary(const Lever& lever, const Decimal& value) const {
    if (lever.name == "productivity") return at_productivity(Exact{value} / Exact{100});
    const auto changed = core::calculate(with(random_.subject, lever, value), random_.presets);
    if (!changed) return std::nullopt;
    return (*changed)[goal_]->rounded;
  }
  bool meets(const Lever& lever, const Decimal& value) const {
    const std::optional<Exact> found = boundary(lever, value);
    if (!found) return false;
    const bool by_key =
        lever.slot.kind() == core::Slot::Kind::number && lever.name != "productivity";
    const Case changed = by_key ? with(random_.subject, lever, value) : random_.subject;
    if (core::divisor_lacking(changed, tariff().unit)) return false;
    return *found <= core::per_hour(Exact{tariff().value}, tariff().unit,
                                    Exact{changed.value(Key::norm_hours)},
                                    Exact{changed.value(Key::volume)});
  }
  core::Tariff tariff() const {
    return {random_.subject.value(Key::tariff), random_.subject.choices.chosen<core::TariffUnit>()};
  }

 private:
  /// Idle hours, below zero if need be, until billable / contract is what is asked.
  std::optional<Exact> at_productivity(const Exact& share) const {
    const auto resolution = core::resolve(random_.subject, random_.presets);
    core::Numbers<Exact> numbers = core::numbers_of<Exact>(resolution->resolved.figures);
    const core::Ways& ways = resolution->resolved.ways;
    core::Recorder<Exact> record;
    core::Sheet<Exact> sheet;
    RC_ASSERT(core::evaluate(numbers, ways, record, sheet) == core::Trouble::none);
    const core::YearHours<Exact>& year = sheet.first.hours;
    const Exact too_many = year.billable.number() - share * year.contract.number();
    numbers[Key::idle] = numbers[Key::idle] + too_many * (Exact{1} + year.travel_share.number());
    core::Sheet<Exact> moved;
    if (core::evaluate(numbers, ways, record, moved) != core::Trouble::none) return std::nullopt;
    RC_ASSERT(moved.first.hours.billable.number() / year.contract.number() == share);
    return core::round(moved.totals[index_of(goal_)].number(), ways.rounding);
  }

  RandomCase random_;
  Total goal_;
};

/// A place on the grid between two values.
Decimal between_on_grid(const Exact& a, const Exact& b, const Decimal& grid) {
  const Exact share{mpq_class{tests::below(1001), 1000}};
  const Exact value = core::min(a, b) + (core::max(a, b) - core::min(a, b)) * share;
  const mpz_class place = core::floor_of(value / Exact{grid});
  return decimal_of(Exact{mpq_class{place}} * Exact{grid});
}

void assert_last(const Judge& judge, const Lever& lever, const Solution& solution) {
  RC_ASSERT(judge.meets(lever, *solution.value));
  RC_ASSERT(judge.boundary(lever, *solution.value) == solution.boundary);
  const Exact step = solution.is_highest ? Exact{solution.grid} : -Exact{solution.grid};
  const Exact beyond = Exact{*solution.value} + step;
  RC_ASSERT(solution.beyond.has_value() == lever.allows(beyond));
  if (!solution.beyond) return;
  RC_ASSERT(Exact{*solution.beyond} == beyond);
  RC_ASSERT(!judge.meets(lever, *solution.beyond));
  RC_ASSERT(judge.boundary(lever, *solution.beyond) == solution.next_boundary);
  if (!solution.own || !solution.holds_at_own) return;
  // From the case's own value to the answer all hold: it is the first end that is met.
  const Decimal way = between_on_grid(*solution.own, Exact{*solution.value}, solution.grid);
  const bool outside =
      solution.is_highest ? Exact{way} < *solution.own : Exact{way} < Exact{*solution.value};
  if (!outside && lever.allows(Exact{way})) RC_ASSERT(judge.meets(lever, way));
}

void assert_all(const Judge& judge, const Lever& lever, const Solution& solution, bool hold) {
  // Far away figures soon have more digits than a case may state.
  const Exact most = core::min(lever.highest, Exact{100'000});
  const Exact least = core::max(lever.lowest, Exact{-100'000});
  for (int i = 0; i < 3; ++i) {
    const Decimal value = between_on_grid(least, most, solution.grid);
    if (lever.allows(Exact{value})) RC_ASSERT(judge.meets(lever, value) == hold);
  }
}

void assert_solution(const Judge& judge, const Lever& lever, const Solution& solution,
                     Count& count) {
  switch (solution.found) {
    case Found::value:
      ++count.value;
      return assert_last(judge, lever, solution);
    case Found::every:
      ++count.every;
      RC_ASSERT(judge.meets(lever, *solution.value));
      return assert_all(judge, lever, solution, true);
    case Found::none:
      ++count.none;
      return assert_all(judge, lever, solution, false);
    case Found::no_effect:
      ++count.no_effect;
      return assert_all(judge, lever, solution, solution.holds_at_own);
  }
}

/// A tariff near the boundary, per hour or in another unit, and a goal.
void compare(RandomCase random, Count& count) {
  const auto set = [&](Key key, const Decimal& value) {
    random.subject.numbers[index_of(key)] = core::Input{.value = value};
  };
  if (tests::chance(2)) set(Key::norm_hours, tests::between(500, 20'000, 2));
  random.subject.choices.state(std::optional{core::TariffUnit::hour});
  const auto calculation = core::calculate(random.subject, random.presets);
  if (!calculation) return;
  const Total goal = core::all_totals[static_cast<std::size_t>(tests::below(4))];
  const Exact near =
      (*calculation)[goal]->rounded * Exact{mpq_class{800 + tests::below(401), 1000}};
  const bool lump_sum = tests::chance(6) && !random.subject.value(Key::volume).is_zero();
  if (lump_sum) random.subject.choices.state(std::optional{core::TariffUnit::lump_sum});
  const Exact asked = lump_sum ? near * Exact{random.subject.value(Key::volume)} : near;
  set(Key::tariff, decimal_of(core::round_half_up(core::max(asked, Exact{}), tests::below(4))));
  const Judge judge{random, goal};
  const std::vector<std::string> names = lever_names(random.subject);
  // Rounding line by line leaves more in doubt, and each doubt is computed.
  const int levers = random.subject.rounding().at == core::RoundingAt::line ? 2 : 5;
  for (int i = 0; i < levers; ++i) {
    const std::string& name =
        names[static_cast<std::size_t>(tests::below(static_cast<int>(names.size())))];
    const core::Checked<LeveredCase> subject = lever_of(*calculation, name);
    if (!subject) continue;
    const Solution solution = solve(*subject, {.goal = goal, .tariff = judge.tariff(), .grid = {}});
    RC_LOG(name);
    assert_solution(judge, subject->lever, solution, count);
  }
}

Count check(const Taste& taste) {
  Count count;
  REQUIRE(rc::check("the value meets the goal and one step further does not",
                    [&] { compare(tests::draw_case(taste), count); }));
  CHECK(count.value > 50);
  CHECK(count.no_effect > 0);
  CHECK(count.every + count.none > 10);
  return count;
}

TEST_CASE("a solved value meets the goal, one step of the grid further does not", "[property]") {
  check({});
}

TEST_CASE("a solved value is the last one where figures fall on ties", "[property]") {
  check({.ties = true});
}

TEST_CASE("a solved value is the last one where each line is rounded", "[property]") {
  check({.at = core::RoundingAt::line});
}

}  // namespace
}  // namespace billijk::analysis
