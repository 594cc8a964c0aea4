#include "core/formula/formula.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "core/calculation.hpp"
#include "core/verdict.hpp"
#include "formula_reader.hpp"
#include "property/random_case.hpp"
#include "report/calc/expression.hpp"

namespace billijk::core {
namespace {

using tests::draw_case;
using tests::RandomCase;
using tests::Taste;

/// Every step of a recording as text: its name and its expression.
using Printed = std::vector<std::pair<std::string, std::string>>;

Printed print(const Formula& formula) {
  const auto leaf = [&](const FormulaNode& node) {
    if (node.op == Op::input) return '[' + formula.input_at(node).name + ']';
    if (node.op == Op::result) return '[' + formula.step_at(node).name + ']';
    return '(' + formula.constant_at(node).rational().get_str() + ')';
  };
  Printed printed;
  for (const FormulaStep& step : formula.steps()) {
    printed.emplace_back(step.name, report::expression_text({.formula = formula, .leaf = leaf},
                                                            formula.nodes()[step.node].left));
  }
  return printed;
}

/// What the text of a recording comes to, with the figures of the recording.
std::map<std::string, Exact> read(const Printed& printed, const Recording& recording) {
  std::map<std::string, Exact> known;
  for (std::size_t i = 0; i < recording.figures.size(); ++i) {
    const FormulaInput& input = recording.formula.inputs()[i];
    known[input.name] = Exact{recording.figures[i], shift_of(input.unit)};
  }
  for (const auto& [name, text] : printed) {
    known[name] =
        tests::FormulaReader{text, [&](const std::string& of) { return known.at(of); }}.value();
  }
  return known;
}

void assert_lines(const std::map<std::string, Exact>& known, const Calculation& direct) {
  for (const SheetLine& line : direct.lines) {
    const bool second = line.key == "margin" && direct.ways().is_indexed();
    if (line.key == "indexation" && !direct.ways().is_indexed()) continue;
    RC_ASSERT(known.at((second ? "indexed." : "") + line.key) == line.value);
  }
  for (const Total total : all_totals) {
    if (!direct[total]) continue;
    const std::string key{key_of(total)};
    RC_ASSERT(known.at((direct.ways().is_indexed() ? "indexed." : "") + key) ==
              direct[total]->value);
    RC_ASSERT(known.at("rounded." + key) == direct[total]->rounded);
  }
}

void assert_verdict(const std::map<std::string, Exact>& known, const Verdict& direct) {
  RC_ASSERT(known.at("tariff_per_hour") == direct.judgement.per_hour);
  RC_ASSERT(known.at("zone") == Exact{static_cast<int>(direct.judgement.zone)});
  for (const Total total : all_totals) {
    const std::optional<Distance>& distance = direct.judgement.distances[index_of(total)];
    if (!distance) continue;
    const std::string key{key_of(total)};
    RC_ASSERT(known.at("distance." + key) == distance->per_hour);
    RC_ASSERT(known.at("distance_percent." + key) == distance->percent.value_or(Exact{}));
    RC_ASSERT(known.at("distance_year." + key) == distance->per_year.value_or(Exact{}));
    const Side beyond = total == Total::ceiling ? Side::above : Side::below;
    RC_ASSERT(known.at(std::string{key_of(beyond)} + '.' + key) ==
              Exact{direct[total]->side == beyond ? 1 : 0});
  }
}

/// Recorded, printed, read again and worked out, against computed directly.
void compare(RandomCase random, int& computed) {
  const auto set = [&](Key key, const Decimal& value) {
    random.subject.numbers[index_of(key)] = Input{.value = value};
  };
  const Decimal tariff = Decimal::of(*rc::gen::inRange(2000, 6000), 2);
  const auto unit = static_cast<TariffUnit>(*rc::gen::inRange(0, 7));
  set(Key::tariff, tariff);
  set(Key::norm_hours, Decimal::of(*rc::gen::inRange(500, 1900), 1));
  if (*rc::gen::inRange(0, 4) == 0) {
    set(Key::obligation_annual, Decimal{});
    if (divisor_of(unit) != Key::volume) set(Key::volume, Decimal{});
  }
  const Checked<Calculation> direct = calculate(random.subject, random.presets);
  const Checked<Calculation> played = calculate(random.subject, random.presets, Keeps::formula);
  RC_ASSERT(direct.has_value() == played.has_value());
  if (!direct) return;
  ++computed;
  for (const SheetLine& line : direct->lines)
    RC_ASSERT(line.value ==
              played->lines[static_cast<std::size_t>(&line - direct->lines.data())].value);
  const Resolution& resolution = direct->resolution;
  Recording recording{resolution.resolved, resolution.index_years};
  recording.add_rounded(resolution.resolved);
  recording.add_verdict(resolution.resolved, unit);
  const std::map<std::string, Exact> known = read(print(recording.formula), recording);
  RC_ASSERT(recording.play());
  for (const FormulaStep& step : recording.formula.steps())
    RC_ASSERT(known.at(step.name) == recording.values[step.node]);
  assert_lines(known, *direct);
  const Checked<Verdict> verdict = give_verdict(*direct, {.value = tariff, .unit = unit});
  RC_ASSERT(verdict);
  assert_verdict(known, *verdict);
}

void compare_many(const std::string& description, const Taste& taste) {
  int computed = 0;
  const bool held = rc::check(description, [&] {
    for (int i = 0; i < 10; ++i) compare(draw_case(taste), computed);
  });
  REQUIRE(held);
  CHECK(computed > 800);
}

TEST_CASE("a formula recorded, printed and read again comes to what was computed directly",
          "[property]") {
  compare_many("ordinary cases, rounded at the end", {});
  compare_many("ordinary cases, every line rounded", {.at = RoundingAt::line});
  compare_many("cases made of ties", {.ties = true});
}

}  // namespace
}  // namespace billijk::core
