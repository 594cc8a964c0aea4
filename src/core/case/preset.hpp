#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/choices.hpp"
#include "core/case/diagnostic.hpp"
#include "core/case/text.hpp"
#include "core/number/date.hpp"
#include "core/number/decimal.hpp"

namespace billijk::core {

/// A figure of a preset row: "awf_low", "steps.5", "ova_provisional".
struct PresetField {
  std::string name;
  Decimal value;
};

/// The figures in force from a day on, until the next row or `until`.
struct PresetRow {
  Date from;
  std::optional<Date> until;
  std::optional<Date> confirmed_until;
  std::vector<PresetField> fields;
  std::optional<CatchUp> catch_up;
  Grade grade = Grade::assumed;
  std::vector<std::string> source;
  std::optional<Date> checked;
  Text note;
  std::map<std::string, Text, std::less<>> labels;  ///< of modules, by their keys
  Position at;

  /// The figure, or nothing when the row does not state it.
  const Decimal* find(std::string_view field) const;
};

/// Weight of one series in an index. Units: %.
struct SeriesWeight {
  std::string series;
  Decimal weight;
};

/// Dated, sourced figures of one subject.
struct Preset {
  std::string name;  ///< "nl/cao-vvt-hbh"
  PresetKind kind = PresetKind::wage_scale;
  Text title;
  bool built_in = false;  ///< of the program itself, from no folder
  std::string replaces;  ///< the file that brings it where one of that name is built in; else empty
  std::string unit;
  std::vector<PresetRow> rows;  ///< `from` strictly increasing
  std::vector<SeriesWeight> weights;
  std::optional<CatchUp> catch_up;
  std::optional<int> round_percent;

  /// The row in force on a day: the last with from <= day, unless its `until` has passed
  /// or, of an index, its year.
  const PresetRow* in_force(Date day) const;
  /// The last day of a period on which one of the rows is in force; a row of an index counts on its
  /// first day.
  Date last_day_of(const PresetRow& row, const Period& period) const;
};

/// Presets by name, as many as a case needs: shared by all cases that name them, and in one place
/// as long as any of them is there.
using Presets = std::map<std::string, std::shared_ptr<const Preset>, std::less<>>;

/// A figure that a calculation took from a preset.
struct UsedFigure {
  const Preset* preset = nullptr;
  const PresetRow* row = nullptr;
  std::string field;
  Decimal value;
  bool binds = true;     ///< false for a minimum wage that no wage needs
  bool carried = false;  ///< of a row carried on into a year after its preset, and expected

  /// "nl/cao-vvt-hbh@2026-07-01.steps.5".
  std::string key() const;
};

}  // namespace billijk::core
