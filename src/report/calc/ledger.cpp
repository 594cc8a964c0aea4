#include "report/calc/ledger.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;

class LedgerTable {
 public:
  LedgerTable(const Reported& reported, Language language)
      : calculation_{reported.calculation}, derived_{reported.derived()}, language_{language} {
    table_.columns = {{say(Message::column_what, language), Align::left},
                      {say(Message::column_exact, language), Align::decimal},
                      {say(Message::column_rounded, language), Align::decimal},
                      {say(Message::column_effect, language), Align::decimal}};
  }

  Table build() {
    if (calculation_.ways().rounding.at == core::RoundingAt::line) add_computed();
    for (const core::Total total : core::all_totals) {
      if (const auto& boundary = calculation_[total])
        add(label_of(total, language_), boundary->value, boundary->rounded);
    }
    for (const core::SheetLine& line : calculation_.lines) {
      add(say(Message::ledger_shown, language_, {{"what", label_of(line, language_)}}), line.value,
          line.rounded);
    }
    add_derived();
    return std::move(table_);
  }

 private:
  void add_computed() {
    const std::shared_ptr<core::Recording> recording = recording_of(calculation_);
    const core::Formula& formula = recording->formula;
    for (const core::FormulaStep& step : formula.steps()) {
      const core::Place place = formula.nodes()[step.node].left;
      const core::FormulaNode& node = formula.nodes()[place];
      if (node.op != core::Op::rounded || is_no_line(step)) continue;
      add(say(Message::ledger_computed, language_, {{"what", step.name}}),
          recording->values[node.left], recording->values[place]);
    }
  }
  /// Indices are rounded by their series; totals and derived prices have rows of their own.
  static bool is_no_line(const core::FormulaStep& step) {
    return std::ranges::any_of(std::array{"index@", "rounded.", "derived."},
                               [&](const char* prefix) { return step.name.starts_with(prefix); });
  }
  /// What is no total is rounded before a share is taken of it.
  void add_derived() {
    for (const core::DerivedFigure& figure : derived_) {
      const std::string& what = figure.price.label;
      if (figure.price.of == core::DerivedBase::tariff) {
        add(say(Message::derived_base, language_,
                {{"what", what}, {"base", say(Message::the_tariff, language_)}}),
            figure.base.value, figure.base.rounded);
      }
      add(what, figure.share.value, figure.share.rounded);
      if (figure.least) {
        add(say(Message::derived_least, language_, {{"what", what}}), figure.least->value,
            figure.least->rounded);
      }
    }
  }
  void add(std::string what, const Exact& exact, const Exact& rounded) {
    constexpr int decimals = core::Decimal::max_digits;
    table_.rows.push_back({{std::move(what), Number{exact, decimals},
                            Number{rounded, decimals_of(calculation_.ways().rounding.step)},
                            Number{rounded - exact, decimals}}});
  }

  const core::Calculation& calculation_;
  const std::vector<core::DerivedFigure>& derived_;
  Language language_;
  Table table_;
};

}  // namespace

void add_ledger(Document& document, const Reported& reported, const Format& format) {
  const Language language = format.language();
  const core::Rounding& rounding = reported.calculation.ways().rounding;
  document.add(Heading{.text = say(Message::heading_ledger, language), .folded = true});
  document.add(Paragraph{
      say(Message::ledger_rule, language,
          {{"step", format.money(Exact{rounding.step}, decimals_of(rounding.step))},
           {"mode", chosen_text("rounding.mode", std::string{word_of(rounding.mode)}, language)},
           {"at", chosen_text("rounding.at", std::string{word_of(rounding.at)}, language)}}) +
      ' ' + say(Message::ledger_note, language)});
  document.add(LedgerTable{reported, language}.build());
}

}  // namespace billijk::report
