#include "report/simulate/simulation_report.hpp"
#include "report/words/json_head.hpp"

namespace billijk::report {
namespace {

using analysis::Chance;
using core::Exact;
using core::Total;

class SimulationJson {
 public:
  SimulationJson(const SimulationResult& result, const Program& program)
      : result_{result}, program_{program} {}

  std::string run() {
    const analysis::SimulationRequest& request = result_.simulation.request();
    json_.begin_object();
    json_.member("schema", "billijk/simulate/1");
    write_program(json_, program_);
    json_.key("case");
    write_case(json_, result_.simulation.calculation().subject);
    json_.member("currency", "EUR");
    json_.member("unit", "hour");
    json_.member("draws", static_cast<std::size_t>(result_.figures.draws));
    json_.member("seed", static_cast<std::size_t>(request.seed));
    json_.member("independent", true);
    write_tariff();
    json_.key("boundaries");
    json_.begin_object();
    for (const Total total : core::all_totals) write_boundary(total);
    json_.end_object();
    write_chances();
    json_.member("variance_of", key_of(request.boundary));
    write_inputs();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_tariff() {
    json_.key("tariff");
    const std::optional<core::Tariff>& tariff = result_.simulation.request().tariff;
    if (!tariff) return json_.null();
    json_.begin_object();
    json_.member("value", tariff->value);
    json_.member("unit", word_of(tariff->unit));
    json_.member("per_hour", hourly_tariff(result_));
    json_.end_object();
  }

  void write_boundary(Total total) {
    const analysis::BoundaryFigures& figures = result_.figures.boundaries[index_of(total)];
    json_.key(key_of(total));
    json_.begin_object();
    json_.member("value", result_.simulation.calculation()[total]->rounded);
    json_.member("mean", figures.mean);
    json_.member("standard_error", figures.standard_error);
    json_.key("quantiles");
    json_.begin_object();
    for (std::size_t i = 0; i < quantile_keys.size(); ++i)
      json_.member(quantile_keys.at(i), figures.quantiles.at(i));
    json_.end_object();
    json_.member("steps_per_count", static_cast<std::size_t>(figures.steps_per_count));
    json_.key("histogram");
    json_.begin_array();
    for (const analysis::DrawClass& one : figures.histogram) {
      json_.begin_object();
      json_.member("from", one.from);
      json_.member("to", one.to);
      json_.member("draws", static_cast<std::size_t>(one.draws));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void write_chances() {
    const std::vector<analysis::TariffChances>& chances = result_.figures.chances;
    if (chances.empty()) {
      json_.key("chance");
      json_.null();
      json_.key("chance_standard_error");
      return json_.null();
    }
    write_chance(chances.front());
    if (chances.size() == 1) return;
    json_.key("subcontractor");
    json_.begin_object();
    write_chance(chances.back());
    json_.end_object();
  }
  void write_chance(const analysis::TariffChances& chances) {
    const auto write = [&](std::string_view name, Exact Chance::*part) {
      json_.key(name);
      json_.begin_object();
      json_.member("covers_wage_floor", chances.covers_wage_floor.*part);
      json_.member("covers_cost_price", chances.covers_cost_price.*part);
      json_.member("under_ceiling", chances.under_ceiling.*part);
      json_.member("fair", chances.fair.*part);
      json_.end_object();
    };
    write("chance", &Chance::share);
    write("chance_standard_error", &Chance::standard_error);
  }

  void write_inputs() {
    json_.key("inputs");
    json_.begin_array();
    for (const analysis::InputFigures& input : result_.figures.inputs) {
      json_.begin_object();
      json_.member("key", input.input->key());
      json_.member("distribution", word_of(input.input->distribution()));
      json_.member("low", input.input->low());
      json_.member("value", input.input->value());
      json_.member("high", input.input->high());
      json_.member("grid", input.input->grid());
      json_.member("squared_correlation", input.squared_correlation);
      json_.member("direction", input.direction);
      json_.end_object();
    }
    json_.end_array();
  }

  const SimulationResult& result_;
  const Program& program_;
  JsonWriter json_;
};

}  // namespace

std::optional<Exact> hourly_tariff(const SimulationResult& result) {
  const analysis::SimulationRequest& request = result.simulation.request();
  if (!request.tariff || result.simulation.is_tariff_drawn()) return std::nullopt;
  const core::Case& subject = result.simulation.calculation().subject;
  return core::per_hour(Exact{request.tariff->value}, request.tariff->unit,
                        Exact{subject.value(core::Key::norm_hours)},
                        Exact{subject.value(core::Key::volume)});
}

std::string simulation_json(const SimulationResult& result, const Program& program) {
  return SimulationJson{result, program}.run();
}

}  // namespace billijk::report
