#include "report/calc/pays_for_table.hpp"

#include <algorithm>

#include "report/words/catalogue.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Key;

std::string underscored(std::string text) {
  std::ranges::replace(text, ' ', '_');
  return text;
}

/// The name of the message for a key: "pays_hours_sickness".
std::string message_for(const std::string& key, const core::Ways& ways) {
  std::string name = "pays_" + key;
  std::ranges::replace(name, '.', '_');
  if (key == path_of(Key::sickness) &&
      ways.choices.chosen<core::SicknessBase>() == core::SicknessBase::after_leave)
    name += "_after_leave";
  return name;
}

std::string base_of(const std::string& key, const core::Ways& ways, Language language) {
  const auto base = [&](const auto& of) {
    return of ? word("base_" + std::string{word_of(*of)}, language) : std::string{};
  };
  return key == path_of(Key::margin_percent) ? base(ways.margin) : base(ways.overhead);
}

Cell figure(const std::optional<Exact>& value, const core::Decimal& step) {
  if (!value) return std::monostate{};
  return Number{*value, decimals_for(*value, step)};
}

constexpr int most_decimals = 4;

std::string quantity_of(const Exact& value, core::Unit unit, const Format& format, int most) {
  constexpr std::string_view currency = "EUR";
  std::string name{core::unit_name(unit)};
  if (name.starts_with(currency)) {
    int decimals = 2;
    while (decimals < most && !core::is_written_by(value, decimals)) ++decimals;
    const std::string amount =
        format.money(value, core::is_written_by(value, decimals) ? decimals : 2);
    name.erase(0, currency.size());
    return name.empty() ? amount
                        : amount + ' ' + word("each" + underscored(name), format.language());
  }
  std::string number = format.shortest(core::round_half_up(value, most));
  if (unit == core::Unit::none) return number;
  return number + ' ' + std::string{unit_text(unit, format.language())};
}

Row row_of(const core::Calculation& calculation, const analysis::Solution& solution,
           Language language) {
  const auto shown = [&](const Exact& value) {
    if (solution.key != path_of(Key::wage_hourly)) return value;
    const Exact paid = analysis::sheet_wage(calculation, value);
    return paid == value ? value : core::round_half_up(paid, solution.grid.scale());
  };
  std::optional<Exact> own;
  if (solution.own) own = shown(*solution.own);
  Row row{{label_of(solution, calculation.ways(), language), figure(own, solution.grid)}};
  if (solution.found == analysis::Found::value) {
    const Exact value = shown(Exact{*solution.value});
    row.cells.push_back(figure(value, solution.grid));
    row.cells.push_back(
        own ? figure(solution.is_highest ? value - *own : *own - value, solution.grid) : Cell{});
  } else {
    row.cells.emplace_back(
        say(solution.is_in_range() ? Message::pays_any : Message::pays_none, language));
  }
  return row;
}

}  // namespace

std::string the(core::Total total, Language language) {
  return word("the_" + std::string{key_of(total)}, language);
}

int decimals_for(const Exact& value, const core::Decimal& step) {
  int decimals = step.scale();
  while (decimals < most_decimals && !core::is_written_by(value, decimals)) ++decimals;
  return core::is_written_by(value, decimals) ? decimals : std::max(step.scale(), 2);
}

std::string quantity(const Exact& value, core::Unit unit, const Format& format) {
  return quantity_of(value, unit, format, most_decimals);
}

std::string quantity(const core::Decimal& value, core::Unit unit, const Format& format) {
  return quantity_of(Exact{value}, unit, format, core::Decimal::max_digits);
}

std::string label_of(const analysis::Solution& solution, const core::Ways& ways,
                     Language language) {
  const std::optional<Message> message = message_named(message_for(solution.key, ways));
  if (!message) return solution.key;
  return say(*message, language, {{"base", base_of(solution.key, ways, language)}});
}

Table pays_for_table(const core::Calculation& calculation,
                     const std::vector<analysis::Solution>& solutions, const Format& format) {
  const Language language = format.language();
  Table table{{{say(Message::pays_for, language), Align::left},
               {say(Message::column_case, language), Align::decimal},
               {say(Message::column_at_tariff, language), Align::decimal},
               {say(Message::column_room, language), Align::decimal}},
              {}};
  for (const analysis::Solution& solution : solutions) {
    table.rows.push_back(row_of(calculation, solution, language));
  }
  return table;
}

std::string steps_sentence(const core::Calculation& calculation,
                           const std::vector<analysis::Solution>& solutions, const Format& format) {
  const auto wage =
      std::ranges::find(solutions, path_of(Key::wage_hourly), &analysis::Solution::key);
  if (wage == solutions.end() || !wage->value) return {};
  const Exact paid = analysis::sheet_wage(calculation, Exact{*wage->value});
  const std::optional<analysis::Steps> steps = analysis::steps_around(calculation, paid);
  if (!steps) return {};
  Arguments arguments{{"wage", format.money(paid)}};
  const auto add = [&](const std::string& name, const std::optional<analysis::ScaleStep>& step) {
    if (!step) return;
    arguments.emplace_back(name, step->step);
    arguments.emplace_back(name + "_wage", format.money(step->wage));
  };
  add("low", steps->at_most);
  add("high", steps->above);
  if (!steps->at_most && !steps->above) return {};
  const Message message = !steps->at_most ? Message::step_below_all
                          : !steps->above ? Message::step_above_all
                                          : Message::step_between;
  return say(message, format.language(), arguments);
}

}  // namespace billijk::report
