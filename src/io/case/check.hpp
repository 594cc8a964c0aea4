#pragma once

#include "core/case/diagnostic.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// Reads the values of one case file, each once, into what its nodes state.
///
/// Errors: everything that can be said of the file on its own: schema, keys, types, limits, and
/// keys
///         that exclude each other. Whether it is complete shows only after merging.
core::Diagnostics check_case_file(Node& root);

/// The same without a schema line: `--set`, and cells of a row.
core::Diagnostics check_case_keys(Node& root);

}  // namespace billijk::io
