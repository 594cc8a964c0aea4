#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/case/line.hpp"
#include "core/number/decimal.hpp"

namespace billijk::core {

/// What a number counts.
enum class Unit : std::uint8_t {
#define BILLIJK_UNIT(id, name) id,
#include "core/case/units.def"
#undef BILLIJK_UNIT
};

/// The unit as machine output names it: "EUR per hour", "%".
std::string_view unit_name(Unit unit);

/// A number a case file can state; its place in the file is `path_of`.
enum class Key : std::uint8_t {
#define BILLIJK_KEY(id, ...) id,
#include "core/case/keys.def"
#undef BILLIJK_KEY
};

/// What holds for every value of one key.
struct KeyFacts {
  std::string_view path;
  Unit unit;
  std::int64_t lowest;
  std::int64_t highest;
  bool ranged = false;              ///< may carry low and high
  bool priced = false;              ///< a euro figure of the case itself, at its price_level
  bool above = false;               ///< the lowest value itself is not allowed
  std::string_view taken = {};      ///< for what is not stated; empty: nothing can be
  Element element = Element::none;  ///< for which a zero of it may speak
  bool required = false;            ///< a case states it
  bool chooses = false;             ///< whether it is stated chooses a formula
  bool beside_given = false;        ///< may stand beside a given cost price
  bool outside = false;             ///< no boundary is made of it
};

namespace key_table {
constexpr std::int64_t unlimited = 999'999'999'999;
constexpr unsigned plain = 0;
constexpr unsigned ranged = 1;
constexpr unsigned priced = 2;
constexpr unsigned above = 4;
constexpr unsigned required = 8;
constexpr unsigned chooses = 16;
constexpr unsigned beside_given = 32;
constexpr unsigned outside = 64;
constexpr std::string_view none;

inline constexpr std::array facts{
#define BILLIJK_KEY(id, path, unit, lowest, highest, taken, element, traits) \
  KeyFacts{path,                                                             \
           Unit::unit,                                                       \
           lowest,                                                           \
           highest,                                                          \
           ((traits)&ranged) != 0,                                           \
           ((traits)&priced) != 0,                                           \
           ((traits)&above) != 0,                                            \
           taken,                                                            \
           Element::element,                                                 \
           ((traits)&required) != 0,                                         \
           ((traits)&chooses) != 0,                                          \
           ((traits)&beside_given) != 0,                                     \
           ((traits)&outside) != 0},
#include "core/case/keys.def"
#undef BILLIJK_KEY
};
}  // namespace key_table

/// What holds for a number that is no key: that it lies between these, and no more.
constexpr KeyFacts limits(std::int64_t lowest, std::int64_t highest, Unit unit = Unit::none) {
  return {.path = {}, .unit = unit, .lowest = lowest, .highest = highest};
}

constexpr std::size_t key_count = key_table::facts.size();

constexpr std::size_t index_of(Key key) { return static_cast<std::size_t>(key); }
constexpr Key key_at(std::size_t index) { return static_cast<Key>(index); }
constexpr const KeyFacts& facts_of(Key key) { return key_table::facts.at(index_of(key)); }
constexpr std::string_view path_of(Key key) { return facts_of(key).path; }

/// All, in the order of the file format.
inline constexpr std::array all_keys{
#define BILLIJK_KEY(id, ...) Key::id,
#include "core/case/keys.def"
#undef BILLIJK_KEY
};

/// What the model takes for a number that is not stated: zero where it has nothing to take.
Decimal default_of(Key key);

/// The key at this place of a case file; nothing when no number stands there.
std::optional<Key> key_of(std::string_view path);

/// Whether `value` lies within lowest and highest of the key.
bool allows(const KeyFacts& facts, const Decimal& value);

/// Digits a percentage shifts when it becomes the share the formula computes with.
constexpr int shift_of(Unit unit) { return unit == Unit::percent ? 2 : 0; }

}  // namespace billijk::core
