#include "analysis/compare/bridge.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

#include "analysis/compare/combinations.hpp"
#include "analysis/random_stream.hpp"
#include "core/number/apportion.hpp"
#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Diagnostics;
using core::Exact;

constexpr int decimals = core::Decimal::max_digits;

Exact whole(const mpz_class& number) { return Exact{mpq_class{number}}; }
Exact euros(const Exact& units) { return units * Exact{core::Decimal::of(1, decimals)}; }

mpz_class factorial(std::size_t number) {
  mpz_class result;
  mpz_fac_ui(result.get_mpz_t(), static_cast<unsigned long>(number));
  return result;
}

/// Every order counts: each set of changes that may come before weighs as the orders in which it
/// does.
///
/// Formula: sum over the sets S without the change of |S|! (n - 1 - |S|)! / n! x (v(S + change) -
/// v(S)).
class AllOrders {
 public:
  explicit AllOrders(Combinations& combinations)
      : combinations_{combinations}, count_{combinations.changes().size()} {}

  core::Checked<std::vector<Exact>> effects() {
    Diagnostics errors = take_values();
    if (!errors.empty()) return tl::unexpected{std::move(errors)};
    std::vector<mpz_class> weights;
    for (std::size_t before = 0; before < count_; ++before)
      weights.push_back(factorial(before) * factorial(count_ - 1 - before));
    std::vector<Exact> result;
    for (std::size_t change = 0; change < count_; ++change) {
      mpz_class sum;
      for (std::size_t set = 0; set < values_.size(); ++set) {
        if ((set >> change & 1U) != 0) continue;
        sum += weights[static_cast<std::size_t>(std::popcount(set))] *
               (values_[set | std::size_t{1} << change] - values_[set]);
      }
      result.push_back(whole(sum) / whole(factorial(count_)));
    }
    return result;
  }

 private:
  /// The smallest sets first: what cannot be computed is named by as few changes as show it.
  Diagnostics take_values() {
    std::vector<std::size_t> sets(std::size_t{1} << count_);
    std::iota(sets.begin(), sets.end(), std::size_t{0});
    std::ranges::stable_sort(sets, {}, [](std::size_t set) { return std::popcount(set); });
    values_.resize(sets.size());
    for (const std::size_t set : sets) {
      Combination taken(count_);
      for (std::size_t change = 0; change < count_; ++change)
        taken[change] = (set >> change & 1U) != 0;
      const core::Checked<mpz_class> value = combinations_.value(taken);
      if (!value) return value.error();
      values_[set] = *value;
    }
    return {};
  }

  Combinations& combinations_;
  std::size_t count_;
  std::vector<mpz_class> values_;
};

/// Random orders, each with its reverse: seen from the other case these are the same orders.
class SampledOrders {
 public:
  SampledOrders(Combinations& combinations, const BridgeRequest& request)
      : combinations_{combinations},
        stream_{request.seed, "orders"},
        pairs_{std::max<std::uint64_t>(1, request.orders / 2)},
        sums_(combinations.changes().size()),
        squares_(combinations.changes().size()) {}

  std::uint64_t orders() const { return 2 * pairs_; }

  Diagnostics run() {
    for (std::uint64_t pair = 0; pair < pairs_; ++pair) {
      std::vector<std::size_t> order = shuffled(pair);
      std::vector<mpz_class> both(sums_.size());
      for (int way = 0; way < 2; ++way) {
        Diagnostics errors = walk(order, both);
        if (!errors.empty()) return errors;
        std::ranges::reverse(order);
      }
      for (std::size_t i = 0; i < both.size(); ++i) {
        sums_[i] += both[i];
        squares_[i] += both[i] * both[i];
      }
    }
    return {};
  }
  std::vector<Exact> effects() const {
    std::vector<Exact> result;
    result.reserve(sums_.size());
    for (const mpz_class& sum : sums_) result.push_back(whole(sum) / count(orders()));
    return result;
  }
  /// Formula: the standard deviation of the means of the pairs, over the root of their number.
  std::optional<Exact> standard_error(std::size_t change) const {
    if (pairs_ < 2) return std::nullopt;
    const Exact number = count(pairs_);
    const Exact spread =
        number * whole(squares_[change]) - whole(sums_[change]) * whole(sums_[change]);
    const Exact variance = spread / (number * number * (number - Exact{1}));
    const Exact of_mean = variance / Exact{4};
    return core::root_half_up(euros(euros(of_mean)), decimals);
  }

 private:
  static Exact count(std::uint64_t number) {
    return Exact{core::Decimal::of(static_cast<core::Int128>(number), 0)};
  }

  /// Fisher and Yates: every order as likely, to within 2^-58.
  std::vector<std::size_t> shuffled(std::uint64_t pair) const {
    std::vector<std::size_t> order(sums_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = order.size(); left > 1; --left) {
      __extension__ using Unsigned = unsigned __int128;
      const auto chosen = static_cast<std::size_t>(
          (Unsigned{stream_.bits(pair * order.size() + left - 1)} * left) >> 64U);
      std::swap(order[left - 1], order[chosen]);
    }
    return order;
  }
  Diagnostics walk(const std::vector<std::size_t>& order, std::vector<mpz_class>& effects) {
    Combination taken(order.size());
    core::Checked<mpz_class> before = combinations_.value(taken);
    if (!before) return before.error();
    for (const std::size_t change : order) {
      taken[change] = true;
      const core::Checked<mpz_class> after = combinations_.value(taken);
      if (!after) return after.error();
      effects[change] += *after - *before;
      *before = *after;
    }
    return {};
  }

  Combinations& combinations_;
  RandomStream stream_;
  std::uint64_t pairs_;
  std::vector<mpz_class> sums_;  ///< of both orders of each pair
  std::vector<mpz_class> squares_;
};

/// Steps for the effects that add up to `target`; of the opposite effects the opposite steps.
std::vector<Exact> in_steps(const std::vector<BridgeEffect>& effects, const Exact& target,
                            const Exact& step) {
  const auto first = std::ranges::find_if(
      effects, [](const BridgeEffect& effect) { return !effect.value.is_zero(); });
  const int sign = !target.is_zero()        ? target.sign()
                   : first == effects.end() ? 1
                                            : first->value.sign();
  std::vector<Exact> parts;
  parts.reserve(effects.size());
  for (const BridgeEffect& effect : effects) parts.push_back(effect.value * Exact{sign} / step);
  const mpz_class whole_target = core::floor_of(target * Exact{sign} / step);
  std::vector<Exact> result;
  for (const mpz_class& steps : core::apportion(parts, whole_target))
    result.push_back(whole(steps) * step * Exact{sign});
  return result;
}

/// The coarsest step that both cases' rounded boundaries are multiples of.
Exact common_step(const core::Rounding& a, const core::Rounding& b) {
  if (a.step == b.step) return Exact{a.step};
  return Exact{core::Decimal::of(1, std::max(a.step.scale(), b.step.scale()))};
}

void finish(Bridge& bridge, const core::Calculation& a, const core::Calculation& b) {
  Exact sum;
  for (const BridgeEffect& effect : bridge.effects) sum = sum + effect.value;
  assert(sum == bridge.difference);
  if (bridge.effects.empty()) return;
  const std::vector<Exact> shown =
      in_steps(bridge.effects, bridge.difference, Exact{core::Decimal::of(1, decimals)});
  const std::vector<Exact> rounded =
      in_steps(bridge.effects, bridge.rounded, common_step(a.ways().rounding, b.ways().rounding));
  for (std::size_t i = 0; i < bridge.effects.size(); ++i) {
    bridge.effects[i].shown = shown[i];
    bridge.effects[i].rounded = rounded[i];
  }
}

}  // namespace

core::Checked<Bridge> bridge_between(const core::Calculation& a, const core::Calculation& b,
                                     const BridgeRequest& request) {
  Combinations combinations{a, b, request.boundary};
  const std::vector<CaseChange>& changes = combinations.changes();
  const core::Checked<mpz_class> from = combinations.value(Combination(changes.size(), false));
  const core::Checked<mpz_class> to = combinations.value(Combination(changes.size(), true));
  if (!from) return tl::unexpected{from.error()};
  if (!to) return tl::unexpected{to.error()};
  Bridge bridge{.boundary = request.boundary,
                .effects = {},
                .difference = euros(whole(mpz_class{*to - *from})),
                .rounded = b[request.boundary]->rounded - a[request.boundary]->rounded,
                .sampled_orders = {}};
  SampledOrders sampled{combinations, request};
  std::vector<Exact> effects;
  if (changes.size() <= most_exact_changes) {
    core::Checked<std::vector<Exact>> all = AllOrders{combinations}.effects();
    if (!all) return tl::unexpected{std::move(all.error())};
    effects = std::move(*all);
  } else {
    Diagnostics errors = sampled.run();
    if (!errors.empty()) return tl::unexpected{std::move(errors)};
    effects = sampled.effects();
    bridge.sampled_orders = sampled.orders();
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    bridge.effects.push_back({.key = changes[i].key,
                              .value = euros(effects[i]),
                              .shown = {},
                              .rounded = {},
                              .standard_error = {}});
    if (bridge.sampled_orders) bridge.effects.back().standard_error = sampled.standard_error(i);
  }
  finish(bridge, a, b);
  return bridge;
}

}  // namespace billijk::analysis
