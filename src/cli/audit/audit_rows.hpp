#pragma once

#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/audit/audit_run.hpp"
#include "cli/options/rows_header.hpp"
#include "io/rows/csv_scanner.hpp"

namespace billijk::cli {

/// What columns that are no keys are called when they name municipality, provider and region.
inline constexpr std::array<std::string_view, 6> party_words{
    "gemeente", "municipality", "aanbieder", "provider", "regio", "region"};

/// The cases of rows, each read once. For several threads at once.
class RowCases {
 public:
  RowCases(const AuditPlan& plan, std::shared_ptr<const core::SourceText> standard_input)
      : plan_{plan}, standard_input_{std::move(standard_input)} {}

  /// The case a row names, relative to the folder of the rows; an empty name is that of the run.
  const core::Checked<io::MergedCase>& find(const std::string& name);

 private:
  core::Checked<io::MergedCase> read(const std::string& name) const;

  const AuditPlan& plan_;
  std::shared_ptr<const core::SourceText> standard_input_;
  std::mutex mutex_;
  std::map<std::string, core::Checked<io::MergedCase>> cases_;
};

/// Audits pieces of rows, one at a time: the figures of a row in filtered numbers, its case once
/// for all rows that share all but their numbers.
class RowAuditor {
 public:
  RowAuditor(const AuditPlan& plan, const RowsHeader& header, RowCases& cases);

  /// Audits the rows of a piece; `first_row` is the number of its first row, the header being
  /// row 1.
  void run(std::string& piece, std::uint64_t first_row, AuditPart& part);
  bool open_end() const { return open_end_; }

 private:
  struct NumberColumn {
    std::size_t column = 0;
    core::Key key = core::Key::wage_hourly;
  };

  std::optional<std::size_t> label_column(std::string_view key,
                                          std::span<const std::string_view> words) const;
  void take(io::RowFault fault, std::uint64_t row, AuditPart& part);
  void refuse(const core::Diagnostics& problems, std::uint64_t row, AuditPart& part) const;
  std::string message_of_row(const core::Diagnostics& problems, std::uint64_t row) const;
  core::Diagnostics problem_of_row(io::RowFault fault) const;
  void take_numbers(core::Diagnostics& problems);
  void take_figure(const NumberColumn& column, core::Diagnostics& problems);
  bool take_days();
  std::string_view cell(std::size_t column) const { return cells_[column]; }
  std::string_view trimmed_cell(const std::optional<std::size_t>& column) const;
  analysis::ContractName name_of_row(std::uint64_t row) const;
  void add_setting(const std::optional<std::size_t>& column,
                   std::vector<std::string>& settings) const;
  std::vector<std::string> settings_of_many() const;
  std::vector<std::string> settings_of_row() const;
  core::Checked<io::LoadedCase> load(const std::vector<std::string>& settings) const;
  analysis::CaseAuditor* auditor_of_row(core::Diagnostics& problems);
  std::string combination() const;

  const AuditPlan& plan_;
  const RowsHeader& header_;
  RowCases& cases_of_rows_;
  std::vector<NumberColumn> number_columns_;
  std::vector<std::size_t> choices_;  ///< but for the days of the contract
  std::optional<std::size_t> start_, end_, municipality_, provider_, product_, region_, id_;

  io::RowCells cells_;
  std::vector<analysis::RowCell> numbers_;
  std::vector<std::string> wide_;  ///< numbers too long for a cell, as settings
  std::optional<core::Date> start_day_, end_day_;
  std::unordered_map<std::string, std::unique_ptr<analysis::CaseAuditor>> auditors_;
  bool open_end_ = false;
  bool has_ids_ = false;  ///< a column of the file is called id
};

}  // namespace billijk::cli
