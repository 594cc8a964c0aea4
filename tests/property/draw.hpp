#pragma once

#include <rapidcheck.h>

#include <initializer_list>

#include "core/number/decimal.hpp"

namespace billijk::tests {

// Draws within a property; the drawn numbers are what a failure shows.

/// A whole number from 0 to limit - 1, each as likely.
inline int below(int limit) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, limit));
}

/// One time in `times`.
inline bool chance(int times) { return below(times) == 0; }

inline const char* one_of(std::initializer_list<const char*> words) {
  return *(words.begin() + below(static_cast<int>(words.size())));
}

/// A decimal from low to high in units of 10^-scale.
inline core::Decimal between(int low, int high, int scale) {
  return core::Decimal::of(low + below(high - low + 1), scale);
}

}  // namespace billijk::tests
