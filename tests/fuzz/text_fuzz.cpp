#include "core/number/utf8.hpp"
#include "fuzz/fuzz.hpp"
#include "io/rows/row_columns.hpp"
#include "io/text/day_text.hpp"
#include "io/text/encoding.hpp"
#include "io/text/lines.hpp"
#include "io/text/nearest.hpp"

namespace {

using namespace billijk;

void check_encoding(const std::string& text) {
  const bool is_utf8 = fuzz::is_utf8(text);
  fuzz::require(io::is_utf_8(text, false) == is_utf8);
  fuzz::require(!is_utf8 || io::is_utf_8(text, true));
  const std::size_t good = core::valid_utf8_prefix(text);
  fuzz::require(fuzz::is_utf8(text.substr(0, good)));
  fuzz::require(good == text.size() || fuzz::character_at(text.substr(good)).size == 0);
  // A text cut off within a character is not called foreign for it.
  if (is_utf8) fuzz::require(io::is_utf_8(text.substr(0, text.size() / 2), true));
  fuzz::require(fuzz::is_utf8(io::from_windows_1252(text)));
  io::kind_of_foreign(text);
}

/// Places in lines, counted in characters, are those of the bytes.
void check_lines(const std::string& text) {
  io::Lines lines{text};
  if (const auto bad = lines.first_invalid_utf8()) {
    fuzz::require(!fuzz::is_utf8(text));
    fuzz::require(bad->line >= 1 && bad->line <= lines.count() && bad->column >= 1);
    return;
  }
  for (int number = 1; number <= lines.count(); ++number) {
    const std::string_view line = lines.line(number);
    for (int column = 1; column <= core::characters_in(line); ++column) {
      const std::size_t byte = io::byte_of_column(line, column);
      fuzz::require(core::characters_in(line.substr(0, byte)) == column - 1);
      fuzz::require(line.substr(byte).starts_with(lines.literal_at(number, column)));
    }
  }
  lines.blank(1, "x");
  fuzz::require(io::Lines{lines.text()}.count() == lines.count());
}

/// A date or number that is read is written as it was, or shorter.
void check_values(const std::string& text) {
  if (const auto day = core::parse_date(text)) fuzz::require(core::iso(*day) == text);
  const io::DayText read = io::read_day(text, io::SerialDays::read);
  fuzz::require(!read.day || core::parse_date(core::iso(*read.day)) == read.day);
  fuzz::require(!read.day || (read.one.empty() && !read.is_absent));
  if (const auto number = core::parse_decimal(text).value) {
    fuzz::require(core::parse_decimal(number->text()).value == number);
    fuzz::require(number->text().size() <= text.size() + core::Decimal::max_digits);
  }
}

void check_forms(const std::string& text) {
  const std::string shown = report::printable(text);
  fuzz::check_shown(shown);
  fuzz::require(shown.find('\n') == std::string::npos && report::printable(shown) == shown);
  for (const std::string& line : report::wrapped(shown, 40))
    fuzz::require(shown.find(line) != std::string::npos);
  report::Document document;
  document.add(report::Headline{text});
  document.add(report::Heading{text});
  document.add(report::Paragraph{text});
  document.add(report::Bullets{{text, text}});
  document.add(report::Drawing{{shown}});
  document.add(report::Table{{{text}, {"b", report::Align::decimal}}, {{{text, text}, 1, true}}});
  fuzz::check_document(document, report::Format{report::Language::nl});
  fuzz::check_json(report::render_json({{"text", text}}));
  if (fuzz::is_utf8(text)) fuzz::check_csv({{"a", "b"}, {{text, text}, {{}, text}}});
}

}  // namespace

/// Any text, through everything that takes one and everything that shows one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  check_encoding(text);
  check_lines(text);
  check_values(text);
  check_forms(text);
  io::nearest(text, {"hours.sickness", "hours.leave", "wage.hourly"});
  return 0;
}
