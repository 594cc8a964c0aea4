#include "io/csv_scanner.hpp"

#include <cstring>

namespace billijk::io {

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
