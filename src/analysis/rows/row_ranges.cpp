#include "analysis/rows/row_ranges.hpp"

#include <algorithm>
#include <cmath>

namespace billijk::analysis {
namespace {

using core::End;
using core::Total;

/// Which end is furthest is found with nothing rounded on the way.
core::Resolved unrounded(core::Resolved resolved) {
  resolved.ways.rounding.at = core::RoundingAt::end;
  return resolved;
}

std::vector<core::Slot> inputs_of(std::span<const core::Slot> cells, const core::Case& subject) {
  std::vector<core::Slot> inputs{cells.begin(), cells.end()};
  for (const core::Slot slot : core::ranged_slots(subject)) inputs.push_back(slot);
  return inputs;
}

double as_played(const core::Decimal& value, core::Unit unit) {
  return core::Filtered{value, core::shift_of(unit)}.value();
}

}  // namespace

RowRanges::RowRanges(const core::Resolved& resolved, std::span<const core::Slot> cells,
                     const core::Case& subject)
    : cell_count_{cells.size()},
      base_{Tape{unrounded(resolved), inputs_of(cells, subject), Tape::Gives::unrounded}},
      moved_{base_, base_},
      furthest_{Tape{resolved, inputs_of(cells, subject)}} {
  for (std::size_t cell = 0; cell < cell_count_; ++cell) {
    const auto moves = [&](Total total) { return base_.moves(cell, total); };
    if (std::ranges::any_of(judged_totals, moves)) moving_.push_back(cell);
  }
  for (const core::Slot slot : core::ranged_slots(subject)) {
    const core::Figure& figure = number_at(resolved.figures, slot);
    Range range;
    range.value = as_played(figure.value, figure.unit);
    for (const End end : core::both_ends) {
      const std::optional<core::Decimal>& at = end_of(*slot.input(subject), end);
      // An end that is the value moves nothing.
      if (at && *at != figure.value) range.ends[index_of(end)] = as_played(*at, figure.unit);
    }
    for (const Total total : judged_totals)
      range.moves[index_of(total)] = base_.moves(cell_count_ + ranges_.size(), total);
    ranges_.push_back(range);
  }
}

/// Remembers the cells for the next time.
bool RowRanges::is_as_before(std::span<const Lanes> cells) {
  std::vector<Lanes> now;
  now.reserve(moving_.size());
  for (const std::size_t cell : moving_) now.push_back(cells[cell]);
  const bool is_same = played_ && now == last_;
  last_ = std::move(now);
  played_ = true;
  return is_same;
}

void RowRanges::play(std::span<const Lanes> cells) {
  if (is_as_before(cells)) return;
  certain_.fill(1);
  for (TapePlayer* const player : {&base_, &moved_[0], &moved_[1], &furthest_}) {
    std::ranges::copy(cells, &player->input(0));
    for (std::size_t i = 0; i < ranges_.size(); ++i)
      player->input(input_of(i)).fill(ranges_[i].value);
  }
  base_.play();
  keep_certain(base_);
  if (std::ranges::find(certain_, 1.0) == certain_.end()) return;
  for (std::size_t i = 0; i < ranges_.size(); ++i) find_best(i);
  for (const End end : core::both_ends) reach(end);
}

void RowRanges::keep_certain(const TapePlayer& player) {
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane)
    certain_[lane] *= player.is_certain(lane) ? 1.0 : 0.0;
}

/// As `core::bounds_of`: of two ends the one that moves a total further, of equals the low one, and
/// the value where neither moves it that way.
void RowRanges::find_best(std::size_t which) {
  Range& range = ranges_[which];
  const std::size_t input = input_of(which);
  for (const End end : core::both_ends) {
    const std::optional<double>& at = range.ends[index_of(end)];
    if (!at) continue;
    TapePlayer& player = moved_[index_of(end)];
    player.input(input).fill(*at);
    player.play();
    keep_certain(player);
    player.input(input).fill(range.value);
  }
  const auto player_at = [&](Place place) -> const TapePlayer& {
    return place == Place::value ? base_ : moved_[place == Place::low ? 0 : 1];
  };
  for (const Total total : judged_totals) {
    for (const End direction : core::both_ends)
      range.best[index_of(direction)][index_of(total)].fill(Place::value);
    if (!range.moves[index_of(total)]) continue;
    for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) {
      const auto sign = [&](Place one, Place other) {
        const auto [a, a_bound] = player_at(one).bounded_total(total);
        const auto [b, b_bound] = player_at(other).bounded_total(total);
        const double more = a[lane] - b[lane];
        const double off = 2 * (std::abs(a[lane]) * a_bound + std::abs(b[lane]) * b_bound);
        if (std::abs(more) > off) return more > 0 ? 1 : -1;
        if (!player_at(one).is_same(player_at(other), input, total, lane)) certain_[lane] = 0;
        return 0;
      };
      for (const End direction : core::both_ends) {
        const int wanted = direction == End::low ? -1 : 1;
        Place& best = range.best[index_of(direction)][index_of(total)][lane];
        if (range.ends[0] && sign(Place::low, best) == wanted) best = Place::low;
        if (range.ends[1] && sign(Place::high, best) == wanted) best = Place::high;
      }
    }
  }
}

/// Whether two totals are reached with the same ends, wherever an input moves both.
bool RowRanges::agree(End end, Total one, Total other) const {
  return std::ranges::all_of(ranges_, [&](const Range& range) {
    const auto& best = range.best[index_of(end)];
    return !range.moves[index_of(one)] || !range.moves[index_of(other)] ||
           best[index_of(one)] == best[index_of(other)];
  });
}

void RowRanges::put(const Range& range, const Places& places, Lanes& input) const {
  const std::array<double, 3> values{range.value, range.ends[0].value_or(range.value),
                                     range.ends[1].value_or(range.value)};
  for (std::size_t lane = 0; lane < input.size(); ++lane)
    input[lane] = values[static_cast<std::size_t>(places[lane])];
}

/// Moves all ranges to the ends that are best for a boundary, and for those others that agree.
void RowRanges::reach(End end) {
  std::vector<Total> left{judged_totals.begin(), judged_totals.end()};
  while (!left.empty()) {
    std::vector<Total> together;
    for (const Total total : left) {
      const bool fits =
          std::ranges::all_of(together, [&](Total known) { return agree(end, known, total); });
      if (fits) together.push_back(total);
    }
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      const Range& range = ranges_[i];
      const auto moved =
          std::ranges::find_if(together, [&](Total total) { return range.moves[index_of(total)]; });
      const Total total = moved == together.end() ? together.front() : *moved;
      put(range, range.best[index_of(end)][index_of(total)], furthest_.input(input_of(i)));
    }
    furthest_.play();
    keep_certain(furthest_);
    for (const Total total : together) {
      reached_[index_of(end)][index_of(total)] = furthest_.totals(total);
      std::erase(left, total);
    }
  }
}

}  // namespace billijk::analysis
