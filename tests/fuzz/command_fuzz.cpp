#include <algorithm>

#include "cli/audit/audit_args.hpp"
#include "cli/batch/batch_args.hpp"
#include "cli/options/parser.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace billijk;
using Words = std::vector<std::string>;

/// What a command says of its words, before it works.
template <class Args, class Request>
void check_words(cli::Command command, cli::Options (*options_of)(Args&), const Words& words,
                 core::Checked<Request> (*read)(const Args&, const cli::World&)) {
  Args args;
  const cli::Options options = options_of(args);
  const cli::Parsed parsed = cli::parse(command, options, words, report::Language::en);
  fuzz::check_findings(parsed.errors);
  if (parsed.help || !parsed.errors.empty()) return;
  std::istringstream in;
  std::ostringstream out;
  const cli::World world{
      .in = in,
      .out = out,
      .err = out,
      .reading = fuzz::reading(),
      .environment = [](const char* /*name*/) { return std::optional<std::string>{}; },
      .today = [] { return core::Date{}; },
      .asked = {},
      .program = {"billijk", "1"}};
  const core::Checked<Request> request = read(args, world);
  if (!request) fuzz::check_findings(request.error());
}

/// Whether the words ask for no more than a look: nothing is written, and nothing takes long.
bool only_looks(const cli::Command& command, const Words& words) {
  constexpr std::array quick{"calc", "check", "solve", "presets", "validate"};
  if (std::ranges::find(quick, command.name) == quick.end()) return false;
  const cli::Binding binding = command.bind();
  if (!cli::parse(command, binding.options, words, report::Language::en).errors.empty())
    return true;
  return std::ranges::none_of(binding.options, [](const cli::Option& option) {
    const auto* const text = std::get_if<std::string*>(&option.into);
    return option.name() == "--output" && text != nullptr && !(**text).empty();
  });
}

}  // namespace

/// Each line a word of the command line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text = fuzz::as_text(data, size);
  std::erase(text, '\0');  // no word has one
  Words words = fuzz::lines_of(text, 12);
  if (words.empty()) return 0;
  const auto command = std::ranges::find(cli::commands(), words.front(), &cli::Command::name);
  if (command == cli::commands().end()) {
    // Not a command, unless --lang and its word stand before it.
    if (!words.front().starts_with("--lang")) fuzz::run(words);
    return 0;
  }
  const Words after{words.begin() + 1, words.end()};
  if (command->name == "batch")
    check_words(*command, cli::batch_options, after, cli::read_batch_args);
  if (command->name == "audit")
    check_words(*command, cli::audit_options, after, cli::read_audit_args);
  const cli::Binding binding = command->bind();
  const cli::Parsed parsed = cli::parse(*command, binding.options, after, report::Language::en);
  fuzz::check_findings(parsed.errors);
  if (parsed.help || !parsed.errors.empty() || only_looks(*command, after)) {
    const fuzz::Outcome outcome = fuzz::run(words);
    if (!parsed.help && !parsed.errors.empty()) fuzz::require(outcome.exit == 2);
    // What goes wrong is said on standard error, but for what `validate` was asked to find.
    if (outcome.exit == 2 && command->name != "validate") fuzz::require(outcome.out.empty());
  }
  return 0;
}
