#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace billijk::core {

/// A calendar day. Never "today": a day that matters is an argument.
using Date = std::chrono::sys_days;

/// The day, when year, month and day exist (1 January 1900 … 31 December 9999).
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Reads "2026-07-01"; nothing when it is not written so or does not exist.
std::optional<Date> parse_date(std::string_view text);

/// "2026-07-01".
std::string iso(Date day);

int year_of(Date day);

/// The day a year later; 29 February becomes 28 February.
Date a_year_after(Date day);

/// Days from `from` to `to`, both inclusive.
struct Period {
  Date from;
  Date to;

  int days() const { return static_cast<int>((to - from).count()) + 1; }
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace billijk::core
