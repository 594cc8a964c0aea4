#include "core/number/rounding.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/words/head.hpp"

namespace billijk::report {
namespace {

using analysis::AuditTally;
using analysis::Rule;
using analysis::Standing;
using core::Exact;

class AuditSections {
 public:
  AuditSections(const analysis::AuditOptions& options, Language language)
      : options_{options}, format_{language}, words_{options, format_} {}

  Record head(const Audit& audit, const Program& program) const {
    return {{"schema", "billijk/audit/1"},
            {"program", program_of(program)},
            {"as_of", options_.as_of},
            {"scheme", word_of(options_.scheme)},
            {"break_even_percent", options_.break_even},
            {"settings", audit.settings},
            {"rules", rules()},
            {"headline", headline(audit.summary)},
            {"answers", answers(audit.summary)},
            {"regions", groups("region", audit.summary.regions())},
            {"providers", groups("provider", audit.summary.providers())},
            {"presets", list_of(audit.presets, [&](const AuditPreset& preset) {
               return Record{{"name", preset.name},
                             {"title", text_of(preset.title, format_.language())},
                             {"origin", preset.built_in ? "built_in" : "folder"},
                             {"sha256", preset.sha256},
                             {"checked", preset.checked}};
             })}};
  }

  List rules() const {
    List list;
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      const analysis::RuleSetting& asked = options_[rule];
      list.items.emplace_back(Record{{"rule", facts_of(rule).key},
                                     {"asked", asked.asked},
                                     {"weight", word_of(asked.weight)},
                                     {"threshold", asked.threshold},
                                     {"changed", asked.weight_changed || asked.threshold_changed},
                                     {"question", words_.question(rule)},
                                     {"reference", text_or_absent(words_.reference(rule))}});
    }
    return list;
  }

 private:
  Record standings(const AuditTally& tally) const {
    Record classes;
    for (const Standing standing : standings_of(options_.scheme))
      classes.push_back({word_of(standing), tally.in(standing)});
    const Exact sound = core::counted(tally.in(standings_of(options_.scheme).front()));
    Value percent;
    if (tally.contracts() > 0)
      percent = core::round_half_up(Exact{100} * sound / core::counted(tally.contracts()), 1);
    return {{"classes", classes},
            {"not_judged", tally.in(Standing::not_judged)},
            {"sound_percent", percent}};
  }
  static Record shortfall(const AuditTally& tally) {
    const std::optional<Exact> year = tally.shortfall_year();
    return {{"contracts_short", tally.short_of_cost()},
            {"contracts_short_without_volume", tally.without_volume()},
            {"contracts_without_distance", tally.contracts() - tally.with_distance()},
            {"shortfall_per_year", year ? Value{core::round_half_up(*year, 2)} : Value{}}};
  }
  Record headline(const analysis::AuditSummary& summary) const {
    const AuditTally& tally = summary.all();
    Record all{{"contracts", tally.contracts()}};
    append(all, standings(tally));
    all.push_back({"not_judged_with_red_fail", summary.unjudged_with_fail()});
    append(all, shortfall(tally));
    Record evidence;
    for (const auto grade : {analysis::EvidenceGrade::strong, analysis::EvidenceGrade::weak})
      evidence.push_back({word_of(grade), tally.founded(grade)});
    append(all, {{"evidence", evidence},
                 {"provisional", tally.provisional()},
                 {"contracts_with_warnings", tally.with_rails()}});
    return all;
  }
  List answers(const analysis::AuditSummary& summary) const {
    List list;
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      if (!options_[rule].asked) continue;
      Record record{{"rule", facts_of(rule).key}};
      for (std::size_t answer = 0; answer < analysis::answer_words.size(); ++answer) {
        record.push_back({analysis::answer_words.at(answer),
                          summary.answered(rule, static_cast<analysis::Answer>(answer))});
      }
      list.items.emplace_back(std::move(record));
    }
    return list;
  }
  List groups(std::string_view name,
              const std::map<std::string, AuditTally, std::less<>>& groups) const {
    return list_of(groups, [&](const auto& group) {
      Record record{{name, text_or_absent(group.first)}, {"contracts", group.second.contracts()}};
      append(record, standings(group.second));
      append(record, shortfall(group.second));
      return record;
    });
  }

  const analysis::AuditOptions& options_;
  Format format_;
  AuditWords words_;
};

}  // namespace

Sections audit_sections(const Audit& audit, const Program& program, Language language) {
  return {.members = AuditSections{audit.options, language}.head(audit, program),
          .rows = {.header = ContractSections{audit.options, language}.header(), .records = {}}};
}

Sections rules_sections(const analysis::AuditOptions& options, Language language) {
  const List rules = AuditSections{options, language}.rules();
  Sections sections{
      .members = {{"schema", "billijk/audit-rule-list/1"}, {"rules", rules}},
      .rows = {.header = {"rule", "weight", "threshold", "question", "reference"}, .records = {}}};
  for (const Value& rule : rules.items) sections.rows.add(std::get<Record>(rule.content()));
  return sections;
}

}  // namespace billijk::report
