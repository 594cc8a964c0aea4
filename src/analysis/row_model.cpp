#include "analysis/row_model.hpp"

#include <algorithm>

#include "analysis/pack_evaluate.hpp"
#include "core/shown_lines.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Filtered;
using core::Key;
using core::Total;
using core::Trouble;

core::Diagnostic too_large() {
  return {.code = core::Code::row_too_large, .at = {}, .key = {}, .arguments = {}};
}

std::optional<std::size_t> place_of_line(const core::Basis& basis, const std::string& key) {
  const std::vector<core::LineId> order = line_order(basis);
  const auto found = std::ranges::find_if(order, [&](core::LineId line) {
    return key == (line < core::line_count ? core::line_table.at(line).key : std::string_view{basis.own.at(line - core::line_count).key});
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
      figures_.rounded[index_of(total)] = rounded[total] ? amount(*rounded[total], decimals_) : std::nullopt;
    }
  }
  void take_lines(const core::Sheet<Exact>& sheet, const core::Basis& basis, const std::vector<std::optional<std::size_t>>& places) {
    figures_.lines.clear();
    if (places.empty()) return;
    const std::vector<Exact> shown = shown_lines(sheet, basis);
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
    if (const auto tariff = amount(per_hour, most)) figures_.tariff = trimmed(*tariff, 2);
    if (const auto found = amount(distance.per_hour, most)) figures_.distance = trimmed(*found, decimals_);
    figures_.distance_cents = amount(distance.per_hour, 2);
    if (distance.percent) figures_.distance_percent = amount(*distance.percent, 2);
    if (distance.per_year) figures_.distance_year = amount(*distance.per_year, 2);
    const bool above = judgement.zone == core::Zone::above_ceiling;
    if (!in_a_year || (!above && distance.per_hour.sign() >= 0)) return;
    figures_.exact_imbalance =
        (above ? judgement.distances[index_of(Total::ceiling)]->per_hour : distance.per_hour) * volume;
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
  figures.rounded = {};
  figures.tariff.reset();
  figures.zone.reset();
  figures.distance.reset();
  figures.distance_cents.reset();
  figures.distance_percent.reset();
  figures.distance_year.reset();
  figures.imbalance.reset();
  figures.exact_imbalance.reset();
  figures.exact = false;
}

Filtered filtered_of(const CellNumber& number, int shift) {
  constexpr std::int64_t exact_limit = std::int64_t{1} << 53;
  if (number.coefficient > exact_limit || number.coefficient < -exact_limit) return Filtered{decimal_of(number), shift};
  return Filtered::of(number.coefficient, number.scale + shift);
}

}  // namespace

RowModel::RowModel(const core::Case& subject, core::Resolved resolved, const std::vector<std::string>& lines)
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
               .unit = resolved_.basis.tariff_unit};
  divides_ = has_tariff_ && core::divisor_of(contract_.unit).has_value();
  for (const std::string& line : lines) lines_.push_back(place_of_line(resolved_.basis, line));
  const core::Decimal& step = resolved_.basis.rounding.step;
  step_ = FilteredPack{step};
  decimals_ = std::max(2, step.scale());
  units_per_step_ = step.coefficient() * power_of_ten(decimals_ - step.scale());
}

RowEvaluator::RowEvaluator(std::shared_ptr<const RowModel> model)
    : model_{std::move(model)}, numbers_{core::numbers_of<Pack>(model_->resolved_.figures)} {
  contracts_.fill(model_->contract_);
}

void RowEvaluator::find_places(std::span<const RowCell> cells) {
  if (places_.size() == cells.size()) return;
  const auto contract_number = [](Key key) -> std::optional<CellNumber> ContractNumbers::* {
    if (key == Key::tariff) return &ContractNumbers::tariff;
    if (key == Key::norm_hours) return &ContractNumbers::norm_hours;
    return key == Key::volume ? &ContractNumbers::volume : nullptr;
  };
  places_.clear();
  for (const RowCell& cell : cells) {
    places_.push_back({index_of(cell.key), core::shift_of(facts_of(cell.key).unit), contract_number(cell.key)});
  }
}

void RowEvaluator::take_contract(std::span<const RowCell> cells, ContractNumbers& contract) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (places_[i].contract != nullptr) contract.*places_[i].contract = cells[i].number;
  }
}

std::optional<core::Diagnostic> RowEvaluator::missing_divisor(const ContractNumbers& contract) const {
  const std::optional<Key> key = core::divisor_of(contract.unit);
  const std::optional<CellNumber>& divisor = *key == Key::volume ? contract.volume : contract.norm_hours;
  const bool stated = divisor ? divisor->coefficient != 0 : !model_->exact_[*key].is_zero();
  if (stated) return std::nullopt;
  return core::missing_divisor(contract.unit, {});
}

void RowEvaluator::evaluate(std::span<RowTask> tasks) {
  if (!tasks.empty()) find_places(tasks.front().cells);
  for (std::size_t lane = 0; lane < tasks.size(); ++lane) {
    clear(*tasks[lane].figures);
    take_contract(tasks[lane].cells, contracts_[lane]);
    tasks[lane].trouble.reset();
    if (model_->divides_) tasks[lane].trouble = missing_divisor(contracts_[lane]);
  }
  const bool fast = model_->machine_sized_ && model_->lines_.empty() && evaluate_filtered(tasks);
  for (std::size_t lane = 0; lane < tasks.size(); ++lane) {
    RowTask& task = tasks[lane];
    if (task.trouble || (fast && take_filtered(lane, task))) continue;
    clear(*task.figures);
    task.figures->exact = true;
    task.trouble = evaluate_exact(task.cells, *task.figures);
  }
}

bool RowEvaluator::evaluate_filtered(std::span<RowTask> tasks) {
  for (std::size_t lane = 0; lane < Pack::lanes; ++lane) {
    // Lanes to spare repeat the last row.
    const std::span<const RowCell> cells = tasks[std::min(lane, tasks.size() - 1)].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      numbers_.value[places_[i].number].set(lane, filtered_of(cells[i].number, places_[i].shift));
    }
  }
  if (evaluate_pack(numbers_, model_->resolved_.basis, totals_) != Trouble::none) return false;
  for (const Total total : core::all_totals) {
    steps_[index_of(total)] = totals_[index_of(total)].number() / model_->step_;
  }
  return true;
}

bool RowEvaluator::take_filtered(std::size_t lane, RowTask& task) const {
  const core::Basis& basis = model_->resolved_.basis;
  for (const Total total : core::all_totals) {
    if (basis.given && total == Total::wage_floor) continue;
    const std::optional<std::int64_t> steps = core::whole_steps(steps_[index_of(total)][lane], basis.rounding.mode);
    if (!steps) return false;
    const std::optional<core::Int128> units = product<core::Int128>(*steps, model_->units_per_step_);
    if (!units) return false;
    task.figures->rounded[index_of(total)] = Amount{*units, model_->decimals_};
  }
  return !model_->has_tariff_ || judge(contracts_[lane], *task.figures);
}

std::optional<core::Diagnostic> RowEvaluator::evaluate_exact(std::span<const RowCell> cells, RowFigures& figures) const {
  const core::Basis& basis = model_->resolved_.basis;
  core::Numbers<Exact> numbers = model_->exact_;
  for (const RowCell& cell : cells) {
    numbers[cell.key] = Exact{decimal_of(cell.number), core::shift_of(facts_of(cell.key).unit)};
  }
  core::Recorder<Exact> record;
  core::Sheet<Exact> sheet;
  const Trouble trouble = core::evaluate(numbers, basis, record, sheet);
  if (trouble != Trouble::none) {
    core::Case subject;
    core::Resolved resolved = model_->resolved_;
    for (const RowCell& cell : cells) resolved.figures[cell.key].value = decimal_of(cell.number);
    for (std::size_t i = 0; i < core::key_count; ++i) subject.numbers[i] = core::Input{.value = resolved.figures.value[i].value};
    subject.overhead_of = basis.overhead;
    return core::diagnostic_of(trouble, subject, resolved);
  }
  const core::Boundaries rounded = core::rounded(boundaries_of(sheet, basis), basis.rounding);
  ExactJudge judge{model_->decimals_, figures};
  judge.take_boundaries(rounded);
  judge.take_lines(sheet, basis, model_->lines_);
  if (model_->has_tariff_) {
    const Exact hourly = core::per_hour(numbers[Key::tariff], basis.tariff_unit, numbers[Key::norm_hours], numbers[Key::volume]);
    judge.take_verdict(hourly, rounded, numbers[Key::volume]);
  }
  if (judge.fits()) return std::nullopt;
  return too_large();
}

}  // namespace billijk::analysis
