#pragma once

#include <vector>

#include "core/number/exact.hpp"

namespace billijk::core {

/// Whole steps for each part that add up to `target` steps, by largest remainder.
///
/// Starts from the floor of each part; missing steps go to the largest remainders, ties to the
/// earlier part; steps too many are taken from the smallest remainders, ties from the later part.
/// Units:    steps.
/// Requires: parts is not empty.
std::vector<mpz_class> apportion(const std::vector<Exact>& parts, const mpz_class& target);

}  // namespace billijk::core
