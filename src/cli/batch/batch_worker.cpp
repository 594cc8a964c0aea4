#include "cli/batch/batch_worker.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "core/number/utf8.hpp"
#include "io/case/value_reader.hpp"
#include "io/text/encoding.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostic;
using io::ColumnRole;
using io::RowFault;

constexpr std::size_t most_entries = 1000;
/// Rows of different models that wait for company before they are written in their order.
constexpr std::size_t most_waiting = 256;

}  // namespace

FigureLimits::FigureLimits(const core::KeyFacts& facts) {
  const auto narrow = [](core::Int128 wide) {
    using Limits = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(std::clamp<core::Int128>(wide, Limits::min(), Limits::max()));
  };
  for (std::size_t scale = 0; scale < least_.size(); ++scale) {
    const core::Int128 unit = analysis::power_of_ten(static_cast<int>(scale));
    least_[scale] = narrow(facts.lowest * unit + (facts.above ? 1 : 0));
    most_[scale] = narrow(facts.highest * unit);
  }
}

bool BatchPlan::is_finding(const analysis::RowFigures& figures) const {
  const auto is_one = [&](core::Zone zone) {
    const bool low = zone == core::Zone::below_wage_floor || zone == core::Zone::below_cost_price;
    const bool high = zone == core::Zone::above_ceiling;
    return fail_on == FailOn::low ? low : fail_on == FailOn::high ? high : low || high;
  };
  return (strict && figures.rails.any()) || (figures.zone && is_one(*figures.zone)) ||
         (figures.subcontractor_zone && is_one(*figures.subcontractor_zone));
}

BatchWorker::BatchWorker(const BatchPlan& plan, BatchModels& models,
                         const report::RowWriter& writer)
    : plan_{plan}, models_{models}, writer_{writer}, label_{0}, waiting_(most_waiting) {
  const std::vector<io::RowColumn>& all = plan.columns.all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].role == ColumnRole::number) {
      KeySet bit;
      bit.set(index_of(all[i].key));
      numbers_.push_back(
          {i, all[i].key, bit, &facts_of(all[i].key), FigureLimits{facts_of(all[i].key)}});
    }
    if (all[i].role == ColumnRole::choice) choices_.push_back(i);
    if (plan.columns.is_carried(i)) carried_.push_back(i);
  }
  if (!carried_.empty()) label_ = carried_.front();
  all_alike_ = choices_.empty() && !plan.columns.case_file;
  carried_cells_.resize(carried_.size());
}

BatchPiece BatchWorker::run(std::string& piece, std::uint64_t number, report::ByteBuffer& out) {
  BatchPiece result;
  all_text_ = io::is_ascii(piece) || io::is_utf_8(piece, false);
  const std::size_t size = piece.size();
  piece.append(io::figure_padding, '\n');
  io::CsvScanner scanner{piece.data(), piece.data() + size, plan_.format.delimiter};
  while (!scanner.at_end() && result.stopped_by.empty()) {
    row_ = &waiting_[waiting_count_];
    const RowFault fault = scanner.next(row_->cells);
    result.open_end = fault == RowFault::open_line;
    const bool empty = is_whole(fault) && plan_.columns.all.size() > 1 && is_blank(row_->cells);
    if (!empty) {
      row_->place = {.piece = number, .row = result.rows};
      take(fault);
      ++waiting_count_;
      if (computed_ == waiting_count_ || waiting_count_ == waiting_.size()) flush(result, out);
    }
    result.empty += empty ? 1 : 0;
    ++result.rows;
  }
  flush(result, out);
  return result;
}

void BatchWorker::take(RowFault fault) {
  row_->message.clear();
  row_->number_count = 0;
  row_->entry = nullptr;
  settings_.clear();
  if (!is_whole(fault) || row_->cells.size() != plan_.columns.all.size() || !all_text_)
    row_->message = problem_of_row(fault);
  if (row_->message.empty()) take_numbers();
  if (row_->message.empty()) {
    row_->entry = &entry_of_row();
    row_->message = row_->entry->message;
  }
  if (!row_->message.empty()) {
    ++computed_;
    return;
  }
  Entry& entry = *row_->entry;
  entry.rows[entry.count++] = row_;
  if (entry.count == entry.rows.size()) evaluate(entry);
}

/// Rows of the same model are computed together.
void BatchWorker::evaluate(Entry& entry) {
  std::array<analysis::RowTask, analysis::RowEvaluator::lanes> tasks;
  for (std::size_t i = 0; i < entry.count; ++i) {
    tasks[i].cells = entry.rows[i]->stated();
    tasks[i].figures = &entry.rows[i]->figures;
  }
  entry.evaluator->evaluate(std::span{tasks}.first(entry.count));
  for (std::size_t i = 0; i < entry.count; ++i) {
    if (tasks[i].trouble) say(*entry.rows[i], *tasks[i].trouble);
  }
  computed_ += entry.count;
  entry.count = 0;
}

/// Writes what waits, in the order of the input.
void BatchWorker::flush(BatchPiece& piece, report::ByteBuffer& out) {
  for (std::size_t i = 0; computed_ < waiting_count_; ++i) {
    Entry* const entry = waiting_[i].entry;
    if (entry != nullptr && entry->count > 0) evaluate(*entry);
  }
  for (std::size_t i = 0; i < waiting_count_ && piece.stopped_by.empty(); ++i)
    finish(waiting_[i], piece, out);
  waiting_count_ = 0;
  computed_ = 0;
}

void BatchWorker::finish(Pending& row, BatchPiece& piece, report::ByteBuffer& out) {
  const bool good = row.message.empty();
  const bool finding = good && plan_.is_finding(row.figures);
  if (finding) ++piece.findings;
  if (!good) ++piece.failed;
  if (plan_.summary) summarize(row);
  if (good && row.figures.rails.any()) {
    rails_.add(row.figures.rails, row.place,
               label_ < row.cells.size() ? row.cells[label_] : std::string_view{},
               [&] { return row.entry->evaluator->rails_said(row.stated(), row.figures); });
  }
  if (!good && plan_.stop_on_error) {
    piece.stopped_by = row.message;
    piece.stopped_at = row.place.row;
    return;
  }
  if (plan_.only_findings && good && !finding) return;
  for (std::size_t i = 0; i < carried_.size(); ++i) {
    carried_cells_[i] =
        carried_[i] < row.cells.size() ? row.cells[carried_[i]] : std::string_view{};
  }
  writer_.write(out, carried_cells_, good ? &row.figures : nullptr, row.message);
}

void BatchWorker::summarize(const Pending& row) {
  const auto cell = [&](std::size_t column) {
    return column < row.cells.size() ? row.cells[column] : std::string_view{};
  };
  const auto add = [&](analysis::Tally& tally) {
    row.message.empty() ? tally.add(row.figures, row.place, cell(label_)) : tally.add_failed();
  };
  add(summary_.all);
  if (!plan_.group_by) return;
  const std::string_view group = cell(*plan_.group_by);
  auto known = summary_.groups.find(group);
  if (known == summary_.groups.end())
    known = summary_.groups.emplace(std::string{group}, analysis::Tally{}).first;
  add(known->second);
}

std::string BatchWorker::problem_of_row(RowFault fault) const {
  std::optional<Diagnostic> problem;
  if (fault == RowFault::open_quote || fault == RowFault::after_quote) {
    problem = core::finding(fault == RowFault::open_quote ? Code::open_quote : Code::after_quote);
  } else if (row_->cells.size() != plan_.columns.all.size()) {
    problem =
        core::finding(Code::cell_count, {{"found", std::to_string(row_->cells.size())},
                                         {"wanted", std::to_string(plan_.columns.all.size())}});
  } else if (!all_text_ && std::ranges::any_of(row_->cells, [](std::string_view cell) {
               return !io::is_utf_8(cell, false);
             })) {
    problem = core::finding(Code::not_text);
  }
  return problem ? text_of({*problem}) : std::string{};
}

void BatchWorker::take_numbers() {
  stated_.reset();
  row_->numbers.resize(numbers_.size());
  analysis::RowCell* to = row_->numbers.data();
  const io::DecimalRule rule = plan_.format.decimal;
  for (const NumberColumn& column : numbers_) {
    const std::string_view cell = row_->cells[column.column];
    const io::PlainFigure figure = io::read_short_figure(cell, rule.sign);
    const bool plain = figure.scale >= 0 && (rule.certain || figure.scale != 3);
    if (plain && column.limits.allow(figure)) {
      *to++ = {column.key, {figure.coefficient, figure.scale}};
    } else if (core::without_blanks(cell).empty()) {
      continue;
    } else if (const auto number = figure_of(column)) {
      *to++ = {column.key, *number};
    }
    stated_ |= column.bit;
  }
  row_->number_count = static_cast<std::size_t>(to - row_->numbers.data());
}

/// What is not written plainly: € 1.234,56, 6,5%, spaces; nothing for what is wrong, which the row
/// says, and for what is too wide, which becomes a setting.
std::optional<analysis::CellNumber> BatchWorker::figure_of(const NumberColumn& column) {
  const std::string_view cell = row_->cells[column.column];
  const std::string key{path_of(column.key)};
  const io::FigureCell figure = io::read_figure(cell, plan_.format.decimal, column.facts->unit);
  Diagnostic wrong =
      core::finding(Code::cell_number, {}, key, {{"key", key}, {"found", std::string{cell}}});
  if (figure.fault == io::CellFault::ambiguous) {
    wrong.code = Code::ambiguous_cell;
  } else if (figure.fault == io::CellFault::too_many_digits) {
    wrong.code = Code::too_many_digits;
  } else if (figure.fault == io::CellFault::not_a_number) {
    wrong.arguments.emplace_back("sign_name", plan_.format.decimal.sign == ','
                                                  ? core::Phrase::sign_comma
                                                  : core::Phrase::sign_point);
  } else if (!core::allows(*column.facts, figure.value)) {
    wrong.code = Code::out_of_range;
    io::add_limits(wrong.arguments, *column.facts);
  } else if (const auto number = analysis::cell_number_of(figure.value)) {
    return number;
  } else {
    settings_.push_back(key + '=' + figure.value.text());
    return std::nullopt;
  }
  say(*row_, wrong);
  return std::nullopt;
}

BatchWorker::Entry& BatchWorker::entry_of_row() {
  if (all_alike_ && settings_.empty() && last_entry_ != nullptr && stated_ == last_stated_)
    return *last_entry_;
  combination_.clear();
  // Each text with its length before it: no two rows with other texts look alike.
  const auto add_bytes = [&](const auto& value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof value>>(value);
    combination_.append(bytes.data(), bytes.size());
  };
  const auto add = [&](std::string_view text) {
    add_bytes(text.size());
    combination_ += text;
  };
  add_bytes(stated_);
  for (const std::string& wide : settings_) add(wide);
  if (plan_.columns.case_file) add(core::without_blanks(row_->cells[*plan_.columns.case_file]));
  for (const std::size_t choice : choices_) add(core::without_blanks(row_->cells[choice]));
  auto known = entries_.find(combination_);
  if (known == entries_.end()) {
    // Those of rows that wait are still needed: a new map takes over when none does.
    if (entries_.size() >= most_entries && waiting_count_ == 0) {
      entries_.clear();
      last_entry_ = nullptr;
    }
    known = entries_.emplace(combination_, make_entry()).first;
  }
  last_stated_ = stated_;
  last_entry_ = settings_.empty() ? &known->second : nullptr;
  return known->second;
}

BatchWorker::Entry BatchWorker::make_entry() {
  const std::optional<std::size_t> case_file = plan_.columns.case_file;
  const std::string case_name{case_file ? core::without_blanks(row_->cells[*case_file])
                                        : std::string_view{}};
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
  for (const analysis::RowCell& cell : row_->stated()) {
    settings.push_back(std::string{path_of(cell.key)} + '=' + decimal_of(cell.number).text());
  }
  for (const std::size_t choice : choices_) {
    const std::string_view cell = core::without_blanks(row_->cells[choice]);
    if (!cell.empty())
      settings.push_back(setting_of(plan_.columns.all[choice], cell, plan_.format.decimal));
  }
  return settings;
}

void BatchWorker::say(Pending& row, const Diagnostic& finding) const {
  if (!row.message.empty()) row.message += "; ";
  row.message += text_of({finding});
}

std::string BatchWorker::text_of(const core::Diagnostics& findings) const {
  std::string text;
  for (const Diagnostic& finding : findings) {
    if (!text.empty()) text += "; ";
    const core::Position& at = finding.at;
    if (at.source != nullptr && !at.source->argument && at.line > 0)
      text += at.source->name + ':' + std::to_string(at.line) + ": ";
    const std::string message = report::message_of(finding, plan_.language);
    if (message.find(finding.key) == std::string::npos) text += finding.key + ": ";
    text += message + " [" + std::string{name_of(finding.code)} + ']';
  }
  return text;
}

}  // namespace billijk::cli
