#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/audit/audit.hpp"
#include "analysis/rows/batch_summary.hpp"

namespace billijk::analysis {

/// Contracts counted: how many of each standing, and what they fall short of the cost price in a
/// year.
class AuditTally {
 public:
  void add(const AuditedContract& contract);
  void add(const AuditTally& other);

  std::uint64_t contracts() const { return contracts_; }
  std::uint64_t in(Standing standing) const {
    return standings_.at(static_cast<std::size_t>(standing));
  }
  /// Contracts below their cost price, and those of them without a volume, whose year nobody knows.
  std::uint64_t short_of_cost() const { return short_; }
  std::uint64_t without_volume() const { return without_volume_; }
  std::uint64_t with_distance() const { return with_distance_; }
  /// Contracts whose figures are founded so well; none where nothing of the kind was asked.
  std::uint64_t founded(EvidenceGrade grade) const {
    return evidence_.at(static_cast<std::size_t>(grade));
  }
  std::uint64_t provisional() const { return provisional_; }
  /// Contracts with figures that are probably not meant.
  std::uint64_t with_rails() const { return with_rails_; }
  /// Units: EUR, not rounded; nothing where of no contract the year is known.
  std::optional<core::Exact> shortfall_year() const;

 private:
  std::uint64_t contracts_ = 0;
  std::array<std::uint64_t, standing_words.size()> standings_{};
  std::uint64_t short_ = 0;
  std::uint64_t without_volume_ = 0;
  std::uint64_t with_distance_ = 0;
  std::array<std::uint64_t, evidence_words.size()> evidence_{};
  std::uint64_t provisional_ = 0;
  std::uint64_t with_rails_ = 0;
  ExactSum shortfall_;
};

/// A contract as a table of a report shows it.
struct ContractLine {
  std::uint64_t order = 0;  ///< its place in the input
  std::string id;
  std::string municipality;
  std::string provider;
  bool is_numbered = false;
  Standing standing = Standing::not_judged;
  core::Exact tariff;
  core::Exact cost_price;
  core::Exact distance;
  std::optional<core::Exact> distance_year;  ///< not rounded
};

/// A contract that could not be judged, or that has no distance to a cost price, and why.
struct UnjudgedLine {
  std::uint64_t order = 0;
  std::string id;
  std::string municipality;
  std::string provider;
  bool is_numbered = false;
  core::Diagnostics troubles;        ///< what is wrong with it
  std::vector<std::string> missing;  ///< the keys its red rules lack besides
  std::vector<Rule> fails;           ///< red rules that fail all the same
};

/// The order of a league: the furthest below the cost price first.
bool is_worse(const ContractLine& a, const ContractLine& b);

/// The line of a contract in a league; nothing where it has no distance.
std::optional<ContractLine> line_of(const AuditedContract& contract, std::uint64_t order);

/// What figures of contracts make one look again at: said of the first of them.
struct SeenRail {
  std::uint64_t order = 0;
  std::string id;  ///< of that contract, as its parties
  std::string municipality;
  std::string provider;
  bool is_numbered = false;
  core::Diagnostic said;
  std::uint64_t contracts = 0;
};

/// What a report says of all contracts together.
class AuditSummary {
 public:
  /// `shown` contracts at most are kept for the tables; 0 for all. Municipalities are counted
  /// where somebody asks for them.
  AuditSummary(const AuditOptions& options, std::size_t shown, bool by_municipality = false)
      : options_{&options}, shown_{shown}, by_municipality_{by_municipality} {}

  void add(const AuditedContract& contract, std::uint64_t order);
  void add(const AuditSummary& other);
  /// Puts the tables in order, after the last `add`.
  void sort();

  const AuditTally& all() const { return all_; }
  std::uint64_t answered(Rule rule, Answer answer) const {
    return answers_[index_of(rule)][static_cast<std::size_t>(answer)];
  }
  /// Unknown because the cost price is given.
  std::uint64_t weightless(Rule rule) const { return weightless_[index_of(rule)]; }
  const std::map<std::string, AuditTally, std::less<>>& regions() const { return regions_; }
  const std::map<std::string, AuditTally, std::less<>>& providers() const { return providers_; }
  const std::map<std::string, AuditTally, std::less<>>& municipalities() const {
    return municipalities_;
  }
  /// The furthest below the cost price first.
  const std::vector<ContractLine>& league() const { return league_; }
  const std::vector<UnjudgedLine>& unjudged() const { return unjudged_; }
  /// How many there are of these, shown or not.
  std::uint64_t without_place() const { return without_place_; }
  /// Contracts that are not judged and fail a red rule all the same.
  std::uint64_t unjudged_with_fail() const { return unjudged_with_fail_; }
  /// By code and key.
  const std::map<std::pair<core::Code, std::string>, SeenRail>& rails() const { return rails_; }
  /// What kept how many contracts from being judged.
  const std::map<std::string, std::uint64_t, std::less<>>& missing() const { return missing_; }

 private:
  void keep(ContractLine line);
  void keep(UnjudgedLine line);
  void add_unjudged(const AuditedContract& contract, std::uint64_t order);
  void add_rail(SeenRail rail);

  const AuditOptions* options_;
  std::size_t shown_;
  bool by_municipality_;
  AuditTally all_;
  std::array<std::array<std::uint64_t, answer_words.size()>, rule_count> answers_{};
  std::array<std::uint64_t, rule_count> weightless_{};
  std::map<std::string, AuditTally, std::less<>> regions_;
  std::map<std::string, AuditTally, std::less<>> providers_;
  std::map<std::string, AuditTally, std::less<>> municipalities_;
  std::vector<ContractLine> league_;
  std::vector<UnjudgedLine> unjudged_;
  std::uint64_t without_place_ = 0;
  std::uint64_t unjudged_with_fail_ = 0;
  std::map<std::string, std::uint64_t, std::less<>> missing_;
  std::map<std::pair<core::Code, std::string>, SeenRail> rails_;
};

/// What keeps a contract from being judged: the keys its red rules lack, each once.
std::vector<std::string> missing_of(const AuditedContract& contract, const AuditOptions& options);

}  // namespace billijk::analysis
