#include "cli/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <system_error>
#include <vector>

#include "cli/help.hpp"
#include "cli/keys.hpp"
#include "cli/options/command.hpp"
#include "cli/options/parser.hpp"
#include "cli/usage.hpp"
#include "cli/world/interrupt.hpp"
#include "cli/world/memory.hpp"
#include "cli/world/output.hpp"
#include "io/file/reason.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

/// Why nothing more can be done, in the words of the reader where there are such.
core::Argument reason_of(const std::exception& error) {
  const auto* const system = dynamic_cast<const std::system_error*>(&error);
  return system != nullptr ? io::reason_of(system->code().value()) : std::string{error.what()};
}

core::Diagnostic stopped_by(core::Argument reason) {
  return core::finding(core::Code::unexpected, {{"reason", std::move(reason)}});
}

/// `--lang` wherever it stands: help and errors are in it too.
std::optional<std::string> language_asked(const std::vector<std::string>& words) {
  std::optional<std::string> asked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang" && i + 1 < words.size()) asked = words[i + 1];
    if (words[i].starts_with("--lang=")) asked = words[i].substr(words[i].find('=') + 1);
  }
  return asked;
}

const Command* find_command(const std::string& name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

Exit help(World& world, const std::vector<std::string>& words) {
  if (words.empty() || words.front() == "help")
    return deliver(world, {}, program_help(world.language), Exit::done);
  const Command* command = find_command(words.front());
  if (command == nullptr) {
    std::string words_of_key = words.front();
    for (std::size_t i = 1; i < words.size() && !words[i].starts_with('-'); ++i)
      words_of_key += ' ' + words[i];
    return explain_key(world, words_of_key);
  }
  return deliver(world, {}, command_help(*command, world.language), Exit::done);
}

Exit run_command(World& world, const Command& command, std::vector<std::string> words) {
  const Binding binding = command.bind();
  const Parsed parsed = parse(command, binding.options, std::move(words), world.language);
  if (parsed.help) return deliver(world, {}, command_help(command, world.language), Exit::done);
  return parsed.errors.empty() ? binding.work(world) : tell(world, parsed.errors);
}

/// Words without the --lang that may stand before the command.
std::vector<std::string> from_command(std::vector<std::string> words) {
  while (!words.empty() && words.front().starts_with("--lang")) {
    const bool value_follows = words.front() == "--lang" && words.size() > 1;
    words.erase(words.begin(), words.begin() + (value_follows ? 2 : 1));
  }
  return words;
}

Exit dispatch(World& world, std::vector<std::string> words) {
  const std::optional<std::string> asked = language_asked(words);
  choose_language(world, asked);
  end_without_memory_by(
      report::text_of(stopped_by(core::Phrase::system_no_memory), world.language));
  if (asked && !report::language_of(*asked)) return tell(world, {wrong_language(*asked)});
  words = from_command(std::move(words));
  if (words.empty()) return tell(world, {missing_command(world.language)});
  const std::string first = words.front();
  words.erase(words.begin());
  if (first == "help") return help(world, from_command(words));
  if (first == "-h" || first == "--help") return help(world, {});
  if (first == "--version")
    return deliver(world, {}, "billijk " + world.program.version + '\n', Exit::done);
  const Command* command = find_command(first);
  if (command == nullptr)
    return tell(world, {first.starts_with('-') ? unknown_option(first) : unknown_command(first)});
  return run_command(world, *command, std::move(words));
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
#define BILLIJK_COMMAND(id) id##_command(),
#include "cli/options/commands.def"
#undef BILLIJK_COMMAND
  };
  return table;
}

int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err) {
  // A reader who closed the pipe is told from the failed write, and is no error.
  std::signal(SIGPIPE, SIG_IGN);
  // So is a file that may not grow: the write fails, and nothing half-written is left.
  std::signal(SIGXFSZ, SIG_IGN);
  const io::Reading reading{InterruptWatch::stop()};
  World world{
      .in = in,
      .out = out,
      .err = err,
      .reading = reading,
      .environment = [](const char* name) -> std::optional<std::string> {
        const char* value = std::getenv(name);
        return value == nullptr ? std::nullopt : std::optional<std::string>{value};
      },
      .today =
          [] { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); },
      .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
      .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
      .asked = {},
      .language = report::Language::en,
      .program = {.name = "billijk", .version = BILLIJK_VERSION}};
  // What no part of the program expects ends here.
  try {
    return static_cast<int>(dispatch(world, {argv + std::min(argc, 1), argv + argc}));
  } catch (const std::exception& error) {
    return static_cast<int>(tell(world, {stopped_by(reason_of(error))}));
  }
}

}  // namespace billijk::cli
