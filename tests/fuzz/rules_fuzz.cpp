#include "analysis/audit/audit_rule.hpp"
#include "analysis/audit/audit_rules.hpp"
#include "fuzz/fuzz.hpp"
#include "io/case/rules_reader.hpp"

using namespace billijk;

/// A file of rules, read by itself and by an audit that lists what it asks.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  io::RuleNames names{.rules = {}, .weights = analysis::weight_words};
  for (std::size_t i = 0; i < analysis::rule_count; ++i)
    names.rules.emplace_back(analysis::facts_of(analysis::rule_at(i)).key);
  const auto changes = io::read_rules(fuzz::source_of(text), names);
  if (!changes) fuzz::check_findings(changes.error());
  static const fuzz::Scratch scratch{"rules.toml"};
  const std::vector<std::string> words{"audit",   "--rules-file", scratch.with(text), "--rules",
                                       "--as-of", "2026-11-22",   "--format"};
  for (const char* format : {"text", "json"}) {
    std::vector<std::string> command = words;
    command.emplace_back(format);
    const fuzz::Outcome outcome = fuzz::run(command);
    if (!changes) fuzz::require(outcome.exit == 2);
    fuzz::require((outcome.exit == 2) != outcome.err.empty());
    if (outcome.exit == 2) return 0;
    command.back() == "json" ? fuzz::check_json(outcome.out) : fuzz::check_shown(outcome.out);
  }
  return 0;
}
