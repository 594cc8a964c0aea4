#include "analysis/rows/row_model.hpp"

#include <algorithm>

#include "analysis/rows/exact_judge.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Filtered;
using core::Key;
using core::Total;
using core::Trouble;

core::Diagnostic too_large() { return core::finding(core::Code::row_too_large); }

std::optional<std::size_t> place_of_line(const core::Ways& ways, const std::string& key) {
  const std::vector<core::LineId> order = line_order(ways);
  const auto found = std::ranges::find_if(order, [&](core::LineId line) {
    return key == (line < core::line_count
                       ? core::line_table.at(line).key
                       : std::string_view{ways.own.at(line - core::line_count).key});
  });
  if (found == order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - order.begin());
}

}  // namespace

RowModel::RowModel(core::Case subject, core::Presets presets, core::Resolution resolution,
                   const RowNeeds& needs)
    : subject_{std::move(subject)},
      presets_{std::move(presets)},
      resolution_{std::move(resolution)},
      sides_{needs.sides},
      doubts_{needs.doubts} {
  if (needs.ranges && !resolved().ways.given) ranged_ = core::ranged_slots(subject_);
  const auto stated = [&](Key key) -> std::optional<core::CellNumber> {
    if (!subject_.number(key)) return std::nullopt;
    const std::optional<core::CellNumber> number = cell_number_of(subject_.value(key));
    machine_sized_ = machine_sized_ && number;
    return number;
  };
  has_tariff_ = subject_.number(Key::tariff).has_value();
  contract_ = {.tariff = stated(Key::tariff),
               .norm_hours = stated(Key::norm_hours),
               .volume = stated(Key::volume),
               .fee = stated(Key::subcontracting_fee),
               .unit = resolved().ways.tariff_unit};
  divides_ = has_tariff_ && core::divisor_of(contract_.unit).has_value();
  for (const std::string& line : needs.lines)
    lines_.push_back(place_of_line(resolved().ways, line));
  const core::Decimal& step = resolved().ways.rounding.step;
  decimals_ = std::max(2, step.scale());
  const auto units =
      narrowed<std::int64_t>(step.coefficient() * power_of_ten(decimals_ - step.scale()));
  machine_sized_ = machine_sized_ && units;
  units_per_step_ = units.value_or(0);
}

RowEvaluator::RowEvaluator(std::shared_ptr<const RowModel> model)
    : model_{std::move(model)}, contract_{model_->contract_} {}

void RowEvaluator::prepare(std::span<const core::RowCell> cells) {
  if (player_) return;
  const auto contract_number = [](Key key) -> std::optional<core::CellNumber> ContractNumbers::* {
    if (key == Key::tariff) return &ContractNumbers::tariff;
    if (key == Key::norm_hours) return &ContractNumbers::norm_hours;
    if (key == Key::subcontracting_fee) return &ContractNumbers::fee;
    return key == Key::volume ? &ContractNumbers::volume : nullptr;
  };
  std::vector<core::Slot> inputs;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    inputs.emplace_back(cells[i].key);
    shifts_.push_back(core::shift_of(facts_of(cells[i].key).unit));
    if (const auto number = contract_number(cells[i].key)) contract_places_.push_back({i, number});
  }
  const bool with_lines = !model_->lines_.empty();
  player_.emplace(
      Tape{model_->resolved(), inputs, with_lines ? Tape::Gives::lines_too : Tape::Gives::totals});
  if (model_->has_tariff_ && !model_->ranged_.empty())
    ranges_.emplace(model_->resolved(), inputs, model_->subject_);
  if (model_->doubts_)
    doubts_.emplace(model_->subject_, model_->presets_, model_->resolution_, cells);
  if (!player_->gives_lines()) return;
  lines_.emplace(model_->resolved().ways,
                 [&](std::size_t place) { return player_->is_zero_line(place); });
}

/// Whether the tariff can be turned into one per hour.
bool RowEvaluator::take_contract(RowTask& task) {
  for (const ContractPlace& place : contract_places_)
    contract_.*place.number = task.cells[place.cell].number;
  task.trouble.reset();
  if (!model_->divides_) return true;
  const std::optional<Key> key = core::divisor_of(contract_.unit);
  const std::optional<core::CellNumber>& divisor =
      *key == Key::volume ? contract_.volume : contract_.norm_hours;
  const bool stated =
      divisor ? divisor->coefficient != 0 : !model_->resolved().figures[*key].value.is_zero();
  if (!stated) task.trouble = core::missing_divisor(contract_.unit, {});
  return stated;
}

void RowEvaluator::evaluate(std::span<RowTask> tasks) {
  if (tasks.empty()) return;
  prepare(tasks.front().cells);
  const bool fast = model_->machine_sized_;
  std::array<bool, lanes> taken{};
  if (fast) {
    play(tasks);
    for (std::size_t lane = 0; lane < tasks.size(); ++lane)
      taken[lane] = take_played(lane, tasks[lane]);
  }
  for (std::size_t lane = 0; lane < tasks.size(); ++lane) {
    RowTask& task = tasks[lane];
    if (!taken[lane]) take_alone(task, fast && tasks.size() > 1);
    if (!doubts_ || task.trouble) continue;
    doubts_->take(task.cells, *task.figures);
  }
}

/// The row without others: its bound is its own then, and after that there are exact numbers.
void RowEvaluator::take_alone(RowTask& task, bool was_in_company) {
  if (was_in_company) {
    play({&task, 1});
    if (take_played(0, task)) return;
  }
  if (!take_contract(task)) return;
  task.figures->clear();
  task.figures->exact = true;
  task.trouble = evaluate_exact(task.cells, *task.figures);
}

/// The totals of all rows, each certain or not.
void RowEvaluator::play(std::span<const RowTask> tasks) {
  for (std::size_t i = 0; i < shifts_.size(); ++i) {
    TapePlayer::Lanes& input = player_->input(i);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      // Lanes to spare repeat the last row.
      const core::CellNumber& number = tasks[std::min(lane, tasks.size() - 1)].cells[i].number;
      input[lane] = static_cast<double>(number.coefficient) /
                    Filtered::power_of_ten(number.scale + shifts_[i]);
    }
  }
  player_->play();
  if (ranges_) ranges_->play(std::span{&player_->input(0), shifts_.size()});
  if (!lines_) return;
  lines_->share_out([&](Total total) { return player_->totals(total); },
                    [&](std::size_t place) { return player_->line(place); });
}

/// Whether the row needs nothing more: it has figures, or what stands in their way.
bool RowEvaluator::take_played(std::size_t lane, RowTask& task) {
  if (!take_contract(task)) return true;
  if (!player_->is_certain(lane)) return false;
  RowFigures& figures = *task.figures;
  figures.clear();
  for (const Total total : core::all_totals) {
    if (model_->resolved().ways.given && total == Total::wage_floor) continue;
    const std::optional<std::int64_t> units =
        product(player_->steps(total, lane), model_->units_per_step_);
    if (!units) return false;
    figures[total] = Amount{*units, model_->decimals_};
  }
  if (lines_ && !take_lines(lane, task)) return false;
  RowAsked asked{.ends = nullptr, .sides = model_->sides_};
  if (!ranges_) return !model_->has_tariff_ || judge(contract_, asked, figures);
  const std::optional<RowEnds> ends = ends_of(lane);
  if (ends) asked.ends = &*ends;
  return ends && judge(contract_, asked, figures);
}

/// The boundaries at both ends of the ranges; nothing when they are not certain.
std::optional<RowEnds> RowEvaluator::ends_of(std::size_t lane) const {
  // A lump sum an hour moves with its volume, which the boundaries do not show.
  const bool lump_sum = contract_.unit == core::TariffUnit::lump_sum;
  const bool moves = lump_sum && std::ranges::find(model_->ranged_, core::Slot{Key::volume}) !=
                                     model_->ranged_.end();
  if (moves || !ranges_->is_certain(lane)) return std::nullopt;
  RowEnds ends{};
  for (const core::End end : core::both_ends) {
    for (const Total total : judged_totals) {
      const std::optional<std::int64_t> units =
          product(ranges_->steps(end, total, lane), model_->units_per_step_);
      if (!units) return std::nullopt;
      ends[index_of(end)][index_of(total)] = *units;
    }
  }
  return ends;
}

/// The lines in steps that add up; false when one is not certain.
bool RowEvaluator::take_lines(std::size_t lane, const RowTask& task) {
  // Decimals of at most 15 digits differ as doubles where they differ at all.
  const auto is_exact = [&](const TapeStep& step, std::size_t place) {
    constexpr std::int64_t most = 1'000'000'000'000'000;
    return step.kind == TapeKind::constant ? step.constant.error() == 0
                                           : std::abs(task.cells[place].number.coefficient) < most;
  };
  const bool certain = lines_->is_certain(lane, [&](std::size_t one, std::size_t other) {
    return player_->are_same(one, other, lane, is_exact);
  });
  if (!certain) return false;
  RowFigures& figures = *task.figures;
  // No line has more steps than 2^41.
  const bool has_room = model_->units_per_step_ < std::int64_t{1} << 20U;
  figures.lines.resize(model_->lines_.size());
  for (std::size_t i = 0; i < figures.lines.size(); ++i) {
    const std::optional<std::size_t>& place = model_->lines_[i];
    std::optional<Amount>& amount = figures.lines[i];
    amount.reset();
    if (!place) continue;
    const std::int64_t steps = lines_->whole(*place, lane);
    if (has_room) {
      amount = Amount{core::Int128{steps} * model_->units_per_step_, model_->decimals_};
    } else if (const auto units = product(steps, model_->units_per_step_)) {
      amount = Amount{*units, model_->decimals_};
    } else {
      return false;
    }
  }
  return true;
}

std::optional<core::Diagnostic> RowEvaluator::evaluate_exact(std::span<const core::RowCell> cells,
                                                             RowFigures& figures) {
  const core::Ways& ways = model_->resolved().ways;
  if (!exact_) exact_.emplace(model_->resolved());
  set_cells(*exact_, cells);
  const Trouble trouble = exact_->compute();
  if (trouble != Trouble::none) {
    core::Case subject;
    core::Resolved resolved = model_->resolved();
    for (const core::RowCell& cell : cells)
      resolved.figures[cell.key].value = decimal_of(cell.number);
    for (std::size_t i = 0; i < core::key_count; ++i)
      subject.numbers[i] = core::Input{.value = resolved.figures.value[i].value};
    subject.choices.state(ways.overhead);
    return core::diagnostic_of(trouble, subject, resolved);
  }
  const core::Boundaries rounded =
      core::rounded(boundaries_of(exact_->sheet(), ways), ways.rounding);
  ExactJudge judge{model_->decimals_, figures};
  judge.take_boundaries(rounded);
  judge.take_lines(exact_->sheet(), ways, model_->lines_);
  if (model_->has_tariff_) {
    const core::Numbers<Exact>& numbers = exact_->numbers();
    const Exact hourly = core::per_hour(numbers[Key::tariff], ways.tariff_unit,
                                        numbers[Key::norm_hours], numbers[Key::volume]);
    std::optional<Exact> fee;
    if (model_->subject_.number(Key::subcontracting_fee)) fee = numbers[Key::subcontracting_fee];
    judge.take_verdict({.per_hour = hourly, .volume = numbers[Key::volume], .fee = fee}, rounded);
  }
  if (!judge.fits()) return too_large();
  return ranges_ ? weigh_exact(cells, figures) : std::nullopt;
}

/// How certain the row is, as the case alone would be.
std::optional<core::Diagnostic> RowEvaluator::weigh_exact(std::span<const core::RowCell> cells,
                                                          RowFigures& figures) const {
  const core::Case subject = with_cells(model_->subject_, cells);
  const core::Tariff tariff{.value = subject.value(Key::tariff), .unit = contract_.unit};
  const core::Checked<core::Verdict> verdict =
      core::calculate(subject, model_->presets_).and_then([&](const core::Calculation& alone) {
        return core::give_verdict(alone, tariff);
      });
  if (!verdict) return verdict.error().front();
  figures.certain = verdict->certain;
  for (const Total total : judged_totals) {
    const std::optional<core::BoundarySide>& of = (*verdict)[total];
    if (of) figures.sides[index_of(total)] = RowSide{.side = of->side, .certain = of->certain};
  }
  return std::nullopt;
}

}  // namespace billijk::analysis
