#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/random_stream.hpp"
#include "analysis/rows/tape_player.hpp"
#include "analysis/simulate/draw_tally.hpp"
#include "analysis/simulate/range_draw.hpp"
#include "core/calculation.hpp"

namespace billijk::analysis {

/// What is asked of a simulation.
struct SimulationRequest {
  std::uint64_t seed = 1;
  core::Total boundary = core::Total::cost_price;  ///< whose variance is divided over the inputs
  std::optional<core::Tariff> tariff;
};

/// A case of which every number with a range is drawn, independent of the others
/// (billijk-simulate(1)).
///
/// Draw `n` depends on the seed and `n` alone, and all sums are of whole numbers: threads may
/// share the draws as they like.
class Simulation {
 public:
  static constexpr std::uint64_t most_draws = 1'000'000'000;

  /// Requires: `calculation` outlives it.
  /// Errors:   `no_ranges`; `needs_divisor` for a tariff that cannot become one per hour.
  static core::Checked<Simulation> of(const core::Calculation& calculation,
                                      const SimulationRequest& request);

  const core::Calculation& calculation() const { return *calculation_; }
  const SimulationRequest& request() const { return request_; }
  const std::vector<RangeDraw>& inputs() const { return inputs_; }
  /// Whether the chosen boundary rests on an input at all.
  bool moves(std::size_t input) const { return moving_[input]; }
  /// Whether the tariff per hour moves with the draws: a lump sum over a volume with a range.
  bool is_tariff_drawn() const { return !tariffs_.empty() && tariffs_.front().over_volume; }
  /// The boundary of the case itself. Units: steps.
  std::int64_t base(core::Total total) const { return base_[index_of(total)]; }

  /// Why draws could not be computed, with the first of them.
  ///
  /// Requires: the tally has failed draws.
  core::Diagnostic failure(const DrawTally& tally) const;

 private:
  friend class Sampler;

  /// The tariff per hour between whole steps: it covers what is not above `below`, and is within
  /// what is not below `above`.
  struct Limits {
    std::int64_t below = 0;
    std::int64_t above = 0;
  };
  /// A tariff, and whether it is a lump sum over a volume that is drawn.
  struct DrawnTariff {
    core::Exact amount;  ///< per hour, or a year
    core::Filtered filtered;
    bool over_volume = false;
    Limits limits;  ///< where it is the same for every draw
  };

  explicit Simulation(const core::Calculation& calculation) : calculation_{&calculation} {}
  core::Diagnostics take_tariffs();
  bool take_base();
  Limits limits_of(const core::Exact& per_hour) const;

  const core::Calculation* calculation_;
  SimulationRequest request_;
  std::vector<RangeDraw> inputs_;
  std::vector<RandomStream> streams_;
  std::vector<bool> moving_;
  std::array<std::int64_t, core::total_count> base_{};
  std::vector<DrawnTariff> tariffs_;
};

/// Computes draws of a simulation: in filtered numbers where those are certain, else exactly.
///
/// Not for two threads at once: it keeps its figures between draws.
class Sampler {
 public:
  static constexpr std::size_t lanes = TapePlayer::lanes;

  explicit Sampler(const Simulation& simulation);

  /// Adds `count` draws from `first` on to the tally.
  ///
  /// Requires: `first` is a multiple of `lanes`.
  void run(std::uint64_t first, std::uint64_t count, DrawTally& tally);

 private:
  friend class Simulation;

  struct Figures {
    std::array<std::int64_t, core::total_count> steps{};
    std::vector<Simulation::Limits> limits;  ///< of each tariff
  };

  void draw(std::uint64_t first);
  bool take_played(std::size_t lane);
  /// Why the draw has no figures; nothing where it has them.
  std::optional<core::Phrase> take_exact(std::size_t lane);
  void record(std::size_t lane, DrawTally& tally) const;

  const Simulation& simulation_;
  const core::Ways& ways_;
  core::Bench<core::Exact> exact_;
  TapePlayer player_;                  ///< takes the numbers drawn
  std::optional<std::size_t> volume_;  ///< the place among them of the volume
  std::vector<std::array<std::int64_t, lanes>> offsets_;
  Figures figures_;
};

}  // namespace billijk::analysis
