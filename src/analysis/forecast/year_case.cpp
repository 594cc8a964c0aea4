#include "analysis/forecast/year_case.hpp"

#include "analysis/forecast/clause.hpp"
#include "analysis/forecast/tariff_path.hpp"
#include "analysis/forecast/years.hpp"
#include "core/resolve.hpp"

namespace billijk::analysis {
namespace {

using core::Checked;
using core::Code;
using core::Exact;
using core::GrowthPath;
using core::Key;

/// A figure of a later year in the place of that of the first, as a case could state it.
///
/// Errors: `too_many_digits` for one that no case could.
core::Diagnostics state(core::Decimal& figure, const Exact& value, const core::Position& at,
                        Key key) {
  const std::string text = core::shortest(value);
  const core::DecimalResult read = core::parse_decimal(text);
  if (!read.value)
    return {core::finding(Code::too_many_digits, at, std::string{path_of(key)},
                          {{"key", std::string{path_of(key)}}, {"found", text}})};
  figure = *read.value;
  return {};
}

core::Diagnostics scale(core::Input& input, const Exact& factor, Key key) {
  core::Diagnostics errors;
  const auto grow = [&](core::Decimal& figure) {
    const core::Diagnostics found = state(figure, Exact{figure} * factor, input.at, key);
    if (errors.empty()) errors = found;
  };
  grow(input.value);
  if (input.low) grow(*input.low);
  if (input.high) grow(*input.high);
  return errors;
}

/// The tariff in the last of these years.
Checked<Exact> tariff_in(const core::Case& subject, const core::Presets& presets,
                         const std::vector<ForecastDays>& days) {
  const Clause clause = clause_of(subject, presets);
  const Checked<std::vector<Exact>> indexes =
      Indexing{clause, forecast_of(subject)}.of_each(days, GrowthPath::value);
  if (!indexes) return tl::unexpected{indexes.error()};
  const TariffPath path{terms_of(subject), {}};
  return path.tariffs(Exact{subject.value(Key::tariff)}, *indexes).back();
}

}  // namespace

Checked<core::Case> case_of_year(const core::Case& subject, const core::Presets& presets,
                                 int year) {
  const Checked<std::vector<ForecastDays>> days = forecast_days(subject, year);
  if (!days) return tl::unexpected{days.error()};
  if (days->size() == 1) return subject;
  const Checked<core::Resolution> first = core::resolve(subject, presets);
  if (!first) return tl::unexpected{first.error()};
  Checked<core::Case> result =
      case_in(subject, days->back(), GrowthPath::value, first->resolved.ways.index_factor);
  if (!result) return result;
  std::optional<core::Input>& volume = result->numbers[index_of(Key::volume)];
  core::Diagnostics errors =
      volume ? scale(*volume, result->later_year->volume, Key::volume) : core::Diagnostics{};
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  result->later_year->volume = Exact{1};
  std::optional<core::Input>& tariff = result->numbers[index_of(Key::tariff)];
  if (!tariff) return result;
  const Checked<Exact> risen = tariff_in(subject, presets, *days);
  if (!risen) return tl::unexpected{risen.error()};
  errors = state(tariff->value, *risen, tariff->at, Key::tariff);
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return result;
}

}  // namespace billijk::analysis
