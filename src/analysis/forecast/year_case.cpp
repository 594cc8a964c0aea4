#include "analysis/forecast/year_case.hpp"

#include "analysis/forecast/clause.hpp"
#include "analysis/forecast/tariff_path.hpp"
#include "analysis/forecast/years.hpp"
#include "core/resolve.hpp"

namespace billijk::analysis {
namespace {

using core::Checked;
using core::Exact;
using core::GrowthPath;
using core::Key;

core::Decimal as_stated(const Exact& value) {
  return core::parse_decimal(core::shortest(value)).value.value_or(core::Decimal{});
}

void scale(core::Input& input, const Exact& factor) {
  const auto grow = [&](core::Decimal& figure) { figure = as_stated(Exact{figure} * factor); };
  grow(input.value);
  if (input.low) grow(*input.low);
  if (input.high) grow(*input.high);
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
  if (volume) scale(*volume, result->later_year->volume);
  result->later_year->volume = Exact{1};
  std::optional<core::Input>& tariff = result->numbers[index_of(Key::tariff)];
  if (!tariff) return result;
  const Checked<Exact> risen = tariff_in(subject, presets, *days);
  if (!risen) return tl::unexpected{risen.error()};
  tariff->value = as_stated(*risen);
  return result;
}

}  // namespace billijk::analysis
