#include "cli/keys.hpp"

#include <algorithm>

#include "cli/options/command.hpp"
#include "cli/options/options.hpp"
#include "cli/usage.hpp"
#include "core/case/aliases.hpp"
#include "core/case/choices.hpp"
#include "core/number/utf8.hpp"
#include "io/case/schema.hpp"
#include "io/text/nearest.hpp"
#include "report/words/key_help.hpp"

namespace billijk::cli {
namespace {

using io::Entry;
using io::Kind;
using report::KeyHelp;
using report::Message;

struct KeysArgs {
  std::string key;
  OutputOptions output;
};

std::string_view type_of(Kind kind) {
  switch (kind) {
    case Kind::choice:
      return "choice";
    case Kind::date:
      return "date";
    case Kind::number:
    case Kind::growth:
    case Kind::whole:
      return "number";
    case Kind::year:
      return "year";
    case Kind::flag:
      return "flag";
    case Kind::numbers:
    case Kind::wholes:
    case Kind::items:
      return "array";
    case Kind::mix:
    case Kind::clause:
    case Kind::kinds:
    case Kind::counts:
      return "table";
    case Kind::text:
    case Kind::language_text:
    case Kind::month_day:
      break;
  }
  return "text";
}

std::string_view taken_of(std::string_view path) {
  for (const core::Choice choice : core::all_choices) {
    if (facts_of(choice).path == path) return facts_of(choice).taken;
  }
  return {};
}

KeyHelp help_of(std::string_view path, const Entry& entry) {
  KeyHelp help{.path = path,
               .type = type_of(entry.kind),
               .facts = entry.facts,
               .words = entry.choices,
               .taken = entry.facts != nullptr ? entry.facts->taken : taken_of(entry.path),
               .required = (entry.facts != nullptr && entry.facts->required) || path == "schema" ||
                           path.starts_with("period."),
               .alias = core::alias_of(path),
               .column_words = {}};
  for (const auto& [word, key] : report::column_words) {
    if (key == path && word != help.alias) help.column_words.emplace_back(word);
  }
  return help;
}

/// The list an entry has keys of its own in; none for most.
const std::vector<Entry>* inside_of(const Entry& entry) {
  return entry.kind == Kind::clause ? &io::clause_entries() : entry.inside;
}

}  // namespace

std::vector<KeyHelp> all_keys() {
  std::vector<KeyHelp> keys;
  const auto add = [&](const std::string& path, const Entry& entry) {
    if (const auto* const words = report::words_of_key(path, report::Language::en))
      keys.push_back(help_of(words->path, entry));
  };
  for (const Entry& entry : io::case_entries()) {
    const std::string path{entry.path};
    add(path, entry);
    if (const std::vector<Entry>* const inside = inside_of(entry)) {
      for (const Entry& part : *inside) add(path + '.' + std::string{part.path}, part);
    }
  }
  return keys;
}

namespace {

/// What people may call a key: its path, its name in any language, what they put above a column.
std::vector<std::string> names_of(const KeyHelp& key) {
  std::vector<std::string> names{std::string{key.path}};
  for (std::size_t i = 0; i < report::languages.size(); ++i) {
    const auto language = static_cast<report::Language>(i);
    names.emplace_back(words_of_key(key.path, language)->name);
    names.push_back(report::FigureNames{language}.label(key.path));
  }
  if (!key.alias.empty()) names.emplace_back(key.alias);
  names.insert(names.end(), key.column_words.begin(), key.column_words.end());
  return names;
}

std::vector<KeyHelp> keys_called(const std::string& called) {
  // A share of the mix, or its wage, is a part of one key.
  const std::string path = core::english_path(called);
  const std::string word = path.starts_with("wage.mix.") ? "wage.mix" : called;
  std::vector<KeyHelp> found;
  for (KeyHelp& key : all_keys()) {
    const std::vector<std::string> names = names_of(key);
    if (key.path == path || std::ranges::any_of(names, [&](const std::string& name) {
          return core::lower(name) == core::lower(word);
        }))
      found.push_back(std::move(key));
  }
  return found;
}

/// The keys of a table, by its path in either language.
std::vector<KeyHelp> keys_in(const std::string& table) {
  std::vector<KeyHelp> found = all_keys();
  const std::string prefix = core::english_path(table) + '.';
  std::erase_if(found, [&](const KeyHelp& key) { return !key.path.starts_with(prefix); });
  return found;
}

/// One key whole; of several with that name, as overhead, each.
report::Document document_of(const std::vector<KeyHelp>& keys, const report::Format& format) {
  report::Document document;
  for (const KeyHelp& key : keys) {
    for (report::Block& block : key_document(key, format).blocks) document.add(std::move(block));
  }
  return document;
}

Exit give_keys(World& world, const OutputOptions& output, const std::vector<KeyHelp>& keys,
               bool whole) {
  const Forms forms{
      .document =
          [&](const report::Format& format) {
            return whole ? document_of(keys, format) : keys_document(keys, format);
          },
      .sections = [&](report::Language language) { return keys_sections(keys, language); }};
  return give(world, output, forms, Exit::done);
}

/// What a word may be near to; nothing for one too short to be near to anything.
std::vector<std::string> names_near(const std::string& word) {
  constexpr std::size_t shortest = 4;
  std::vector<std::string> names;
  if (word.size() < shortest) return names;
  for (const KeyHelp& key : all_keys()) {
    const std::vector<std::string> of_key = names_of(key);
    names.insert(names.end(), of_key.begin(), of_key.end());
  }
  return names;
}

Exit keys(const KeysArgs& args, World& world) {
  if (args.key.empty()) return give_keys(world, args.output, all_keys(), false);
  const std::vector<KeyHelp> found = keys_called(args.key);
  if (!found.empty()) return give_keys(world, args.output, found, true);
  if (const std::vector<KeyHelp> inside = keys_in(args.key); !inside.empty())
    return give_keys(world, args.output, inside, false);
  core::Diagnostic unknown = core::finding(core::Code::unknown_key, {{"key", args.key}});
  if (std::string near = io::nearest(args.key, names_near(args.key)); !near.empty())
    unknown.arguments.emplace_back("nearest", std::move(near));
  return tell(world, {std::move(unknown)});
}

Options keys_options(KeysArgs& args) {
  return joined({{{"KEY", {}, Message::help_key_name, &args.key}}, output_options(args.output)});
}

}  // namespace

Exit explain_key(World& world, const std::string& word) {
  const std::vector<KeyHelp> found = keys_called(word);
  if (!found.empty()) return give_keys(world, {}, found, true);
  return tell(world, {unknown_command(word, names_near(word))});
}

Command keys_command() {
  return {.name = "keys", .summary = Message::help_keys, .usage = "[KEY]", .bind = [] {
            return bound(keys_options, keys);
          }};
}

}  // namespace billijk::cli
