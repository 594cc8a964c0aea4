#include "report/forecast/forecast_report.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "report/calc/certainty.hpp"
#include "report/calc/grounds.hpp"
#include "report/calc/unit_report.hpp"
#include "report/forecast/assumed_growth.hpp"
#include "report/forecast/forecast_needed.hpp"
#include "report/words/case_title.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::ForecastYear;
using analysis::YearFigures;
using core::Exact;
using core::GrowthPath;
using core::Total;
using core::Zone;

class ForecastText {
 public:
  ForecastText(const Foreseen& foreseen, const Format& format)
      : calculation_{foreseen.calculation},
        result_{foreseen.result},
        foreseen_{foreseen},
        format_{format},
        language_{format.language()},
        decimals_{decimals_of(calculation_.ways().rounding.step)} {}

  Document document() {
    add_headline();
    add_rails(document_, result_.warnings, language_);
    if (foreseen_.provisional > 0)
      document_.add(Paragraph{.text = say(Message::forecast_provisional, language_,
                                          {{"count", std::to_string(foreseen_.provisional)}}),
                              .role = "as-computed"});
    document_.add(Paragraph{parties_of(calculation_, format_)});
    add_why();
    document_.add(course());
    add_years();
    add_boundaries();
    add_needed(document_, foreseen_, format_);
    add_clauses(document_, foreseen_, format_);
    add_assumed_growth(document_, foreseen_, format_);
    add_warnings(document_, result_.warnings, language_);
    add_sources(document_, calculation_, format_);
    return std::move(document_);
  }

 private:
  std::string money(const Exact& amount) const { return money_shown(amount, format_); }
  int first_year() const { return result_.years.front().days.year; }
  int last_year() const { return result_.years.back().days.year; }

  /// The years along a path of which the tariff lies in a zone that `is`, and by how much it
  /// misses the boundary it is measured against.
  struct Missed {
    std::vector<int> years;
    Exact least, most;
  };
  template <class Is>
  Missed missed(const Is& is) const {
    Missed found;
    for (const ForecastYear& year : result_.years) {
      const YearFigures& figures = year.value();
      if (!is(figures.zone)) continue;
      const core::Boundaries& boundaries = figures.boundaries;
      const Exact least = core::max(*boundaries[Total::cost_price], *boundaries[Total::wage_floor]);
      const bool above = figures.zone == Zone::above_ceiling;
      const Exact by = core::abs(figures.per_hour - (above ? *boundaries[Total::ceiling] : least));
      found.least = found.years.empty() ? by : core::min(found.least, by);
      found.most = found.years.empty() ? by : core::max(found.most, by);
      found.years.push_back(year.days.year);
    }
    return found;
  }
  std::string span_text(const Missed& found) const {
    return found.least == found.most
               ? money(found.least)
               : say(Message::forecast_from_to, language_,
                     {{"low", money(found.least)}, {"high", money(found.most)}});
  }

  std::string holds_text() const {
    const Missed below = missed([](Zone zone) { return zone < Zone::fair; });
    const std::string tariff =
        tariff_text(result_.years.front().value().tariff, result_.unit, format_);
    if (below.years.empty()) {
      return say(Message::forecast_holds, language_,
                 {{"tariff", tariff}, {"last", std::to_string(last_year())}});
    }
    const int from = below.years.front();
    const bool to_the_end = below.years.back() == last_year() &&
                            below.years.back() - from + 1 == std::ssize(below.years);
    const Arguments arguments{{"tariff", tariff},
                              {"until", std::to_string(from - 1)},
                              {"from", std::to_string(from)},
                              {"years", years_text(below.years, language_)},
                              {"loss", span_text(below)}};
    return say(!to_the_end           ? Message::forecast_breaks
               : from > first_year() ? Message::forecast_sinks
                                     : Message::forecast_never,
               language_, arguments);
  }
  void add_headline() {
    std::string text = holds_text();
    if (const std::optional<Exact>& total = result_.last().running_total) {
      text += say(total->sign() < 0 ? Message::forecast_lost : Message::forecast_left, language_,
                  {{"years", say(result_.years.size() == 1 ? Message::forecast_one_year
                                                           : Message::forecast_so_many_years,
                                 language_,
                                 {{"count", std::to_string(result_.years.size())},
                                  {"year", std::to_string(first_year())}})},
                   {"total", format_.money(core::abs(*total), 0)}});
    }
    text += '.';
    const Missed above = missed([](Zone zone) { return zone == Zone::above_ceiling; });
    if (!above.years.empty()) {
      text +=
          ' ' + say(Message::forecast_above, language_,
                    {{"years", years_text(above.years, language_)}, {"excess", span_text(above)}});
    }
    const bool fair = !result_.sinks_in && above.years.empty();
    document_.add(Headline{std::move(text), fair ? Tone::good : Tone::bad});
    add_delivered();
  }
  /// What a lead provider leaves to the one who delivers.
  void add_delivered() {
    std::vector<int> years;
    for (const ForecastYear& year : result_.years) {
      const auto& delivered = year.value().subcontractor;
      if (delivered && delivered->zone < Zone::fair) years.push_back(year.days.year);
    }
    if (!result_.years.front().value().subcontractor) return;
    document_.add(Paragraph{.text = years.empty()
                                        ? say(Message::forecast_delivered_holds, language_)
                                        : say(Message::forecast_delivered, language_,
                                              {{"years", years_text(years, language_)}}),
                            .role = "as-computed"});
  }

  bool rises() const {
    const analysis::GrownBy& growth = result_.growth;
    return std::ranges::all_of(
        std::array{&growth.wage, &growth.cost_price, &growth.tariff},
        [](const std::optional<Exact>* by) { return !*by || (*by)->sign() >= 0; });
  }
  void add_why() {
    const auto percent = [&](const std::optional<Exact>& grown) {
      return grown ? format_.percent(*grown, 2) : std::string{"–"};
    };
    std::string text = clause_sentence(foreseen_, format_);
    if (result_.years.size() > 1) {
      text = say(rises() ? Message::forecast_grown : Message::forecast_changed, language_,
                 {{"first", std::to_string(first_year())},
                  {"last", std::to_string(last_year())},
                  {"cost", percent(result_.growth.cost_price)},
                  {"tariff", percent(result_.growth.tariff)},
                  {"wage", percent(result_.growth.wage)}}) +
             ' ' + text;
    }
    for (const std::string& sentence : {text, paths_text(), in_unit()}) {
      if (!sentence.empty()) document_.add(Paragraph{.text = sentence, .role = "as-computed"});
    }
  }
  /// The boundaries of the first year in the unit of the tariff; empty for one per hour.
  std::string in_unit() const {
    const core::Tariff tariff{calculation_.subject.value(core::Key::tariff), result_.unit};
    std::string text = unit_sentence(
        calculation_, tariff, format_,
        say(Message::forecast_in_unit, language_, {{"year", std::to_string(first_year())}}));
    return text.empty() ? text : text.substr(1);
  }
  /// What the ends of the growth figures make of it.
  std::string paths_text() const {
    const bool alike = std::ranges::all_of(result_.years, [](const ForecastYear& year) {
      return std::ranges::all_of(year.paths, [&](const YearFigures& path) {
        return path.distance.per_hour == year.value().distance.per_hour;
      });
    });
    if (alike) return {};
    const auto outcome = [&](GrowthPath path) {
      const auto found = std::ranges::find_if(
          result_.years, [&](const ForecastYear& year) { return year[path].is_below_cost(); });
      return found == result_.years.end() ? say(Message::forecast_path_holds, language_)
                                          : say(Message::forecast_path_sinks, language_,
                                                {{"year", std::to_string(found->days.year)}});
    };
    const std::string low = outcome(GrowthPath::low);
    const std::string high = outcome(GrowthPath::high);
    if (low == high) return say(Message::forecast_paths_alike, language_, {{"outcome", low}});
    return say(Message::forecast_paths, language_, {{"low", low}, {"high", high}});
  }

  Figure course() const {
    Course course{.floor = label_of(Total::wage_floor, language_),
                  .cost = label_of(Total::cost_price, language_),
                  .ceiling = label_of(Total::ceiling, language_),
                  .years = {}};
    for (const ForecastYear& year : result_.years) {
      const YearFigures& figures = year.value();
      const Exact& low = year[GrowthPath::low].distance.per_hour;
      const Exact& high = year[GrowthPath::high].distance.per_hour;
      course.years.push_back({.name = std::to_string(year.days.year),
                              .floor = *figures.boundaries[Total::wage_floor],
                              .cost = *figures.boundaries[Total::cost_price],
                              .ceiling = *figures.boundaries[Total::ceiling],
                              .tariff = figures.per_hour,
                              .least = core::min(core::min(low, high), figures.distance.per_hour),
                              .most = core::max(core::max(low, high), figures.distance.per_hour)});
    }
    return {.chart = std::move(course),
            .title = say(Message::chart_course, language_),
            .sentence = say(
                Message::chart_course_says, language_,
                {{"first", std::to_string(first_year())}, {"last", std::to_string(last_year())}}),
            .signs = say(Message::forecast_legend, language_)};
  }

  Cell distance(const Exact& amount) const { return Number{amount, visible_decimals(amount, 2)}; }
  void add_years() {
    Table table{.role = "years"};
    const bool volume = result_.last().volume.has_value();
    const auto column = [&](Message title) {
      table.columns.push_back({say(title, language_), Align::decimal});
    };
    table.columns.push_back({say(Message::forecast_column_year, language_)});
    for (const Message title : {Message::forecast_column_index, Message::forecast_column_tariff,
                                Message::forecast_column_cost, Message::forecast_column_distance,
                                Message::column_low, Message::column_high})
      column(title);
    if (volume) {
      column(Message::forecast_column_result);
      column(Message::forecast_column_total);
    }
    for (const ForecastYear& year : result_.years) {
      const YearFigures& of = year.value();
      const Exact percent = of.index * Exact{100};
      Row row{{std::to_string(year.days.year), Number{percent, visible_decimals(percent, 2)},
               Number{of.per_hour, tariff_decimals(of.per_hour)},
               Number{*of.boundaries[Total::cost_price], decimals_}, distance(of.distance.per_hour),
               distance(year[GrowthPath::low].distance.per_hour),
               distance(year[GrowthPath::high].distance.per_hour)}};
      if (volume) {
        row.cells.emplace_back(Number{*of.distance.per_year, 0});
        row.cells.emplace_back(Number{*of.running_total, 0});
      }
      row.strong = of.zone != Zone::fair;
      row.key = std::to_string(year.days.year);
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    document_.add(Paragraph{
        say(volume ? Message::forecast_years_note : Message::forecast_years_note_hour, language_)});
  }

  void add_boundaries() {
    Table table{.role = "year-boundaries"};
    table.columns.push_back({say(Message::forecast_column_year, language_)});
    for (const Total total : core::all_totals)
      table.columns.push_back({total == Total::fair_tariff ? say(Message::column_fair, language_)
                                                           : label_of(total, language_),
                               Align::decimal});
    table.columns.push_back({say(Message::forecast_column_verdict, language_)});
    for (const ForecastYear& year : result_.years) {
      Row row{.cells = {std::to_string(year.days.year)}, .key = std::to_string(year.days.year)};
      for (const Total total : core::all_totals)
        row.cells.emplace_back(Number{*year.value().boundaries[total], decimals_});
      std::string verdict =
          word("summary_zone_" + std::string{key_of(year.value().zone)}, language_);
      if (!year.certain) verdict += say(Message::forecast_uncertain, language_);
      row.cells.emplace_back(std::move(verdict));
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    if (!std::ranges::all_of(std::span{result_.years}.subspan(1), &ForecastYear::certain))
      document_.add(Paragraph{say(Message::forecast_uncertain_note, language_)});
    if (!result_.years.front().certain)
      document_.add(Paragraph{say(Message::forecast_uncertain_first, language_,
                                  {{"first", std::to_string(first_year())}})});
  }

  const core::Calculation& calculation_;
  const analysis::ForecastResult& result_;
  const Foreseen& foreseen_;
  const Format& format_;
  Language language_;
  int decimals_;
  Document document_;
};

}  // namespace

Document forecast_document(const Foreseen& foreseen, const Format& format) {
  return ForecastText{foreseen, format}.document();
}

}  // namespace billijk::report
