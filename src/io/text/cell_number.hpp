#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"
#include "core/case/keys.hpp"
#include "core/number/decimal.hpp"

namespace billijk::io {

/// How a file writes its figures; decided once for the whole of it.
struct DecimalRule {
  char sign = '.';
  /// Whether a figure or the user said so. If not, 1,234 and 1.234 are refused: they could be
  /// either.
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

/// The same of a figure that stands alone, and says itself which sign is the decimal one.
FigureCell read_figure_text(std::string_view text, core::Unit unit);

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
  if (at != text.size() || decimals == 0 ||
      decimals > static_cast<std::size_t>(core::Decimal::max_digits))
    return {};
  if (whole + decimals > most_characters - 1) return {};
  return {coefficient, static_cast<int>(decimals)};
}

/// Bytes that must be readable behind the text of `read_short_figure`.
inline constexpr std::size_t figure_padding = 8;

/// The same as `read_plain_figure`, without a branch for each character: most figures have eight at
/// most.
///
/// Requires: `figure_padding` bytes can be read from the beginning of the text on.
inline PlainFigure read_short_figure(std::string_view text, char sign) {
  using Word = std::uint64_t;
  constexpr Word ones = 0x0101010101010101;
  constexpr Word high_bits = ones * 0x80;
  if (std::endian::native != std::endian::little || text.empty() || text.size() > sizeof(Word))
    return read_plain_figure(text, sign);
  Word word = 0;
  std::memcpy(&word, text.data(), sizeof(word));
  // The last character in the highest byte, zeros before the first one.
  const auto spare = static_cast<unsigned>(sizeof(Word) - text.size()) * 8;
  Word digits = (word ^ ones * '0') << spare;
  const Word not_sign = digits ^ ones * static_cast<Word>(sign ^ '0');
  const Word signs = ~(((not_sign & ~high_bits) + ~high_bits) | not_sign | ~high_bits);
  int scale = 0;
  if (signs != 0) {
    const auto at = static_cast<unsigned>(std::countr_zero(signs)) & ~7U;
    scale = 7 - static_cast<int>(at / 8);
    if (at <= spare || scale == 0) return {};
    const Word before = digits & ((Word{1} << at) - 1);
    digits = (digits & (~Word{0} << at << 8U)) | before << 8U;
  }
  constexpr Word to_high_bit = ones * (0x80 - 10);
  if ((((digits + to_high_bit) | digits) & high_bits) != 0) return {};
  digits = (digits * (1 + (10 << 8U))) >> 8U & 0x00FF00FF00FF00FF;
  digits = (digits * (1 + (100 << 16U))) >> 16U & 0x0000FFFF0000FFFF;
  digits = (digits * (1 + (Word{10'000} << 32U))) >> 32U;
  return {static_cast<std::int64_t>(digits), scale};
}

/// What a figure says about the decimal sign of its file.
enum class SignEvidence : std::uint8_t { none, point, comma, either };
SignEvidence sign_evidence(std::string_view text);

/// What to write in the place of a number with a comma: with a point and, of 1,234, without
/// anything.
core::Arguments without_comma(std::string number);

}  // namespace billijk::io
