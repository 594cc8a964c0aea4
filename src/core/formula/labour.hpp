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
  EurosPerPaidHour<N> wage, irregular_hours, holiday_allowance, year_end_bonus, social, pension;
  EurosPerPaidHour<N> gross, labour;
};

/// Rounds to the step where the case says "line", and names the result.
template <class N>
class Namer {
 public:
  Namer(const Ways& ways, Recorder<N>& record) : ways_{ways}, record_{record} {}

  template <class Name, int Paid, int Billable>
  Quantity<N, 1, Paid, Billable> line(const Name& name,
                                      const Quantity<N, 1, Paid, Billable>& value) const {
    if (ways_.rounding.at == RoundingAt::end) return record_.named(name, value);
    return record_.named(name, record_.rounded(value, ways_.rounding));
  }
  template <class Name, int Euro, int Paid, int Billable>
  Quantity<N, Euro, Paid, Billable> named(const Name& name,
                                          const Quantity<N, Euro, Paid, Billable>& value) const {
    return record_.named(name, value);
  }
  const Ways& ways() const { return ways_; }

 private:
  const Ways& ways_;
  Recorder<N>& record_;
};

/// Formula: sum of value x days / days in the period; one span is its own mean.
template <class N, class Span, class Value>
EurosPerPaidHour<N> day_weighted(const std::vector<Span>& spans, const Value& value_of) {
  if (spans.size() == 1) return value_of(spans.front());
  int days = 0;
  EurosPerPaidHour<N> sum;
  for (const Span& span : spans) {
    const EurosPerPaidHour<N> weighted = Share<N>{N{span.days}} * value_of(span);
    sum = days == 0 ? weighted : sum + weighted;
    days += span.days;
  }
  return sum / Share<N>{N{days}};
}

/// A wage on the days of one span, raised to the minimum wage.
template <class N>
EurosPerPaidHour<N> raised(const N& wage, const WageSpan<N>& span) {
  const EurosPerPaidHour<N> rate{wage};
  return span.minimum ? max(rate, EurosPerPaidHour<N>{*span.minimum}) : rate;
}

/// The wage on the days of one span: each step, and an hourly wage, raised to the minimum wage.
template <class N>
EurosPerPaidHour<N> wage_of(const Numbers<N>& in, const Ways& ways, const WageSpan<N>& span) {
  if (ways.hourly) return raised(span.hourly ? *span.hourly : in[Key::wage_hourly], span);
  EurosPerPaidHour<N> sum;
  for (std::size_t i = 0; i < span.steps.size(); ++i) {
    const EurosPerPaidHour<N> part = Share<N>{in.mix[i]} * raised(span.steps[i], span);
    sum = i == 0 ? part : sum + part;
  }
  return sum;
}

/// Social and pension of one span, from the gross pay of the period.
template <class N>
class Charges {
 public:
  Charges(const Numbers<N>& in, const Namer<N>& namer, EurosPerPaidHour<N> gross)
      : in_{in}, namer_{namer}, gross_{std::move(gross)} {}

  /// Formula: OP% x max(0, g - franchise / N) + AP% x max(0, g - ap_franchise / N).
  EurosPerPaidHour<N> premium(const ChargeSpan<N>& span) const {
    const auto part = [&](const N& percent, const N& franchise) {
      return Share<N>{percent} *
             max(EurosPerPaidHour<N>{N{0}}, gross_ - Euros<N>{franchise} / contract());
    };
    return namer_.named(DatedName{"premium", span.from},
                        part(span.op, span.franchise) + part(span.ap, span.ap_franchise));
  }
  EurosPerPaidHour<N> pension(const ChargeSpan<N>& span) const {
    return in_.share(Key::employer_share) * premium(span);
  }
  /// Formula: social % x min(base, maximum premium wage / (N x f)).
  EurosPerPaidHour<N> social(const ChargeSpan<N>& span) const {
    const PaidHours<N> worked = contract() * in_.share(Key::part_time_factor);
    return namer_.named(DatedName{"social_percent", span.from}, percent(span)) *
           min(base(span), Euros<N>{span.max_wage} / worked);
  }

 private:
  PaidHours<N> contract() const { return in_.paid_hours(Key::contract_hours); }
  Share<N> percent(const ChargeSpan<N>& span) const {
    const Share<N> permanent = in_.share(Key::permanent);
    const Share<N> whk = namer_.ways().own_whk ? in_.share(Key::whk) : Share<N>{span.whk};
    Share<N> sum = permanent * Share<N>{span.awf_low} +
                   (whole<N>() - permanent) * Share<N>{span.awf_high} + Share<N>{span.aof} +
                   Share<N>{span.wko} + whk + Share<N>{span.zvw};
    if (!span.sector.is_zero()) sum = sum + Share<N>{span.sector};
    return sum;
  }
  /// The employee's part of the pension premium is not premium wage.
  EurosPerPaidHour<N> base(const ChargeSpan<N>& span) const {
    const Ways& ways = namer_.ways();
    if (ways.choices.chosen<SocialBase>() == SocialBase::gross || !ways.pension) return gross_;
    const EurosPerPaidHour<N> whole_premium = premium(span);
    return gross_ - (whole_premium - in_.share(Key::employer_share) * whole_premium);
  }

  const Numbers<N>& in_;
  const Namer<N>& namer_;
  EurosPerPaidHour<N> gross_;
};

template <class N>
void add_charges(Labour<N>& pay, const Numbers<N>& in, const Namer<N>& namer) {
  const Ways& ways = namer.ways();
  const Charges<N> charges{in, namer, pay.gross};
  if (ways.flat_charges) {
    pay.social = namer.line("social", in.share(Key::charges_percent) * pay.gross);
  } else {
    pay.social = namer.line("social", day_weighted<N>(in.charges, [&](const auto& span) {
                              return charges.social(span);
                            }));
  }
  if (ways.pension) {
    pay.pension = namer.line("pension", day_weighted<N>(in.charges, [&](const auto& span) {
                               return charges.pension(span);
                             }));
  } else {
    pay.pension = namer.line("pension", EurosPerPaidHour<N>{N{0}});
  }
}

/// Formula: w; i = w x irregular; h = (w + i) x holiday; y = base x year-end; g = w + i + h + y;
///          then social and pension; labour = g + s + p.
template <class N>
Labour<N> labour_of(const Numbers<N>& in, const Namer<N>& namer) {
  Labour<N> pay;
  pay.wage = namer.line(
      "wage", day_weighted<N>(in.wages, [&](const auto& span) {
        return namer.named(DatedName{"wage", span.from}, wage_of(in, namer.ways(), span));
      }));
  pay.irregular_hours = namer.line("irregular_hours", pay.wage * in.share(Key::irregular_hours));
  pay.holiday_allowance = namer.line(
      "holiday_allowance", (pay.wage + pay.irregular_hours) * in.share(Key::holiday_allowance));
  EurosPerPaidHour<N> base = pay.wage;
  const Ways& ways = namer.ways();
  const auto bonus = ways.choices.chosen<BonusBase>();
  if (bonus != BonusBase::wage) base = base + pay.irregular_hours;
  if (bonus == BonusBase::wage_and_holiday_allowance) base = base + pay.holiday_allowance;
  pay.year_end_bonus = namer.line("year_end_bonus", base * in.share(Key::year_end_bonus));
  pay.gross = namer.named(
      "gross", pay.wage + pay.irregular_hours + pay.holiday_allowance + pay.year_end_bonus);
  add_charges(pay, in, namer);
  pay.labour = namer.named("labour", pay.gross + pay.social + pay.pension);
  return pay;
}

}  // namespace billijk::core
