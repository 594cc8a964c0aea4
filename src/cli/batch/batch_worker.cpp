#include "cli/batch/batch_worker.hpp"

#include <algorithm>
#include <array>

#include "core/number/unicode.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

using core::Diagnostic;

constexpr std::size_t most_entries = 1000;
/// Rows of different models that wait for company before they are written in their order.
constexpr std::size_t most_waiting = 256;

}  // namespace

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
    : plan_{plan},
      models_{models},
      writer_{writer},
      reader_{plan.columns, plan.format},
      label_{0},
      waiting_(most_waiting) {
  for (std::size_t i = 0; i < plan.columns.all.size(); ++i) {
    if (plan.columns.is_carried(i)) carried_.push_back(i);
  }
  if (!carried_.empty()) label_ = carried_.front();
  carried_cells_.resize(carried_.size());
}

BatchPiece BatchWorker::run(std::string& piece, std::uint64_t number, report::ByteBuffer& out) {
  BatchPiece result;
  reader_.begin(piece);
  while (result.stopped_by.empty() && reader_.next(waiting_[waiting_count_].row)) {
    read_ = &waiting_[waiting_count_++];
    read_->place = {.piece = number, .row = read_->row.place};
    take();
    if (computed_ == waiting_count_ || waiting_count_ == waiting_.size()) flush(result, out);
  }
  flush(result, out);
  result.rows = reader_.rows();
  result.empty = reader_.empty_rows();
  result.open_end = reader_.open_end();
  return result;
}

void BatchWorker::take() {
  read_->entry = nullptr;
  read_->message.clear();
  if (!read_->row.problems.empty()) {
    read_->message = text_of(read_->row.problems);
  } else {
    read_->entry = &entry_of_row();
    read_->message = read_->entry->message;
  }
  if (!read_->message.empty()) {
    ++computed_;
    return;
  }
  Entry& entry = *read_->entry;
  entry.rows[entry.count++] = read_;
  if (entry.count == entry.rows.size()) evaluate(entry);
}

/// Rows of the same model are computed together.
void BatchWorker::evaluate(Entry& entry) {
  std::array<analysis::RowTask, analysis::RowEvaluator::lanes> tasks;
  for (std::size_t i = 0; i < entry.count; ++i) {
    tasks[i].cells = entry.rows[i]->row.numbers();
    tasks[i].figures = &entry.rows[i]->figures;
  }
  entry.evaluator->evaluate(std::span{tasks}.first(entry.count));
  for (std::size_t i = 0; i < entry.count; ++i) {
    if (tasks[i].trouble) {
      entry.rows[i]->message = text_of({*tasks[i].trouble});
    } else if (entry.years) {
      look_ahead(entry, *entry.rows[i]);
    }
  }
  computed_ += entry.count;
  entry.count = 0;
}

void BatchWorker::look_ahead(Entry& entry, Pending& row) {
  constexpr int cents = 2;
  analysis::RowFigures& figures = row.figures;
  const std::optional<analysis::Amount>& cost = figures[core::Total::cost_price];
  const std::optional<analysis::Amount>& floor = figures[core::Total::wage_floor];
  if (!cost || !floor) return;
  const std::optional<analysis::RowOutlook> outlook =
      entry.years->look(row.row.numbers(), exact_of(*floor), exact_of(*cost));
  if (!outlook) return;
  figures.sinks_in = outlook->sinks_in;
  if (outlook->total) {
    figures[analysis::RowAmount::running_total] = analysis::amount_of(*outlook->total, cents);
  }
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
    rails_.add(row.figures.rails, row.place, row.cell(label_),
               [&] { return row.entry->evaluator->rails_said(row.row.numbers(), row.figures); });
  }
  if (!good && plan_.stop_on_error) {
    piece.stopped_by = row.message;
    piece.stopped_at = row.place.row;
    return;
  }
  if (plan_.only_findings && good && !finding) return;
  for (std::size_t i = 0; i < carried_.size(); ++i) carried_cells_[i] = row.cell(carried_[i]);
  writer_.write(out, carried_cells_, good ? &row.figures : nullptr, row.message);
}

void BatchWorker::summarize(const Pending& row) {
  const auto add = [&](analysis::Tally& tally) {
    row.message.empty() ? tally.add(row.figures, row.place, row.cell(label_)) : tally.add_failed();
  };
  add(summary_.all);
  if (!plan_.group_by) return;
  // Most names stand as they are compared.
  const std::string_view written = row.cell(*plan_.group_by);
  auto known = summary_.groups.find(written);
  if (known == summary_.groups.end())
    known = summary_.groups.try_emplace(core::comparable_name(written)).first;
  add(known->second);
}

BatchWorker::Entry& BatchWorker::entry_of_row() {
  const io::Row& row = read_->row;
  const bool plain = reader_.is_plain(row);
  if (plain && last_entry_ != nullptr && row.stated == last_stated_) return *last_entry_;
  combination_.clear();
  reader_.append_combination(row, combination_);
  auto known = entries_.find(combination_);
  if (known == entries_.end()) {
    // Those of rows that wait are still needed: a new map takes over when none does.
    if (entries_.size() >= most_entries && waiting_count_ == 1) entries_.clear();
    known = entries_.emplace(combination_, make_entry()).first;
  }
  last_stated_ = row.stated;
  last_entry_ = plain ? &known->second : nullptr;
  return known->second;
}

BatchWorker::Entry BatchWorker::make_entry() {
  const io::Row& row = read_->row;
  const std::string case_name{row.text(plan_.columns.case_file)};
  const BatchModels::Model model = models_.find(combination_, case_name, reader_.stated(row));
  Entry entry;
  if (model) {
    entry.evaluator.emplace(model->row);
    if (model->years) entry.years.emplace(model->years);
  } else {
    entry.message = text_of(model.error());
  }
  return entry;
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
