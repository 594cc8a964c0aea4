#include "io/text/encoding.hpp"

#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

TEST_CASE("UTF-8 is told from other bytes") {
  CHECK(is_utf_8("Súdwest-Fryslân € 5 \xF0\x9F\x8F\xA0", false));
  CHECK_FALSE(
      is_utf_8("S\xFA"
               "dwest",
               false));
  CHECK_FALSE(is_utf_8("\xC0\x80", false));
  CHECK_FALSE(is_utf_8("\xED\xA0\x80", false));
  CHECK_FALSE(is_utf_8("\xF4\x90\x80\x80", false));
  CHECK_FALSE(is_utf_8("\xE2\x82", false));
  CHECK(is_utf_8("\xE2\x82", true));
  CHECK(is_ascii("0123456789abcdef"));
  CHECK_FALSE(is_ascii("0123456\xE9"));
  CHECK_FALSE(
      is_ascii("0\xE9"
               "123456789"));
}

TEST_CASE("what is no text is called by its name") {
  CHECK(kind_of_foreign("PK\x03\x04 workbook") == core::Phrase::kind_workbook);
  CHECK(kind_of_foreign("\xD0\xCF\x11\xE0") == core::Phrase::kind_workbook);
  CHECK(kind_of_foreign("\xFF\xFEi") == core::Phrase::kind_utf_16);
  CHECK(kind_of_foreign("\xFE\xFF") == core::Phrase::kind_utf_16);
  CHECK(kind_of_foreign("%PDF-1.7") == core::Phrase::kind_pdf);
  CHECK_FALSE(kind_of_foreign("PK"));
  CHECK_FALSE(kind_of_foreign("id;tariff"));
}

TEST_CASE("Windows-1252 becomes UTF-8") {
  CHECK(from_windows_1252("S\xFA"
                          "dwest-Frysl\xE2n \x80 1.234,56") == "Súdwest-Fryslân € 1.234,56");
}

}  // namespace
}  // namespace billijk::io
