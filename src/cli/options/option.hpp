#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/words/catalogue.hpp"

namespace billijk::cli {

/// Where the words of an option go: a flag, the last word given, or all of them.
using Place = std::variant<std::monostate, bool*, std::string*, std::optional<std::string>*,
                           std::vector<std::string>*>;

/// One option or argument of a command, as data: what parses it, explains it and completes it reads
/// this.
struct Option {
  std::string_view names;  ///< "-o,--output"; an argument has no dashes: "CASE"
  std::string_view type;   ///< what its value is called; empty: a flag, or an argument
  report::Message help;
  Place into;  ///< none: read before all others (--lang)
  bool required = false;
  std::string_view needs;                  ///< an option without which it says nothing
  std::vector<std::string_view> excludes;  ///< options it cannot stand beside

  bool is_argument() const { return names.front() != '-'; }
  bool is_flag() const { return std::holds_alternative<bool*>(into); }
  /// "--output", or what an argument is called.
  std::string_view name() const;
  /// Whether "-o" or "--output" is this option.
  bool is_named(std::string_view word) const;
};
using Options = std::vector<Option>;

/// All of some lists, in their order.
Options joined(std::initializer_list<Options> lists);

}  // namespace billijk::cli
