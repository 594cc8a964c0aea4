#include "core/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/case/rails.hpp"

namespace billijk::core {
namespace {

/// A place of an input: its value, or one of its ends.
using Place = std::optional<End>;

/// What each boundary becomes with one input at one of its ends. Filtered numbers tell which of two
/// places gives more; where they cannot, the exact ones do.
class Effects {
 public:
  Effects(const Resolved& resolved, const Case& subject, const std::vector<Slot>& slots)
      : bench_{resolved}, case_{subject}, slots_{slots}, ends_(slots.size()) {}

  /// Computes every end.
  ///
  /// Errors: `range_end` for each at which there is nothing to compute.
  Diagnostics take() {
    Diagnostics errors;
    compute_filtered(base_);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      for (const End end : both_ends) {
        if (!value(i, end)) continue;
        const Trouble trouble = take(i, end);
        if (trouble == Trouble::none) continue;
        errors.push_back(at_end(i, end_text(i, end) + " = " + value(i, end)->text(), trouble));
      }
    }
    return errors;
  }

  /// The end that moves `total` furthest in the wanted direction; of equals the low one.
  Place best_end(std::size_t input, Total total, End direction) {
    Place best;
    for (const End end : both_ends) {
      if (!value(input, end)) continue;
      const int sign = compare(input, total, end, best);
      if (direction == End::low ? sign < 0 : sign > 0) best = end;
    }
    return best;
  }

  /// The boundary with every input at its best end.
  Checked<Exact> furthest(Total total, End direction) {
    std::vector<Place> ends(slots_.size());
    std::string moved_inputs;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      ends[i] = best_end(i, total, direction);
      if (!ends[i]) continue;
      moved_inputs += (moved_inputs.empty() ? "" : ", ") + end_text(i, *ends[i]);
    }
    // The fair tariff and the ceiling mostly move together.
    const auto known = reached_.find(moved_inputs);
    if (known != reached_.end()) return *known->second[total];
    Bench<Exact>& bench = bench_.exact;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (ends[i]) bench.set(slots_[i], *value(i, *ends[i]));
    }
    const Trouble trouble = bench.compute();
    bench.reset();
    if (trouble != Trouble::none) return refused(at_end(0, moved_inputs, trouble));
    Boundaries moved = boundaries_of(bench.sheet(), bench.ways());
    return *reached_.emplace(std::move(moved_inputs), std::move(moved)).first->second[total];
  }

 private:
  struct Ends {
    std::array<Totals<Filtered>, 2> filtered;
    std::array<std::optional<Totals<Exact>>, 2> exact;
    std::optional<Totals<Filtered>> open;  ///< with this input left open
  };

  const std::optional<Decimal>& value(std::size_t i, End end) const {
    return end_of(*slots_[i].input(case_), end);
  }
  std::string end_text(std::size_t i, End end) const {
    return slots_[i].name(case_) + (end == End::low ? ".low" : ".high");
  }
  Diagnostic at_end(std::size_t i, std::string ends, Trouble trouble) const {
    return finding(Code::range_end, slots_[i].input(case_)->at, slots_[i].name(case_),
                   {{"ends", std::move(ends)}, {"reason", phrase_of(trouble)}});
  }

  /// As far as filtered numbers tell them: of unbounded error where they do not.
  Trouble compute_filtered(Totals<Filtered>& result) {
    const Trouble trouble = bench_.filtered.compute_unrounded();
    if (trouble == Trouble::none) {
      result = bench_.filtered.sheet().totals;
    } else {
      result.fill(EurosPerBillableHour<Filtered>{Filtered::unknown()});
    }
    return trouble;
  }
  Trouble take(std::size_t i, End end) {
    bench_.filtered.set(slots_[i], *value(i, end));
    Trouble trouble = compute_filtered(ends_[i].filtered[index_of(end)]);
    bench_.filtered.reset(slots_[i]);
    if (trouble == Trouble::uncertain) {
      trouble = compute_exact(i, end);
      if (trouble == Trouble::none) ends_[i].exact[index_of(end)] = bench_.exact.sheet().totals;
    }
    return trouble;
  }
  Trouble compute_exact(std::size_t i, Place place) {
    if (place) bench_.exact.set(slots_[i], *value(i, *place));
    const Trouble trouble = bench_.exact.compute_unrounded();
    bench_.exact.reset(slots_[i]);
    return trouble;
  }

  /// -1, 0 or 1: less, as much or more at one place than at another.
  int compare(std::size_t i, Total total, Place one, Place other) {
    const auto filtered = [&](Place place) {
      return (place ? ends_[i].filtered[index_of(*place)] : base_)[index_of(total)].number();
    };
    if (const auto sign = (filtered(one) - filtered(other)).certain_sign()) return *sign;
    if (!depends(i, total)) return 0;
    const auto exactly = [&](Place place) { return exact(i, place)[index_of(total)].number(); };
    return (exactly(one) - exactly(other)).sign();
  }
  /// Of a figure left open, what does not depend on it has a bound still.
  bool depends(std::size_t i, Total total) {
    std::optional<Totals<Filtered>>& open = ends_[i].open;
    if (!open) {
      bench_.filtered.set(slots_[i], Filtered::unknown());
      compute_filtered(open.emplace());
      bench_.filtered.reset(slots_[i]);
    }
    return !std::isfinite((*open)[index_of(total)].number().error());
  }
  const Totals<Exact>& exact(std::size_t i, Place place) {
    std::optional<Totals<Exact>>& known = place ? ends_[i].exact[index_of(*place)] : exact_base_;
    if (!known) {
      compute_exact(i, place);
      known = bench_.exact.sheet().totals;
    }
    return *known;
  }

  SureBench bench_;
  const Case& case_;
  const std::vector<Slot>& slots_;
  std::vector<Ends> ends_;
  Totals<Filtered> base_;
  std::optional<Totals<Exact>> exact_base_;
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

std::vector<Slot> ranged_slots(const Case& subject) {
  std::vector<Slot> slots = stated_slots(subject);
  std::erase_if(slots, [&](Slot slot) { return !slot.input(subject)->has_range(); });
  return slots;
}

Checked<Bounds> bounds_of(const Resolved& resolved, const Case& subject,
                          const std::vector<Slot>& ranged) {
  Effects effects{resolved, subject, ranged};
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
  Subtraction subtraction;
  visit_hours(year, [&](std::string_view /*key*/, HoursSign /*sign*/, const Exact& hours) {
    subtraction.of.push_back(hours);
  });
  result.arguments = {{"subtraction", std::move(subtraction)}};
  if (year.contract.number() <= Exact{most_week_hours})
    result.arguments.emplace_back("full_time", std::to_string(full_time_hours));
  return result;
}

}  // namespace billijk::core
