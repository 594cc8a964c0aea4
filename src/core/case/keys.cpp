#include "core/case/keys.hpp"

#include <algorithm>

namespace billijk::core {

std::string_view unit_name(Unit unit) {
  switch (unit) {
    case Unit::eur:
      return "EUR";
    case Unit::eur_per_hour:
      return "EUR per hour";
    case Unit::eur_per_km:
      return "EUR per km";
    case Unit::eur_per_year:
      return "EUR per year";
    case Unit::percent:
      return "%";
    case Unit::hours_per_year:
      return "hours per year";
    case Unit::minutes_per_hour:
      return "minutes per hour";
    case Unit::minutes:
      return "minutes";
    case Unit::km_per_hour:
      return "km per hour";
    case Unit::none:
      break;
  }
  return "";
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
