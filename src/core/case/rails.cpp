#include "core/case/rails.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace billijk::core {
namespace {

/// What a rail looks at: what the case states and, where there is one, the tariff.
struct Looked {
  const Case& subject;
  std::optional<Exact> tariff;  ///< per hour
  std::optional<Exact> cost;

  std::optional<Exact> operator[](Key key) const {
    const std::optional<Input>& input = subject.number(key);
    return input ? std::optional{Exact{input->value}} : std::nullopt;
  }
};

/// What goes into the text of a rail that fires; nothing where it does not.
using Fired = std::optional<Arguments>;

struct Rail {
  Code code;
  Key key;
  Fired (*fires)(const Looked& at, Key key);
};

Fired fired_if(bool fires, Arguments arguments = {}) {
  return fires ? Fired{std::move(arguments)} : std::nullopt;
}
std::string cents(const Exact& amount) { return fixed(amount, 2); }

Fired is_fraction(const Looked& at, Key key) {
  const Exact value = *at[key];
  return fired_if(value.sign() > 0 && value < Exact{1}, {{"meant", shortest(value * Exact{100})}});
}

/// Whether these digits, read as a whole, are still a possible number of hours a year or of euros.
Fired looks_grouped(const Input& input, const std::optional<Exact>& most) {
  const Exact meant = Exact{input.value} * Exact{1000};
  return fired_if(input.grouped && (!most || meant <= *most), {{"meant", shortest(meant)}});
}
Fired is_grouped(const Looked& at, Key key) {
  // Of one person no more hours than the contract has, and of that no more than its key allows.
  const bool of_one = facts_of(key).unit == Unit::hours_per_year && key != Key::volume;
  const Exact least{full_time_hours};
  const Exact all = max(at[Key::contract_hours].value_or(least), least);
  const Exact most = key == Key::contract_hours ? Exact{Decimal{facts_of(key).highest}} : all;
  return looks_grouped(*at.subject.number(key), of_one ? std::optional{most} : std::nullopt);
}

Fired is_of_a_week(const Looked& at, Key key) {
  return fired_if(*at[key] <= Exact{most_week_hours},
                  {{"full_time", std::to_string(full_time_hours)}});
}
Fired is_leave_in_days(const Looked& at, Key key) {
  const Exact hours = at[Key::contract_hours].value_or(Exact{});
  return fired_if(hours > Exact{most_week_hours} && at[key]->sign() > 0 &&
                  *at[key] < Exact{most_week_hours} && *at[key] < least_leave(hours));
}
Fired is_below_leave(const Looked& at, Key key) {
  const Exact hours = at[Key::contract_hours].value_or(Exact{});
  return fired_if(hours > Exact{most_week_hours} && *at[key] < least_leave(hours),
                  {{"least", cents(least_leave(hours))}, {"contract", shortest(hours)}});
}
Fired is_below_allowance(const Looked& at, Key key) {
  return fired_if(*at[key] < Exact{least_holiday_allowance},
                  {{"least", std::to_string(least_holiday_allowance)}});
}

/// A wage of a longer time than an hour; `times` of those make a year.
Fired is_wage_above(const Looked& at, Key key, int most, int times) {
  const Exact stated = at[Key::contract_hours].value_or(Exact{});
  const Exact hours = stated > Exact{most_week_hours} ? stated : Exact{full_time_hours};
  return fired_if(*at[key] > Exact{most}, {{"meant", cents(*at[key] * Exact{times} / hours)}});
}
Fired is_wage_of_year(const Looked& at, Key key) { return is_wage_above(at, key, 10'000, 1); }
Fired is_wage_of_month(const Looked& at, Key key) { return is_wage_above(at, key, 200, 12); }

Fired is_travel_beyond_visit(const Looked& at, Key key) {
  const std::optional<Exact> visit = at[Key::visit_minutes];
  return fired_if(visit && *at[key] >= *visit,
                  {{"visit", visit ? shortest(*visit) : std::string{}}});
}
Fired is_margin_above_overhead(const Looked& at, Key key) {
  const std::optional<Exact> overhead = at[Key::overhead_percent];
  // None in percent may stand as an own line; a fraction is asked about itself.
  const bool known = overhead && *overhead >= Exact{1};
  return fired_if(known && *at[key] > *overhead,
                  {{"overhead", overhead ? shortest(*overhead) : std::string{}}});
}

Fired is_swapped(const Looked& at, Key /*tariff*/) {
  constexpr int swapped_about = 200;
  const std::optional<Exact> volume = at[Key::volume];
  const bool by_hour = at.subject.contract.unit.value_or(TariffUnit::hour) == TariffUnit::hour;
  return fired_if(
      by_hour && volume && *volume < Exact{swapped_about} && *at.tariff > Exact{swapped_about},
      {{"volume", volume ? shortest(*volume) : std::string{}}});
}
/// A tariff of more than so many times the cost price, or of less than that part of it.
Fired is_off_by(const Looked& at, int times) {
  const Exact factor{times};
  return fired_if(
      at.cost->sign() > 0 && (*at.tariff > *at.cost * factor || *at.tariff * factor < *at.cost),
      {{"cost", cents(*at.cost)}});
}
Fired is_tenfold(const Looked& at, Key /*tariff*/) { return is_off_by(at, 10); }
Fired is_twofold(const Looked& at, Key /*tariff*/) { return is_off_by(at, 2); }

/// About one key the narrower first.
constexpr std::array case_rails{
    Rail{Code::almost_nothing, Key::sickness, is_fraction},
    Rail{Code::almost_nothing, Key::overhead_percent, is_fraction},
    Rail{Code::almost_nothing, Key::holiday_allowance, is_fraction},
    Rail{Code::almost_nothing, Key::year_end_bonus, is_fraction},
    Rail{Code::almost_nothing, Key::margin_percent, is_fraction},
    Rail{Code::almost_nothing, Key::permanent, is_fraction},
    Rail{Code::almost_nothing, Key::employer_share, is_fraction},
    Rail{Code::almost_nothing, Key::subcontracting_fee, is_fraction},
    Rail{Code::looks_grouped, Key::contract_hours, is_grouped},
    Rail{Code::looks_grouped, Key::leave, is_grouped},
    Rail{Code::looks_grouped, Key::training_hours, is_grouped},
    Rail{Code::looks_grouped, Key::meetings, is_grouped},
    Rail{Code::looks_grouped, Key::idle, is_grouped},
    Rail{Code::looks_grouped, Key::indirect, is_grouped},
    Rail{Code::looks_grouped, Key::training_expenses, is_grouped},
    Rail{Code::looks_grouped, Key::obligation_hours, is_grouped},
    Rail{Code::looks_grouped, Key::obligation_annual, is_grouped},
    Rail{Code::looks_grouped, Key::norm_hours, is_grouped},
    Rail{Code::looks_grouped, Key::volume, is_grouped},
    Rail{Code::hours_of_week, Key::contract_hours, is_of_a_week},
    Rail{Code::leave_in_days, Key::leave, is_leave_in_days},
    Rail{Code::wage_of_year, Key::wage_hourly, is_wage_of_year},
    Rail{Code::wage_of_month, Key::wage_hourly, is_wage_of_month},
    Rail{Code::travel_beyond_visit, Key::minutes_between, is_travel_beyond_visit},
    Rail{Code::margin_above_overhead, Key::margin_percent, is_margin_above_overhead},
    Rail{Code::below_holiday_allowance, Key::holiday_allowance, is_below_allowance},
    Rail{Code::below_leave, Key::leave, is_below_leave},
};
constexpr std::array tariff_rails{
    Rail{Code::swapped_volume, Key::tariff, is_swapped},
    Rail{Code::tariff_tenfold, Key::tariff, is_tenfold},
    Rail{Code::tariff_twofold, Key::tariff, is_twofold},
};

/// What is said of a rail that fired, with its key and what was found there.
Diagnostic said(Code code, const std::string& key, const Position& at, const Exact& found,
                Arguments arguments) {
  arguments.emplace_back("key", key);
  arguments.emplace_back("found", shortest(found));
  return finding(code, at, key, std::move(arguments));
}

bool is_told(const Diagnostics& findings, std::string_view key) {
  return std::ranges::any_of(findings, [&](const Diagnostic& known) { return known.key == key; });
}

}  // namespace

Diagnostics rails_of(const Case& subject) {
  const Looked at{.subject = subject, .tariff = {}, .cost = {}};
  Diagnostics found;
  for (const Rail& rail : case_rails) {
    const std::string key{path_of(rail.key)};
    if (!subject.number(rail.key) || is_told(found, key)) continue;
    if (Fired fired = rail.fires(at, rail.key))
      found.push_back(said(rail.code, key, subject.number(rail.key)->at, *at[rail.key], *fired));
  }
  for (const OwnLine& line : subject.lines) {
    if (line.per != LinePer::full_timer_year && line.per != LinePer::contract_year) continue;
    if (Fired fired = looks_grouped(line.figure, std::nullopt)) {
      found.push_back(said(Code::looks_grouped, "line." + line.key + ".amount", line.figure.at,
                           Exact{line.figure.value}, *fired));
    }
  }
  return found;
}

Diagnostics tariff_rails_of(const Case& subject, const Exact& tariff_per_hour,
                            const Exact& cost_price) {
  const Looked at{.subject = subject, .tariff = tariff_per_hour, .cost = cost_price};
  const std::string key{path_of(Key::tariff)};
  for (const Rail& rail : tariff_rails) {
    if (Fired fired = rail.fires(at, rail.key))
      return {said(rail.code, key, subject.place_of(key), tariff_per_hour, *fired)};
  }
  return {};
}

bool is_rail(Code code) {
  const auto has = [&](const auto& rails) {
    return std::ranges::find(rails, code, &Rail::code) != rails.end();
  };
  return has(case_rails) || has(tariff_rails) || code == Code::below_minimum_wage;
}

Exact least_leave(const Exact& contract_hours) {
  constexpr int weeks_of_leave = 4;
  return contract_hours * Exact{weeks_of_leave * 7} / Exact{366};
}

}  // namespace billijk::core
