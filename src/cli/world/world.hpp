#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/number/date.hpp"
#include "io/file/reading.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::cli {

/// What a run ends with.
enum class Exit : int { done = 0, finding = 1, trouble = 2, no_solution = 3, interrupted = 130 };

/// Everything a command may touch outside itself.
struct World {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  const io::Reading& reading;
  std::function<std::optional<std::string>(const char*)> environment;
  std::function<core::Date()> today;  ///< for a day that was not given
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::optional<report::Language> asked;             ///< --lang
  report::Language language = report::Language::en;  ///< of texts for people
  report::Program program;
  std::vector<std::string> written = {};  ///< files and folders this run has put in their places

  /// Machine formats are English unless --lang is given.
  report::Language machine_language() const { return asked.value_or(report::Language::en); }
};

/// `--lang`, else BILLIJK_LANG, LC_ALL, LC_MESSAGES, LANG that begin with one, else English.
void choose_language(World& world, const std::optional<std::string>& asked);

/// Says a line on standard error, in which nothing a user wrote reaches the terminal as it is.
void say_line(World& world, std::string_view line);

/// Tells findings on standard error; trouble when one is an error.
Exit tell(World& world, const core::Diagnostics& findings);

}  // namespace billijk::cli
