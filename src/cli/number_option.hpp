#pragma once

#include <cstdint>
#include <string>

#include "core/diagnostic.hpp"

namespace billijk::cli {

/// What a whole number of the command line may be.
struct CountLimits {
  std::string option;
  std::uint64_t lowest = 0;
  std::uint64_t highest = 0;
  std::string example;
};

/// A whole number of the command line.
///
/// Errors: `option_value` for anything else, or outside the limits.
core::Checked<std::uint64_t> read_count(const CountLimits& limits, const std::string& text);

/// `--threads`, or all processors when it is not given.
///
/// Errors: `option_value`.
core::Checked<std::uint64_t> read_threads(const std::string& text);

}  // namespace billijk::cli
