#include "report/audit/audit_words.hpp"

#include <array>

#include "report/format/text.hpp"
#include "report/words/diagnostic_text.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {

using analysis::Fact;
using analysis::Quantity;
using analysis::Rule;
using analysis::RuleAnswer;
using analysis::RuleSetting;
using analysis::TariffAmount;
using core::Exact;

namespace {

std::string of_rule(std::string_view kind, Rule rule) {
  return "audit_" + std::string{kind} + '_' + std::string{facts_of(rule).id};
}

void append(std::string& text, std::string_view separator, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += separator;
  text += more;
}

}  // namespace

std::string AuditWords::labelled(std::string_view prefix, std::string_view word) const {
  return report::word(std::string{prefix} + std::string{word}, language());
}

std::string AuditWords::question(Rule rule) const {
  const std::optional<Message> message = message_named(of_rule("question", rule));
  const std::optional<core::Decimal>& threshold = options_[rule].threshold;
  return say(*message, language(),
             {{"threshold", threshold ? format_.shortest(Exact{*threshold}) : std::string{}},
              {"as_of", format_.date(options_.as_of)}});
}

std::string AuditWords::name(Rule rule) const {
  return report::word(of_rule("rule", rule), language());
}

std::string AuditWords::name_with_key(Rule rule) const {
  return name(rule) + " (" + std::string{facts_of(rule).key} + ')';
}

std::string AuditWords::figures(const std::vector<std::string>& keys) const {
  std::vector<std::string> called;
  called.reserve(keys.size());
  for (const std::string& key : keys) called.push_back(figure(key));
  return joined(called);
}

/// What answers tell of: "KEY", "KEY checked" for a day nobody stated, "KEY, checked DAY" or
/// "KEY, confirmed_until DAY"; the key of a row is "PRESET@DAY".
std::string AuditWords::figure(std::string_view told) const {
  const std::string_view key = told.substr(0, told.find_first_of(", "));
  const std::size_t at = key.find('@');
  const auto day = [&](std::string_view text) {
    const std::optional<core::Date> parsed = core::parse_date(text);
    return parsed ? format_.date(*parsed) : std::string{text};
  };
  std::string name =
      at == std::string_view::npos
          ? FigureNames{language()}.name(key)
          : say(Message::told_row, language(),
                {{"preset", std::string{key.substr(0, at)}}, {"day", day(key.substr(at + 1))}});
  const std::string_view rest = told.substr(key.size());
  if (rest.empty()) return name;
  const auto told_of = [&](std::string_view word, Message message) -> std::optional<std::string> {
    if (!rest.starts_with(word)) return std::nullopt;
    return say(message, language(), {{"figure", name}, {"day", day(rest.substr(word.size()))}});
  };
  if (auto text = told_of(", checked ", Message::told_checked)) return *text;
  if (auto text = told_of(", confirmed_until ", Message::told_confirmed_until)) return *text;
  return told_of(" checked", Message::told_unchecked).value_or(std::string{told});
}

const std::string& AuditWords::reference(Rule rule) const {
  using References = std::array<std::string, analysis::rule_count>;
  // Every contract of a report names them again.
  static const std::array known = [] {
    std::array<References, languages.size()> all;
    for (std::size_t at = 0; at < all.size(); ++at) {
      for (std::size_t i = 0; i < analysis::rule_count; ++i) {
        all.at(at).at(i) =
            report::word(of_rule("reference", analysis::rule_at(i)), static_cast<Language>(at));
      }
    }
    return all;
  }();
  return known.at(static_cast<std::size_t>(language())).at(index_of(rule));
}

std::string AuditWords::described(analysis::Standing standing) const {
  const bool trade = options_.scheme == analysis::Scheme::by_trade;
  std::string name = "audit_standing_" + std::string{word_of(standing)};
  if (trade && standing == analysis::Standing::not_judged) name += "_trade";
  return say(*message_named(name), language(),
             {{"percent", format_.shortest(Exact{options_.break_even})}});
}

std::string AuditWords::text(const Quantity& quantity) const {
  switch (quantity.unit) {
    case core::Unit::percent:
      return format_.shortest(core::round_half_up(quantity.value, 2)) + " %";
    case core::Unit::hours_per_year:
      return say(Message::audit_hours_per_year, language(),
                 {{"hours", format_.shortest(quantity.value)}});
    default:
      break;
  }
  return format_.money(
      quantity.value, core::is_written_by(quantity.value, 2) ? 2 : tariff_decimals(quantity.value));
}

std::string AuditWords::text(const TariffAmount& tariff) const {
  return say(
      Message::audit_tariff_of, language(),
      {{"amount", format_.money(tariff.value)}, {"unit", label_of(tariff.unit, language())}});
}

std::string AuditWords::text(const Fact& fact, Rule rule) const {
  struct Text {
    const AuditWords& words;
    Rule rule;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const Exact& figure) const {
      return words.text(Quantity{figure, facts_of(rule).unit});
    }
    std::string operator()(const std::string& text) const {
      if (rule == Rule::delivery) return word("delivery_" + text, words.language());
      return text == "none" ? say(Message::audit_clause_none, words.language()) : text;
    }
    std::string operator()(const std::vector<std::string>& list) const {
      return words.figures(list);
    }
  };
  return std::visit(Text{*this, rule}, fact);
}

std::string AuditWords::brief(const Fact& fact, Rule rule) const {
  if (const auto* figure = std::get_if<Exact>(&fact);
      figure != nullptr && facts_of(rule).unit == core::Unit::hours_per_year) {
    return format_.shortest(*figure);
  }
  std::string whole = text(fact, rule);
  const auto* list = std::get_if<std::vector<std::string>>(&fact);
  constexpr int room = 24;
  if (list == nullptr || width_of(whole) <= room) return whole;
  return say(Message::audit_many, language(), {{"count", std::to_string(list->size())}});
}

std::string AuditWords::text(const core::Diagnostics& troubles) const {
  std::string result;
  std::vector<std::string> missing;
  for (const core::Diagnostic& trouble : troubles) {
    if (trouble.code == core::Code::missing_key) {
      missing.push_back(trouble.key);
    } else {
      append(result, "; ", message_of(trouble, language()));
    }
  }
  if (!missing.empty())
    append(result, "; ", say(Message::dossier_lacks, language(), {{"missing", figures(missing)}}));
  return result;
}

std::string AuditWords::text(const analysis::Mend& mend) const {
  Arguments arguments;
  struct Text {
    const AuditWords& words;
    std::string operator()(const std::string& plain) const { return plain; }
    std::string operator()(const std::vector<std::string>& keys) const {
      return words.figures(keys);
    }
    std::string operator()(const Quantity& quantity) const { return words.text(quantity); }
    std::string operator()(const TariffAmount& tariff) const { return words.text(tariff); }
  };
  for (const auto& [name, value] : mend.arguments)
    arguments.emplace_back(name, std::visit(Text{*this}, value));
  return say(*message_named("audit_mend_" + std::string{mend.message}), language(), arguments);
}

std::string AuditWords::evidence(Rule rule, const RuleAnswer& answer) const {
  std::string result;
  const auto add = [&](Message message, std::string_view name, const std::string& value) {
    if (!value.empty()) append(result, " ", say(message, language(), {{std::string{name}, value}}));
  };
  add(Message::audit_found, "found", text(answer.found, rule));
  add(Message::audit_required, "required", text(answer.required, rule));
  if (answer.weightless) {
    append(result, " ", say(Message::audit_given_unknown, language()));
  } else {
    add(Message::audit_missing, "missing", figures(answer.missing));
  }
  if (answer.mend) add(Message::audit_mended_by, "mend", text(*answer.mend));
  add(Message::audit_remarks, "remarks", figures(answer.remarks));
  return result;
}

std::string AuditWords::weakness(const analysis::AuditedContract& contract) const {
  std::string result;
  if (!contract.evidence) return result;
  for (const Rule rule : weak_rules(contract.rules, options_))
    append(result, "; ", name(rule) + ": " + figures(contract[rule].keys));
  return result;
}

std::string AuditWords::founded(const analysis::AuditedContract& contract) const {
  if (!contract.evidence) return {};
  return say(*message_named("audit_evidence_" + std::string{word_of(*contract.evidence)}),
             language(), {{"reasons", weakness(contract)}});
}

std::string AuditWords::changes() const {
  std::string changed;
  std::string skipped;
  for (std::size_t i = 0; i < analysis::rule_count; ++i) {
    const RuleSetting& setting = options_.rules.at(i);
    const std::string key = name_with_key(analysis::rule_at(i));
    if (!setting.asked) append(skipped, ", ", key);
    if (!setting.asked) continue;
    if (setting.weight_changed)
      append(changed, "; ",
             say(Message::audit_changed_weight, language(),
                 {{"rule", key}, {"weight", label(setting.weight)}}));
    if (setting.threshold_changed) {
      append(changed, "; ",
             say(Message::audit_changed_threshold, language(),
                 {{"rule", key}, {"threshold", format_.shortest(Exact{*setting.threshold})}}));
    }
  }
  std::string result;
  if (!changed.empty()) result = say(Message::audit_changed, language(), {{"rules", changed}});
  if (!skipped.empty())
    append(result, " ", say(Message::audit_not_asked, language(), {{"rules", skipped}}));
  return result;
}

}  // namespace billijk::report
