#pragma once

#include <array>
#include <optional>

#include "core/case/rails.hpp"

namespace billijk::core {

/// Beyond this a rail never fires, which a double shows quickly: below or above a number, or a
/// factor times what is stated for another key. A number is a limit to the last decimal: decimals
/// next to it are further from it than doubles are apart.
struct RailLimit {
  bool below = true;  ///< it fires below this; else above
  double number = 0;
  double factor = 0;  ///< of the other key
};

/// A rail: what it is reported by, the key it is about, and when it fires.
struct Rail {
  Code code = Code::almost_nothing;
  Key key = Key::wage_hourly;
  bool (*fires)(const RailNumbers& at, Key key) = nullptr;
  std::optional<RailLimit> limit;  ///< absent where it is about how a number is written
  std::optional<Key> other;        ///< which it looks at beside its own

  bool is_of_tariff() const { return key == Key::tariff; }
};

/// About one key the narrower first: the first that fires speaks alone.
extern const std::array<Rail, rail_count> all_rails;

}  // namespace billijk::core
