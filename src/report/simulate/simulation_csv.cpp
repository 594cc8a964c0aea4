#include "report/simulate/simulation_report.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Chance;
using core::Exact;
using core::Total;

constexpr std::string_view per_hour = "EUR per hour";

class SimulationCsv {
 public:
  SimulationCsv(const SimulationResult& result, Language language)
      : result_{result}, language_{language} {
    table_.header = {"section", "key", "label", "value", "low", "high", "standard_error", "unit"};
  }

  CsvTable run() {
    const analysis::SimulationRequest& request = result_.simulation.request();
    add({"run", "draws", "", core::counted(result_.figures.draws), {}, {}, {}, ""});
    add({"run", "seed", "", core::counted(request.seed), {}, {}, {}, ""});
    if (request.tariff) {
      add({"tariff",
           "tariff",
           "",
           Exact{request.tariff->value},
           {},
           {},
           {},
           "EUR per " + std::string{word_of(request.tariff->unit)}});
      if (const auto hourly = hourly_tariff(result_))
        add({"tariff", "per_hour", "", *hourly, {}, {}, {}, std::string{per_hour}});
    }
    for (const Total total : core::all_totals) add_boundary(total);
    constexpr std::array sections{"chance", "subcontractor"};
    for (std::size_t i = 0; i < result_.figures.chances.size(); ++i)
      add_chances(sections.at(i), result_.figures.chances[i]);
    for (const analysis::InputFigures& input : result_.figures.inputs) add_input(input);
    for (const Total total : core::all_totals) add_histogram(total);
    return std::move(table_);
  }

 private:
  void add(std::vector<CsvField> record) { table_.records.push_back(std::move(record)); }

  void add_boundary(Total total) {
    const analysis::BoundaryFigures& figures = result_.figures.boundaries[index_of(total)];
    const std::string key{key_of(total)};
    const std::string label = label_of(total, language_);
    const std::string unit{per_hour};
    add({"boundary",
         key,
         label,
         result_.simulation.calculation()[total]->rounded,
         {},
         {},
         {},
         unit});
    add({"boundary",
         key + ".mean",
         label,
         figures.mean,
         {},
         {},
         field_of(figures.standard_error),
         unit});
    for (std::size_t i = 0; i < quantile_keys.size(); ++i) {
      add({"boundary",
           key + '.' + quantile_keys.at(i),
           label,
           figures.quantiles.at(i),
           {},
           {},
           {},
           unit});
    }
  }
  void add_chances(const std::string& section, const analysis::TariffChances& chances) {
    const auto row = [&](const std::string& key, const Chance& chance) {
      add({section, key, "", chance.share, {}, {}, chance.standard_error, "share of draws"});
    };
    row("covers_wage_floor", chances.covers_wage_floor);
    row("covers_cost_price", chances.covers_cost_price);
    row("under_ceiling", chances.under_ceiling);
    row("fair", chances.fair);
  }
  void add_input(const analysis::InputFigures& input) {
    add({"input",
         input.input->key(),
         std::string{word_of(input.input->distribution())},
         field_of(input.squared_correlation),
         Exact{input.input->low()},
         Exact{input.input->high()},
         {},
         "squared correlation"});
  }
  void add_histogram(Total total) {
    for (const analysis::DrawClass& one : result_.figures.boundaries[index_of(total)].histogram) {
      add({"histogram",
           std::string{key_of(total)},
           label_of(total, language_),
           core::counted(one.draws),
           one.from,
           one.to,
           {},
           "draws"});
    }
  }

  const SimulationResult& result_;
  Language language_;
  CsvTable table_;
};

}  // namespace

CsvTable simulation_csv(const SimulationResult& result, Language language) {
  return SimulationCsv{result, language}.run();
}

}  // namespace billijk::report
