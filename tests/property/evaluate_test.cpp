#include "core/formula/evaluate.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <vector>

#include "core/calculation.hpp"
#include "property/random_case.hpp"

namespace billijk::core {
namespace {

using tests::draw_case;
using tests::holds;
using tests::RandomCase;
using tests::Taste;

/// How often the four totals of a case were all rounded without a second, exact look.
struct Tally {
  int cases = 0;
  int certain = 0;
  int computed = 0;  ///< cases an exact sheet exists of
};

template <class Q, class R>
void assert_holds(const Q& filtered, const R& exact) {
  RC_ASSERT(holds(filtered.number(), exact.number()));
}

void assert_hours(const YearHours<Filtered>& filtered, const YearHours<Exact>& exact) {
  assert_holds(filtered.sickness, exact.sickness);
  assert_holds(filtered.training, exact.training);
  assert_holds(filtered.meetings, exact.meetings);
  assert_holds(filtered.attendance, exact.attendance);
  assert_holds(filtered.billable, exact.billable);
  assert_holds(filtered.travel, exact.travel);
  assert_holds(filtered.travel_share, exact.travel_share);
}

/// One case in both kinds of number: every bound holds, every answer is the exact one.
void compare(const RandomCase& random, Tally& tally) {
  const Checked<Resolution> resolution = resolve(random.subject, random.presets);
  RC_ASSERT(resolution);
  const Resolved& resolved = resolution->resolved;
  Recorder<Exact> exact_record;
  Recorder<Filtered> filtered_record;
  Sheet<Exact> exact;
  Sheet<Filtered> filtered;
  const Trouble exact_trouble =
      evaluate(numbers_of<Exact>(resolved.figures), resolved.ways, exact_record, exact);
  const Trouble filtered_trouble =
      evaluate(numbers_of<Filtered>(resolved.figures), resolved.ways, filtered_record, filtered);
  ++tally.cases;
  if (filtered_trouble == Trouble::uncertain) return;
  RC_ASSERT(filtered_trouble == exact_trouble);
  if (exact_trouble != Trouble::none) return;
  ++tally.computed;
  assert_hours(filtered.first.hours, exact.first.hours);
  assert_holds(filtered.first.labour.gross, exact.first.labour.gross);
  assert_holds(filtered.first.labour.labour, exact.first.labour.labour);
  for (const LineId line : line_order(resolved.ways)) {
    assert_holds(line_of(filtered.first, line), line_of(exact.first, line));
  }
  bool certain = true;
  for (const Total total : all_totals) {
    const Filtered& found = filtered.totals[index_of(total)].number();
    const Exact& wanted = exact.totals[index_of(total)].number();
    RC_ASSERT(holds(found, wanted));
    const std::optional<std::int64_t> steps = round_to_steps(found, resolved.ways.rounding);
    if (steps)
      RC_ASSERT(mpz_class{static_cast<long>(*steps)} ==
                round_to_steps(wanted, resolved.ways.rounding));
    certain = certain && steps;
  }
  tally.certain += certain ? 1 : 0;
}

Tally compare_many(const std::string& description, const Taste& taste, int in_one_go) {
  Tally tally;
  const bool held = rc::check(description, [&] {
    for (int i = 0; i < in_one_go; ++i) compare(draw_case(taste), tally);
  });
  REQUIRE(held);
  return tally;
}

TEST_CASE("the whole formula in filtered numbers is the exact one within its bounds",
          "[property]") {
  const Tally tally = compare_many("ordinary cases, rounded at the end", {}, 30);
  CHECK(tally.cases >= 3000);
  CHECK(tally.computed * 100 > 99 * tally.cases);
  CHECK(tally.certain * 100 > 99 * tally.cases);
}

TEST_CASE("the whole formula rounded line by line is the exact one within its bounds",
          "[property]") {
  const Tally tally =
      compare_many("ordinary cases, every line rounded", {.at = RoundingAt::line}, 20);
  CHECK(tally.computed * 100 > 99 * tally.cases);
  CHECK(tally.certain > 0);
}

TEST_CASE("cases made of ties are answered as the exact ones or not at all", "[property]") {
  const Tally tally = compare_many("ties, rounded at the end", {.ties = true}, 30);
  CHECK(tally.certain > 0);
  CHECK(tally.certain < tally.computed);
}

TEST_CASE(
    "cases made of ties and rounded line by line are answered as the exact ones or not at all",
    "[property]") {
  const Tally tally =
      compare_many("ties, every line rounded", {.ties = true, .at = RoundingAt::line}, 30);
  CHECK(tally.certain > 0);
  CHECK(tally.certain < tally.computed);
}

TEST_CASE("a case on the edge of having no hours or nothing left is never decided wrongly",
          "[property]") {
  int decided = 0;
  const bool held = rc::check("attendance and shares close to nothing", [&] {
    Tally tally;
    RandomCase random = draw_case({});
    Case& subject = random.subject;
    const auto set = [&](Key key, const Decimal& value) {
      subject.numbers[index_of(key)] = Input{.value = value};
    };
    const int away = *rc::gen::inRange(-2, 3);
    for (const Key key :
         {Key::training_hours, Key::meetings, Key::idle, Key::indirect, Key::obligation_hours}) {
      set(key, Decimal{});
    }
    // 1000 x (1 - 0.3333) - 666.7 = 0, give or take a billionth; 66.7 % + 33.3 % leave nothing.
    set(Key::contract_hours, Decimal{1000});
    subject.choices.state(std::optional{SicknessBase::contract});
    if (*rc::gen::arbitrary<bool>()) {
      set(Key::sickness, tests::decimal("33.33"));
      set(Key::leave, Decimal::of(Int128{666'700'000'000} + away, 9));
    } else {
      set(Key::leave, Decimal{100});
      subject.numbers[index_of(Key::overhead_amount)].reset();
      set(Key::overhead_percent, Decimal::of(Int128{66'700'000'000} + away, 9));
      subject.choices.state(std::optional{OverheadBase::tariff});
      set(Key::margin_percent, tests::decimal("33.3"));
      subject.numbers[index_of(Key::margin_amount)].reset();
      subject.choices.state(std::optional{MarginBase::tariff});
    }
    compare(random, tally);
    decided += tally.computed;
  });
  REQUIRE(held);
  CHECK(decided > 0);
}

}  // namespace
}  // namespace billijk::core
