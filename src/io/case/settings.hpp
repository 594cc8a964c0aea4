#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "io/case/schema.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// An option of its own that sets a key: `--tariff 38.50` sets contract.tariff.
struct KeyOption {
  std::string option;
  std::string key;
  std::string value;  ///< with a decimal point
};

/// All `--set` of a run as the file they act like, and the parts of numbers they change.
struct Settings {
  /// KEY.low, .high, .grade …: changes that part of a number whatever file states it.
  struct Part {
    std::string key;
    const core::KeyFacts* facts = nullptr;  ///< of the number
    std::string part;
    Node value;
  };
  /// line.KEY.amount, line.KEY.percent, derived.KEY.percent: the figure of an item of the case.
  struct ItemFigure {
    std::string path;
    std::string table;
    std::string key;
    const Entry* entry = nullptr;  ///< of the figure
    Node value;
  };
  Node root;
  std::vector<Part> parts;
  std::vector<ItemFigure> items;
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

/// Lays the settings over a merged case.
void apply_settings(Node& merged, const Settings& settings, core::Diagnostics& errors);

}  // namespace billijk::io
