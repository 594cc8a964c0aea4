#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/words/key_help.hpp"

namespace billijk::report {

/// Two sides of which a case may state one: paths of keys or tables.
struct EitherSide {
  std::vector<std::string_view> one;
  std::vector<std::string_view> other;
};

/// What a starter case is made of.
struct StarterParts {
  std::string_view text;             ///< a case that computes at once, whose figures it takes
  std::vector<KeyHelp> keys;         ///< all there are
  std::vector<EitherSide> sides;     ///< keys that take each other's place
  std::vector<std::string> to_fill;  ///< the placeholders of that case, in its order
};

/// A commented case file to fill in: what to fill in first as a list, then every key people change
/// in groups, each with a comment; what the given case does not state stands behind a #.
///
/// Requires: a text with one key a line.
std::string starter_case(const StarterParts& parts, Language language);

}  // namespace billijk::report
