#include "io/rows/csv_scanner.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "io/text/cell_text.hpp"

namespace billijk::io {

namespace {

/// What may stand between a quote and a separator or line end.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

bool RowCells::fit(std::size_t wanted) {
  while (count_ > wanted && trimmed_cell(room_[count_ - 1]).empty()) --count_;
  return count_ == wanted;
}

#ifdef __SSE2__
/// Sixteen bytes at a time, as every x86 of 64 bits can.
bool CsvScanner::plain_cells(RowCells& cells) {
  constexpr std::size_t block = sizeof(__m128i);
  const auto places_of = [](__m128i bytes, char byte) {
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte))));
  };
  cells.clear();
  char* cell = at_;
  bool ended = false;
  for (const char* at = at_; end_ - at >= static_cast<std::ptrdiff_t>(block) && !ended;
       at += block) {
    const __m128i bytes = _mm_loadu_si128(
        reinterpret_cast<const __m128i*>(at));  // NOLINT(*-reinterpret-cast): how it is loaded
    const unsigned line_ends = places_of(bytes, '\n');
    // Up to the first line end.
    const unsigned row = line_ends == 0 ? ~0U : line_ends ^ (line_ends - 1);
    if ((places_of(bytes, '"') & row) != 0) break;
    std::string_view* to = cells.room(block);
    for (unsigned stops = (places_of(bytes, delimiter_) | line_ends) & row; stops != 0;
         stops &= stops - 1) {
      char* const stop = cell + (at + std::countr_zero(stops) - cell);
      *to++ = {cell, static_cast<std::size_t>(stop - cell)};
      cell = stop + 1;
    }
    cells.advance_to(to);
    ended = line_ends != 0;
  }
  at_ = cell;
  if (ended) {
    std::string_view& last = cells.room_[cells.count_ - 1];
    while (last.ends_with('\r')) last.remove_suffix(1);
  }
  return ended;
}
#else
bool CsvScanner::plain_cells(RowCells& cells) {
  cells.clear();
  return false;
}
#endif

bool CsvScanner::at_quote() {
  char* at = at_;
  while (at != end_ && *at != delimiter_ && is_blank(*at)) ++at;
  if (at == end_ || *at != '"') return false;
  at_ = at;
  return true;
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
  const bool only_blanks =
      std::all_of(closed, static_cast<const char*>(at_), [](char c) { return is_blank(c); });
  if (!only_blanks) fault = RowFault::after_quote;
  return {begin, static_cast<std::size_t>(to - begin)};
}

RowFault CsvScanner::next(RowCells& cells) {
  if (plain_cells(cells)) return RowFault::none;
  RowFault fault = RowFault::none;
  while (true) {
    if (at_quote()) {
      cells.add(quoted_cell(fault));
    } else {
      const char* const begin = at_;
      at_ = cell_end();
      std::size_t length = static_cast<std::size_t>(at_ - begin);
      const bool line_end = at_ == end_ || *at_ == '\n';
      while (line_end && length > 0 && begin[length - 1] == '\r') --length;
      cells.add({begin, length});
    }
    if (at_ == end_) return fault == RowFault::none ? RowFault::open_line : fault;
    if (*at_++ == '\n') return fault;
  }
}

bool is_blank(const RowCells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    // Most rows are known by the first character of their first cell.
    const bool seen = !cell.empty() && cell.front() > '=' && cell.front() < '\x7F';
    return !seen && trimmed_cell(cell).empty();
  });
}

namespace {

/// Line ends outside quotes, and what stands up to the last of them.
struct LineEnds {
  std::size_t whole = 0;
  std::uint64_t count = 0;
};
LineEnds line_ends_in(std::string_view text, char delimiter) {
  LineEnds ends;
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
    cell_begins = c == delimiter || c == '\n' || (cell_begins && c != '"' && is_blank(c));
    if (c != '\n') continue;
    ends.whole = at + 1;
    ++ends.count;
  }
  return ends;
}

bool has_quotes(std::string_view text) {
  return std::memchr(text.data(), '"', text.size()) != nullptr;
}

}  // namespace

std::size_t whole_rows(std::string_view text, char delimiter) {
  return has_quotes(text) ? line_ends_in(text, delimiter).whole : text.rfind('\n') + 1;
}

std::uint64_t row_count(std::string_view text, char delimiter) {
  const std::uint64_t ended = has_quotes(text)
                                  ? line_ends_in(text, delimiter).count
                                  : static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
  return ended + (whole_rows(text, delimiter) < text.size() ? 1 : 0);
}

}  // namespace billijk::io
