#include "report/audit/audit_report.hpp"
#include "report/audit/audit_words.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using core::Exact;

/// What a price falls short of the cost price it is held to, per hour and in a year.
std::string short_of(const analysis::AuditedContract& contract, const analysis::RuleAnswer& answer,
                     const Format& format) {
  const Exact required = std::get<Exact>(answer.required);
  const Exact amount = required - std::get<Exact>(answer.found);
  const Exact percent = required.is_zero() ? Exact{} : amount / required * Exact{100};
  std::string text = say(Message::audit_short, format.language(),
                         {{"amount", format.money(amount, visible_decimals(amount, 2))},
                          {"percent", format.number(percent, 2)}});
  if (!contract.volume) return text;
  return text + ' ' +
         say(Message::audit_short_year, format.language(),
             {{"volume", format.shortest(*contract.volume)},
              {"year", format.money(amount * *contract.volume)}});
}

}  // namespace

void add_rules(Document& document, const analysis::AuditedContract& contract,
               const analysis::AuditOptions& options, const Format& format, bool all) {
  const AuditWords words{options, format};
  const Language language = format.language();
  const auto title = [&](Message message) { return Column{say(message, language), Align::left}; };
  Table table;
  table.columns = {title(Message::audit_column_rule), title(Message::audit_column_weight),
                   title(Message::audit_column_answer), title(Message::audit_column_found),
                   title(Message::audit_column_required)};
  Bullets bullets;
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const Rule rule = analysis::rule_at(i);
    if (!options[rule].asked) continue;
    const analysis::RuleAnswer& answer = contract[rule];
    const bool not_applicable = answer.answer == analysis::Answer::not_applicable;
    table.rows.push_back(
        {.cells = {words.name(rule), words.label(options[rule].weight),
                   not_applicable ? say(Message::audit_column_not_applicable, language)
                                  : words.label(answer.answer),
                   words.brief(answer.found, rule), words.brief(answer.required, rule)}});
    const bool open =
        answer.answer == analysis::Answer::fail || answer.answer == analysis::Answer::unknown;
    if (!all && !open && answer.remarks.empty()) continue;
    std::string text = capital(words.name(rule)) + " (" + words.label(answer.answer) +
                       "): " + words.question(rule) + '.';
    if (const std::string evidence = words.evidence(rule, answer); !evidence.empty())
      text += ' ' + evidence;
    const bool is_price = rule == Rule::cost_price || rule == Rule::subcontractor;
    if (is_price && answer.answer == analysis::Answer::fail)
      text += ' ' + short_of(contract, answer, format);
    if (const std::string& reference = words.reference(rule); !reference.empty())
      text += " [" + reference + ']';
    bullets.items.push_back(std::move(text));
  }
  document.add(std::move(table));
  if (!bullets.items.empty()) document.add(std::move(bullets));
}

Document rules_document(const analysis::AuditOptions& options, const Format& format) {
  const AuditWords words{options, format};
  Document document;
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const Rule rule = analysis::rule_at(i);
    std::string text = words.name_with_key(rule) + ", " + words.label(options[rule].weight) + ": " +
                       words.question(rule) + '.';
    if (const std::string& reference = words.reference(rule); !reference.empty())
      text += " [" + reference + ']';
    if (document.blocks.empty()) document.add(Bullets{});
    std::get<Bullets>(document.blocks.back()).items.push_back(std::move(text));
  }
  return document;
}

}  // namespace billijk::report
