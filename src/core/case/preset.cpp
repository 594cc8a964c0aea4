#include "core/case/preset.hpp"

#include <algorithm>

namespace billijk::core {

const Decimal* PresetRow::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &PresetField::name);
  return found == fields.end() ? nullptr : &found->value;
}

Date Preset::last_day_of(const PresetRow& row, const Period& period) const {
  if (kind == PresetKind::index_series) return row.from;
  const auto next = std::ranges::upper_bound(rows, row.from, {}, &PresetRow::from);
  return next == rows.end() ? period.to : std::min(period.to, next->from - std::chrono::days{1});
}

const PresetRow* Preset::in_force(Date day) const {
  const auto after = std::ranges::upper_bound(rows, day, {}, &PresetRow::from);
  if (after == rows.begin()) return nullptr;
  const PresetRow& row = *std::prev(after);
  // An index holds for its year and does not carry forward.
  if (kind == PresetKind::index_series && year_of(row.from) != year_of(day)) return nullptr;
  return row.until && *row.until < day ? nullptr : &row;
}

std::string UsedFigure::key() const { return preset->name + '@' + iso(row->from) + '.' + field; }

}  // namespace billijk::core
