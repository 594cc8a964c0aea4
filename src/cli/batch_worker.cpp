#include "cli/batch_worker.hpp"

#include <algorithm>

#include "io/encoding.hpp"
#include "io/value_reader.hpp"
#include "report/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostic;
using io::ColumnRole;
using io::RowFault;

constexpr std::size_t most_entries = 1000;

bool is_within(const core::KeyFacts& facts, const io::PlainFigure& figure) {
  // No sign and at most 18 digits: in 128 bits nothing is too large to compare.
  const core::Int128 unit = analysis::power_of_ten(figure.scale);
  const core::Int128 lowest = facts.lowest * unit;
  return figure.coefficient <= facts.highest * unit && (facts.above ? figure.coefficient > lowest : figure.coefficient >= lowest);
}

std::string_view trimmed(std::string_view cell) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!cell.empty() && is_space(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && is_space(cell.back())) cell.remove_suffix(1);
  return cell;
}

}  // namespace

bool BatchPlan::is_finding(core::Zone zone) const {
  const bool low = zone == core::Zone::below_wage_floor || zone == core::Zone::below_cost_price;
  const bool high = zone == core::Zone::above_ceiling;
  return fail_on == FailOn::low ? low : fail_on == FailOn::high ? high : low || high;
}

BatchWorker::BatchWorker(const BatchPlan& plan, BatchModels& models, const report::RowWriter& writer)
    : plan_{plan}, models_{models}, writer_{writer}, label_{0} {
  const std::vector<io::RowColumn>& all = plan.columns.all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].role == ColumnRole::number) numbers_.push_back({i, all[i].key, &facts_of(all[i].key)});
    if (all[i].role == ColumnRole::choice) choices_.push_back(i);
    if (plan.columns.is_carried(i)) carried_.push_back(i);
  }
  if (!carried_.empty()) label_ = carried_.front();
  carried_cells_.resize(carried_.size());
}

BatchPiece BatchWorker::run(std::string& piece, std::uint64_t number, report::ByteBuffer& out) {
  BatchPiece result;
  all_text_ = io::is_ascii(piece) || io::is_utf_8(piece, false);
  io::CsvScanner scanner{piece.data(), piece.data() + piece.size(), plan_.format.delimiter};
  while (!scanner.at_end() && result.stopped_by.empty()) {
    const RowFault fault = scanner.next(cells_);
    result.open_end = fault == RowFault::open_line || fault == RowFault::open_quote;
    const bool empty = cells_.size() == 1 && cells_.front().empty() && plan_.columns.all.size() > 1;
    if (!empty) row(fault, result, {.piece = number, .row = result.rows}, out);
    ++result.rows;
  }
  return result;
}

void BatchWorker::row(RowFault fault, BatchPiece& piece, const analysis::RowPlace& place, report::ByteBuffer& out) {
  message_.clear();
  const bool whole = fault == RowFault::none || fault == RowFault::open_line;
  if (!whole || cells_.size() != plan_.columns.all.size() || !all_text_) message_ = problem_of_row(fault);
  row_cells_.clear();
  settings_.clear();
  bool good = message_.empty() && take_numbers();
  if (good) {
    Entry& entry = entry_of_row();
    message_ = entry.message;
    good = message_.empty();
    if (good) {
      if (const std::optional<Diagnostic> trouble = entry.evaluator->evaluate(row_cells_, figures_)) {
        say(*trouble);
        good = false;
      }
    }
  }
  const bool finding = good && figures_.zone && plan_.is_finding(*figures_.zone);
  if (finding) ++piece.findings;
  if (!good) ++piece.failed;
  if (plan_.summary) {
    const auto label = label_ < cells_.size() ? cells_[label_] : std::string_view{};
    const auto add = [&](analysis::Tally& tally) { good ? tally.add(figures_, place, label) : tally.add_failed(); };
    add(summary_.all);
    if (plan_.group_by) {
      const auto group = *plan_.group_by < cells_.size() ? cells_[*plan_.group_by] : std::string_view{};
      auto known = summary_.groups.find(group);
      if (known == summary_.groups.end()) known = summary_.groups.emplace(std::string{group}, analysis::Tally{}).first;
      add(known->second);
    }
  }
  if (!good && plan_.stop_on_error) {
    piece.stopped_by = message_;
    return;
  }
  if (plan_.only_findings && good && !finding) return;
  for (std::size_t i = 0; i < carried_.size(); ++i) {
    carried_cells_[i] = carried_[i] < cells_.size() ? cells_[carried_[i]] : std::string_view{};
  }
  writer_.write(out, carried_cells_, good ? &figures_ : nullptr, message_);
}

std::string BatchWorker::problem_of_row(RowFault fault) const {
  std::optional<Diagnostic> problem;
  if (fault == RowFault::open_quote || fault == RowFault::after_quote) {
    problem = Diagnostic{.code = fault == RowFault::open_quote ? Code::open_quote : Code::after_quote, .at = {}, .key = {}, .arguments = {}};
  } else if (cells_.size() != plan_.columns.all.size()) {
    problem = Diagnostic{.code = Code::cell_count,
                         .at = {},
                         .key = {},
                         .arguments = {{"found", std::to_string(cells_.size())}, {"wanted", std::to_string(plan_.columns.all.size())}}};
  } else if (!all_text_ && std::ranges::any_of(cells_, [](std::string_view cell) { return !io::is_utf_8(cell, false); })) {
    problem = Diagnostic{.code = Code::not_text, .at = {}, .key = {}, .arguments = {}};
  }
  return problem ? report::message_of(*problem, plan_.language) : std::string{};
}

bool BatchWorker::take_numbers() {
  std::uint64_t stated = 0;
  bool good = true;
  for (const NumberColumn& column : numbers_) {
    const std::string_view cell = cells_[column.column];
    if (cell.empty()) continue;
    stated |= std::uint64_t{1} << index_of(column.key);
    const io::PlainFigure figure = io::read_plain_figure(cell, plan_.format.decimal.sign);
    const bool plain = figure.scale >= 0 && (plan_.format.decimal.certain || figure.scale != 3);
    if (plain && is_within(*column.facts, figure)) {
      row_cells_.push_back({column.key, {figure.coefficient, figure.scale}});
    } else {
      if (trimmed(cell).empty()) stated &= ~(std::uint64_t{1} << index_of(column.key));
      good = take_figure(column) && good;
    }
  }
  combination_.assign(reinterpret_cast<const char*>(&stated), sizeof(stated));  // NOLINT(*-reinterpret-cast): bytes of a key
  return good;
}

/// What is not written plainly: € 1.234,56, 6,5%, spaces; and what is wrong.
bool BatchWorker::take_figure(const NumberColumn& column) {
  const std::string_view cell = cells_[column.column];
  if (trimmed(cell).empty()) return true;
  const std::string key{path_of(column.key)};
  const io::FigureCell figure = io::read_figure(cell, plan_.format.decimal, column.facts->unit);
  Diagnostic wrong{.code = Code::cell_number, .at = {}, .key = key, .arguments = {{"key", key}, {"found", std::string{cell}}}};
  if (figure.fault == io::CellFault::ambiguous) {
    wrong.code = Code::ambiguous_cell;
  } else if (figure.fault == io::CellFault::too_many_digits) {
    wrong.code = Code::too_many_digits;
  } else if (figure.fault == io::CellFault::not_a_number) {
    wrong.arguments.emplace_back("sign_name", plan_.format.decimal.sign == ',' ? "@sign_comma" : "@sign_point");
  } else if (!core::allows(*column.facts, figure.value)) {
    wrong.code = Code::out_of_range;
    io::add_limits(wrong.arguments, *column.facts);
  } else {
    if (const auto number = analysis::cell_number_of(figure.value)) {
      row_cells_.push_back({column.key, *number});
    } else {
      settings_.push_back(key + '=' + figure.value.text());
    }
    return true;
  }
  say(std::move(wrong));
  return false;
}

BatchWorker::Entry& BatchWorker::entry_of_row() {
  // Each text with its length before it: no two rows with other texts look alike.
  const auto add = [&](std::string_view text) { (combination_ += std::to_string(text.size()) + ':') += text; };
  for (const std::string& wide : settings_) add(wide);
  if (plan_.columns.case_file) add(trimmed(cells_[*plan_.columns.case_file]));
  for (const std::size_t choice : choices_) add(trimmed(cells_[choice]));
  if (last_entry_ != nullptr && combination_ == last_combination_) return *last_entry_;
  auto known = entries_.find(combination_);
  if (known == entries_.end()) {
    if (entries_.size() == most_entries) entries_.clear();
    known = entries_.emplace(combination_, make_entry()).first;
  }
  last_combination_ = combination_;
  last_entry_ = &known->second;
  return known->second;
}

BatchWorker::Entry BatchWorker::make_entry() {
  const std::optional<std::size_t> case_file = plan_.columns.case_file;
  const std::string case_name{case_file ? trimmed(cells_[*case_file]) : std::string_view{}};
  const BatchModels::Model model = models_.find(combination_, case_name, settings_of_row());
  Entry entry;
  if (model) {
    entry.evaluator.emplace(*model);
  } else {
    entry.message = text_of(model.error());
  }
  return entry;
}

std::vector<std::string> BatchWorker::settings_of_row() const {
  std::vector<std::string> settings = settings_;
  for (const analysis::RowCell& cell : row_cells_) {
    settings.push_back(std::string{path_of(cell.key)} + '=' + decimal_of(cell.number).text());
  }
  for (const std::size_t choice : choices_) {
    const std::string_view cell = trimmed(cells_[choice]);
    if (cell.empty()) continue;
    const io::RowColumn& column = plan_.columns.all[choice];
    const io::FigureCell figure = column.figure ? io::read_figure(cell, plan_.format.decimal, *column.figure)
                                                : io::FigureCell{.value = {}, .fault = io::CellFault::not_a_number};
    settings.push_back(column.name + '=' + (figure.fault == io::CellFault::none ? figure.value.text() : std::string{cell}));
  }
  return settings;
}

void BatchWorker::say(Diagnostic finding) {
  if (!message_.empty()) message_ += "; ";
  message_ += report::message_of(finding, plan_.language);
}

std::string BatchWorker::text_of(const core::Diagnostics& findings) const {
  std::string text;
  for (const Diagnostic& finding : findings) {
    if (!text.empty()) text += "; ";
    const core::Position& at = finding.at;
    if (at.source != nullptr && !at.source->argument && at.line > 0) text += at.source->name + ':' + std::to_string(at.line) + ": ";
    text += report::message_of(finding, plan_.language);
  }
  return text;
}

}  // namespace billijk::cli
