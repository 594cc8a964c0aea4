#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"
#include "core/number/date.hpp"

namespace billijk::io {

/// Whether a bare number may be the day a spreadsheet counts from 30 December 1899.
enum class SerialDays : bool { refused, read };

/// What a text says as a day.
struct DayText {
  std::optional<core::Date> day;
  /// Of a text that could be two days, or names no century: what to write for each.
  std::string one;
  std::string other;
  bool is_absent = false;  ///< it is written as a day, but there is none such
};

/// Reads a day as people and spreadsheets write it: 2026-12-31, 2026-1-1, 31-12-2026, 31.12.2026,
/// 1 januari 2026, 1-jan-2026, each also with midnight behind it; and 46023 where that may be one.
///
/// Of two numbers with slashes either may be the month: read where they say the same day.
DayText read_day(std::string_view text, SerialDays serial_days = SerialDays::refused);

/// What is said of a text that is no day: what was found, and what to write.
core::Arguments arguments_of(std::string found, const DayText& read);

}  // namespace billijk::io
