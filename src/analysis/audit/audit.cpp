#include "analysis/audit/audit.hpp"

#include <algorithm>

#include "analysis/audit/audit_rules.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;

using Asker = RuleAnswer (*)(const ContractView&, const AuditOptions&);
constexpr std::array<Asker, rule_count> askers{
#define BILLIJK_RULE(id, ...) rules::id,
#include "analysis/audit/audit_rules.def"
#undef BILLIJK_RULE
};

}  // namespace

bool ContractView::states(Key key) const {
  return subject.number(key).has_value() ||
         std::ranges::find(cells, key, &core::RowCell::key) != cells.end();
}

core::Decimal ContractView::value(Key key) const {
  const auto cell = std::ranges::find(cells, key, &core::RowCell::key);
  return cell == cells.end() ? subject.value(key) : decimal_of(cell->number);
}

std::optional<Exact> ContractView::divisor(Key key) const {
  const core::Decimal number = value(key);
  return number.is_zero() ? std::nullopt : std::optional{Exact{number}};
}

RuleAnswer ask(Rule rule, const ContractView& contract, const AuditOptions& options) {
  if (facts_of(rule).build_up && contract.subject.is_given()) {
    RuleAnswer answer = rules::unknown({"build_up"});
    answer.weightless = true;
    return answer;
  }
  return askers.at(index_of(rule))(contract, options);
}

bool keeps_from_judging(const RuleAnswer& answer, Weight weight) {
  return weight == Weight::red && answer.answer == Answer::unknown && !answer.weightless;
}

namespace {

Standing standing_by_union(const std::array<RuleAnswer, rule_count>& rules,
                           const AuditOptions& options) {
  bool red = false;
  bool open = false;
  bool amber = false;
  bool judged = false;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const RuleSetting& setting = options.rules.at(i);
    if (!setting.asked) continue;
    open = open || keeps_from_judging(rules.at(i), setting.weight);
    const bool unknown = rules.at(i).answer == Answer::unknown && !rules.at(i).weightless;
    const bool fails = rules.at(i).answer == Answer::fail;
    judged = judged || (decides(setting.weight) && rules.at(i).answer != Answer::not_applicable);
    red = red || (fails && setting.weight == Weight::red);
    amber = amber || ((fails || unknown) && setting.weight == Weight::amber);
  }
  // What is known to be red is red, whatever else turns out.
  if (red) return Standing::red;
  if (open || !judged) return Standing::not_judged;
  return amber ? Standing::amber : Standing::green;
}

Standing standing_by_trade(const ContractFigures& figures, const AuditOptions& options) {
  const std::optional<Exact>& cost = figures[Total::cost_price];
  if (!figures.tariff || !cost) return Standing::not_judged;
  const Exact distance = *figures.tariff - *cost;
  const Exact band = *cost * Exact{options.break_even, 2};
  if (core::abs(distance) <= band) return Standing::break_even;
  return distance.sign() > 0 ? Standing::margin : Standing::loss;
}

}  // namespace

Standing standing_of(const std::array<RuleAnswer, rule_count>& rules,
                     const ContractFigures& figures, const AuditOptions& options) {
  return options.scheme == Scheme::by_union ? standing_by_union(rules, options)
                                            : standing_by_trade(figures, options);
}

std::vector<Rule> weak_rules(const std::array<RuleAnswer, rule_count>& rules,
                             const AuditOptions& options) {
  std::vector<Rule> weak;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const RuleSetting& setting = options.rules.at(i);
    const Answer answer = rules.at(i).answer;
    const bool open =
        (answer == Answer::fail || answer == Answer::unknown) && !rules.at(i).weightless;
    if (setting.asked && setting.weight == Weight::evidence && open) weak.push_back(rule_at(i));
  }
  return weak;
}

std::optional<EvidenceGrade> evidence_of(const std::array<RuleAnswer, rule_count>& rules,
                                         const AuditOptions& options) {
  const bool asked = std::ranges::any_of(options.rules, [](const RuleSetting& setting) {
    return setting.asked && setting.weight == Weight::evidence;
  });
  if (!asked) return std::nullopt;
  return weak_rules(rules, options).empty() ? EvidenceGrade::strong : EvidenceGrade::weak;
}

std::optional<Exact> in_unit_of(const ContractView& contract, const Exact& per_hour,
                                core::RoundingMode mode) {
  const core::TariffUnit unit = contract.subject.choices.chosen<core::TariffUnit>();
  // What one euro per unit is per hour; the other way round it is what an hour asks of the unit.
  const std::optional<Key> key = core::divisor_of(unit);
  const std::optional<Exact> divisor = key ? contract.divisor(*key) : std::optional{Exact{1}};
  if (!divisor) return std::nullopt;
  const Exact one = core::per_hour(Exact{1}, unit, *divisor, *divisor);
  return core::round(per_hour / one,
                     {.step = core::Decimal::of(1, 2), .mode = mode, .at = core::RoundingAt::end});
}

std::optional<Exact> least_tariff(const ContractView& contract, const AuditOptions& options) {
  const std::optional<Exact>& cost = contract.figures[Total::cost_price];
  if (!cost) return std::nullopt;
  Exact least = *cost;
  const std::optional<Exact>& floor = contract.figures[Total::wage_floor];
  if (floor && *floor > least) least = *floor;
  if (options[Rule::subcontractor].asked && contract.states(Key::subcontracting_fee)) {
    const Exact left = Exact{1} - Exact{contract.value(Key::subcontracting_fee), 2};
    if (left.sign() <= 0) return std::nullopt;
    least = core::max(least, *cost / left);
  }
  return least;
}

std::optional<Exact> AuditedContract::shortfall() const {
  if (!distance) return std::nullopt;
  return distance->sign() < 0 ? -*distance : Exact{};
}

std::optional<Exact> AuditedContract::shortfall_year() const {
  const std::optional<Exact> hour = shortfall();
  if (!hour || !volume) return std::nullopt;
  return *hour * *volume;
}

std::optional<Exact> AuditedContract::shortfall_percent() const {
  const std::optional<Exact> share = shortfall_share();
  return share ? std::optional{core::round_half_up(*share, 2)} : std::nullopt;
}

std::optional<Exact> AuditedContract::shortfall_share() const {
  const std::optional<Exact> hour = shortfall();
  const std::optional<Exact>& cost = figures[Total::cost_price];
  if (!hour || !cost || cost->is_zero()) return std::nullopt;
  return *hour / *cost * Exact{100};
}

}  // namespace billijk::analysis
