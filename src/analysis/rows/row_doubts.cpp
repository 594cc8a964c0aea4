#include "analysis/rows/row_doubts.hpp"

#include <algorithm>
#include <cmath>

#include "core/inputs.hpp"

namespace billijk::analysis {
namespace {

using core::Code;
using core::Decimal;
using core::Exact;
using core::Filtered;
using core::Key;
using core::Total;

std::optional<std::size_t> place_of(std::span<const core::RowCell> cells, Key key) {
  const auto found = std::ranges::find(cells, key, &core::RowCell::key);
  if (found == cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - cells.begin());
}

std::vector<Key> keys_of(std::span<const core::RowCell> cells) {
  std::vector<Key> keys;
  for (const core::RowCell& cell : cells) keys.push_back(cell.key);
  return keys;
}

double about(const core::CellNumber& number) {
  return static_cast<double>(number.coefficient) / Filtered::power_of_ten(number.scale);
}
double about(const Amount& amount) {
  const auto narrow = static_cast<std::int64_t>(amount.coefficient);
  const double coefficient = narrow == amount.coefficient ? static_cast<double>(narrow)
                                                          : static_cast<double>(amount.coefficient);
  return coefficient / Filtered::power_of_ten(std::min(amount.decimals, 22));
}

/// The minimum wages of the period, each once, rising: those of the case, else those of the law.
std::vector<Decimal> minimum_wages(const core::Case& subject, const core::Presets& presets) {
  const std::string own = subject.minimum_wage_preset();
  const auto minimum = presets.find(own.empty() ? core::Case::legal_minimum_wage() : own);
  if (minimum == presets.end()) return {};
  const core::Preset& preset = *minimum->second;
  std::vector<Decimal> wages;
  for (const core::PresetRow& row : preset.rows) {
    const Decimal* const hour = row.find("hour");
    const bool is_used = row.from <= subject.period.to &&
                         preset.last_day_of(row, subject.period) >= subject.period.from;
    if (is_used && hour != nullptr) wages.push_back(*hour);
  }
  std::ranges::sort(wages);
  const auto [first, last] = std::ranges::unique(wages);
  wages.erase(first, last);
  return wages;
}

}  // namespace

RowDoubts::RowDoubts(const core::Case& subject, const core::Presets& presets,
                     const core::Resolution& resolution, std::span<const core::RowCell> cells)
    : subject_{subject},
      presets_{presets},
      resolved_{resolution.resolved},
      bench_{resolution.resolved},
      watch_{subject, keys_of(cells)},
      hourly_{place_of(cells, Key::wage_hourly)},
      annual_{place_of(cells, Key::obligation_annual)},
      hours_{place_of(cells, Key::contract_hours)} {
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (watch_.watches(cells[cell].key)) watched_.push_back(cell);
  }
  const std::vector<Decimal> minima =
      hourly_ ? minimum_wages(subject, presets) : std::vector<Decimal>{};
  for (const Decimal& minimum : minima) minima_.push_back(Filtered{minimum}.value());
  // What cells can change is put where it makes no difference, and the wage at each minimum there
  // is, for those from that one up to the next, and below all.
  core::Case plain = subject;
  if (annual_) plain.numbers[index_of(Key::obligation_annual)]->value = Decimal{};
  if (hours_) plain.numbers[index_of(Key::contract_hours)]->value = Decimal{1};
  for (std::size_t rank = 0; rank <= minima.size(); ++rank) {
    if (hourly_)
      plain.numbers[index_of(Key::wage_hourly)]->value = rank == 0 ? Decimal{} : minima[rank - 1];
    take_resolution(plain);
  }
  const core::Input& volume = subject.number(Key::volume).value_or(core::Input{});
  weak_volume_ = annual_ && subject.number(Key::volume) && core::is_provisional(volume.grade);
  own_rails_ =
      static_cast<std::size_t>(std::ranges::count_if(core::rails_of(subject), core::is_own_rail));
  of_every_row_ = own_rails_;
  if (core::period_elsewhere(subject, subject.contract)) ++of_every_row_;
  if (subject.choices.chosen<core::Delivery>() == core::Delivery::alfahulp) ++of_every_row_;
}

void RowDoubts::take_resolution(const core::Case& subject) {
  OfWage& of = by_wage_.emplace_back();
  const core::Checked<core::Resolution> resolution = core::resolve(subject, presets_);
  if (!resolution) return;
  const auto warns = [&](Code code) {
    return std::ranges::find(resolution->warnings, code, &core::Diagnostic::code) !=
           resolution->warnings.end();
  };
  of.warnings = resolution->warnings.size();
  if (hours_ && warns(Code::minimum_wage_hours)) {
    old_minimum_ = true;
    --of.warnings;
  }
  of.below_minimum = warns(Code::below_minimum_wage);
  of.provisional = core::is_provisional(subject, *resolution, resolved_.ways.tariff_unit);
}

void RowDoubts::take(std::span<const core::RowCell> cells, RowFigures& figures) {
  std::size_t rank = 0;
  if (hourly_ && !minima_.empty()) {
    const double wage = about(cells[*hourly_].number);
    rank = static_cast<std::size_t>(std::ranges::upper_bound(minima_, wage) - minima_.begin());
  }
  const OfWage& of = by_wage_[rank];
  std::size_t warnings = of_every_row_ + of.warnings;
  bool provisional = of.provisional;
  if (weak_volume_ && cells[*annual_].number.coefficient != 0) provisional = true;
  if (old_minimum_ && decimal_of(cells[*hours_].number) != Decimal{core::full_time_hours})
    ++warnings;
  figures.rails = case_rails(cells);
  if (figures.zone) figures.rails |= tariff_rails(cells, figures);
  if (figures.rails.any()) warnings += figures.rails.count();
  figures.rails[core::minimum_wage_rail] = of.below_minimum;
  figures.rails[core::own_rail] = own_rails_ > 0;
  // Only a fair tariff that is the ceiling can have lifted it.
  if (figures[Total::fair_tariff] == figures[Total::ceiling] && lifts_own_ceiling(cells))
    ++warnings;
  figures.warnings = warnings + derived_too_low(cells, figures);
  if (figures.zone) figures.provisional = provisional;
}

core::Rails RowDoubts::case_rails(std::span<const core::RowCell> cells) {
  for (const std::size_t cell : watched_) {
    const core::CellNumber& number = cells[cell].number;
    watch_.set(cells[cell].key, about(number), is_written_as_thousands(number));
  }
  return watch_.of_case(
      [&](Key key) { return Exact{decimal_of(cells[*place_of(cells, key)].number)}; });
}

core::Rails RowDoubts::tariff_rails(std::span<const core::RowCell> cells,
                                    const RowFigures& figures) {
  const Amount& cost = *figures[Total::cost_price];
  const double tariff = about(*figures[RowAmount::tariff]);
  if (const auto rails = core::RailWatch::of_tariff(tariff, about(cost))) return *rails;
  for (const core::RowCell& cell : cells)
    watch_.exact().stated[index_of(cell.key)] = Exact{decimal_of(cell.number)};
  watch_.exact().tariff = per_hour(cells);
  watch_.exact().cost = exact_of(cost);
  return watch_.of_exact_tariff();
}

Exact RowDoubts::per_hour(std::span<const core::RowCell> cells) const {
  const auto number = [&](Key key) {
    const std::optional<std::size_t> cell = place_of(cells, key);
    return Exact{cell ? decimal_of(cells[*cell].number) : subject_.value(key)};
  };
  return core::per_hour(number(Key::tariff), resolved_.ways.tariff_unit, number(Key::norm_hours),
                        number(Key::volume));
}

core::Diagnostics RowDoubts::rails_said(std::span<const core::RowCell> cells,
                                        const RowFigures& figures) const {
  const core::Case alone = with_cells(subject_, cells);
  core::Diagnostics said = core::rails_of(alone);
  const auto add = [&](const core::Diagnostics& more) {
    said.insert(said.end(), more.begin(), more.end());
  };
  if (const auto resolution = core::resolve(alone, presets_)) add(resolution->warnings);
  if (figures.zone)
    add(core::tariff_rails_of(alone, per_hour(cells), exact_of(*figures[Total::cost_price])));
  return said;
}

/// How many derived prices are below what they must be at least.
std::size_t RowDoubts::derived_too_low(std::span<const core::RowCell> cells,
                                       const RowFigures& figures) const {
  const auto has_least = [](const core::DerivedPrice& price) { return price.at_least.has_value(); };
  if (std::ranges::none_of(subject_.derived, has_least)) return 0;
  core::Resolved resolved = resolved_;
  for (const core::RowCell& cell : cells)
    resolved.figures[cell.key].value = decimal_of(cell.number);
  core::DerivedBases bases;
  for (const Total total : core::all_totals) {
    if (figures[total]) bases.boundaries[total] = exact_of(*figures[total]);
  }
  if (figures.zone) bases.tariff = per_hour(cells);
  return core::warnings_of(core::derived_figures(subject_, resolved, bases)).size();
}

/// As a calculation warns of it.
bool RowDoubts::lifts_own_ceiling(std::span<const core::RowCell> cells) {
  const auto lifts = [&]<class N>(core::Bench<N>& bench) -> std::optional<bool> {
    set_cells(bench, cells);
    if (bench.compute() != core::Trouble::none) return std::nullopt;
    const N band = bench[Total::cost_price] * (N{1} + bench.numbers()[Key::band_ceiling]);
    const std::optional<int> sign = (bench[Total::fair_tariff] - band).certain_sign();
    return sign ? std::optional{*sign > 0} : std::nullopt;
  };
  if (const std::optional<bool> certain = lifts(bench_.filtered)) return *certain;
  return lifts(bench_.exact).value_or(false);
}

}  // namespace billijk::analysis
