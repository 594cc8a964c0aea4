#include "cli/audit/audit_rows.hpp"

#include <algorithm>
#include <array>

#include "cli/world/interrupt.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/day_text.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

using core::Diagnostic;
using core::Diagnostics;
using core::Key;
using io::ColumnRole;

/// Past this many combinations they are made anew: memory stays flat.
constexpr std::size_t most_auditors = 1000;

/// The column of a key, else the first that only goes along and has one of these names.
std::optional<std::size_t> label_column(const io::RowColumns& columns, std::string_view key,
                                        std::span<const std::string_view> words) {
  if (const auto found = columns.find(key)) return found;
  for (std::size_t i = 0; i < columns.all.size(); ++i) {
    const auto is_this = [&](std::string_view word) {
      return io::is_same_word(columns.all[i].name, word);
    };
    if (columns.is_carried(i) && std::ranges::any_of(words, is_this)) return i;
  }
  return std::nullopt;
}

}  // namespace

RowAuditor::Columns::Columns(const io::RowColumns& columns)
    : start{columns.find("contract.start")},
      end{columns.find("contract.end")},
      municipality{
          label_column(columns, "contract.municipality", std::span{party_words}.subspan<0, 2>())},
      provider{label_column(columns, "contract.provider", std::span{party_words}.subspan<2, 2>())},
      product{columns.find("contract.product")},
      region{label_column(columns, {}, std::span{party_words}.subspan<4, 2>())},
      id{columns.find("id")},
      has_ids{id.has_value()} {
  for (std::size_t i = 0; i < columns.all.size() && !id; ++i) {
    const bool is_name = i == region || i == municipality || i == provider;
    if (columns.all[i].role == ColumnRole::carried && !is_name) id = i;
  }
}

RowAuditor::RowAuditor(const AuditPlan& plan, const RowsHeader& header, io::RowCases& cases)
    : plan_{plan},
      header_{header},
      cases_{cases},
      columns_{header.columns},
      reader_{header.columns, header.format, std::array{columns_.start, columns_.end}} {}

void RowAuditor::run(std::string& piece, std::uint64_t first_row, AuditPart& part) {
  reader_.begin(piece);
  while (!InterruptWatch::stop() && reader_.next(row_)) take(first_row + row_.place, part);
}

void RowAuditor::take(std::uint64_t row, AuditPart& part) {
  const std::string_view id = row_.text(columns_.id);
  if (columns_.has_ids && !id.empty()) part.ids.push_back({std::string{id}, row});
  if (!row_.problems.empty()) return refuse(row_.problems, row, part);
  ContractDesk desk{plan_, part};
  constexpr std::uint64_t first = row_of(0);
  if (plan_.folder != nullptr || !take_days()) {
    core::Checked<io::LoadedCase> loaded =
        io::load_row(cases_.find(case_name()), stated_by_row(), cases_.store());
    if (!loaded) return refuse(loaded.error(), row, part);
    return desk.take_case(*loaded, name_of_row(row), row - first);
  }
  core::Checked<analysis::CaseAuditor*> auditor = auditor_of_row();
  if (!auditor) return refuse(auditor.error(), row, part);
  core::Contract contract = (*auditor)->subject().contract;
  if (start_day_) contract.start = start_day_;
  if (end_day_) contract.end = end_day_;
  analysis::ContractName name = name_of_row(row);
  if (name.municipality.empty()) name.municipality = contract.municipality;
  if (name.provider.empty()) name.provider = contract.provider;
  if (name.region.empty()) name.region = name.municipality;
  desk.take((*auditor)->audit(std::move(name), contract, row_.numbers()), row - first);
}

/// What is wrong with a row stands in the report, and is told.
void RowAuditor::refuse(const Diagnostics& problems, std::uint64_t row, AuditPart& part) const {
  ++part.failed_rows;
  if (part.wants_message()) part.messages.push_back(message_of_row(problems, row));
  constexpr std::uint64_t first = row_of(0);
  analysis::ContractName name = name_of_row(row);
  if (name.region.empty()) name.region = name.municipality;
  ContractDesk{plan_, part}.take_unreadable(std::move(name), problems, row - first);
}

std::string RowAuditor::message_of_row(const Diagnostics& problems, std::uint64_t row) const {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text += (text.empty() ? "" : "; ") + report::message_of(problem, plan_.language) + " [" +
            std::string{name_of(problem.code)} + ']';
  }
  return say(report::Message::audit_row_failed, plan_.language,
             {{"file", plan_.args.rows}, {"row", std::to_string(row)}, {"message", text}});
}

/// The days of the contract, which enter no figure; false where the case has to be asked what is
/// wrong.
bool RowAuditor::take_days() {
  const std::string_view start = row_.text(columns_.start);
  const std::string_view end = row_.text(columns_.end);
  start_day_ = io::read_day(start, io::SerialDays::read).day;
  end_day_ = io::read_day(end, io::SerialDays::read).day;
  const bool wrong = (!start.empty() && !start_day_) || (!end.empty() && !end_day_);
  // With one day here and one in the case their order is the reader's to judge.
  const bool both = start.empty() == end.empty();
  return !wrong && both && (!start_day_ || *start_day_ <= *end_day_);
}

analysis::ContractName RowAuditor::name_of_row(std::uint64_t row) const {
  analysis::ContractName name{.id = std::string{row_.text(columns_.id)},
                              .municipality = std::string{row_.text(columns_.municipality)},
                              .provider = std::string{row_.text(columns_.provider)},
                              .region = std::string{row_.text(columns_.region)}};
  name.is_numbered = name.id.empty();
  if (name.is_numbered) name.id = "row " + std::to_string(row);
  return name;
}

/// What the row sets, with what is its own: the days of its contract, and who they are.
io::StatedCells RowAuditor::stated_by_row() const {
  io::StatedCells stated = reader_.stated(row_);
  for (const auto& column : {columns_.start, columns_.end, columns_.product})
    reader_.add_text(row_, column, stated);
  const auto add_name = [&](std::string key, std::optional<std::size_t> column) {
    const std::string_view name = row_.text(column);
    if (!name.empty()) stated.texts.emplace_back(std::move(key), name);
  };
  add_name("contract.municipality", columns_.municipality);
  add_name("contract.provider", columns_.provider);
  return stated;
}

core::Checked<analysis::CaseAuditor*> RowAuditor::auditor_of_row() {
  std::string key;
  reader_.append_combination(row_, key);
  // A number of nothing leaves lines out.
  for (const core::RowCell& cell : row_.numbers()) key += cell.number.coefficient == 0 ? '0' : '1';
  const auto known = auditors_.find(key);
  if (known != auditors_.end()) return known->second.get();
  const core::Checked<io::LoadedCase> loaded =
      io::load_row(cases_.find(case_name()), reader_.stated(row_), cases_.store());
  if (!loaded) return tl::unexpected{loaded.error()};
  std::vector<Key> replaced;
  replaced.reserve(row_.number_count);
  for (const core::RowCell& cell : row_.numbers()) replaced.push_back(cell.key);
  auto auditor = std::make_unique<analysis::CaseAuditor>(loaded->subject, loaded->presets,
                                                         plan_.request.options, replaced);
  plan_.sources.add(*loaded, auditor->calculation());
  if (auditors_.size() >= most_auditors) auditors_.clear();
  // Where figures of this row alone leave nothing, the next one may fare better.
  if (auditor->calculation() == nullptr && !auditor->is_for_all()) key += " row of its own";
  return auditors_.insert_or_assign(std::move(key), std::move(auditor)).first->second.get();
}

}  // namespace billijk::cli
