#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "analysis/simulate/step_counts.hpp"
#include "core/case/line.hpp"
#include "core/number/decimal.hpp"

namespace billijk::analysis {

/// What draws of one boundary add up to, all in whole steps of [rounding].
struct BoundaryTally {
  StepCounts counts;
  core::Int128 sum = 0;      ///< of steps above the boundary of the case itself
  core::Int128 squares = 0;  ///< of the same

  void add(std::int64_t steps, std::int64_t above_base) {
    counts.add(steps);
    sum += above_base;
    squares += core::Int128{above_base} * above_base;
  }
  void add(const BoundaryTally& other) {
    counts.add(other.counts);
    sum += other.sum;
    squares += other.squares;
  }
};

/// What draws of one input add up to, with the boundary whose variance is divided.
struct InputTally {
  core::Int128 sum = 0;
  core::Int128 squares = 0;
  core::Int128 products = 0;  ///< with the steps of the boundary above its base

  void add(std::int64_t offset, std::int64_t above_base) {
    sum += offset;
    squares += core::Int128{offset} * offset;
    products += core::Int128{offset} * above_base;
  }
  void add(const InputTally& other) {
    sum += other.sum;
    squares += other.squares;
    products += other.products;
  }
};

/// How many draws a tariff meets.
struct ChanceTally {
  std::uint64_t covers_wage_floor = 0;
  std::uint64_t covers_cost_price = 0;
  std::uint64_t under_ceiling = 0;
  std::uint64_t fair = 0;  ///< all three

  void add(const ChanceTally& other) {
    covers_wage_floor += other.covers_wage_floor;
    covers_cost_price += other.covers_cost_price;
    under_ceiling += other.under_ceiling;
    fair += other.fair;
  }
};

/// Integer sums of any number of draws: as large for one as for all, and the same in any order.
struct DrawTally {
  std::uint64_t draws = 0;
  std::uint64_t exact = 0;         ///< of them, computed in exact numbers
  std::uint64_t failed = 0;        ///< that nothing could be computed for
  std::uint64_t first_failed = 0;  ///< the place of the first of them
  std::array<BoundaryTally, core::total_count> boundaries;
  std::vector<InputTally> inputs;
  std::vector<ChanceTally> chances;  ///< of the tariff, and of what reaches a subcontractor

  void add(const DrawTally& other) {
    if (other.failed > 0 && (failed == 0 || other.first_failed < first_failed))
      first_failed = other.first_failed;
    draws += other.draws;
    exact += other.exact;
    failed += other.failed;
    for (std::size_t i = 0; i < boundaries.size(); ++i) boundaries[i].add(other.boundaries[i]);
    inputs.resize(std::max(inputs.size(), other.inputs.size()));
    chances.resize(std::max(chances.size(), other.chances.size()));
    for (std::size_t i = 0; i < other.inputs.size(); ++i) inputs[i].add(other.inputs[i]);
    for (std::size_t i = 0; i < other.chances.size(); ++i) chances[i].add(other.chances[i]);
  }
};

}  // namespace billijk::analysis
