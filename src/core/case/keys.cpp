#include "core/case/keys.hpp"

#include <algorithm>

namespace billijk::core {

std::string_view unit_name(Unit unit) {
  constexpr auto names = std::to_array<std::string_view>({
#define BILLIJK_UNIT(id, name) name,
#include "core/case/units.def"
#undef BILLIJK_UNIT
  });
  return names.at(static_cast<std::size_t>(unit));
}

Decimal default_of(Key key) { return parse_decimal(facts_of(key).taken).value.value_or(Decimal{}); }

std::optional<Key> key_of(std::string_view path) {
  const auto found = std::ranges::find(key_table::facts, path, &KeyFacts::path);
  if (found == key_table::facts.end()) return std::nullopt;
  return key_at(static_cast<std::size_t>(found - key_table::facts.begin()));
}

bool allows(const KeyFacts& facts, const Decimal& value) {
  const Decimal lowest{facts.lowest};
  // Without a limit there is only that of the digits.
  const bool is_low_enough =
      facts.highest == key_table::unlimited || value <= Decimal{facts.highest};
  return is_low_enough && (facts.above ? value > lowest : value >= lowest);
}

}  // namespace billijk::core
