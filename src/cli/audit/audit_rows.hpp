#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/audit/audit_run.hpp"
#include "cli/options/rows_header.hpp"
#include "io/rows/row_cases.hpp"
#include "io/rows/row_reader.hpp"

namespace billijk::cli {

/// What columns that are no keys are called when they name municipality, provider and region.
inline constexpr std::array<std::string_view, 6> party_words{
    "gemeente", "municipality", "aanbieder", "provider", "regio", "region"};

/// Audits pieces of rows, one at a time: the figures of a row in filtered numbers, its case once
/// for all rows that share all but their numbers.
class RowAuditor {
 public:
  RowAuditor(const AuditPlan& plan, const RowsHeader& header, io::RowCases& cases);

  /// Audits the rows of a piece; `first_row` is the number of its first row, the header being
  /// row 1.
  void run(std::string& piece, std::uint64_t first_row, AuditPart& part);
  bool open_end() const { return reader_.open_end(); }

 private:
  /// The columns of what a row's contract alone is.
  struct Columns {
    explicit Columns(const io::RowColumns& all);
    std::optional<std::size_t> start, end, municipality, provider, product, region, id;
    bool has_ids = false;  ///< a column of the file is called id
  };

  void take(std::uint64_t row, AuditPart& part);
  void refuse(const core::Diagnostics& problems, std::uint64_t row, AuditPart& part) const;
  std::string message_of_row(const core::Diagnostics& problems, std::uint64_t row) const;
  bool take_days();
  analysis::ContractName name_of_row(std::uint64_t row) const;
  io::StatedCells stated_by_row() const;
  std::string case_name() const { return std::string{row_.text(header_.columns.case_file)}; }
  core::Checked<analysis::CaseAuditor*> auditor_of_row();

  const AuditPlan& plan_;
  const RowsHeader& header_;
  io::RowCases& cases_;
  Columns columns_;
  io::RowReader reader_;
  io::Row row_;
  std::optional<core::Date> start_day_, end_day_;
  std::unordered_map<std::string, std::unique_ptr<analysis::CaseAuditor>> auditors_;
};

}  // namespace billijk::cli
