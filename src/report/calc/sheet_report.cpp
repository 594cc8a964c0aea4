#include "report/calc/sheet_report.hpp"

#include <algorithm>

#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Element;
using core::Exact;
using core::HoursSign;
using core::Total;

class SheetTable {
 public:
  SheetTable(const core::Calculation& calculation, const Format& format)
      : calculation_{calculation},
        language_{format.language()},
        decimals_{decimals_of(calculation.ways().rounding.step)} {
    table_.columns = {{std::string{text_of(Message::heading_sheet, language_)}, Align::left},
                      {say(Message::column_line, language_), Align::decimal},
                      {say(Message::column_subtotal, language_), Align::decimal},
                      {say(Message::column_share, language_), Align::decimal}};
  }

  Table build() {
    table_.role = "sheet";
    for (const Element element : elements_in_order) {
      add_element(element);
      if (element == Element::f) add_total(Total::wage_floor, floor_label());
      if (element == Element::e) add_total(Total::cost_price, cost_label());
    }
    add_total(Total::fair_tariff, label_of(Total::fair_tariff, language_));
    add_total(Total::ceiling, ceiling_label());
    return std::move(table_);
  }

 private:
  void add_element(Element element) {
    std::vector<const core::SheetLine*> lines;
    Exact sum;
    Exact rounded;
    for (const core::SheetLine& line : calculation_.lines) {
      if (line.element != element) continue;
      lines.push_back(&line);
      sum = sum + line.value;
      rounded = rounded + line.rounded;
    }
    if (lines.empty()) return;
    const std::string_view letter = letter_of(element);
    table_.rows.push_back({{(letter.empty() ? std::string{} : std::string{letter} + "  ") +
                                label_of(element, language_),
                            std::monostate{}, Number{rounded, decimals_}, share(sum)},
                           0,
                           true,
                           "element." + std::string{letter.empty() ? "none" : letter}});
    if (lines.size() == 1 && (element == Element::e || element == Element::none)) return;
    for (const core::SheetLine* line : lines) {
      table_.rows.push_back(
          {{label_of(*line, language_), Number{line->rounded, decimals_}}, 2, false, line->key});
    }
  }
  Cell share(const Exact& value) const {
    const Exact& whole = calculation_[Total::fair_tariff]->value;
    if (whole.is_zero()) return std::monostate{};
    return Percent{value / whole * Exact{100}, 1};
  }
  void add_total(Total total, std::string label) {
    const std::optional<core::Boundary>& boundary = calculation_[total];
    if (!boundary) return;
    table_.rows.push_back({{std::move(label), std::monostate{},
                            Number{boundary->rounded, decimals_}, share(boundary->value)},
                           0,
                           true,
                           "total." + std::string{key_of(total)}});
  }
  std::string cost_label() const {
    return calculation_.ways().given ? label_of(Total::cost_price, language_)
                                     : say(Message::total_cost_price_long, language_);
  }
  /// The lines stand as written, the floor at the level of the period.
  std::string floor_label() const {
    return say(calculation_.ways().is_indexed() ? Message::total_wage_floor_indexed
                                                : Message::total_wage_floor_long,
               language_);
  }
  std::string ceiling_label() const {
    if (calculation_[Total::ceiling]->value == calculation_[Total::fair_tariff]->value)
      return say(Message::total_ceiling_own, language_);
    const core::Decimal& band =
        calculation_.resolution.resolved.figures[core::Key::band_ceiling].value;
    return say(Message::total_ceiling_long, language_,
               {{"percent", Format{language_}.shortest(Exact{band})}});
  }

  const core::Calculation& calculation_;
  Language language_;
  int decimals_;
  Table table_;
};

Table hours_table(const core::Calculation& calculation, Language language) {
  const core::YearHours<Exact>& year = calculation.sheet.first.hours;
  Table table{{{say(Message::heading_hours, language), Align::left}, {"", Align::decimal}}, {}};
  const auto add = [&](std::string_view key, HoursSign sign, const Exact& hours) {
    const bool minus = sign == HoursSign::minus;
    if (minus && hours.is_zero()) return;
    table.rows.push_back(
        {{word("hours_" + std::string{key}, language), Number{minus ? -hours : hours, 2}},
         minus ? 1 : 0});
  };
  visit_hours(year, add);
  add("attendance", HoursSign::plus, year.attendance.number());
  add("travel", HoursSign::minus, year.travel.number());
  add("billable", HoursSign::plus, year.billable.number());
  table.rows.back().strong = true;
  return table;
}

}  // namespace

void add_sheet(Document& document, const core::Calculation& calculation, const Format& format) {
  const Language language = format.language();
  document.add(SheetTable{calculation, format}.build());
  document.add(Paragraph{
      say(calculation.ways().given ? Message::share_base_given : Message::share_base, language)});
  if (calculation.ways().given) {
    const std::optional<core::Input>& given =
        calculation.subject.number(core::Key::given_cost_price);
    const std::string source =
        given->source.empty() ? say(Message::no_source_text, language) : joined(given->source);
    document.add(Paragraph{say(Message::given_note, language, {{"source", source}})});
    return;
  }
  document.add(hours_table(calculation, language));
  const core::Pass<Exact>& written = calculation.sheet.first;
  const Exact productivity = (written.hours.billable / written.hours.contract).number();
  document.add(Paragraph{say(Message::productivity_line, language,
                             {{"percent", format.number(productivity * Exact{100}, 2)},
                              {"gross", format.money(written.labour.gross.number())},
                              {"labour", format.money(written.labour.labour.number())}})});
}

}  // namespace billijk::report
