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

Phrase phrase_of(PresetKind kind) {
  constexpr std::array phrases{Phrase::preset_kind_wage_scale,   Phrase::preset_kind_minimum_wage,
                               Phrase::preset_kind_charges,      Phrase::preset_kind_pension,
                               Phrase::preset_kind_index_series, Phrase::preset_kind_norm_hours};
  return phrases.at(static_cast<std::size_t>(kind));
}

}  // namespace billijk::core
