#pragma once

#include <string>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "io/case/case_reader.hpp"
#include "io/rows/row_columns.hpp"
#include "report/format/row_writer.hpp"

namespace billijk::cli {

/// The columns a run writes, and what they need computed.
struct BatchOutput {
  std::vector<std::string> carried;
  std::vector<report::OutputColumn> columns;
  analysis::RowNeeds needs;
};

/// Which columns are asked for, and how they are named.
struct OutputRequest {
  std::string columns;
  std::string prefix;
  bool names_are_keys = false;  ///< as in JSON, where each may stand once only
  bool with_fee = false;        ///< rows may have a subcontracting fee
  bool with_years = false;      ///< rows are looked at over the years of their contract
};

/// The output columns of `--columns`, or the usual ones, below the names they get.
///
/// Errors: a column there is not, with the nearest; one that stands there twice; a carried column
/// that
///         bears the same name.
core::Checked<BatchOutput> plan_output(const OutputRequest& request, const io::RowColumns& columns,
                                       const io::Node* own_lines);

}  // namespace billijk::cli
