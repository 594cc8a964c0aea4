#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options/option.hpp"
#include "cli/world/world.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {

/// A fresh set of arguments: the options that fill it, and what works with it once they have.
struct Binding {
  Options options;
  std::function<Exit(World&)> work;
};

/// The binding of a command whose words go into `Args`.
template <class Args>
Binding bound(Options (*options_of)(Args&), Exit (*work)(const Args&, World&)) {
  const auto args = std::make_shared<Args>();
  return {.options = options_of(*args),
          .work = [args, work](World& world) { return work(*args, world); }};
}

/// One command: its name, what it is for, and how it binds its options and works.
struct Command {
  std::string_view name;
  report::Message summary;
  std::string_view usage;  ///< "CASE [--tariff X]"
  Binding (*bind)();
};

#define BILLIJK_COMMAND(id) Command id##_command();
#include "cli/options/commands.def"
#undef BILLIJK_COMMAND

/// Command lines to begin with, for a command or "program", the plainest first.
std::vector<std::string> example_lines(std::string_view name, report::Language language);

/// The table of commands, in the order of the manual.
const std::vector<Command>& commands();

}  // namespace billijk::cli
