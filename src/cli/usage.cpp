#include "cli/usage.hpp"

#include <filesystem>

#include "cli/options/option_value.hpp"
#include "core/number/utf8.hpp"
#include "io/text/nearest.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostic;

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  names.emplace_back("help");
  return names;
}

void add_nearest(Diagnostic& finding, const std::string& word,
                 const std::vector<std::string>& candidates) {
  std::string near = io::nearest(word, candidates);
  if (!near.empty()) finding.arguments.emplace_back("nearest", std::move(near));
}

}  // namespace

Diagnostic unknown_command(const std::string& word, const std::vector<std::string>& beside) {
  std::string list;
  for (const std::string& name : command_names()) list += (list.empty() ? "" : ", ") + name;
  Diagnostic finding = core::finding(Code::unknown_command, {{"found", word}, {"allowed", list}});
  // A case where a command is meant: to check it is what most want.
  std::error_code ignored;
  if (core::ends_alike(word, ".toml") || word.starts_with("preset:") ||
      std::filesystem::is_regular_file(word, ignored)) {
    finding.arguments.emplace_back("nearest", "billijk check " + word);
    return finding;
  }
  std::vector<std::string> candidates = command_names();
  candidates.insert(candidates.end(), beside.begin(), beside.end());
  add_nearest(finding, word, candidates);
  return finding;
}

Diagnostic unknown_option(const std::string& word) {
  Diagnostic finding = core::finding(Code::unknown_option, {{"found", word}});
  add_nearest(finding, word, {"--help", "--version", "--lang"});
  return finding;
}

Diagnostic missing_command(report::Language language) {
  return core::finding(Code::missing_argument,
                       {{"what", core::Phrase::what_command},
                        {"example", example_lines("program", language).front()}});
}

Diagnostic wrong_language(const std::string& word) {
  return wrong_value("--lang", word, report::language_words(", "), "--lang nl");
}

}  // namespace billijk::cli
