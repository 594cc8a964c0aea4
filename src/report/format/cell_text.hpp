#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace billijk::report {

/// How the records of a CSV become bytes.
enum class CsvDialect : std::uint8_t {
  plain,        ///< RFC 4180: comma, decimal point, line feed
  dutch_excel,  ///< semicolon, decimal comma, byte order mark, CRLF; nothing the spreadsheet would
                ///< run
};

/// A cell of a CSV: in quotes where it must be, and never what a spreadsheet would run.
class CsvCell {
 public:
  explicit CsvCell(CsvDialect dialect);

  char delimiter() const { return excel_ ? ';' : ','; }
  char decimal_sign() const { return excel_ ? ',' : '.'; }
  std::string_view line_end() const { return excel_ ? "\r\n" : "\n"; }

  /// Bytes a text of this size takes at most.
  static constexpr std::size_t room(std::size_t size) { return size * 2 + 4; }
  /// Writes a text; returns the end. Requires: `room` bytes.
  char* write(char* to, std::string_view text) const;
  std::string text(std::string_view text) const;

 private:
  bool excel_;
  std::array<bool, 256> quoted_{};  ///< the bytes that put a cell in quotes
};

/// Bytes a text of this size takes at most as a JSON string.
constexpr std::size_t json_room(std::size_t size) { return size * 6 + 2; }
/// Writes a JSON string; what is no UTF-8 becomes U+FFFD, what would act on a terminal \uXXXX.
/// Returns the end.
///
/// Requires: `json_room` bytes.
char* write_json_string(char* to, std::string_view text);

}  // namespace billijk::report
