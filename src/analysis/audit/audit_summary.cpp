#include "analysis/audit/audit_summary.hpp"

#include <algorithm>

#include "analysis/audit/audit_rules.hpp"
#include "core/number/unicode.hpp"

namespace billijk::analysis {

using core::Exact;
using core::Total;

void AuditTally::add(const AuditedContract& contract) {
  ++contracts_;
  ++standings_.at(static_cast<std::size_t>(contract.standing));
  if (contract.evidence) ++evidence_.at(static_cast<std::size_t>(*contract.evidence));
  if (contract.provisional) ++provisional_;
  if (!contract.rails.empty()) ++with_rails_;
  if (!contract.distance) return;
  ++with_distance_;
  if (contract.distance->sign() >= 0) return;
  ++short_;
  if (const std::optional<Exact> year = contract.shortfall_year()) {
    shortfall_.add(*year);
  } else {
    ++without_volume_;
  }
}

void AuditTally::add(const AuditTally& other) {
  contracts_ += other.contracts_;
  for (std::size_t i = 0; i < standings_.size(); ++i) standings_.at(i) += other.standings_.at(i);
  short_ += other.short_;
  without_volume_ += other.without_volume_;
  with_distance_ += other.with_distance_;
  for (std::size_t i = 0; i < evidence_.size(); ++i) evidence_.at(i) += other.evidence_.at(i);
  provisional_ += other.provisional_;
  with_rails_ += other.with_rails_;
  shortfall_.add(other.shortfall_);
}

std::optional<Exact> AuditTally::shortfall_year() const {
  const bool unknown = with_distance_ == 0 || (short_ > 0 && short_ == without_volume_);
  return unknown ? std::nullopt : std::optional{shortfall_.value()};
}

std::vector<std::string> missing_of(const AuditedContract& contract, const AuditOptions& options) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const bool counts =
        options.scheme == Scheme::by_trade
            ? rule_at(i) == Rule::cost_price
            : options.rules.at(i).asked &&
                  keeps_from_judging(contract.rules.at(i), options.rules.at(i).weight);
    if (!counts) continue;
    for (const std::string& key : contract.rules.at(i).missing) {
      if (std::ranges::find(missing, key) == missing.end()) missing.push_back(key);
    }
  }
  return missing;
}

bool is_worse(const ContractLine& a, const ContractLine& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.order < b.order;
}

std::optional<ContractLine> line_of(const AuditedContract& contract, std::uint64_t order) {
  if (!contract.distance) return std::nullopt;
  return ContractLine{.order = order,
                      .id = contract.id,
                      .municipality = contract.municipality,
                      .provider = contract.provider,
                      .is_numbered = contract.is_numbered,
                      .standing = contract.standing,
                      .tariff = *contract.figures.tariff,
                      .cost_price = *contract.figures[Total::cost_price],
                      .distance = *contract.distance,
                      .distance_year = contract.volume
                                           ? std::optional{*contract.distance * *contract.volume}
                                           : std::nullopt};
}

void AuditSummary::add(const AuditedContract& contract, std::uint64_t order) {
  all_.add(contract);
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (!options_->rules.at(i).asked) continue;
    ++answers_.at(i).at(static_cast<std::size_t>(contract.rules.at(i).answer));
    if (contract.rules.at(i).weightless) ++weightless_.at(i);
  }
  const auto add_to = [&](std::map<std::string, AuditTally, std::less<>>& groups,
                          const std::string& written) {
    auto group = groups.find(written);
    if (group == groups.end()) group = groups.try_emplace(core::comparable_name(written)).first;
    group->second.add(contract);
  };
  add_to(regions_, contract.region);
  add_to(providers_, contract.provider);
  if (by_municipality_) add_to(municipalities_, contract.municipality);
  for (const core::Diagnostic& rail : contract.rails)
    add_rail({.order = order,
              .id = contract.id,
              .municipality = contract.municipality,
              .provider = contract.provider,
              .is_numbered = contract.is_numbered,
              .said = rail,
              .contracts = 1});
  // Who has no distance has no place in the league, whatever the class: named here with its reason.
  if (contract.standing == Standing::not_judged || !contract.distance)
    add_unjudged(contract, order);
  if (!contract.distance) return;
  if (shown_ != 0 && league_.size() == shown_ && *contract.distance >= league_.back().distance)
    return;
  keep(*line_of(contract, order));
}

void AuditSummary::add_rail(SeenRail rail) {
  const auto [known, is_new] = rails_.try_emplace({rail.said.code, rail.said.key}, rail);
  if (is_new) return;
  const std::uint64_t contracts = known->second.contracts + rail.contracts;
  if (rail.order < known->second.order) known->second = std::move(rail);
  known->second.contracts = contracts;
}

void AuditSummary::add_unjudged(const AuditedContract& contract, std::uint64_t order) {
  UnjudgedLine line{.order = order,
                    .id = contract.id,
                    .municipality = contract.municipality,
                    .provider = contract.provider,
                    .is_numbered = contract.is_numbered,
                    .troubles = contract.troubles,
                    .missing = missing_of(contract, *options_),
                    .fails = {}};
  ++without_place_;
  for (const std::string& key : line.missing) ++missing_[key];
  const std::vector<std::string> explained = rules::lacking(contract.troubles);
  std::erase_if(line.missing, [&](const std::string& key) {
    return std::ranges::find(explained, key) != explained.end();
  });
  for (std::size_t i = 0; i < rule_count; ++i) {
    const bool fails = options_->rules.at(i).asked && contract.rules.at(i).answer == Answer::fail;
    if (fails && options_->rules.at(i).weight == Weight::red) line.fails.push_back(rule_at(i));
  }
  if (!line.fails.empty() && contract.standing == Standing::not_judged) ++unjudged_with_fail_;
  keep(std::move(line));
}

namespace {

constexpr auto is_earlier = [](const UnjudgedLine& a, const UnjudgedLine& b) {
  return a.order < b.order;
};

/// Keeps the first `most` of a table in its order; all of them, for later sorting, where `most` is
/// 0.
template <class Line, class Order>
void keep_in(std::vector<Line>& table, Line line, std::size_t most, const Order& order) {
  if (most == 0) return table.push_back(std::move(line));
  table.insert(std::ranges::upper_bound(table, line, order), std::move(line));
  if (table.size() > most) table.pop_back();
}

}  // namespace

void AuditSummary::keep(ContractLine line) { keep_in(league_, std::move(line), shown_, is_worse); }

void AuditSummary::keep(UnjudgedLine line) {
  keep_in(unjudged_, std::move(line), shown_, is_earlier);
}

void AuditSummary::sort() {
  std::ranges::sort(league_, is_worse);
  std::ranges::sort(unjudged_, is_earlier);
}

void AuditSummary::add(const AuditSummary& other) {
  all_.add(other.all_);
  for (std::size_t i = 0; i < rule_count; ++i) {
    for (std::size_t j = 0; j < answer_words.size(); ++j)
      answers_.at(i).at(j) += other.answers_.at(i).at(j);
    weightless_.at(i) += other.weightless_.at(i);
  }
  for (const auto& [name, tally] : other.regions_) regions_[name].add(tally);
  for (const auto& [name, tally] : other.providers_) providers_[name].add(tally);
  for (const auto& [name, tally] : other.municipalities_) municipalities_[name].add(tally);
  for (const ContractLine& line : other.league_) keep(line);
  for (const UnjudgedLine& line : other.unjudged_) keep(line);
  without_place_ += other.without_place_;
  unjudged_with_fail_ += other.unjudged_with_fail_;
  for (const auto& [key, count] : other.missing_) missing_[key] += count;
  for (const auto& [key, rail] : other.rails_) add_rail(rail);
}

}  // namespace billijk::analysis
