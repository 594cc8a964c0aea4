#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/rows/row_figures.hpp"

namespace billijk::analysis {

/// Which row: the piece of the input and its place there; what comes first is less.
struct RowPlace {
  std::uint64_t piece = 0;
  std::uint64_t row = 0;

  friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};

/// A sum that loses nothing, whatever its terms and their order.
class ExactSum {
 public:
  void add(const Amount& amount);
  void add(const core::Exact& amount) { rest_ = rest_ + amount; }
  void add(const ExactSum& other);
  core::Exact value() const;

 private:
  std::array<core::Int128, 39> by_decimals_{};
  core::Exact rest_;
};

/// A row far below its cost price.
struct WorstRow {
  Amount distance;
  RowPlace place;
  std::string label;
  core::Zone zone = core::Zone::fair;
  Amount tariff;
  Amount cost_price;
};

/// What a set of rows has in common with its summary: counts and exact sums, no rows.
///
/// Its size does not grow with the rows, and the order in which they come does not matter.
class Tally {
 public:
  static constexpr std::size_t worst_kept = 10;

  void add(const RowFigures& figures, const RowPlace& place, std::string_view label);
  void add_failed() {
    ++rows_;
    ++failed_;
  }
  void add(const Tally& other);

  std::uint64_t rows() const { return rows_; }
  std::uint64_t failed() const { return failed_; }
  std::uint64_t exact() const { return exact_; }
  std::uint64_t judged() const;
  std::uint64_t in(core::Zone zone) const { return zones_.at(static_cast<std::size_t>(zone)); }
  /// The distance in cents below which `quarters` of four parts of the rows lie, by nearest rank
  /// (0: the lowest, 2: the median, 4: the highest); nothing when no row has one.
  std::optional<Amount> quartile(unsigned quarters) const;
  /// What the rows below their cost price fall short of it in a year; nothing when none of them has
  /// a volume. Units: EUR, not below zero.
  std::optional<core::Exact> shortfall() const {
    return shortfall_.known() ? std::optional{-shortfall_.sum.value()} : std::nullopt;
  }
  /// What the rows above their ceiling exceed it in a year; nothing when none of them has a volume.
  /// Units: EUR.
  std::optional<core::Exact> excess() const {
    return excess_.known() ? std::optional{excess_.sum.value()} : std::nullopt;
  }
  /// Rows below their cost price or above their ceiling without a volume: they are in neither sum.
  std::uint64_t without_volume() const { return shortfall_.unknown + excess_.unknown; }
  const std::vector<WorstRow>& worst() const { return worst_; }

 private:
  struct CentsHash {
    std::size_t operator()(core::Int128 cents) const {
      return std::hash<std::uint64_t>{}(static_cast<std::uint64_t>(cents) ^
                                        static_cast<std::uint64_t>(cents >> 64));
    }
  };

  /// Amounts of a year, of rows with a volume and without.
  struct Yearly {
    ExactSum sum;
    std::uint64_t counted = 0;
    std::uint64_t unknown = 0;

    bool known() const { return counted > 0 || unknown == 0; }
    void add(const Yearly& other);
  };

  void add_imbalance(const RowFigures& figures);
  void keep_worst(WorstRow row);

  std::uint64_t rows_ = 0;
  std::uint64_t failed_ = 0;
  std::uint64_t exact_ = 0;
  std::array<std::uint64_t, 4> zones_{};
  std::unordered_map<core::Int128, std::uint64_t, CentsHash> cents_;
  Yearly shortfall_;
  Yearly excess_;
  std::vector<WorstRow> worst_;  ///< the worst first
};

/// The summary of a run: all rows, and those of each group.
struct BatchSummary {
  Tally all;
  std::map<std::string, Tally, std::less<>> groups;

  void add(const BatchSummary& other);
};

}  // namespace billijk::analysis
