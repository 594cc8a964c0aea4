#include "report/live/live_case.hpp"

#include <algorithm>
#include <map>

#include "core/case/slot.hpp"
#include "core/formula/shown_lines.hpp"
#include "core/recording.hpp"
#include "report/format/text.hpp"
#include "report/live/live_formula.hpp"
#include "report/live/toml_text.hpp"
#include "report/words/key_help.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Op;
using core::Symbol;
using core::Total;

class LiveCase {
 public:
  LiveCase(const core::Calculation& calculation, const std::vector<std::string>& weight,
           const LiveOrigin& origin, Language language)
      : calculation_{calculation},
        subject_{calculation.subject},
        weight_{weight},
        origin_{origin},
        language_{language},
        names_{subject_, language},
        recording_{calculation.resolution.resolved, calculation.resolution.index_years} {
    const auto unit = subject_.choices.chosen<core::TariffUnit>();
    if (!divisor_lacking(subject_, unit)) {
      recording_.add_verdict(calculation.resolution.resolved, unit);
      hourly_ = recording_.formula.find("tariff_per_hour")->node;
    }
    for (const core::Slot slot : stated_slots(subject_)) slots_.emplace(slot.name(subject_), slot);
  }

  Record run() {
    const core::Rounding& rounding = calculation_.ways().rounding;
    Record rounds = live_rounding(rounding);
    rounds.push_back({"at", word_of(rounding.at)});
    Record all{{"file", subject_.file},
               {"given", calculation_.ways().given},
               {"rounding", std::move(rounds)}};
    Record totals = total_places();
    List lines = line_places();
    append(all, {{"inputs", inputs()},
                 {"lines", std::move(lines)},
                 {"groups", groups()},
                 {"totals", std::move(totals)}});
    if (hourly_) {
      const auto unit = subject_.choices.chosen<core::TariffUnit>();
      all.push_back({"tariff", Record{{"node", *hourly_},
                                      {"unit", word_of(unit)},
                                      {"label", label_of(unit, language_)}}});
    }
    all.push_back({"formula", live_formula(of(), targets_)});
    append(all, origin());
    all.push_back({"provisional", provisional()});
    return all;
  }

 private:
  core::Formula& of() { return recording_.formula; }
  core::Place place_of(const Symbol& symbol) {
    const core::Place place = symbol.place_in(of());
    targets_.push_back(place);
    return place;
  }

  Record total_places() {
    Record all;
    for (const Total total : core::all_totals) {
      if (calculation_[total])
        all.push_back({key_of(total), place_of(recording_.sheet.totals[index_of(total)].number())});
    }
    return all;
  }
  List line_places() {
    return list_of(calculation_.lines, [&](const core::SheetLine& line) {
      return Record{{"key", line.key},
                    {"element", text_or_absent(core::letter_of(line.element))},
                    {"label", label_of(line, language_)},
                    {"node", place_of(core::line_of(recording_.sheet.first, line.id).number())}};
    });
  }
  List groups() const {
    return list_of(line_groups(calculation_.ways()), [](const core::LineGroup& group) {
      return Record{
          {"total", key_of(group.total)},
          {"less", group.less ? Value{key_of(*group.less)} : Value{}},
          {"lines", list_of(group.places, [](std::size_t place) { return Value{place}; })}};
    });
  }

  /// Every figure of the formula; those of presets with no more than their number.
  List inputs() {
    std::map<std::string_view, std::size_t> order;
    for (const core::Slot slot : stated_slots(subject_)) {
      const auto known = slots_.find(slot.name(subject_));
      order.emplace(known->first, order.size());
    }
    const std::vector<bool> used = used_inputs();
    List all;
    for (std::size_t i = 0; i < of().inputs().size(); ++i) {
      const core::FormulaInput& input = of().inputs()[i];
      Record record{{"key", input.name}, {"value", recording_.figures[i].text()}};
      if (core::shift_of(input.unit) != 0) record.push_back({"share", true});
      const auto slot = slots_.find(input.name);
      const bool is_stated = slot != slots_.end();
      if (is_stated) {
        append(record, stated(slot->second));
        record.push_back({"order", order.at(slot->first)});
      }
      if (used[i]) append(record, settable(input, is_stated ? &slot->second : nullptr));
      all.items.emplace_back(std::move(record));
    }
    return all;
  }
  /// Which figures something rests on.
  std::vector<bool> used_inputs() {
    const std::vector<core::FormulaNode>& nodes = of().nodes();
    std::vector<bool> reached(nodes.size());
    if (hourly_) targets_.push_back(*hourly_);
    for (const core::Place place : targets_) reached[place] = true;
    std::vector<bool> used(of().inputs().size());
    // What a distance in a year is counted by, and what a subcontractor is left.
    for (std::size_t i = 0; hourly_ && i < used.size(); ++i) {
      const std::string& name = of().inputs()[i].name;
      used[i] =
          name == path_of(core::Key::volume) || name == path_of(core::Key::subcontracting_fee);
    }
    for (std::size_t place = nodes.size(); place-- > 0;) {
      if (!reached[place]) continue;
      const core::FormulaNode& node = nodes[place];
      if (node.op == Op::input) used[node.which] = true;
      if (node.op == Op::input || node.op == Op::constant) continue;
      reached[node.left] = true;
      if (node.op != Op::result && node.op != Op::rounded) reached[node.right] = true;
      if (node.op == Op::choose) reached[node.which] = true;
    }
    return used;
  }
  Record stated(core::Slot slot) const {
    const core::Input& input = *slot.input(subject_);
    Record record{{"stated", true}};
    if (input.low) record.push_back({"low", input.low->text()});
    if (input.high) record.push_back({"high", input.high->text()});
    const bool is_graded = slot != core::Slot{core::Key::tariff};
    if (is_graded)
      append(record, {{"grade", word_of(input.grade)},
                      {"grade_label", label_of(input.grade, language_)},
                      {"source", text_or_absent(printable(joined(input.source)))}});
    record.push_back({"note", text_or_absent(printable(report::text_of(input.note, language_)))});
    const auto at = std::ranges::find(weight_, slot.name(subject_));
    if (at != weight_.end()) record.push_back({"weight", at - weight_.begin()});
    return record;
  }
  /// What may be set of a figure, and between what; nothing of those of presets and of the index.
  Record settable(const core::FormulaInput& input, const core::Slot* slot) const {
    const std::optional<core::Key> key = core::key_of(input.name);
    const bool is_own = slot != nullptr && slot->kind() != core::Slot::Kind::index_year;
    if (!is_own && (!key || facts_of(*key).chooses)) return {};
    const core::KeyFacts& facts = is_own ? slot->facts() : facts_of(*key);
    Record record{{"settable", true},
                  {"name", printable(names_.name(input.name))},
                  {"label", printable(capital(names_.name(input.name)))},
                  {"unit", unit_of(input)},
                  {"lowest", std::to_string(facts.lowest)},
                  {"highest", std::to_string(facts.highest)},
                  {"allowed", allowed_text(facts, Format{language_})}};
    if (facts.above) record.push_back({"above", true});
    if (slot == nullptr) return record;
    if (slot->kind() == core::Slot::Kind::share) record.push_back({"part", "mix"});
    if (slot->is_line()) record.push_back({"part", "line"});
    return record;
  }
  std::string unit_of(const core::FormulaInput& input) const {
    if (input.name == path_of(core::Key::tariff))
      return "€ " + label_of(subject_.choices.chosen<core::TariffUnit>(), language_);
    const KeyWords* const words = words_of_key(input.name, language_);
    if (words != nullptr && !words->basis.empty()) return std::string{words->basis};
    return std::string{unit_text(input.unit, language_)};
  }

  /// What a case file on top of this one has to say for what the command has set.
  std::string line_of(const LiveOrigin::Setting& setting) const {
    const auto slot = slots_.find(setting.key);
    if (slot == slots_.end()) return setting.line;
    return setting.key + " = " + toml_figure(*slot->second.input(subject_));
  }
  Record origin() const {
    const auto figure = [](std::string key, const core::Input& input) {
      return Record{{"key", std::move(key)}, {"figure", toml_figure(input)}};
    };
    List mix;
    for (const core::MixShare& share : subject_.mix) {
      Record record = figure(share.key(), share.share);
      record.push_back({"path", "wage.mix." + toml_text(share.step)});
      if (share.wage) record.push_back({"wage", figure(share.wage_key(), *share.wage)});
      mix.items.emplace_back(std::move(record));
    }
    return {
        {"command", origin_.command},
        {"arguments", origin_.arguments},
        {"settings", list_of(origin_.settings,
                             [&](const LiveOrigin::Setting& setting) {
                               return Record{{"key", setting.key},
                                             {"path", setting.path},
                                             {"value", setting.value},
                                             {"line", line_of(setting)}};
                             })},
        {"mix", std::move(mix)},
        {"own_lines", list_of(subject_.lines, [&](const core::OwnLine& line) {
           Record record = figure(line.figure_key(), line.figure);
           append(record, {{"toml", toml_line(line)}, {"member", line.per ? "amount" : "percent"}});
           return record;
         })}};
  }
  /// What people call a figure; one of a preset goes by the preset's title.
  std::string ground_of(const std::string& key) const {
    const auto preset = calculation_.presets.find(key.substr(0, key.find('@')));
    return preset == calculation_.presets.end() ? names_.name(key)
                                                : report::text_of(preset->second->title, language_);
  }
  List provisional() const {
    return list_of(provisional_inputs(calculation_, subject_.choices.chosen<core::TariffUnit>()),
                   [&](std::size_t place) {
                     const core::UsedInput& input = calculation_.inputs[place];
                     return Record{{"key", input.key},
                                   {"name", printable(ground_of(input.key))},
                                   {"ranged", input.low.has_value() || input.high.has_value()}};
                   });
  }

  const core::Calculation& calculation_;
  const core::Case& subject_;
  const std::vector<std::string>& weight_;
  const LiveOrigin& origin_;
  Language language_;
  FigureNames names_;
  core::Recording recording_;
  std::optional<core::Place> hourly_;
  std::map<std::string, core::Slot, std::less<>> slots_;
  std::vector<core::Place> targets_;
};

}  // namespace

Record live_case(const core::Calculation& calculation, const std::vector<std::string>& weight,
                 const LiveOrigin& origin, Language language) {
  return LiveCase{calculation, weight, origin, language}.run();
}

}  // namespace billijk::report
