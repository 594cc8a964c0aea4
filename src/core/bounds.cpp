#include "core/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/case/rails.hpp"

namespace billijk::core {
namespace {

std::string_view name_of(End end) { return end == End::low ? "low" : "high"; }

Diagnostic at_end(const RangedInput& input, std::string ends, Trouble trouble) {
  return finding(Code::range_end, input.at, input.key,
                 {{"ends", std::move(ends)}, {"reason", phrase_of(trouble)}});
}

/// A place of an input: its value, or one of its ends.
using Place = std::optional<End>;

/// What each boundary becomes with one input at one of its ends. Filtered numbers tell which of two
/// places gives more; where they cannot, the exact ones do.
class Effects {
 public:
  Effects(const Resolved& resolved, const std::vector<RangedInput>& inputs)
      : mover_{resolved}, inputs_{inputs}, ends_(inputs.size()) {}

  /// Computes every end.
  ///
  /// Errors: `range_end` for each at which there is nothing to compute.
  Diagnostics take() {
    Diagnostics errors;
    mover_.compute_filtered(base_);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      for (const End end : both_ends) {
        if (!inputs_[i].ends[index_of(end)]) continue;
        const Trouble trouble = take(i, end);
        if (trouble == Trouble::none) continue;
        errors.push_back(at_end(inputs_[i], end_text(i, end, " = "), trouble));
      }
    }
    return errors;
  }

  /// The end that moves `total` furthest in the wanted direction; of equals the low one.
  Place best_end(std::size_t input, Total total, End direction) {
    Place best;
    for (const End end : both_ends) {
      if (!inputs_[input].ends[index_of(end)]) continue;
      const int sign = compare(input, total, end, best);
      if (direction == End::low ? sign < 0 : sign > 0) best = end;
    }
    return best;
  }

  /// The boundary with every input at its best end.
  Checked<Exact> furthest(Total total, End direction) {
    std::vector<Place> ends(inputs_.size());
    std::string moved_inputs;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      ends[i] = best_end(i, total, direction);
      if (!ends[i]) continue;
      moved_inputs += (moved_inputs.empty() ? "" : ", ") + end_text(i, *ends[i], "");
    }
    // The fair tariff and the ceiling mostly move together.
    const auto known = reached_.find(moved_inputs);
    if (known != reached_.end()) return *known->second[total];
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      if (ends[i]) move(i, *ends[i]);
    }
    Boundaries moved;
    const Trouble trouble = mover_.compute(moved);
    mover_.reset();
    if (trouble != Trouble::none) return refused(at_end(inputs_.front(), moved_inputs, trouble));
    return *reached_.emplace(std::move(moved_inputs), std::move(moved)).first->second[total];
  }

 private:
  struct Ends {
    std::array<Totals<Filtered>, 2> filtered;
    std::array<std::optional<Boundaries>, 2> exact;
    std::optional<Totals<Filtered>> open;  ///< with this input left open
  };

  void move(std::size_t i, End end) {
    mover_.set(inputs_[i].slot, *inputs_[i].ends[index_of(end)]);
  }
  std::string end_text(std::size_t i, End end, std::string_view is) const {
    const RangedInput& input = inputs_[i];
    std::string text = input.key + '.' + std::string{name_of(end)};
    if (!is.empty()) text += std::string{is} + input.ends[index_of(end)]->text();
    return text;
  }

  Trouble take(std::size_t i, End end) {
    move(i, end);
    Trouble trouble = mover_.compute_filtered(ends_[i].filtered[index_of(end)]);
    if (trouble == Trouble::uncertain) {
      Boundaries moved;
      trouble = mover_.compute_unrounded(moved);
      if (trouble == Trouble::none) ends_[i].exact[index_of(end)] = std::move(moved);
    }
    mover_.reset(inputs_[i].slot);
    return trouble;
  }

  /// -1, 0 or 1: less, as much or more at one place than at another.
  int compare(std::size_t i, Total total, Place one, Place other) {
    const auto filtered = [&](Place place) {
      return (place ? ends_[i].filtered[index_of(*place)] : base_)[index_of(total)].number();
    };
    if (const auto sign = (filtered(one) - filtered(other)).certain_sign()) return *sign;
    if (!depends(i, total)) return 0;
    return (*exact(i, one)[total] - *exact(i, other)[total]).sign();
  }
  bool depends(std::size_t i, Total total) {
    std::optional<Totals<Filtered>>& open = ends_[i].open;
    if (!open) mover_.compute_filtered(open.emplace(), inputs_[i].slot);
    return !std::isfinite((*open)[index_of(total)].number().error());
  }
  const Boundaries& exact(std::size_t i, Place place) {
    std::optional<Boundaries>& known = place ? ends_[i].exact[index_of(*place)] : exact_base_;
    if (known) return *known;
    if (place) move(i, *place);
    mover_.compute_unrounded(known.emplace());
    mover_.reset(inputs_[i].slot);
    return *known;
  }

  Mover mover_;
  const std::vector<RangedInput>& inputs_;
  std::vector<Ends> ends_;
  Totals<Filtered> base_;
  std::optional<Boundaries> exact_base_;
  std::map<std::string, Boundaries> reached_;  ///< by the ends moved to
};

}  // namespace

Phrase phrase_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::no_attendance:
      return Phrase::trouble_no_attendance;
    case Trouble::nothing_left:
      return Phrase::trouble_nothing_left;
    default:
      return Phrase::trouble_no_volume;
  }
}

Code code_of(Trouble trouble) {
  if (trouble == Trouble::no_attendance) return Code::no_attendance;
  return trouble == Trouble::nothing_left ? Code::nothing_left : Code::needs_divisor;
}

std::vector<RangedInput> ranged_inputs(const Case& subject) {
  std::vector<RangedInput> result;
  for (const Slot slot : stated_slots(subject)) {
    const Input& input = *slot.input(subject);
    if (input.has_range())
      result.push_back({slot, slot.name(subject), input.at, {input.low, input.high}});
  }
  return result;
}

Checked<Bounds> bounds_of(const Resolved& resolved, const std::vector<RangedInput>& inputs) {
  Effects effects{resolved, inputs};
  if (Diagnostics errors = effects.take(); !errors.empty())
    return tl::unexpected{std::move(errors)};
  Bounds result;
  for (const End direction : both_ends) {
    for (const Total total : all_totals) {
      if (resolved.ways.given && total == Total::wage_floor) continue;
      const Checked<Exact> reached = effects.furthest(total, direction);
      if (!reached) return tl::unexpected{reached.error()};
      result[direction][total] = *reached;
    }
  }
  return result;
}

Diagnostic diagnostic_of(Trouble trouble, const Case& subject, const Resolved& resolved) {
  Diagnostic result = finding(Code::needs_divisor, {}, std::string{path_of(Key::volume)});
  const auto place = [&](Key key) {
    result.key = std::string{path_of(key)};
    result.at = subject.place_of(path_of(key));
  };
  if (trouble == Trouble::no_volume) {
    // The cost that is to be spread asks for the volume.
    const auto line = std::ranges::find(subject.lines, LinePer::contract_year, &OwnLine::per);
    const bool annual = !subject.value(Key::obligation_annual).is_zero();
    result.at = annual || line == subject.lines.end()
                    ? subject.place_of(path_of(Key::obligation_annual))
                    : line->at;
    result.arguments = {{"key", result.key}, {"reason", Phrase::divides_annual}};
    return result;
  }
  if (trouble == Trouble::nothing_left) {
    result.code = Code::nothing_left;
    place(subject.number(Key::overhead_percent) ? Key::overhead_percent : Key::margin_percent);
    std::vector<std::string> shares;
    const auto share = [&](Key key, std::string_view of) {
      return std::string{path_of(key)} + ' ' + subject.value(key).text() + " % (" +
             std::string{of} + ')';
    };
    if (subject.choices.states(Choice::overhead_of))
      shares.push_back(share(Key::overhead_percent, subject.choices.word(Choice::overhead_of)));
    if (resolved.ways.margin)
      shares.push_back(share(Key::margin_percent, word_of(*resolved.ways.margin)));
    result.arguments = {{"shares", shares.front() + (shares.size() > 1 ? ", " + shares[1] : "")}};
    return result;
  }
  result.code = Code::no_attendance;
  place(Key::leave);
  Recorder<Exact> record;
  const Namer<Exact> namer{resolved.ways, record};
  YearHours<Exact> year;
  compute_hours(year, numbers_of<Exact>(resolved.figures), namer);
  std::string subtraction;
  visit_hours(year, [&](std::string_view /*key*/, HoursSign sign, const Exact& hours) {
    subtraction += (sign == HoursSign::minus ? " - " : "") + shortest(hours, 2);
  });
  result.arguments = {{"subtraction", subtraction + " = " + shortest(year.attendance.number(), 2)}};
  if (year.contract.number() <= Exact{most_week_hours})
    result.arguments.emplace_back("full_time", std::to_string(full_time_hours));
  return result;
}

}  // namespace billijk::core
