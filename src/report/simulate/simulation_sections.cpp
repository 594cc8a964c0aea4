#include "report/simulate/simulation_report.hpp"
#include "report/words/head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Chance;
using core::Exact;
using core::Total;

/// What machines call the quantiles a simulation gives.
constexpr std::array quantile_keys{"p05", "p25", "p50", "p75", "p95"};

class SimulationSections {
 public:
  SimulationSections(const SimulationResult& result, const Program& program, Language language)
      : result_{result}, program_{program}, language_{language} {}

  Sections run() {
    const analysis::SimulationRequest& request = result_.simulation.request();
    Record all = head_of("billijk/simulate/1", program_, result_.simulation.calculation().subject,
                         language_);
    const auto add = [&](std::string_view name, Value value) {
      all.push_back({name, std::move(value)});
    };
    add("currency", "EUR");
    add("unit", "hour");
    for (const auto& [name, count] :
         {std::pair{"draws", result_.figures.draws}, std::pair{"seed", request.seed}}) {
      add(name, count);
      add_row("run", name, {{"value", count}});
    }
    add("independent", true);
    add("tariff", tariff());
    add("boundaries", boundaries());
    add_chances(all);
    add("variance_of", key_of(request.boundary));
    add("inputs", inputs());
    for (const Total total : core::all_totals) add_histogram(total);
    return {std::move(all), std::move(rows_)};
  }

 private:
  const analysis::BoundaryFigures& figures(Total total) const {
    return result_.figures.boundaries[index_of(total)];
  }
  void add_row(std::string_view section, std::string_view key, const Record& cells,
               const Record& others = {}) {
    Record row{{"section", section}, {"key", key}};
    append(row, cells);
    rows_.add(row, others);
  }

  Value tariff() {
    const std::optional<core::Tariff>& tariff = result_.simulation.request().tariff;
    if (!tariff) return {};
    const std::optional<Exact> hourly = hourly_tariff(result_);
    add_row("tariff", "tariff",
            {{"value", tariff->value}, {"unit", "EUR per " + std::string{word_of(tariff->unit)}}});
    if (hourly) add_row("tariff", "per_hour", {{"value", *hourly}, {"unit", eur_per_hour}});
    return tariff_of(*tariff, hourly);
  }

  Record boundaries() {
    Record all;
    for (const Total total : core::all_totals) all.push_back({key_of(total), boundary(total)});
    return all;
  }
  Record boundary(Total total) {
    const analysis::BoundaryFigures& found = figures(total);
    const Member value{"value", result_.simulation.calculation()[total]->rounded};
    const Member error{"standard_error", found.standard_error};
    const Record shared{{"label", label_of(total, language_)}, {"unit", eur_per_hour}};
    const std::string key{key_of(total)};
    add_row("boundary", key, {value}, shared);
    add_row("boundary", key + ".mean", {{"value", found.mean}, error}, shared);
    Record quantiles;
    for (std::size_t i = 0; i < quantile_keys.size(); ++i) {
      quantiles.push_back({quantile_keys.at(i), found.quantiles.at(i)});
      add_row("boundary", key + '.' + quantile_keys.at(i), {{"value", found.quantiles.at(i)}},
              shared);
    }
    return {value,
            {"mean", found.mean},
            error,
            {"quantiles", quantiles},
            {"steps_per_count", found.steps_per_count},
            {"histogram", list_of(found.histogram, [](const analysis::DrawClass& one) {
               return Record{{"from", one.from}, {"to", one.to}, {"draws", one.draws}};
             })}};
  }

  void add_chances(Record& all) {
    const std::vector<analysis::TariffChances>& chances = result_.figures.chances;
    Record own{{"chance", {}}, {"chance_standard_error", {}}};
    if (!chances.empty()) own = chance("chance", chances.front());
    append(all, std::move(own));
    if (chances.size() > 1)
      all.push_back({"subcontractor", chance("subcontractor", chances.back())});
  }
  Record chance(std::string_view section, const analysis::TariffChances& chances) {
    Record shares;
    Record errors;
    const auto add = [&](std::string_view key, const Chance& chance) {
      shares.push_back({key, chance.share});
      errors.push_back({key, chance.standard_error});
      add_row(section, key,
              {{"value", chance.share},
               {"standard_error", chance.standard_error},
               {"unit", "share of draws"}});
    };
    add("covers_wage_floor", chances.covers_wage_floor);
    add("covers_cost_price", chances.covers_cost_price);
    add("under_ceiling", chances.under_ceiling);
    add("fair", chances.fair);
    return {{"chance", shares}, {"chance_standard_error", errors}};
  }

  List inputs() {
    return list_of(result_.figures.inputs, [&](const analysis::InputFigures& figures) {
      const analysis::RangeDraw& input = *figures.input;
      Record record{{"key", input.key()},
                    {"distribution", word_of(input.distribution())},
                    {"low", input.low()},
                    {"value", input.value()},
                    {"high", input.high()},
                    {"grid", input.grid()},
                    {"squared_correlation", figures.squared_correlation},
                    {"direction", figures.direction}};
      add_row("input", input.key(),
              {{"label", word_of(input.distribution())},
               {"value", figures.squared_correlation},
               {"unit", "squared correlation"}},
              record);
      return record;
    });
  }
  void add_histogram(Total total) {
    for (const analysis::DrawClass& one : figures(total).histogram) {
      add_row("histogram", key_of(total),
              {{"label", label_of(total, language_)},
               {"value", one.draws},
               {"low", one.from},
               {"high", one.to},
               {"unit", "draws"}});
    }
  }

  const SimulationResult& result_;
  const Program& program_;
  Language language_;
  Rows rows_{
      .header = {"section", "key", "label", "value", "low", "high", "standard_error", "unit"},
      .records = {}};
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

Sections simulation_sections(const SimulationResult& result, const Program& program,
                             Language language) {
  return SimulationSections{result, program, language}.run();
}

}  // namespace billijk::report
