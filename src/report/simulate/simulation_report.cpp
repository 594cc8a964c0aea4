#include "report/simulate/simulation_report.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"
#include "report/format/text.hpp"
#include "report/words/case_title.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Chance;
using core::Exact;
using core::Total;

constexpr int percent_decimals = 2;

class SimulationText {
 public:
  SimulationText(const SimulationResult& result, const Format& format)
      : result_{result},
        format_{format},
        language_{format.language()},
        names_{result.simulation.calculation().subject, language_},
        decimals_{decimals_of(result.simulation.calculation().ways().rounding.step)} {}

  Document run() {
    document_.add(Headline{headline()});
    document_.add(Paragraph{parties_of(result_.simulation.calculation(), format_)});
    add_boundaries();
    for (std::size_t i = 0; i < result_.figures.chances.size(); ++i) add_chances(i);
    add_histogram();
    add_inputs();
    add_notes();
    return std::move(document_);
  }

 private:
  Total chosen() const { return result_.simulation.request().boundary; }
  const analysis::BoundaryFigures& figures(Total total) const {
    return result_.figures.boundaries[index_of(total)];
  }
  std::string money(const Exact& value) const { return format_.money(value, decimals_); }
  std::string count(std::uint64_t number) const { return format_.number(core::counted(number), 0); }
  std::string tell(Message message, const Arguments& arguments = {}) const {
    return say(message, language_, arguments);
  }
  /// A share that is not whole never shows as 0 or 100 %.
  static Percent percent(const Exact& share, int least = percent_decimals) {
    const Exact value = share * Exact{100};
    const int decimals =
        std::max(visible_decimals(value, least), visible_decimals(Exact{100} - value, least));
    return {.value = value, .decimals = std::min(decimals, 7)};
  }
  /// As many decimals as an error of this size leaves something to say with, two at most.
  static int justified(const Exact& standard_error) {
    int decimals = 0;
    while (decimals < percent_decimals && core::round_half_up(standard_error, decimals).is_zero())
      ++decimals;
    return decimals;
  }
  /// "0.3", or "< 0.01".
  Cell error_cell(const Exact& standard_error, int decimals) const {
    if (standard_error.is_zero() || !core::round_half_up(standard_error, decimals).is_zero())
      return Number{standard_error, decimals};
    return "< " + format_.number(Exact{core::Decimal::of(1, decimals)}, decimals);
  }
  /// "about 79 %"; a share of none or all draws is no estimate.
  std::string about(const Chance& chance) const {
    const std::string share = cell_text(percent(chance.share, 0), format_);
    const bool is_whole = chance.share.is_zero() || chance.share == Exact{1};
    return is_whole ? share : tell(Message::about, {{"amount", share}});
  }

  std::string headline() const {
    const analysis::BoundaryFigures& spread = figures(chosen());
    std::string text =
        tell(Message::headline_simulate, {{"boundary", label_of(chosen(), language_)},
                                          {"low", money(spread.quantiles.front())},
                                          {"high", money(spread.quantiles.back())},
                                          {"median", money(spread.quantiles.at(2))},
                                          {"draws", count(result_.figures.draws)}});
    if (result_.figures.chances.empty()) return text;
    return text + ' ' +
           tell(Message::headline_simulate_tariff,
                {{"tariff", tariff_text()},
                 {"chance", about(result_.figures.chances.front().covers_cost_price)}});
  }
  std::string tariff_text() const {
    const core::Tariff& tariff = *result_.simulation.request().tariff;
    std::string stated = format_.money(Exact{tariff.value}, std::max(2, tariff.value.scale())) +
                         ' ' + label_of(tariff.unit, language_);
    const std::optional<Exact> hourly = hourly_tariff(result_);
    if (!hourly || tariff.unit == core::TariffUnit::hour) return stated;
    return stated + " (" + format_.money(*hourly, tariff_decimals(*hourly)) + ' ' +
           tell(Message::unit_hour) + ')';
  }

  void add_boundaries() {
    Table table;
    table.columns = {{tell(Message::column_boundary)},
                     {tell(Message::column_mean), Align::decimal},
                     {"±", Align::decimal}};
    for (const unsigned quantile : analysis::quantile_percents) {
      constexpr unsigned middle = 50;
      table.columns.push_back(
          {quantile == middle ? tell(Message::column_median) : std::to_string(quantile) + " %",
           Align::decimal});
    }
    for (const Total total : core::all_totals) {
      const analysis::BoundaryFigures& spread = figures(total);
      Row row{{label_of(total, language_), Number{spread.mean, decimals_}}, 0, total == chosen()};
      row.cells.push_back(spread.standard_error ? error_cell(*spread.standard_error, decimals_)
                                                : Cell{});
      for (const Exact& quantile : spread.quantiles)
        row.cells.emplace_back(Number{quantile, decimals_});
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    std::string note = tell(Message::simulate_table_note,
                            {{"draws", count(result_.figures.draws)},
                             {"seed", std::to_string(result_.simulation.request().seed)}});
    const std::int64_t shared = std::ranges::max(result_.figures.boundaries, {},
                                                 &analysis::BoundaryFigures::steps_per_count)
                                    .steps_per_count;
    if (shared > 1)
      note += ' ' + tell(Message::simulate_shared_counts,
                         {{"steps", count(static_cast<std::uint64_t>(shared))}});
    document_.add(Paragraph{note});
  }

  void add_chances(std::size_t which) {
    const analysis::TariffChances& chances = result_.figures.chances[which];
    Table table;
    const std::string title =
        which == 0
            ? tell(Message::simulate_chance_title, {{"tariff", tariff_text()}})
            : tell(Message::simulate_chance_subcontractor,
                   {{"fee", format_.shortest(Exact{result_.simulation.calculation().subject.value(
                                core::Key::subcontracting_fee)})}});
    table.columns = {
        {title}, {tell(Message::column_of_draws), Align::decimal}, {"±", Align::decimal}};
    const auto row = [&](Message message, const Chance& chance, bool strong = false) {
      const Exact error = chance.standard_error * Exact{100};
      const int decimals = justified(error);
      table.rows.push_back(
          {{tell(message), percent(chance.share, decimals), error_cell(error, decimals)},
           1,
           strong});
    };
    row(Message::chance_wage_floor, chances.covers_wage_floor);
    row(Message::chance_cost_price, chances.covers_cost_price);
    row(Message::chance_ceiling, chances.under_ceiling);
    row(Message::chance_fair, chances.fair, true);
    document_.add(std::move(table));
  }

  /// Bars of the chosen boundary, with where the case itself and the tariff lie.
  void add_histogram() {
    document_.add(
        Heading{tell(Message::heading_histogram, {{"boundary", label_of(chosen(), language_)}})});
    Histogram histogram;
    for (const analysis::DrawClass& one : figures(chosen()).histogram) {
      const Exact share = core::counted(one.draws) / core::counted(result_.figures.draws);
      histogram.classes.push_back({.from = {one.from, decimals_},
                                   .to = {one.to, decimals_},
                                   .count = one.draws,
                                   .share = {share * Exact{100}, percent_decimals},
                                   .marks = marks(one)});
    }
    document_.add(histogram_figure(std::move(histogram)));
  }
  Figure histogram_figure(Histogram histogram) const {
    const std::string boundary = label_of(chosen(), language_);
    Table table{{{boundary}, {tell(Message::column_share), Align::decimal}}, {}};
    for (const Histogram::Class& one : histogram.classes)
      table.rows.push_back({{class_text(one), one.share}, 0, !one.marks.empty()});
    return {
        .chart = std::move(histogram),
        .title = tell(Message::heading_histogram, {{"boundary", boundary}}),
        .sentence = tell(Message::chart_histogram_says,
                         {{"boundary", word("the_" + std::string{key_of(chosen())}, language_)}}),
        .table = std::move(table)};
  }
  std::string class_text(const Histogram::Class& one) const {
    std::string text = cell_text(one.from, format_);
    if (one.from.value != one.to.value) text += " – " + cell_text(one.to, format_);
    for (const std::string& mark : one.marks) text += ", " + mark;
    return text;
  }
  std::vector<std::string> marks(const analysis::DrawClass& one) const {
    const core::Calculation& calculation = result_.simulation.calculation();
    const auto within = [&](const Exact& value) {
      return one.from <= value && value < one.to + Exact{calculation.ways().rounding.step};
    };
    std::vector<std::string> marks;
    if (within(calculation[chosen()]->rounded)) marks.push_back(tell(Message::mark_case));
    if (const std::optional<Exact> hourly = hourly_tariff(result_); hourly && within(*hourly))
      marks.push_back(tell(Message::tariff));
    return marks;
  }

  void add_inputs() {
    document_.add(
        Heading{tell(Message::heading_variance, {{"boundary", label_of(chosen(), language_)}})});
    Table table;
    table.columns = {
        {tell(Message::column_input)},          {tell(Message::column_low), Align::decimal},
        {tell(Message::value), Align::decimal}, {tell(Message::column_high), Align::decimal},
        {tell(Message::column_direction)},      {tell(Message::column_share), Align::decimal}};
    Exact sum;
    for (const analysis::InputFigures& figures : result_.figures.inputs) {
      const analysis::RangeDraw& input = *figures.input;
      const bool uniform = input.distribution() == core::Distribution::uniform;
      const int decimals =
          std::max({input.low().scale(), input.value().scale(), input.high().scale()});
      const auto cell = [&](const core::Decimal& value) { return Number{Exact{value}, decimals}; };
      const std::string direction = figures.direction == 0  ? ""
                                    : figures.direction > 0 ? tell(Message::direction_up)
                                                            : tell(Message::direction_down);
      Row row{
          {names_.label(input.key()) + (uniform ? " (" + tell(Message::uniform_word) + ')' : ""),
           cell(input.low()), cell(input.value()), cell(input.high()), direction}};
      row.cells.push_back(figures.squared_correlation
                              ? Cell{Percent{*figures.squared_correlation * Exact{100}, 1}}
                              : Cell{});
      sum = sum + figures.squared_correlation.value_or(Exact{});
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    if (sum.is_zero()) return;
    document_.add(
        Paragraph{tell(Message::variance_note,
                       {{"boundary", word("the_" + std::string{key_of(chosen())}, language_)},
                        {"sum", format_.number(sum * Exact{100}, 1)}})});
  }

  void add_notes() {
    document_.add(Paragraph{tell(Message::simulate_independent)});
    std::vector<std::string> weak;
    for (const core::UsedInput& input : result_.simulation.calculation().inputs) {
      const bool ranged = input.low || input.high;
      if (ranged &&
          (input.grade == core::Grade::placeholder || input.grade == core::Grade::assumed))
        weak.push_back(input.key);
    }
    if (!weak.empty())
      document_.add(Paragraph{tell(Message::simulate_weak, {{"keys", names_.list(weak)}})});
  }

  const SimulationResult& result_;
  const Format& format_;
  Language language_;
  FigureNames names_;
  int decimals_;
  Document document_;
};

}  // namespace

Document simulation_document(const SimulationResult& result, const Format& format) {
  return SimulationText{result, format}.run();
}

}  // namespace billijk::report
