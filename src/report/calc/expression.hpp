#pragma once

#include <functional>
#include <string>

#include "core/formula/trace.hpp"

namespace billijk::report {

/// How the leaves of an expression are written: by name or by figure.
using LeafText = std::function<std::string(const core::TraceNode&)>;

/// An expression with × and / as people write it, parentheses only where they are needed.
std::string expression_text(const core::TraceNode& node, const LeafText& leaf);

}  // namespace billijk::report
