#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/input.hpp"
#include "core/case/keys.hpp"

namespace billijk::core {

/// A figure that [market] states, alone.
enum class MarketFigure : std::uint8_t {
  volume,                 ///< of all providers together
  provider_contract,      ///< what each provider spends on the contract whatever its size
  municipality_contract,  ///< what a contract costs the municipality
  municipality_fixed,     ///< and what it spends whatever their number
  lead_fee,               ///< the part of the tariff a lead provider keeps
  lead_contract           ///< what it spends on each subcontractor
};

inline constexpr std::array market_facts = std::to_array<KeyFacts>({
    {.path = "market.volume",
     .unit = Unit::hours_per_year,
     .lowest = 0,
     .highest = key_table::unlimited,
     .above = true},
    {.path = "market.provider_contract",
     .unit = Unit::eur_per_year,
     .lowest = 0,
     .highest = key_table::unlimited,
     .priced = true,
     .taken = "0"},
    {.path = "market.municipality_contract",
     .unit = Unit::eur_per_year,
     .lowest = 0,
     .highest = key_table::unlimited,
     .taken = "0"},
    {.path = "market.municipality_fixed",
     .unit = Unit::eur_per_year,
     .lowest = 0,
     .highest = key_table::unlimited,
     .taken = "0"},
    {.path = "market.lead.fee", .unit = Unit::percent, .lowest = 0, .highest = 100},
    {.path = "market.lead.contract",
     .unit = Unit::eur_per_year,
     .lowest = 0,
     .highest = key_table::unlimited},
});
constexpr std::size_t index_of(MarketFigure figure) { return static_cast<std::size_t>(figure); }
constexpr const KeyFacts& facts_of(MarketFigure figure) {
  return market_facts.at(index_of(figure));
}

/// Numbers of providers to compare, and that for which the travel of the case holds.
inline constexpr KeyFacts providers_facts = limits(1, 10'000);
/// A provider's part of the hours.
inline constexpr KeyFacts market_share_facts{
    .path = "market.shares", .unit = Unit::percent, .lowest = 0, .highest = 100, .above = true};

/// [market]: what the number of providers costs.
struct Market {
  std::array<std::optional<Input>, market_facts.size()> figures;
  std::vector<int> providers{1, 2, 5, 10, 20, 61};  ///< numbers to compare, equally large
  std::vector<Input> shares;                        ///< of the market as it is; % of the hours
  MarketTravel travel = MarketTravel::none;
  int reference_providers = 1;  ///< for how many equal ones the travel of the case holds

  const std::optional<Input>& operator[](MarketFigure figure) const {
    return figures[index_of(figure)];
  }
  /// The value stated, or zero.
  Decimal value(MarketFigure figure) const {
    const std::optional<Input>& input = (*this)[figure];
    return input ? input->value : Decimal{};
  }
  bool has_lead() const { return (*this)[MarketFigure::lead_fee].has_value(); }
};

}  // namespace billijk::core
