#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string_view>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/number/exact.hpp"

namespace billijk::core {

// Rails: figures a case may state and that are probably not meant, such as a fraction where a
// percentage stands or hours of a week where a year is asked. None changes a figure. Of the rails
// about one key the first of the table speaks: a wider one would say the same less well.

constexpr std::size_t rail_count = 43;
/// The place of the one rail that is not in the table: a wage under the minimum wage, which is
/// looked for where presets are.
constexpr std::size_t minimum_wage_rail = rail_count;
/// The place of those about figures without a key of their own: own lines, wages of the mix.
constexpr std::size_t own_rail = rail_count + 1;
/// Which rails fire, by their place in the table.
using Rails = std::bitset<rail_count + 2>;

/// What the rails look at: what a case states and, where one is judged, the tariff per hour.
struct RailNumbers {
  std::array<std::optional<Exact>, key_count> stated;
  std::bitset<key_count> grouped;  ///< written as thousands are
  bool by_hour = true;             ///< the tariff is one per hour
  Exact tariff;
  Exact cost;

  bool has(Key key) const { return stated[index_of(key)].has_value(); }
  /// Requires: has(key).
  const Exact& operator[](Key key) const { return *stated[index_of(key)]; }
  /// Whether contract hours are stated that are not those of a week.
  bool has_hours_of_year() const;
};

/// The numbers of a case, without a tariff.
RailNumbers rail_numbers_of(const Case& subject);

/// What the figures of a case alone make one look again at.
Diagnostics rails_of(const Case& subject);

/// Those of them about what the law asks at least of holiday allowance and leave, whatever else
/// there is to say about the same key.
Diagnostics below_law(const Case& subject);

/// What a tariff makes one look again at. Units: EUR per hour.
Diagnostics tariff_rails_of(const Case& subject, const Exact& tariff_per_hour,
                            const Exact& cost_price);

/// Whether a finding is that of a rail about an own line or a wage of the mix.
bool is_own_rail(const Diagnostic& finding);

/// What is said of the rail at this place. Requires: it is among the findings.
Diagnostic said_of_rail(const Diagnostics& findings, std::size_t place);
/// 48.000, as some write forty-eight thousand.
bool is_written_as_thousands(std::string_view text);

/// Whether a finding is that of a rail, which `--strict` counts.
bool is_rail(Code code);

/// The contract hours of a full-timer of the CAO VVT, which is what people look for who wrote those
/// of a week.
inline constexpr int full_time_hours = 1878;

/// The leave the law gives at least: four times the hours of a week (BW 7:634), in a year taken as
/// 366 days, the reading most favourable to the case. Units: hours per year.
Exact least_leave(const Exact& contract_hours);
/// The same, up to whole hundredths of an hour, so that leave of that many hours is enough.
Exact least_leave_in_cents(const Exact& contract_hours);
/// The holiday allowance the law gives at least (Wml art. 15). Units: %.
inline constexpr int least_holiday_allowance = 8;
/// Contract hours up to here are those of a week, and are not judged by the law on leave.
inline constexpr int most_week_hours = 60;
/// A wage above these is that of a year, or of a month.
inline constexpr int most_of_month = 10'000;
inline constexpr int most_of_hour = 200;
/// Above the first it is that of a month, else of a week.
inline constexpr int most_of_week = 1'000;
/// A tariff above this beside a volume below it: the one stands where the other belongs.
inline constexpr int swapped_about = 200;

/// The most that is usual for a key, nothing where that is not known: well above every published
/// figure, so that what is above it stands at the wrong side of a decimal sign or in another unit.
/// Units: those of the key.
std::optional<int> most_usual(Key key);

}  // namespace billijk::core
