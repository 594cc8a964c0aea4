#include "core/number/rounding.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/format/json.hpp"
#include "report/words/json_head.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using core::Exact;
using core::Total;

/// One contract of the list.
class OneContract {
 public:
  OneContract(const analysis::AuditOptions& options, const AuditWords& words, std::string text)
      : options_{options}, words_{words}, json_{JsonWriter::Layout::one_line, std::move(text)} {}

  void begin(const analysis::AuditedContract& contract) {
    json_.begin_object();
    json_.member("id", contract.id);
    json_.member_or_null("municipality", contract.municipality);
    json_.member_or_null("provider", contract.provider);
    json_.member_or_null("region", contract.region);
    json_.member("class", word_of(contract.standing));
    json_.member_or_null(
        "zone", contract.figures.zone ? key_of(*contract.figures.zone) : std::string_view{});
    json_.member("tariff_per_hour", contract.figures.tariff);
    json_.member("wage_floor", contract.figures[Total::wage_floor]);
    json_.member("cost_price", contract.figures[Total::cost_price]);
    json_.member("ceiling", contract.figures[Total::ceiling]);
    json_.member("shortfall_per_hour", contract.shortfall());
    json_.member("shortfall_percent", contract.shortfall_percent());
    const std::optional<Exact> year = contract.shortfall_year();
    json_.member("shortfall_per_year",
                 year ? std::optional{core::round_half_up(*year, 2)} : std::nullopt);
    json_.member("mending_tariff", contract.mending);
    json_.member_or_null("unit", contract.unit ? word_of(*contract.unit) : std::string_view{});
    json_.key("missing");
    write_list(missing_of(contract, options_));
    json_.key("rules");
    json_.begin_array();
  }
  void write_answer(const analysis::RuleAnswer& answer, std::string_view name,
                    std::string_view reference) {
    json_.begin_object();
    json_.members(name);
    json_.member("answer", word_of(answer.answer));
    json_.member("weighs", !answer.weightless);
    write_fact("found", answer.found);
    write_fact("required", answer.required);
    json_.members(reference);
    json_.member_or_null("mend", answer.mend ? words_.text(*answer.mend) : std::string{});
    json_.key("missing");
    write_list(answer.missing);
    json_.key("remarks");
    write_list(answer.remarks);
    json_.end_object();
  }
  std::string end(const analysis::AuditedContract& contract) {
    json_.end_array();
    json_.key("evidence");
    write_evidence(contract);
    json_.member("provisional", contract.provisional);
    json_.key("warnings");
    json_.begin_array();
    write_warnings(json_, contract.rails, words_.language());
    json_.end_array();
    json_.end_object();
    return json_.unfinished();
  }

 private:
  void write_evidence(const analysis::AuditedContract& contract) {
    if (!contract.evidence) return json_.null();
    json_.begin_object();
    json_.member("grade", word_of(*contract.evidence));
    json_.key("reasons");
    json_.begin_array();
    for (const Rule rule : weak_rules(contract.rules, options_)) {
      json_.begin_object();
      json_.member("rule", facts_of(rule).key);
      json_.key("keys");
      write_list(contract[rule].keys);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }
  void write_list(const std::vector<std::string>& list) {
    json_.begin_array();
    for (const std::string& text : list) json_.value(text);
    json_.end_array();
  }
  void write_fact(std::string_view name, const analysis::Fact& fact) {
    json_.key(name);
    if (const auto* figure = std::get_if<Exact>(&fact)) {
      json_.value(*figure);
    } else if (const auto* text = std::get_if<std::string>(&fact)) {
      json_.value(*text);
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&fact)) {
      write_list(*list);
    } else {
      json_.null();
    }
  }

  const analysis::AuditOptions& options_;
  const AuditWords& words_;
  JsonWriter json_;
};

}  // namespace

ContractJson::ContractJson(const analysis::AuditOptions& options, Language language)
    : options_{options}, language_{language} {
  const Format format{language};
  const AuditWords words{options, format};
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const Rule rule = analysis::rule_at(i);
    JsonWriter name{JsonWriter::Layout::one_line};
    name.member("rule", facts_of(rule).key);
    name.member("weight", word_of(options[rule].weight));
    JsonWriter reference{JsonWriter::Layout::one_line};
    reference.member_or_null("unit", core::unit_name(facts_of(rule).unit));
    reference.member_or_null("reference", words.reference(rule));
    rules_.at(i) = {name.unfinished(), reference.unfinished()};
  }
}

void ContractJson::append(std::string& text, const analysis::AuditedContract& contract) const {
  const Format format{language_};
  const AuditWords words{options_, format};
  text += ",\n    ";
  OneContract one{options_, words, std::move(text)};
  one.begin(contract);
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (options_.rules.at(i).asked)
      one.write_answer(contract.rules.at(i), rules_.at(i).name, rules_.at(i).reference);
  }
  text = one.end(contract);
}

}  // namespace billijk::report
