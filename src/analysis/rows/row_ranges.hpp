#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/rows/row_figures.hpp"
#include "analysis/rows/tape_player.hpp"
#include "core/bounds.hpp"

namespace billijk::analysis {

/// The boundaries of many rows with the ranges of their case at either end, as `core::bounds_of`
/// gives them for one: certain, or not given.
///
/// Which end of a range moves a boundary furthest is found in each row anew, one input at a time;
/// then all are moved together.
/// Not for two threads at once: it keeps its figures between rows.
class RowRanges {
 public:
  using Lanes = TapePlayer::Lanes;

  /// `cells` are the numbers that differ from row to row, none of which has a range
  /// in the case.
  RowRanges(const core::Resolved& resolved, std::span<const core::Slot> cells,
            const core::Case& subject);

  /// Plays the rows whose cells are given, in the order of the inputs. Where no cell that moves a
  /// boundary is another than the last time, as with a list of tariffs, all is as it was.
  void play(std::span<const Lanes> cells);
  bool is_certain(std::size_t lane) const { return certain_[lane] != 0; }
  /// A judged total at an end as a number of rounding steps. Requires: is_certain(lane).
  std::int64_t steps(core::End end, core::Total total, std::size_t lane) const {
    return static_cast<std::int64_t>(reached_[index_of(end)][index_of(total)][lane]);
  }

 private:
  /// Where an input is put: its value, or one of its ends.
  enum class Place : std::uint8_t { value, low, high };
  using Places = std::array<Place, TapePlayer::lanes>;
  struct Range {
    double value = 0;
    std::array<std::optional<double>, 2> ends;
    std::array<bool, core::total_count> moves{};  ///< which totals can differ with it
    std::array<std::array<Places, core::total_count>, 2> best{};  ///< towards either end
  };

  std::size_t input_of(std::size_t range) const { return cell_count_ + range; }
  bool is_as_before(std::span<const Lanes> cells);
  void find_best(std::size_t range);
  void keep_certain(const TapePlayer& player);
  void reach(core::End end);
  void put(const Range& range, const Places& places, Lanes& input) const;
  bool agree(core::End end, core::Total one, core::Total other) const;

  std::size_t cell_count_;
  std::vector<std::size_t> moving_;  ///< the cells with which a boundary can differ
  std::vector<Lanes> last_;          ///< those cells as they were played
  bool played_ = false;
  std::vector<Range> ranges_;
  TapePlayer base_;                  ///< every range at its value
  std::array<TapePlayer, 2> moved_;  ///< one at an end
  TapePlayer furthest_;              ///< all at their best ends
  std::array<std::array<Lanes, core::total_count>, 2> reached_{};
  Lanes certain_{};  ///< 1 or 0
};

}  // namespace billijk::analysis
