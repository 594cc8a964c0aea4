#pragma once

#include <string>
#include <vector>

#include "analysis/rows/batch_summary.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// The summary of a run, and where the rows of its pieces stand in the file.
struct BatchTotals {
  const analysis::BatchSummary& summary;
  const std::vector<std::uint64_t>& piece_begins;
  std::string group_by;   ///< the column; empty without groups
  bool open_end = false;  ///< the last line had no line end
};

Document batch_document(const BatchTotals& totals, const Format& format);
/// "billijk/batch-summary/1".
Record batch_record(const BatchTotals& totals);

}  // namespace billijk::report
