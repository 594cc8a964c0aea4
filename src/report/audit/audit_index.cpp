#include "report/audit/audit_index.hpp"

#include <algorithm>

#include "report/audit/audit_words.hpp"

namespace billijk::report {
namespace {

using core::Exact;

bool stands_before(const IndexEntry& a, const IndexEntry& b) {
  if (a.line && b.line) return is_worse(*a.line, *b.line);
  return a.line.has_value() && !b.line.has_value();
}

Cell number(const Exact& value) { return Number{value, visible_decimals(value, 2)}; }

Row row_of(const IndexEntry& entry, const AuditWords& words) {
  Row row{{Link{entry.name, entry.file}, words.label(entry.standing),
           entry.evidence ? words.label(*entry.evidence) : std::string{}}};
  if (!entry.line) return row;
  const analysis::ContractLine& line = *entry.line;
  row.cells.emplace_back(Number{line.tariff, tariff_decimals(line.tariff)});
  row.cells.emplace_back(Number{line.cost_price, tariff_decimals(line.cost_price)});
  row.cells.push_back(number(line.distance));
  Cell& percent = row.cells.emplace_back();
  if (!line.cost_price.is_zero()) {
    const Exact share = line.distance / line.cost_price * Exact{100};
    percent = Percent{share, visible_decimals(share, 2)};
  }
  if (line.distance_year) row.cells.push_back(number(*line.distance_year));
  return row;
}

}  // namespace

IndexEntry index_entry(const analysis::AuditedContract& contract, std::string file,
                       std::uint64_t order, Language language) {
  return {.file = std::move(file),
          .name = name_of(contract, language),
          .standing = contract.standing,
          .evidence = contract.evidence,
          .line = line_of(contract, order)};
}

Document index_document(const Audit& audit, std::vector<IndexEntry> entries, const Format& format) {
  const AuditWords words{audit.options, format};
  std::ranges::stable_sort(entries, stands_before);
  Document document;
  add_outcome(document, audit, format);
  Table table;
  const auto column = [&](Message message, Align align) {
    table.columns.push_back({say(message, format.language()), align});
  };
  for (const Message message : {Message::audit_column_contract, Message::audit_column_class,
                                Message::audit_column_evidence})
    column(message, Align::left);
  for (const Message message :
       {Message::column_tariff, Message::column_cost_price, Message::column_distance,
        Message::column_percent, Message::audit_column_year})
    column(message, Align::decimal);
  for (const IndexEntry& entry : entries) table.rows.push_back(row_of(entry, words));
  document.add(Heading{say(Message::audit_heading_league, format.language())});
  document.add(std::move(table));
  document.add(Paragraph{say(Message::audit_league_base, format.language())});
  return document;
}

}  // namespace billijk::report
