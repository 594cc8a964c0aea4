#include "analysis/market/market.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/market/provider_bench.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Code;
using core::Exact;
using core::Key;
using core::MarketFigure;
using core::Total;

constexpr int most_providers = 10'000;

class MarketCase {
 public:
  MarketCase(const core::Calculation& calculation, const std::optional<core::Tariff>& tariff)
      : calculation_{calculation},
        market_{market_of(calculation.subject)},
        bench_{calculation, market_} {
    result_.volume = bench_.volume();
    result_.cost_may_rise = bench_.cost_may_rise();
    if (!tariff) return;
    // A lump sum is of all hours together, which each provider has a part of.
    if (tariff->unit != core::TariffUnit::hour && core::divisor_of(tariff->unit) != Key::volume)
      in_unit_ = tariff->unit;
    const core::Case& subject = calculation.subject;
    result_.per_hour =
        core::per_hour(Exact{tariff->value}, tariff->unit, Exact{subject.value(Key::norm_hours)},
                       Exact{subject.value(Key::volume)});
  }

  core::Checked<MarketResult> run() {
    take_rows();
    take_shares();
    take_smallest();
    take_lead();
    if (bench_.trouble() != core::Trouble::none)
      return core::refused(core::diagnostic_of(bench_.trouble(), calculation_.subject,
                                               calculation_.resolution.resolved));
    count_provisional();
    warn();
    return std::move(result_);
  }

 private:
  /// What so many contracts cost the municipality itself.
  Exact side(std::size_t contracts) const {
    return core::counted(contracts) * Exact{market_.value(MarketFigure::municipality_contract)} +
           Exact{market_.value(MarketFigure::municipality_fixed)};
  }
  Exact side(int contracts) const { return side(static_cast<std::size_t>(contracts)); }
  ProviderPrice price(const Exact& share) {
    const ProviderBench::Boundaries& of = bench_.at(share);
    ProviderPrice price{.hours = result_.volume * share,
                        .cost_price = *of.rounded[Total::cost_price],
                        .fair_tariff = *of.rounded[Total::fair_tariff],
                        .in_unit = {}};
    if (in_unit_)
      price.in_unit = ProviderPrice::InUnit{.cost_price = per_unit(*of.exact[Total::cost_price]),
                                            .fair_tariff = per_unit(*of.exact[Total::fair_tariff])};
    return price;
  }
  Exact per_unit(const Exact& hourly) const {
    const Exact norm_hours{calculation_.subject.value(Key::norm_hours)};
    return core::round(core::per_unit(hourly, *in_unit_, norm_hours, {}),
                       calculation_.ways().rounding);
  }
  Exact direct_total(int providers) {
    return result_.volume * *bench_.one_of(providers).rounded[Total::fair_tariff] + side(providers);
  }

  void take_rows() {
    for (const int providers : market_.providers) {
      EqualProviders row{.providers = providers,
                         .one = price(Exact{1} / Exact{providers}),
                         .municipality = side(providers),
                         .total = direct_total(providers),
                         .per_hour = {},
                         .difference = {},
                         .one_more = {}};
      row.per_hour = row.total / result_.volume;
      row.difference = row.total - (result_.rows.empty() ? row.total : result_.rows.front().total);
      row.one_more = direct_total(providers + 1) - row.total;
      result_.rows.push_back(std::move(row));
    }
  }

  void take_shares() {
    if (market_.shares.empty()) return;
    SharesTotal total{.own = side(market_.shares.size()), .smallest = side(market_.shares.size())};
    Exact least{1};
    for (const core::Input& input : market_.shares) {
      const Exact share{input.value, 2};
      ShareOutcome outcome{.share = Exact{input.value}, .price = price(share), .zone = {}};
      if (result_.per_hour)
        outcome.zone = core::zone_of(*result_.per_hour, bench_.at(share).rounded);
      total.own = total.own + outcome.price.hours * outcome.price.fair_tariff;
      least = core::min(least, share);
      result_.shares.push_back(std::move(outcome));
    }
    total.smallest = total.smallest + result_.volume * price(least).fair_tariff;
    result_.shares_total = std::move(total);
  }

  bool covers(const Exact& share) {
    return *bench_.at(share).rounded[Total::cost_price] <= *result_.per_hour;
  }
  /// The first whole number at which something holds that holds from there on, between one at which
  /// it does not and one at which it does.
  template <class Holds>
  static mpz_class first_between(mpz_class fails, mpz_class holds, const Holds& is) {
    while (holds - fails > 1) {
      const mpz_class middle = (holds + fails) / 2;
      (is(middle) ? holds : fails) = middle;
    }
    return holds;
  }
  /// More hours make an hour cheaper, so the first that will do has none before it.
  void take_smallest() {
    if (!result_.per_hour || result_.cost_may_rise) return;
    const auto share_of = [&](const mpz_class& hours) {
      return Exact{mpq_class{hours}} / result_.volume;
    };
    const mpz_class all = core::floor_of(result_.volume);
    if (all < 1 || !covers(share_of(all))) return;
    const mpz_class enough =
        first_between(0, all, [&](const mpz_class& hours) { return covers(share_of(hours)); });
    result_.smallest_volume = Exact{mpq_class{enough}};
    take_most(enough);
  }
  /// How many providers of equal size the tariff covers; of any number where an hour is enough.
  void take_most(const mpz_class& enough) {
    if (enough == 1) return;
    // One of n need not have whole hours: just below the smallest it may still be covered.
    const mpz_class too_many = core::floor_of(result_.volume / Exact{mpq_class{enough - 1}}) + 1;
    const mpz_class first_too_many =
        first_between(core::floor_of(result_.volume / Exact{mpq_class{enough}}), too_many,
                      [&](const mpz_class& n) { return !covers(Exact{1} / Exact{mpq_class{n}}); });
    result_.most_providers = Exact{mpq_class{first_too_many - 1}};
  }

  Exact kept() const { return Exact{market_.value(MarketFigure::lead_fee), 2}; }
  /// The tariff that leaves one of so many subcontractors its fair one.
  Exact lead_tariff(int providers) {
    const Exact& fair = *bench_.one_of(providers).exact[Total::fair_tariff];
    return core::round(fair / (Exact{1} - kept()), calculation_.ways().rounding);
  }
  Exact lead_total(int providers) { return lead_tariff(providers) * result_.volume + side(1); }

  void take_lead() {
    if (!market_.has_lead()) return;
    LeadOutcome lead{.fee = Exact{market_.value(MarketFigure::lead_fee)},
                     .contract = Exact{market_.value(MarketFigure::lead_contract)},
                     .rows = {},
                     .equal_at = first_equal(1, most_providers)};
    for (const int providers : market_.providers) {
      const Exact tariff = lead_tariff(providers);
      lead.rows.push_back({.providers = providers,
                           .tariff = tariff,
                           .keeps = tariff * kept() * result_.volume,
                           .spends = Exact{providers} * lead.contract,
                           .total = lead_total(providers),
                           .direct = direct_total(providers)});
    }
    result_.lead = std::move(lead);
  }
  /// The smallest number in a span at which the lead is not dearer. Both totals rise with the
  /// number, so where the lead's lowest is above the others' highest there is none; unless an hour
  /// may become cheaper in smaller hands: then every number is tried.
  std::optional<int> first_equal(int first, int last) {
    if (lead_total(first) <= direct_total(first)) return first;
    if (first == last) return std::nullopt;
    if (!result_.cost_may_rise && lead_total(first) > direct_total(last)) return std::nullopt;
    const int middle = first + (last - first) / 2;
    if (middle > first) {
      if (const std::optional<int> found = first_equal(first + 1, middle)) return found;
    }
    return first_equal(middle + 1, last);
  }

  void count_provisional() {
    for (const std::optional<core::Input>& input : market_.figures) {
      if (input && is_provisional(input->grade)) ++result_.provisional;
    }
    for (const core::Input& share : market_.shares) {
      if (is_provisional(share.grade)) ++result_.provisional;
    }
  }
  void warn() {
    result_.warnings = calculation_.warnings;
    const core::Case& subject = calculation_.subject;
    const auto add = [&](Code code, std::string_view key) {
      result_.warnings.push_back(core::finding(code, subject.place_of(key), std::string{key}));
    };
    const bool travels = market_.travel == core::MarketTravel::square_root;
    const auto [fewest, most] = std::ranges::minmax(market_.providers);
    const bool same = side(fewest) == side(most) &&
                      bench_.one_of(fewest).exact.value == bench_.one_of(most).exact.value;
    if (same && fewest != most)
      result_.warnings.push_back(core::finding(Code::market_without_costs, {}, "market"));
    if (result_.per_hour && result_.cost_may_rise) add(Code::cost_may_rise, "line");
    if (!travels && market_.reference_providers != 1)
      add(Code::reference_without_travel, "market.reference_providers");
  }

  const core::Calculation& calculation_;
  const core::Market& market_;
  ProviderBench bench_;
  std::optional<core::TariffUnit> in_unit_;  ///< of the tariff, where prices are shown in it
  MarketResult result_;
};

}  // namespace

bool MarketResult::sinks() const {
  return std::ranges::any_of(shares, [](const ShareOutcome& outcome) {
    return outcome.zone && *outcome.zone < core::Zone::fair;
  });
}

const core::Market& market_of(const core::Case& subject) {
  static const core::Market none;
  return subject.market ? *subject.market : none;
}

core::Diagnostics ready_for_market(core::Case& subject) {
  core::Diagnostics errors;
  const auto refuse = [&](Code code, std::string_view key, core::Arguments arguments) {
    errors.push_back(
        core::finding(code, subject.place_of(key), std::string{key}, std::move(arguments)));
  };
  if (subject.is_given()) refuse(Code::given_market, "given.cost_price", {});
  const core::Market& market = market_of(subject);
  const core::Decimal fee = market.value(MarketFigure::lead_fee);
  if (fee >= core::Decimal{100}) refuse(Code::lead_keeps_all, "market.lead.fee", {});
  std::optional<core::Input>& volume = subject.numbers[index_of(Key::volume)];
  if (volume && !volume->value.is_zero()) return errors;
  const core::TariffUnit unit = subject.choices.chosen<core::TariffUnit>();
  if (subject.number(Key::tariff) && core::divisor_of(unit) == Key::volume)
    errors.push_back(core::missing_divisor(unit, subject.place_of("contract.unit")));
  if (!market[MarketFigure::volume]) {
    errors.push_back(core::finding(Code::missing_key, {}, "market.volume",
                                   {{"key", "market.volume"}, {"or", "contract.volume"}}));
  } else {
    volume = market[MarketFigure::volume];
  }
  return errors;
}

core::Checked<MarketResult> market(const core::Calculation& calculation,
                                   const std::optional<core::Tariff>& tariff) {
  return MarketCase{calculation, tariff}.run();
}

}  // namespace billijk::analysis
