#include "cli/world/world.hpp"

#include <ostream>

#include "report/format/text.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {

void choose_language(World& world, const std::optional<std::string>& asked) {
  if (asked) {
    world.asked = report::language_of(*asked).value_or(report::Language::en);
    world.language = *world.asked;
    return;
  }
  for (const char* name : {"BILLIJK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::optional<std::string> value = world.environment(name);
    if (!value || value->empty()) continue;
    world.language = report::language_of(value->substr(0, 2)).value_or(report::Language::en);
    return;
  }
}

void say_line(World& world, std::string_view line) { world.err << report::printable(line) << '\n'; }

Exit tell(World& world, const core::Diagnostics& findings) {
  for (const core::Diagnostic& finding : findings)
    world.err << report::text_of(finding, world.language);
  return core::has_errors(findings) ? Exit::trouble : Exit::done;
}

}  // namespace billijk::cli
