#include "analysis/lever/solve.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/lever/goal.hpp"

namespace billijk::analysis {
namespace {

using core::Decimal;
using core::Exact;

/// A place on the grid: the value is place x grid.
using Place = mpz_class;

/// Looks along the grid for the first place where the goal has another answer.
class Search {
 public:
  Search(const LeveredCase& subject, const Question& question, const Exact& grid)
      : goal_{subject, question.goal, question.tariff}, grid_{grid}, filtered_grid_{grid} {
    const Lever& lever = subject.lever;
    first_ = -core::floor_of(-(lever.lowest / grid_));
    if (!lever.allows(value(first_))) ++first_;
    last_ = core::floor_of(lever.highest / grid_);
  }

  const Place& first() const { return first_; }
  const Place& last() const { return last_; }
  Exact value(const Place& place) const { return Exact{mpq_class{place}} * grid_; }
  bool holds(const Place& place) { return goal_.holds(value(place)); }
  Goal& goal() { return goal_; }

  /// The first place, `from` included, in this direction whose answer is `wanted`.
  ///
  /// Stretches double in length: near the case every value counts, far away few do.
  std::optional<Place> find(const Place& from, int direction, bool wanted) {
    wanted_ = wanted;
    looks_ = 0;
    Place begin = from;
    Place length = 1;
    while (direction > 0 ? begin <= last_ : begin >= first_) {
      Place end = direction > 0 ? Place{begin + length - 1} : Place{begin - length + 1};
      end = direction > 0 ? std::min(end, last_) : std::max(end, first_);
      if (std::optional<Place> found = within(begin, end)) return found;
      begin = direction > 0 ? Place{end + 1} : Place{end - 1};
      length *= 2;
    }
    return std::nullopt;
  }

 private:
  /// The first place from `begin` to `end` with the wanted answer, whichever of the two is higher.
  std::optional<Place> within(const Place& begin, const Place& end) {
    if (begin == end) return is_wanted(begin) ? std::optional{begin} : std::nullopt;
    if (looks_ > most_looks) return bisected(begin, end);
    ++looks_;
    const Goal::Over over =
        goal_.over(filtered_value(std::min(begin, end)), filtered_value(std::max(begin, end)));
    if (over != Goal::Over::unknown) {
      return (over == Goal::Over::holds) == wanted_ ? std::optional{begin} : std::nullopt;
    }
    const Place middle = begin + (end - begin) / 2;
    if (std::optional<Place> found = within(begin, middle)) return found;
    return within(middle + (end > begin ? 1 : -1), end);
  }

  /// Rounding line by line can leave more values in doubt than are worth a look each: then one at
  /// which the answer turns is found by halves, and a stretch that ends as it begins is passed
  /// over.
  std::optional<Place> bisected(Place begin, Place end) {
    if (is_wanted(begin)) return begin;
    if (!is_wanted(end)) return std::nullopt;
    while (abs(end - begin) > 1) {
      const Place middle = begin + (end - begin) / 2;
      (is_wanted(middle) ? end : begin) = middle;
    }
    return end;
  }
  core::Filtered filtered_value(const Place& place) const {
    const double whole = place.get_d();
    if (std::abs(whole) > most_certain_place) return core::Filtered{value(place)};
    return core::Filtered{whole, 0} * filtered_grid_;
  }
  bool is_wanted(const Place& place) {
    ++looks_;
    return holds(place) == wanted_;
  }

  static constexpr int most_looks = 20'000;
  static constexpr double most_certain_place = 0x1p52;

  Goal goal_;
  Exact grid_;
  core::Filtered filtered_grid_;
  Place first_, last_;
  bool wanted_ = true;
  int looks_ = 0;
};

/// A place that holds, and the one beyond it that does not or is not allowed.
struct Turn {
  Place holds;
  int direction = 0;  ///< from it to what does not hold
};

class Solver {
 public:
  Solver(const LeveredCase& subject, const Question& question)
      : lever_{subject.lever},
        grid_{question.grid.value_or(lever_.grid)},
        search_{subject, question, Exact{grid_}} {
    result_.key = lever_.name;
    result_.unit = lever_.unit;
    result_.goal = question.goal;
    result_.own = lever_.own;
    result_.grid = grid_;
  }

  Solution run() {
    if (search_.first() > search_.last()) return std::move(result_);
    place_own();
    const bool below_holds = search_.holds(below_);
    const bool above_holds = search_.holds(above_);
    result_.holds_at_own = lever_.own ? search_.goal().holds(*lever_.own) : below_holds;
    const auto turn =
        below_holds || above_holds ? first_to_fail(below_holds, above_holds) : nearest_that_holds();
    if (turn) {
      take(*turn);
    } else if (below_holds && lever_.own && !result_.holds_at_own) {
      // The whole grid holds, and the case's own value lies beside it.
      take(Turn{below_, *lever_.own > search_.value(below_) ? 1 : -1});
    } else {
      result_.found = is_flat() ? Found::no_effect : below_holds ? Found::every : Found::none;
      if (result_.found == Found::every) take_end();
    }
    return std::move(result_);
  }

 private:
  /// The places on either side of the case's own value, one and the same when it lies on the grid.
  void place_own() {
    const Exact steps = lever_.own.value_or(lever_.lowest) / Exact{grid_};
    below_ = std::clamp(core::floor_of(steps), search_.first(), search_.last());
    above_ = std::clamp(Place{-core::floor_of(-steps)}, search_.first(), search_.last());
  }

  std::optional<Turn> first_to_fail(bool below_holds, bool above_holds) {
    if (!above_holds) return Turn{below_, 1};
    if (!below_holds) return Turn{above_, -1};
    const auto up = search_.find(above_ + 1, 1, false);
    const auto down = search_.find(below_ - 1, -1, false);
    if (up && (!down || rises())) return Turn{*up - 1, 1};
    if (down) return Turn{*down + 1, -1};
    return std::nullopt;
  }
  std::optional<Turn> nearest_that_holds() {
    const auto up = search_.find(above_ + 1, 1, true);
    const auto down = search_.find(below_ - 1, -1, true);
    if (down && (!up || rises())) return Turn{*down, 1};
    if (up) return Turn{*up, -1};
    return std::nullopt;
  }

  /// Whether the boundary rises around the case's own value.
  bool rises() {
    if (below_ == search_.first() || above_ == search_.last()) return true;
    return rises_between(below_ - 1, above_ + 1);
  }
  bool rises_between(const Place& low, const Place& high) {
    return search_.goal().change(search_.value(low), search_.value(high)).value_or(1) >= 0;
  }
  /// Whether the boundary is the same from end to end.
  bool is_flat() {
    if (search_.first() == search_.last()) return false;
    std::array<std::optional<Exact>, 3> found;
    const std::array places{search_.first(), below_, search_.last()};
    for (std::size_t i = 0; i < places.size(); ++i)
      found.at(i) = search_.goal().excess(search_.value(places.at(i)));
    return found[0] && found[0] == found[1] && found[1] == found[2];
  }

  Decimal written(const Place& place) const {
    // Places are within the limits of the key, which 24 digits write.
    const Exact value = search_.value(place);
    return *core::parse_decimal(core::shortest(value)).value;
  }
  void take(const Turn& turn) {
    result_.found = Found::value;
    result_.is_highest = turn.direction > 0;
    result_.value = written(turn.holds);
    result_.boundary = search_.goal().boundary(search_.value(turn.holds));
    result_.tariff = search_.goal().moved_tariff();
    const Place beyond = turn.holds + turn.direction;
    if (beyond < search_.first() || beyond > search_.last()) return;
    result_.beyond = written(beyond);
    result_.next_boundary = search_.goal().boundary(search_.value(beyond));
    result_.next_tariff = search_.goal().moved_tariff();
  }
  /// Where every value holds: the end the boundary rises to.
  void take_end() {
    result_.is_highest = rises_between(search_.first(), search_.last());
    const Place& end = result_.is_highest ? search_.last() : search_.first();
    result_.value = written(end);
    result_.boundary = search_.goal().boundary(search_.value(end));
    result_.tariff = search_.goal().moved_tariff();
  }

  const Lever& lever_;
  Decimal grid_;
  Search search_;
  Place below_, above_;
  Solution result_;
};

}  // namespace

std::string_view key_of(Found found) {
  constexpr std::array<std::string_view, 4> keys{"value", "every", "none", "no_effect"};
  return keys.at(static_cast<std::size_t>(found));
}

Solution solve(const LeveredCase& subject, const Question& question) {
  return Solver{subject, question}.run();
}

}  // namespace billijk::analysis
