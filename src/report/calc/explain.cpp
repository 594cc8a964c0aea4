#include "report/calc/explain.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "report/calc/expression.hpp"
#include "report/format/text.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::FormulaNode;
using core::Op;

constexpr std::string_view rounded_prefix = "rounded.";

/// Figures without thousands signs, to be typed into a calculator; twelve decimals, zeros and all,
/// say that there are more.
std::string figure(const Exact& value, const Format& format) {
  constexpr int most = core::Decimal::max_digits;
  std::string text =
      core::is_written_by(value, most) ? core::shortest(value) : core::fixed(value, most);
  std::ranges::replace(text, '.', format.decimal_sign());
  return text;
}

class Explainer {
 public:
  Explainer(const Reported& reported, const Format& format)
      : calculation_{reported.calculation},
        derived_{reported.derived()},
        recording_{recording_of(calculation_)},
        format_{format},
        language_{format.language()} {
    int number = 0;
    for (const core::UsedInput& input : calculation_.inputs) numbers_[input.key] = ++number;
  }

  Drawing steps() {
    recording_->add_derived(calculation_.resolution.resolved, derived_);
    recording_->play();
    for (const core::FormulaStep& step : recording_->formula.steps()) add(step);
    return std::move(drawing_);
  }

  Bullets sources() const {
    Bullets bullets;
    for (const core::UsedInput& input : calculation_.inputs)
      bullets.items.push_back(source_of(input));
    return bullets;
  }

 private:
  void add(const core::FormulaStep& step) {
    // What is rounded the ledger shows.
    if (step.name.starts_with(rounded_prefix)) return;
    const bool is_index = step.name.starts_with("index@");
    const core::Place expression = recording_->formula.nodes()[step.node].left;
    const auto text = [&](const auto& leaf) {
      return expression_text(
          {.formula = recording_->formula,
           .leaf = leaf,
           .is_nothing = [this](core::Place place) { return value(place).is_zero(); },
           .with_rounding = !is_index},
          expression);
    };
    const std::string names = text([this](const FormulaNode& leaf) { return named(leaf); });
    const std::string figures = text([this](const FormulaNode& leaf) { return valued(leaf); });
    const std::string result =
        is_index ? percent_text(value(step.node)) : figure(value(step.node), format_);
    drawing_.lines.push_back(step.name);
    if (!is_index && step.name != "index_factor") line(names);
    if (figures != result) line(figures);
    line(result + (step.unit == core::Unit::none ? "" : ' ' + unit_label(step.unit)));
  }
  const Exact& value(core::Place place) const { return recording_->values[place]; }
  std::string unit_label(core::Unit unit) const {
    return say(unit == core::Unit::eur_per_hour ? Message::unit_euro_per_hour
                                                : Message::unit_hours_per_year,
               language_);
  }

  std::string named(const FormulaNode& leaf) const {
    const core::Formula& formula = recording_->formula;
    if (leaf.op == Op::constant) return figure(formula.constant_at(leaf), format_);
    if (leaf.op == Op::result) return without_rounded(formula.step_at(leaf).name);
    const std::string& name = formula.input_at(leaf).name;
    const auto number = numbers_.find(name);
    return number == numbers_.end() ? name : name + '[' + std::to_string(number->second) + ']';
  }
  static std::string without_rounded(const std::string& name) {
    return name.starts_with(rounded_prefix) ? name.substr(rounded_prefix.size()) : name;
  }
  std::string valued(const FormulaNode& leaf) const {
    const core::Formula& formula = recording_->formula;
    if (leaf.op == Op::constant) return bracketed(figure(formula.constant_at(leaf), format_));
    if (leaf.op == Op::result) {
      const core::FormulaStep& step = formula.step_at(leaf);
      return step.name.starts_with("index@") ? percent_text(value(step.node))
                                             : bracketed(figure(value(step.node), format_));
    }
    std::string text = recording_->figures[leaf.which].text();
    std::ranges::replace(text, '.', format_.decimal_sign());
    if (formula.input_at(leaf).unit == core::Unit::percent) text += " %";
    return bracketed(text);
  }
  std::string percent_text(const Exact& share) const {
    return figure(share * Exact{100}, format_) + " %";
  }
  static std::string bracketed(const std::string& text) {
    return text.starts_with('-') ? '(' + text + ')' : text;
  }

  /// "  = …", broken at blanks with the rest further in.
  void line(const std::string& text) {
    bool first = true;
    for (const std::string& part : wrapped(text, 74)) {
      drawing_.lines.push_back((first ? "  = " : "      ") + part);
      first = false;
    }
  }

  std::string source_of(const core::UsedInput& input) const {
    std::string text = '[' + std::to_string(numbers_.at(input.key)) + "] " +
                       name_with_key(input.key, language_) + " = " + value_of(input);
    if (input.low || input.high) {
      const auto end = [&](const std::optional<core::Decimal>& value) {
        return value ? figure(Exact{*value}, format_) : "-";
      };
      text += " (" + end(input.low) + " .. " + end(input.high) + ')';
    }
    if (!input.grade) return text;
    text += "; " + label_of(*input.grade, language_) + "; ";
    text += input.source.empty() ? say(Message::no_source_text, language_) : joined(input.source);
    if (input.checked)
      text += "; " + say(Message::checked_on, language_, {{"day", format_.date(*input.checked)}});
    if (!input.note.empty()) text += "; " + text_of(input.note, language_);
    return text;
  }
  std::string value_of(const core::UsedInput& input) const {
    if (const auto* text = std::get_if<std::string>(&input.value))
      return chosen_text(input.key, *text, language_);
    if (const auto* day = std::get_if<core::Date>(&input.value)) return format_.date(*day);
    const std::string number = figure(Exact{std::get<core::Decimal>(input.value)}, format_);
    return input.unit == core::Unit::none
               ? number
               : number + ' ' + std::string{unit_text(input.unit, language_)};
  }

  const core::Calculation& calculation_;
  const std::vector<core::DerivedFigure>& derived_;
  std::shared_ptr<core::Recording> recording_;
  const Format& format_;
  Language language_;
  std::map<std::string, int> numbers_;
  Drawing drawing_;
};

}  // namespace

Bullets sources_of(const core::Calculation& calculation, const Format& format) {
  return Explainer{calculation, format}.sources();
}

void add_explanation(Document& document, const Reported& reported, const Format& format) {
  const Language language = format.language();
  Explainer explainer{reported, format};
  document.add(Heading{.text = say(Message::heading_explain, language), .folded = true});
  document.add(Paragraph{say(Message::explain_intro, language)});
  document.add(explainer.steps());
  document.add(Heading{.text = say(Message::heading_sources, language), .folded = true});
  document.add(explainer.sources());
  document.add(Heading{.text = say(Message::heading_not_modelled, language), .folded = true});
  document.add(Paragraph{say(Message::not_modelled, language)});
}

}  // namespace billijk::report
