#include "cli/run.hpp"

#include <gmp.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <vector>

#include "cli/help.hpp"
#include "cli/options/command.hpp"
#include "cli/options/parser.hpp"
#include "cli/usage.hpp"
#include "cli/world/interrupt.hpp"
#include "cli/world/output.hpp"

namespace billijk::cli {
namespace {

/// Memory for GMP, which would end the program where there is none; free it as malloc's.
void* gmp_memory(void* block, std::size_t size) {
  void* const memory = std::realloc(block, size);
  if (memory == nullptr) throw std::bad_alloc{};
  return memory;
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
  if (command == nullptr) return tell(world, {unknown_command(words.front())});
  return deliver(world, {}, command_help(*command, world.language), Exit::done);
}

Exit run_command(World& world, const Command& command, std::vector<std::string> words) {
  const Binding binding = command.bind();
  const Parsed parsed = parse(command, binding.options, std::move(words));
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
  if (asked && !report::language_of(*asked)) return tell(world, {wrong_language(*asked)});
  words = from_command(std::move(words));
  if (words.empty()) return tell(world, {missing_command()});
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
  ::mp_set_memory_functions(
      [](std::size_t size) { return gmp_memory(nullptr, size); },
      [](void* block, std::size_t /*before*/, std::size_t size) { return gmp_memory(block, size); },
      nullptr);
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
  // What no part of the program expects, memory that is not to be had first of all, ends here.
  try {
    return static_cast<int>(dispatch(world, {argv + std::min(argc, 1), argv + argc}));
  } catch (const std::exception& error) {
    return static_cast<int>(tell(
        world, {core::finding(core::Code::unexpected, {{"reason", std::string{error.what()}}})}));
  }
}

}  // namespace billijk::cli
