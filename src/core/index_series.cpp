#include "core/index_series.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/number/rounding.hpp"

namespace billijk::core {
namespace {

enum class Version : std::uint8_t { provisional, definitive };

std::string_view word(Version version) {
  return version == Version::provisional ? "provisional" : "definitive";
}

const PresetRow* row_of(const Preset& series, int year) {
  const auto found =
      std::ranges::find(series.rows, year, [](const PresetRow& row) { return year_of(row.from); });
  return found == series.rows.end() ? nullptr : &*found;
}

/// round_percent rounds the catch-up by ratio, each series by compound, and the sum; never weighted
/// figures or a difference.
Exact rounded(const Preset& series, const Exact& share) {
  return series.round_percent ? round_half_up(share, *series.round_percent + 2) : share;
}

/// Collects weighted figures of one series, and what is missing of it.
class Weigher {
 public:
  explicit Weigher(const Preset& series) : series_{series} {}

  /// Σ weight × figure, as a share, with the figures as text in percent.
  Exact weighted(int year, Version version, std::string& formula) {
    return sum_of(formula, [&](const std::string& name, std::string& text) {
      return figure(name, year, version, text);
    });
  }

  /// Σ weight × the figure of the year, raised by what the year before turned out more.
  Exact compounded(int year, std::string& formula) {
    return sum_of(formula, [&](const std::string& name, std::string& text) {
      std::string provisional;
      std::string definitive;
      const Exact now = figure(name, year, Version::provisional, text);
      const Exact before = figure(name, year - 1, Version::provisional, provisional);
      const Exact after = figure(name, year - 1, Version::definitive, definitive);
      text = "((1 + " + text + ") × (1 + " + definitive + ") / (1 + " + provisional + ") - 1)";
      return rounded(series_,
                     (Exact{1} + now) * (Exact{1} + after) / (Exact{1} + before) - Exact{1});
    });
  }
  std::vector<MissingFigure> take_missing() { return std::move(missing_); }
  std::vector<UsedFigure> take_used() { return std::move(used_); }

 private:
  template <class Part>
  Exact sum_of(std::string& formula, Part part) {
    Exact sum;
    for (const SeriesWeight& weight : series_.weights) {
      std::string text;
      sum = sum + Exact{weight.weight, 2} * part(weight.series, text);
      if (!formula.empty()) formula += " + ";
      formula += weight.weight.text() + " % × " + text;
    }
    return sum;
  }

  Exact figure(const std::string& series, int year, Version version, std::string& text) {
    const PresetRow* row = row_of(series_, year);
    const std::string versioned = series + '_' + std::string{word(version)};
    const std::string name = row != nullptr && row->find(versioned) != nullptr ? versioned : series;
    const Decimal* value = row == nullptr ? nullptr : row->find(name);
    if (value == nullptr) {
      missing_.push_back({.year = year, .name = has_plain(series) ? series : versioned});
      return {};
    }
    used_.push_back({.preset = &series_, .row = row, .field = name, .value = *value});
    text = value->text() + " %";
    return Exact{*value, 2};
  }
  /// Whether the series gives one figure a year, neither provisional nor definitive.
  bool has_plain(const std::string& series) const {
    return std::ranges::any_of(series_.rows,
                               [&](const PresetRow& row) { return row.find(series) != nullptr; });
  }

  const Preset& series_;
  std::vector<MissingFigure> missing_;
  std::vector<UsedFigure> used_;
};

CatchUp way_of(const Preset& series, int year, std::optional<CatchUp> asked) {
  if (asked) return *asked;
  const PresetRow* row = row_of(series, year);
  if (row != nullptr && row->catch_up) return *row->catch_up;
  return series.catch_up.value_or(CatchUp::none);
}

/// "2019, 2022-2025": three years or more in a row are shortened.
std::string text_of_years(const std::vector<int>& years) {
  std::string text;
  for (std::size_t first = 0; first < years.size();) {
    std::size_t last = first;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
    if (last == first + 1) last = first;
    if (!text.empty()) text += ", ";
    text += std::to_string(years[first]);
    if (last > first) text += '-' + std::to_string(years[last]);
    first = last + 1;
  }
  return text;
}

/// "ova_definitive, ppc_definitive (2025); ova_provisional, ppc_provisional (2026-2028)".
std::string text_of_figures(const std::vector<MissingFigure>& figures) {
  std::map<int, std::set<std::string>> names;
  for (const MissingFigure& figure : figures) names[figure.year].insert(figure.name);
  std::string text;
  for (auto year = names.begin(); year != names.end();) {
    std::vector<int> alike;
    std::string list;
    for (const std::string& name : year->second) list += (list.empty() ? "" : ", ") + name;
    const std::set<std::string>& lacking = year->second;
    for (; year != names.end() && year->second == lacking; ++year) alike.push_back(year->first);
    text += (text.empty() ? "" : "; ") + list + " (" + text_of_years(alike) + ')';
  }
  return text;
}

/// The years a series has an index for.
std::vector<int> years_of(const Preset& series, std::optional<CatchUp> catch_up) {
  std::vector<int> years;
  for (const PresetRow& row : series.rows) {
    if (index_of_year(series, year_of(row.from), catch_up)) years.push_back(year_of(row.from));
  }
  return years;
}

}  // namespace

tl::expected<IndexYear, std::vector<MissingFigure>> index_of_year(const Preset& series, int year,
                                                                  std::optional<CatchUp> catch_up) {
  Weigher weigher{series};
  IndexYear result{.year = year, .index = {}, .formula = {}, .used = {}};
  const CatchUp way = way_of(series, year, catch_up);
  Exact sum = way == CatchUp::compound
                  ? weigher.compounded(year, result.formula)
                  : weigher.weighted(year, Version::provisional, result.formula);
  if (way == CatchUp::difference || way == CatchUp::ratio) {
    std::string provisional_text;
    std::string definitive_text;
    const Exact provisional = weigher.weighted(year - 1, Version::provisional, provisional_text);
    const Exact definitive = weigher.weighted(year - 1, Version::definitive, definitive_text);
    if (way == CatchUp::difference) {
      sum = sum + definitive - provisional;
      result.formula += " + (" + definitive_text + ") - (" + provisional_text + ")";
    } else {
      const Exact ratio = (Exact{1} + definitive) / (Exact{1} + provisional) - Exact{1};
      sum = sum + rounded(series, ratio);
      result.formula += " + (1 + " + definitive_text + ") / (1 + " + provisional_text + ") - 1";
    }
  }
  std::vector<MissingFigure> missing = weigher.take_missing();
  if (!missing.empty()) return tl::unexpected{std::move(missing)};
  result.index = rounded(series, sum);
  result.used = weigher.take_used();
  return result;
}

Checked<std::vector<IndexYear>> index_of_years(const Preset& series, YearSpan years,
                                               std::optional<CatchUp> catch_up) {
  std::vector<IndexYear> result;
  std::vector<int> asked;
  std::vector<int> missing_years;
  std::vector<MissingFigure> missing;
  bool none_would_do = true;
  for (int year = years.first; year <= years.last; ++year) {
    asked.push_back(year);
    auto index = index_of_year(series, year, catch_up);
    if (index) {
      result.push_back(std::move(*index));
      continue;
    }
    missing_years.push_back(year);
    std::ranges::move(index.error(), std::back_inserter(missing));
    none_would_do = none_would_do && index_of_year(series, year, CatchUp::none);
  }
  if (missing.empty()) return result;
  Diagnostic gap = finding(Code::index_missing, {}, series.name,
                           {{"preset", series.name},
                            {"figure", "index"},
                            {"year", text_of_years(missing_years)},
                            {"missing", text_of_figures(missing)},
                            {"asked", text_of_years(asked)}});
  const std::vector<int> known = years_of(series, catch_up);
  if (!known.empty()) gap.arguments.emplace_back("known", text_of_years(known));
  if (none_would_do) gap.arguments.emplace_back("none", std::string{word_of(CatchUp::none)});
  return refused(std::move(gap));
}

Diagnostics check_series(const Preset& series) {
  Diagnostics found;
  for (std::size_t i = 1; i < series.rows.size(); ++i) {
    const int year = year_of(series.rows[i].from);
    if (year != year_of(series.rows[i - 1].from)) continue;
    found.push_back(finding(Code::index_rows, series.rows[i].at, "from",
                            {{"preset", series.name}, {"year", std::to_string(year)}}));
  }
  Exact sum;
  for (const SeriesWeight& part : series.weights) sum = sum + Exact{part.weight};
  if (sum != Exact{100}) {
    found.push_back(finding(Code::weights_sum, {}, "weights",
                            {{"preset", series.name}, {"sum", shortest(sum)}}));
  }
  return found;
}

}  // namespace billijk::core
