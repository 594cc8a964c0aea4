#include <memory>

#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "cli/world/output.hpp"
#include "io/file/output.hpp"
#include "report/format/text.hpp"
#include "report/words/starter.hpp"

namespace billijk::cli {
namespace {

struct Args {
  std::string file = "case.toml";
};

Exit init(const Args& args, World& world) {
  const std::string text = report::starter_case(world.language);
  if (args.file == "-") return deliver(world, {}, text, Exit::done);
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(args.file, ignored))) {
    return tell(world, {{.code = core::Code::would_overwrite,
                         .at = {},
                         .key = {},
                         .arguments = {{"file", args.file}, {"why", "@why_exists"}}}});
  }
  if (const auto reason = io::create_file(args.file, text)) {
    return tell(world, {{.code = core::Code::output_failed,
                         .at = {},
                         .key = {},
                         .arguments = {{"file", args.file}, {"reason", *reason}}}});
  }
  const std::string told = say(report::Message::written, world.language, {{"file", args.file}}) +
                           ". " +
                           say(report::Message::fill_in, world.language, {{"file", args.file}});
  return deliver(world, {}, report::printable(told) + '\n', Exit::done);
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .summary = report::Message::help_init,
          .usage = "[FILE]",
          .example = "billijk init velsen.toml",
          .bind = [](CLI::App& app, report::Language language) {
            const auto args = std::make_shared<Args>();
            app.add_option("FILE", args->file,
                           std::string{text_of(report::Message::help_init_file, language)});
            add_language_option(app, language);
            return [args](World& world) { return init(*args, world); };
          }};
}

}  // namespace billijk::cli
