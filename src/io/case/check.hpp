#pragma once

#include "core/case/diagnostic.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// Everything that can be said of one case file on its own: schema, keys, types, limits, and keys
/// that exclude each other. Whether it is complete shows only after merging.
core::Diagnostics check_case_file(const Node& root);

/// The keys and values of one case file, without its schema line: what `--set` is held to as well.
core::Diagnostics check_case_keys(const Node& root);

}  // namespace billijk::io
