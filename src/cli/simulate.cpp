#include <algorithm>
#include <atomic>
#include <limits>

#include "analysis/simulate/simulation.hpp"
#include "analysis/simulate/simulation_figures.hpp"
#include "cli/options/command.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/tariff_options.hpp"
#include "cli/world/crew.hpp"
#include "report/simulate/simulation_report.hpp"

namespace billijk::cli {
namespace {

using analysis::DrawTally;
using analysis::Simulation;
using report::Message;

struct SimulateArgs {
  CaseOptions subject;
  TariffOptions tariff;
  std::string draws, seed, boundary, threads;
};

/// The same words understood.
struct Request {
  std::uint64_t draws = 0;
  std::uint64_t threads = 1;
  analysis::SimulationRequest simulation;
};

/// Errors: every option whose value is none of those allowed.
core::Checked<Request> read_args(const SimulateArgs& args) {
  Request request;
  core::Diagnostics errors;
  const auto take = [&](auto& place, auto&& read) {
    if (read) {
      place = *read;
    } else {
      errors.insert(errors.end(), read.error().begin(), read.error().end());
    }
  };
  const auto count = [&](std::uint64_t& place, const std::string& text, const CountLimits& limits,
                         std::uint64_t otherwise) {
    if (text.empty()) {
      place = otherwise;
    } else {
      take(place, read_count(limits, text));
    }
  };
  constexpr std::uint64_t usual_draws = 100'000;
  constexpr std::uint64_t most_seed = std::numeric_limits<std::int64_t>::max();
  count(request.draws, args.draws,
        {.option = "--draws", .lowest = 1, .highest = Simulation::most_draws, .example = "1000000"},
        usual_draws);
  count(request.simulation.seed, args.seed,
        {.option = "--seed", .lowest = 0, .highest = most_seed, .example = "2"}, 1);
  take(request.threads, read_threads(args.threads));
  if (!args.boundary.empty())
    take(request.simulation.boundary, read_total("--boundary", args.boundary));
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return request;
}

/// Draws in blocks, each by whichever thread is free: the sums do not depend on it.
DrawTally run(const Simulation& simulation, std::uint64_t draws, std::uint64_t threads) {
  constexpr std::uint64_t block = 4096;
  static_assert(block % analysis::Sampler::lanes == 0);
  threads = std::min(threads, (draws + block - 1) / block);
  std::atomic<std::uint64_t> next = 0;
  std::vector<DrawTally> tallies(threads);
  work_together(threads, [&](std::size_t number) {
    analysis::Sampler sampler{simulation};
    DrawTally tally;
    for (std::uint64_t first = next.fetch_add(block); first < draws;
         first = next.fetch_add(block)) {
      sampler.run(first, std::min(block, draws - first), tally);
    }
    tallies[number] = std::move(tally);
  });
  for (std::uint64_t i = 1; i < threads; ++i) tallies.front().add(tallies[i]);
  return std::move(tallies.front());
}

Exit simulate(const SimulateArgs& args, World& world) {
  CaseOptions options = args.subject;
  core::Checked<Request> request = read_args(args);
  if (!request) return tell(world, request.error());
  const core::Diagnostics wrong = add_settings(args.tariff, options.key_options);
  if (!wrong.empty()) return tell(world, wrong);
  const core::Checked<core::Calculation> calculation = compute(world, options);
  if (!calculation) return tell(world, calculation.error());
  const core::Case& subject = calculation->subject;
  if (subject.number(core::Key::tariff)) {
    request->simulation.tariff =
        core::Tariff{subject.value(core::Key::tariff), subject.choices.chosen<core::TariffUnit>()};
  }
  const core::Checked<Simulation> simulation = Simulation::of(*calculation, request->simulation);
  if (!simulation) return tell(world, simulation.error());
  const DrawTally tally = run(*simulation, request->draws, request->threads);
  tell_doubts(world, *calculation);
  if (tally.failed > 0) return tell(world, {simulation->failure(tally)});
  const analysis::SimulationFigures figures = figures_of(*simulation, tally);
  const report::SimulationResult result{*simulation, figures};
  const Forms forms{
      .document = [&](const report::Format& format) { return simulation_document(result, format); },
      .sections =
          [&](report::Language language) {
            return simulation_sections(result, world.program, language);
          }};
  return give(world, options.output, forms, Exit::done);
}

Options simulate_options(SimulateArgs& args) {
  return joined({tariff_options(args.tariff),
                 {{"--draws", "N", Message::help_draws, &args.draws},
                  {"--seed", "N", Message::help_seed, &args.seed},
                  {"--boundary", "BOUNDARY", Message::help_variance_boundary, &args.boundary},
                  {"--threads", "N", Message::help_threads, &args.threads},
                  year_option(args.subject)},
                 plain_case_options(args.subject)});
}

}  // namespace

Command simulate_command() {
  return {.name = "simulate", .summary = Message::help_simulate, .usage = "CASE", .bind = [] {
            return bound(simulate_options, simulate);
          }};
}

}  // namespace billijk::cli
