#include "io/file/manifest.hpp"

#include <jansson.h>

#include <cstdlib>

#include "core/number/date.hpp"
#include "core/number/utf8.hpp"

namespace billijk::io {
namespace {

constexpr std::string_view schema = "billijk/audit-manifest/1";

struct Release {
  void operator()(json_t* value) const { json_decref(value); }
  void operator()(char* text) const { std::free(text); }  // NOLINT(*-no-malloc): jansson's
};
using Json = std::unique_ptr<json_t, Release>;

/// An object being written, its members in the order in which they come.
class ObjectWriter {
 public:
  ObjectWriter& text(const char* name, std::string_view value) {
    json_object_set_new(object_.get(), name, json_of(value));
    return *this;
  }
  ObjectWriter& texts(const char* name, const std::vector<std::string>& list) {
    json_t* const array = json_array();
    for (const std::string& item : list) json_array_append_new(array, json_of(item));
    json_object_set_new(object_.get(), name, array);
    return *this;
  }
  ObjectWriter& entries(const char* name, const std::vector<ManifestEntry>& list) {
    json_t* const array = json_array();
    for (const ManifestEntry& entry : list) {
      ObjectWriter item;
      item.text("name", entry.name).text("sha256", entry.sha256);
      json_array_append_new(array, item.object_.release());
    }
    json_object_set_new(object_.get(), name, array);
    return *this;
  }
  ObjectWriter& count(const char* name, std::uint64_t value) {
    json_object_set_new(object_.get(), name, json_integer(static_cast<json_int_t>(value)));
    return *this;
  }
  ObjectWriter& object(const char* name, ObjectWriter& members) {
    json_object_set_new(object_.get(), name, members.object_.release());
    return *this;
  }
  std::string dumped() const {
    constexpr std::size_t indent = 2;
    const std::unique_ptr<char, Release> text{json_dumps(object_.get(), JSON_INDENT(indent))};
    return text.get();
  }

 private:
  static json_t* json_of(std::string_view value) {
    const std::string text = core::well_formed(value);  // a name may be any bytes; JSON may not
    return json_stringn(text.data(), text.size());
  }

  Json object_{json_object()};
};

/// Takes members of a JSON object; what is absent or of another type is remembered.
class Members {
 public:
  explicit Members(const json_t* object) : object_{object} {}

  void text(const char* name, std::string& value) {
    const json_t* const found = json_object_get(object_, name);
    if (!json_is_string(found)) return miss(name);
    value = text_of(found);
  }
  void texts(const char* name, std::vector<std::string>& list) {
    each(name, list, [](const json_t* item, std::string& value) {
      if (json_is_string(item)) value = text_of(item);
      return json_is_string(item);
    });
  }
  void entries(const char* name, std::vector<ManifestEntry>& list) {
    each(name, list, [](const json_t* item, ManifestEntry& entry) {
      Members members{item};
      members.text("name", entry.name);
      members.text("sha256", entry.sha256);
      return members.missing.empty();
    });
  }
  /// A count that may be absent.
  void count(const char* name, std::uint64_t& value) {
    const json_t* const found = json_object_get(object_, name);
    if (json_is_integer(found)) value = static_cast<std::uint64_t>(json_integer_value(found));
  }
  void miss(const char* name) {
    if (missing.empty()) missing = name;
  }

  std::string missing;  ///< the first that does not fit

 private:
  static std::string text_of(const json_t* text) {
    return {json_string_value(text), json_string_length(text)};
  }
  template <class Item, class Take>
  void each(const char* name, std::vector<Item>& list, const Take& take) {
    const json_t* const found = json_object_get(object_, name);
    if (!json_is_array(found)) return miss(name);
    for (std::size_t i = 0; i < json_array_size(found); ++i) {
      if (!take(json_array_get(found, i), list.emplace_back())) return miss(name);
    }
  }

  const json_t* object_;
};

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  ObjectWriter program;
  program.text("name", manifest.program).text("version", manifest.version);
  ObjectWriter options;
  options.texts("cases", manifest.cases)
      .text("rows", manifest.rows)
      .texts("set", manifest.settings)
      .text("presets", manifest.presets_folder)
      .text("scheme", manifest.scheme)
      .text("break_even", manifest.break_even)
      .text("only", manifest.only)
      .text("skip", manifest.skip)
      .text("rules_file", manifest.rules_file)
      .text("delimiter", manifest.delimiter)
      .text("decimal", manifest.decimal)
      .text("language", manifest.language);
  if (!manifest.carry.empty()) options.texts("carry", manifest.carry);
  if (!manifest.map.empty()) options.text("map", manifest.map).text("map_key", manifest.map_key);
  ObjectWriter evidence;
  evidence.count("strong", manifest.evidence.strong).count("weak", manifest.evidence.weak);
  ObjectWriter json;
  json.text("schema", schema)
      .object("program", program)
      .text("as_of", manifest.as_of)
      .text("folder", manifest.folder)
      .object("options", options)
      .entries("inputs", manifest.inputs)
      .entries("presets", manifest.presets)
      .text("result_sha256", manifest.result_sha256)
      .entries("dossier", manifest.dossier)
      .object("evidence", evidence);
  return json.dumped() + '\n';
}

core::Checked<Manifest> read_manifest(const std::shared_ptr<const core::SourceText>& source) {
  const auto refused = [&](std::string what) {
    return core::refused(core::finding(core::Code::manifest_form, {.source = source}, {},
                                       {{"file", source->name}, {"what", std::move(what)}}));
  };
  const Json json{
      json_loadb(source->text.data(), source->text.size(), JSON_REJECT_DUPLICATES, nullptr)};
  if (!json_is_object(json.get())) return refused("JSON");
  Manifest manifest;
  std::string found;
  Members top{json.get()};
  top.text("schema", found);
  if (found != schema) return refused("\"schema\": \"" + std::string{schema} + '"');
  for (const char* part : {"program", "options"}) {
    if (!json_is_object(json_object_get(json.get(), part))) return refused(part);
  }
  Members program{json_object_get(json.get(), "program")};
  program.text("name", manifest.program);
  program.text("version", manifest.version);
  top.text("as_of", manifest.as_of);
  top.text("folder", manifest.folder);
  Members options{json_object_get(json.get(), "options")};
  options.texts("cases", manifest.cases);
  options.text("rows", manifest.rows);
  options.texts("set", manifest.settings);
  options.text("presets", manifest.presets_folder);
  options.text("scheme", manifest.scheme);
  options.text("break_even", manifest.break_even);
  options.text("only", manifest.only);
  options.text("skip", manifest.skip);
  options.text("rules_file", manifest.rules_file);
  options.text("delimiter", manifest.delimiter);
  options.text("decimal", manifest.decimal);
  options.text("language", manifest.language);
  const auto has = [&](const char* name) {
    return json_object_get(json_object_get(json.get(), "options"), name) != nullptr;
  };
  if (has("carry")) options.texts("carry", manifest.carry);
  if (has("map")) options.text("map", manifest.map);
  if (has("map_key")) options.text("map_key", manifest.map_key);
  top.entries("inputs", manifest.inputs);
  top.entries("presets", manifest.presets);
  top.text("result_sha256", manifest.result_sha256);
  top.entries("dossier", manifest.dossier);
  Members evidence{json_object_get(json.get(), "evidence")};
  evidence.count("strong", manifest.evidence.strong);
  evidence.count("weak", manifest.evidence.weak);
  for (const std::string& missing : {top.missing, program.missing, options.missing}) {
    if (!missing.empty()) return refused(missing);
  }
  if (!core::parse_date(manifest.as_of)) return refused("as_of");
  return manifest;
}

}  // namespace billijk::io
