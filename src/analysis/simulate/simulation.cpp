#include "analysis/simulate/simulation.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "core/number/rounding.hpp"

namespace billijk::analysis {
namespace {

using core::Code;
using core::Exact;
using core::Key;
using core::Total;

/// Steps beyond every boundary that is counted.
constexpr std::int64_t far = std::int64_t{1} << 60;

/// Sums of squares of a thousand million such distances fit 128 bits.
constexpr std::int64_t most_above_base = std::int64_t{1} << 45;

std::int64_t clamped(const mpz_class& steps) {
  if (steps > far) return far;
  return steps < -far ? -far : steps.get_si();
}

Tape tape_of(const Simulation& simulation) {
  std::vector<core::Slot> inputs;
  for (const RangeDraw& input : simulation.inputs()) inputs.push_back(input.slot());
  return {simulation.calculation().resolution.resolved, inputs};
}

}  // namespace

core::Checked<Simulation> Simulation::of(const core::Calculation& calculation,
                                         const SimulationRequest& request) {
  Simulation result{calculation};
  result.request_ = request;
  result.inputs_ = drawn_inputs(calculation.subject);
  if (result.inputs_.empty()) {
    core::Diagnostic error = core::finding(Code::no_ranges, {{"case", calculation.subject.file}});
    if (calculation.ways().given) error.arguments.emplace_back("given", "given");
    return core::refused(std::move(error));
  }
  for (const RangeDraw& input : result.inputs_)
    result.streams_.emplace_back(request.seed, input.key());
  const Tape tape = tape_of(result);
  for (std::size_t i = 0; i < result.inputs_.size(); ++i)
    result.moving_.push_back(tape.moves(i, request.boundary));
  core::Diagnostics errors = result.take_tariffs();
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  if (!result.take_base()) {
    return core::refused(core::finding(Code::too_many_steps,
                                       calculation.subject.place_of(path_of(Key::rounding_step)),
                                       std::string{path_of(Key::rounding_step)},
                                       {{"step", calculation.ways().rounding.step.text()}}));
  }
  return result;
}

bool Simulation::take_base() {
  const core::Decimal& step = calculation_->ways().rounding.step;
  const mpz_class most{far >> 10};
  for (const Total total : core::all_totals) {
    const mpz_class steps = core::floor_of((*calculation_)[total]->rounded / Exact{step});
    if (::abs(steps) > most) return false;
    base_[index_of(total)] = steps.get_si();
  }
  return true;
}

Simulation::Limits Simulation::limits_of(const Exact& per_hour) const {
  const Exact steps = per_hour / Exact{calculation_->ways().rounding.step};
  return {.below = clamped(core::floor_of(steps)),
          .above = clamped(mpz_class{-core::floor_of(-steps)})};
}

core::Diagnostics Simulation::take_tariffs() {
  if (!request_.tariff) return {};
  const core::Case& subject = calculation_->subject;
  const core::Tariff& tariff = *request_.tariff;
  if (const std::optional<core::Diagnostic> lacking = core::divisor_lacking(subject, tariff.unit))
    return {*lacking};
  const bool over_volume =
      core::divisor_of(tariff.unit) == Key::volume &&
      std::ranges::find(inputs_, core::Slot{Key::volume}, &RangeDraw::slot) != inputs_.end();
  const Exact amount = over_volume ? Exact{tariff.value}
                                   : core::per_hour(Exact{tariff.value}, tariff.unit,
                                                    Exact{subject.value(Key::norm_hours)},
                                                    Exact{subject.value(Key::volume)});
  const auto add = [&](const Exact& reaches) {
    tariffs_.push_back({.amount = reaches,
                        .filtered = core::Filtered{reaches},
                        .over_volume = over_volume,
                        .limits = limits_of(reaches)});
  };
  add(amount);
  if (subject.number(Key::subcontracting_fee))
    add(amount * (Exact{1} - Exact{subject.value(Key::subcontracting_fee), 2}));
  return {};
}

core::Diagnostic Simulation::failure(const DrawTally& tally) const {
  Sampler sampler{*this};
  const std::uint64_t first = tally.first_failed - tally.first_failed % Sampler::lanes;
  const std::size_t lane = tally.first_failed % Sampler::lanes;
  sampler.draw(first);
  const core::Phrase reason = sampler.take_exact(lane).value_or(core::Phrase::trouble_no_volume);
  std::string drawn;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    drawn += (i == 0 ? "" : ", ") + inputs_[i].key() + " = " +
             inputs_[i].decimal(sampler.offsets_[i][lane]).text();
  }
  return core::finding(Code::failed_draws, {{"failed", std::to_string(tally.failed)},
                                            {"draws", std::to_string(tally.draws + tally.failed)},
                                            {"reason", reason},
                                            {"drawn", drawn}});
}

Sampler::Sampler(const Simulation& simulation)
    : simulation_{simulation},
      ways_{simulation.calculation().ways()},
      exact_{simulation.calculation().resolution.resolved},
      player_{tape_of(simulation)},
      offsets_(simulation.inputs().size()) {
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    if (simulation.inputs()[i].slot() == core::Slot{Key::volume}) volume_ = i;
  }
  for (const Simulation::DrawnTariff& tariff : simulation.tariffs_)
    figures_.limits.push_back(tariff.limits);
}

void Sampler::run(std::uint64_t first, std::uint64_t count, DrawTally& tally) {
  tally.inputs.resize(offsets_.size());
  tally.chances.resize(figures_.limits.size());
  for (std::uint64_t done = 0; done < count; done += lanes) {
    draw(first + done);
    player_.play();
    for (std::size_t lane = 0; lane < std::min<std::uint64_t>(lanes, count - done); ++lane) {
      if (!take_played(lane)) {
        if (take_exact(lane)) {
          if (tally.failed == 0 || first + done + lane < tally.first_failed)
            tally.first_failed = first + done + lane;
          ++tally.failed;
          continue;
        }
        ++tally.exact;
      }
      record(lane, tally);
    }
  }
}

/// The numbers of as many draws as there are lanes, into their places.
void Sampler::draw(std::uint64_t first) {
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    const RangeDraw& input = simulation_.inputs()[i];
    for (std::size_t lane = 0; lane < lanes; lane += 2) {
      const std::array<double, 2> uniform =
          simulation_.streams_[i].uniform_pair((first + lane) / 2);
      for (std::size_t j = 0; j < 2; ++j) {
        const std::int64_t offset = input.offset(uniform.at(j));
        offsets_[i][lane + j] = offset;
        player_.input(i)[lane + j] = input.filtered(offset).value();
      }
    }
  }
}

/// Whether the filtered figures of a lane are certain to the step.
bool Sampler::take_played(std::size_t lane) {
  if (!player_.is_certain(lane)) return false;
  for (const Total total : core::all_totals)
    figures_.steps[index_of(total)] = player_.steps(total, lane);
  for (std::size_t i = 0; i < figures_.limits.size(); ++i) {
    const Simulation::DrawnTariff& tariff = simulation_.tariffs_[i];
    if (!tariff.over_volume) continue;
    const core::Filtered per_hour =
        tariff.filtered / simulation_.inputs()[*volume_].filtered(offsets_[*volume_][lane]);
    const std::optional<std::int64_t> below = core::round_to_steps(
        per_hour, {.step = ways_.rounding.step, .mode = core::RoundingMode::down});
    if (!below) return false;
    // Certain, so between two steps.
    figures_.limits[i] = {.below = *below, .above = *below + 1};
  }
  return std::ranges::all_of(core::all_totals, [&](Total total) {
    return std::abs(figures_.steps[index_of(total)] - simulation_.base(total)) < most_above_base;
  });
}

std::optional<core::Phrase> Sampler::take_exact(std::size_t lane) {
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    const RangeDraw& input = simulation_.inputs()[i];
    exact_.set(input.slot(), input.decimal(offsets_[i][lane]));
  }
  const core::Trouble trouble = exact_.compute();
  if (trouble != core::Trouble::none) return core::phrase_of(trouble);
  for (const Total total : core::all_totals) {
    const mpz_class steps = core::round_to_steps(exact_[total], ways_.rounding);
    if (::abs(mpz_class{steps - simulation_.base(total)}) >= most_above_base)
      return core::Phrase::trouble_too_many_steps;
    figures_.steps[index_of(total)] = steps.get_si();
  }
  for (std::size_t i = 0; i < figures_.limits.size(); ++i) {
    const Simulation::DrawnTariff& tariff = simulation_.tariffs_[i];
    if (!tariff.over_volume) continue;
    const Exact& volume = exact_.numbers()[Key::volume];
    if (volume.is_zero()) return core::Phrase::trouble_no_volume;
    figures_.limits[i] = simulation_.limits_of(tariff.amount / volume);
  }
  return std::nullopt;
}

void Sampler::record(std::size_t lane, DrawTally& tally) const {
  ++tally.draws;
  for (const Total total : core::all_totals) {
    const std::size_t i = index_of(total);
    tally.boundaries[i].add(figures_.steps[i], figures_.steps[i] - simulation_.base(total));
  }
  const Total chosen = simulation_.request().boundary;
  const std::int64_t above_base = figures_.steps[index_of(chosen)] - simulation_.base(chosen);
  for (std::size_t i = 0; i < offsets_.size(); ++i) {
    tally.inputs[i].add(simulation_.inputs()[i].coarse(offsets_[i][lane]), above_base);
  }
  for (std::size_t i = 0; i < figures_.limits.size(); ++i) {
    const Simulation::Limits& limits = figures_.limits[i];
    ChanceTally& chance = tally.chances[i];
    const bool floor = figures_.steps[index_of(Total::wage_floor)] <= limits.below;
    const bool cost = figures_.steps[index_of(Total::cost_price)] <= limits.below;
    const bool ceiling = figures_.steps[index_of(Total::ceiling)] >= limits.above;
    chance.covers_wage_floor += floor ? 1 : 0;
    chance.covers_cost_price += cost ? 1 : 0;
    chance.under_ceiling += ceiling ? 1 : 0;
    chance.fair += floor && cost && ceiling ? 1 : 0;
  }
}

}  // namespace billijk::analysis
