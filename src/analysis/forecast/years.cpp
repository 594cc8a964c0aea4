#include "analysis/forecast/years.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iterator>
#include <set>
#include <string>

#include "analysis/forecast/clause.hpp"

namespace billijk::analysis {
namespace {

using core::Checked;
using core::Code;
using core::Exact;
using core::GrowthKind;

/// More years than any contract has, and than exact figures are good for.
constexpr int most_years = 100;

core::Period calendar_year(int year) {
  return {core::MonthDay{1, 1}.in(year), core::MonthDay{12, 31}.in(year)};
}

core::Exact part_of_year(const core::Period& period) {
  const core::Period year = calendar_year(core::year_of(period.from));
  const core::Period inside{period.from, std::min(period.to, year.to)};
  return Exact{inside.days()} / Exact{year.days()};
}

/// What a finding is about, its code aside.
std::string text_of(const core::Diagnostic& finding) {
  std::string text = finding.key;
  for (const auto& [name, argument] : finding.arguments) {
    const auto* const word = std::get_if<std::string>(&argument);
    text += '\n' + (word == nullptr ? name : *word);
  }
  return text;
}

/// The years of "2027-2029, 2031".
std::set<int> years_in(std::string_view text) {
  std::set<int> years;
  int first = 0;
  for (const char* at = text.data(); at < text.data() + text.size();) {
    int year = 0;
    const auto [end, error] = std::from_chars(at, text.data() + text.size(), year);
    if (error == std::errc{}) {
      for (int each = first == 0 ? year : first; each <= year; ++each) years.insert(each);
    }
    const bool is_span = error == std::errc{} && end < text.data() + text.size() && *end == '-';
    first = is_span ? year : 0;
    at = error == std::errc{} ? end + 1 : at + 1;
  }
  return years;
}

/// "2027-2029, 2031".
std::string text_of(const std::set<int>& years) {
  std::string text;
  for (auto year = years.begin(); year != years.end();) {
    const int first = *year;
    int last = first;
    while (++year != years.end() && *year == last + 1) last = *year;
    text += (text.empty() ? "" : ", ") + std::to_string(first);
    if (last > first) text += '-' + std::to_string(last);
  }
  return text;
}

core::Diagnostic outside(Code code, const core::Position& at, int first, int last) {
  return core::finding(code, at, at.source == nullptr ? "" : "contract.end",
                       {{"first", std::to_string(first)},
                        {"year", std::to_string(last)},
                        {"most", std::to_string(most_years)}});
}

}  // namespace

core::Diagnostics with_years_together(core::Diagnostics findings) {
  struct Told {
    core::Diagnostic finding;
    std::set<int> years;
  };
  std::vector<Told> told;
  for (core::Diagnostic& finding : findings) {
    std::set<int> years;
    std::erase_if(finding.arguments, [&](const auto& argument) {
      const bool is_year = argument.first == "year";
      if (is_year) years.merge(years_in(std::get<std::string>(argument.second)));
      return is_year;
    });
    const auto known = std::ranges::find_if(told, [&](const Told& one) {
      return one.finding.code == finding.code && text_of(one.finding) == text_of(finding);
    });
    Told& one =
        known == told.end() ? told.emplace_back(std::move(finding), std::set<int>{}) : *known;
    one.years.merge(years);
  }
  core::Diagnostics result;
  for (Told& one : told) {
    if (!one.years.empty()) {
      one.finding.arguments.emplace_back("year", text_of(one.years));
      one.finding.arguments.emplace_back("first_missing", std::to_string(*one.years.begin()));
    }
    result.push_back(std::move(one.finding));
  }
  return result;
}

const core::Forecast& forecast_of(const core::Case& subject) {
  static const core::Forecast nothing;
  return subject.forecast ? *subject.forecast : nothing;
}

Checked<std::vector<ForecastDays>> forecast_days(const core::Case& subject,
                                                 std::optional<int> until) {
  if (subject.is_given())
    return core::refused(
        core::finding(Code::given_years, subject.place_of("given.cost_price"), "given"));
  const std::optional<core::Date>& end = subject.contract.end;
  const int first = core::year_of(subject.period.from);
  if (!until && !end)
    return core::refused(core::finding(Code::without_end, subject.place_of("contract"),
                                       "contract.end", {{"year", std::to_string(first + 9)}}));
  const int last = until ? *until : core::year_of(*end);
  const core::Position at = until ? core::Position{} : subject.place_of("contract.end");
  if (last < first) return core::refused(outside(Code::end_before, at, first, last));
  if (last - first >= most_years)
    return core::refused(outside(Code::too_many_years, at, first, last));
  std::vector<ForecastDays> years;
  for (int year = first; year <= last; ++year) {
    core::Period period = year == first ? subject.period : calendar_year(year);
    if (year > first && year == last && end && core::year_of(*end) == last) period.to = *end;
    years.push_back({.year = year, .period = period, .part = part_of_year(period)});
  }
  return years;
}

Checked<core::Case> case_in(const core::Case& subject, const ForecastDays& days,
                            core::GrowthPath path, const Exact& own_level) {
  const core::Forecast& forecast = forecast_of(subject);
  core::LaterYear later;
  later.first = core::year_of(subject.period.from);
  later.rise_on = forecast.rise_on;
  later.own_level = own_level;
  core::Diagnostics errors;
  const auto growth = [&](GrowthKind kind, int year) {
    const Checked<Exact> found = growth_in(forecast, kind, year, path);
    if (!found) std::ranges::copy(found.error(), std::back_inserter(errors));
    return Exact{1} + found.value_or(Exact{});
  };
  for (int year = later.first + 1; year <= days.year; ++year) {
    later.wages.push_back(growth(GrowthKind::wages, year));
    later.prices = later.prices * growth(GrowthKind::prices, year);
    if (forecast[GrowthKind::volume])
      later.volume = later.volume * growth(GrowthKind::volume, year);
  }
  if (!errors.empty()) return tl::unexpected{with_years_together(std::move(errors))};
  core::Case result = subject;
  result.period = days.period;
  // Its figures are indexed to the first year, and grow from there.
  result.indexation.reset();
  result.later_year = std::move(later);
  return result;
}

}  // namespace billijk::analysis
