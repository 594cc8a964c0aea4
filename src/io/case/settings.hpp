#pragma once

#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/case/row_cells.hpp"
#include "io/case/schema.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// An option of its own that sets a key: `--tariff 38.50` sets contract.tariff.
struct KeyOption {
  std::string option;
  std::string key;
  std::string value;  ///< with a decimal point
};

/// What the cells of a row set: numbers within their limits, and texts of other keys, as `--set`
/// takes them.
struct StatedCells {
  std::span<const core::RowCell> numbers;
  std::vector<std::pair<std::string, std::string>> texts;  ///< key and value
};

/// All `--set` of a run as the file they act like, and the parts of numbers they change.
struct Settings {
  Node root;
  std::vector<Member> items;   ///< line.KEY.amount: the figure of an item of the case
  std::vector<Member> parts;   ///< KEY.low: that part of a number, whatever file states it
  std::set<std::string> keys;  ///< as they were written
  core::Diagnostics errors;
};

/// Reads "KEY=VALUE" texts, and options that stand beside them. Text keys take bare text, numbers a
/// decimal point.
///
/// Errors: those of a file, and `set_twice` for a key given twice, of which nobody can tell which
/// is meant.
Settings read_settings(const std::vector<std::string>& texts,
                       const std::vector<KeyOption>& options = {});

/// The same of the cells of a row, whose numbers are stated without their values: those go into the
/// case itself. Errors: those of the texts, and of keys that exclude each other.
Settings settings_of(const StatedCells& cells);

/// Lays the settings over a merged case.
void apply_settings(Node& merged, const Settings& settings, core::Diagnostics& errors);

}  // namespace billijk::io
