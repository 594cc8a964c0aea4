#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/keys.hpp"

namespace billijk::core {

/// What holds for numbers that are no key of their own.
inline constexpr KeyFacts mix_facts{"wage.mix", Unit::percent, 0, 100};
inline constexpr KeyFacts own_wage_facts{.path = "wage.mix.wage",
                                         .unit = Unit::eur_per_hour,
                                         .lowest = 0,
                                         .highest = key_table::unlimited,
                                         .priced = true};
inline constexpr KeyFacts index_facts{"indexation.percent", Unit::percent, -20, 50};
inline constexpr KeyFacts growth_facts{
    .path = "forecast", .unit = Unit::percent, .lowest = -20, .highest = 50, .ranged = true};
inline constexpr KeyFacts lag_facts{
    .path = "contract.indexation.lag", .unit = Unit::none, .lowest = 0, .highest = 3};
inline constexpr KeyFacts amount_facts{"line.amount",        Unit::eur, -key_table::unlimited,
                                       key_table::unlimited, true,      true};
inline constexpr KeyFacts percent_facts{"line.percent", Unit::percent, 0, 100, true};
inline constexpr KeyFacts derived_facts{"derived.percent", Unit::percent, 0, 100};

/// The address of a figure of a case: what it is, and which of those the case has.
class Slot {
 public:
  /// A key, a share of the mix and its own wage, a line of one's own, a year of the index.
  enum class Kind : std::uint8_t { number, share, own_wage, amount, percent, index_year };

  constexpr Slot(Key key)  // NOLINT(google-explicit-constructor): a key is its own address
      : Slot{Kind::number, index_of(key)} {}
  constexpr Slot(Kind kind, std::size_t place)
      : kind_{kind}, place_{static_cast<std::uint32_t>(place)} {}
  /// Of the figure of an own line, which stands at `place` among them.
  static Slot of_line(const OwnLine& line, std::size_t place) {
    return {line.per ? Kind::amount : Kind::percent, place};
  }

  constexpr Kind kind() const { return kind_; }
  /// Of the key in its table, of others among those of the case.
  constexpr std::size_t place() const { return place_; }
  constexpr bool is_line() const { return kind_ == Kind::amount || kind_ == Kind::percent; }

  /// Unit, limits and what else holds for every value.
  constexpr const KeyFacts& facts() const {
    constexpr std::array of_kind{&mix_facts, &own_wage_facts, &amount_facts, &percent_facts,
                                 &index_facts};
    if (kind_ == Kind::number) return facts_of(key_at(place_));
    return *of_kind[static_cast<std::size_t>(kind_) - 1];
  }
  constexpr Unit unit() const { return facts().unit; }
  /// "hours.sickness", "line.gloves.amount", "wage.mix.4.wage", "indexation.percent.2027".
  std::string name(const Case& subject) const;
  /// What the case states there; null where it states nothing.
  const Input* input(const Case& subject) const;

  friend constexpr auto operator<=>(const Slot&, const Slot&) = default;

 private:
  Kind kind_;
  std::uint32_t place_;
};

/// Every figure the case states, in the order of the file format: the mix first, then the keys.
std::vector<Slot> stated_slots(const Case& subject);

}  // namespace billijk::core
