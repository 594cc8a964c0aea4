#pragma once

#include <string>

#include "core/case/diagnostic.hpp"
#include "io/case/schema.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// Reads the values of one case file, each once, into what its nodes state.
///
/// Errors: everything that can be said of the file on its own: schema, keys, types, limits, and
/// keys
///         that exclude each other. Whether it is complete shows only after merging.
core::Diagnostics check_case_file(Node& root);

/// Reads what stands at one key, as a file's value is read. Errors: those of the value.
core::Diagnostics check_value(Node& node, const std::string& path, const Entry& entry);

/// Errors: keys that exclude each other.
core::Diagnostics check_exclusive(const Node& root);

}  // namespace billijk::io
