#include <algorithm>
#include <istream>
#include <memory>

#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "core/case/rails.hpp"
#include "core/review.hpp"
#include "io/case/preset_reader.hpp"
#include "io/toml/toml.hpp"
#include "report/words/findings.hpp"

namespace billijk::cli {
namespace {

using report::FileFindings;
using Source = std::shared_ptr<const core::SourceText>;

struct ValidateArgs {
  std::vector<std::string> files;
  std::string presets;
  std::string as_of;
  bool strict = false;
  OutputOptions output;
};

/// Whether a file says that it is a preset; what says nothing is held to be a case.
bool is_preset(const Source& source) {
  const io::Node* schema = nullptr;
  const io::TomlResult toml = io::read_toml(source);
  schema = toml.root.find("schema");
  return schema != nullptr && schema->text.starts_with("billijk/preset/");
}

class Validator {
 public:
  Validator(const io::PresetStore& store, const std::optional<core::Date>& as_of, World& world)
      : store_{store}, as_of_{as_of}, world_{world} {}

  FileFindings validate(const std::string& file) {
    const core::Checked<Source> source = text_of(file);
    if (!source) return {file, source.error()};
    return {file, is_preset(*source) ? of_preset(file, *source) : of_case(file, *source)};
  }

 private:
  core::Checked<Source> text_of(const std::string& file) {
    constexpr std::string_view preset = "preset:";
    if (file.starts_with(preset)) return store_.text_of(file.substr(preset.size()));
    return file == "-" ? world_.reading.standard_input(world_.in) : world_.reading.text(file);
  }
  core::Diagnostics of_preset(const std::string& file, const Source& source) {
    constexpr std::string_view prefix = "preset:";
    io::ReadPreset read =
        io::read_preset_text(source, file.starts_with(prefix) ? file.substr(prefix.size()) : file);
    if (core::has_errors(read.findings)) return read.findings;
    core::Diagnostics weak = core::review(read.preset, as_of_);
    read.findings.insert(read.findings.end(), weak.begin(), weak.end());
    return read.findings;
  }
  core::Diagnostics of_case(const std::string& file, const Source& source) {
    const io::CaseRequest request{.name = file, .standard_input = source, .settings = {}};
    core::Checked<io::LoadedCase> loaded = io::load_case(request, store_);
    if (!loaded) return loaded.error();
    const core::Diagnostics rails = core::rails_of(loaded->subject);
    core::Checked<core::Calculation> calculation =
        core::calculate(std::move(loaded->subject), std::move(loaded->presets));
    // A figure that is not meant is often why nothing is left.
    if (!calculation) {
      calculation.error().insert(calculation.error().end(), rails.begin(), rails.end());
      return calculation.error();
    }
    core::Diagnostics found = core::review(*calculation, as_of_);
    const std::optional<core::Input>& tariff = calculation->subject.number(core::Key::tariff);
    if (!tariff) return found;
    const core::TariffUnit unit = calculation->subject.choices.chosen<core::TariffUnit>();
    const auto verdict = core::give_verdict(*calculation, {tariff->value, unit});
    const core::Diagnostics& more = verdict ? verdict->warnings : verdict.error();
    found.insert(found.end(), more.begin(), more.end());
    return found;
  }

  const io::PresetStore& store_;
  const std::optional<core::Date>& as_of_;
  World& world_;
};

Exit outcome(const std::vector<FileFindings>& files, bool strict) {
  const bool errors = std::ranges::any_of(
      files, [](const FileFindings& file) { return core::has_errors(file.findings); });
  const bool any =
      std::ranges::any_of(files, [](const FileFindings& file) { return !file.findings.empty(); });
  if (errors) return Exit::trouble;
  return any && strict ? Exit::finding : Exit::done;
}

Exit validate(const ValidateArgs& args, World& world) {
  std::optional<core::Date> as_of;
  if (!args.as_of.empty()) {
    const core::Checked<core::Date> day = read_day("--as-of", args.as_of);
    if (!day) return tell(world, day.error());
    as_of = *day;
  }
  const core::Checked<io::PresetStore> store = io::PresetStore::open(args.presets, world.reading);
  if (!store) return tell(world, store.error());
  if (const auto form = form_of(args.output); !form) return tell(world, form.error());
  std::vector<FileFindings> files;
  files.reserve(args.files.size());
  Validator validator{*store, as_of, world};
  for (const std::string& file : args.files) files.push_back(validator.validate(file));
  const Forms forms{.document =
                        [&](const report::Format& numbers) {
                          return findings_document(files, numbers.language());
                        },
                    .sections =
                        [&](report::Language language) {
                          return sections_of(findings_records(files, language));
                        }};
  return give(world, args.output, forms, outcome(files, args.strict));
}

Options validate_options(ValidateArgs& args) {
  return joined({{{.names = "FILE",
                   .type = {},
                   .help = report::Message::help_files,
                   .into = &args.files,
                   .required = true},
                  {"--as-of", "DATE", report::Message::help_as_of, &args.as_of},
                  {"--strict", {}, report::Message::help_strict, &args.strict},
                  {"--presets", "DIR", report::Message::help_presets, &args.presets}},
                 output_options(args.output)});
}

}  // namespace

Command validate_command() {
  return {.name = "validate",
          .summary = report::Message::help_validate,
          .usage = "FILE...",
          .bind = [] { return bound(validate_options, validate); }};
}

}  // namespace billijk::cli
