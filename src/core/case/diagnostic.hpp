#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "core/number/date.hpp"
#include "core/number/exact.hpp"

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

/// A text of the catalogue that a finding takes as an argument.
enum class Phrase : std::uint8_t {
#define PHRASE(id) id,
#include "core/case/phrases.def"
#undef PHRASE
};

/// An amount in a finding. Units: EUR.
struct EuroAmount {
  Exact value;
};
/// "1878 - 237.4 - 2000 = -359.4": the first less all others.
struct Subtraction {
  std::vector<Exact> of;
};
/// A failure of the system that no phrase says, by the number it gives.
struct SystemError {
  int number = 0;
};
/// What fills a place in the text of a finding: a text as it stands, which may be a user's; or a
/// phrase, a day, a number or an amount, in the form of the reader. None is ever taken for another.
using Argument =
    std::variant<std::string, Phrase, Date, Exact, EuroAmount, Subtraction, SystemError>;
using Arguments = std::vector<std::pair<std::string, Argument>>;

/// A finding about input, usage or output: data, of which one place makes text in either language.
struct Diagnostic {
  Code code;
  Position at;
  std::string key;  ///< the key it is about, as a path: "hours.sickness"
  Arguments arguments;

  bool is_error() const { return name_of(code).front() == 'E'; }
};
/// A finding that stands at no place in a text.
Diagnostic finding(Code code, Arguments arguments = {});
Diagnostic finding(Code code, Position at, std::string key, Arguments arguments = {});

using Diagnostics = std::vector<Diagnostic>;

/// As many findings about one text as anybody reads; what is past them is left out, and that is
/// said.
inline constexpr std::size_t most_findings = 100;
/// The finding that there are more.
Diagnostic too_many_findings(std::shared_ptr<const SourceText> source);

/// A value, or every finding that stands in its way.
template <class T>
using Checked = tl::expected<T, Diagnostics>;
/// The one finding that stands in the way.
tl::unexpected<Diagnostics> refused(Diagnostic finding);

/// Leaves out what may be found only because something else could not be read: keys that are
/// missing, shares that make no 100 %.
void drop_consequences(Diagnostics& findings);

bool has_errors(const Diagnostics& findings);

}  // namespace billijk::core
