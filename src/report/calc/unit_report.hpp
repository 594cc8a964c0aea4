#pragma once

#include <string>

#include "core/unit_prices.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"

namespace billijk::report {

/// The boundaries in the unit of a tariff, for all clients and by profile; of a tariff who it is
/// fair for.
void add_unit_prices(Document& document, const core::UnitPrices& prices, const Format& format);
/// The same of the tariff of a verdict; nothing where that is per hour.
void add_unit_prices(Document& document, const core::Calculation& calculation,
                     const core::Verdict& verdict, const Format& format);

/// " Per client per week: wage floor € 70.12, cost price …", to go on after another sentence, with
/// the clients it does not cover, for a page with no room for tables; empty for a tariff per hour.
/// `when` stands behind the unit: " in 2026".
std::string unit_sentence(const core::Calculation& calculation, const core::Tariff& tariff,
                          const Format& format, const std::string& when = {});

/// "in_unit" for machines.
Record unit_record(const core::UnitPrices& prices);
/// Its rows: section "in_unit" for all clients, "profile" for those of one.
void add_unit_rows(Rows& rows, const core::UnitPrices& prices, Language language);

}  // namespace billijk::report
