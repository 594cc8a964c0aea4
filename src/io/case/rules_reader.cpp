#include "io/case/rules_reader.hpp"

#include <algorithm>

#include "io/case/value_reader.hpp"
#include "io/toml/toml.hpp"

namespace billijk::io {
namespace {

/// A share, a number of hours or of months: what is sensible differs from rule to rule.
constexpr core::KeyFacts threshold_facts = core::limits(0, 100'000);

class RulesBuilder {
 public:
  RulesBuilder(const RuleNames& names, core::Diagnostics& findings)
      : names_{names}, reader_{findings} {}

  void schema(const Node& root) { reader_.schema(root, "billijk/audit-rules/1"); }
  void table(const Member& member, std::vector<RuleChange>& changes) {
    const auto rule = std::ranges::find(names_.rules, member.key);
    if (rule == names_.rules.end()) return reader_.unknown_key(member, member.key, names_.rules);
    if (!member.value.is_table())
      return reader_.wrong_type(member.value, member.key, core::Phrase::type_table);
    RuleChange change{.rule = static_cast<std::size_t>(rule - names_.rules.begin()),
                      .weight = {},
                      .threshold = {},
                      .threshold_at = {}};
    for (const Member& part : member.value.members) {
      const std::string path = member.key + '.' + part.key;
      if (part.key == "weight") {
        change.weight = reader_.choice(part.value, path, names_.weights);
      } else if (part.key == "threshold") {
        change.threshold = reader_.decimal(part.value, path, threshold_facts);
        change.threshold_at = part.value.at;
      } else {
        reader_.unknown_key(part, path, {member.key + ".weight", member.key + ".threshold"});
      }
    }
    changes.push_back(std::move(change));
  }

 private:
  const RuleNames& names_;
  ValueReader reader_;
};

}  // namespace

core::Checked<std::vector<RuleChange>> read_rules(
    const std::shared_ptr<const core::SourceText>& source, const RuleNames& names) {
  TomlResult toml = read_toml(source);
  toml.root.at.source = source;
  core::Diagnostics findings = std::move(toml.errors);
  std::vector<RuleChange> changes;
  RulesBuilder builder{names, findings};
  builder.schema(toml.root);
  for (const Member& member : toml.root.members) {
    if (member.key != "schema") builder.table(member, changes);
  }
  if (!findings.empty()) return tl::unexpected{std::move(findings)};
  return changes;
}

}  // namespace billijk::io
