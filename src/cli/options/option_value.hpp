#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "io/rows/row_columns.hpp"

namespace billijk::cli {

/// The finding that an option cannot be what was found: `option_value`, with what it may be and an
/// example.
core::Diagnostic wrong_value(const std::string& option, const std::string& found,
                             core::Argument allowed, core::Argument example);

/// The words an option may be, and how it is given.
struct OptionWords {
  std::string option;
  std::vector<std::string> words;
  std::string example;
};

/// The place of a word among those an option may be.
///
/// Errors: `option_value` for any other, with the nearest.
core::Checked<std::size_t> read_word(const OptionWords& allowed, const std::string& found);

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

/// `--delimiter` and `--decimal` of a file of rows; empty is for the file to say.
///
/// Errors: `option_value`, for both.
core::Checked<io::AskedFormat> read_asked_format(const std::string& delimiter,
                                                 const std::string& decimal);

}  // namespace billijk::cli
