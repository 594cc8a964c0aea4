#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/case/line.hpp"
#include "core/formula/labour.hpp"
#include "core/formula/numbers.hpp"

namespace billijk::core {

/// Why a sheet cannot be computed; `uncertain` only in filtered numbers: compute it exactly.
enum class Trouble : std::uint8_t { none, uncertain, no_attendance, nothing_left, no_volume };

/// The hours of a full-timer's year (billijk-model(7), "Hours").
template <class N>
struct YearHours {
  Hours<N> contract, leave, sickness, training, meetings, idle, indirect, obligations;
  Hours<N> attendance, billable, travel;
  Share<N> travel_share;  ///< travel hours per billable hour
};

/// The four boundaries of a verdict. Units: EUR per billable hour.
template <class N>
using Totals = std::array<EurosPerHour<N>, total_count>;

/// One computation of every line and total. Units: EUR per billable hour.
template <class N>
struct Pass {
  Labour<N> labour;
  YearHours<N> hours;
  std::array<EurosPerHour<N>, line_count> lines;
  std::vector<EurosPerHour<N>> own;
  Totals<N> totals;

  EurosPerHour<N>& operator[](Line line) { return lines[index_of(line)]; }
  const EurosPerHour<N>& operator[](Line line) const { return lines[index_of(line)]; }
  EurosPerHour<N>& operator[](Total total) { return totals[index_of(total)]; }
  const EurosPerHour<N>& operator[](Total total) const { return totals[index_of(total)]; }
};

/// -1, 0 or 1 of a denominator or a balance; `uncertain` stands for "not above zero" in doubt.
template <class Q>
Trouble unless_positive(const Q& quantity, Trouble trouble) {
  const std::optional<int> sign = quantity.number().certain_sign();
  if (!sign) return Trouble::uncertain;
  return *sign > 0 ? Trouble::none : trouble;
}

/// Formula: attendance = N - leave - sickness - training / f - meetings / f - idle - indirect -
///          obligations; billable = attendance / (1 + travel minutes / 60).
/// Errors:  `no_attendance` when nothing is left.
template <class N>
Trouble compute_hours(YearHours<N>& year, const Numbers<N>& in, const Settle<N>& settle) {
  const Share<N> factor = in.share(Key::part_time_factor);
  year.contract = in.hours(Key::contract_hours);
  year.leave = in.hours(Key::leave);
  const bool after_leave = settle.basis().sickness_base == SicknessBase::after_leave;
  year.sickness = settle.named(
      "sickness_hours",
      in.share(Key::sickness) * (after_leave ? year.contract - year.leave : year.contract));
  year.training = in.hours(Key::training_hours) / factor;
  year.meetings = in.hours(Key::meetings) / factor;
  year.idle = in.hours(Key::idle);
  year.indirect = in.hours(Key::indirect);
  year.obligations = in.hours(Key::obligation_hours);
  year.attendance =
      settle.named("attendance", year.contract - year.leave - year.sickness - year.training -
                                     year.meetings - year.idle - year.indirect - year.obligations);
  if (const Trouble trouble = unless_positive(year.attendance, Trouble::no_attendance);
      trouble != Trouble::none) {
    return trouble;
  }
  year.travel_share = settle.named(
      "travel_share", settle.basis().by_visit
                          ? in.minutes(Key::minutes_between) / in.minutes(Key::visit_minutes)
                          : in.minutes(Key::travel_minutes) / Share<N>{N{60}});
  year.billable = settle.named("billable", year.attendance / (whole<N>() + year.travel_share));
  year.travel = settle.named("travel_hours", year.billable * year.travel_share);
  return Trouble::none;
}

/// The computation of one pass, step by step in the order of billijk-model(7).
template <class N>
class SheetBuilder {
 public:
  SheetBuilder(const Numbers<N>& in, const Settle<N>& settle, Pass<N>& pass)
      : in_{in}, settle_{settle}, basis_{settle.basis()}, pass_{pass} {}

  Trouble build() {
    if (basis_.given) return add_margin(in_.rate(Key::given_cost_price));
    pass_.labour = labour_of(in_, settle_);
    copy_labour();
    if (const Trouble trouble = compute_hours(pass_.hours, in_, settle_); trouble != Trouble::none)
      return trouble;
    if (const Trouble trouble = check_volume(); trouble != Trouble::none) return trouble;
    add_time_and_travel();
    add_direct();
    add_own_overhead();
    if (const Trouble trouble = add_overhead(); trouble != Trouble::none) return trouble;
    pass_[Total::wage_floor] = settle_.line("wage_floor", floor_);
    const EurosPerHour<N> cost = direct_ + pass_[Line::overhead];
    return add_margin(has_own_overhead() ? cost + own_overhead_ : cost);
  }

 private:
  EurosPerHour<N> zero() const { return EurosPerHour<N>{N{0}}; }
  template <class Value>
  void set(Line line, const Value& value) {
    pass_[line] = settle_.line(facts_of(line).key, value);
  }

  /// Euros a year are spread over the volume; without one only zero can be.
  Trouble check_volume() const {
    bool divides = !in_[Key::obligation_annual].is_zero();
    for (std::size_t i = 0; i < basis_.own.size(); ++i) divides = divides || divides_by_volume(i);
    return divides ? unless_positive(in_.hours(Key::volume), Trouble::no_volume) : Trouble::none;
  }
  bool divides_by_volume(std::size_t i) const {
    return basis_.own[i].per == LinePer::contract_year && !in_.own[i].is_zero();
  }

  void copy_labour() {
    const Labour<N>& pay = pass_.labour;
    pass_[Line::wage] = pay.wage;
    pass_[Line::irregular_hours] = pay.irregular_hours;
    pass_[Line::holiday_allowance] = pay.holiday_allowance;
    pass_[Line::year_end_bonus] = pay.year_end_bonus;
    pass_[Line::social] = pay.social;
    pass_[Line::pension] = pay.pension;
  }

  void add_time_and_travel() {
    const YearHours<N>& year = pass_.hours;
    const EurosPerHour<N>& labour = pass_.labour.labour;
    const auto time = [&](Line line, const Hours<N>& hours) {
      set(line, labour * hours / year.billable);
    };
    time(Line::leave, year.leave);
    time(Line::sickness, year.sickness);
    time(Line::training_time, year.training);
    time(Line::meetings, year.meetings);
    time(Line::idle, year.idle);
    time(Line::indirect, year.indirect);
    set(Line::travel_time, labour * year.travel_share);
    set(Line::travel_expenses, in_.per_hour(Key::kilometres) * in_.euros(Key::kilometre_rate) +
                                   in_.rate(Key::travel_expenses));
    set(Line::training_expenses,
        in_.euros(Key::training_expenses) / in_.share(Key::part_time_factor) / year.billable);
    time(Line::obligation_time, year.obligations);
    EurosPerHour<N> expenses = in_.rate(Key::obligation_amount);
    if (!in_[Key::obligation_annual].is_zero()) {
      expenses = expenses + in_.euros(Key::obligation_annual) / in_.hours(Key::volume);
    }
    set(Line::obligation_expenses, expenses);
  }

  /// An own line as an amount or a percentage of anything but the direct costs.
  EurosPerHour<N> own_value(std::size_t i) const {
    const OwnBasis& own = basis_.own[i];
    const N& figure = in_.own[i];
    const Hours<N>& billable = pass_.hours.billable;
    if (own.per) {
      switch (*own.per) {
        case LinePer::billable_hour:
          return EurosPerHour<N>{figure};
        case LinePer::paid_hour:
          return EurosPerHour<N>{figure} * pass_.hours.contract / billable;
        case LinePer::full_timer_year:
          return Euros<N>{figure} / billable;
        case LinePer::contract_year:
          return divides_by_volume(i) ? Euros<N>{figure} / in_.hours(Key::volume) : zero();
      }
    }
    if (own.of == LineBase::direct) return Share<N>{figure} * direct_base_;
    const Labour<N>& pay = pass_.labour;
    const EurosPerHour<N>& base = own.of == LineBase::wage    ? pay.wage
                                  : own.of == LineBase::gross ? pay.gross
                                                              : pay.labour;
    return Share<N>{figure} * base * pass_.hours.contract / billable;
  }
  EurosPerHour<N> set_own(std::size_t i) {
    pass_.own[i] = settle_.line(basis_.own[i].key, own_value(i));
    return pass_.own[i];
  }

  /// Lines of a, c, d and f: first those that need no direct costs, then the percentages of them.
  void add_direct() {
    pass_.own.resize(basis_.own.size());
    for (std::size_t i = 0; i < index_of(Line::overhead); ++i) {
      direct_ = i == 0 ? pass_.lines[i] : direct_ + pass_.lines[i];
      if (i == index_of(Line::obligation_time)) floor_ = direct_;
    }
    for (const bool of_direct : {false, true}) {
      if (of_direct)
        direct_base_ = has_own_of_direct() ? settle_.named("direct_base", direct_) : direct_;
      for (std::size_t i = 0; i < basis_.own.size(); ++i) {
        const OwnBasis& own = basis_.own[i];
        if (own.element == Element::b || (own.of == LineBase::direct) != of_direct) continue;
        const EurosPerHour<N> value = set_own(i);
        direct_ = direct_ + value;
        if (own.element != Element::f) floor_ = floor_ + value;
      }
    }
    direct_ = settle_.named("direct", direct_);
  }
  bool has_own_of_direct() const {
    return std::ranges::any_of(basis_.own,
                               [](const OwnBasis& own) { return own.of == LineBase::direct; });
  }

  bool has_own_overhead() const {
    return std::ranges::find(basis_.own, Element::b, &OwnBasis::element) != basis_.own.end();
  }
  void add_own_overhead() {
    bool first = true;
    for (std::size_t i = 0; i < basis_.own.size(); ++i) {
      if (basis_.own[i].element != Element::b) continue;
      const EurosPerHour<N> value = set_own(i);
      own_overhead_ = first ? value : own_overhead_ + value;
      first = false;
    }
  }

  Trouble add_overhead() {
    if (!basis_.overhead) {
      set(Line::overhead, in_.rate(Key::overhead_amount));
      return Trouble::none;
    }
    const Share<N> overhead = in_.share(Key::overhead_percent);
    const Share<N> margin = in_.share(Key::margin_percent);
    if (*basis_.overhead == OverheadBase::direct) {
      set(Line::overhead, overhead * direct_);
      return Trouble::none;
    }
    const bool of_cost_price = *basis_.overhead == OverheadBase::cost_price;
    const bool margin_of_tariff = basis_.margin == MarginBase::tariff;
    const Share<N> rest = of_cost_price      ? whole<N>() - overhead
                          : margin_of_tariff ? whole<N>() - overhead - margin
                                             : whole<N>() - overhead * (whole<N>() + margin);
    if (const Trouble trouble = unless_positive(rest, Trouble::nothing_left);
        trouble != Trouble::none)
      return trouble;
    if (of_cost_price) {
      set(Line::overhead, direct_ * overhead / rest);
      return Trouble::none;
    }
    const EurosPerHour<N> sum = (has_own_overhead() ? direct_ + own_overhead_ : direct_) / rest;
    const EurosPerHour<N> tariff = margin_of_tariff ? sum : sum * (whole<N>() + margin);
    set(Line::overhead, overhead * settle_.named("tariff_by_formula", tariff));
    return Trouble::none;
  }

  Trouble add_margin(const EurosPerHour<N>& cost_price) {
    const EurosPerHour<N> cost = settle_.named("cost_price", cost_price);
    const Share<N> percent = in_.share(Key::margin_percent);
    if (basis_.margin == MarginBase::tariff) {
      const Share<N> rest = whole<N>() - percent;
      if (const Trouble trouble = unless_positive(rest, Trouble::nothing_left);
          trouble != Trouble::none)
        return trouble;
      set(Line::margin, percent * cost / rest);
    } else {
      set(Line::margin, percent * cost);
    }
    pass_[Total::cost_price] = cost;
    pass_[Total::fair_tariff] = settle_.named("fair_tariff", cost + pass_[Line::margin]);
    pass_[Total::ceiling] = settle_.line(
        "ceiling",
        max(cost * (whole<N>() + in_.share(Key::band_ceiling)), pass_[Total::fair_tariff]));
    return Trouble::none;
  }

  const Numbers<N>& in_;
  const Settle<N>& settle_;
  const Basis& basis_;
  Pass<N>& pass_;
  EurosPerHour<N> floor_, direct_, direct_base_, own_overhead_;
};

}  // namespace billijk::core
