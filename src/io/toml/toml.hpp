#pragma once

#include <memory>

#include "core/case/diagnostic.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// A TOML text as a tree, with every syntax error of it.
///
/// A line with an error is left out of the tree; `skipped` says that there were such lines, so that
/// nobody calls the keys on them missing.
struct TomlResult {
  Node root;
  core::Diagnostics errors;
  bool skipped = false;
};

/// Errors: each syntax error, explained where the mistake is a common one (a decimal comma, a date
///         that does not exist, a bracket left open).
TomlResult read_toml(const std::shared_ptr<const core::SourceText>& source);

}  // namespace billijk::io
