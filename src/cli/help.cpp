#include "cli/help.hpp"

#include <algorithm>

#include "report/format/text.hpp"

namespace billijk::cli {
namespace {

using report::Message;
using report::text_of;

constexpr int width = 80;

/// "  name   what it is", with what does not fit below.
std::string row(const std::string& name, int name_width, std::string_view description) {
  const std::vector<std::string> lines = report::wrapped(description, width - name_width - 4);
  const int left = name_width - report::width_of(name);
  std::string text =
      "  " + name + (left < 0 ? "\n" : std::string(static_cast<std::size_t>(left + 2), ' '));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 || left < 0) text += std::string(static_cast<std::size_t>(name_width + 4), ' ');
    text += lines[i] + '\n';
  }
  return text;
}

struct OptionRow {
  std::string name;
  std::string description;
};

std::string name_of(const Option& option) {
  std::string name;
  for (const char c : option.names) name += c == ',' ? std::string{", "} : std::string{c};
  return option.type.empty() ? name : name + ' ' + std::string{option.type};
}

std::string section(std::string_view title, const std::vector<OptionRow>& rows) {
  if (rows.empty()) return {};
  constexpr int widest = 32;
  int name_width = 0;
  for (const OptionRow& entry : rows)
    name_width = std::max(name_width, std::min(widest, report::width_of(entry.name)));
  std::string text = '\n' + std::string{title} + '\n';
  for (const OptionRow& entry : rows) text += row(entry.name, name_width, entry.description);
  return text;
}

OptionRow help_row(report::Language language) {
  return {"-h, --help", std::string{text_of(Message::help_flag, language)}};
}

}  // namespace

std::string program_help(report::Language language) {
  std::string text = "  billijk check preset:cases/hbh-2026 --tariff 38.50\n\n";
  for (const std::string& line : report::wrapped(text_of(Message::help_program, language), width))
    text += line + '\n';
  text += '\n' + std::string{text_of(Message::help_usage, language)} + ": billijk " +
          std::string{text_of(Message::help_command_word, language)} + " [" +
          std::string{text_of(Message::help_options_word, language)} + "]\n";
  std::vector<OptionRow> list;
  for (const Command& command : commands())
    list.push_back({std::string{command.name}, std::string{text_of(command.summary, language)}});
  list.push_back({"help", std::string{text_of(Message::help_help, language)}});
  text += section(text_of(Message::help_commands, language), list);
  text += section(text_of(Message::help_options, language),
                  {help_row(language),
                   {"--version", std::string{text_of(Message::help_version, language)}},
                   {"--lang " + report::language_words("|"),
                    std::string{text_of(Message::help_lang, language)}}});
  return text + '\n' + report::wrapped(text_of(Message::help_exit, language), width).front() +
         '\n' +
         (report::wrapped(text_of(Message::help_exit, language), width).size() > 1
              ? report::wrapped(text_of(Message::help_exit, language), width)[1] + '\n'
              : "");
}

std::string command_help(const Command& command, report::Language language) {
  std::vector<OptionRow> arguments;
  std::vector<OptionRow> options;
  for (const Option& option : command.bind().options) {
    OptionRow row{name_of(option), std::string{text_of(option.help, language)}};
    (option.is_argument() ? arguments : options).push_back(std::move(row));
  }
  options.push_back(help_row(language));
  std::string text = "  " + std::string{command.example} + "\n\n";
  text += "billijk " + std::string{command.name} + ": " +
          std::string{text_of(command.summary, language)} + "\n\n";
  text += std::string{text_of(Message::help_usage, language)} + ": billijk " +
          std::string{command.name} + ' ' + std::string{command.usage} + " [" +
          std::string{text_of(Message::help_options_word, language)} + "]\n";
  text += section(text_of(Message::help_arguments, language), arguments);
  return text + section(text_of(Message::help_options, language), options);
}

}  // namespace billijk::cli
