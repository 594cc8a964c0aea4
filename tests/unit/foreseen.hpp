#pragma once

#include "analysis/forecast/forecast.hpp"
#include "io/case/clause_option.hpp"
#include "unit/presets.hpp"

namespace billijk::tests {

/// The round case under a contract of four years, 1000 hours a year, at 41.50 and 2 % a year; wages
/// rise by 3 %.
///
/// Its cost price of 40.50 rises by 3 % to 41.715, 42.96645 and 44.2554435, rounded 41.72, 42.97
/// and 44.26; its tariff to 42.33, 43.1766 and, of 43.18, 44.0436: 42.33, 43.18, 44.04. So the
/// distances are 1.00, 0.61, 0.21 and -0.22.
inline CaseText foreseeable(
    const std::string& forecast = "wages = 3\nprices = 2",
    const std::string& contract =
        "tariff = 41.50\nvolume = 1000\nend = 2029-12-31\nindexation = { percent = 2 }") {
  return CaseText{}.with("contract", contract).with("forecast", forecast);
}

/// A clause as the command line takes it; its series is one of these, or built in.
inline analysis::Clause clause(const std::string& text, const core::Presets& known) {
  const core::Checked<io::ClauseOption> read = io::read_clause_option(text);
  if (!read) throw std::runtime_error{summary(read.error())};
  analysis::Clause result{.name = text, .terms = read->clause, .series = {}};
  const auto series = known.find(read->clause.series);
  if (series != known.end()) result.series = series->second;
  return result;
}

/// What is asked of a forecast, and the presets in the place of the built-in ones, of which alone a
/// clause takes a series.
struct Ahead {
  std::optional<int> until = std::nullopt;
  std::vector<std::string> clauses = {};
  std::vector<core::Preset> presets = {};
};

/// A forecast of a case, or what stands in its way.
struct Foreseen {
  explicit Foreseen(const CaseText& text, const Ahead& asked = {})
      : subject{compute_with(text, asked.presets)},
        verdict{*core::give_verdict(
            *subject, {.value = subject->subject.value(core::Key::tariff),
                       .unit = subject->subject.choices.chosen<core::TariffUnit>()})} {
    std::vector<analysis::Clause> clauses;
    for (const std::string& one : asked.clauses) clauses.push_back(clause(one, subject->presets));
    result = analysis::forecast(
        {.first = *subject, .verdict = verdict, .until = asked.until, .clauses = clauses});
  }
  const analysis::ForecastResult& operator*() const {
    if (!result) throw std::runtime_error{summary(result.error())};
    return *result;
  }
  const analysis::ForecastResult* operator->() const { return &**this; }
  core::Diagnostics errors() const { return result ? core::Diagnostics{} : result.error(); }
  const analysis::ForecastYear& year(int year) const {
    for (const analysis::ForecastYear& one : (**this).years) {
      if (one.days.year == year) return one;
    }
    throw std::invalid_argument{"no year " + std::to_string(year)};
  }

  Computed subject;
  core::Verdict verdict;
  core::Checked<analysis::ForecastResult> result;
};

}  // namespace billijk::tests
