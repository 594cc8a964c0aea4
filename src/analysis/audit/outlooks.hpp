#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/audit/audit.hpp"
#include "analysis/forecast/row_forecast.hpp"

namespace billijk::analysis {

/// Looks at the years of contracts of one case, whatever day each of them ends.
class Outlooks {
 public:
  /// What there is to say of the years of a contract.
  struct Found {
    std::optional<RowOutlook> outlook;
    std::vector<std::string> missing;  ///< why there is none: keys, presets
  };
  /// Requires: a contract that ends in a later year than its case, and its boundaries.
  Found of(const ContractView& view);

 private:
  struct Years {
    std::optional<RowForecast> forecast;
    std::vector<std::string> missing;
  };
  static Years years_of(const ContractView& view);

  std::map<core::Date, Years> by_end_;
};

/// Whether a contract goes on in a later year than that of its case.
bool outlasts_its_year(const ContractView& view);

}  // namespace billijk::analysis
