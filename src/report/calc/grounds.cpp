#include "report/calc/grounds.hpp"

#include <algorithm>
#include <map>

#include "core/case/rails.hpp"
#include "core/inputs.hpp"
#include "report/format/text.hpp"
#include "report/words/diagnostic_text.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"
#include "report/words/short_quantity.hpp"

namespace billijk::report {
namespace {

using core::Exact;

std::string row_text(const core::PresetRow& row, const Format& format) {
  Arguments arguments{{"from", format.date(row.from)},
                      {"grade", label_of(row.grade, format.language())}};
  if (row.checked) arguments.emplace_back("checked", format.date(*row.checked));
  return say(row.checked ? Message::preset_row : Message::preset_row_unchecked, format.language(),
             arguments);
}

std::vector<std::string> rows_used(const core::Calculation& calculation, const core::Preset& preset,
                                   const Format& format) {
  std::vector<std::string> rows;
  for (const core::PresetRow& row : preset.rows) {
    if (is_used(calculation, row)) rows.push_back(row_text(row, format));
  }
  return rows;
}

/// One item a preset: the rows that were used, then what those were read from.
std::vector<std::string> presets_used(const core::Calculation& calculation, const Format& format) {
  std::vector<std::string> items;
  for (const auto& [name, preset] : calculation.presets) {
    const std::vector<std::string> rows = rows_used(calculation, *preset, format);
    std::vector<std::string> sources;
    for (const core::PresetRow& row : preset->rows) {
      if (!is_used(calculation, row)) continue;
      for (const std::string& source : row.source) add_once(sources, source);
    }
    if (rows.empty()) continue;
    items.push_back(say(Message::preset_used, format.language(),
                        {{"title", text_of(preset->title, format.language())},
                         {"name", name},
                         {"rows", with_semicolons(rows)},
                         {"sources", with_semicolons(sources)}}));
  }
  return items;
}

/// One item a source of the case's own figures, with what was read there.
std::vector<std::string> sources_of_case(const core::Calculation& calculation,
                                         const Format& format) {
  const FigureNames names{calculation.subject, format.language()};
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::string>> figures;
  for (const core::UsedInput& input : calculation.inputs) {
    if (is_of_preset(input)) continue;
    for (const std::string& source : input.source) {
      std::string figure = names.name(input.key);
      if (input.checked) {
        figure = say(Message::figure_checked, format.language(),
                     {{"figure", figure}, {"checked", format.date(*input.checked)}});
      }
      add_once(order, source);
      figures[source].push_back(std::move(figure));
    }
  }
  std::vector<std::string> items;
  items.reserve(order.size());
  for (const std::string& source : order)
    items.push_back(source + ": " + with_semicolons(figures[source]));
  return items;
}

/// Of an address the site; of any other source as much as a line holds.
std::string site_of(std::string_view source) {
  constexpr std::string_view marks_address = "://";
  constexpr int longest = 60;
  const std::size_t at = source.find(marks_address);
  if (at == std::string_view::npos) return shortened(source, longest);
  source.remove_prefix(at + marks_address.size());
  if (source.starts_with("www.")) source.remove_prefix(4);
  return std::string{source.substr(0, source.find('/'))};
}

/// Rails, and that the verdict is about other days than those of the contract.
bool is_said_first(core::Code code) {
  return core::is_rail(code) || code == core::Code::period_elsewhere;
}

std::string warning_text(const core::Diagnostic& warning, Language language) {
  const std::string hint = hint_of(warning, language);
  std::string text =
      message_of(warning, language) + " [" + std::string{name_of(warning.code)} + ']';
  if (!hint.empty()) text.append("; ").append(hint);
  return text;
}

}  // namespace

bool is_of_preset(const core::UsedInput& input) { return input.key.find('@') != std::string::npos; }

std::string ground_of(const core::Calculation& calculation, const core::UsedInput& input,
                      const FigureNames& names, Language language) {
  const std::size_t row = input.key.find('@');
  if (row == std::string::npos) return names.name(input.key);
  const auto preset = calculation.presets.find(input.key.substr(0, row));
  return preset == calculation.presets.end() ? preset->first
                                             : text_of(preset->second->title, language);
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

bool is_used(const core::Calculation& calculation, const core::PresetRow& row) {
  return std::ranges::any_of(calculation.resolution.used, [&](const core::UsedFigure& figure) {
    return figure.row == &row && figure.binds;
  });
}

std::string rail_text(const core::Diagnostic& rail, Language language) {
  return message_of(rail, language) + "; " + hint_of(rail, language) + " [" +
         std::string{name_of(rail.code)} + ']';
}

void add_rails(Document& document, const core::Diagnostics& warnings, Language language) {
  for (const core::Diagnostic& warning : warnings) {
    if (is_said_first(warning.code)) {
      document.add(
          Paragraph{say(Message::look_again, language, {{"text", rail_text(warning, language)}})});
    }
  }
}

void add_warnings(Document& document, const core::Diagnostics& warnings, Language language) {
  Bullets told;
  for (const core::Diagnostic& warning : warnings) {
    if (!is_said_first(warning.code)) told.items.push_back(warning_text(warning, language));
  }
  if (told.items.empty()) return;
  document.add(Heading{say(Message::heading_warnings, language)});
  document.add(std::move(told));
}

std::vector<ToFill> to_fill(const core::Calculation& calculation,
                            const std::vector<analysis::Effect>& effects) {
  std::vector<ToFill> with_effect;
  std::vector<ToFill> without;
  for (const core::UsedInput& input : calculation.inputs) {
    if (input.grade != core::Grade::placeholder || !is_ground(calculation, input)) continue;
    const auto effect = std::ranges::find(effects, input.key, &analysis::Effect::key);
    if (effect == effects.end()) {
      without.push_back({&input, nullptr});
    } else {
      with_effect.push_back({&input, &*effect});
    }
  }
  // Effects stand by size.
  std::ranges::sort(with_effect, {}, &ToFill::effect);
  with_effect.insert(with_effect.end(), without.begin(), without.end());
  return with_effect;
}

void add_to_fill(Document& document, const core::Calculation& calculation,
                 const std::vector<analysis::Effect>& effects, const Format& format) {
  const std::vector<ToFill> list = to_fill(calculation, effects);
  if (list.empty()) return;
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const bool known = std::ranges::any_of(list, [](const ToFill& one) {
    return one.effect != nullptr && !one.effect->spread().is_zero();
  });
  Table table{{{say(Message::heading_to_fill, language, {{"count", std::to_string(list.size())}}),
                Align::left},
               {say(Message::column_now, language), Align::decimal},
               {say(Message::column_low, language), Align::decimal},
               {say(Message::column_high, language), Align::decimal}},
              {}};
  if (known) {
    table.columns.push_back({say(Message::column_cost_price_from, language), Align::decimal});
    table.columns.push_back({say(Message::column_cost_price_to, language), Align::decimal});
  }
  const auto number = [](const core::Decimal& value) {
    return Cell{Number{Exact{value}, value.scale()}};
  };
  for (const auto& [input, effect] : list) {
    const auto* const value = std::get_if<core::Decimal>(&input->value);
    Row row{{names.label(input->key), value == nullptr ? Cell{} : number(*value),
             input->low ? number(*input->low) : Cell{},
             input->high ? number(*input->high) : Cell{}}};
    if (effect != nullptr && !effect->spread().is_zero()) {
      row.cells.emplace_back(Number{effect->extent().least, decimals});
      row.cells.emplace_back(Number{effect->extent().most, decimals});
    }
    table.rows.push_back(std::move(row));
  }
  document.add(std::move(table));
}

std::string taken_text(const core::Calculation& calculation, const Format& format) {
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  std::vector<std::string> taken;
  for (const core::NotStated& entry : calculation.not_stated) {
    if (entry.key == "indexation") {
      taken.push_back(say(Message::not_indexed, language));
      continue;
    }
    const core::DecimalResult number = core::parse_decimal(entry.taken);
    taken.push_back(names.name(entry.key) + ": " +
                    (number.value ? format.shortest(Exact{*number.value})
                                  : chosen_text(entry.key, entry.taken, language)));
  }
  return with_semicolons(taken);
}

void add_grounds(Document& document, const core::Calculation& calculation, const Format& format) {
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  Bullets bullets;
  for (std::size_t i = core::choice_words<core::Grade>.size(); i-- > 0;) {
    const auto grade = static_cast<core::Grade>(i);
    if (grade == core::Grade::placeholder) continue;  // stands apart
    std::vector<std::string> figures;
    for (const core::UsedInput& input : calculation.inputs) {
      if (input.grade != grade || !is_ground(calculation, input)) continue;
      add_once(figures, ground_of(calculation, input, names, language));
    }
    if (figures.empty()) continue;
    bullets.items.push_back(
        say(Message::rests_grade, language,
            {{"grade", capital(label_of(grade, language))}, {"keys", with_semicolons(figures)}}));
  }
  if (const std::string taken = taken_text(calculation, format); !taken.empty())
    bullets.items.push_back(say(Message::rests_not_stated, language, {{"keys", taken}}));
  if (bullets.items.empty()) return;
  document.add(Heading{.text = say(Message::heading_rests, language), .folded = true});
  document.add(std::move(bullets));
}

bool is_ground(const core::Calculation& calculation, const core::UsedInput& input) {
  const core::TariffUnit unit = calculation.subject.choices.chosen<core::TariffUnit>();
  return core::rests_on(input, unit) && input.key != path_of(core::Key::tariff) &&
         input.key != path_of(core::Key::rounding_step);
}

std::string with_semicolons(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text.append(text.empty() ? "" : "; ").append(item);
  return text;
}

std::string valued_name(const core::UsedInput& input, const FigureNames& names,
                        const Format& format) {
  const std::string name = names.name(input.key);
  const auto* const value = std::get_if<core::Decimal>(&input.value);
  return value == nullptr ? name : name + ": " + short_quantity(*value, input.unit, format);
}

std::vector<std::string> assumed_figures(const core::Calculation& calculation,
                                         const FigureNames& names, const Format& format) {
  std::vector<std::string> figures;
  for (const core::UsedInput& input : calculation.inputs) {
    if (input.grade == core::Grade::assumed && input.source.empty() && !is_of_preset(input) &&
        is_ground(calculation, input))
      add_once(figures, valued_name(input, names, format));
  }
  return figures;
}

std::vector<std::string> short_sources(const core::Calculation& calculation, const Format& format) {
  const Language language = format.language();
  const FigureNames names{calculation.subject, language};
  std::map<core::Grade, std::vector<std::string>> by_grade;
  for (const auto& [name, preset] : calculation.presets) {
    if (name == calculation.subject.scale) continue;  // the wage is said apart
    for (std::size_t i = preset->rows.size(); i-- > 0;) {
      const core::PresetRow& row = preset->rows[i];
      if (!is_used(calculation, row)) continue;
      by_grade[row.grade].push_back(
          say(Message::source_from, language,
              {{"title", text_of(preset->title, language)}, {"from", format.date(row.from)}}));
      break;  // the latest is the one that says how old it is
    }
  }
  for (const core::UsedInput& input : calculation.inputs) {
    const bool own = !is_of_preset(input);
    const bool ranged = input.low || input.high || calculation.ways().given;
    if (own && ranged && !input.source.empty() && input.grade &&
        *input.grade < core::Grade::unconfirmed)
      add_once(by_grade[*input.grade], say(Message::figure_from, language,
                                           {{"figure", valued_name(input, names, format)},
                                            {"source", site_of(input.source.front())}}));
  }
  std::vector<std::string> items;
  items.reserve(by_grade.size());
  for (const auto& [grade, sources] : by_grade)
    items.push_back(label_of(grade, language) + ": " + with_semicolons(sources));
  return items;
}

std::string wage_source(const core::Calculation& calculation, const Format& format) {
  const auto scale = calculation.presets.find(calculation.subject.scale);
  const auto line = std::ranges::find(calculation.lines, "wage", &core::SheetLine::key);
  if (scale == calculation.presets.end() || line == calculation.lines.end()) return {};
  std::vector<std::string> days;
  std::string grade;
  for (const core::PresetRow& row : scale->second->rows) {
    if (!is_used(calculation, row)) continue;
    days.push_back(format.date(row.from));
    grade = label_of(row.grade, format.language());
  }
  return say(Message::brief_wage_source, format.language(),
             {{"wage", format.money(line->rounded, decimals_of(calculation.ways().rounding.step))},
              {"title", text_of(scale->second->title, format.language())},
              {"days", listed(days, format.language())},
              {"grade", grade}});
}

void add_sources(Document& document, const core::Calculation& calculation, const Format& format) {
  Bullets sources{presets_used(calculation, format)};
  for (std::string& item : sources_of_case(calculation, format))
    sources.items.push_back(std::move(item));
  if (sources.items.empty()) return;
  document.add(Heading{.text = say(Message::rests_presets, format.language()), .folded = true});
  document.add(std::move(sources));
}

}  // namespace billijk::report
