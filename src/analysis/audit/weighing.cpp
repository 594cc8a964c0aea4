#include "analysis/audit/weighing.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Decimal;
using core::Exact;
using core::Filtered;
using core::Key;
using core::Trouble;

template <class N>
N number(const Decimal& decimal, int shift) {
  return N{decimal, shift};
}
/// The same without a detour where both parts are exact as doubles.
template <>
Filtered number<Filtered>(const Decimal& decimal, int shift) {
  constexpr core::Int128 exact_limit = core::Int128{1} << 53;
  constexpr int most_decimals = 22;
  const core::Int128 coefficient = decimal.coefficient();
  if (coefficient > exact_limit || coefficient < -exact_limit ||
      decimal.scale() + shift > most_decimals)
    return Filtered{decimal, shift};
  return Filtered::of(static_cast<std::int64_t>(coefficient), decimal.scale() + shift);
}

/// A tenth more or less, as exact as it was written.
Decimal by_a_tenth(const Decimal& value, bool up) {
  return Decimal::of(value.coefficient() * (up ? 11 : 9), value.scale() + 1);
}

Decimal within(const core::KeyFacts& facts, const Decimal& value) {
  return std::min(std::max(value, Decimal{facts.lowest}), Decimal{facts.highest});
}

/// Whether |moved - base| is percent % of |base| or more; nothing where that is in doubt.
template <class N>
std::optional<bool> is_far(const N& moved, const N& base, const Decimal& percent) {
  const std::optional<int> sign = base.certain_sign();
  if (!sign) return std::nullopt;
  const N band = number<N>(percent, 2) * (*sign < 0 ? -base : base);
  const N change = moved - base;
  const std::optional<int> above = (change - band).certain_sign();
  const std::optional<int> below = (-change - band).certain_sign();
  if (!above || !below) return std::nullopt;
  return *above >= 0 || *below >= 0;
}

}  // namespace

bool Weighing::moves_cost(Key key) {
  constexpr std::array contract{Key::tariff, Key::norm_hours, Key::subcontracting_fee,
                                Key::band_ceiling, Key::rounding_step};
  return std::ranges::find(contract, key) == contract.end();
}

Weighing::Weighing(const core::Case& subject, const core::Resolved& resolved,
                   std::span<const Key> replaced)
    : resolved_{resolved},
      unrounded_{resolved.ways},
      filtered_{.numbers = core::numbers_of<Filtered>(resolved_.figures),
                .sheet = {},
                .record = {},
                .base = {}} {
  unrounded_.rounding.at = core::RoundingAt::end;
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const Key key = core::key_at(i);
    if (!moves_cost(key)) continue;
    const bool in_row = std::ranges::find(replaced, key) != replaced.end();
    const core::Input plain;
    if (in_row) {
      add(Kind::number, i, std::string{path_of(key)}, plain);
    } else if (subject.numbers[i]) {
      add(Kind::number, i, std::string{path_of(key)}, *subject.numbers[i]);
    }
  }
  for (std::size_t i = 0; i < subject.mix.size(); ++i)
    add(Kind::share, i, "wage.mix." + subject.mix[i].step, subject.mix[i].share);
  for (std::size_t i = 0; i < subject.lines.size(); ++i) {
    const core::OwnLine& line = subject.lines[i];
    add(Kind::own, i, "line." + line.key + (line.per ? ".amount" : ".percent"), line.figure);
  }
  if (!subject.indexation) return;
  int year = subject.indexation->price_level;
  for (const core::Input& percent : subject.indexation->percent) {
    add(Kind::index, index_years_.size(), "indexation.percent." + std::to_string(++year), percent);
    index_years_.push_back(percent.value);
  }
}

void Weighing::add(Kind kind, std::size_t index, std::string key, const core::Input& input) {
  if (input.source.empty()) candidates_.push_back({kind, index, std::move(key)});
}

void Weighing::take(std::span<const RowCell> cells) {
  cells_.assign(cells.begin(), cells.end());
  for (const RowCell& cell : cells) {
    filtered_.numbers[cell.key] =
        number<Filtered>(decimal_of(cell.number), core::shift_of(facts_of(cell.key).unit));
  }
  filtered_.base.reset();
  exact_.reset();
}

Weighing::Bench<Exact>& Weighing::exact() {
  if (exact_) return *exact_;
  exact_.emplace(Bench<Exact>{.numbers = core::numbers_of<Exact>(resolved_.figures),
                              .sheet = {},
                              .record = {},
                              .base = {}});
  for (const RowCell& cell : cells_) {
    exact_->numbers[cell.key] =
        Exact{decimal_of(cell.number), core::shift_of(facts_of(cell.key).unit)};
  }
  return *exact_;
}

Decimal Weighing::stated(const Candidate& candidate) const {
  switch (candidate.kind) {
    case Kind::own:
      return resolved_.figures.own[candidate.index].value;
    case Kind::share:
      return resolved_.figures.mix[candidate.index].value;
    case Kind::index:
      return index_years_[candidate.index];
    case Kind::number:
      break;
  }
  const Key key = core::key_at(candidate.index);
  const auto cell = std::ranges::find(cells_, key, &RowCell::key);
  return cell == cells_.end() ? resolved_.figures[key].value : decimal_of(cell->number);
}

template <class N>
Trouble Weighing::cost_of(Bench<N>& bench, const core::Ways& ways, N& cost) const {
  const Trouble trouble = core::evaluate(bench.numbers, ways, bench.record, bench.sheet);
  if (trouble == Trouble::none)
    cost = bench.sheet.totals[index_of(core::Total::cost_price)].number();
  return trouble;
}

template <class N>
Trouble Weighing::move(Bench<N>& bench, const Candidate& candidate, const Decimal& changed,
                       N& moved) const {
  if (candidate.kind == Kind::index) {
    core::Ways ways = unrounded_;
    ways.index_factor = ways.index_factor / (Exact{1} + Exact{stated(candidate), 2}) *
                        (Exact{1} + Exact{changed, 2});
    return cost_of(bench, ways, moved);
  }
  if (candidate.kind == Kind::share) {
    const std::vector<N> before = bench.numbers.mix;
    const Exact share = core::min(Exact{changed, 2}, Exact{1});
    const Exact others = Exact{1} - Exact{stated(candidate), 2};
    for (std::size_t i = 0; i < before.size(); ++i) {
      const bool self = i == candidate.index;
      bench.numbers.mix[i] =
          N{self ? share : Exact{resolved_.figures.mix[i].value, 2} * (Exact{1} - share) / others};
    }
    const Trouble trouble = cost_of(bench, unrounded_, moved);
    bench.numbers.mix = before;
    return trouble;
  }
  const bool own = candidate.kind == Kind::own;
  N& place = own ? bench.numbers.own[candidate.index] : bench.numbers.value[candidate.index];
  const N before = place;
  const core::Unit unit = own ? resolved_.figures.own[candidate.index].unit
                              : facts_of(core::key_at(candidate.index)).unit;
  place = number<N>(own ? changed : within(facts_of(core::key_at(candidate.index)), changed),
                    core::shift_of(unit));
  const Trouble trouble = cost_of(bench, unrounded_, moved);
  place = before;
  return trouble;
}

template <class N>
std::optional<bool> Weighing::moves(Bench<N>& bench, const Candidate& candidate, bool up,
                                    const Decimal& percent) {
  if (!bench.base) {
    N base{0};
    if (cost_of(bench, unrounded_, base) != Trouble::none) return std::nullopt;
    bench.base = base;
  }
  N moved{0};
  const Trouble trouble = move(bench, candidate, by_a_tenth(stated(candidate), up), moved);
  if (trouble == Trouble::uncertain) return std::nullopt;
  if (trouble != Trouble::none) return true;
  return is_far(moved, *bench.base, percent);
}

bool Weighing::moves(const Candidate& candidate, const Decimal& percent) {
  // A share of all, and nothing, cannot be changed by a part of itself.
  if (stated(candidate).is_zero()) return false;
  if (candidate.kind == Kind::share && resolved_.figures.mix.size() == 1) return false;
  if (candidate.kind == Kind::share && stated(candidate) == Decimal{100}) return false;
  for (const bool up : {true, false}) {
    std::optional<bool> far = moves(filtered_, candidate, up, percent);
    if (!far) far = moves(exact(), candidate, up, percent);
    if (far.value_or(false)) return true;
  }
  return false;
}

std::vector<std::string> Weighing::unsourced(const Decimal& percent) {
  std::vector<std::string> found;
  for (const Candidate& candidate : candidates_) {
    if (moves(candidate, percent)) found.push_back(candidate.key);
  }
  return found;
}

namespace {

template <class N>
N labour_in(const core::Sheet<N>& sheet, const core::Ways& ways) {
  N sum{0};
  for (const core::LineId line : core::line_order(ways)) {
    const core::Element element = core::element_of(ways, line);
    const bool labour = element == core::Element::a || element == core::Element::c ||
                        line == index_of(core::Line::travel_time);
    if (labour) sum = sum + core::line_of(sheet.first, line).number();
  }
  return sum;
}

}  // namespace

std::optional<Exact> Weighing::labour_percent(const Exact& tariff) {
  const core::Ways& ways = resolved_.ways;
  if (ways.given || tariff.sign() <= 0) return std::nullopt;
  const core::Rounding hundredths{
      .step = Decimal::of(1, 2), .mode = core::RoundingMode::half_up, .at = core::RoundingAt::end};
  Filtered cost;
  if (cost_of(filtered_, ways, cost) == Trouble::none) {
    const Filtered share = labour_in(filtered_.sheet, ways) * Filtered{100} / Filtered{tariff};
    if (const std::optional<std::int64_t> steps = core::round_to_steps(share, hundredths))
      return Exact{Decimal::of(*steps, 2)};
  }
  Exact unused;
  if (cost_of(exact(), ways, unused) != Trouble::none) return std::nullopt;
  return core::round_half_up(labour_in(exact().sheet, ways) * Exact{100} / tariff, 2);
}

}  // namespace billijk::analysis
