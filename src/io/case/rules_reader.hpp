#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/number/decimal.hpp"

namespace billijk::io {

/// What a file of rules says of one rule.
struct RuleChange {
  std::size_t rule = 0;               ///< its place among the known ones
  std::optional<std::size_t> weight;  ///< its place among the words
  std::optional<core::Decimal> threshold;
  core::Position threshold_at;
};

/// The names a file of rules may use.
struct RuleNames {
  std::vector<std::string> rules;
  std::span<const std::string_view> weights;
};

/// Reads a file of rules: schema = "billijk/audit-rules/1", and a table a rule with weight and
/// threshold (billijk-audit(1), "Rules of one's own").
///
/// Errors: every one of the file, in one go.
core::Checked<std::vector<RuleChange>> read_rules(
    const std::shared_ptr<const core::SourceText>& source, const RuleNames& names);

}  // namespace billijk::io
