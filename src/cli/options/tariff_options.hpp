#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options/options.hpp"
#include "core/calculation.hpp"

namespace billijk::cli {

/// Options of commands that hold a tariff against a case.
struct TariffOptions {
  std::optional<std::string> amount;
  std::optional<std::string> unit;
};
Options tariff_options(TariffOptions& options);

/// The same where several tariffs may be laid beside each other.
struct TariffListOptions {
  std::vector<std::string> amounts;  ///< "38.50", or "38:44:0.50": from, to and step
  std::optional<std::string> unit;
};
Options tariff_options(TariffListOptions& options);

/// The amounts as they are used: each once, in their order.
struct TariffList {
  std::vector<core::Decimal> amounts;
  bool is_list = false;  ///< given as several or as a series, however many that makes
};

/// Makes tariff and unit of the command line settings of the case: the nearest of all.
///
/// Errors: `option_value` for no amount, or for a unit there is not.
core::Diagnostics add_settings(const TariffOptions& options, std::vector<io::KeyOption>& settings);

/// The same, with the first of the amounts, which are given in their order.
///
/// Errors: those of each amount; `option_value` for a row of amounts that is none or too long.
core::Checked<TariffList> add_settings(const TariffListOptions& options,
                                       std::vector<io::KeyOption>& settings);

/// The tariff of a case that has one and, where its unit divides, the divisor.
///
/// Errors: `no_tariff`, with `example` as what to do; `needs_divisor`.
core::Checked<core::Tariff> tariff_of(const core::Calculation& calculation,
                                      std::string_view command, const std::string& name);

}  // namespace billijk::cli
