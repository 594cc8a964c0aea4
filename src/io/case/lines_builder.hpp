#pragma once

#include <optional>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// The [[line]] tables: each an amount with its `per`, or a percentage with its `of`.
std::vector<core::OwnLine> build_lines(const Node* array, core::Diagnostics& errors);

/// The [[derived]] tables: each a percentage of a price.
std::vector<core::DerivedPrice> build_derived(const Node* array, core::Diagnostics& errors);

/// contract.indexation: a series, a percentage, or none = true.
std::optional<core::IndexClause> build_clause(const Node* table, core::Diagnostics& errors);

}  // namespace billijk::io
