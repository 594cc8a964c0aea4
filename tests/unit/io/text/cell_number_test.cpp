#include "io/text/cell_number.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::io {
namespace {

using core::Unit;

constexpr DecimalRule point{.sign = '.', .certain = true};
constexpr DecimalRule comma{.sign = ',', .certain = true};

std::string read(std::string_view text, DecimalRule rule, Unit unit = Unit::eur) {
  const FigureCell figure = read_figure(text, rule, unit);
  switch (figure.fault) {
    case CellFault::none:
      return figure.value.text();
    case CellFault::not_a_number:
      return "not a number";
    case CellFault::ambiguous:
      return "ambiguous";
    case CellFault::too_many_digits:
      break;
  }
  return "too many digits";
}

TEST_CASE("figures are read as Dutch spreadsheets write them") {
  CHECK(read("€ 1.234,56", comma) == "1234.56");
  CHECK(read("€\u00A01.234,56", comma) == "1234.56");
  CHECK(read("\u202F1.234.567,8 ", comma) == "1234567.8");
  CHECK(read("-€ 5,50", comma) == "-5.5");
  CHECK(read("€ -5,50", comma) == "-5.5");
  CHECK(read("€ 38,-", comma) == "38");
  CHECK(read("6,5%", comma, Unit::percent) == "6.5");
  CHECK(read("6,5 %", comma, Unit::percent) == "6.5");
  CHECK(read("52.000", comma, Unit::hours_per_year) == "52000");
  CHECK(read("+7", comma) == "7");
  CHECK(read("1 234,56", comma) == "1234.56");
  CHECK(read("12\u202F345", comma) == "12345");
  CHECK(read("- 5,50", comma) == "-5.5");
}

TEST_CASE("figures are read as English spreadsheets write them") {
  CHECK(read("€1,234.56", point) == "1234.56");
  CHECK(read("1,234,567", point) == "1234567");
  CHECK(read("38.50", point) == "38.5");
}

TEST_CASE("what is no figure of its file is refused") {
  CHECK(read("38.50", comma) == "not a number");
  CHECK(read("1.23.456,0", comma) == "not a number");
  CHECK(read("1,5", point) == "not a number");
  CHECK(read("1.234.56", point) == "not a number");
  CHECK(read(",5", comma) == "not a number");
  CHECK(read("abc", comma) == "not a number");
  CHECK(read("1,5,5", comma) == "not a number");
  CHECK(read("0x10", point) == "not a number");
  CHECK(read("€ 5", point, Unit::hours_per_year) == "not a number");
  CHECK(read("5%", point, Unit::hours_per_year) == "not a number");
  CHECK(read("38 50", comma) == "not a number");
  CHECK(read("4 1", comma) == "not a number");
  CHECK(read("3 8,5 0", comma) == "not a number");
  CHECK(read("1 234.567", comma) == "not a number");
  CHECK(read("1234567890123", point) == "too many digits");
}

TEST_CASE("one separator before three digits is refused until somebody decides") {
  const DecimalRule unsure{.sign = ',', .certain = false};
  CHECK(read("1,234", unsure) == "ambiguous");
  CHECK(read("1.234", unsure) == "ambiguous");
  CHECK(read("12.345", unsure) == "ambiguous");
  CHECK(read("0,234", unsure) == "0.234");
  CHECK(read("1234,567", unsure) == "1234.567");
  CHECK(read("1.234,5", unsure) == "1234.5");
  CHECK(read("1,234", comma) == "1.234");
  CHECK(read("1,234", point) == "1234");
}

TEST_CASE("what a figure says about its file") {
  CHECK(sign_evidence("38,50") == SignEvidence::comma);
  CHECK(sign_evidence("38.5") == SignEvidence::point);
  CHECK(sign_evidence("1.234,5") == SignEvidence::comma);
  CHECK(sign_evidence("1.234.567") == SignEvidence::comma);
  CHECK(sign_evidence("1,234") == SignEvidence::either);
  CHECK(sign_evidence("1.234") == SignEvidence::either);
  CHECK(sign_evidence("0,125") == SignEvidence::comma);
  CHECK(sign_evidence("38") == SignEvidence::none);
  CHECK(sign_evidence("n.v.t.") == SignEvidence::none);
}

TEST_CASE("plain figures are read in one go, all others are left") {
  const auto plain = [](std::string_view text, char sign) {
    const PlainFigure figure = read_plain_figure(text, sign);
    return std::to_string(figure.coefficient) + '/' + std::to_string(figure.scale);
  };
  CHECK(plain("38.50", '.') == "3850/2");
  CHECK(plain("38,50", ',') == "3850/2");
  CHECK(plain("0", '.') == "0/0");
  CHECK(plain("123456789012.345678", '.') == "123456789012345678/6");
  for (const char* other : {"", "-1", "38,50", "38.", ".5", "1e3", " 1", "1234567890123",
                            "0.1234567890123", "123456789012.3456789"}) {
    INFO(other);
    CHECK(read_plain_figure(other, '.').scale == -1);
  }
}

}  // namespace
}  // namespace billijk::io
