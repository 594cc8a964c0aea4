#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace billijk::core {

/// A text that was read, kept to show the line a finding is about.
struct SourceText {
  std::string name;  ///< as the user named it
  std::string text;
  bool argument = false;  ///< a `--set`: one line, shown without numbers
};

/// A place in a text; line and column count from 1 in characters, 0 = the whole file.
struct Position {
  std::shared_ptr<const SourceText> source;
  int line = 0;
  int column = 0;
  int length = 1;
};

/// What was found; the numbers behind it are stable for scripts.
enum class Code : std::uint8_t {
#define CODE(code, id) id,
#include "core/case/codes.def"
#undef CODE
};

/// "E012".
std::string_view name_of(Code code);

/// A finding about input, usage or output: data, of which one place makes text in either language.
///
/// An argument that begins with '@' names a message of the catalogue.
struct Diagnostic {
  Code code;
  Position at;
  std::string key;  ///< the key it is about, as a path: "hours.sickness"
  std::vector<std::pair<std::string, std::string>> arguments;

  bool is_error() const { return name_of(code).front() == 'E'; }
};

using Diagnostics = std::vector<Diagnostic>;

/// A value, or every finding that stands in its way.
template <class T>
using Checked = tl::expected<T, Diagnostics>;

bool has_errors(const Diagnostics& findings);

}  // namespace billijk::core
