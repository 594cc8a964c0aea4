#include "report/audit/audit_index.hpp"

#include "report/audit/audit_page.hpp"

namespace billijk::report {
namespace {

using core::Exact;

Cell number(const Exact& value) { return Number{value, visible_decimals(value, 2)}; }

Row row_of(const IndexEntry& entry, const Address& address, const AuditWords& words) {
  std::string way{address.before};
  way.append(entry.stem).append(address.behind);
  Row row{{Link{entry.name, std::move(way)}, words.label(entry.standing),
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

bool stands_before(const IndexEntry& a, const IndexEntry& b) {
  if (a.line && b.line) return is_worse(*a.line, *b.line);
  return a.line.has_value() && !b.line.has_value();
}

IndexEntry index_entry(const analysis::AuditedContract& contract, std::string stem,
                       std::uint64_t order, Language language) {
  return {.stem = std::move(stem),
          .name = name_of(contract, language),
          .standing = contract.standing,
          .evidence = contract.evidence,
          .line = line_of(contract, order)};
}

Table index_table(const std::vector<IndexEntry>& entries, const Address& address,
                  const AuditWords& words) {
  Table table;
  const auto column = [&](Message message, Align align) {
    table.columns.push_back({say(message, words.language()), align});
  };
  for (const Message message : {Message::audit_column_contract, Message::audit_column_class,
                                Message::audit_column_evidence})
    column(message, Align::left);
  for (const Message message :
       {Message::column_tariff, Message::column_cost_price, Message::column_distance,
        Message::column_percent, Message::audit_column_year})
    column(message, Align::decimal);
  for (const IndexEntry& entry : entries) table.rows.push_back(row_of(entry, address, words));
  table.sorts = true;
  table.choice = 1;  // the class
  return table;
}

Document index_document(const Audit& audit, const std::vector<IndexEntry>& entries,
                        std::string_view ending, const Format& format) {
  Document document;
  add_outcome(document, audit, format);
  add_scatter(document, entries, audit, format);
  document.add(Heading{say(Message::audit_heading_league, format.language())});
  document.add(index_table(entries, {.behind = ending}, AuditWords{audit.options, format}));
  document.add(Paragraph{say(Message::audit_league_base, format.language())});
  return document;
}

}  // namespace billijk::report
