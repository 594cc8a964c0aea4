
#include "report/compare/compare_report.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

constexpr std::string_view per_hour = "EUR per hour";

class CompareCsv {
 public:
  CompareCsv(const CompareView& view, Language language)
      : view_{view}, comparison_{view.comparison}, language_{language} {
    table_.header = {"section", "key",      "case",           "label", "value",
                     "rounded", "per_year", "standard_error", "unit"};
  }

  CsvTable run() {
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) {
      const core::Case& subject = comparison_.cases[i]->subject;
      add({"case", subject.file, analysis::letter_of_case(i), subject.title, {}, {}, {}, {}, {}});
    }
    for (const analysis::ComparedInput* input : differing_inputs(comparison_)) add_input(*input);
    for (const Total total : core::all_totals) add_boundary(total);
    for (const analysis::ComparedLine& line : comparison_.lines) {
      for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (!line.values[i]) continue;
        add({"line",
             line.key,
             analysis::letter_of_case(i),
             label_of(*line.line, language_),
             *line.values[i],
             *line.rounded[i],
             {},
             {},
             std::string{per_hour}});
      }
    }
    for (std::size_t i = 0; i < comparison_.bridges.size(); ++i)
      add_bridge(comparison_.bridges[i], analysis::letter_of_case(i + 1));
    add_assumptions();
    if (view_.negotiation != nullptr) add_brief(*view_.negotiation);
    return std::move(table_);
  }

 private:
  void add(std::vector<CsvField> record) { table_.records.push_back(std::move(record)); }

  void add_input(const analysis::ComparedInput& input) {
    for (std::size_t i = 0; i < input.values.size(); ++i) {
      if (!input.values[i]) continue;
      const analysis::ComparedValue& value = *input.values[i];
      add({"input",
           input.key,
           analysis::letter_of_case(i),
           ground_text(view_, value, language_),
           value.number ? CsvField{Exact{*value.number}} : CsvField{value.text},
           {},
           {},
           {},
           std::string{unit_name(input.unit)}});
    }
  }
  void add_boundary(Total total) {
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) {
      const std::optional<core::Boundary>& boundary = (*comparison_.cases[i])[total];
      if (!boundary) continue;
      add({"boundary",
           std::string{key_of(total)},
           analysis::letter_of_case(i),
           label_of(total, language_),
           boundary->value,
           boundary->rounded,
           {},
           {},
           std::string{per_hour}});
    }
  }
  void add_bridge(const analysis::Bridge& bridge, const std::string& to) {
    const std::string unit{per_hour};
    for (const analysis::BridgeEffect& effect : bridge.effects) {
      add({"bridge", effect.key, to, "", effect.shown, effect.rounded,
           field_of(in_a_year(comparison_, effect.rounded)), field_of(effect.standard_error),
           unit});
    }
    add({"difference",
         std::string{key_of(bridge.boundary)},
         to,
         label_of(bridge.boundary, language_),
         bridge.difference,
         bridge.rounded,
         field_of(in_a_year(comparison_, bridge.rounded)),
         {},
         unit});
  }
  void add_assumptions() {
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) {
      for (const std::string& key : assumptions_of(*comparison_.cases[i])) {
        add({"assumption", key, analysis::letter_of_case(i), "", {}, {}, {}, {}, {}});
      }
    }
  }
  void add_brief(const analysis::Negotiation& talks) {
    const std::string unit{per_hour};
    add({"zone_of_agreement",
         "from",
         "B",
         label_of(Total::cost_price, language_),
         talks.from,
         talks.from,
         {},
         {},
         unit});
    add({"zone_of_agreement",
         "to",
         "A",
         label_of(Total::ceiling, language_),
         talks.to,
         talks.to,
         {},
         {},
         unit});
    for (const analysis::ComparedInput* input : talks.agreed)
      add({"agreed", input->key, "", "", {}, {}, {}, {}, {}});
    for (const analysis::FoundedFigure& founded : talks.founded) {
      add({founded.measured ? "measured" : "sourced",
           founded.difference->effect->key,
           analysis::letter_of_case(founded.party),
           "",
           abs(founded.difference->effect->value),
           {},
           {},
           {},
           unit});
    }
    for (std::size_t i = 0; i < talks.trades.size(); ++i) {
      const analysis::Trade& trade = talks.trades[i];
      const std::string section = "trade " + std::to_string(i + 1);
      add({section,
           trade.first_gives->effect->key,
           "A",
           "",
           abs(trade.first_gives->effect->value),
           {},
           {},
           {},
           unit});
      add({section,
           trade.second_gives->effect->key,
           "B",
           "",
           abs(trade.second_gives->effect->value),
           {},
           {},
           {},
           unit});
    }
  }

  const CompareView& view_;
  const analysis::Comparison& comparison_;
  Language language_;
  CsvTable table_;
};

}  // namespace

CsvTable compare_csv(const CompareView& view, Language language) {
  return CompareCsv{view, language}.run();
}

}  // namespace billijk::report
