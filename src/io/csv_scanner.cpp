#include "io/csv_scanner.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace billijk::io {

namespace {

constexpr std::uint64_t in_all_places(unsigned char byte) { return std::uint64_t{0x0101010101010101} * byte; }

/// The high bit of each of the eight bytes that is `byte`, and no other bit.
constexpr std::uint64_t places_of(std::uint64_t word, char byte) {
  constexpr std::uint64_t low_bits = in_all_places(0x7F);
  const std::uint64_t different = word ^ in_all_places(static_cast<unsigned char>(byte));
  return ~(((different & low_bits) + low_bits) | different | low_bits);
}

}  // namespace

bool CsvScanner::plain_cells(std::vector<std::string_view>& cells) {
  if constexpr (std::endian::native != std::endian::little) return false;
  std::uint64_t word = 0;
  char* cell = at_;
  for (char* at = at_; end_ - at >= static_cast<std::ptrdiff_t>(sizeof(word)); at += sizeof(word)) {
    std::memcpy(&word, at, sizeof(word));
    std::uint64_t found = places_of(word, delimiter_) | places_of(word, '\n') | places_of(word, '"');
    for (; found != 0; found &= found - 1) {
      char* const stop = at + std::countr_zero(found) / 8;
      if (*stop == '"') {
        if (stop != cell) continue;
        at_ = cell;
        return false;
      }
      const bool line_end = *stop == '\n';
      const bool with_return = line_end && stop != cell && stop[-1] == '\r';
      cells.emplace_back(cell, static_cast<std::size_t>(stop - cell) - (with_return ? 1 : 0));
      cell = stop + 1;
      if (!line_end) continue;
      at_ = cell;
      return true;
    }
  }
  at_ = cell;
  return false;
}

char* CsvScanner::cell_end() const {
  char* at = at_;
  for (char* const end = end_; at != end; ++at) {
    if (*at == delimiter_ || *at == '\n') break;
  }
  return at;
}

std::string_view CsvScanner::quoted_cell(RowFault& fault) {
  char* const begin = ++at_;
  char* to = begin;
  while (true) {
    if (at_ == end_) {
      fault = RowFault::open_quote;
      return {begin, static_cast<std::size_t>(to - begin)};
    }
    if (*at_ == '"') {
      ++at_;
      if (at_ == end_ || *at_ != '"') break;
    }
    *to++ = *at_++;
  }
  const char* const closed = at_;
  at_ = cell_end();
  const bool line_end = at_ == end_ || *at_ == '\n';
  const bool only_return = line_end && at_ - closed == 1 && *closed == '\r';
  if (at_ != closed && !only_return) fault = RowFault::after_quote;
  return {begin, static_cast<std::size_t>(to - begin)};
}

RowFault CsvScanner::next(std::vector<std::string_view>& cells) {
  cells.clear();
  if (plain_cells(cells)) return RowFault::none;
  RowFault fault = RowFault::none;
  while (true) {
    if (at_ != end_ && *at_ == '"') {
      cells.push_back(quoted_cell(fault));
    } else {
      const char* const begin = at_;
      at_ = cell_end();
      std::size_t length = static_cast<std::size_t>(at_ - begin);
      const bool line_end = at_ == end_ || *at_ == '\n';
      if (line_end && length > 0 && begin[length - 1] == '\r') --length;
      cells.emplace_back(begin, length);
    }
    if (at_ == end_) return fault == RowFault::none ? RowFault::open_line : fault;
    if (*at_++ == '\n') return fault;
  }
}

std::size_t whole_rows(std::string_view text, char delimiter) {
  if (std::memchr(text.data(), '"', text.size()) == nullptr) return text.rfind('\n') + 1;
  std::size_t whole = 0;
  bool cell_begins = true;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      // A doubled quote closes and opens again at once; what follows a lone one is outside.
      if (c != '"') continue;
      if (at + 1 < text.size() && text[at + 1] == '"') {
        ++at;
      } else {
        quoted = false;
      }
      continue;
    }
    if (c == '"' && cell_begins) quoted = true;
    cell_begins = c == delimiter || c == '\n';
    if (c == '\n') whole = at + 1;
  }
  return whole;
}

}  // namespace billijk::io
