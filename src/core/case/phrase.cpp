#include "core/case/phrase.hpp"

#include <array>

namespace billijk::core {

Phrase phrase_of(Unit unit) {
  constexpr std::array phrases{Phrase::unit_of_eur,
                               Phrase::unit_of_eur_per_hour,
                               Phrase::unit_of_eur_per_km,
                               Phrase::unit_of_eur_per_year,
                               Phrase::unit_of_percent,
                               Phrase::unit_of_hours_per_year,
                               Phrase::unit_of_minutes_per_hour,
                               Phrase::unit_of_minutes,
                               Phrase::unit_of_km_per_hour,
                               Phrase::unit_of_none};
  return phrases.at(static_cast<std::size_t>(unit));
}

Phrase phrase_of(TariffUnit unit) {
  constexpr std::array phrases{Phrase::unit_hour,       Phrase::unit_minute, Phrase::unit_week,
                               Phrase::unit_four_weeks, Phrase::unit_month,  Phrase::unit_year,
                               Phrase::unit_lump_sum};
  return phrases.at(static_cast<std::size_t>(unit));
}

}  // namespace billijk::core
