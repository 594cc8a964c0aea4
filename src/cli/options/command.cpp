#include "cli/options/command.hpp"

#include <algorithm>

namespace billijk::cli {

std::vector<std::string> example_lines(std::string_view name, report::Language language) {
  const std::string list = report::word("example_" + std::string{name}, language);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find('|', begin), list.size());
    lines.push_back("billijk " + list.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace billijk::cli
