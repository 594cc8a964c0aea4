#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/batch/batch_worker.hpp"
#include "cli/options/option.hpp"
#include "cli/world/world.hpp"
#include "io/rows/row_columns.hpp"
#include "report/format/row_writer.hpp"

namespace billijk::cli {

/// The words of `billijk batch` as they were typed.
struct BatchArgs {
  std::vector<std::string> files;
  bool make_template = false;
  std::vector<std::string> settings;
  std::vector<std::string> carry;
  std::string presets, columns, prefix, format, output, delimiter, decimal, on_error, fail_on,
      summary, summary_file, group_by, threads, progress;
  std::string forecast_until;
  bool only_findings = false;
  bool strict = false;
  bool no_header = false;
  bool excel = false;
  bool force = false;
};
Options batch_options(BatchArgs& args);

enum class SummaryForm : std::uint8_t { none, text, json, page };

/// The same words understood.
struct BatchRequest {
  std::string case_name;  ///< for rows that name no case; may be empty
  std::string rows;       ///< the file of rows; empty when each case file is a row
  std::vector<std::string> case_files;
  io::AskedFormat asked;
  report::RowFormat format = report::RowFormat::csv;
  FailOn fail_on = FailOn::any;
  bool stop_on_error = false;
  SummaryForm summary = SummaryForm::none;
  std::optional<int> forecast_until;
  unsigned threads = 1;
  bool progress = false;
};

/// Errors: every word that is none of those allowed; no rows; a word too many.
core::Checked<BatchRequest> read_batch_args(const BatchArgs& args, const World& world);

}  // namespace billijk::cli
