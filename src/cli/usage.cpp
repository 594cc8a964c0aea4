#include "cli/usage.hpp"

#include <algorithm>

#include "cli/options/option_value.hpp"
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

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

void add_nearest(Diagnostic& finding, const std::string& word,
                 const std::vector<std::string>& candidates) {
  std::string near = io::nearest(word, candidates);
  if (!near.empty()) finding.arguments.emplace_back("nearest", std::move(near));
}

/// What nobody took: an option before all, for its value is left over too.
std::string left_over(const CLI::App& app) {
  const std::vector<std::string> words = app.remaining();
  const auto option = std::ranges::find_if(
      words, [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
  return option != words.end() ? *option : words.empty() ? std::string{} : words.front();
}

Diagnostic missing(const std::string& what, const Command& command) {
  return {.code = Code::missing_argument,
          .at = {},
          .key = {},
          .arguments = {{"what", what}, {"example", std::string{command.example}}}};
}

}  // namespace

Diagnostic unknown_command(const std::string& word) {
  std::string list;
  for (const std::string& name : command_names()) list += (list.empty() ? "" : ", ") + name;
  Diagnostic finding{.code = Code::unknown_command,
                     .at = {},
                     .key = {},
                     .arguments = {{"found", word}, {"allowed", list}}};
  add_nearest(finding, word, command_names());
  return finding;
}

Diagnostic unknown_option(const std::string& word) {
  Diagnostic finding{
      .code = Code::unknown_option, .at = {}, .key = {}, .arguments = {{"found", word}}};
  add_nearest(finding, word, {"--help", "--version", "--lang"});
  return finding;
}

Diagnostic missing_command() {
  return {.code = Code::missing_argument,
          .at = {},
          .key = {},
          .arguments = {{"what", "@what_command"},
                        {"example", "billijk check preset:cases/hbh-2026 --tariff 38.50"}}};
}

Diagnostic wrong_language(const std::string& word) {
  return wrong_value("--lang", word, "nl, en", "--lang nl");
}

Diagnostic usage_error(const CLI::ParseError& error, const CLI::App& app, const Command& command) {
  const std::string said = error.what();
  const auto is = [&](CLI::ExitCodes code) {
    return error.get_exit_code() == static_cast<int>(code);
  };
  if (is(CLI::ExitCodes::ExtrasError)) {
    const std::string word = left_over(app);
    const bool option = word.size() > 1 && word.front() == '-';
    Diagnostic finding{.code = option ? Code::unknown_option : Code::excess_argument,
                       .at = {},
                       .key = {},
                       .arguments = {{"found", word}, {"command", std::string{command.name}}}};
    if (option) add_nearest(finding, word.substr(0, word.find('=')), option_names(app));
    return finding;
  }
  if (is(CLI::ExitCodes::ExcludesError) || is(CLI::ExitCodes::RequiresError)) {
    // "--verify excludes --scheme", "--decimal requires --rows"
    const Code code = is(CLI::ExitCodes::ExcludesError) ? Code::option_beside : Code::option_needs;
    return {.code = code,
            .at = {},
            .key = {},
            .arguments = {{"option", said.substr(0, said.find(' '))},
                          {"other", said.substr(said.rfind(' ') + 1)}}};
  }
  if (is(CLI::ExitCodes::RequiredError)) {
    const std::string first = said.substr(0, said.find(' '));
    return missing(first == "CASE"     ? "@what_case"
                   : first == "FILE"   ? "@what_file"
                   : first == "ACTION" ? "@what_action"
                                       : first,
                   command);
  }
  // What is left of CLI11's errors here: an option without its value, or a flag with one.
  const std::string first = said.substr(0, said.find_first_of(" :"));
  Diagnostic finding = missing("@what_value", command);
  finding.arguments.emplace_back("option", first);
  return finding;
}

std::optional<Diagnostic> empty_value(const CLI::App& app, const Command& command) {
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string>& results = option->results();
    if (std::ranges::find(results, "") == results.end()) continue;
    Diagnostic finding = missing("@what_value", command);
    finding.arguments.emplace_back("option", option->get_name());
    return finding;
  }
  return std::nullopt;
}

}  // namespace billijk::cli
