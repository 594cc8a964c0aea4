#include "io/case/market_builder.hpp"

#include <algorithm>
#include <string>

namespace billijk::io {
namespace {

using core::Code;
using core::Exact;
using core::MarketFigure;

void miss(const core::Position& at, const std::string& key, core::Diagnostics& errors) {
  errors.push_back(core::finding(Code::missing_key, at, key, {{"key", key}}));
}

/// That shares of one whole add up to it.
void check_sum(const std::vector<core::Input>& shares, const core::Position& at,
               const std::string& key, core::Diagnostics& errors) {
  Exact sum;
  for (const core::Input& share : shares) sum = sum + Exact{share.value};
  if (shares.empty() || sum == Exact{100}) return;
  const Exact rest = Exact{100} - sum;
  core::Arguments arguments{{"key", key}, {"sum", shortest(sum)}};
  if (sum == Exact{1}) {
    arguments.emplace_back("fraction", Exact{shares.front().value});
    arguments.emplace_back("percentage", Exact{shares.front().value} * Exact{100});
  } else {
    arguments.emplace_back(rest.sign() > 0 ? "rest" : "excess", shortest(core::abs(rest)));
  }
  errors.push_back(core::finding(Code::shares_sum, at, key, std::move(arguments)));
}

/// What the items of a list state; nothing where one does not fit, of which is told already.
template <class T>
std::optional<std::vector<T>> all_of(const Node* list) {
  if (list == nullptr || list->type != Node::Type::array) return std::nullopt;
  std::vector<T> found;
  for (const Node& item : list->items) {
    const auto* const one = item.states<T>();
    if (one == nullptr) return std::nullopt;
    found.push_back(*one);
  }
  return found;
}

std::optional<core::Profile> build_profile(const Node& node, core::Diagnostics& errors) {
  core::Profile profile;
  profile.at = node.at;
  const std::string prefix{"result.profiles."};
  bool whole = true;
  for (const char* key : {"label", "share", "modules"}) {
    if (node.find(key) != nullptr) continue;
    miss(node.at, prefix + key, errors);
    whole = false;
  }
  const auto* const label = node.states<std::string>("label");
  const auto* const share = node.states<core::Input>("share");
  const Node* const modules = node.find("modules");
  if (!whole || label == nullptr || share == nullptr || !modules->is_table()) return std::nullopt;
  profile.label = *label;
  profile.share = *share;
  for (const Member& member : modules->members) {
    const auto* const count = member.value.states<core::Input>();
    if (count == nullptr) return std::nullopt;
    profile.modules.push_back({.key = member.key, .count = *count, .at = member.at});
  }
  return profile;
}

}  // namespace

std::optional<core::Market> build_market(const Node& root, core::Diagnostics& errors) {
  const Node* const table = root.find("market");
  if (table == nullptr || !table->is_table()) return std::nullopt;
  core::Market market;
  for (std::size_t i = 0; i < core::market_facts.size(); ++i) {
    if (const auto* input = root.states<core::Input>(core::market_facts.at(i).path))
      market.figures.at(i) = *input;
  }
  if (const auto providers = all_of<int>(table->find("providers"))) {
    market.providers = *providers;
    if (providers->empty()) miss(table->find("providers")->at, "market.providers", errors);
  }
  if (auto shares = all_of<core::Input>(table->find("shares"))) {
    market.shares = std::move(*shares);
    if (market.shares.empty()) miss(table->find("shares")->at, "market.shares", errors);
    check_sum(market.shares, table->find("shares")->at, "market.shares", errors);
  }
  market.travel =
      root.choice<core::MarketTravel>("market.travel").value_or(core::MarketTravel::none);
  if (const auto* number = root.states<int>("market.reference_providers"))
    market.reference_providers = *number;
  const Node* const lead = table->find("lead");
  if (lead != nullptr && lead->is_table()) {
    for (const MarketFigure figure : {MarketFigure::lead_fee, MarketFigure::lead_contract}) {
      if (root.find_path(facts_of(figure).path) == nullptr)
        miss(lead->at, std::string{facts_of(figure).path}, errors);
    }
  }
  return market;
}

std::optional<core::ResultNorm> build_result(const Node& root, core::Diagnostics& errors) {
  const Node* const table = root.find("result");
  if (table == nullptr || !table->is_table()) return std::nullopt;
  const Node* const list = table->find("profiles");
  if (table->find("preset") == nullptr) miss(table->at, "result.preset", errors);
  if (list == nullptr || (list->type == Node::Type::array && list->items.empty()))
    miss(list == nullptr ? table->at : list->at, "result.profiles", errors);
  core::ResultNorm result;
  if (const auto* preset = root.states<std::string>("result.preset")) result.preset = *preset;
  std::vector<core::Input> shares;
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    if (!list->items[i].is_table()) continue;
    std::optional<core::Profile> profile = build_profile(list->items[i], errors);
    if (!profile) continue;
    const bool blank = profile->label.find_first_not_of(' ') == std::string::npos;
    if (blank || std::ranges::find(result.profiles, profile->label, &core::Profile::label) !=
                     result.profiles.end()) {
      errors.push_back(core::finding(Code::profile_label, list->items[i].find("label")->at,
                                     "result.profiles.label", {{"found", profile->label}}));
    }
    shares.push_back(profile->share);
    result.profiles.push_back(std::move(*profile));
  }
  const bool whole = list != nullptr && !shares.empty() && shares.size() == list->items.size();
  if (whole) check_sum(shares, list->at, "result.profiles.share", errors);
  return whole && !result.preset.empty() ? std::optional{std::move(result)} : std::nullopt;
}

}  // namespace billijk::io
