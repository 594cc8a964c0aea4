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
  const N band = N{percent, 2} * (*sign < 0 ? -base : base);
  const N change = moved - base;
  const std::optional<int> above = (change - band).certain_sign();
  const std::optional<int> below = (-change - band).certain_sign();
  if (!above || !below) return std::nullopt;
  return *above >= 0 || *below >= 0;
}

}  // namespace

bool Weighing::moves_cost(Key key) {
  return !facts_of(key).outside && key != Key::band_ceiling && key != Key::rounding_step;
}

Weighing::Weighing(const core::Case& subject, const core::Resolved& resolved,
                   std::span<const Key> replaced)
    : resolved_{resolved}, filtered_{core::Bench<Filtered>{resolved}} {
  const auto add = [&](core::Slot slot, const Decimal& stated) {
    candidates_.push_back({slot, slot.name(subject), stated});
  };
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const Key key = core::key_at(i);
    const core::Input* const input = core::Slot{key}.input(subject);
    const bool in_row = std::ranges::find(replaced, key) != replaced.end();
    if (moves_cost(key) && (in_row || (input != nullptr && input->source.empty())))
      add(key, resolved.figures[key].value);
  }
  for (const core::Slot slot : stated_slots(subject)) {
    using Kind = core::Slot::Kind;
    const core::Input& input = *slot.input(subject);
    if (slot.kind() != Kind::number && slot.kind() != Kind::own_wage && input.source.empty())
      add(slot, input.value);
  }
}

void Weighing::take(std::span<const core::RowCell> cells) {
  cells_.assign(cells.begin(), cells.end());
  set_cells(filtered_.bench, cells);
  filtered_.base.reset();
  exact_.reset();
}

Weighing::Scale<Exact>& Weighing::exact() {
  if (exact_) return *exact_;
  exact_.emplace(Scale<Exact>{core::Bench<Exact>{resolved_}});
  set_cells(exact_->bench, cells_);
  return *exact_;
}

Decimal Weighing::stated(const Candidate& candidate) const {
  const auto cell = std::ranges::find(
      cells_, candidate.slot, [](const core::RowCell& known) { return core::Slot{known.key}; });
  return cell == cells_.end() ? candidate.stated : decimal_of(cell->number);
}

/// The other shares make up for it.
template <class N>
void Weighing::set_share(core::Bench<N>& bench, const Candidate& candidate,
                         const Decimal& to) const {
  const Exact share = core::min(Exact{to, 2}, Exact{1});
  const Exact others = Exact{1} - Exact{candidate.stated, 2};
  const std::vector<core::Figure>& mix = resolved_.figures.mix;
  for (std::size_t i = 0; i < mix.size(); ++i) {
    const bool self = i == candidate.slot.place();
    bench.set({core::Slot::Kind::share, i},
              N{self ? share : Exact{mix[i].value, 2} * (Exact{1} - share) / others});
  }
}

/// Computes with the candidate a tenth larger or smaller, and puts it back.
template <class N>
Trouble Weighing::move(core::Bench<N>& bench, const Candidate& candidate, bool up) const {
  const core::Slot slot = candidate.slot;
  const Decimal changed = by_a_tenth(stated(candidate), up);
  if (slot.kind() == core::Slot::Kind::index_year) {
    core::Ways ways = bench.unrounded();
    ways.index_factor = ways.index_factor / (Exact{1} + Exact{candidate.stated, 2}) *
                        (Exact{1} + Exact{changed, 2});
    return bench.compute(ways);
  }
  if (slot.kind() == core::Slot::Kind::share) {
    set_share(bench, candidate, changed);
    const Trouble trouble = bench.compute_unrounded();
    for (std::size_t i = 0; i < resolved_.figures.mix.size(); ++i)
      bench.reset(core::Slot{core::Slot::Kind::share, i});
    return trouble;
  }
  const N before = number_at(bench.numbers(), slot);
  bench.set(slot, slot.is_line() ? changed : within(slot.facts(), changed));
  const Trouble trouble = bench.compute_unrounded();
  bench.set(slot, before);
  return trouble;
}

template <class N>
std::optional<bool> Weighing::moves(Scale<N>& scale, const Candidate& candidate, bool up,
                                    const Decimal& percent) const {
  if (!scale.base) {
    if (scale.bench.compute_unrounded() != Trouble::none) return std::nullopt;
    scale.base = scale.bench[core::Total::cost_price];
  }
  const Trouble trouble = move(scale.bench, candidate, up);
  if (trouble == Trouble::uncertain) return std::nullopt;
  if (trouble != Trouble::none) return true;
  return is_far(scale.bench[core::Total::cost_price], *scale.base, percent);
}

bool Weighing::moves(const Candidate& candidate, const Decimal& percent) {
  // A share of all, and nothing, cannot be changed by a part of itself.
  if (stated(candidate).is_zero()) return false;
  const bool is_share = candidate.slot.kind() == core::Slot::Kind::share;
  if (is_share && (resolved_.figures.mix.size() == 1 || candidate.stated == Decimal{100}))
    return false;
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
  if (filtered_.bench.compute() == Trouble::none) {
    const Filtered share =
        labour_in(filtered_.bench.sheet(), ways) * Filtered{100} / Filtered{tariff};
    if (const std::optional<std::int64_t> steps = core::round_to_steps(share, hundredths))
      return Exact{Decimal::of(*steps, 2)};
  }
  core::Bench<Exact>& bench = exact().bench;
  if (bench.compute() != Trouble::none) return std::nullopt;
  return core::round_half_up(labour_in(bench.sheet(), ways) * Exact{100} / tariff, 2);
}

}  // namespace billijk::analysis
