#include "core/case/phrase.hpp"

#include <array>

namespace billijk::core {

Phrase phrase_of(Unit unit) {
  constexpr std::array phrases{
#define BILLIJK_UNIT(id, name) Phrase::unit_of_##id,
#include "core/case/units.def"
#undef BILLIJK_UNIT
  };
  return phrases.at(static_cast<std::size_t>(unit));
}

Phrase phrase_of(TariffUnit unit) {
  constexpr std::array phrases{Phrase::unit_hour,       Phrase::unit_minute, Phrase::unit_week,
                               Phrase::unit_four_weeks, Phrase::unit_month,  Phrase::unit_year,
                               Phrase::unit_lump_sum};
  return phrases.at(static_cast<std::size_t>(unit));
}

}  // namespace billijk::core
