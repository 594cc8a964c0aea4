#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/simulate/simulation_report.hpp"
#include "unit/cases.hpp"

namespace billijk::tests {

/// Of a wage and sickness that have ranges an hour costs 40.50, and the wage floor is 33.75.
inline CaseText with_two_ranges(const std::string& contract = "volume = 1000") {
  return CaseText{}
      .with("wage",
            "minimum_wage = \"none\"\nhourly = { value = 20, low = 16, high = 22, grade = \"cao\", "
            "source = [\"CAO\"] }")
      .with("hours",
            "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = 6.25, "
            "distribution = \"uniform\" }")
      .with("contract", contract);
}

/// A simulation, and figures as a test writes them: what a report makes of them is not the draws'.
struct Simulated {
  Computed calculation;
  analysis::Simulation simulation;
  analysis::SimulationFigures figures;

  explicit Simulated(const CaseText& text, const analysis::SimulationRequest& request = {})
      : calculation{compute(text)}, simulation{made(*calculation, request)} {
    figures.draws = 1000;
    int euros = 0;
    for (analysis::BoundaryFigures& boundary : figures.boundaries) {
      // Quantiles 30, 31 … 34 of the wage floor, 40 … of the cost price, 50 …, 60 ….
      const core::Exact base{euros += 10};
      boundary.mean = base + exact("22.12345");
      boundary.standard_error = exact("0.00678");
      for (std::size_t i = 0; i < boundary.quantiles.size(); ++i)
        boundary.quantiles.at(i) = base + exact("20") + core::Exact{static_cast<int>(i)};
      boundary.histogram = {{base + exact("20"), base + exact("20"), 1000}};
    }
  }
  Simulated(const Simulated&) = delete;
  Simulated& operator=(const Simulated&) = delete;

  analysis::BoundaryFigures& operator[](core::Total total) {
    return figures.boundaries[index_of(total)];
  }
  void chance(const std::string& wage_floor, const std::string& cost_price,
              const std::string& ceiling, const std::string& fair) {
    const auto of = [](const std::string& share) {
      return analysis::Chance{exact(share), exact("0.01234")};
    };
    figures.chances.push_back({of(wage_floor), of(cost_price), of(ceiling), of(fair)});
  }
  void input(std::size_t which, std::optional<core::Exact> squared, int direction) {
    figures.inputs.push_back({&simulation.inputs().at(which), std::move(squared), direction});
  }
  report::SimulationResult result() const { return {simulation, figures}; }

 private:
  static analysis::Simulation made(const core::Calculation& calculation,
                                   const analysis::SimulationRequest& request) {
    core::Checked<analysis::Simulation> simulation = analysis::Simulation::of(calculation, request);
    if (!simulation) throw std::runtime_error{summary(simulation.error())};
    return std::move(*simulation);
  }
};

/// What is asked with a tariff.
inline analysis::SimulationRequest with_tariff(const std::string& tariff,
                                               core::TariffUnit unit = core::TariffUnit::hour) {
  return {.seed = 7, .tariff = core::Tariff{decimal(tariff), unit}};
}

}  // namespace billijk::tests
