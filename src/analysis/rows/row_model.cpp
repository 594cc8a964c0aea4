#include "analysis/rows/row_model.hpp"

#include <algorithm>

#include "core/formula/shown_lines.hpp"

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

/// The verdict in exact numbers; false when a figure outgrows an Amount.
class ExactJudge {
 public:
  ExactJudge(int decimals, RowFigures& figures) : decimals_{decimals}, figures_{figures} {}

  void take_boundaries(const core::Boundaries& rounded) {
    for (const Total total : core::all_totals) {
      figures_[total] = rounded[total] ? amount(*rounded[total], decimals_) : std::nullopt;
    }
  }
  void take_lines(const core::Sheet<Exact>& sheet, const core::Ways& ways,
                  const std::vector<std::optional<std::size_t>>& places) {
    figures_.lines.clear();
    if (places.empty()) return;
    const std::vector<Exact> shown = shown_lines(sheet, ways);
    for (const std::optional<std::size_t>& place : places) {
      figures_.lines.push_back(place ? amount(shown.at(*place), decimals_) : std::nullopt);
    }
  }
  void take_verdict(const Exact& per_hour, const core::Boundaries& rounded, const Exact& volume) {
    constexpr int most = core::Decimal::max_digits;
    const std::optional<Exact> in_a_year = volume.is_zero() ? std::nullopt : std::optional{volume};
    const core::Judgement judgement = core::judge(per_hour, rounded, in_a_year);
    const core::Distance& distance = *judgement.distances[index_of(Total::cost_price)];
    figures_.zone = judgement.zone;
    if (const auto tariff = amount(per_hour, most))
      figures_[RowAmount::tariff] = trimmed(*tariff, 2);
    if (const auto found = amount(distance.per_hour, most))
      figures_[RowAmount::distance] = trimmed(*found, decimals_);
    figures_.distance_cents = amount(distance.per_hour, 2);
    if (distance.percent) figures_[RowAmount::distance_percent] = amount(*distance.percent, 2);
    if (distance.per_year) figures_[RowAmount::distance_year] = amount(*distance.per_year, 2);
    const bool above = judgement.zone == core::Zone::above_ceiling;
    if (!in_a_year || (!above && distance.per_hour.sign() >= 0)) return;
    figures_.exact_imbalance =
        (above ? judgement.distances[index_of(Total::ceiling)]->per_hour : distance.per_hour) *
        volume;
  }
  bool fits() const { return fits_; }

 private:
  std::optional<Amount> amount(const Exact& value, int decimals) {
    std::optional<Amount> result = amount_of(value, decimals);
    fits_ = fits_ && result;
    return result;
  }

  int decimals_;
  RowFigures& figures_;
  bool fits_ = true;
};

void clear(RowFigures& figures) {
  for (std::optional<Amount>& amount : figures.amounts) amount.reset();
  figures.zone.reset();
  figures.distance_cents.reset();
  figures.imbalance.reset();
  figures.exact_imbalance.reset();
  figures.exact = false;
}

}  // namespace

RowModel::RowModel(const core::Case& subject, core::Resolved resolved,
                   const std::vector<std::string>& lines)
    : resolved_{std::move(resolved)}, exact_{core::numbers_of<Exact>(resolved_.figures)} {
  const auto stated = [&](Key key) -> std::optional<CellNumber> {
    if (!subject.number(key)) return std::nullopt;
    const std::optional<CellNumber> number = cell_number_of(subject.value(key));
    machine_sized_ = machine_sized_ && number;
    return number;
  };
  has_tariff_ = subject.number(Key::tariff).has_value();
  contract_ = {.tariff = stated(Key::tariff),
               .norm_hours = stated(Key::norm_hours),
               .volume = stated(Key::volume),
               .unit = resolved_.ways.tariff_unit};
  divides_ = has_tariff_ && core::divisor_of(contract_.unit).has_value();
  for (const std::string& line : lines) lines_.push_back(place_of_line(resolved_.ways, line));
  const core::Decimal& step = resolved_.ways.rounding.step;
  decimals_ = std::max(2, step.scale());
  const auto units =
      narrowed<std::int64_t>(step.coefficient() * power_of_ten(decimals_ - step.scale()));
  machine_sized_ = machine_sized_ && units;
  units_per_step_ = units.value_or(0);
}

RowEvaluator::RowEvaluator(std::shared_ptr<const RowModel> model)
    : model_{std::move(model)}, contract_{model_->contract_} {}

void RowEvaluator::prepare(std::span<const RowCell> cells) {
  if (player_) return;
  const auto contract_number = [](Key key) -> std::optional<CellNumber> ContractNumbers::* {
    if (key == Key::tariff) return &ContractNumbers::tariff;
    if (key == Key::norm_hours) return &ContractNumbers::norm_hours;
    return key == Key::volume ? &ContractNumbers::volume : nullptr;
  };
  std::vector<core::InputId> inputs;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    inputs.push_back(index_of(cells[i].key));
    shifts_.push_back(core::shift_of(facts_of(cells[i].key).unit));
    if (const auto number = contract_number(cells[i].key)) contract_places_.push_back({i, number});
  }
  const bool with_lines = !model_->lines_.empty();
  player_.emplace(
      Tape{model_->resolved_, inputs, with_lines ? Tape::Gives::lines_too : Tape::Gives::totals});
  if (!player_->gives_lines()) return;
  lines_.emplace(model_->resolved_.ways,
                 [&](std::size_t place) { return player_->is_zero_line(place); });
}

/// Whether the tariff can be turned into one per hour.
bool RowEvaluator::take_contract(RowTask& task) {
  for (const ContractPlace& place : contract_places_)
    contract_.*place.number = task.cells[place.cell].number;
  task.trouble.reset();
  if (!model_->divides_) return true;
  const std::optional<Key> key = core::divisor_of(contract_.unit);
  const std::optional<CellNumber>& divisor =
      *key == Key::volume ? contract_.volume : contract_.norm_hours;
  const bool stated = divisor ? divisor->coefficient != 0 : !model_->exact_[*key].is_zero();
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
    if (!taken[lane]) take_alone(tasks[lane], fast && tasks.size() > 1);
  }
}

/// The row without others: its bound is its own then, and after that there are exact numbers.
void RowEvaluator::take_alone(RowTask& task, bool was_in_company) {
  if (was_in_company) {
    play({&task, 1});
    if (take_played(0, task)) return;
  }
  if (!take_contract(task)) return;
  clear(*task.figures);
  task.figures->exact = true;
  task.trouble = evaluate_exact(task.cells, *task.figures);
}

/// The totals of all rows, each certain or not.
void RowEvaluator::play(std::span<const RowTask> tasks) {
  for (std::size_t i = 0; i < shifts_.size(); ++i) {
    TapePlayer::Lanes& input = player_->input(i);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      // Lanes to spare repeat the last row.
      const CellNumber& number = tasks[std::min(lane, tasks.size() - 1)].cells[i].number;
      input[lane] = static_cast<double>(number.coefficient) /
                    Filtered::power_of_ten(number.scale + shifts_[i]);
    }
  }
  player_->play();
  if (!lines_) return;
  lines_->share_out([&](Total total) { return player_->totals(total); },
                    [&](std::size_t place) { return player_->line(place); });
}

/// Whether the row needs nothing more: it has figures, or what stands in their way.
bool RowEvaluator::take_played(std::size_t lane, RowTask& task) {
  if (!take_contract(task)) return true;
  if (!player_->is_certain(lane)) return false;
  RowFigures& figures = *task.figures;
  clear(figures);
  for (const Total total : core::all_totals) {
    if (model_->resolved_.ways.given && total == Total::wage_floor) continue;
    const std::optional<std::int64_t> units =
        product(player_->steps(total, lane), model_->units_per_step_);
    if (!units) return false;
    figures[total] = Amount{*units, model_->decimals_};
  }
  if (lines_ && !take_lines(lane, task)) return false;
  return !model_->has_tariff_ || judge(contract_, figures);
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

std::optional<core::Diagnostic> RowEvaluator::evaluate_exact(std::span<const RowCell> cells,
                                                             RowFigures& figures) const {
  const core::Ways& ways = model_->resolved_.ways;
  core::Numbers<Exact> numbers = model_->exact_;
  for (const RowCell& cell : cells) {
    numbers[cell.key] = Exact{decimal_of(cell.number), core::shift_of(facts_of(cell.key).unit)};
  }
  core::Recorder<Exact> record;
  core::Sheet<Exact> sheet;
  const Trouble trouble = core::evaluate(numbers, ways, record, sheet);
  if (trouble != Trouble::none) {
    core::Case subject;
    core::Resolved resolved = model_->resolved_;
    for (const RowCell& cell : cells) resolved.figures[cell.key].value = decimal_of(cell.number);
    for (std::size_t i = 0; i < core::key_count; ++i)
      subject.numbers[i] = core::Input{.value = resolved.figures.value[i].value};
    subject.overhead_of = ways.overhead;
    return core::diagnostic_of(trouble, subject, resolved);
  }
  const core::Boundaries rounded = core::rounded(boundaries_of(sheet, ways), ways.rounding);
  ExactJudge judge{model_->decimals_, figures};
  judge.take_boundaries(rounded);
  judge.take_lines(sheet, ways, model_->lines_);
  if (model_->has_tariff_) {
    const Exact hourly = core::per_hour(numbers[Key::tariff], ways.tariff_unit,
                                        numbers[Key::norm_hours], numbers[Key::volume]);
    judge.take_verdict(hourly, rounded, numbers[Key::volume]);
  }
  if (judge.fits()) return std::nullopt;
  return too_large();
}

}  // namespace billijk::analysis
