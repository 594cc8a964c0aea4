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

/// Whether hours of the contract are meant, or some that are taken off them.
enum class HoursSign : std::uint8_t { plus, minus };

/// The hours of a full-timer's year (billijk-model(7), "Hours").
template <class N>
struct YearHours {
#define BILLIJK_HOURS(id, sign) PaidHours<N> id;
#include "core/formula/hours.def"
#undef BILLIJK_HOURS
  PaidHours<N> attendance, travel;
  BillableHours<N> billable;
  PaidPerBillableHour<N> travel_share;  ///< travel hours per billable hour
};

/// Those that leave the attendance, in their order: visit(key, sign, number).
template <class N, class Visit>
void visit_hours(const YearHours<N>& year, Visit visit) {
#define BILLIJK_HOURS(id, sign) visit(#id, HoursSign::sign, year.id.number());
#include "core/formula/hours.def"
#undef BILLIJK_HOURS
}

/// The four boundaries of a verdict. Units: EUR per billable hour.
template <class N>
using Totals = std::array<EurosPerBillableHour<N>, total_count>;

/// One computation of every line and total. Units: EUR per billable hour.
template <class N>
struct Pass {
  Labour<N> labour;
  YearHours<N> hours;
  std::array<EurosPerBillableHour<N>, line_count> lines;
  std::vector<EurosPerBillableHour<N>> own;
  Totals<N> totals;

  EurosPerBillableHour<N>& operator[](Line line) { return lines[index_of(line)]; }
  const EurosPerBillableHour<N>& operator[](Line line) const { return lines[index_of(line)]; }
  EurosPerBillableHour<N>& operator[](Total total) { return totals[index_of(total)]; }
  const EurosPerBillableHour<N>& operator[](Total total) const { return totals[index_of(total)]; }
};

/// Nothing for a quantity above zero, `uncertain` where its sign is in doubt, else `trouble`.
template <class Q>
Trouble unless_positive(const Q& quantity, Trouble trouble) {
  const std::optional<int> sign = quantity.number().certain_sign();
  if (!sign) return Trouble::uncertain;
  return *sign > 0 ? Trouble::none : trouble;
}

/// The same of what an amount is spread over; nothing to spread needs nothing to divide by.
template <class N, class Q>
Trouble unless_spread(const N& amount, const Q& over) {
  return amount.is_zero() ? Trouble::none : unless_positive(over, Trouble::no_volume);
}
/// A formula keeps the condition in its `spread`.
template <class Q>
Trouble unless_spread(const Symbol& /*amount*/, const Q& /*over*/) {
  return Trouble::none;
}

/// Formula: attendance = N - leave - sickness - training / f - meetings / f - idle - indirect -
///          obligations; billable = attendance / (1 + travel minutes / 60).
/// Errors:  `no_attendance` when nothing is left.
template <class N>
Trouble compute_hours(YearHours<N>& year, const Numbers<N>& in, const Namer<N>& namer) {
  const Share<N> factor = in.share(Key::part_time_factor);
  year.contract = in.paid_hours(Key::contract_hours);
  year.leave = in.paid_hours(Key::leave);
  const Ways& ways = namer.ways();
  const bool after_leave = ways.choices.chosen<SicknessBase>() == SicknessBase::after_leave;
  year.sickness =
      namer.named("sickness_hours", in.share(Key::sickness) *
                                        (after_leave ? year.contract - year.leave : year.contract));
  year.training = in.paid_hours(Key::training_hours) / factor;
  year.meetings = in.paid_hours(Key::meetings) / factor;
  year.idle = in.paid_hours(Key::idle);
  year.indirect = in.paid_hours(Key::indirect);
  year.obligations = in.paid_hours(Key::obligation_hours);
  year.attendance =
      namer.named("attendance", year.contract - year.leave - year.sickness - year.training -
                                    year.meetings - year.idle - year.indirect - year.obligations);
  if (const Trouble trouble = unless_positive(year.attendance, Trouble::no_attendance);
      trouble != Trouble::none) {
    return trouble;
  }
  year.travel_share =
      namer.named("travel_share", ways.by_visit ? in.minutes_between() / in.visit_minutes()
                                                : in.travel_minutes() / Share<N>{N{60}});
  year.billable =
      namer.named("billable", year.attendance / (the_hour_itself<N>() + year.travel_share));
  year.travel = namer.named("travel_hours", year.billable * year.travel_share);
  return Trouble::none;
}

/// The computation of one pass, step by step in the order of billijk-model(7).
template <class N>
class SheetBuilder {
 public:
  SheetBuilder(const Numbers<N>& in, const Namer<N>& namer, Pass<N>& pass)
      : in_{in}, namer_{namer}, ways_{namer.ways()}, pass_{pass} {}

  Trouble build() {
    if (ways_.given) return add_margin(in_.rate(Key::given_cost_price));
    pass_.labour = labour_of(in_, namer_);
    copy_labour();
    if (const Trouble trouble = compute_hours(pass_.hours, in_, namer_); trouble != Trouble::none)
      return trouble;
    if (const Trouble trouble = check_volume(); trouble != Trouble::none) return trouble;
    add_time_and_travel();
    add_direct();
    add_own_overhead();
    if (const Trouble trouble = add_overhead(); trouble != Trouble::none) return trouble;
    pass_[Total::wage_floor] = namer_.line("wage_floor", floor_);
    const EurosPerBillableHour<N> cost = direct_ + pass_[Line::overhead];
    return add_margin(has_own_overhead() ? cost + own_overhead_ : cost);
  }

 private:
  template <class Value>
  void set(Line line, const Value& value) {
    pass_[line] = namer_.line(facts_of(line).key, value);
  }

  /// Euros a year are spread over the volume; without one only zero can be.
  Trouble check_volume() const {
    const BillableHours<N> volume = in_.billable_hours(Key::volume);
    Trouble trouble = unless_spread(in_[Key::obligation_annual], volume);
    for (std::size_t i = 0; i < ways_.own.size() && trouble == Trouble::none; ++i) {
      if (ways_.own[i].per == LinePer::contract_year) trouble = unless_spread(in_.own[i], volume);
    }
    return trouble;
  }

  void copy_labour() {
    const Labour<N>& pay = pass_.labour;
    pass_[Line::wage] = of_the_hour(pay.wage);
    pass_[Line::irregular_hours] = of_the_hour(pay.irregular_hours);
    pass_[Line::holiday_allowance] = of_the_hour(pay.holiday_allowance);
    pass_[Line::year_end_bonus] = of_the_hour(pay.year_end_bonus);
    pass_[Line::social] = of_the_hour(pay.social);
    pass_[Line::pension] = of_the_hour(pay.pension);
  }

  void add_time_and_travel() {
    const YearHours<N>& year = pass_.hours;
    const EurosPerPaidHour<N>& labour = pass_.labour.labour;
    const auto time = [&](Line line, const PaidHours<N>& hours) {
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
    set(Line::obligation_expenses,
        in_.rate(Key::obligation_amount) +
            spread(in_.euros(Key::obligation_annual), in_.billable_hours(Key::volume)));
  }

  /// An own line as an amount or a percentage of anything but the direct costs.
  EurosPerBillableHour<N> own_value(std::size_t i) const {
    const OwnWays& own = ways_.own[i];
    const N& figure = in_.own[i];
    const BillableHours<N>& billable = pass_.hours.billable;
    if (own.per) {
      switch (*own.per) {
        case LinePer::billable_hour:
          return EurosPerBillableHour<N>{figure};
        case LinePer::paid_hour:
          return EurosPerPaidHour<N>{figure} * pass_.hours.contract / billable;
        case LinePer::full_timer_year:
          return Euros<N>{figure} / billable;
        case LinePer::contract_year:
          return spread(Euros<N>{figure}, in_.billable_hours(Key::volume));
      }
    }
    if (own.of == LineBase::direct) return Share<N>{figure} * direct_base_;
    const Labour<N>& pay = pass_.labour;
    const EurosPerPaidHour<N>& base = own.of == LineBase::wage    ? pay.wage
                                      : own.of == LineBase::gross ? pay.gross
                                                                  : pay.labour;
    return Share<N>{figure} * base * pass_.hours.contract / billable;
  }
  EurosPerBillableHour<N> set_own(std::size_t i) {
    pass_.own[i] = namer_.line(ways_.own[i].key, own_value(i));
    return pass_.own[i];
  }

  /// Lines of a, c, d and f: first those that need no direct costs, then the percentages of them.
  void add_direct() {
    pass_.own.resize(ways_.own.size());
    for (std::size_t i = 0; i < index_of(Line::overhead); ++i) {
      direct_ = i == 0 ? pass_.lines[i] : direct_ + pass_.lines[i];
      if (i == index_of(Line::obligation_time)) floor_ = direct_;
    }
    for (const bool of_direct : {false, true}) {
      if (of_direct)
        direct_base_ = has_own_of_direct() ? namer_.named("direct_base", direct_) : direct_;
      for (std::size_t i = 0; i < ways_.own.size(); ++i) {
        const OwnWays& own = ways_.own[i];
        if (own.element == Element::b || (own.of == LineBase::direct) != of_direct) continue;
        const EurosPerBillableHour<N> value = set_own(i);
        direct_ = direct_ + value;
        if (own.element != Element::f) floor_ = floor_ + value;
      }
    }
    direct_ = namer_.named("direct", direct_);
  }
  bool has_own_of_direct() const {
    return std::ranges::any_of(ways_.own,
                               [](const OwnWays& own) { return own.of == LineBase::direct; });
  }

  bool has_own_overhead() const {
    return std::ranges::find(ways_.own, Element::b, &OwnWays::element) != ways_.own.end();
  }
  void add_own_overhead() {
    bool first = true;
    for (std::size_t i = 0; i < ways_.own.size(); ++i) {
      if (ways_.own[i].element != Element::b) continue;
      const EurosPerBillableHour<N> value = set_own(i);
      own_overhead_ = first ? value : own_overhead_ + value;
      first = false;
    }
  }

  Trouble add_overhead() {
    if (!ways_.overhead) {
      set(Line::overhead, in_.rate(Key::overhead_amount));
      return Trouble::none;
    }
    const Share<N> overhead = in_.share(Key::overhead_percent);
    const Share<N> margin = in_.share(Key::margin_percent);
    if (*ways_.overhead == OverheadBase::direct) {
      set(Line::overhead, overhead * direct_);
      return Trouble::none;
    }
    const bool of_cost_price = *ways_.overhead == OverheadBase::cost_price;
    const bool margin_of_tariff = ways_.margin == MarginBase::tariff;
    const Share<N> rest = of_cost_price || !ways_.margin ? whole<N>() - overhead
                          : margin_of_tariff             ? whole<N>() - overhead - margin
                                             : whole<N>() - overhead * (whole<N>() + margin);
    if (const Trouble trouble = unless_positive(rest, Trouble::nothing_left);
        trouble != Trouble::none)
      return trouble;
    if (of_cost_price) {
      set(Line::overhead, direct_ * overhead / rest);
      return Trouble::none;
    }
    set(Line::overhead, overhead * namer_.named("tariff_by_formula", tariff_by_formula(rest)));
    return Trouble::none;
  }
  /// The fair tariff of which `rest` is what overhead, and a margin in percent, leave.
  EurosPerBillableHour<N> tariff_by_formula(const Share<N>& rest) const {
    const EurosPerBillableHour<N> cost = has_own_overhead() ? direct_ + own_overhead_ : direct_;
    if (!ways_.margin) return (cost + in_.rate(Key::margin_amount)) / rest;
    if (*ways_.margin == MarginBase::tariff) return cost / rest;
    return cost / rest * (whole<N>() + in_.share(Key::margin_percent));
  }

  Trouble add_margin(const EurosPerBillableHour<N>& cost_price) {
    const EurosPerBillableHour<N> cost = namer_.named("cost_price", cost_price);
    const Share<N> percent = in_.share(Key::margin_percent);
    if (!ways_.margin) {
      set(Line::margin, in_.rate(Key::margin_amount));
    } else if (*ways_.margin == MarginBase::tariff) {
      const Share<N> rest = whole<N>() - percent;
      if (const Trouble trouble = unless_positive(rest, Trouble::nothing_left);
          trouble != Trouble::none)
        return trouble;
      set(Line::margin, percent * cost / rest);
    } else {
      set(Line::margin, percent * cost);
    }
    pass_[Total::cost_price] = cost;
    pass_[Total::fair_tariff] = namer_.named("fair_tariff", cost + pass_[Line::margin]);
    pass_[Total::ceiling] = namer_.line(
        "ceiling",
        max(cost * (whole<N>() + in_.share(Key::band_ceiling)), pass_[Total::fair_tariff]));
    return Trouble::none;
  }

  const Numbers<N>& in_;
  const Namer<N>& namer_;
  const Ways& ways_;
  Pass<N>& pass_;
  EurosPerBillableHour<N> floor_, direct_, direct_base_, own_overhead_;
};

}  // namespace billijk::core
