#include "analysis/lever/lever.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Unit;

constexpr std::string_view productivity = "productivity";
constexpr std::string_view clients = "clients";

Exact exact(std::int64_t whole) { return Exact{core::Decimal{whole}}; }

/// The steps a figure of this unit is written in.
core::Decimal grid_of(Unit unit) {
  switch (unit) {
    case Unit::hours_per_year:
    case Unit::minutes_per_hour:
    case Unit::minutes:
    case Unit::km_per_hour:
      return core::Decimal::of(1, 1);
    default:
      return core::Decimal::of(1, 2);
  }
}

/// A figure as it stands in the case; of one it does not state, what the model takes.
Lever lever_at(core::Slot slot, const core::Calculation& calculation) {
  const core::KeyFacts& facts = slot.facts();
  const core::Input* const stated = slot.input(calculation.subject);
  const core::Numbers<core::Figure>& figures = calculation.resolution.resolved.figures;
  return {.name = slot.name(calculation.subject),
          .slot = slot,
          .unit = facts.unit,
          .own = Exact{stated != nullptr ? stated->value : number_at(figures, slot).value},
          .lowest = exact(facts.lowest),
          .highest = exact(facts.highest),
          .above = facts.above,
          .grid = grid_of(facts.unit)};
}

core::Diagnostics not_movable(std::string_view name, core::Phrase reason) {
  return {core::finding(core::Code::not_movable, {}, std::string{name},
                        {{"key", std::string{name}}, {"reason", reason}})};
}

/// The mean of a figure over the days of the period. Formula: sum of value x days / days.
template <class Span, class Value>
Exact mean_of(const std::vector<Span>& spans, const Value& value_of) {
  Exact sum;
  Exact days;
  for (const Span& span : spans) {
    sum = sum + Exact{span.days} * value_of(span);
    days = days + Exact{span.days};
  }
  return days.is_zero() ? Exact{} : sum / days;
}

/// The wage of the cost sheet at the level of the period, to which own wages are brought.
Exact wage_of_period(const core::Resolved& resolved) {
  core::Recorder<Exact> record;
  const core::Namer<Exact> namer{resolved.ways, record};
  const core::Numbers<Exact> raised = core::indexed(core::numbers_of<Exact>(resolved.figures),
                                                    resolved.ways, resolved.ways.index_factor);
  return core::labour_of(raised, namer).wage.number();
}

/// Makes a case ready for one key: its limits, its own value, and the way the formula takes to it.
class KeyLever {
 public:
  KeyLever(const core::Calculation& calculation, Key key)
      : calculation_{calculation},
        key_{key},
        result_{.resolved = calculation.resolution.resolved, .lever = lever_at(key, calculation)} {}

  core::Checked<LeveredCase> build() {
    if (const std::optional<core::Phrase> reason = reason_against())
      return tl::unexpected{not_movable(path_of(key_), *reason)};
    if (key_ == Key::visit_minutes) result_.lever.grid = core::Decimal{1};
    take_own();
    return std::move(result_);
  }

 private:
  const core::Ways& ways() const { return result_.resolved.ways; }

  std::optional<core::Phrase> reason_against() {
    if (key_ == Key::rounding_step) return core::Phrase::only_shown;
    const bool of_contract = key_ == Key::volume || key_ == Key::norm_hours;
    if (facts_of(key_).outside && !of_contract) return core::Phrase::in_no_boundary;
    if (ways().given) {
      const bool beside = key_ == Key::given_cost_price || key_ == Key::margin_percent ||
                          key_ == Key::margin_amount || key_ == Key::band_ceiling || of_contract;
      if (!beside) return core::Phrase::cost_price_given;
    }
    const bool unused =
        (key_ == Key::given_cost_price && !ways().given) ||
        (key_ == Key::employer_share && !ways().pension) ||
        ((key_ == Key::permanent || key_ == Key::whk) && ways().flat_charges) ||
        ((key_ == Key::minutes_between || key_ == Key::visit_minutes) && !ways().by_visit) ||
        (key_ == Key::overhead_percent && !ways().overhead) ||
        (key_ == Key::margin_percent && !ways().margin);
    if (unused) return core::Phrase::not_used_by_case;
    return std::nullopt;
  }

  /// Where the case goes another way, what its way comes down to, and the change of way.
  void take_own() {
    const core::Numbers<core::Figure>& figures = result_.resolved.figures;
    const core::Pass<Exact>& pass = calculation_.sheet.first;
    Lever& lever = result_.lever;
    if (key_ == Key::wage_hourly && !ways().hourly) {
      // Presets are at the level of the period, an hourly wage is brought to it.
      lever.own = wage_of_period(result_.resolved) / ways().index_factor;
      lever.other_way = [](core::Ways& ways) { ways.hourly = true; };
    } else if (key_ == Key::travel_minutes && ways().by_visit) {
      lever.own = pass.hours.travel_share.number() * Exact{60};
      lever.other_way = [](core::Ways& ways) { ways.by_visit = false; };
    } else if (key_ == Key::charges_percent && !ways().flat_charges) {
      lever.own = share_of_gross(pass.labour);
      lever.other_way = [](core::Ways& ways) {
        ways.flat_charges = true;
        ways.pension = false;
      };
    } else if (key_ == Key::overhead_amount && ways().overhead) {
      lever.own = pass[core::Line::overhead].number();
      lever.other_way = [](core::Ways& ways) { ways.overhead.reset(); };
    } else if (key_ == Key::margin_amount && ways().margin) {
      lever.own = calculation_.sheet.margin.number() / ways().index_factor;
      lever.other_way = [](core::Ways& ways) { ways.margin.reset(); };
    } else if (key_ == Key::whk && !ways().own_whk) {
      lever.own = mean_of(figures.charges, [](const auto& span) { return Exact{span.whk.value}; });
      lever.other_way = [](core::Ways& ways) { ways.own_whk = true; };
    } else if ((key_ == Key::volume || key_ == Key::norm_hours) &&
               !calculation_.subject.number(key_)) {
      lever.own.reset();
    }
    if (lever.other_way != nullptr) lever.other_way(result_.resolved.ways);
  }
  static std::optional<Exact> share_of_gross(const core::Labour<Exact>& pay) {
    if (pay.gross.number().is_zero()) return std::nullopt;
    return (pay.social + pay.pension).number() / pay.gross.number() * Exact{100};
  }

  const core::Calculation& calculation_;
  Key key_;
  LeveredCase result_;
};

/// Productivity moves with hours nobody can invoice: idle hours, paid and lost.
///
/// Formula: idle = own idle + attendance - productivity x N x (1 + t / 60), which may fall below
///          zero: then other hours are found to be productive after all.
core::Checked<LeveredCase> productivity_lever(const core::Calculation& calculation) {
  if (calculation.ways().given) {
    return tl::unexpected{not_movable(productivity, core::Phrase::cost_price_given)};
  }
  const core::YearHours<Exact>& year = calculation.sheet.first.hours;
  const Exact hundred{100};
  const Exact contract = year.contract.number();
  const Exact with_travel = Exact{1} + year.travel_share.number();
  return LeveredCase{.resolved = calculation.resolution.resolved,
                     .lever = {.name = std::string{productivity},
                               .slot = Key::idle,
                               .unit = Unit::percent,
                               .own = year.billable.number() / contract * hundred,
                               .highest = hundred / with_travel,
                               .above = true,
                               .grid = grid_of(Unit::percent),
                               .offset = year.idle.number() + year.attendance.number(),
                               .slope = -(contract * with_travel / hundred)}};
}

core::Checked<LeveredCase> clients_lever(const core::Calculation& calculation) {
  const core::Case& subject = calculation.subject;
  const Exact norm_hours{subject.value(Key::norm_hours)};
  if (norm_hours.is_zero())
    return tl::unexpected{not_movable(clients, core::Phrase::needs_norm_hours)};
  const Exact most = exact(core::facts_of(Key::volume).highest);
  Lever lever{.name = std::string{clients},
              .slot = Key::volume,
              .highest = core::min(most, most / norm_hours),
              .grid = core::Decimal{1},
              .slope = norm_hours};
  if (subject.number(Key::volume)) lever.own = Exact{subject.value(Key::volume)} / norm_hours;
  return LeveredCase{.resolved = calculation.resolution.resolved, .lever = std::move(lever)};
}

}  // namespace

std::vector<core::Slot> movable_slots(const core::Case& subject) {
  std::vector<core::Slot> slots;
  for (std::size_t i = 0; i < core::key_count; ++i) slots.emplace_back(core::key_at(i));
  const std::vector<core::Slot> stated = stated_slots(subject);
  std::ranges::copy_if(stated, std::back_inserter(slots), &core::Slot::is_line);
  std::ranges::copy_if(stated, std::back_inserter(slots),
                       [](core::Slot slot) { return slot.kind() == core::Slot::Kind::own_wage; });
  return slots;
}

core::Checked<LeveredCase> lever_of(const core::Calculation& calculation, core::Slot slot) {
  if (slot.kind() == core::Slot::Kind::number)
    return KeyLever{calculation, core::key_at(slot.place())}.build();
  return LeveredCase{.resolved = calculation.resolution.resolved,
                     .lever = lever_at(slot, calculation)};
}

core::Checked<LeveredCase> lever_of(const core::Calculation& calculation, std::string_view name) {
  if (name == productivity) return productivity_lever(calculation);
  if (name == clients) return clients_lever(calculation);
  for (const core::Slot slot : movable_slots(calculation.subject)) {
    if (slot.name(calculation.subject) == name) return lever_of(calculation, slot);
  }
  return core::refused(
      core::finding(core::Code::unknown_key, {}, std::string{name}, {{"key", std::string{name}}}));
}

std::vector<std::string> lever_names(const core::Case& subject) {
  std::vector<std::string> names{std::string{productivity}, std::string{clients}};
  for (const core::Slot slot : movable_slots(subject)) names.push_back(slot.name(subject));
  return names;
}

}  // namespace billijk::analysis
