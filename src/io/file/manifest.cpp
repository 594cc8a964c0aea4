#include "io/file/manifest.hpp"

#include <nlohmann/json.hpp>

#include "core/number/date.hpp"

namespace billijk::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "billijk/audit-manifest/1";

Json list_of(const std::vector<ManifestEntry>& entries) {
  Json list = Json::array();
  for (const ManifestEntry& entry : entries)
    list.push_back({{"name", entry.name}, {"sha256", entry.sha256}});
  return list;
}

/// Takes members of a JSON object; what is absent or of another type is remembered, never thrown.
class Members {
 public:
  explicit Members(const Json& object) : object_{object} {}

  void text(const char* name, std::string& value) {
    const auto found = object_.find(name);
    if (found == object_.end() || !found->is_string()) return miss(name);
    value = found->get<std::string>();
  }
  void texts(const char* name, std::vector<std::string>& list) {
    const auto found = object_.find(name);
    if (found == object_.end() || !found->is_array()) return miss(name);
    for (const Json& item : *found) {
      if (!item.is_string()) return miss(name);
      list.push_back(item.get<std::string>());
    }
  }
  void entries(const char* name, std::vector<ManifestEntry>& list) {
    const auto found = object_.find(name);
    if (found == object_.end() || !found->is_array()) return miss(name);
    for (const Json& item : *found) {
      if (!item.is_object()) return miss(name);
      Members members{item};
      ManifestEntry entry;
      members.text("name", entry.name);
      members.text("sha256", entry.sha256);
      if (!members.missing.empty()) return miss(name);
      list.push_back(std::move(entry));
    }
  }
  void miss(const char* name) {
    if (missing.empty()) missing = name;
  }

  std::string missing;  ///< the first that does not fit

 private:
  const Json& object_;
};

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  const Json json = {{"schema", schema},
                     {"program", {{"name", manifest.program}, {"version", manifest.version}}},
                     {"as_of", manifest.as_of},
                     {"folder", manifest.folder},
                     {"options",
                      {{"cases", manifest.cases},
                       {"rows", manifest.rows},
                       {"set", manifest.settings},
                       {"presets", manifest.presets_folder},
                       {"scheme", manifest.scheme},
                       {"break_even", manifest.break_even},
                       {"only", manifest.only},
                       {"skip", manifest.skip},
                       {"rules_file", manifest.rules_file},
                       {"delimiter", manifest.delimiter},
                       {"decimal", manifest.decimal},
                       {"language", manifest.language}}},
                     {"inputs", list_of(manifest.inputs)},
                     {"presets", list_of(manifest.presets)},
                     {"result_sha256", manifest.result_sha256},
                     {"dossier", list_of(manifest.dossier)}};
  // A name may be any bytes; JSON may not.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

core::Checked<Manifest> read_manifest(const std::shared_ptr<const core::SourceText>& source) {
  const auto refused = [&](std::string what) {
    return core::refused(core::finding(core::Code::manifest_form, {.source = source}, {},
                                       {{"file", source->name}, {"what", std::move(what)}}));
  };
  const Json json = Json::parse(source->text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refused("JSON");
  Manifest manifest;
  std::string found;
  Members top{json};
  top.text("schema", found);
  if (found != schema) return refused("\"schema\": \"" + std::string{schema} + '"');
  for (const char* part : {"program", "options"}) {
    if (!json.contains(part) || !json.at(part).is_object()) return refused(part);
  }
  Members program{json.at("program")};
  program.text("name", manifest.program);
  program.text("version", manifest.version);
  top.text("as_of", manifest.as_of);
  top.text("folder", manifest.folder);
  Members options{json.at("options")};
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
  top.entries("inputs", manifest.inputs);
  top.entries("presets", manifest.presets);
  top.text("result_sha256", manifest.result_sha256);
  top.entries("dossier", manifest.dossier);
  for (const std::string& missing : {top.missing, program.missing, options.missing}) {
    if (!missing.empty()) return refused(missing);
  }
  if (!core::parse_date(manifest.as_of)) return refused("as_of");
  return manifest;
}

}  // namespace billijk::io
