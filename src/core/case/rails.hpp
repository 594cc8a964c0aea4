#pragma once

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "core/number/exact.hpp"

namespace billijk::core {

// Rails: figures a case may state and that are probably not meant, such as a fraction where a
// percentage stands or hours of a week where a year is asked. None changes a figure. Of the rails
// about one key the first of the table speaks: a wider one would say the same less well.

/// What the figures of a case alone make one look again at.
Diagnostics rails_of(const Case& subject);

/// What a tariff makes one look again at. Units: EUR per hour.
Diagnostics tariff_rails_of(const Case& subject, const Exact& tariff_per_hour,
                            const Exact& cost_price);

/// Whether a finding is that of a rail, which `--strict` counts.
bool is_rail(Code code);

/// The contract hours of a full-timer of the CAO VVT, which is what people look for who wrote those
/// of a week.
inline constexpr int full_time_hours = 1878;

/// The leave the law gives at least: four times the hours of a week (BW 7:634), in a year taken as
/// 366 days, the reading most favourable to the case. Units: hours per year.
Exact least_leave(const Exact& contract_hours);
/// The holiday allowance the law gives at least (Wml art. 15). Units: %.
inline constexpr int least_holiday_allowance = 8;
/// Contract hours up to here are those of a week, and are not judged by the law on leave.
inline constexpr int most_week_hours = 60;

}  // namespace billijk::core
