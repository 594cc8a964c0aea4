#include "report/words/starter.hpp"

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
    result.append(line) += '\n';
  }
  return result.append("\n").append(comment("contract", language)).append(contract);
}

}  // namespace billijk::report
