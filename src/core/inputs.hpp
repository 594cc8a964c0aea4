#pragma once

#include <vector>

#include "core/calculation.hpp"

namespace billijk::core {

/// Every input a calculation used, in the order of billijk-case(5), then the preset figures.
std::vector<UsedInput> used_inputs(const Case& subject, const Resolution& resolution);

/// Whether a verdict on a tariff of this unit rests on the input.
bool rests_on(const UsedInput& input, TariffUnit unit);

/// Whether a verdict on a tariff of this unit is no more than provisional: an input it rests on is,
/// or the period runs past a preset.
bool is_provisional(const Case& subject, const Resolution& resolution, TariffUnit unit);

}  // namespace billijk::core
