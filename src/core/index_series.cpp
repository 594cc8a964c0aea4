#include "core/index_series.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/formula/play.hpp"

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

/// Writes weighted figures of one series into the formula of a year, and what is missing of it.
class Weigher {
 public:
  Weigher(const Preset& series, IndexYear& result) : series_{series}, result_{result} {}

  /// Σ weight × figure, as a share.
  Symbol weighted(int year, Version version) {
    return sum_of([&](const std::string& name) { return figure(name, year, version); });
  }

  /// Σ weight × the figure of the year, raised by what the year before turned out more.
  Symbol compounded(int year) {
    return sum_of([&](const std::string& name) {
      const Symbol now = figure(name, year, Version::provisional);
      const Symbol before = figure(name, year - 1, Version::provisional);
      const Symbol after = figure(name, year - 1, Version::definitive);
      return rounded((Symbol{1} + now) * (Symbol{1} + after) / (Symbol{1} + before) - Symbol{1});
    });
  }

  /// round_percent rounds the catch-up by ratio, each series by compound, and the sum; never
  /// weighted figures or a difference.
  Symbol rounded(const Symbol& share) const {
    if (!series_.round_percent) return share;
    return round(share, Rounding{.step = Decimal::of(1, *series_.round_percent + 2)});
  }
  std::vector<MissingFigure> take_missing() { return std::move(missing_); }

 private:
  template <class Part>
  Symbol sum_of(Part part) {
    std::optional<Symbol> sum;
    for (const SeriesWeight& weight : series_.weights) {
      const Symbol share = result_.input(series_.name + ".weights." + weight.series, weight.weight);
      const Symbol weighed = share * part(weight.series);
      sum = sum ? *sum + weighed : weighed;
    }
    return sum.value_or(Symbol{});
  }

  Symbol figure(const std::string& series, int year, Version version) {
    const PresetRow* row = row_of(series_, year);
    const std::string versioned = series + '_' + std::string{word(version)};
    const std::string name = row != nullptr && row->find(versioned) != nullptr ? versioned : series;
    const Decimal* value = row == nullptr ? nullptr : row->find(name);
    if (value == nullptr) {
      missing_.push_back({.year = year, .name = has_plain(series) ? series : versioned});
      return {};
    }
    result_.used.push_back({.preset = &series_, .row = row, .field = name, .value = *value});
    return result_.input(result_.used.back().key(), *value);
  }
  /// Whether the series gives one figure a year, neither provisional nor definitive.
  bool has_plain(const std::string& series) const {
    return std::ranges::any_of(series_.rows,
                               [&](const PresetRow& row) { return row.find(series) != nullptr; });
  }

  const Preset& series_;
  IndexYear& result_;
  std::vector<MissingFigure> missing_;
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

Symbol IndexYear::input(const std::string& name, const Decimal& percent) {
  const std::size_t known = formula.inputs().size();
  Symbol symbol = Symbol::input(formula, name, Unit::percent);
  if (formula.inputs().size() > known) percents.push_back(percent);
  return symbol;
}

void IndexYear::give(const Symbol& symbol) {
  formula.result("index@" + std::to_string(year), Unit::none, symbol.place_in(formula));
  std::vector<Exact> shares;
  shares.reserve(percents.size());
  for (const Decimal& percent : percents) shares.emplace_back(percent, shift_of(Unit::percent));
  std::vector<Exact> values;
  play<Exact>(formula, shares, values);
  index = values.back();
}

tl::expected<IndexYear, std::vector<MissingFigure>> index_of_year(const Preset& series, int year,
                                                                  std::optional<CatchUp> catch_up) {
  IndexYear result;
  result.year = year;
  Weigher weigher{series, result};
  const CatchUp way = way_of(series, year, catch_up);
  Symbol sum = way == CatchUp::compound ? weigher.compounded(year)
                                        : weigher.weighted(year, Version::provisional);
  if (way == CatchUp::difference || way == CatchUp::ratio) {
    const Symbol provisional = weigher.weighted(year - 1, Version::provisional);
    const Symbol definitive = weigher.weighted(year - 1, Version::definitive);
    if (way == CatchUp::difference) {
      sum = sum + definitive - provisional;
    } else {
      sum = sum + weigher.rounded((Symbol{1} + definitive) / (Symbol{1} + provisional) - Symbol{1});
    }
  }
  std::vector<MissingFigure> missing = weigher.take_missing();
  if (!missing.empty()) return tl::unexpected{std::move(missing)};
  result.give(weigher.rounded(sum));
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
