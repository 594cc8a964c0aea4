#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/case/keys.hpp"
#include "core/number/date.hpp"
#include "core/number/decimal.hpp"

namespace billijk::analysis {

/// A question an audit asks of every contract.
enum class Rule : std::uint8_t {
#define BILLIJK_RULE(id, ...) id,
#include "analysis/audit/audit_rules.def"
#undef BILLIJK_RULE
};

/// All, in the order reports give them.
inline constexpr std::array all_rules{
#define BILLIJK_RULE(id, ...) Rule::id,
#include "analysis/audit/audit_rules.def"
#undef BILLIJK_RULE
};

/// What a rule that is not passed does to a contract: it decides its class, grades the evidence
/// beside it, or is only told.
enum class Weight : std::uint8_t { red, amber, information, evidence };
constexpr bool decides(Weight weight) { return weight == Weight::red || weight == Weight::amber; }

/// How well the figures of a contract are founded, beside its class.
enum class EvidenceGrade : std::uint8_t { strong, weak };

/// What a rule says of a contract.
enum class Answer : std::uint8_t { pass, fail, unknown, not_applicable };

/// How contracts are sorted: the union's legally sound policy, or the trade's traffic light.
enum class Scheme : std::uint8_t { by_union, by_trade };

/// Where a contract ends up: green, amber, red in the one scheme, margin, break_even, loss in the
/// other.
enum class Standing : std::uint8_t { green, amber, red, margin, break_even, loss, not_judged };

/// What holds for one rule whatever the contract.
struct RuleFacts {
  std::string_view id;   ///< as the catalogue's messages name it: "wage_floor"
  std::string_view key;  ///< as people and machine output name it: "wage-floor"
  Weight weight = Weight::red;
  core::Unit unit = core::Unit::none;
  std::optional<int> threshold;
  int letter = 0;         ///< place among what a letter says; 0: nothing
  bool build_up = false;  ///< cannot be answered of a given cost price
  bool bounded = false;   ///< a threshold may be set
  bool months = false;    ///< in whole months
  bool once = false;      ///< asks for no number a row may state
  bool tariff = false;    ///< a higher tariff would mend it
};

namespace audit_table {
constexpr std::optional<int> none;
constexpr unsigned plain = 0;
constexpr unsigned build_up = 1;
constexpr unsigned bounded = 2;
constexpr unsigned months = 4;
constexpr unsigned once = 8;
constexpr unsigned tariff = 16;

inline constexpr std::array facts{
#define BILLIJK_RULE(id, key, weight, unit, threshold, letter, traits) \
  RuleFacts{#id,                                                       \
            key,                                                       \
            Weight::weight,                                            \
            core::Unit::unit,                                          \
            threshold,                                                 \
            letter,                                                    \
            ((traits)&build_up) != 0,                                  \
            ((traits)&bounded) != 0,                                   \
            ((traits)&months) != 0,                                    \
            ((traits)&once) != 0,                                      \
            ((traits)&tariff) != 0},
#include "analysis/audit/audit_rules.def"
#undef BILLIJK_RULE
};
}  // namespace audit_table

constexpr std::size_t rule_count = audit_table::facts.size();
constexpr std::size_t index_of(Rule rule) { return static_cast<std::size_t>(rule); }
constexpr Rule rule_at(std::size_t index) { return static_cast<Rule>(index); }
constexpr const RuleFacts& facts_of(Rule rule) { return audit_table::facts.at(index_of(rule)); }

inline constexpr std::array<std::string_view, 4> weight_words{"red", "amber", "information",
                                                              "evidence"};
inline constexpr std::array<std::string_view, 2> evidence_words{"strong", "weak"};
inline constexpr std::array<std::string_view, 4> answer_words{"pass", "fail", "unknown",
                                                              "not_applicable"};
inline constexpr std::array<std::string_view, 2> scheme_words{"union", "trade"};
inline constexpr std::array<std::string_view, 7> standing_words{
    "green", "amber", "red", "margin", "break_even", "loss", "not_judged"};
constexpr std::string_view word_of(Weight weight) {
  return weight_words.at(static_cast<std::size_t>(weight));
}
constexpr std::string_view word_of(EvidenceGrade grade) {
  return evidence_words.at(static_cast<std::size_t>(grade));
}
constexpr std::string_view word_of(Answer answer) {
  return answer_words.at(static_cast<std::size_t>(answer));
}
constexpr std::string_view word_of(Scheme scheme) {
  return scheme_words.at(static_cast<std::size_t>(scheme));
}
constexpr std::string_view word_of(Standing standing) {
  return standing_words.at(static_cast<std::size_t>(standing));
}

/// One rule as a run asks it.
struct RuleSetting {
  bool asked = true;
  Weight weight = Weight::red;
  std::optional<core::Decimal>
      threshold;  ///< Units: that of the rule; %, months for sources, freshness
  bool weight_changed = false;
  bool threshold_changed = false;
};

/// What a run of an audit asks, and of which day.
struct AuditOptions {
  core::Date as_of;
  Scheme scheme = Scheme::by_union;
  core::Decimal break_even{1};  ///< Units: % of the cost price
  std::array<RuleSetting, rule_count> rules = [] {
    std::array<RuleSetting, rule_count> settings;
    for (std::size_t i = 0; i < rule_count; ++i) {
      const RuleFacts& facts = audit_table::facts[i];
      settings[i].weight = facts.weight;
      if (facts.threshold) settings[i].threshold = core::Decimal{*facts.threshold};
    }
    return settings;
  }();

  const RuleSetting& operator[](Rule rule) const { return rules[index_of(rule)]; }
};

/// The classes of a scheme, the best first.
constexpr std::array<Standing, 3> standings_of(Scheme scheme) {
  if (scheme == Scheme::by_union) return {Standing::green, Standing::amber, Standing::red};
  return {Standing::margin, Standing::break_even, Standing::loss};
}

}  // namespace billijk::analysis
