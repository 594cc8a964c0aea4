#include "io/case/preset_reader.hpp"

#include <algorithm>

#include "core/index_series.hpp"
#include "io/case/value_reader.hpp"
#include "io/toml/toml.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::PresetKind;
using core::PresetRow;

/// Figures of any size and sign: what is sensible differs from field to field.
constexpr core::KeyFacts money_facts = core::limits(0, core::key_table::unlimited);
constexpr core::KeyFacts hours_facts =
    core::limits(-core::key_table::unlimited, core::key_table::unlimited);
constexpr core::KeyFacts share_facts = core::limits(0, 100, core::Unit::percent);
constexpr core::KeyFacts change_facts = core::limits(-20, 50, core::Unit::percent);

/// The figures a row of a kind must state, and those it may.
struct KindFields {
  std::vector<std::string> required;
  std::vector<std::string> optional;
};
KindFields fields_of(PresetKind kind) {
  switch (kind) {
    case PresetKind::wage_scale:
      return {{"steps"}, {"rise"}};
    case PresetKind::minimum_wage:
      return {{"hour"}, {}};
    case PresetKind::charges:
      return {{"awf_low", "awf_high", "aof_small", "aof_large", "wko", "whk", "zvw", "max_wage"},
              {"sector"}};
    case PresetKind::pension:
      return {{"op", "ap", "franchise", "ap_franchise"}, {}};
    case PresetKind::norm_hours:
      return {{}, {"hours"}};
    case PresetKind::index_series:
      break;
  }
  return {};
}

const core::KeyFacts& facts_of_field(PresetKind kind, std::string_view field) {
  if (field == "rise" || kind == PresetKind::index_series) return change_facts;
  const bool percent =
      (kind == PresetKind::charges && field != "max_wage") || field == "op" || field == "ap";
  return percent ? share_facts : money_facts;
}

class PresetBuilder {
 public:
  PresetBuilder(const Node& root, ReadPreset& result)
      : root_{root}, preset_{result.preset}, findings_{result.findings}, reader_{result.findings} {}

  void build() {
    if (!check_schema()) return;
    for (const Member& member : root_.members) take_top(member);
    require(root_, "kind", "");
    require(root_, "title", "");
    if (!kind_known_) return;
    const Node* rows = root_.find("at");
    if (rows == nullptr || rows->items.empty()) {
      reader_.add(Code::no_rows, {.source = root_.at.source}, "at", {});
      return;
    }
    for (const Node& item : rows->items) {
      if (item.is_table()) take_row(item);
    }
    check_order();
    if (preset_.kind == PresetKind::index_series) {
      const Node* weights = root_.find("weights");
      for (core::Diagnostic& finding : core::check_series(preset_)) {
        if (finding.at.source == nullptr)
          finding.at = weights != nullptr ? weights->at : core::Position{.source = root_.at.source};
        findings_.push_back(std::move(finding));
      }
    }
  }

 private:
  /// Whether the rest is worth reading: a file that says it is something else is left alone.
  bool check_schema() {
    return reader_.schema(root_, "billijk/preset/1") || root_.find("schema") == nullptr;
  }
  void require(const Node& table, const std::string& key, const std::string& prefix) {
    if (table.find(key) != nullptr) return;
    reader_.add(Code::missing_key,
                table.at.line > 1 ? table.at : core::Position{.source = root_.at.source},
                prefix + key, {{"key", prefix + key}});
  }

  void take_top(const Member& member) {
    static const std::vector<std::string> known{"schema",  "kind",     "title",         "unit",
                                                "weights", "catch_up", "round_percent", "at"};
    const Node& node = member.value;
    if (member.key == "kind") {
      if (const auto kind = reader_.choice(node, "kind", core::choice_words<PresetKind>)) {
        preset_.kind = static_cast<PresetKind>(*kind);
        kind_known_ = true;
      }
    } else if (member.key == "title") {
      preset_.title = reader_.language_text(node, "title").value_or(core::Text{});
    } else if (member.key == "unit") {
      preset_.unit = reader_.text(node, "unit").value_or("");
    } else if (member.key == "weights") {
      take_weights(node);
    } else if (member.key == "catch_up") {
      preset_.catch_up = catch_up(node, "catch_up");
    } else if (member.key == "round_percent") {
      constexpr core::KeyFacts digits = core::limits(0, 10);
      const std::optional<core::Decimal> value = reader_.decimal(node, "round_percent", digits);
      if (value && !value->is_whole())
        reader_.wrong_type(node, "round_percent", core::Phrase::type_whole);
      if (value && value->is_whole())
        preset_.round_percent = static_cast<int>(value->coefficient());
    } else if (member.key == "at") {
      if (node.type != Node::Type::array) reader_.wrong_type(node, "at", core::Phrase::type_array);
    } else if (member.key != "schema") {
      reader_.unknown_key(member, member.key, known);
    }
  }
  std::optional<core::CatchUp> catch_up(const Node& node, std::string_view path) {
    const std::optional<std::size_t> found =
        reader_.choice(node, path, core::choice_words<core::CatchUp>);
    return found ? std::optional{static_cast<core::CatchUp>(*found)} : std::nullopt;
  }
  void take_weights(const Node& node) {
    if (!node.is_table()) return reader_.wrong_type(node, "weights", core::Phrase::type_table);
    for (const Member& member : node.members) {
      const std::string path = "weights." + member.key;
      if (const auto weight = reader_.decimal(member.value, path, share_facts)) {
        preset_.weights.push_back({member.key, *weight});
      }
    }
  }

  void take_row(const Node& table) {
    PresetRow row;
    row.at = table.at;
    for (const Member& member : table.members) take_field(member, row);
    require(table, "from", "at.");
    require(table, "grade", "at.");
    require(table, "source", "at.");
    for (const std::string& field : fields_of(preset_.kind).required) require(table, field, "at.");
    if (preset_.kind == PresetKind::norm_hours) check_modules(table, row);
    if (table.find("source") != nullptr && row.source.empty()) {
      reader_.add(Code::no_source, table.find("source")->at, "at.source", {});
    }
    preset_.rows.push_back(std::move(row));
  }
  void take_field(const Member& member, PresetRow& row) {
    const Node& node = member.value;
    const std::string path = "at." + member.key;
    if (member.key == "from") {
      row.from = reader_.date(node, path).value_or(core::Date{});
    } else if (member.key == "until") {
      row.until = reader_.date(node, path);
    } else if (member.key == "confirmed_until") {
      row.confirmed_until = reader_.date(node, path);
    } else if (member.key == "checked") {
      row.checked = reader_.date(node, path);
    } else if (member.key == "grade") {
      const auto grade = reader_.choice(node, path, core::choice_words<core::Grade>);
      if (grade) row.grade = static_cast<core::Grade>(*grade);
    } else if (member.key == "source") {
      row.source = reader_.texts(node, path);
      std::erase(row.source, "");
    } else if (member.key == "note") {
      row.note = reader_.language_text(node, path).value_or(core::Text{});
    } else if (member.key == "catch_up" && preset_.kind == PresetKind::index_series) {
      row.catch_up = catch_up(node, path);
    } else {
      take_figure(member, path, row);
    }
  }
  void take_figure(const Member& member, const std::string& path, PresetRow& row) {
    if (member.key == "steps" && preset_.kind == PresetKind::wage_scale)
      return take_named(member, money_facts, row);
    if (preset_.kind == PresetKind::norm_hours) {
      if (member.key == "modules") return take_named(member, hours_facts, row);
      if (member.key == "labels") return take_labels(member.value, row);
    }
    const KindFields fields = fields_of(preset_.kind);
    const auto is = [&](const std::vector<std::string>& list) {
      return std::ranges::find(list, member.key) != list.end();
    };
    if (preset_.kind != PresetKind::index_series && !is(fields.required) && !is(fields.optional)) {
      std::vector<std::string> known{"from",    "until", "confirmed_until", "grade", "source",
                                     "checked", "note"};
      known.insert(known.end(), fields.required.begin(), fields.required.end());
      known.insert(known.end(), fields.optional.begin(), fields.optional.end());
      if (preset_.kind == PresetKind::norm_hours) known.insert(known.end(), {"modules", "labels"});
      return reader_.unknown_key(member, member.key, known);
    }
    if (const auto value =
            reader_.decimal(member.value, path, facts_of_field(preset_.kind, member.key))) {
      row.fields.push_back({member.key, *value});
    }
  }
  /// Figures of a row that have names of their own: "steps.5", "modules.laundry".
  void take_named(const Member& table, const core::KeyFacts& facts, PresetRow& row) {
    const Node& named = table.value;
    if (!named.is_table())
      return reader_.wrong_type(named, "at." + table.key, core::Phrase::type_table);
    for (const Member& one : named.members) {
      const std::string name = table.key + '.' + one.key;
      if (const auto figure = reader_.decimal(one.value, "at." + name, facts))
        row.fields.push_back({name, *figure});
    }
  }
  void take_labels(const Node& labels, PresetRow& row) {
    if (!labels.is_table())
      return reader_.wrong_type(labels, "at.labels", core::Phrase::type_table);
    for (const Member& label : labels.members) {
      if (auto text = reader_.language_text(label.value, "at.labels." + label.key))
        row.labels.emplace(label.key, std::move(*text));
    }
  }
  /// One figure or modules, and each of those with a label.
  void check_modules(const Node& table, const PresetRow& row) {
    const Node* const modules = table.find("modules");
    const Node* const labels = table.find("labels");
    if ((modules == nullptr || modules->members.empty()) && table.find("hours") == nullptr) {
      reader_.add(Code::missing_key, table.at, "at.hours",
                  {{"key", "at.hours"}, {"or", "at.modules + at.labels"}});
    }
    std::vector<std::string> known;
    for (std::size_t i = 0; modules != nullptr && i < modules->members.size(); ++i) {
      const Member& module = modules->members[i];
      known.push_back("at.labels." + module.key);
      if (!row.labels.contains(module.key) &&
          (labels == nullptr || labels->find(module.key) == nullptr))
        reader_.add(Code::missing_key, module.at, known.back(), {{"key", known.back()}});
    }
    for (std::size_t i = 0; labels != nullptr && i < labels->members.size(); ++i) {
      const Member& label = labels->members[i];
      const std::string path = "at.labels." + label.key;
      if (std::ranges::find(known, path) == known.end()) reader_.unknown_key(label, path, known);
    }
  }

  void check_order() {
    for (std::size_t i = 0; i < preset_.rows.size(); ++i) {
      const PresetRow& row = preset_.rows[i];
      if (i > 0 && row.from <= preset_.rows[i - 1].from) {
        reader_.add(
            Code::rows_order, row.at, "at.from",
            {{"from", core::iso(row.from)}, {"before", core::iso(preset_.rows[i - 1].from)}});
      }
      if (row.until && *row.until < row.from) {
        reader_.add(Code::rows_order, row.at, "at.until",
                    {{"from", core::iso(*row.until)}, {"before", core::iso(row.from)}});
      }
    }
  }

  const Node& root_;
  core::Preset& preset_;
  core::Diagnostics& findings_;
  ValueReader reader_;
  bool kind_known_ = false;
};

}  // namespace

ReadPreset read_preset(const Node& root, const std::string& name) {
  ReadPreset result;
  result.preset.name = name;
  PresetBuilder{root, result}.build();
  return result;
}

ReadPreset read_preset_text(const std::shared_ptr<const core::SourceText>& source,
                            const std::string& name) {
  const TomlResult toml = read_toml(source);
  Node root = toml.root;
  root.at.source = source;
  ReadPreset result = read_preset(root, name);
  if (toml.skipped) core::drop_consequences(result.findings);
  result.findings.insert(result.findings.begin(), toml.errors.begin(), toml.errors.end());
  return result;
}

}  // namespace billijk::io
