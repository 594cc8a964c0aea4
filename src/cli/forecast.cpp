#include "analysis/forecast/forecast.hpp"

#include <algorithm>

#include "cli/options/command.hpp"
#include "cli/options/tariff_options.hpp"
#include "io/case/clause_option.hpp"
#include "io/case/preset_store.hpp"
#include "report/forecast/forecast_report.hpp"
#include "report/forecast/forecast_sections.hpp"
#include "report/live/live_forecast.hpp"

namespace billijk::cli {
namespace {

struct ForecastArgs {
  CaseOptions subject;
  TariffOptions tariff;
  std::string until;
  std::vector<std::string> clauses;
};

/// Each clause with the series it takes.
core::Checked<std::vector<analysis::Clause>> read_clauses(World& world, const ForecastArgs& args) {
  std::vector<analysis::Clause> clauses;
  const core::Checked<io::PresetStore> store =
      io::PresetStore::open(args.subject.presets, world.reading);
  if (!store) return tl::unexpected{store.error()};
  core::Diagnostics errors;
  const auto keep = [&](const core::Diagnostics& found) {
    errors.insert(errors.end(), found.begin(), found.end());
  };
  for (const std::string& text : args.clauses) {
    const core::Checked<io::ClauseOption> read = io::read_clause_option(text);
    if (!read) {
      keep(read.error());
      continue;
    }
    analysis::Clause& clause = clauses.emplace_back();
    clause = {.name = text, .terms = read->clause, .series = {}};
    if (read->clause.series.empty()) continue;
    auto series = store->load(read->clause.series, core::PresetKind::index_series, read->series_at);
    if (series) {
      clause.series = std::move(*series);
    } else {
      keep(series.error());
    }
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return clauses;
}

bool is_fair(const analysis::ForecastYear& year) {
  const analysis::YearFigures& figures = year.value();
  return figures.zone == core::Zone::fair &&
         (!figures.subcontractor || figures.subcontractor->zone == core::Zone::fair);
}

std::vector<std::string> asked_of(const ForecastArgs& args) {
  std::vector<std::string> asked;
  if (!args.until.empty()) asked = {"--until", args.until};
  for (const std::string& clause : args.clauses) asked.insert(asked.end(), {"--clause", clause});
  return asked;
}

/// The case and its years as a page computes them again; nothing for other forms.
///
/// `asked`: the words of the command line beside those of every command.
report::Record live_years_of(const CaseOptions& options, const std::vector<std::string>& asked,
                             const report::Foreseen& foreseen, report::Language language) {
  const core::Calculation& calculation = foreseen.calculation;
  if (!is_live(options.output)) return {};
  report::Record live =
      live_of(options, calculation,
              analysis::sensitivity_of(calculation, core::Total::cost_price, std::nullopt).effects,
              "forecast", language);
  live.front().value = "forecast";
  live.push_back({"asked", asked});
  append(live, report::live_forecast(calculation, foreseen.result));
  return live;
}

Exit forecast(const ForecastArgs& args, World& world) {
  CaseOptions options = args.subject;
  core::Diagnostics wrong = add_settings(args.tariff, options.key_options);
  const core::Checked<std::optional<int>> until = read_year("--until", args.until);
  if (!until) wrong.insert(wrong.end(), until.error().begin(), until.error().end());
  const core::Checked<std::vector<analysis::Clause>> clauses = read_clauses(world, args);
  if (!clauses) wrong.insert(wrong.end(), clauses.error().begin(), clauses.error().end());
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Checked<core::Tariff> tariff = tariff_of(*calculation, "forecast", options.name);
  if (!tariff) return tell(world, tariff.error());
  const core::Checked<core::Verdict> verdict = give_verdict(*calculation, *tariff);
  if (!verdict) return tell(world, verdict.error());
  const core::Checked<analysis::ForecastResult> found = analysis::forecast(
      {.first = *calculation, .verdict = *verdict, .until = *until, .clauses = *clauses});
  if (!found) return tell(world, found.error());
  const report::Foreseen foreseen{
      .calculation = *calculation, .result = *found, .provisional = verdict->provisional.size()};
  const Forms forms{.document =
                        [&](const report::Format& format) {
                          report::Document document = forecast_document(foreseen, format);
                          document.live =
                              live_years_of(options, asked_of(args), foreseen, format.language());
                          return document;
                        },
                    .sections =
                        [&](report::Language language) {
                          return forecast_sections(foreseen, world.program, language);
                        }};
  const bool fair = std::ranges::all_of(found->years, is_fair);
  return give(world, options.output, forms,
              judged(world, options, found->warnings, fair ? Exit::done : Exit::finding));
}

Options forecast_options(ForecastArgs& args) {
  return joined({tariff_options(args.tariff),
                 {{"--until", "YEAR", report::Message::help_until, &args.until},
                  {"--clause", "CLAUSE", report::Message::help_clause, &args.clauses},
                  {"--strict", {}, report::Message::help_strict_rails, &args.subject.strict}},
                 plain_case_options(args.subject)});
}

}  // namespace

Command forecast_command() {
  return {
      .name = "forecast", .summary = report::Message::help_forecast, .usage = "CASE", .bind = [] {
        return bound(forecast_options, forecast);
      }};
}

}  // namespace billijk::cli
