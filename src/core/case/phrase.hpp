#pragma once

#include "core/case/choices.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/keys.hpp"

namespace billijk::core {

/// The unit in the words of the reader: "hours per year"; empty for none.
Phrase phrase_of(Unit unit);

/// What a tariff is a price of: "per four weeks".
Phrase phrase_of(TariffUnit unit);

/// What a preset holds: "wage scale".
Phrase phrase_of(PresetKind kind);

}  // namespace billijk::core
