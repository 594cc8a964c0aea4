#include "report/format/cell_text.hpp"

#include <algorithm>
#include <array>

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

/// A character of the Basic Multilingual Plane as \uXXXX.
char* write_number(char* to, std::string_view character) {
  constexpr std::string_view hex = "0123456789abcdef";
  unsigned number = static_cast<unsigned char>(character.front());
  if (character.size() > 1) number &= 0x7FU >> character.size();
  for (const char c : character.substr(1))
    number = number << 6U | (static_cast<unsigned char>(c) & 0x3FU);
  to = copy(to, "\\u");
  for (const unsigned shift : {12U, 8U, 4U, 0U}) *to++ = hex[number >> shift & 15U];
  return to;
}

/// The bytes JSON writes as they are, of all there are.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  std::fill(plain.begin() + 0x20, plain.begin() + 0x7F, true);
  plain['"'] = plain['\\'] = false;
  return plain;
}();
bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

/// The characters of a text that is UTF-8; those that would act on a terminal as numbers.
char* write_valid(char* to, std::string_view text) {
  while (!text.empty()) {
    const std::size_t unseen = core::unseen_at(text);
    if (unseen > 0 && text.front() != '\n') {
      to = write_number(to, text.substr(0, unseen));
    } else if (is_plain(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80) {
      *to++ = text.front();
    } else {
      *to++ = '\\';
      *to++ = text.front() == '\n' ? 'n' : text.front();
    }
    text.remove_prefix(std::max<std::size_t>(unseen, 1));
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
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end && is_plain(*at)) *to++ = *at++;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
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
