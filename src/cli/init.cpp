
#include "cli/keys.hpp"
#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "cli/world/output.hpp"
#include "core/review.hpp"
#include "io/case/case_reader.hpp"
#include "io/case/preset_store.hpp"
#include "io/case/schema.hpp"
#include "io/file/output.hpp"
#include "report/format/text.hpp"
#include "report/words/starter.hpp"

namespace billijk::cli {
namespace {

struct InitArgs {
  std::string file = "case.toml";
};

constexpr std::string_view starting_case = "cases/hbh-2026";

/// The placeholders of the starting case, in its order.
core::Checked<std::vector<std::string>> to_fill(const io::PresetStore& store) {
  core::Checked<io::LoadedCase> loaded =
      io::load_case({.name = "preset:" + std::string{starting_case}}, store);
  if (!loaded) return tl::unexpected{loaded.error()};
  const core::Checked<core::Calculation> calculation =
      core::calculate(std::move(loaded->subject), std::move(loaded->presets));
  if (!calculation) return tl::unexpected{calculation.error()};
  std::vector<std::string> keys;
  for (const core::Diagnostic& finding : core::review(*calculation, {})) {
    if (finding.code == core::Code::placeholder) keys.push_back(finding.key);
  }
  return keys;
}

std::vector<report::EitherSide> sides() {
  std::vector<report::EitherSide> all{{{"line.amount", "line.per"}, {"line.percent", "line.of"}}};
  for (const io::Exclusive& keys : io::exclusive_keys()) all.push_back({keys.one, keys.other});
  return all;
}

core::Checked<std::string> starter_text(World& world) {
  const core::Checked<io::PresetStore> store = io::PresetStore::open({}, world.reading);
  if (!store) return tl::unexpected{store.error()};
  const auto preset = store->text_of(std::string{starting_case});
  if (!preset) return tl::unexpected{preset.error()};
  core::Checked<std::vector<std::string>> placeholders = to_fill(*store);
  if (!placeholders) return tl::unexpected{placeholders.error()};
  return starter_case({.text = (*preset)->text,
                       .keys = all_keys(),
                       .sides = sides(),
                       .to_fill = std::move(*placeholders)},
                      world.language);
}

Exit init(const InitArgs& args, World& world) {
  const core::Checked<std::string> text = starter_text(world);
  if (!text) return tell(world, text.error());
  if (args.file == "-") return deliver(world, {}, *text, Exit::done);
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(args.file, ignored))) {
    return tell(world, {core::finding(core::Code::would_overwrite,
                                      {{"file", args.file}, {"why", core::Phrase::why_exists}})});
  }
  if (const auto reason = io::create_file(args.file, *text)) {
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
  return {.name = "init", .summary = report::Message::help_init, .usage = "[FILE]", .bind = [] {
            return bound(init_options, init);
          }};
}

}  // namespace billijk::cli
