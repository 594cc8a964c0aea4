#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/text.hpp"
#include "core/number/date.hpp"
#include "core/number/decimal.hpp"

namespace billijk::core {

/// A number as a case states it: value, range, and how well it is founded.
struct Input {
  Decimal value;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  Distribution distribution = Distribution::triangular;  ///< how the range is drawn
  Grade grade = Grade::assumed;
  std::vector<std::string> source;
  std::optional<Date> checked;
  Text note;
  Position at;
  bool grouped = false;  ///< written as thousands are: 48.000

  bool has_range() const { return low.has_value() || high.has_value(); }
};

}  // namespace billijk::core
