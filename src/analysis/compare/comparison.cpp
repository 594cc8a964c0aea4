#include "analysis/compare/comparison.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Calculation;
using core::UsedInput;

std::string text_of(const UsedInput& input) {
  if (const auto* number = std::get_if<core::Decimal>(&input.value)) return number->text();
  if (const auto* word = std::get_if<std::string>(&input.value)) return *word;
  return core::iso(std::get<core::Date>(input.value));
}

/// A preset's figure follows from the period and the preset's name.
bool is_of_preset(const UsedInput& input) { return input.key.find('@') != std::string::npos; }

class Inputs {
 public:
  explicit Inputs(const std::vector<const Calculation*>& cases) : cases_{cases} {}

  std::vector<ComparedInput> run() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      for (const UsedInput& input : cases_[i]->inputs) {
        if (is_of_preset(input)) continue;
        const auto* number = std::get_if<core::Decimal>(&input.value);
        place(input.key, input.unit).values[i] = {
            text_of(input), number == nullptr ? std::nullopt : std::optional{*number}, &input};
      }
      for (const core::OwnLine& line : cases_[i]->subject.lines) add_line_words(i, line);
    }
    for (std::size_t i = 0; i < cases_.size(); ++i) take_defaults(i);
    return std::move(found_);
  }

 private:
  /// Where a key stands in the list: behind the key that stands before it in its own case.
  ComparedInput& place(const std::string& key, core::Unit unit) {
    const auto known = std::ranges::find(found_, key, &ComparedInput::key);
    if (known != found_.end()) {
      last_ = static_cast<std::size_t>(known - found_.begin());
      return *known;
    }
    const std::size_t at = found_.empty() ? 0 : last_ + 1;
    found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(at),
                  {.key = key,
                   .unit = unit,
                   .values = std::vector<std::optional<ComparedValue>>(cases_.size())});
    last_ = at;
    return found_[at];
  }
  void add_line_words(std::size_t i, const core::OwnLine& line) {
    const auto add = [&](std::string_view part, std::string_view word) {
      place(line.path() + '.' + std::string{part}, core::Unit::none).values[i] = {
          std::string{word}, {}, nullptr};
    };
    add("element", letter_of(line.element));
    if (line.per) add("per", word_of(*line.per));
    if (line.of) add("of", word_of(*line.of));
  }
  /// What a case does not state and another does: what is taken for it, when something is.
  void take_defaults(std::size_t i) {
    for (const core::NotStated& taken : cases_[i]->not_stated) {
      const auto known = std::ranges::find(found_, taken.key, &ComparedInput::key);
      if (known == found_.end() || known->values[i]) continue;
      const bool is_number = core::key_of(taken.key).has_value();
      known->values[i] = {
          taken.taken, is_number ? core::parse_decimal(taken.taken).value : std::nullopt, nullptr};
    }
    // What a contract means that says nothing of it; no figure of a case rests on these.
    for (const core::Choice choice : core::all_choices) {
      const core::ChoiceFacts& facts = facts_of(choice);
      const auto known = std::ranges::find(found_, facts.path, &ComparedInput::key);
      if (facts.outside && known != found_.end() && !known->values[i])
        known->values[i] = {std::string{facts.taken}, std::nullopt, nullptr};
    }
  }

  const std::vector<const Calculation*>& cases_;
  std::vector<ComparedInput> found_;
  std::size_t last_ = 0;
};

std::vector<ComparedLine> lines_of(const std::vector<const Calculation*>& cases) {
  std::vector<ComparedLine> lines;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    std::size_t next = 0;
    for (const core::SheetLine& line : cases[i]->lines) {
      auto known = std::ranges::find(lines, line.key, &ComparedLine::key);
      if (known == lines.end()) {
        const std::vector<std::optional<core::Exact>> none(cases.size());
        known = lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(next),
                             {.key = line.key, .line = &line, .values = none, .rounded = none});
      }
      known->values[i] = line.value;
      known->rounded[i] = line.rounded;
      next = static_cast<std::size_t>(known - lines.begin()) + 1;
    }
  }
  return lines;
}

}  // namespace

bool ComparedInput::differs() const {
  const auto same = [&](const std::optional<ComparedValue>& value) {
    if (!value || !values.front()) return value.has_value() == values.front().has_value();
    if (value->number && values.front()->number) return *value->number == *values.front()->number;
    return value->text == values.front()->text;
  };
  return !std::ranges::all_of(values, same);
}

core::Checked<Comparison> compare(std::vector<const Calculation*> cases,
                                  const BridgeRequest& request) {
  Comparison result{
      .cases = std::move(cases), .inputs = {}, .lines = {}, .bridges = {}, .volume = {}};
  for (std::size_t i = 1; i < result.cases.size(); ++i) {
    core::Checked<Bridge> bridge = bridge_between(result.first(), *result.cases[i], request);
    if (!bridge) return tl::unexpected{std::move(bridge.error())};
    result.bridges.push_back(std::move(*bridge));
  }
  result.inputs = Inputs{result.cases}.run();
  result.lines = lines_of(result.cases);
  for (const Calculation* calculation : result.cases) {
    const core::Decimal volume = calculation->subject.value(core::Key::volume);
    if (!result.volume && !volume.is_zero()) result.volume = core::Exact{volume};
  }
  return result;
}

bool is_part_of(std::string_view input, std::string_view change) {
  constexpr std::string_view joint = " + ";
  while (!change.empty()) {
    const std::string_view one = change.substr(0, change.find(joint));
    const bool apart = one == "wage" && input == "wage.minimum_wage";
    if (input == one || (!apart && input.starts_with(one) && input[one.size()] == '.')) return true;
    // A table's own word says what its number is a share of: hours.sickness_base of hours.sickness.
    if (input.starts_with(one) && (input.ends_with("_base") || input.ends_with("_between")))
      return true;
    if (one == "travel.minutes" && input == "travel.visit_minutes") return true;
    change.remove_prefix(std::min(change.size(), one.size() + joint.size()));
  }
  return false;
}

std::optional<core::Exact> in_a_year(const Comparison& comparison, const core::Exact& per_hour) {
  if (!comparison.volume) return std::nullopt;
  return core::round_half_up(per_hour * *comparison.volume, 2);
}

std::string letter_of_case(std::size_t place) {
  return std::string(1, static_cast<char>('A' + place));
}

}  // namespace billijk::analysis
