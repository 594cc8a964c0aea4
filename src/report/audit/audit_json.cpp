#include "core/number/rounding.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/format/json.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::AuditTally;
using analysis::Rule;
using analysis::Standing;
using core::Exact;
using core::Total;

std::size_t size_of(std::uint64_t count) { return static_cast<std::size_t>(count); }

class AuditJson {
 public:
  AuditJson(const analysis::AuditOptions& options, Language language)
      : options_{options}, format_{language}, words_{options, format_} {}

  /// Everything before the contracts: the opened object and the key of their list.
  std::string head(const Audit& audit, const Program& program) {
    json_.begin_object();
    json_.member("schema", "billijk/audit/1");
    json_.key("program");
    json_.begin_object();
    json_.member("name", program.name);
    json_.member("version", program.version);
    json_.end_object();
    json_.member("as_of", core::iso(options_.as_of));
    json_.member("scheme", word_of(options_.scheme));
    json_.member("break_even_percent", options_.break_even);
    json_.key("settings");
    json_.begin_array();
    for (const std::string& setting : audit.settings) json_.value(setting);
    json_.end_array();
    write_rules();
    write_headline(audit.summary);
    write_counts(audit.summary);
    write_groups("regions", "region", audit.summary.regions());
    write_groups("providers", "provider", audit.summary.providers());
    write_presets(audit.presets);
    json_.key("contracts");
    return json_.unfinished();
  }

  std::string rules() {
    json_.begin_object();
    json_.member("schema", "billijk/audit-rule-list/1");
    write_rules();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_rules() {
    json_.key("rules");
    json_.begin_array();
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      json_.begin_object();
      json_.member("rule", facts_of(rule).key);
      json_.member("asked", options_[rule].asked);
      json_.member("weight", word_of(options_[rule].weight));
      json_.member("threshold", options_[rule].threshold);
      json_.member("changed", options_[rule].weight_changed || options_[rule].threshold_changed);
      json_.member("question", words_.question(rule));
      json_.member_or_null("reference", words_.reference(rule));
      json_.end_object();
    }
    json_.end_array();
  }
  void write_classes(const AuditTally& tally) {
    json_.key("classes");
    json_.begin_object();
    for (const Standing standing : standings_of(options_.scheme))
      json_.member(word_of(standing), size_of(tally.in(standing)));
    json_.end_object();
    json_.member("not_judged", size_of(tally.in(Standing::not_judged)));
    const Standing best = standings_of(options_.scheme).front();
    const auto number = [](std::uint64_t count) {
      return Exact{mpq_class{static_cast<unsigned long>(count)}};
    };
    const std::uint64_t all = tally.contracts();
    json_.member("sound_percent",
                 all == 0
                     ? std::optional<Exact>{}
                     : core::round_half_up(Exact{100} * number(tally.in(best)) / number(all), 1));
  }
  void write_shortfall(const AuditTally& tally) {
    json_.member("contracts_short", size_of(tally.short_of_cost()));
    json_.member("contracts_short_without_volume", size_of(tally.without_volume()));
    json_.member("contracts_without_distance", size_of(tally.contracts() - tally.with_distance()));
    const std::optional<Exact> year = tally.shortfall_year();
    json_.member("shortfall_per_year",
                 year ? std::optional{core::round_half_up(*year, 2)} : std::nullopt);
  }
  void write_headline(const analysis::AuditSummary& summary) {
    json_.key("headline");
    json_.begin_object();
    json_.member("contracts", size_of(summary.all().contracts()));
    write_classes(summary.all());
    json_.member("not_judged_with_red_fail", size_of(summary.unjudged_with_fail()));
    write_shortfall(summary.all());
    json_.key("evidence");
    json_.begin_object();
    for (const auto grade : {analysis::EvidenceGrade::strong, analysis::EvidenceGrade::weak})
      json_.member(word_of(grade), size_of(summary.all().founded(grade)));
    json_.end_object();
    json_.member("provisional", size_of(summary.all().provisional()));
    json_.member("contracts_with_warnings", size_of(summary.all().with_rails()));
    json_.end_object();
  }
  void write_counts(const analysis::AuditSummary& summary) {
    json_.key("answers");
    json_.begin_array();
    for (std::size_t i = 0; i < analysis::rule_count; ++i) {
      const Rule rule = analysis::rule_at(i);
      if (!options_[rule].asked) continue;
      json_.begin_object();
      json_.member("rule", facts_of(rule).key);
      for (std::size_t answer = 0; answer < analysis::answer_words.size(); ++answer) {
        json_.member(analysis::answer_words.at(answer),
                     size_of(summary.answered(rule, static_cast<analysis::Answer>(answer))));
      }
      json_.end_object();
    }
    json_.end_array();
  }
  void write_groups(std::string_view list, std::string_view name,
                    const std::map<std::string, AuditTally, std::less<>>& groups) {
    json_.key(list);
    json_.begin_array();
    for (const auto& [group, tally] : groups) {
      json_.begin_object();
      json_.member_or_null(name, group);
      json_.member("contracts", size_of(tally.contracts()));
      write_classes(tally);
      write_shortfall(tally);
      json_.end_object();
    }
    json_.end_array();
  }
  void write_presets(const std::vector<AuditPreset>& presets) {
    json_.key("presets");
    json_.begin_array();
    for (const AuditPreset& preset : presets) {
      json_.begin_object();
      json_.member("name", preset.name);
      json_.member("title", preset.title);
      json_.member("origin", preset.built_in ? "built_in" : "folder");
      json_.member("sha256", preset.sha256);
      json_.member_or_null("checked", preset.checked ? core::iso(*preset.checked) : std::string{});
      json_.end_object();
    }
    json_.end_array();
  }

  const analysis::AuditOptions& options_;
  Format format_;
  AuditWords words_;
  JsonWriter json_;
};

}  // namespace

std::string audit_json_head(const Audit& audit, const Program& program, Language language) {
  return AuditJson{audit.options, language}.head(audit, program) + '[';
}

std::string audit_json_tail() { return "\n  ]\n}\n"; }

std::string rules_json(const analysis::AuditOptions& options, Language language) {
  return AuditJson{options, language}.rules();
}

CsvTable rules_csv(const analysis::AuditOptions& options, Language language) {
  const Format format{language};
  const AuditWords words{options, format};
  CsvTable table{.header = {"rule", "weight", "threshold", "question", "reference"}, .records = {}};
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const Rule rule = analysis::rule_at(i);
    const std::optional<core::Decimal>& threshold = options[rule].threshold;
    const std::string& reference = words.reference(rule);
    table.records.push_back(
        {std::string{facts_of(rule).key}, std::string{word_of(options[rule].weight)},
         threshold ? CsvField{Exact{*threshold}} : CsvField{}, words.question(rule),
         reference.empty() ? CsvField{} : CsvField{reference}});
  }
  return table;
}

std::vector<std::string> audit_csv_header(const analysis::AuditOptions& options) {
  std::vector<std::string> header{"id",
                                  "municipality",
                                  "provider",
                                  "region",
                                  "class",
                                  "zone",
                                  "tariff_per_hour",
                                  "wage_floor",
                                  "cost_price",
                                  "ceiling",
                                  "shortfall_per_hour",
                                  "shortfall_percent",
                                  "shortfall_per_year",
                                  "mending_tariff",
                                  "unit",
                                  "missing"};
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (options.rules.at(i).asked)
      header.emplace_back(analysis::facts_of(analysis::rule_at(i)).key);
  }
  for (const char* name : {"evidence", "evidence_reasons", "provisional", "warnings"})
    header.emplace_back(name);
  return header;
}

std::vector<CsvField> audit_csv_record(const analysis::AuditedContract& contract,
                                       const analysis::AuditOptions& options) {
  const auto text = [](std::string_view word) {
    return word.empty() ? CsvField{} : CsvField{std::string{word}};
  };
  const auto figure = [](const std::optional<Exact>& number) {
    return number ? CsvField{*number} : CsvField{};
  };
  const std::optional<Exact> year = contract.shortfall_year();
  std::vector<CsvField> record{
      text(contract.id),
      text(contract.municipality),
      text(contract.provider),
      text(contract.region),
      text(word_of(contract.standing)),
      contract.figures.zone ? text(key_of(*contract.figures.zone)) : CsvField{},
      figure(contract.figures.tariff),
      figure(contract.figures[Total::wage_floor]),
      figure(contract.figures[Total::cost_price]),
      figure(contract.figures[Total::ceiling]),
      figure(contract.shortfall()),
      figure(contract.shortfall_percent()),
      year ? CsvField{core::round_half_up(*year, 2)} : CsvField{},
      figure(contract.mending),
      contract.unit ? text(word_of(*contract.unit)) : CsvField{},
      text(joined(missing_of(contract, options)))};
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (options.rules.at(i).asked) record.push_back(text(word_of(contract.rules.at(i).answer)));
  }
  const Format plain{Language::en};
  record.push_back(contract.evidence ? text(word_of(*contract.evidence)) : CsvField{});
  record.push_back(text(AuditWords{options, plain}.weakness(contract)));
  record.push_back(text(contract.provisional ? "true" : "false"));
  record.push_back(CsvField{core::counted(contract.rails.size())});
  return record;
}

}  // namespace billijk::report
