#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/keys.hpp"
#include "core/case/slot.hpp"
#include "core/formula/symbol.hpp"
#include "core/number/date.hpp"
#include "core/number/exact.hpp"
#include "core/number/filtered.hpp"
#include "core/number/quantity.hpp"

namespace billijk::core {

/// A resolved figure before it becomes a number of one of the types the formula takes.
struct Figure {
  Decimal value;
  Unit unit = Unit::none;
  std::string name;
};

/// The wage table in force over some days of the period.
template <class T>
struct WageSpan {
  Date from;
  int days = 0;
  std::optional<T> minimum;
  std::vector<T> steps;     ///< in the order of the mix; empty for an hourly wage
  std::optional<T> hourly;  ///< that, where it has grown by these days
};

/// Employer charges and pension premiums in force over some days of the period.
template <class T>
struct ChargeSpan {
  Date from;
  int days = 0;
  T awf_low, awf_high, aof, wko, whk, zvw, sector, max_wage;
  T op, ap, franchise, ap_franchise;
};

/// How a line of one's own enters the sum.
struct OwnWays {
  std::string key;
  Element element = Element::a;
  std::optional<LinePer> per;
  std::optional<LineBase> of;
};

/// By what the figures of a case have grown by a later year; 1 where nothing has.
struct Grown {
  Exact prices{1};  ///< its own euro figures, but wages
  Exact volume{1};
  struct Wages {
    Exact own{1}, scale{1}, minimum{1};
  };
  std::vector<Wages> wages;  ///< on the days of each span
  struct Charges {
    Exact social{1}, pension{1};
  };
  std::vector<Charges> charges;  ///< maxima and franchises, on the days of each span
};

/// The choices of a case: which formula its numbers go through.
struct Ways {
  bool given = false;
  bool hourly = false;
  bool flat_charges = false;
  bool pension = false;
  bool own_whk = false;
  bool by_visit = false;
  Choices choices;
  std::optional<OverheadBase> overhead;                       ///< absent: an amount
  std::optional<MarginBase> margin = MarginBase::cost_price;  ///< absent: an amount
  TariffUnit tariff_unit = TariffUnit::hour;
  Rounding rounding;
  std::vector<OwnWays> own;
  std::vector<std::size_t> own_wages;  ///< places in the mix of the wages the case states itself
  Exact index_factor{1};
  std::optional<Grown> grown;  ///< of a later year

  bool is_indexed() const { return cmp(index_factor.rational(), 1) != 0; }
};

/// Every number the formula takes, dates and presets resolved.
template <class T>
struct Numbers {
  std::array<T, key_count> value;  ///< a percentage as the share it is
  std::vector<T> mix;
  std::vector<WageSpan<T>> wages;
  std::vector<ChargeSpan<T>> charges;
  std::vector<T> own;  ///< amount or percentage of each own line

  const T& operator[](Key key) const { return value[index_of(key)]; }
  T& operator[](Key key) { return value[index_of(key)]; }

  Share<T> share(Key key) const { return Share<T>{checked(key, {Unit::percent})}; }
  PaidHours<T> paid_hours(Key key) const {
    return PaidHours<T>{checked(key, {Unit::hours_per_year})};
  }
  BillableHours<T> billable_hours(Key key) const {
    return BillableHours<T>{checked(key, {Unit::hours_per_year})};
  }
  Euros<T> euros(Key key) const {
    return Euros<T>{checked(key, {Unit::eur_per_km, Unit::eur_per_year, Unit::eur})};
  }
  EurosPerBillableHour<T> rate(Key key) const {
    return EurosPerBillableHour<T>{checked(key, {Unit::eur_per_hour})};
  }
  PerBillableHour<T> per_hour(Key key) const {
    return PerBillableHour<T>{checked(key, {Unit::km_per_hour})};
  }
  PaidPerBillableHour<T> travel_minutes() const {
    return PaidPerBillableHour<T>{checked(Key::travel_minutes, {Unit::minutes_per_hour})};
  }
  /// Minutes paid between two clients. Units: minutes, as visit_minutes.
  PaidHours<T> minutes_between() const {
    return PaidHours<T>{checked(Key::minutes_between, {Unit::minutes})};
  }
  BillableHours<T> visit_minutes() const {
    return BillableHours<T>{checked(Key::visit_minutes, {Unit::minutes})};
  }

 private:
  const T& checked(Key key, [[maybe_unused]] std::initializer_list<Unit> units) const {
    assert(std::ranges::find(units, facts_of(key).unit) != units.end());
    return value[index_of(key)];
  }
};

/// The number at an address; a wage of one's own is the same in every span.
///
/// Requires: no year of the index, which is no number of the formula.
template <class AnyNumbers>
auto& number_at(AnyNumbers& numbers, Slot slot) {
  assert(slot.kind() != Slot::Kind::index_year);
  if (slot.is_line()) return numbers.own[slot.place()];
  if (slot.kind() == Slot::Kind::share) return numbers.mix[slot.place()];
  if (slot.kind() == Slot::Kind::own_wage) return numbers.wages.front().steps[slot.place()];
  return numbers.value[slot.place()];
}
template <class T>
void put(Numbers<T>& numbers, Slot slot, const T& number) {
  if (slot.kind() == Slot::Kind::own_wage) {
    for (WageSpan<T>& span : numbers.wages) span.steps[slot.place()] = number;
  } else {
    number_at(numbers, slot) = number;
  }
}

/// A resolved case: the choices and the figures.
struct Resolved {
  Ways ways;
  Numbers<Figure> figures;
};

/// Every figure as the number of type N that `number` makes of it.
template <class N, class ToNumber>
Numbers<N> numbers_by(const Numbers<Figure>& figures, const ToNumber& number) {
  const auto all = [&](const std::vector<Figure>& list) {
    std::vector<N> result;
    result.reserve(list.size());
    for (const Figure& figure : list) result.push_back(number(figure));
    return result;
  };
  Numbers<N> result;
  for (std::size_t i = 0; i < key_count; ++i) result.value[i] = number(figures.value[i]);
  result.mix = all(figures.mix);
  result.own = all(figures.own);
  for (const auto& span : figures.wages) {
    WageSpan<N> wage{.from = span.from, .days = span.days, .minimum = {}, .steps = all(span.steps)};
    if (span.minimum) wage.minimum = number(*span.minimum);
    result.wages.push_back(std::move(wage));
  }
  for (const auto& span : figures.charges) {
    result.charges.push_back({span.from, span.days, number(span.awf_low), number(span.awf_high),
                              number(span.aof), number(span.wko), number(span.whk),
                              number(span.zvw), number(span.sector), number(span.max_wage),
                              number(span.op), number(span.ap), number(span.franchise),
                              number(span.ap_franchise)});
  }
  return result;
}

/// Every figure as a number of type N.
template <class N>
Numbers<N> numbers_of(const Numbers<Figure>& figures) {
  return numbers_by<N>(figures, [](const Figure& figure) {
    return N{figure.value, shift_of(figure.unit)};
  });
}

}  // namespace billijk::core
