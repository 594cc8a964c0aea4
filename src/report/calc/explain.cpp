#include "report/calc/explain.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "report/calc/expression.hpp"
#include "report/format/text.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::TraceNode;

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
        format_{format},
        language_{format.language()} {
    int number = 0;
    for (const core::UsedInput& input : calculation_.inputs) numbers_[input.key] = ++number;
  }

  Drawing steps() {
    core::Recorder<core::Trace> record;
    core::Sheet<core::Trace> sheet;
    const core::Resolved& resolved = calculation_.resolution.resolved;
    evaluate(core::numbers_of<core::Trace>(resolved.figures), resolved.ways, record, sheet);
    index_step();
    for (const core::TraceStep& step : record.steps()) add(step);
    add_derived();
    return std::move(drawing_);
  }

  Bullets sources() const {
    Bullets bullets;
    for (const core::UsedInput& input : calculation_.inputs)
      bullets.items.push_back(source_of(input));
    return bullets;
  }

 private:
  void add(const core::TraceStep& step) {
    const std::string names =
        expression_text(*step.expression, [&](const TraceNode& leaf) { return named(leaf); });
    const std::string figures =
        expression_text(*step.expression, [&](const TraceNode& leaf) { return valued(leaf); });
    const std::string result = figure(step.expression->value, format_);
    drawing_.lines.push_back(step.name);
    line(names);
    if (figures != result) line(figures);
    line(result + (step.unit == core::Unit::none ? "" : ' ' + unit_label(step.unit)));
  }
  void add_derived() {
    using core::Trace;
    const core::Resolved& resolved = calculation_.resolution.resolved;
    core::Recorder<Trace> least;
    for (const core::DerivedFigure& figure : derived_) {
      const Trace share = Trace::input(figure.price.percent_key(), figure.price.percent.value,
                                       core::Unit::percent) *
                          Trace::result(std::string{word_of(figure.price.of)}, figure.base.rounded,
                                        core::Unit::eur_per_hour);
      add({.name = "derived." + figure.price.key,
           .expression = core::round(share, resolved.ways.rounding).node(),
           .unit = core::Unit::eur_per_hour});
      if (figure.least && least.steps().empty()) core::informal_floor(resolved, least);
    }
    for (const core::TraceStep& step : least.steps()) add(step);
  }
  std::string unit_label(core::Unit unit) const {
    return say(unit == core::Unit::eur_per_hour ? Message::unit_euro_per_hour
                                                : Message::unit_hours_per_year,
               language_);
  }
  void index_step() {
    std::string product;
    for (const core::IndexYear& year : calculation_.resolution.index_years) {
      const std::string percent = figure(year.index * Exact{100}, format_) + " %";
      std::string formula = year.formula;
      std::ranges::replace(formula, '.', format_.decimal_sign());
      drawing_.lines.push_back("index@" + std::to_string(year.year));
      if (formula != percent) line(formula);
      line(percent);
      product.append(product.empty() ? "" : " × ").append("(1 + ").append(percent).append(")");
    }
    if (product.empty()) return;
    drawing_.lines.emplace_back("index_factor");
    line(product);
    line(figure(calculation_.ways().index_factor, format_));
  }

  std::string named(const TraceNode& leaf) const {
    if (leaf.kind == TraceNode::Kind::constant) return figure(leaf.value, format_);
    const auto number = numbers_.find(leaf.name);
    return number == numbers_.end() ? leaf.name
                                    : leaf.name + '[' + std::to_string(number->second) + ']';
  }
  std::string valued(const TraceNode& leaf) const {
    std::string text;
    if (leaf.kind == TraceNode::Kind::input) {
      text = leaf.literal;
      std::ranges::replace(text, '.', format_.decimal_sign());
      if (leaf.unit == core::Unit::percent) text += " %";
    } else {
      text = figure(leaf.value, format_);
    }
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
    std::string text =
        '[' + std::to_string(numbers_.at(input.key)) + "] " + input.key + " = " + value_of(input);
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
    if (!input.note.empty()) text += "; " + input.note;
    return text;
  }
  std::string value_of(const core::UsedInput& input) const {
    if (const auto* text = std::get_if<std::string>(&input.value)) return *text;
    if (const auto* day = std::get_if<core::Date>(&input.value)) return format_.date(*day);
    const std::string number = figure(Exact{std::get<core::Decimal>(input.value)}, format_);
    return input.unit == core::Unit::none
               ? number
               : number + ' ' + std::string{unit_text(input.unit, language_)};
  }

  const core::Calculation& calculation_;
  const std::vector<core::DerivedFigure>& derived_;
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
  document.add(Heading{say(Message::heading_explain, language)});
  document.add(Paragraph{say(Message::explain_intro, language)});
  document.add(explainer.steps());
  document.add(Heading{say(Message::heading_sources, language)});
  document.add(explainer.sources());
  document.add(Heading{say(Message::heading_not_modelled, language)});
  document.add(Paragraph{say(Message::not_modelled, language)});
}

}  // namespace billijk::report
