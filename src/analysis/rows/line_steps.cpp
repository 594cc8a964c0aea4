#include "analysis/rows/line_steps.hpp"

#include <algorithm>
#include <cmath>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

constexpr std::size_t lanes = TapePlayer::lanes;

/// 1 or 0, without a comparison: what compares is not computed for two rows at once.
double at_least(double a, double b) { return 0.5 + std::copysign(0.5, a - b); }
double less(double a, double b) { return 0.5 - std::copysign(0.5, a - b); }

}  // namespace

/// A line that may be a whole number of steps is taken for it. If it is a hair less, its floor is
/// one less and its remainder larger than that of any line that gets none, so that it gets the step
/// back; if a hair more, its remainder is smaller than that of any line that gets one.
void LineSteps::take(Line& line, const Lanes& values, double bound) {
  constexpr double most_steps = 0x1p40;
  // Added to a number below 2^51 it leaves no room for what is behind the point.
  constexpr double whole_doubles = 0x1.8p52;
  // Nothing written here is read here, so that rows are taken together.
  const Lanes& __restrict from = values;
  Line& __restrict to = line;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const double value = from[lane];
    // What subtracting the floor loses is less than a unit of the last place of the line.
    const double error = std::abs(value) * (bound + core::rounding_spacing);
    const double nearest = (value + whole_doubles) - whole_doubles;
    const double floor = nearest - less(value, nearest);
    const double above = value - floor;
    const double nearly_next = at_least(error, 1 - above);
    const double near = std::max(nearly_next, at_least(error, above));
    to.is_near[lane] = near;
    to.whole[lane] = floor + nearly_next;
    // Behind all others, whatever they have.
    to.above[lane] = above - 2 * near;
    to.error[lane] = error;
    to.gets[lane] = less(std::abs(value) + error, most_steps);
  }
  double all_near = 1;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    certain_[lane] *= to.gets[lane];
    all_near *= to.is_near[lane];
  }
  line.may_get = all_near == 0;
}

void LineSteps::take_less(const Lanes& total) {
  for (std::size_t lane = 0; lane < lanes; ++lane) missing_[lane] -= total[lane];
}

void LineSteps::share_out(const core::LineGroup& group) {
  Lanes others{};  // lines that may get a step
  open_.clear();
  for (const std::size_t place : group.places) {
    Line& line = lines_[place];
    for (std::size_t lane = 0; lane < lanes; ++lane) missing_[lane] -= line.whole[lane];
    if (!line.may_get) continue;
    open_.push_back(&line);
    for (std::size_t lane = 0; lane < lanes; ++lane) others[lane] += 1 - line.is_near[lane];
  }
  for (std::size_t lane = 0; lane < lanes; ++lane)
    certain_[lane] *= at_least(missing_[lane], 0) * at_least(others[lane], missing_[lane]);
  rank();
  separate(group);
  for (Line* const line : open_) {
    for (std::size_t lane = 0; lane < lanes; ++lane) line->whole[lane] += line->gets[lane];
  }
}

/// The steps go to the lines with the largest remainders, of equal ones to the earlier.
void LineSteps::rank() {
  // First the lines that stand before each in that order are counted.
  for (std::size_t i = 0; i < open_.size(); ++i) {
    Lanes before;
    before.fill(static_cast<double>(i));
    const Lanes& above = open_[i]->above;
    for (std::size_t j = 0; j < i; ++j) {
      const Lanes& earlier = open_[j]->above;
      Lanes& __restrict gets = open_[j]->gets;
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const double larger = less(earlier[lane], above[lane]);
        gets[lane] += larger;
        before[lane] -= larger;
      }
    }
    open_[i]->gets = before;
  }
  for (Line* const line : open_) {
    for (std::size_t lane = 0; lane < lanes; ++lane)
      line->gets[lane] = less(line->gets[lane], missing_[lane]) * (1 - line->is_near[lane]);
  }
}

/// Whether the remainders leave no doubt who gets a step.
void LineSteps::separate(const core::LineGroup& group) {
  Lanes smallest_with{};
  Lanes largest_without{};
  Lanes nearness{};
  smallest_with.fill(1);
  for (const std::size_t place : group.places) {
    const Line& line = lines_[place];
    for (std::size_t lane = 0; lane < lanes; ++lane)
      nearness[lane] = std::max(nearness[lane], line.is_near[lane] * line.error[lane]);
  }
  for (const Line* const line : open_) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double gets = line->gets[lane];
      const double with = line->above[lane] - line->error[lane];
      const double without = line->above[lane] + line->error[lane];
      // Of a line taken for whole what it has above is below zero.
      smallest_with[lane] = std::min(smallest_with[lane], gets * with + (1 - gets));
      largest_without[lane] = std::max(largest_without[lane], (1 - gets) * without);
    }
  }
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    certain_[lane] *=
        less(nearness[lane], smallest_with[lane]) * less(largest_without[lane], 1 - nearness[lane]);
    tied_[lane] = std::max(tied_[lane], at_least(largest_without[lane], smallest_with[lane]));
  }
}

bool LineSteps::is_tie(std::size_t one, std::size_t other, std::size_t lane) const {
  const Line& gets = lines_[one];
  const Line& gets_none = lines_[other];
  if (!gets.may_get || gets.gets[lane] == 0) return false;
  if (gets_none.is_near[lane] != 0 || gets_none.gets[lane] != 0) return false;
  return gets.above[lane] - gets.error[lane] <= gets_none.above[lane] + gets_none.error[lane];
}

}  // namespace billijk::analysis
