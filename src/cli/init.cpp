
#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "cli/world/output.hpp"
#include "io/case/preset_store.hpp"
#include "io/file/output.hpp"
#include "report/format/text.hpp"
#include "report/words/starter.hpp"

namespace billijk::cli {
namespace {

struct InitArgs {
  std::string file = "case.toml";
};

Exit init(const InitArgs& args, World& world) {
  const core::Checked<io::PresetStore> store = io::PresetStore::open({}, world.reading);
  if (!store) return tell(world, store.error());
  const auto preset = store->text_of("cases/hbh-2026");
  if (!preset) return tell(world, preset.error());
  const std::string text = report::starter_case((*preset)->text, world.language);
  if (args.file == "-") return deliver(world, {}, text, Exit::done);
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(args.file, ignored))) {
    return tell(world, {core::finding(core::Code::would_overwrite,
                                      {{"file", args.file}, {"why", core::Phrase::why_exists}})});
  }
  if (const auto reason = io::create_file(args.file, text)) {
    return tell(world, {core::finding(core::Code::output_failed,
                                      {{"file", args.file}, {"reason", *reason}})});
  }
  const std::string told = say(report::Message::written, world.language, {{"file", args.file}}) +
                           ". " +
                           say(report::Message::fill_in, world.language, {{"file", args.file}});
  return deliver(world, {}, report::printable(told) + '\n', Exit::done);
}

Options init_options(InitArgs& args) {
  return {{"FILE", {}, report::Message::help_init_file, &args.file}, language_option()};
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .summary = report::Message::help_init,
          .usage = "[FILE]",
          .example = "billijk init velsen.toml",
          .bind = [] { return bound(init_options, init); }};
}

}  // namespace billijk::cli
