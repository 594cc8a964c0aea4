#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/input.hpp"
#include "core/number/date.hpp"
#include "core/number/exact.hpp"

namespace billijk::core {

/// What a year brings more of than the year before it: [forecast] wages, prices, volume.
enum class GrowthKind : std::uint8_t { wages, prices, volume };
inline constexpr std::array all_growth{GrowthKind::wages, GrowthKind::prices, GrowthKind::volume};
constexpr std::size_t index_of(GrowthKind kind) { return static_cast<std::size_t>(kind); }
/// "forecast.wages".
std::string_view path_of(GrowthKind kind);

/// Along which ends of the growth figures the years go: all at their value, low or high.
enum class GrowthPath : std::uint8_t { value, low, high };
inline constexpr std::array all_paths{GrowthPath::value, GrowthPath::low, GrowthPath::high};
constexpr std::size_t index_of(GrowthPath path) { return static_cast<std::size_t>(path); }

/// Growth by the year: what is stated for a calendar year, and for every year not stated.
///
/// Units: % a year.
struct Growth {
  std::map<int, Input> years;
  std::optional<Input> later;
  Position at;

  /// Nothing for a year not stated where nothing holds for those.
  const Input* of(int year) const;
};
/// The figure on a path; an absent end is the value.
const Decimal& on_path(const Input& input, GrowthPath path);

/// A day that every year has.
struct MonthDay {
  unsigned month = 1;
  unsigned day = 1;

  Date in(int year) const;
  friend bool operator==(const MonthDay&, const MonthDay&) = default;
};

/// What the series of an index grow with in a year not yet known, by their names.
using SeriesKinds = std::map<std::string, SeriesKind, std::less<>>;
/// Those a file need not state.
const SeriesKinds& usual_series_kinds();

/// [forecast]: what is expected of the years to come.
struct Forecast {
  std::array<std::optional<Growth>, all_growth.size()> growth;
  MonthDay rise_on;    ///< on which wages rise
  SeriesKinds series;  ///< beside the usual ones

  const std::optional<Growth>& operator[](GrowthKind kind) const { return growth[index_of(kind)]; }
  std::optional<Growth>& operator[](GrowthKind kind) { return growth[index_of(kind)]; }
  /// What a series grows with; nothing where nobody said.
  std::optional<GrowthKind> kind_of(const std::string& name) const;
};

/// How far figures stated for one year have grown by a later one (billijk-model(7), "Years").
struct LaterYear {
  int first = 0;  ///< the year they are stated for
  MonthDay rise_on;
  std::vector<Exact> wages;  ///< 1 + growth of first + 1, first + 2 … up to the year itself
  Exact own_level{1};        ///< of the case's own euro figures, by its [indexation]
  Exact prices{1};           ///< of the same but wages, by the years since the first
  Exact volume{1};

  /// By what amounts of a year have grown on a day; each year from the day `rise` on.
  Exact wages_on(Date day, int of_year, const MonthDay& rise) const;
};

}  // namespace billijk::core
