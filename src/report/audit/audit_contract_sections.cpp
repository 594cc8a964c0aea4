#include "core/number/rounding.hpp"
#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/words/head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::AuditedContract;
using analysis::Rule;
using core::Total;

template <class Word>
Value word_or_absent(const std::optional<Word>& word) {
  return word ? Value{Lasting{word_of(*word)}} : Value{};
}

Value figure_or_absent(const std::optional<core::Exact>& figure) {
  return figure ? Value{LastingFigure{&*figure}} : Value{};
}

/// What was found or required, of which most are figures.
Value fact_of(const analysis::Fact& fact) {
  const auto* const figure = std::get_if<core::Exact>(&fact);
  return figure == nullptr ? Value{fact} : Value{LastingFigure{figure}};
}

/// A record of which there are very many: its members are made in their place.
class RecordBuilder {
 public:
  explicit RecordBuilder(std::size_t members) { record_.reserve(members); }

  template <class Of>
  RecordBuilder& add(std::string_view name, Of&& of) {
    record_.emplace_back(name, std::forward<Of>(of));
    return *this;
  }
  Record take() { return std::move(record_); }

 private:
  Record record_;
};

/// What records and rows begin with.
Record figures_of(const AuditedContract& contract, const analysis::AuditOptions& options) {
  constexpr std::size_t members = 20;  // with what comes behind
  const std::optional<core::Zone>& zone = contract.figures.zone;
  const std::optional<core::Exact> year = contract.shortfall_year();
  return RecordBuilder{members}
      .add("id", Lasting{contract.id})
      .add("municipality", text_or_absent(Lasting{contract.municipality}))
      .add("provider", text_or_absent(Lasting{contract.provider}))
      .add("region", text_or_absent(Lasting{contract.region}))
      .add("class", Lasting{word_of(contract.standing)})
      .add("zone", zone ? Value{Lasting{key_of(*zone)}} : Value{})
      .add("tariff_per_hour", figure_or_absent(contract.figures.tariff))
      .add("wage_floor", figure_or_absent(contract.figures[Total::wage_floor]))
      .add("cost_price", figure_or_absent(contract.figures[Total::cost_price]))
      .add("ceiling", figure_or_absent(contract.figures[Total::ceiling]))
      .add("shortfall_per_hour", contract.shortfall())
      .add("shortfall_percent", contract.shortfall_percent())
      .add("shortfall_per_year", year ? Value{core::round_half_up(*year, 2)} : Value{})
      .add("mending_tariff", figure_or_absent(contract.mending))
      .add("unit", word_or_absent(contract.unit))
      .add("missing", missing_of(contract, options))
      .take();
}

Record answer_of(Rule rule, const analysis::RuleAnswer& answer, const AuditWords& words) {
  constexpr std::size_t members = 11;
  return RecordBuilder{members}
      .add("rule", Lasting{facts_of(rule).key})
      .add("weight", Lasting{word_of(words.weight(rule))})
      .add("answer", Lasting{word_of(answer.answer)})
      .add("weighs", !answer.weightless)
      .add("found", fact_of(answer.found))
      .add("required", fact_of(answer.required))
      .add("unit", text_or_absent(Lasting{core::unit_name(facts_of(rule).unit)}))
      .add("reference", text_or_absent(Lasting{words.reference(rule)}))
      .add("mend", answer.mend ? Value{words.text(*answer.mend)} : Value{})
      .add("missing", answer.missing)
      .add("remarks", answer.remarks)
      .take();
}

List rules_of(const AuditedContract& contract, const analysis::AuditOptions& options,
              const AuditWords& words) {
  List list;
  list.items.reserve(analysis::rule_count);
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const Rule rule = analysis::rule_at(i);
    if (options[rule].asked) list.items.emplace_back(answer_of(rule, contract[rule], words));
  }
  return list;
}

/// "sources: hours.leave; placeholders: overhead.percent", for machines.
std::string weakness_of(const AuditedContract& contract, const analysis::AuditOptions& options) {
  std::string text;
  if (!contract.evidence) return text;
  for (const Rule rule : weak_rules(contract.rules, options)) {
    text.append(text.empty() ? "" : "; ").append(facts_of(rule).key).append(": ");
    text += joined(contract[rule].keys);
  }
  return text;
}

Value evidence_of(const AuditedContract& contract, const analysis::AuditOptions& options) {
  if (!contract.evidence) return {};
  return Record{{"grade", word_of(*contract.evidence)},
                {"reasons", list_of(weak_rules(contract.rules, options), [&](Rule rule) {
                   return Record{{"rule", facts_of(rule).key}, {"keys", contract[rule].keys}};
                 })}};
}

}  // namespace

std::vector<std::string> ContractSections::header() const {
  std::vector<std::string> header;
  for (const Member& member : figures_of({}, options_)) header.emplace_back(member.name);
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (options_.rules.at(i).asked) header.emplace_back(facts_of(analysis::rule_at(i)).key);
  }
  header.insert(header.end(), {"evidence", "evidence_reasons", "provisional", "warnings"});
  return header;
}

Record ContractSections::record(const AuditedContract& contract) const {
  const Format format{language_};
  Record record = figures_of(contract, options_);
  record.push_back({"rules", rules_of(contract, options_, AuditWords{options_, format})});
  record.push_back({"evidence", evidence_of(contract, options_)});
  record.push_back({"provisional", contract.provisional});
  record.push_back({"warnings", findings_of(contract.rails, language_)});
  return record;
}

std::vector<Value> ContractSections::row(const AuditedContract& contract) const {
  std::vector<Value> row;
  Record figures = figures_of(contract, options_);
  constexpr std::size_t ends = 4;
  row.reserve(figures.size() + analysis::rule_count + ends);
  for (Member& figure : figures) row.push_back(std::move(figure.value));
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    if (options_.rules.at(i).asked) row.emplace_back(Lasting{word_of(contract.rules.at(i).answer)});
  }
  row.push_back(word_or_absent(contract.evidence));
  row.emplace_back(weakness_of(contract, options_));
  row.emplace_back(contract.provisional);
  row.emplace_back(contract.rails.size());
  return row;
}

Sections ContractSections::of(const AuditedContract& contract, bool of_rows) const {
  if (of_rows) return {.members = {}, .rows = {.header = {}, .records = {row(contract)}}};
  return {.members = record(contract), .rows = {}};
}

}  // namespace billijk::report
