#pragma once

#include <optional>

#include "core/case/case.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// What [market] states; nothing without one.
///
/// Findings: shares that do not add up to 100 %, a lead provider of whom a figure is missing.
std::optional<core::Market> build_market(const Node& root, core::Diagnostics& errors);

/// What [result] states; nothing without one, or where its preset or profiles are missing.
///
/// Findings: what is missing, shares of profiles that do not add up to 100 %.
std::optional<core::ResultNorm> build_result(const Node& root, core::Diagnostics& errors);

}  // namespace billijk::io
