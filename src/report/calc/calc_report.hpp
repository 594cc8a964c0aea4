#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/lever/sensitivity.hpp"
#include "analysis/lever/solve.hpp"
#include "analysis/lever/together.hpp"
#include "core/calculation.hpp"
#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// What a report shows beyond its usual.
struct Extras {
  bool explain = false;
  bool ledger = false;
  std::vector<analysis::Effect> effects;  ///< on the cost price, the largest first
  std::optional<core::TariffUnit> unit;   ///< of `calc`, in which it shows the boundaries too
};

/// The report of `calc`: the fair tariff, the cost sheet, what it rests on.
Document calc_document(const core::Calculation& calculation, const Extras& extras,
                       const Format& format);

/// What `check` has to tell: the verdict, and what its tariff pays for.
struct Checkup {
  const core::Verdict& verdict;
  const std::vector<analysis::Solution>& pays_for;  ///< none: left out
  std::optional<analysis::Together> together;       ///< figures that change it at once
};

/// The report of `check`: the verdict first, then what the tariff pays for and the same sheet.
Document check_document(const core::Calculation& calculation, const Checkup& checkup,
                        const Extras& extras, const Format& format);

/// What stands under the headline of a verdict: which case, what is probably not meant, and what
/// its figures and its days do not reach to.
void add_opening(Document& document, const core::Calculation& calculation,
                 const core::Diagnostics& of_tariff, const Format& format);

/// What the verdict and the sheet hang on, before the sheet: warnings, and what is to fill in.
void add_doubts(Document& document, const Reported& reported, const Extras& extras,
                const Format& format);

/// What stands at the end: how the sheet came about where that is asked for, what it rests on.
void add_rest(Document& document, const Reported& reported, const Extras& extras,
              const Format& format);

/// What the figures do not reach to, each in a sentence: for which years there are none yet, or
/// until when they are confirmed.
std::vector<std::string> outrun_texts(const std::vector<core::Outrun>& outruns,
                                      const core::Period& period, const Format& format);

}  // namespace billijk::report
