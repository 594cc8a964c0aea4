#include "report/format/cell_text.hpp"

#include <algorithm>

#include "core/number/utf8.hpp"

namespace billijk::report {
namespace {

char* copy(char* to, std::string_view text) { return std::ranges::copy(text, to).out; }

/// Whether a spreadsheet would read the text as a number: it keeps its sign then.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  bool digits = false;
  for (const char c : text) {
    digits = digits || core::is_digit(c);
    if (!core::is_digit(c) && c != ',' && c != '.') return false;
  }
  return digits;
}

/// A spreadsheet takes such a cell for a formula, whatever blanks stand before it; an apostrophe
/// makes it text.
bool would_run(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '\t' || text.front() == '\r') return true;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return !text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos &&
         !is_number(text);
}

char* write_escaped(char* to, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  *to++ = '\\';
  if (byte >= 0x20) {
    *to++ = c;
  } else if (c == '\n') {
    *to++ = 'n';
  } else {
    to = copy(to, "u00");
    *to++ = hex[byte >> 4U];
    *to++ = hex[byte & 15U];
  }
  return to;
}

bool must_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }
bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80 && !must_escape(c); }

/// The characters of a text that is UTF-8.
char* write_valid(char* to, std::string_view text) {
  for (const char c : text) {
    if (must_escape(c)) {
      to = write_escaped(to, c);
    } else {
      *to++ = c;
    }
  }
  return to;
}

}  // namespace

CsvCell::CsvCell(CsvDialect dialect) : excel_{dialect == CsvDialect::dutch_excel} {
  for (const char c : {delimiter(), '"', '\n', '\r'}) quoted_[static_cast<unsigned char>(c)] = true;
}

char* CsvCell::write(char* to, std::string_view text) const {
  const bool guarded = excel_ && would_run(text);
  char* const begin = to;
  bool quoted = false;
  for (const char c : text) {
    quoted |= quoted_[static_cast<unsigned char>(c)];
    *to++ = c;
  }
  if (!guarded && !quoted) return to;
  to = begin;
  if (quoted) *to++ = '"';
  if (guarded) *to++ = '\'';
  for (const char c : text) {
    if (c == '"') *to++ = '"';
    *to++ = c;
  }
  if (quoted) *to++ = '"';
  return to;
}

std::string CsvCell::text(std::string_view text) const {
  std::string cell(room(text.size()), ' ');
  cell.resize(static_cast<std::size_t>(write(cell.data(), text) - cell.data()));
  return cell;
}

char* write_json_string(char* to, std::string_view text) {
  *to++ = '"';
  // What nearly every text is, without a second look at it.
  const auto plain =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_plain) - text.begin());
  to = copy(to, text.substr(0, plain));
  text.remove_prefix(plain);
  while (!text.empty()) {
    const std::size_t valid = core::valid_utf8_prefix(text);
    to = write_valid(to, text.substr(0, valid));
    if (valid == text.size()) break;
    to = copy(to, "\xEF\xBF\xBD");
    text.remove_prefix(valid + 1);
  }
  *to++ = '"';
  return to;
}

}  // namespace billijk::report
