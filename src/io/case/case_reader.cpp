#include "io/case/case_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>
#include <tuple>

#include "core/case/row_cells.hpp"
#include "core/norm_hours.hpp"
#include "io/case/case_builder.hpp"
#include "io/case/check.hpp"
#include "io/case/merge.hpp"
#include "io/case/settings.hpp"
#include "io/toml/toml.hpp"

namespace billijk::io {
namespace {

using core::Code;
using Source = std::shared_ptr<const core::SourceText>;

constexpr std::string_view preset_prefix = "preset:";
constexpr std::size_t most_extends = 8;

/// Where a case stands: a name that tells two ways to the same file apart from two files.
struct Place {
  std::string shown;
  std::string identity;
  std::filesystem::path folder;
  bool is_input = false;  ///< the text of the request, no file

  bool is_file() const { return !is_input && !shown.starts_with(preset_prefix); }
};

class CaseReader {
 public:
  CaseReader(const CaseRequest& request, const PresetStore& store)
      : request_{request}, store_{store} {}

  core::Checked<LoadedCase> read() {
    std::optional<Node> merged = read_merged();
    if (!merged) return tl::unexpected{in_order(std::move(errors_))};
    return build(*merged);
  }
  /// The file, what it extends and the settings; nothing when the file itself cannot be read.
  std::optional<Node> read_merged() {
    const bool is_input = request_.standard_input != nullptr && request_.name == "-";
    const Place place = is_input
                            ? Place{.shown = "-", .identity = "-", .folder = ".", .is_input = true}
                            : place_of(request_.name, {});
    std::optional<Node> merged = read_file_of(place, {});
    if (merged) {
      lay_over(*merged, read_settings(request_.settings, request_.options));
    } else {
      take_errors(read_settings(request_.settings, request_.options).errors);
    }
    return merged;
  }
  void lay_over(Node& merged, const Settings& settings) {
    take_errors(settings.errors);
    apply_settings(merged, settings, errors_);
  }
  core::Checked<LoadedCase> build(const Node& merged) {
    BuiltCase built = build_case(merged, request_.name);
    if (partial_) core::drop_consequences(built.errors);
    take_errors(built.errors);
    LoadedCase loaded{
        .subject = std::move(built.subject), .presets = {}, .files = files_, .texts = texts_};
    load_presets(merged, loaded);
    take_norm_hours(loaded);
    if (!errors_.empty()) return tl::unexpected{in_order(std::move(errors_))};
    return loaded;
  }
  core::Diagnostics take_errors() { return in_order(std::move(errors_)); }
  std::vector<Source> take_texts() { return std::move(texts_); }

 private:
  /// Findings of one file in the order of its lines, and no more than people read; files stay in
  /// the order they were read.
  static core::Diagnostics in_order(core::Diagnostics findings) {
    std::vector<const core::SourceText*> files;
    const auto rank = [&](const core::Diagnostic& finding) {
      const auto known = std::ranges::find(files, finding.at.source.get());
      // That there are too many stands after all others.
      const int line = finding.code == Code::too_many_findings ? std::numeric_limits<int>::max()
                                                               : finding.at.line;
      return std::tuple{known - files.begin(), line, finding.at.column};
    };
    for (const core::Diagnostic& finding : findings) {
      if (std::ranges::find(files, finding.at.source.get()) == files.end())
        files.push_back(finding.at.source.get());
    }
    std::ranges::stable_sort(findings, {}, rank);
    core::Diagnostics shown;
    std::size_t of_file = 0;
    for (core::Diagnostic& finding : findings) {
      const bool same = !shown.empty() && shown.back().at.source == finding.at.source;
      of_file = same ? of_file + 1 : 1;
      if (of_file == core::most_findings + 1) {
        shown.push_back(core::too_many_findings(finding.at.source));
      } else if (of_file <= core::most_findings) {
        shown.push_back(std::move(finding));
      }
    }
    return shown;
  }
  void take_errors(const core::Diagnostics& more) {
    errors_.insert(errors_.end(), more.begin(), more.end());
  }
  Place place_of(const std::string& name, const std::filesystem::path& folder) const {
    if (name.starts_with(preset_prefix)) return {.shown = name, .identity = name, .folder = "."};
    const std::filesystem::path path =
        std::filesystem::path{name}.is_absolute() ? std::filesystem::path{name} : folder / name;
    std::error_code ignored;
    return {
        .shown = path.lexically_normal().string(),
        .identity =
            std::filesystem::weakly_canonical(store_.reading().place_of(path), ignored).string(),
        .folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."}};
  }

  /// The built-in case whose name, or the last of it, was taken for that of a file.
  void offer_preset(const Place& place, core::Diagnostic& error) const {
    std::filesystem::path name{place.shown};
    if (name.extension() == ".toml") name.replace_extension();
    for (const std::string& preset : {name.generic_string(), "cases/" + name.generic_string()}) {
      if (store_.has(preset))
        error.arguments.emplace_back("nearest", std::string{preset_prefix} + preset);
    }
  }
  core::Checked<Source> text_of(const Place& place) const {
    if (place.is_input) return request_.standard_input;
    if (!place.is_file()) return store_.text_of(place.shown.substr(preset_prefix.size()));
    return store_.reading().text(place.shown);
  }

  /// Reads a file and what it extends, the furthest first. `chain` is how we came here.
  std::optional<Node> read_file_of(const Place& place, std::vector<std::string> chain,
                                   const core::Position& asked_at = {}) {
    core::Checked<Source> source = text_of(place);
    if (!source) {
      for (core::Diagnostic& error : source.error()) {
        if (asked_at.source != nullptr) error.at = asked_at;
        if (error.code == Code::file_unreadable) offer_preset(place, error);
        errors_.push_back(std::move(error));
      }
      return std::nullopt;
    }
    if ((*source)->text.find_first_not_of(" \t\r\n") == std::string::npos) {
      errors_.push_back(
          core::finding(Code::empty_file, {.source = *source}, {}, {{"file", place.shown}}));
      return std::nullopt;
    }
    if (place.is_file()) files_.push_back(place.shown);
    texts_.push_back(*source);
    TomlResult toml = read_toml(*source);
    partial_ = partial_ || toml.skipped;
    toml.root.at.source = *source;
    core::Diagnostics found = check_case_file(toml.root);
    const bool is_referred = request_.referred || asked_at.source != nullptr;
    if (is_referred && !found.empty() && found.front().code == Code::wrong_schema) {
      // Not every file is a case, and what others wrote in it is not told.
      found.front().at = {.source = *source};
      errors_.push_back(std::move(found.front()));
      return std::nullopt;
    }
    errors_.insert(errors_.end(), toml.errors.begin(), toml.errors.end());
    if (!found.empty() && found.front().code == Code::wrong_schema) {
      const bool states_another = toml.root.find("schema") != nullptr;
      if (states_another) {
        errors_.push_back(std::move(found.front()));
        return std::nullopt;
      }
      if (toml.skipped) found.erase(found.begin());
    }
    if (toml.skipped) core::drop_consequences(found);
    errors_.insert(errors_.end(), found.begin(), found.end());
    if (!found.empty() && found.back().code == Code::too_many_findings) return std::nullopt;
    return with_extended(place, std::move(chain), std::move(toml.root));
  }

  std::optional<Node> with_extended(const Place& place, std::vector<std::string> chain, Node root) {
    const Node* extends = root.find("extends");
    if (extends == nullptr || extends->type != Node::Type::text) return root;
    chain.push_back(place.identity);
    const Place next = place_of(extends->text, place.folder);
    const auto known = std::ranges::find(chain, next.identity);
    if (known != chain.end()) {
      errors_.push_back(core::finding(Code::extends_cycle, extends->at, "extends",
                                      {{"cycle", cycle(known, chain.end(), next)}}));
      partial_ = true;
      return root;
    }
    if (chain.size() > most_extends) {
      errors_.push_back(core::finding(Code::extends_too_deep, extends->at, "extends"));
      partial_ = true;
      return root;
    }
    std::optional<Node> base = read_file_of(next, std::move(chain), extends->at);
    if (!base) {
      partial_ = true;
      return root;
    }
    merge(*base, root);
    base->at = root.at;
    return base;
  }
  static std::string cycle(std::vector<std::string>::const_iterator from,
                           std::vector<std::string>::const_iterator end, const Place& next) {
    std::string text;
    for (; from != end; ++from) text += std::filesystem::path{*from}.filename().string() + " -> ";
    return text + std::filesystem::path{next.identity}.filename().string();
  }

  void load_presets(const Node& merged, LoadedCase& loaded) {
    using core::PresetKind;
    const core::Case& subject = loaded.subject;
    if (subject.is_given() || merged.find("given") != nullptr)
      return load_of_contract(merged, loaded);
    load(merged, "wage.scale", subject.scale, PresetKind::wage_scale, loaded.presets);
    load(merged, "wage.minimum_wage", subject.minimum_wage_preset(), PresetKind::minimum_wage,
         loaded.presets);
    if (subject.minimum_wage_preset().empty() && store_.has(core::Case::legal_minimum_wage()))
      load(merged, "wage.minimum_wage", core::Case::legal_minimum_wage(), PresetKind::minimum_wage,
           loaded.presets);
    load(merged, "employer_charges.social.preset", subject.social_preset, PresetKind::charges,
         loaded.presets);
    load(merged, "employer_charges.pension.preset", subject.pension_preset, PresetKind::pension,
         loaded.presets);
    if (subject.indexation) {
      load(merged, "indexation.series", subject.indexation->series, PresetKind::index_series,
           loaded.presets);
    }
    load_of_contract(merged, loaded);
  }
  void load_of_contract(const Node& merged, LoadedCase& loaded) {
    const std::optional<core::IndexClause>& clause = loaded.subject.contract.indexation;
    if (clause)
      load(merged, "contract.indexation.series", clause->series, core::PresetKind::index_series,
           loaded.presets);
    load(merged, "audit.scale", loaded.subject.audit.scale, core::PresetKind::wage_scale,
         loaded.presets);
    if (loaded.subject.result)
      load(merged, "result.preset", loaded.subject.result->preset, core::PresetKind::norm_hours,
           loaded.presets);
    load(merged, "audit.norm_hours", loaded.subject.audit.norm_hours, core::PresetKind::norm_hours,
         loaded.presets);
  }
  void take_norm_hours(LoadedCase& loaded) {
    if (!loaded.subject.result || !errors_.empty()) return;
    const auto preset = loaded.presets.find(loaded.subject.result->preset);
    take_errors(core::take_norm_hours(loaded.subject, *preset->second));
  }
  void load(const Node& merged, std::string_view path, const std::string& name,
            core::PresetKind kind, core::Presets& presets) {
    if (name.empty()) return;
    const auto known = presets.find(name);
    if (known != presets.end() && known->second->kind == kind) return;
    const Node* node = merged.find_path(path);
    core::Checked<std::shared_ptr<const core::Preset>> preset =
        store_.load(name, kind, node == nullptr ? core::Position{} : node->at);
    if (preset) {
      presets.emplace(name, std::move(*preset));
    } else {
      errors_.insert(errors_.end(), preset.error().begin(), preset.error().end());
    }
  }

  const CaseRequest& request_;
  const PresetStore& store_;
  core::Diagnostics errors_;
  std::vector<std::string> files_;
  std::vector<Source> texts_;
  bool partial_ = false;
};

}  // namespace

core::Checked<LoadedCase> load_case(const CaseRequest& request, const PresetStore& store) {
  return CaseReader{request, store}.read();
}

core::Checked<MergedCase> read_case(const CaseRequest& request, const PresetStore& store) {
  CaseReader reader{request, store};
  std::optional<Node> merged = reader.read_merged();
  core::Diagnostics errors = reader.take_errors();
  if (!merged || !errors.empty()) return tl::unexpected{std::move(errors)};
  return MergedCase{.root = std::move(*merged), .name = request.name, .texts = reader.take_texts()};
}

core::Checked<LoadedCase> load_row(const core::Checked<MergedCase>& merged,
                                   const StatedCells& cells, const PresetStore& store) {
  if (!merged) return tl::unexpected{merged.error()};
  const CaseRequest request{.name = merged->name, .standard_input = {}, .settings = {}};
  CaseReader reader{request, store};
  Node root = merged->root;
  reader.lay_over(root, settings_of(cells));
  core::Checked<LoadedCase> loaded = reader.build(root);
  if (loaded) loaded->subject = with_cells(std::move(loaded->subject), cells.numbers);
  return loaded;
}

}  // namespace billijk::io
