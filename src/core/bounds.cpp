#include "core/bounds.hpp"

#include <algorithm>
#include <utility>

namespace billijk::core {
namespace {

std::string_view name_of(End end) { return end == End::low ? "low" : "high"; }

Diagnostic at_end(const RangedInput& input, std::string ends, Trouble trouble) {
  return finding(Code::range_end, input.at, input.key,
                 {{"ends", std::move(ends)}, {"reason", phrase_of(trouble)}});
}

/// What each boundary becomes with one input at one of its ends; absent ends stay absent.
using Effects = std::array<std::optional<Boundaries>, 2>;

/// The end that moves `total` furthest in the wanted direction; of equals the low one.
std::optional<End> best_end(const Effects& effects, const Exact& base, Total total, End direction) {
  std::optional<End> best;
  Exact reached = base;
  for (const End end : both_ends) {
    const std::optional<Boundaries>& effect = effects[index_of(end)];
    if (!effect) continue;
    const Exact& value = *(*effect)[total];
    if (direction == End::low ? value < reached : value > reached) {
      reached = value;
      best = end;
    }
  }
  return best;
}

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
  const auto add = [&](InputId id, std::string key, const Input& input) {
    if (input.has_range())
      result.push_back({id, std::move(key), input.at, {input.low, input.high}});
  };
  for (std::size_t i = 0; i < key_count; ++i) {
    if (subject.numbers[i]) add(i, std::string{path_of(key_at(i))}, *subject.numbers[i]);
  }
  for (std::size_t i = 0; i < subject.lines.size(); ++i) {
    const OwnLine& line = subject.lines[i];
    add(key_count + i, "line." + line.key + (line.per ? ".amount" : ".percent"), line.figure);
  }
  return result;
}

Boundaries boundaries_of(const Sheet<Exact>& sheet, const Ways& ways) {
  Boundaries result;
  for (const Total total : all_totals) {
    if (ways.given && total == Total::wage_floor) continue;
    result[total] = sheet.totals[index_of(total)].number();
  }
  return result;
}

Boundaries rounded(const Boundaries& boundaries, const Rounding& rounding) {
  Boundaries result;
  for (const Total total : all_totals) {
    if (boundaries[total]) result[total] = round(*boundaries[total], rounding);
  }
  return result;
}

Mover::Mover(const Resolved& resolved)
    : resolved_{resolved},
      unrounded_{resolved.ways},
      base_{numbers_of<Exact>(resolved.figures)},
      numbers_{base_} {
  unrounded_.rounding.at = RoundingAt::end;
}

void Mover::set(InputId id, const Decimal& value) {
  if (id < key_count) {
    numbers_.value[id] = Exact{value, shift_of(facts_of(key_at(id)).unit)};
  } else {
    const InputId line = id - key_count;
    numbers_.own[line] = Exact{value, shift_of(resolved_.figures.own[line].unit)};
  }
}

void Mover::reset(InputId id) {
  if (id < key_count) {
    numbers_.value[id] = base_.value[id];
  } else {
    numbers_.own[id - key_count] = base_.own[id - key_count];
  }
}

void Mover::reset() { numbers_ = base_; }

Trouble Mover::compute(const Ways& ways, Boundaries& result) const {
  Recorder<Exact> record;
  Sheet<Exact> sheet;
  const Trouble trouble = evaluate(numbers_, ways, record, sheet);
  if (trouble == Trouble::none) result = boundaries_of(sheet, ways);
  return trouble;
}

Checked<Bounds> bounds_of(const Resolved& resolved, const std::vector<RangedInput>& inputs) {
  Mover mover{resolved};
  Diagnostics errors;
  Boundaries base;
  if (mover.compute_unrounded(base) != Trouble::none) return tl::unexpected{errors};
  std::vector<Effects> effects(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    for (const End end : both_ends) {
      const std::optional<Decimal>& value = inputs[i].ends[index_of(end)];
      if (!value) continue;
      mover.set(inputs[i].id, *value);
      Boundaries moved;
      const Trouble trouble = mover.compute_unrounded(moved);
      mover.reset(inputs[i].id);
      if (trouble == Trouble::none) {
        effects[i][index_of(end)] = std::move(moved);
      } else {
        errors.push_back(at_end(
            inputs[i], inputs[i].key + '.' + std::string{name_of(end)} + " = " + value->text(),
            trouble));
      }
    }
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  Bounds result;
  for (const End direction : both_ends) {
    for (const Total total : all_totals) {
      if (!base[total]) continue;
      std::string moved_inputs;
      for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::optional<End> end = best_end(effects[i], *base[total], total, direction);
        if (!end) continue;
        mover.set(inputs[i].id, *inputs[i].ends[index_of(*end)]);
        if (!moved_inputs.empty()) moved_inputs += ", ";
        moved_inputs += inputs[i].key + '.' + std::string{name_of(*end)};
      }
      Boundaries moved;
      const Trouble trouble = mover.compute(moved);
      mover.reset();
      if (trouble != Trouble::none) return refused(at_end(inputs.front(), moved_inputs, trouble));
      result[direction][total] = moved[total];
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
    const auto share = [&](Key key, std::string_view of) {
      return std::string{path_of(key)} + ' ' + subject.value(key).text() + " % (" +
             std::string{of} + ')';
    };
    std::string shares = share(Key::margin_percent, word_of(resolved.ways.margin));
    if (subject.overhead_of)
      shares = share(Key::overhead_percent, word_of(*subject.overhead_of)) + ", " + shares;
    result.arguments = {{"shares", shares}};
    return result;
  }
  result.code = Code::no_attendance;
  place(Key::leave);
  Recorder<Exact> record;
  const Namer<Exact> namer{resolved.ways, record};
  YearHours<Exact> year;
  compute_hours(year, numbers_of<Exact>(resolved.figures), namer);
  const auto hours = [](const PaidHours<Exact>& value) { return shortest(value.number(), 2); };
  std::string subtraction = hours(year.contract);
  for (const PaidHours<Exact>* part : {&year.leave, &year.sickness, &year.training, &year.meetings,
                                       &year.idle, &year.indirect, &year.obligations}) {
    subtraction += " - " + hours(*part);
  }
  result.arguments = {{"subtraction", subtraction + " = " + hours(year.attendance)}};
  return result;
}

}  // namespace billijk::core
