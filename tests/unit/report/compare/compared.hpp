#pragma once

#include <list>
#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/negotiation.hpp"
#include "report/compare/compare_report.hpp"
#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::tests {

/// Cases side by side, with all that a comparison points into.
struct Compared {
  std::list<Computed> cases;
  analysis::Comparison comparison;

  /// The round case, each time with other settings.
  explicit Compared(const std::vector<std::vector<std::string>>& settings) {
    for (const std::vector<std::string>& one : settings) cases.push_back(compute(CaseText{}, one));
    compare();
  }
  /// As many times the round case.
  explicit Compared(int count) : Compared{std::vector<CaseText>(static_cast<std::size_t>(count))} {}
  explicit Compared(const std::vector<CaseText>& texts) {
    for (const CaseText& text : texts) cases.push_back(compute(text));
    compare();
  }

 private:
  void compare() {
    std::vector<const core::Calculation*> calculations;
    for (const Computed& one : cases) calculations.push_back(&*one);
    core::Checked<analysis::Comparison> found = analysis::compare(std::move(calculations), {});
    if (!found) throw std::runtime_error{summary(found.error())};
    comparison = std::move(*found);
  }
};

}  // namespace billijk::tests
