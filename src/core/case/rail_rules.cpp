#include "core/case/rail_rules.hpp"

#include <algorithm>
#include <utility>

namespace billijk::core {
namespace {

constexpr std::array<std::pair<Key, int>, 10> usual{{{Key::sickness, 25},
                                                     {Key::overhead_percent, 50},
                                                     {Key::holiday_allowance, 15},
                                                     {Key::year_end_bonus, 15},
                                                     {Key::margin_percent, 25},
                                                     {Key::subcontracting_fee, 40},
                                                     {Key::charges_percent, 60},
                                                     {Key::kilometre_rate, 1},
                                                     {Key::travel_minutes, 30},
                                                     {Key::wage_hourly, 60}}};

bool is_unusual(const RailNumbers& at, Key key) { return at[key] > Exact{*most_usual(key)}; }

bool is_fraction(const RailNumbers& at, Key key) {
  return at[key].sign() > 0 && at[key] < Exact{1};
}

/// Whether these digits, read as a whole, are still a possible number of hours a year or of euros.
bool is_grouped(const RailNumbers& at, Key key) {
  if (!at.grouped[index_of(key)]) return false;
  // Of one person no more hours than the contract has, and of that no more than its key allows.
  const bool of_one = facts_of(key).unit == Unit::hours_per_year && key != Key::volume;
  const Exact least{full_time_hours};
  const Exact all = at.has(Key::contract_hours) ? max(at[Key::contract_hours], least) : least;
  const Exact most = key == Key::contract_hours ? Exact{Decimal{facts_of(key).highest}} : all;
  return !of_one || at[key] * Exact{1000} <= most;
}

bool is_of_a_week(const RailNumbers& at, Key key) { return at[key] <= Exact{most_week_hours}; }

bool is_below_leave(const RailNumbers& at, Key key) {
  return at.has_hours_of_year() && at[key] < least_leave(at[Key::contract_hours]);
}
bool is_leave_in_days(const RailNumbers& at, Key key) {
  return at[key].sign() > 0 && at[key] < Exact{most_week_hours} && is_below_leave(at, key);
}
bool is_below_allowance(const RailNumbers& at, Key key) {
  return at[key] < Exact{least_holiday_allowance};
}

bool is_wage_of_year(const RailNumbers& at, Key key) { return at[key] > Exact{most_of_month}; }
bool is_wage_of_month(const RailNumbers& at, Key key) { return at[key] > Exact{most_of_hour}; }

bool is_travel_beyond_visit(const RailNumbers& at, Key key) {
  return at.has(Key::visit_minutes) && at[key] >= at[Key::visit_minutes];
}
bool is_margin_above_overhead(const RailNumbers& at, Key key) {
  if (!at.has(Key::overhead_percent)) return false;
  const Exact& overhead = at[Key::overhead_percent];
  // None in percent may stand as an own line; a fraction is asked about itself.
  return overhead >= Exact{1} && at[key] > overhead;
}

bool is_swapped(const RailNumbers& at, Key /*tariff*/) {
  const Exact about{swapped_about};
  return at.by_hour && at.has(Key::volume) && at[Key::volume] < about && at.tariff > about;
}
/// A tariff of more than so many times the cost price, or of less than that part of it.
bool is_off_by(const RailNumbers& at, int times) {
  const Exact factor{times};
  return at.cost.sign() > 0 && (at.tariff > at.cost * factor || at.tariff * factor < at.cost);
}

bool is_tenfold(const RailNumbers& at, Key /*tariff*/) { return is_off_by(at, 10); }
bool is_twofold(const RailNumbers& at, Key /*tariff*/) { return is_off_by(at, 2); }

Rail fraction(Key key) {
  return {Code::almost_nothing, key, is_fraction, RailLimit{.below = true, .number = 1}, {}};
}
Rail grouped(Key key) {
  return {Code::looks_grouped, key, is_grouped, std::nullopt, Key::contract_hours};
}
Rail below(Code code, Key key, decltype(Rail::fires) fires, double number) {
  return {code, key, fires, RailLimit{.below = true, .number = number}, {}};
}
Rail above(Code code, Key key, decltype(Rail::fires) fires, double number) {
  return {code, key, fires, RailLimit{.below = false, .number = number}, {}};
}
/// Above what is stated for another key.
Rail above_other(Code code, Key key, decltype(Rail::fires) fires, Key other) {
  return {code, key, fires, RailLimit{.below = false, .number = 0, .factor = 1}, other};
}
Rail below_leave(Code code, decltype(Rail::fires) fires) {
  const double share = 28.0 / 366;
  return {code, Key::leave, fires, RailLimit{.below = true, .number = 0, .factor = share},
          Key::contract_hours};
}
Rail unusual(Key key) { return above(Code::unusually_high, key, is_unusual, *most_usual(key)); }
Rail of_tariff(Code code, decltype(Rail::fires) fires) {
  return {code, Key::tariff, fires, {}, {}};
}

}  // namespace

std::optional<int> most_usual(Key key) {
  const auto* const found = std::ranges::find(usual, key, &std::pair<Key, int>::first);
  return found == usual.end() ? std::nullopt : std::optional{found->second};
}

const std::array<Rail, rail_count> all_rails{
    fraction(Key::sickness),
    fraction(Key::overhead_percent),
    fraction(Key::holiday_allowance),
    fraction(Key::year_end_bonus),
    fraction(Key::margin_percent),
    fraction(Key::permanent),
    fraction(Key::employer_share),
    fraction(Key::subcontracting_fee),
    fraction(Key::charges_percent),
    fraction(Key::part_time_factor),
    fraction(Key::band_ceiling),
    grouped(Key::contract_hours),
    grouped(Key::leave),
    grouped(Key::training_hours),
    grouped(Key::meetings),
    grouped(Key::idle),
    grouped(Key::indirect),
    grouped(Key::training_expenses),
    grouped(Key::obligation_hours),
    grouped(Key::obligation_annual),
    grouped(Key::norm_hours),
    grouped(Key::volume),
    below(Code::hours_of_week, Key::contract_hours, is_of_a_week, most_week_hours + 0.5),
    below_leave(Code::leave_in_days, is_leave_in_days),
    above(Code::wage_of_year, Key::wage_hourly, is_wage_of_year, most_of_month),
    above(Code::wage_of_month, Key::wage_hourly, is_wage_of_month, most_of_hour),
    above_other(Code::travel_beyond_visit, Key::minutes_between, is_travel_beyond_visit,
                Key::visit_minutes),
    above_other(Code::margin_above_overhead, Key::margin_percent, is_margin_above_overhead,
                Key::overhead_percent),
    below(Code::below_holiday_allowance, Key::holiday_allowance, is_below_allowance,
          least_holiday_allowance),
    below_leave(Code::below_leave, is_below_leave),
    unusual(Key::sickness),
    unusual(Key::overhead_percent),
    unusual(Key::holiday_allowance),
    unusual(Key::year_end_bonus),
    unusual(Key::margin_percent),
    unusual(Key::subcontracting_fee),
    unusual(Key::charges_percent),
    unusual(Key::kilometre_rate),
    unusual(Key::travel_minutes),
    unusual(Key::wage_hourly),
    of_tariff(Code::swapped_volume, is_swapped),
    of_tariff(Code::tariff_tenfold, is_tenfold),
    of_tariff(Code::tariff_twofold, is_twofold),
};

}  // namespace billijk::core
