#include "report/words/starter.hpp"

#include <string>

#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

constexpr std::string_view contract = R"toml(# [contract]
# municipality = ""
# provider     = ""
# start        = 2026-01-01
# end          = 2029-12-31
# tariff       = 38.50
# unit         = "hour"
# volume       = 52000
)toml";

/// What the catalogue says of a part of the file: starter_head, starter_hours …
std::string comment(std::string_view part, Language language) {
  return "# " + std::string{word("starter_" + std::string{part}, language)} + '\n';
}

/// The text of a language in place of each table of texts, `{ nl = "…", en = "…" }`: a case of
/// one's own is written for readers of one.
std::string in_language(std::string line, Language language) {
  constexpr std::string_view begin = "{ nl = \"";
  constexpr std::string_view end = "\" }";
  const std::string key = std::string{facts_of(language).word} + " = \"";
  for (std::size_t at = line.find(begin); at != std::string::npos; at = line.find(begin, at)) {
    const std::size_t closed = line.find(end, at);
    const std::size_t from = line.find(key, at) + key.size();
    if (closed == std::string::npos || from > closed) break;
    const std::string text = line.substr(from, line.find('"', from) - from);
    line.replace(at, closed + end.size() - at, '"' + text + '"');
  }
  return line;
}

}  // namespace

std::string starter_case(std::string_view text, Language language) {
  std::string result = comment("head", language) + comment("head_more", language);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.starts_with("title ")) {
      result += "title  = \"" + std::string{word("starter_title", language)} + "\"\n";
      continue;
    }
    if (line.starts_with('[')) result += comment(line.substr(1, line.find(']') - 1), language);
    result.append(in_language(std::string{line}, language)) += '\n';
  }
  return result.append("\n").append(comment("contract", language)).append(contract);
}

}  // namespace billijk::report
