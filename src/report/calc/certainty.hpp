#pragma once

#include <optional>
#include <string>

#include "analysis/lever/together.hpp"
#include "core/calculation.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// An amount with as many decimals as show what it is.
std::string money_shown(const core::Exact& value, const Format& format);

/// "€ 38.50 per hour", or per another unit with what that is per hour.
std::string tariff_stated(const core::Tariff& tariff, const core::Exact& hourly,
                          const Format& format);

/// What reaches the one who delivers the hour, and how far that is from the boundary it misses.
std::string subcontractor_sentence(const core::Calculation& calculation,
                                   const core::Judgement& judgement, const Format& format);

/// The verdict in a few words, with how sure it is: "Certainly too low: below the cost price".
std::string fact_of(const core::Calculation& calculation, const core::Verdict& verdict,
                    Language language);

/// How sure a verdict is by its ranges alone.
std::string certainty_of_ranges(const core::Calculation& calculation, const core::Verdict& verdict,
                                const std::optional<analysis::Together>& together,
                                const Format& format);

/// The open figures of which no range is stated, so that nobody knows what they matter.
std::vector<std::string> without_range(const core::Calculation& calculation,
                                       const core::Verdict& verdict, Language language);

/// How sure a verdict is: what its ranges and the grades of its figures leave open.
std::string certainty_of(const core::Calculation& calculation, const core::Verdict& verdict,
                         const std::optional<analysis::Together>& together, const Format& format);

}  // namespace billijk::report
