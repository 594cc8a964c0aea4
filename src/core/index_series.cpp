#include "core/index_series.hpp"

#include <algorithm>

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

/// Collects weighted figures of one series, and what is missing of it.
class Weigher {
 public:
  explicit Weigher(const Preset& series) : series_{series} {}

  /// Σ weight × figure, as a share, with the figures as text in percent.
  Exact weighted(int year, Version version, std::string& formula) {
    const PresetRow* row = row_of(series_, year);
    Exact sum;
    for (const SeriesWeight& part : series_.weights) {
      const std::string versioned = part.series + '_' + std::string{word(version)};
      const std::string name =
          row != nullptr && row->find(versioned) != nullptr ? versioned : part.series;
      const Decimal* figure = row == nullptr ? nullptr : row->find(name);
      if (figure == nullptr) {
        missing_.push_back(finding(
            Code::index_missing, row == nullptr ? Position{} : row->at, series_.name,
            {{"preset", series_.name}, {"figure", versioned}, {"year", std::to_string(year)}}));
        continue;
      }
      used_.push_back({.preset = &series_, .row = row, .field = name, .value = *figure});
      if (!formula.empty()) formula += " + ";
      formula += part.weight.text() + " % × " + figure->text() + " %";
      sum = sum + Exact{part.weight, 2} * Exact{*figure, 2};
    }
    return sum;
  }
  Diagnostics take_missing() { return std::move(missing_); }
  std::vector<UsedFigure> take_used() { return std::move(used_); }

 private:
  const Preset& series_;
  Diagnostics missing_;
  std::vector<UsedFigure> used_;
};

CatchUp way_of(const Preset& series, int year, std::optional<CatchUp> asked) {
  if (asked) return *asked;
  const PresetRow* row = row_of(series, year);
  if (row != nullptr && row->catch_up) return *row->catch_up;
  return series.catch_up.value_or(CatchUp::none);
}

/// round_percent rounds the catch-up by ratio and the sum, never weighted figures or a difference.
Exact rounded(const Preset& series, const Exact& share) {
  return series.round_percent ? round_half_up(share, *series.round_percent + 2) : share;
}

}  // namespace

Checked<IndexYear> index_of_year(const Preset& series, int year, std::optional<CatchUp> catch_up) {
  Weigher weigher{series};
  IndexYear result{.year = year, .index = {}, .formula = {}, .used = {}};
  const CatchUp way = way_of(series, year, catch_up);
  Exact sum = weigher.weighted(year, Version::provisional, result.formula);
  if (way != CatchUp::none) {
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
  Diagnostics missing = weigher.take_missing();
  if (!missing.empty()) return tl::unexpected{std::move(missing)};
  result.index = rounded(series, sum);
  result.used = weigher.take_used();
  return result;
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
