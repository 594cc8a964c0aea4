#include "cli/help.hpp"

#include <algorithm>

#include "report/format/text.hpp"
#include "report/words/key_words.hpp"

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

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// What a value is called, KEY=VALUE, in the words of the reader.
std::string called(std::string_view text, report::Language language) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::ranges::find_if_not(text, is_capital);
    const auto size = static_cast<std::size_t>(end - text.begin());
    const std::optional<Message> word =
        report::message_named("value_" + std::string{text.substr(0, size)});
    result += word ? text_of(*word, language) : text.substr(0, size);
    text.remove_prefix(size);
    const auto next = std::ranges::find_if(text, is_capital);
    const auto rest = static_cast<std::size_t>(next - text.begin());
    result += text.substr(0, rest);
    text.remove_prefix(rest);
  }
  return result;
}

std::string name_of(const Option& option, report::Language language) {
  std::string name;
  for (const char c :
       option.is_argument() ? called(option.names, language) : std::string{option.names})
    name += c == ',' ? std::string{", "} : std::string{c};
  return option.type.empty() ? name : name + ' ' + called(option.type, language);
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

/// A text that begins with a capital and ends with a full stop.
std::string sentence(Message message, report::Language language) {
  std::string whole = report::capital(std::string{text_of(message, language)});
  if (!whole.ends_with('.')) whole += '.';
  std::string text;
  for (const std::string& line : report::wrapped(whole, width)) text += line + '\n';
  return text;
}

std::string usage(const std::string& words, report::Language language) {
  constexpr std::string_view indent = "    ";
  const std::string whole = std::string{text_of(Message::help_usage, language)} + ": billijk " +
                            words + " [" +
                            std::string{text_of(Message::help_options_word, language)} + ']';
  std::string text = "\n";
  for (const std::string& line : report::wrapped(whole, width - static_cast<int>(indent.size())))
    text.append(text.size() == 1 ? "" : indent).append(line) += '\n';
  return text;
}

std::string examples(std::string_view name, report::Language language) {
  std::string text = '\n' + std::string{text_of(Message::help_examples, language)} + '\n';
  for (const std::string& line : example_lines(name, language)) text += "  " + line + '\n';
  return text;
}

OptionRow help_row(report::Language language) {
  return {"-h, --help", std::string{text_of(Message::help_flag, language)}};
}

}  // namespace

std::string program_help(report::Language language) {
  std::string text = sentence(Message::help_program, language);
  text += usage(std::string{text_of(Message::help_command_word, language)}, language);
  text += examples("program", language);
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
  return text + '\n' + sentence(Message::help_exit, language);
}

std::string command_help(const Command& command, report::Language language) {
  std::vector<OptionRow> arguments;
  std::vector<OptionRow> options;
  for (const Option& option : command.bind().options) {
    OptionRow row{name_of(option, language), std::string{text_of(option.help, language)}};
    (option.is_argument() ? arguments : options).push_back(std::move(row));
  }
  options.push_back(help_row(language));
  std::string text = sentence(command.summary, language);
  text += usage(std::string{command.name} + ' ' + called(command.usage, language), language);
  text += examples(command.name, language);
  text += section(text_of(Message::help_arguments, language), arguments);
  return text + section(text_of(Message::help_options, language), options);
}

}  // namespace billijk::cli
