#include "report/market/market_sections.hpp"

#include "report/words/head.hpp"

namespace billijk::report {
namespace {

Record equal_of(const analysis::EqualProviders& row) {
  return {{"providers", row.providers},       {"hours", row.one.hours},
          {"cost_price", row.one.cost_price}, {"fair_tariff", row.one.fair_tariff},
          {"municipality", row.municipality}, {"total", row.total},
          {"per_hour", row.per_hour},         {"difference", row.difference},
          {"one_more", row.one_more}};
}

Record share_of(const analysis::ShareOutcome& outcome) {
  return {{"share", outcome.share},
          {"hours", outcome.price.hours},
          {"cost_price", outcome.price.cost_price},
          {"fair_tariff", outcome.price.fair_tariff},
          {"zone", outcome.zone ? Value{key_of(*outcome.zone)} : Value{}}};
}

Record lead_row_of(const analysis::LeadRow& row) {
  return {{"providers", row.providers}, {"tariff", row.tariff}, {"lead_keeps", row.keeps},
          {"lead_spends", row.spends},  {"total", row.total},   {"direct_total", row.direct}};
}

Value lead_of(const std::optional<analysis::LeadOutcome>& lead) {
  if (!lead) return {};
  return Record{{"fee", lead->fee},
                {"contract", lead->contract},
                {"rows", list_of(lead->rows, lead_row_of)},
                {"equal_at", lead->equal_at}};
}

Rows rows_of(const analysis::MarketResult& result) {
  Rows rows;
  rows.header = {"section",      "providers",    "share",  "hours",      "cost_price",
                 "fair_tariff",  "municipality", "total",  "per_hour",   "difference",
                 "one_more",     "zone",         "tariff", "lead_keeps", "lead_spends",
                 "direct_total", "value"};
  const auto add = [&](const char* section, const Record& cells) {
    rows.add({{"section", section}}, cells);
  };
  for (const analysis::EqualProviders& row : result.rows) add("equal", equal_of(row));
  for (const analysis::ShareOutcome& outcome : result.shares) add("share", share_of(outcome));
  if (result.lead) {
    for (const analysis::LeadRow& row : result.lead->rows) add("lead", lead_row_of(row));
  }
  add("smallest_volume", {{"value", result.smallest_volume}});
  if (result.shares_total) {
    add("shares_total.own", {{"value", result.shares_total->own}});
    add("shares_total.smallest", {{"value", result.shares_total->smallest}});
  }
  if (result.lead) add("lead.equal_at", {{"value", result.lead->equal_at}});
  return rows;
}

}  // namespace

Sections market_sections(const Compared& compared, const Program& program, Language language) {
  const analysis::MarketResult& result = compared.result;
  Value shares;
  if (!result.shares.empty()) shares = list_of(result.shares, share_of);
  Value shares_total;
  if (result.shares_total)
    shares_total =
        Record{{"own", result.shares_total->own}, {"smallest", result.shares_total->smallest}};
  Value tariff;
  if (compared.tariff) tariff = tariff_of(*compared.tariff, result.per_hour);
  Sections sections;
  sections.members = head_of("billijk/market/1", program, compared.calculation.subject, language);
  append(sections.members, {{"currency", "EUR"},
                            {"provisional", compared.provisional > 0},
                            {"volume", result.volume},
                            {"tariff", tariff},
                            {"rows", list_of(result.rows, equal_of)},
                            {"smallest_volume", result.smallest_volume},
                            {"shares", shares},
                            {"shares_total", shares_total},
                            {"lead", lead_of(result.lead)},
                            {"warnings", findings_of(result.warnings, language)}});
  sections.rows = rows_of(result);
  return sections;
}

}  // namespace billijk::report
