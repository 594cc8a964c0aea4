#pragma once

#include <string>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// What building a case from merged files gave.
struct BuiltCase {
  core::Case subject;
  core::Diagnostics errors;
};

/// Turns merged files into a case and holds it to what only shows when it is whole: required keys,
/// a mix of 100 %, a period in order, own lines that make sense, what may stand beside [given].
BuiltCase build_case(const Node& merged, const std::string& file);

}  // namespace billijk::io
