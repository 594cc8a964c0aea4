#include <memory>

#include "cli/options/command.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "cli/world/output.hpp"
#include "io/case/preset_reader.hpp"
#include "io/text/nearest.hpp"
#include "report/format/records.hpp"
#include "report/words/key_words.hpp"
#include "report/words/preset_words.hpp"

namespace billijk::cli {
namespace {

using report::Message;
using report::Records;

struct PresetsArgs {
  std::string action;
  std::string name;
  std::string on;
  std::string presets;
  OutputOptions output;
};

constexpr std::string_view case_folder = "cases/";

/// `kind_of` says a kind in the words of who reads it.
template <class KindOf>
Records listing(const io::PresetStore& store, report::Language language, const KindOf& kind_of) {
  const auto title = [&](Message message) { return say(message, language); };
  Records records{.schema = "billijk/presets/1",
                  .list = "presets",
                  .keys = {"name", "kind", "rows", "last_from", "origin", "title"},
                  .titles = {title(Message::column_name), title(Message::column_kind),
                             title(Message::column_rows), title(Message::column_last),
                             title(Message::column_origin)},
                  .rows = {}};
  for (const std::string& name : store.names()) {
    const std::string origin =
        title(store.is_from_folder(name) ? Message::origin_folder : Message::origin_built_in);
    if (name.starts_with(case_folder)) {
      records.rows.push_back({name, title(Message::kind_case), {}, {}, origin, {}});
      continue;
    }
    const auto source = store.text_of(name);
    if (!source) continue;
    const io::ReadPreset read = io::read_preset_text(*source, name);
    if (core::has_errors(read.findings)) {
      records.rows.push_back({name, title(Message::kind_broken), {}, {}, origin, {}});
      continue;
    }
    const core::Preset& preset = read.preset;
    records.rows.push_back({name, kind_of(preset.kind), preset.rows.size(),
                            preset.rows.empty() ? report::Value{} : preset.rows.back().from, origin,
                            text_of(preset.title, language)});
  }
  return records;
}

/// The figures of a row alone.
Records row_records(const core::PresetRow& row, report::Language language) {
  Records records{.schema = "billijk/preset-row/1",
                  .list = "fields",
                  .keys = {"field", "value"},
                  .titles = {say(Message::field, language), say(Message::value, language)},
                  .rows = {}};
  for (const core::PresetField& field : row.fields)
    records.rows.push_back({field.name, field.value});
  return records;
}

/// The row with all it says of itself, for scripts.
Records full_records(const core::Preset& preset, const core::PresetRow& row,
                     report::Language language) {
  Records records = row_records(row, language);
  std::string sources;
  for (const std::string& source : row.source)
    sources.append(sources.empty() ? "" : " ; ").append(source);
  std::vector<std::vector<report::Value>> head{
      {"preset", preset.name},
      {"from", row.from},
      {"until", row.until},
      {"confirmed_until", row.confirmed_until},
      {"unit", report::text_or_absent(preset.unit)},
      {"grade", word_of(row.grade)},
      {"source", sources},
      {"checked", row.checked},
      {"note", report::text_or_absent(text_of(row.note, language))}};
  records.rows.insert(records.rows.begin(), head.begin(), head.end());
  return records;
}

report::Document row_document(const core::Preset& preset, const core::PresetRow& row,
                              core::Date day, const report::Format& format) {
  const report::Language language = format.language();
  report::Document document;
  document.add(report::Headline{text_of(preset.title, language) + " (" + preset.name + ")"});
  std::string facts = say(Message::in_force_on, language,
                          {{"day", format.date(day)}, {"from", format.date(row.from)}});
  facts += "; " + std::string{word("grade_" + std::string{word_of(row.grade)}, language)};
  if (row.checked)
    facts += "; " + say(Message::checked_on, language, {{"day", format.date(*row.checked)}});
  document.add(report::Paragraph{facts + '.'});
  Records figures = row_records(row, language);
  for (std::size_t i = 0; i < row.fields.size(); ++i)
    figures.rows[i].front() = field_label(preset, row, row.fields[i].name, language);
  document.add(table_of(figures));
  if (!preset.unit.empty())
    document.add(report::Paragraph{report::capital(preset_unit(preset.unit, language))});
  if (!row.note.empty()) document.add(report::Paragraph{text_of(row.note, language)});
  document.add(report::Heading{say(Message::source_heading, language)});
  document.add(report::Bullets{row.source});
  return document;
}

Exit list(const PresetsArgs& args, const io::PresetStore& store, World& world) {
  const Forms forms{
      .document =
          [&](const report::Format& format) {
            report::Document document;
            const report::Language language = format.language();
            document.add(table_of(listing(
                store, language, [&](core::PresetKind kind) { return label_of(kind, language); })));
            return document;
          },
      .sections =
          [&](report::Language language) {
            return sections_of(
                listing(store, language, [](core::PresetKind kind) { return word_of(kind); }));
          }};
  return give(world, args.output, forms, Exit::done);
}

Exit show_row(const PresetsArgs& args, const std::shared_ptr<const core::SourceText>& source,
              World& world) {
  const core::Checked<core::Date> day = read_day("--on", args.on);
  if (!day) return tell(world, day.error());
  const io::ReadPreset read = io::read_preset_text(source, args.name);
  if (core::has_errors(read.findings)) return tell(world, read.findings);
  const core::PresetRow* row = read.preset.in_force(*day);
  if (row == nullptr) {
    const bool before = *day < read.preset.rows.front().from;
    return tell(
        world,
        {core::finding(
            core::Code::no_row_in_force, {.source = source}, args.name,
            {{"preset", args.name},
             {"day", core::iso(*day)},
             {"reason", before ? core::Phrase::before_first_row : core::Phrase::after_until},
             {before ? "first" : "last",
              core::iso((before ? read.preset.rows.front() : read.preset.rows.back()).from)}})});
  }
  const Forms forms{.document =
                        [&](const report::Format& format) {
                          return row_document(read.preset, *row, *day, format);
                        },
                    .sections =
                        [&](report::Language language) {
                          return sections_of(full_records(read.preset, *row, language));
                        }};
  return give(world, args.output, forms, Exit::done);
}

Exit show(const PresetsArgs& args, const io::PresetStore& store, World& world) {
  if (args.name.empty()) {
    return tell(world, {core::finding(core::Code::missing_argument, {}, "NAME",
                                      {{"what", core::Phrase::what_preset},
                                       {"example", "billijk presets show nl/minimum-wage"}})});
  }
  constexpr std::string_view prefix = "preset:";
  PresetsArgs plain = args;
  if (plain.name.starts_with(prefix)) plain.name.erase(0, prefix.size());
  const auto source = store.text_of(plain.name);
  if (!source) return tell(world, source.error());
  if (!args.on.empty()) return show_row(plain, *source, world);
  return deliver(world, args.output.target(), (*source)->text, Exit::done);
}

Exit presets(const PresetsArgs& args, World& world) {
  const core::Checked<io::PresetStore> store = io::PresetStore::open(args.presets, world.reading);
  if (!store) return tell(world, store.error());
  if (args.action == "show") return show(args, *store, world);
  if (args.action == "list" && args.name.empty()) return list(args, *store, world);
  if (args.action == "list") {
    return tell(world, {core::finding(core::Code::excess_argument,
                                      {{"found", args.name}, {"command", "presets"}})});
  }
  core::Diagnostic wrong = wrong_value("billijk presets", args.action, core::Phrase::what_action,
                                       "billijk presets list");
  const std::string near = io::nearest(args.action, {"list", "show"});
  if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  return tell(world, {std::move(wrong)});
}

Options presets_options(PresetsArgs& args) {
  return joined({{{.names = "ACTION",
                   .type = {},
                   .help = Message::help_action,
                   .into = &args.action,
                   .required = true},
                  {"NAME", {}, Message::help_preset_name, &args.name},
                  {"--on", "DATE", Message::help_on, &args.on},
                  {"--presets", "DIR", Message::help_presets, &args.presets}},
                 output_options(args.output)});
}

}  // namespace

Command presets_command() {
  return {.name = "presets",
          .summary = Message::help_presets_command,
          .usage = "list | show NAME",
          .bind = [] { return bound(presets_options, presets); }};
}

}  // namespace billijk::cli
