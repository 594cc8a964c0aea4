#include "report/calc/derived_table.hpp"

#include <algorithm>

#include "report/words/catalogue.hpp"

namespace billijk::report {

std::string share_of(const core::DerivedPrice& price, const Format& format) {
  return say(Message::derived_share, format.language(),
             {{"percent", format.shortest(core::Exact{price.percent.value})},
              {"base", word("the_" + std::string{word_of(price.of)}, format.language())}});
}

void add_derived(Document& document, const Reported& reported, const Format& format) {
  const std::vector<core::DerivedFigure>& derived = reported.derived();
  if (derived.empty()) return;
  const Language language = format.language();
  const int decimals = decimals_of(reported.calculation.ways().rounding.step);
  const bool has_least = std::ranges::any_of(
      derived, [](const core::DerivedFigure& figure) { return figure.least.has_value(); });
  Table table{{{say(Message::heading_derived, language), Align::left},
               {say(Message::column_derived_share, language), Align::left},
               {say(Message::column_derived_base, language), Align::decimal},
               {say(Message::column_amount, language), Align::decimal}},
              {}};
  if (has_least) table.columns.push_back({say(Message::column_at_least, language), Align::decimal});
  for (const core::DerivedFigure& figure : derived) {
    Row row{{figure.price.label, share_of(figure.price, format),
             Money{figure.base.rounded, decimals}, Money{figure.share.rounded, decimals}}};
    if (has_least) {
      row.cells.push_back(figure.least ? Cell{Money{figure.least->rounded, decimals}} : Cell{});
    }
    table.rows.push_back(std::move(row));
  }
  document.add(std::move(table));
}

}  // namespace billijk::report
