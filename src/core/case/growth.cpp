#include "core/case/growth.hpp"

#include <chrono>

namespace billijk::core {

std::string_view path_of(GrowthKind kind) {
  constexpr std::array<std::string_view, all_growth.size()> paths{
      "forecast.wages", "forecast.prices", "forecast.volume"};
  return paths.at(index_of(kind));
}

const Input* Growth::of(int year) const {
  const auto stated = years.find(year);
  if (stated != years.end()) return &stated->second;
  return later ? &*later : nullptr;
}

const Decimal& on_path(const Input& input, GrowthPath path) {
  if (path == GrowthPath::low && input.low) return *input.low;
  if (path == GrowthPath::high && input.high) return *input.high;
  return input.value;
}

Date MonthDay::in(int year) const {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

const SeriesKinds& usual_series_kinds() {
  static const SeriesKinds kinds{{"cao", SeriesKind::wages},
                                 {"cpi", SeriesKind::prices},
                                 {"ova", SeriesKind::wages},
                                 {"ppc", SeriesKind::prices}};
  return kinds;
}

std::optional<GrowthKind> Forecast::kind_of(const std::string& name) const {
  for (const SeriesKinds* kinds : {&series, &usual_series_kinds()}) {
    const auto known = kinds->find(name);
    if (known == kinds->end()) continue;
    return known->second == SeriesKind::wages ? GrowthKind::wages : GrowthKind::prices;
  }
  return std::nullopt;
}

Exact LaterYear::wages_on(Date day, int of_year, const MonthDay& rise) const {
  Exact factor{1};
  int year = first;
  for (const Exact& growth : wages) {
    ++year;
    if (year > of_year && day >= rise.in(year)) factor = factor * growth;
  }
  return factor;
}

}  // namespace billijk::core
