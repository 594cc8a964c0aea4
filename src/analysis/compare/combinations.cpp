#include "analysis/compare/combinations.hpp"

#include <algorithm>
#include <utility>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Case;
using core::Code;
using core::Diagnostics;
using core::Exact;

/// What is kept of earlier combinations: all that twelve changes have, and no more than memory
/// allows of sampled ones.
constexpr std::size_t most_values = std::size_t{1} << 16;
constexpr std::size_t most_benches = std::size_t{1} << 11;

mpz_class in_units(const Exact& value) {
  const Exact rounded = core::round_half_up(value, core::Decimal::max_digits) /
                        Exact{core::Decimal::of(1, core::Decimal::max_digits)};
  return rounded.rational().get_num();
}

}  // namespace

Combinations::Combinations(const core::Calculation& a, const core::Calculation& b,
                           core::Total boundary)
    : a_{a},
      b_{b},
      boundary_{boundary},
      presets_{a.presets},
      changes_{changes_between(a.subject, b.subject)} {
  presets_.insert(b.presets.begin(), b.presets.end());
  const core::Rounding of_a = a.subject.rounding();
  const core::Rounding of_b = b.subject.rounding();
  rounds_ = of_a.step != of_b.step || of_a.mode != of_b.mode || of_a.at != of_b.at;
  for (const CaseChange& change : changes_) {
    is_figure_.push_back(std::ranges::all_of(change.parts, [&](const CasePart& part) {
      return part.is_figure(a.subject, b.subject) || !part.differs(a.subject, b.subject);
    }));
  }
}

core::Checked<mpz_class> Combinations::value(const Combination& taken) {
  const auto known = values_.find(taken);
  if (known != values_.end()) return known->second;
  core::Checked<mpz_class> found = compute(taken);
  if (values_.size() >= most_values) values_.clear();
  if (found) values_.emplace(taken, *found);
  return found;
}

core::Checked<mpz_class> Combinations::compute(const Combination& taken) {
  const core::Checked<core::Bench<Exact>*> found = bench_of(taken);
  if (!found) return tl::unexpected{found.error()};
  core::Bench<Exact>& bench = **found;
  take_figures(taken, bench);
  const core::Trouble trouble = bench.compute();
  bench.reset();
  if (trouble != core::Trouble::none) {
    const Case subject = case_of(taken);
    const core::Checked<core::Resolution> resolution = core::resolve(subject, presets_);
    return tl::unexpected{failure(
        taken, resolution ? Diagnostics{diagnostic_of(trouble, subject, resolution->resolved)}
                          : resolution.error())};
  }
  if (bench.ways().given && boundary_ == core::Total::wage_floor) return mpz_class{};
  return in_units(rounds_ ? round(bench[boundary_], bench.ways().rounding) : bench[boundary_]);
}

core::Checked<core::Bench<Exact>*> Combinations::bench_of(const Combination& taken) {
  Combination of_words = taken;
  for (std::size_t i = 0; i < of_words.size(); ++i) of_words[i] = of_words[i] && !is_figure_[i];
  const auto known = benches_.find(of_words);
  if (known != benches_.end()) return &known->second;
  core::Checked<core::Resolution> resolution = core::resolve(case_of(of_words), presets_);
  if (!resolution) return tl::unexpected{failure(of_words, std::move(resolution.error()))};
  if (benches_.size() >= most_benches) benches_.clear();
  return &benches_.try_emplace(std::move(of_words), resolution->resolved).first->second;
}

Case Combinations::case_of(const Combination& taken) const {
  Case subject = a_.subject;
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (!taken[i]) continue;
    for (const CasePart& part : changes_[i].parts) part.move(subject, b_.subject);
  }
  return subject;
}

void Combinations::take_figures(const Combination& taken, core::Bench<Exact>& bench) const {
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (!taken[i] || !is_figure_[i]) continue;
    for (const CasePart& part : changes_[i].parts) {
      if (part.kind == CasePart::Kind::number)
        bench.set(part.number, b_.resolution.resolved.figures[part.number].value);
    }
  }
}

Diagnostics Combinations::failure(const Combination& taken, Diagnostics why) const {
  std::string moved;
  std::string kept;
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    std::string& list = taken[i] ? moved : kept;
    list += (list.empty() ? "" : ", ") + changes_[i].key;
  }
  core::Diagnostic first = core::finding(
      Code::combination_fails,
      {{"a", a_.subject.file}, {"b", b_.subject.file}, {"moved", moved}, {"kept", kept}});
  why.insert(why.begin(), std::move(first));
  return why;
}

}  // namespace billijk::analysis
