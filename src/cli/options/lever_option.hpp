#pragma once

#include <optional>
#include <string>

#include "analysis/lever/lever.hpp"
#include "core/calculation.hpp"

namespace billijk::cli {

/// The lever a person names.
///
/// Errors: `unknown_key` with the nearest name there is; `not_movable`.
core::Checked<analysis::LeveredCase> find_lever(const core::Calculation& calculation,
                                                const std::string& name);

/// The boundary a word names: wage_floor, cost_price, fair_tariff or ceiling.
///
/// Errors: `option_value`.
core::Checked<core::Total> read_total(const std::string& option, const std::string& word);

/// That the calculation lacks the boundary: a given cost price has no wage floor.
std::optional<core::Diagnostic> absent_total(const core::Calculation& calculation,
                                             const std::string& option, core::Total total);

/// A number with a decimal point or a decimal comma; nothing for any other text.
std::optional<core::Decimal> read_number(std::string text);

}  // namespace billijk::cli
