#pragma once

#include <optional>
#include <vector>

#include "analysis/lever/together.hpp"
#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// What a verdict on a page has to tell.
struct Briefing {
  const core::Calculation& calculation;
  const core::Verdict& verdict;
  const std::vector<analysis::Effect>& effects;  ///< on the cost price, the largest first
  std::optional<analysis::Together> together;
};

/// One page for who decides: the verdict, how sure it is, what the cost price is made of, what
/// then, what is still to be filled in and by whom, where it comes from and until when it holds.
Document check_brief_document(const Briefing& briefing, const Format& format);

}  // namespace billijk::report
