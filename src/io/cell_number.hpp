#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/decimal.hpp"
#include "core/keys.hpp"

namespace billijk::io {

/// How a file writes its figures; decided once for the whole of it.
struct DecimalRule {
  char sign = '.';
  /// Whether a figure or the user said so. If not, 1,234 and 1.234 are refused: they could be either.
  bool certain = true;
};

enum class CellFault : std::uint8_t { none, not_a_number, ambiguous, too_many_digits };

/// A figure of a cell: coefficient / 10^scale, exactly as written.
struct FigureCell {
  core::Decimal value;
  CellFault fault = CellFault::none;
};

/// Reads a figure as people and spreadsheets write it: € 1.234,56, 6,5%, with no-break spaces.
///
/// A euro sign is taken for euros only, a percent sign for percentages only.
FigureCell read_figure(std::string_view text, DecimalRule rule, core::Unit unit);

/// The plain ones of up to 18 digits, without a detour; nothing for all others.
struct PlainFigure {
  std::int64_t coefficient = 0;
  int scale = -1;  ///< below zero: not plain
};
inline PlainFigure read_plain_figure(std::string_view text, char sign) {
  constexpr std::size_t most_characters = 19;
  if (text.empty() || text.size() > most_characters) return {};
  std::int64_t coefficient = 0;
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    for (; at < text.size(); ++at) {
      const unsigned digit = static_cast<unsigned char>(text[at]) - static_cast<unsigned>('0');
      if (digit > 9) break;
      coefficient = coefficient * 10 + static_cast<std::int64_t>(digit);
    }
    return at - begin;
  };
  const std::size_t whole = digits();
  if (whole == 0 || whole > static_cast<std::size_t>(core::Decimal::max_digits)) return {};
  if (at == text.size()) return {coefficient, 0};
  if (text[at++] != sign) return {};
  const std::size_t decimals = digits();
  if (at != text.size() || decimals == 0 || decimals > static_cast<std::size_t>(core::Decimal::max_digits)) return {};
  if (whole + decimals > most_characters - 1) return {};
  return {coefficient, static_cast<int>(decimals)};
}

/// What a figure says about the decimal sign of its file.
enum class SignEvidence : std::uint8_t { none, point, comma, either };
SignEvidence sign_evidence(std::string_view text);

}  // namespace billijk::io
