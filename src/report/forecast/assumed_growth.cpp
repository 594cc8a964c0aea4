#include "report/forecast/assumed_growth.hpp"

#include <algorithm>

#include "analysis/forecast/years.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;

std::string percent_text(const core::Decimal& percent, const Format& format) {
  return format.percent(Exact{percent}, percent.scale());
}

/// "3,5 % per jaar (2,5 % tot 5 %), aangenomen; bron: …".
std::string figure_text(const core::Input& input, const Format& format) {
  const Language language = format.language();
  std::string text = percent_text(input.value, format);
  if (input.has_range()) {
    text += say(Message::forecast_range, language,
                {{"low", percent_text(input.low.value_or(input.value), format)},
                 {"high", percent_text(input.high.value_or(input.value), format)}});
  }
  return text + ", " + founded_text(input, language);
}

/// "1 juli": the day without its year.
std::string day_text(const core::MonthDay& day, const Format& format) {
  constexpr int any_year = 2025;
  std::string text = format.date(day.in(any_year));
  return text.substr(0, text.rfind(' '));
}

void add_growth(Bullets& bullets, core::GrowthKind kind, const core::Forecast& forecast,
                const Format& format) {
  const std::optional<core::Growth>& growth = forecast[kind];
  if (!growth) return;
  const Language language = format.language();
  const std::string name = FigureNames{language}.name(path_of(kind));
  for (const auto& [year, input] : growth->years) {
    bullets.items.push_back(say(
        Message::forecast_in_year, language,
        {{"name", name}, {"year", std::to_string(year)}, {"figure", figure_text(input, format)}}));
  }
  if (!growth->later) return;
  bullets.items.push_back(
      say(growth->years.empty() ? Message::forecast_each_year : Message::forecast_other_years,
          language, {{"name", name}, {"figure", figure_text(*growth->later, format)}}));
}

/// Whether its percentages stay and only its amounts grow.
bool is_of_limits(const core::Preset& preset) {
  return preset.kind == core::PresetKind::charges || preset.kind == core::PresetKind::pension;
}

/// Which presets end before the years do.
void add_carried(Bullets& bullets, const Foreseen& foreseen, const Format& format) {
  const std::vector<analysis::ForecastYear>& years = foreseen.result.years;
  std::vector<const core::Preset*> told;
  for (const core::UsedFigure& used : foreseen.calculation.resolution.used) {
    const core::Preset& preset = *used.preset;
    if (preset.kind == core::PresetKind::index_series ||
        std::ranges::find(told, &preset) != told.end())
      continue;
    told.push_back(&preset);
    const int last = std::max(core::year_of(preset.rows.back().from), years.front().days.year);
    if (last >= years.back().days.year) continue;
    bullets.items.push_back(
        say(is_of_limits(preset) ? Message::forecast_carried_limits : Message::forecast_carried,
            format.language(),
            {{"preset", text_of(preset.title, format.language())},
             {"name", preset.name},
             {"year", std::to_string(last)}}));
  }
}

/// What the series of the clause grows with once its figures end.
void add_series(Bullets& bullets, const Foreseen& foreseen, const Format& format) {
  const analysis::Clause clause =
      analysis::clause_of(foreseen.calculation.subject, foreseen.calculation.presets);
  if (clause.series == nullptr) return;
  const core::Forecast& forecast = analysis::forecast_of(foreseen.calculation.subject);
  const std::optional<int> last = analysis::Indexing{clause, forecast}.last_known();
  std::vector<std::string> parts;
  for (const core::SeriesWeight& part : clause.series->weights) {
    const auto kind = forecast.kind_of(part.series);
    if (!kind) continue;
    parts.push_back(
        say(Message::forecast_series_part, format.language(),
            {{"series", part.series},
             {"weight", percent_text(part.weight, format)},
             {"growth", say(*kind == core::GrowthKind::wages ? Message::forecast_with_wages
                                                             : Message::forecast_with_prices,
                            format.language())}}));
  }
  bullets.items.push_back(
      say(last ? Message::forecast_series_until : Message::forecast_series_never, format.language(),
          {{"series", clause.series->name},
           {"year", last ? std::to_string(*last) : std::string{}},
           {"parts", listed(std::move(parts), format.language())}}));
}

/// That the tariff rises, or falls, by so much each year.
std::string percent_sentence(const core::Decimal& percent, const Format& format) {
  const Exact value{percent};
  const Message message =
      value.sign() < 0 ? Message::forecast_clause_percent_down : Message::forecast_clause_percent;
  return say(message, format.language(),
             {{"percent", format.percent(core::abs(value), percent.scale())}});
}

/// The title of a series with its name; of one that has none its name.
std::string series_name(const core::Calculation& calculation, const std::string& name,
                        Language language) {
  const auto found = calculation.presets.find(name);
  if (found == calculation.presets.end() || found->second->title.empty()) return name;
  return say(Message::forecast_series_named, language,
             {{"title", text_of(found->second->title, language)}, {"series", name}});
}

}  // namespace

std::string years_text(const std::vector<int>& years, Language language) {
  std::vector<std::string> spans;
  for (std::size_t first = 0; first < years.size();) {
    std::size_t last = first;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
    spans.push_back(std::to_string(years[first]));
    if (last > first) spans.back() += "–" + std::to_string(years[last]);
    first = last + 1;
  }
  return listed(std::move(spans), language);
}

std::string clause_sentence(const Foreseen& foreseen, const Format& format) {
  const core::Calculation& calculation = foreseen.calculation;
  const Language language = format.language();
  const std::optional<core::IndexClause>& clause = calculation.subject.contract.indexation;
  if (!clause) return say(Message::forecast_clause_silent, language);
  if (clause->none) return say(Message::forecast_clause_none, language);
  std::string text = clause->percent
                         ? percent_sentence(clause->percent->value, format)
                         : say(Message::forecast_clause_series, language,
                               {{"series", series_name(calculation, clause->series, language)}});
  if (clause->cap)
    text += say(Message::forecast_clause_cap, language,
                {{"cap", percent_text(clause->cap->value, format)}});
  if (clause->lag == 1) text += say(Message::forecast_clause_lag_one, language);
  if (clause->lag > 1)
    text += say(Message::forecast_clause_lag, language, {{"lag", std::to_string(clause->lag)}});
  if (clause->first_year)
    text += say(Message::forecast_clause_first, language,
                {{"year", std::to_string(*clause->first_year)}});
  text += '.';
  if (!foreseen.result.capped.empty())
    text += ' ' + say(Message::forecast_capped, language,
                      {{"years", years_text(foreseen.result.capped, language)}});
  return text;
}

void add_assumed_growth(Document& document, const Foreseen& foreseen, const Format& format) {
  const Language language = format.language();
  const core::Forecast& forecast = analysis::forecast_of(foreseen.calculation.subject);
  Bullets bullets;
  for (const core::GrowthKind kind : core::all_growth) add_growth(bullets, kind, forecast, format);
  if (!bullets.items.empty()) {
    bullets.items.push_back(
        say(Message::forecast_rise_on, language, {{"day", day_text(forecast.rise_on, format)}}));
  }
  add_carried(bullets, foreseen, format);
  add_series(bullets, foreseen, format);
  if (bullets.items.empty()) return;
  document.add(Heading{say(Message::heading_forecast_growth, language)});
  document.add(std::move(bullets));
}

}  // namespace billijk::report
