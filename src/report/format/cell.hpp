#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/number/exact.hpp"

namespace billijk::report {

/// Typed cells of a table; they become characters last.
struct Money {
  core::Exact value;
  int decimals = 2;
};
struct Percent {
  core::Exact value;  ///< in percent
  int decimals = 2;
};
struct Number {
  core::Exact value;
  int decimals = 2;
  bool with_sign = false;  ///< of a difference: "+1.50"
  bool at_least = false;   ///< "≥ 12.00"
};
/// Things counted, or the number of a row, which is written without thousands apart.
struct Count {
  std::uint64_t number = 0;
  bool of_row = false;
};
/// A text that leads to a file, in forms that have links.
struct Link {
  std::string text;
  std::string file;
};
/// A bar from zero, so that twice as long is twice as much.
struct Bar {
  core::Exact part;  ///< of the longest, above 0
};
using Cell = std::variant<std::monostate, std::string, Money, Percent, Number, Count, Link, Bar>;

}  // namespace billijk::report
