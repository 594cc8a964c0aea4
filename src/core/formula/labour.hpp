#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/formula/numbers.hpp"
#include "core/number/date.hpp"

namespace billijk::core {

/// The name of a result that belongs to the days of one preset row: "social@2026-07-01".
struct DatedName {
  std::string_view name;
  Date from;
  std::string text() const { return std::string{name} + '@' + iso(from); }
};

/// What an hour of the employment contract costs (billijk-model(7), "Per paid hour").
///
/// Units: EUR per paid hour.
template <class N>
struct Labour {
  EurosPerHour<N> wage, irregular_hours, holiday_allowance, year_end_bonus, social, pension;
  EurosPerHour<N> gross, labour;
};

/// Rounds to the step where the case says "line", and names the result.
template <class N>
class Settle {
 public:
  Settle(const Basis& basis, Recorder<N>& record) : basis_{basis}, record_{record} {}

  template <class Name>
  EurosPerHour<N> line(const Name& name, const EurosPerHour<N>& value) const {
    if (basis_.rounding.at == RoundingAt::end) return record_.named(name, value);
    return record_.named(name, EurosPerHour<N>{round(value.number(), basis_.rounding)});
  }
  template <class Name, int Euro, int Hour>
  Quantity<N, Euro, Hour> named(const Name& name, const Quantity<N, Euro, Hour>& value) const {
    return record_.named(name, value);
  }
  const Basis& basis() const { return basis_; }

 private:
  const Basis& basis_;
  Recorder<N>& record_;
};

/// Formula: sum of value x days / days in the period; one span is its own mean.
template <class N, class Span, class Value>
EurosPerHour<N> day_weighted(const std::vector<Span>& spans, const Value& value_of) {
  if (spans.size() == 1) return value_of(spans.front());
  int days = 0;
  EurosPerHour<N> sum;
  for (const Span& span : spans) {
    const EurosPerHour<N> weighted = Share<N>{N{span.days}} * value_of(span);
    sum = days == 0 ? weighted : sum + weighted;
    days += span.days;
  }
  return sum / Share<N>{N{days}};
}

/// The wage on the days of one span: each step, and an hourly wage, raised to the minimum wage.
template <class N>
EurosPerHour<N> wage_of(const Numbers<N>& in, const Basis& basis, const WageSpan<N>& span) {
  const auto raised = [&](const N& wage) {
    const EurosPerHour<N> rate{wage};
    return span.minimum ? max(rate, EurosPerHour<N>{*span.minimum}) : rate;
  };
  if (basis.hourly) return raised(in[Key::wage_hourly]);
  EurosPerHour<N> sum;
  for (std::size_t i = 0; i < span.steps.size(); ++i) {
    const EurosPerHour<N> part = Share<N>{in.mix[i]} * raised(span.steps[i]);
    sum = i == 0 ? part : sum + part;
  }
  return sum;
}

/// Social and pension of one span, from the gross pay of the period.
template <class N>
class Charges {
 public:
  Charges(const Numbers<N>& in, const Settle<N>& settle, EurosPerHour<N> gross)
      : in_{in}, settle_{settle}, gross_{std::move(gross)} {}

  /// Formula: OP% x max(0, g - franchise / N) + AP% x max(0, g - ap_franchise / N).
  EurosPerHour<N> premium(const ChargeSpan<N>& span) const {
    const auto part = [&](const N& percent, const N& franchise) {
      return Share<N>{percent} *
             max(EurosPerHour<N>{N{0}}, gross_ - Euros<N>{franchise} / contract());
    };
    return settle_.named(DatedName{"premium", span.from},
                         part(span.op, span.franchise) + part(span.ap, span.ap_franchise));
  }
  EurosPerHour<N> pension(const ChargeSpan<N>& span) const {
    return in_.share(Key::employer_share) * premium(span);
  }
  /// Formula: social % x min(base, maximum premium wage / (N x f)).
  EurosPerHour<N> social(const ChargeSpan<N>& span) const {
    const Hours<N> worked = contract() * in_.share(Key::part_time_factor);
    return settle_.named(DatedName{"social_percent", span.from}, percent(span)) *
           min(base(span), Euros<N>{span.max_wage} / worked);
  }

 private:
  Hours<N> contract() const { return in_.hours(Key::contract_hours); }
  Share<N> percent(const ChargeSpan<N>& span) const {
    const Share<N> permanent = in_.share(Key::permanent);
    const Share<N> whk = settle_.basis().own_whk ? in_.share(Key::whk) : Share<N>{span.whk};
    Share<N> sum = permanent * Share<N>{span.awf_low} +
                   (whole<N>() - permanent) * Share<N>{span.awf_high} + Share<N>{span.aof} +
                   Share<N>{span.wko} + whk + Share<N>{span.zvw};
    if (!span.sector.is_zero()) sum = sum + Share<N>{span.sector};
    return sum;
  }
  /// The employee's part of the pension premium is not premium wage.
  EurosPerHour<N> base(const ChargeSpan<N>& span) const {
    if (settle_.basis().social_base == SocialBase::gross || !settle_.basis().pension) return gross_;
    const EurosPerHour<N> whole_premium = premium(span);
    return gross_ - (whole_premium - in_.share(Key::employer_share) * whole_premium);
  }

  const Numbers<N>& in_;
  const Settle<N>& settle_;
  EurosPerHour<N> gross_;
};

template <class N>
void add_charges(Labour<N>& pay, const Numbers<N>& in, const Settle<N>& settle) {
  const Basis& basis = settle.basis();
  const Charges<N> charges{in, settle, pay.gross};
  if (basis.flat_charges) {
    pay.social = settle.line("social", in.share(Key::charges_percent) * pay.gross);
  } else {
    pay.social = settle.line("social", day_weighted<N>(in.charges, [&](const auto& span) {
                               return charges.social(span);
                             }));
  }
  if (basis.pension) {
    pay.pension = settle.line("pension", day_weighted<N>(in.charges, [&](const auto& span) {
                                return charges.pension(span);
                              }));
  } else {
    pay.pension = settle.line("pension", EurosPerHour<N>{N{0}});
  }
}

/// Formula: w; i = w x irregular; h = (w + i) x holiday; y = base x year-end; g = w + i + h + y;
///          then social and pension; labour = g + s + p.
template <class N>
Labour<N> labour_of(const Numbers<N>& in, const Settle<N>& settle) {
  Labour<N> pay;
  pay.wage = settle.line(
      "wage", day_weighted<N>(in.wages, [&](const auto& span) {
        return settle.named(DatedName{"wage", span.from}, wage_of(in, settle.basis(), span));
      }));
  pay.irregular_hours = settle.line("irregular_hours", pay.wage * in.share(Key::irregular_hours));
  pay.holiday_allowance = settle.line(
      "holiday_allowance", (pay.wage + pay.irregular_hours) * in.share(Key::holiday_allowance));
  EurosPerHour<N> base = pay.wage;
  if (settle.basis().bonus_base != BonusBase::wage) base = base + pay.irregular_hours;
  if (settle.basis().bonus_base == BonusBase::wage_and_holiday_allowance)
    base = base + pay.holiday_allowance;
  pay.year_end_bonus = settle.line("year_end_bonus", base * in.share(Key::year_end_bonus));
  pay.gross = settle.named(
      "gross", pay.wage + pay.irregular_hours + pay.holiday_allowance + pay.year_end_bonus);
  add_charges(pay, in, settle);
  pay.labour = settle.named("labour", pay.gross + pay.social + pay.pension);
  return pay;
}

}  // namespace billijk::core
