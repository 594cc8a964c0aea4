#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/number/decimal.hpp"

namespace billijk::core {

/// What a number counts.
enum class Unit : std::uint8_t {
  eur,
  eur_per_hour,
  eur_per_km,
  eur_per_year,
  percent,
  hours_per_year,
  minutes_per_hour,
  minutes,
  km_per_hour,
  none,
};

/// The unit as machine output names it: "EUR per hour", "%".
std::string_view unit_name(Unit unit);

/// A number a case file can state; its place in the file is `path_of`.
enum class Key : std::uint8_t {
#define BILLIJK_KEY(id, path, unit, lowest, highest, traits) id,
#include "core/case/keys.def"
#undef BILLIJK_KEY
};

/// What holds for every value of one key.
struct KeyFacts {
  std::string_view path;
  Unit unit;
  std::int64_t lowest;
  std::int64_t highest;
  bool ranged;  ///< may carry low and high
  bool priced;  ///< a euro figure of the case itself, at [indexation] price_level
  bool above;   ///< the lowest value itself is not allowed
};

namespace key_table {
constexpr std::int64_t unlimited = 999'999'999'999;
constexpr unsigned plain = 0;
constexpr unsigned ranged = 1;
constexpr unsigned priced = 2;
constexpr unsigned above = 4;

inline constexpr std::array facts{
#define BILLIJK_KEY(id, path, unit, lowest, highest, traits) \
  KeyFacts{path,                                             \
           Unit::unit,                                       \
           lowest,                                           \
           highest,                                          \
           ((traits)&ranged) != 0,                           \
           ((traits)&priced) != 0,                           \
           ((traits)&above) != 0},
#include "core/case/keys.def"
#undef BILLIJK_KEY
};
}  // namespace key_table

constexpr std::size_t key_count = key_table::facts.size();

constexpr std::size_t index_of(Key key) { return static_cast<std::size_t>(key); }
constexpr Key key_at(std::size_t index) { return static_cast<Key>(index); }
constexpr const KeyFacts& facts_of(Key key) { return key_table::facts.at(index_of(key)); }
constexpr std::string_view path_of(Key key) { return facts_of(key).path; }

/// The key at this place of a case file; nothing when no number stands there.
std::optional<Key> key_of(std::string_view path);

/// Whether `value` lies within lowest and highest of the key.
bool allows(const KeyFacts& facts, const Decimal& value);

/// Digits a percentage shifts when it becomes the share the formula computes with.
constexpr int shift_of(Unit unit) { return unit == Unit::percent ? 2 : 0; }

}  // namespace billijk::core
