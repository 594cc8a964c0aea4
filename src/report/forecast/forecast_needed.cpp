#include "report/forecast/forecast_needed.hpp"

#include <utility>

#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;

class NeededText {
 public:
  NeededText(const Foreseen& foreseen, const Format& format)
      : result_{foreseen.result},
        format_{format},
        language_{format.language()},
        first_year_{std::to_string(result_.years.front().days.year)} {
    const auto& clause = foreseen.calculation.subject.contract.indexation;
    clause_ = say(
        clause && !clause->none ? Message::forecast_with_clause : Message::forecast_without_clause,
        language_);
  }

  Bullets bullets() const {
    const analysis::Needed& needed = result_.needed;
    Bullets bullets;
    bullets.items.push_back(start(needed.start_tariff_every_year, Message::forecast_need_every,
                                  Message::forecast_need_every_none));
    if (result_.years.size() == 1) return bullets;
    bullets.items.push_back(percent());
    if (result_.last().volume)
      bullets.items.push_back(start(needed.start_tariff_over_contract, Message::forecast_need_over,
                                    Message::forecast_need_over_none));
    return bullets;
  }

 private:
  std::string start(const std::optional<Exact>& tariff, Message some, Message none) const {
    if (!tariff) return say(none, language_, {{"clause", clause_}});
    std::string text =
        say(some, language_,
            {{"tariff", tariff_text(*tariff, result_.unit, format_)}, {"clause", clause_}});
    if (*tariff <= result_.years.front().value().tariff)
      text += say(Message::forecast_need_met, language_);
    return text + '.';
  }
  std::string percent() const {
    const std::optional<Exact>& needed = result_.needed.clause_percent;
    if (needed && needed->is_zero()) return say(Message::forecast_need_no_percent, language_);
    if (needed)
      return say(Message::forecast_need_percent, language_,
                 {{"percent", format_.percent(*needed, 2)}});
    const bool below = result_.years.front().value().is_below_cost();
    return say(below ? Message::forecast_need_percent_first : Message::forecast_need_percent_none,
               language_, {{"year", first_year_}});
  }

  const analysis::ForecastResult& result_;
  const Format& format_;
  Language language_;
  std::string first_year_;
  std::string clause_;
};

}  // namespace

std::string tariff_text(const Exact& tariff, core::TariffUnit unit, const Format& format) {
  return format.money(tariff, tariff_decimals(tariff)) + ' ' + label_of(unit, format.language());
}

void add_needed(Document& document, const Foreseen& foreseen, const Format& format) {
  document.add(Heading{say(Message::heading_forecast_needed, format.language())});
  document.add(NeededText{foreseen, format}.bullets());
}

void add_clauses(Document& document, const Foreseen& foreseen, const Format& format) {
  const analysis::ForecastResult& result = foreseen.result;
  if (result.clauses.empty()) return;
  const Language language = format.language();
  const bool volume = result.last().volume.has_value();
  Table table;
  table.columns = {{say(Message::forecast_column_clause, language)},
                   {say(Message::forecast_column_sinks, language)}};
  if (volume)
    table.columns.push_back({say(Message::forecast_column_over, language), Align::decimal});
  table.columns.push_back({say(Message::forecast_column_end, language), Align::decimal});
  const auto add = [&](std::string name, const std::optional<int>& sinks_in,
                       const std::optional<Exact>& total, const Exact& at_end) {
    Row row{{std::move(name),
             sinks_in ? std::to_string(*sinks_in) : say(Message::forecast_in_no_year, language)}};
    if (volume) row.cells.emplace_back(Number{*total, 0});
    row.cells.emplace_back(Number{at_end, tariff_decimals(at_end)});
    table.rows.push_back(std::move(row));
  };
  add(say(Message::forecast_own_clause, language), result.sinks_in, result.last().running_total,
      result.last().tariff);
  for (const analysis::ClauseOutcome& clause : result.clauses)
    add(clause.name, clause.sinks_in, clause.running_total, clause.tariff_at_end);
  document.add(std::move(table));
}

}  // namespace billijk::report
