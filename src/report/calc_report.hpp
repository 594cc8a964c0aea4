#pragma once

#include <string>

#include "core/calculation.hpp"
#include "report/document.hpp"
#include "report/format.hpp"

namespace billijk::report {

/// What a report shows beyond its usual.
struct Extras {
  bool explain = false;
  bool ledger = false;
};

/// The report of `calc`: the fair tariff, the cost sheet, what it rests on.
Document calc_document(const core::Calculation& calculation, const Extras& extras, const Format& format);

/// The report of `check`: the verdict first, then the same sheet.
Document check_document(const core::Calculation& calculation, const core::Verdict& verdict, const Extras& extras,
                        const Format& format);

}  // namespace billijk::report
