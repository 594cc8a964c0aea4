#include "analysis/rows/row_model.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/formula/shown_lines.hpp"
#include "property/random_case.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;
using tests::RandomCase;
using tests::Taste;

struct Count {
  int rows = 0;
  int exact = 0;
  int uncertain = 0;
  int lines_exact = 0;  ///< of the rows with all their lines
};

void assert_amount(const std::optional<Amount>& found, const std::optional<Exact>& wanted,
                   int decimals) {
  RC_ASSERT(found.has_value() == wanted.has_value());
  if (found) RC_ASSERT(exact_of(*found) == core::round_half_up(*wanted, decimals));
}

/// How certain a row is, what it warns of and whether it is provisional, against a verdict.
void compare_doubts(const RowFigures& figures, const core::Calculation& calculation,
                    const core::Verdict& verdict) {
  RC_ASSERT(figures.certain == verdict.certain);
  for (const Total total : judged_totals) {
    const std::optional<core::BoundarySide>& wanted = verdict[total];
    const std::optional<RowSide>& found = figures.sides[index_of(total)];
    RC_ASSERT(found.has_value() == wanted.has_value());
    if (found) RC_ASSERT(found->side == wanted->side && found->certain == wanted->certain);
  }
  RC_ASSERT(figures.provisional == verdict.is_provisional());
  core::Diagnostics warnings = calculation.warnings;
  warnings.insert(warnings.end(), verdict.warnings.begin(), verdict.warnings.end());
  RC_ASSERT(figures.warnings == warnings.size());
  RC_ASSERT(figures.rails.any() == std::ranges::any_of(warnings, [](const core::Diagnostic& said) {
              return core::is_rail(said.code);
            }));
  RC_ASSERT(figures.subcontractor_zone.has_value() == verdict.subcontractor.has_value());
  if (!verdict.subcontractor) return;
  RC_ASSERT(figures.subcontractor_zone == verdict.subcontractor->zone);
  assert_amount(figures[RowAmount::subcontractor], verdict.subcontractor->per_hour, 12);
}

/// A row of the case with some of its numbers in cells, against the calculation of a single case.
void compare(RandomCase random, Count& count) {
  core::Case& subject = random.subject;
  const auto set = [&](Key key, const core::Decimal& value) {
    subject.numbers[index_of(key)] = core::Input{.value = value};
  };
  set(Key::tariff, core::Decimal::of(*rc::gen::inRange(0, 9'000'000), *rc::gen::inRange(0, 6)));
  set(Key::norm_hours, core::Decimal::of(*rc::gen::inRange(1, 20'000), *rc::gen::inRange(0, 3)));
  subject.choices.state(std::optional{static_cast<core::TariffUnit>(
      *rc::gen::inRange<std::size_t>(0, core::choice_words<core::TariffUnit>.size()))});
  if (*rc::gen::arbitrary<bool>()) set(Key::subcontracting_fee, core::Decimal::of(75, 1));
  std::vector<core::RowCell> cells;
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const Key key = core::key_at(i);
    if (!subject.number(key) || key == Key::rounding_step || *rc::gen::arbitrary<bool>()) continue;
    const auto number = cell_number_of(subject.value(key));
    if (!number) continue;
    cells.push_back({key, *number});
    // A cell has no range and no grade.
    set(key, subject.value(key));
  }
  const core::Checked<core::Calculation> wanted = core::calculate(subject, random.presets);
  core::Checked<core::Resolution> resolution = core::resolve(subject, random.presets);
  RC_ASSERT(resolution);
  const auto model = std::make_shared<const RowModel>(
      subject, random.presets, *resolution,
      RowNeeds{.lines = {}, .ranges = true, .sides = true, .doubts = true});
  std::vector<std::string> keys{"no_such"};
  if (wanted) {
    for (const core::SheetLine& line : wanted->lines) keys.push_back(line.key);
  }
  const auto lined = std::make_shared<const RowModel>(subject, random.presets, *resolution,
                                                      RowNeeds{.lines = keys});
  RowFigures figures;
  RowEvaluator evaluator{model};
  const std::optional<core::Diagnostic> trouble = evaluator.evaluate(cells, figures);
  if (!wanted) {
    RC_ASSERT(trouble.has_value());
    RC_ASSERT(trouble->code == wanted.error().front().code);
    return;
  }
  const core::Checked<core::Verdict> verdict = core::give_verdict(
      *wanted, {subject.value(Key::tariff), subject.choices.chosen<core::TariffUnit>()});
  RC_ASSERT(verdict.has_value() == !trouble.has_value());
  if (trouble) return;
  ++count.rows;
  count.uncertain += verdict->certain ? 0 : 1;
  compare_doubts(figures, *wanted, *verdict);
  count.exact += figures.exact ? 1 : 0;
  for (const Total total : core::all_totals) {
    const auto& boundary = (*wanted)[total];
    assert_amount(figures[total], boundary ? std::optional{boundary->rounded} : std::nullopt, 12);
  }
  const core::Distance& distance = *verdict->judgement.distances[index_of(Total::cost_price)];
  RC_ASSERT(figures.zone == verdict->judgement.zone);
  assert_amount(figures[RowAmount::tariff], verdict->judgement.per_hour, 12);
  assert_amount(figures[RowAmount::distance], distance.per_hour, 12);
  assert_amount(figures[RowAmount::distance_percent], distance.percent, 2);
  assert_amount(figures[RowAmount::distance_year], distance.per_year, 2);
  // With its lines as well it has the same amounts, and lines as a calculation shows them.
  RowFigures again;
  RC_ASSERT(!RowEvaluator{lined}.evaluate(cells, again));
  count.lines_exact += again.exact ? 1 : 0;
  RC_ASSERT(again.amounts == figures.amounts);
  RC_ASSERT(!again.lines[0]);
  for (std::size_t i = 0; i < wanted->lines.size(); ++i)
    RC_ASSERT(exact_of(again.lines[i + 1].value()) == wanted->lines[i].rounded);
}

Count check(const Taste& taste) {
  Count count;
  REQUIRE(rc::check("a row is what a single case is",
                    [&] { compare(tests::draw_case(taste), count); }));
  REQUIRE(count.rows > 20);
  return count;
}

TEST_CASE("a row gives what the case alone gives", "[property]") {
  const Count count = check({});
  CHECK(count.exact < count.rows / 10);
  CHECK(count.lines_exact < count.rows / 5);
}

TEST_CASE("a row full of ties gives what the case alone gives", "[property]") {
  check({.ties = true});
}

TEST_CASE("a row with ranges is as certain as the case alone", "[property]") {
  const Count count = check({.ranges = true});
  CHECK(count.uncertain > 0);
  CHECK(count.exact < count.rows / 3);
  check({.ties = true, .ranges = true});
  check({.ranges = true, .at = core::RoundingAt::line});
}

TEST_CASE("a tie is decided in exact numbers", "[property]") {
  core::Case subject;
  subject.numbers[index_of(Key::given_cost_price)] =
      core::Input{.value = core::Decimal::of(26'595, 3)};
  const core::Checked<core::Resolution> resolution = core::resolve(subject, {});
  REQUIRE(resolution);
  RowEvaluator evaluator{
      std::make_shared<const RowModel>(subject, core::Presets{}, *resolution, RowNeeds{})};
  const std::vector<core::RowCell> cells{
      {Key::given_cost_price, {.coefficient = 26'595, .scale = 3}}};
  RowFigures figures;
  REQUIRE_FALSE(evaluator.evaluate(cells, figures).has_value());
  CHECK(figures.exact);
  CHECK(exact_of(*figures[Total::cost_price]) == Exact{core::Decimal::of(2660, 2)});
}

TEST_CASE("a row rounded line by line gives what the case alone gives", "[property]") {
  check({.at = core::RoundingAt::line});
  check({.ties = true, .at = core::RoundingAt::line});
}

}  // namespace
}  // namespace billijk::analysis
