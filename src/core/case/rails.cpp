#include "core/case/rails.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <string>

#include "core/case/rail_rules.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {
namespace {

/// What a wage comes to an hour, when `times` of it make a year.
EuroAmount hourly_of(const Exact& wage, const RailNumbers& at, int times) {
  const bool of_year = at.has_hours_of_year();
  const Exact hours = of_year ? at[Key::contract_hours] : Exact{full_time_hours};
  return {round_half_up(wage * Exact{times} / hours, 2)};
}

/// The wage of a month, or of a week where a month would leave next to nothing an hour.
Arguments wage_span(const Exact& wage, const RailNumbers& at) {
  const bool of_month = wage > Exact{most_of_week};
  return {{"span", of_month ? Phrase::a_month : Phrase::a_week},
          {"meant", hourly_of(wage, at, of_month ? 12 : 52)}};
}

/// 0.078 for 7.8: a hundredth, or a tenth where a hundred times it would be unusual.
Exact meant_by_fraction(Key key, const Exact& found) {
  const std::optional<int> most = most_usual(key);
  const bool is_tenth = most && found * Exact{100} > Exact{*most};
  return found * Exact{is_tenth ? 10 : 100};
}

/// What goes into the text of a rail that fires, beside its key and what was found there.
Arguments arguments_of(const Rail& rail, const RailNumbers& at) {
  switch (rail.code) {
    case Code::almost_nothing:
      return {{"meant", meant_by_fraction(rail.key, at[rail.key])}};
    case Code::unusually_high:
      return {{"most", std::to_string(*most_usual(rail.key))}};
    case Code::looks_grouped:
      return {{"meant", shortest(at[rail.key] * Exact{1000})}};
    case Code::hours_of_week:
      return {{"full_time", std::to_string(full_time_hours)}};
    case Code::below_leave:
      return {{"least", least_leave_in_cents(at[Key::contract_hours])},
              {"contract", at[Key::contract_hours]}};
    case Code::below_holiday_allowance:
      return {{"least", std::to_string(least_holiday_allowance)}};
    case Code::wage_of_year:
      return {{"meant", hourly_of(at[rail.key], at, 1)}};
    case Code::wage_of_month:
      return wage_span(at[rail.key], at);
    case Code::travel_beyond_visit:
      return {{"visit", at[Key::visit_minutes]}};
    case Code::margin_above_overhead:
      return {{"overhead", at[Key::overhead_percent]}};
    case Code::swapped_volume:
      return {{"volume", at[Key::volume]}};
    case Code::tariff_tenfold:
      return {{"cost", EuroAmount{round_half_up(at.cost, 2)}},
              {"relation", at.tariff > at.cost ? Phrase::over_ten_times : Phrase::under_a_tenth}};
    case Code::tariff_twofold:
      return {{"cost", EuroAmount{round_half_up(at.cost, 2)}},
              {"relation", at.tariff > at.cost ? Phrase::over_twice : Phrase::under_half}};
    default:
      return {};
  }
}

/// What was found, as the text of a code has it: an amount, a number; as it is typed where what it
/// is taken for is in question.
Argument found_of(Code code, const Exact& found) {
  switch (code) {
    case Code::looks_grouped:
      return shortest(found);
    case Code::wage_of_year:
    case Code::wage_of_month:
    case Code::swapped_volume:
    case Code::tariff_tenfold:
    case Code::tariff_twofold:
      return EuroAmount{found};
    default:
      return found;
  }
}

/// What is said of a rail that fired, with its key and what was found there.
Diagnostic said(Code code, const std::string& key, const Position& at, const Exact& found,
                Arguments arguments) {
  arguments.emplace_back("key", key);
  arguments.emplace_back("found", found_of(code, found));
  return finding(code, at, key, std::move(arguments));
}

/// Asks a rail about its key, unless something was said of that already.
void look(Diagnostics& found, const Rail& rail, const Case& subject, const RailNumbers& at) {
  const bool of_tariff = rail.is_of_tariff();
  const std::string key{path_of(rail.key)};
  const bool is_told = std::ranges::find(found, key, &Diagnostic::key) != found.end();
  if (is_told || (!of_tariff && !at.has(rail.key)) || !rail.fires(at, rail.key)) return;
  const Position place =
      of_tariff ? subject.place_of(key) : subject.number(rail.key).value_or(Input{}).at;
  found.push_back(
      said(rail.code, key, place, of_tariff ? at.tariff : at[rail.key], arguments_of(rail, at)));
}

/// What those rails say that are wanted.
template <class Wanted>
Diagnostics said_of(const Case& subject, const RailNumbers& at, const Wanted& wanted) {
  Diagnostics found;
  for (const Rail& rail : all_rails) {
    if (std::invoke(wanted, rail)) look(found, rail, subject, at);
  }
  return found;
}

/// A wage of the mix, as one of every hour.
void add_wage(Diagnostics& found, const std::string& key, const Input& wage,
              const RailNumbers& at) {
  const Exact value{wage.value};
  const bool of_year = value > Exact{most_of_month};
  if (!of_year && value <= Exact{most_of_hour}) return;
  found.push_back(
      of_year ? said(Code::wage_of_year, key, wage.at, value, {{"meant", hourly_of(value, at, 1)}})
              : said(Code::wage_of_month, key, wage.at, value, wage_span(value, at)));
}

/// A percentage without a key of its own that is next to nothing.
void add_fraction(Diagnostics& found, const std::string& key, const Input& percent,
                  const Exact& below) {
  const Exact value{percent.value};
  if (value.sign() <= 0 || value >= below) return;
  found.push_back(
      said(Code::almost_nothing, key, percent.at, value, {{"meant", value * Exact{100}}}));
}

/// Indexes of a year, which may well be below one percent, but not below a tenth; shares of a
/// price.
void add_fractions(Diagnostics& found, const Case& subject) {
  const Exact tenth = Exact{1} / Exact{10};
  if (subject.indexation) {
    int year = 0;
    for (const Input& percent : subject.indexation->percent)
      add_fraction(found, "indexation.percent." + std::to_string(++year), percent, tenth);
  }
  if (const std::optional<IndexClause>& clause = subject.contract.indexation) {
    if (clause->percent)
      add_fraction(found, "contract.indexation.percent", *clause->percent, tenth);
    if (clause->cap) add_fraction(found, "contract.indexation.cap", *clause->cap, tenth);
  }
  for (const GrowthKind kind : all_growth) {
    const std::optional<Growth> growth =
        subject.forecast ? (*subject.forecast)[kind] : std::nullopt;
    if (!growth) continue;
    const std::string key{path_of(kind)};
    for (const auto& [year, input] : growth->years)
      add_fraction(found, key + '.' + std::to_string(year), input, tenth);
    if (growth->later) add_fraction(found, key, *growth->later, tenth);
  }
  for (const DerivedPrice& price : subject.derived)
    add_fraction(found, price.percent_key(), price.percent, Exact{1});
}

}  // namespace

RailNumbers rail_numbers_of(const Case& subject) {
  RailNumbers numbers;
  for (std::size_t i = 0; i < key_count; ++i) {
    const std::optional<Input>& input = subject.numbers[i];
    if (!input) continue;
    numbers.stated[i] = Exact{input->value};
    numbers.grouped[i] = input->grouped;
  }
  numbers.by_hour = subject.choices.chosen<TariffUnit>() == TariffUnit::hour;
  return numbers;
}

Diagnostics below_law(const Case& subject) {
  return said_of(subject, rail_numbers_of(subject), [](const Rail& rail) {
    return rail.code == Code::below_holiday_allowance || rail.code == Code::below_leave;
  });
}

Diagnostics rails_of(const Case& subject) {
  const RailNumbers at = rail_numbers_of(subject);
  Diagnostics found = said_of(subject, at, [](const Rail& rail) { return !rail.is_of_tariff(); });
  for (const MixShare& part : subject.mix) {
    if (part.wage) add_wage(found, part.wage_key(), *part.wage, at);
  }
  add_fractions(found, subject);
  for (const OwnLine& line : subject.lines) {
    const bool of_year = line.per == LinePer::full_timer_year || line.per == LinePer::contract_year;
    if (!of_year || !line.figure.grouped) continue;
    const Exact value{line.figure.value};
    found.push_back(said(Code::looks_grouped, line.figure_key(), line.figure.at, value,
                         {{"meant", shortest(value * Exact{1000})}}));
  }
  return found;
}

Diagnostics tariff_rails_of(const Case& subject, const Exact& tariff_per_hour,
                            const Exact& cost_price) {
  RailNumbers numbers = rail_numbers_of(subject);
  numbers.tariff = tariff_per_hour;
  numbers.cost = cost_price;
  return said_of(subject, numbers, &Rail::is_of_tariff);
}

Diagnostic said_of_rail(const Diagnostics& findings, std::size_t place) {
  const auto found = std::ranges::find_if(findings, [&](const Diagnostic& said) {
    if (place == minimum_wage_rail) return said.code == Code::below_minimum_wage;
    if (place == own_rail) return is_own_rail(said);
    return said.code == all_rails[place].code && said.key == path_of(all_rails[place].key);
  });
  assert(found != findings.end());
  return *found;
}

bool is_own_rail(const Diagnostic& finding) {
  return is_rail(finding.code) && finding.code != Code::below_minimum_wage && !key_of(finding.key);
}

bool is_written_as_thousands(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const bool is_shape = point >= 1 && point <= 3 && text.size() == point + 4;
  return is_shape && text.front() != '0' && std::ranges::count_if(text, [](char c) {
                                              return c >= '0' && c <= '9';
                                            }) == static_cast<std::ptrdiff_t>(text.size()) - 1;
}

bool is_rail(Code code) {
  return code == Code::below_minimum_wage ||
         std::ranges::find(all_rails, code, &Rail::code) != all_rails.end();
}

bool RailNumbers::has_hours_of_year() const {
  return has(Key::contract_hours) && (*this)[Key::contract_hours] > Exact{most_week_hours};
}

Exact least_leave_in_cents(const Exact& contract_hours) {
  return round(least_leave(contract_hours), {.step = Decimal::of(1, 2), .mode = RoundingMode::up});
}

Exact least_leave(const Exact& contract_hours) {
  constexpr int weeks_of_leave = 4;
  return contract_hours * Exact{weeks_of_leave * 7} / Exact{366};
}

}  // namespace billijk::core
