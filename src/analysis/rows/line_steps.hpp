#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/rows/tape_player.hpp"
#include "core/formula/shown_lines.hpp"

namespace billijk::analysis {

/// The lines of rows in whole rounding steps, as `core::shown_lines` gives them in exact numbers:
/// certain, or not given. For as many rows at once as a tape is played for.
///
/// Not for two threads at once: it keeps its figures between rows.
class LineSteps {
 public:
  using Lanes = TapePlayer::Lanes;

  /// `is_zero(place)`: whether a line is zero in every row. Such a line takes no part.
  template <class IsZero>
  LineSteps(const core::Ways& ways, const IsZero& is_zero)
      : groups_{core::line_groups(ways)}, lines_(core::line_order(ways).size()) {
    for (core::LineGroup& group : groups_) {
      std::erase_if(group.places, is_zero);
      places_.insert(places_.end(), group.places.begin(), group.places.end());
    }
  }

  std::size_t count() const { return lines_.size(); }
  /// Shares the totals of every row out over its lines. `total_of(total)` and `line_of(place)` give
  /// the Lanes of a total, in whole steps, and of a line, in steps with its bound; a place is one
  /// in `core::line_order`.
  template <class TotalOf, class LineOf>
  void share_out(const TotalOf& total_of, const LineOf& line_of) {
    certain_.fill(1);
    tied_.fill(0);
    for (const std::size_t place : places_) {
      const auto [values, bound] = line_of(place);
      take(lines_[place], values, bound);
    }
    for (const core::LineGroup& group : groups_) {
      missing_ = total_of(group.total);
      if (group.less) take_less(total_of(*group.less));
      share_out(group);
    }
  }
  /// Whether the lines of a row are certain. `are_same` says of two of them whether they certainly
  /// are equally large: then the first gets the step.
  template <class AreSame>
  bool is_certain(std::size_t lane, const AreSame& are_same) const {
    if (certain_[lane] == 0) return false;
    if (tied_[lane] == 0) return true;
    for (const core::LineGroup& group : groups_) {
      for (const std::size_t one : group.places) {
        for (const std::size_t other : group.places) {
          if (is_tie(one, other, lane) && !(one < other && are_same(one, other))) return false;
        }
      }
    }
    return true;
  }
  /// Requires: is_certain(lane).
  std::int64_t whole(std::size_t place, std::size_t lane) const {
    return static_cast<std::int64_t>(lines_[place].whole[lane]);
  }

 private:
  /// A line in whole steps, and what it has above them; both 0 or 1 where they say yes or no.
  struct alignas(64) Line {
    Lanes whole{}, above{}, error{}, is_near{}, gets{};
    bool may_get = true;  ///< in any of the rows
  };

  void take(Line& line, const Lanes& values, double bound);
  void take_less(const Lanes& total);
  void share_out(const core::LineGroup& group);
  void rank();
  void separate(const core::LineGroup& group);
  /// Whether the one got a step and the other none, and nobody knows whether its remainder is
  /// larger.
  bool is_tie(std::size_t one, std::size_t other, std::size_t lane) const;

  std::vector<core::LineGroup> groups_;
  std::vector<std::size_t> places_;  ///< of all groups
  std::vector<Line> lines_;
  std::vector<Line*> open_;  ///< of a group the lines that may get a step
  Lanes missing_{};          ///< steps of a group that no line has yet
  Lanes certain_{};          ///< 1 or 0
  Lanes tied_{};             ///< not 0 where two remainders are too near to tell which is larger
};

}  // namespace billijk::analysis
