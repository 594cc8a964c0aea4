#pragma once

#include <cstddef>
#include <optional>

#include "analysis/market/market.hpp"
#include "report/format/sections.hpp"
#include "report/language/language.hpp"
#include "report/words/program.hpp"

namespace billijk::report {

/// A market and the case it is of.
struct Compared {
  const core::Calculation& calculation;
  const analysis::MarketResult& result;
  std::optional<core::Tariff> tariff;
  std::size_t provisional = 0;  ///< figures it rests on that are still to be filled in or confirmed
};

/// "billijk/market/1"; a row a number of providers, a share, a number under a lead provider, and
/// an answer.
Sections market_sections(const Compared& compared, const Program& program, Language language);

}  // namespace billijk::report
