#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/rows/csv_scanner.hpp"
#include "io/text/cell_number.hpp"
#include "property/draw.hpp"
#include "report/format/row_writer.hpp"

// What makes rows quick gives what the plain way gives.

namespace billijk {
namespace {

using tests::below;
using tests::chance;

std::string letters(const char* alphabet, int most) {
  const std::string all{alphabet};
  std::string text;
  for (int i = below(most + 1); i > 0; --i)
    text += all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  return text;
}

TEST_CASE("a short figure reads as a plain one does", "[property]") {
  CHECK(rc::check([] {
    const std::string text =
        letters(chance(3) ? "0123456789.,-+ \n/:x\x80\xFF" : "0123456789.", 12);
    const std::string padded = text + letters("019.,", 0) + "99.99999";
    for (const char sign : {'.', ','}) {
      const io::PlainFigure wanted = io::read_plain_figure(text, sign);
      const io::PlainFigure found = io::read_short_figure({padded.data(), text.size()}, sign);
      RC_ASSERT(found.scale == wanted.scale);
      RC_ASSERT(wanted.scale < 0 || found.coefficient == wanted.coefficient);
    }
  }));
}

TEST_CASE("an amount is written as its decimal", "[property]") {
  CHECK(rc::check([] {
    core::Int128 coefficient = 0;
    for (int i = below(39); i > 0; --i) coefficient = coefficient * 10 + below(10);
    if (chance(2)) coefficient = -coefficient;
    const int decimals = below(19);
    std::array<char, 48> bytes{};
    const char* const end = report::write_amount(bytes.data(), {coefficient, decimals}, '.');
    const std::string found(static_cast<const char*>(bytes.data()), end);
    const mpz_class digits{
        found.substr(0, found.find('.')) + (decimals > 0 ? found.substr(found.find('.') + 1) : ""),
        10};
    mpz_class wanted;
    const core::Int128 magnitude = coefficient < 0 ? -coefficient : coefficient;
    wanted = static_cast<unsigned long>(magnitude >> 64);
    wanted = (wanted << 64) + static_cast<unsigned long>(magnitude & ~std::uint64_t{0});
    RC_ASSERT(digits == (coefficient < 0 ? mpz_class{-wanted} : wanted));
    RC_ASSERT((found.find('.') == std::string::npos) == (decimals == 0));
    if (decimals > 0)
      RC_ASSERT(found.size() - found.find('.') - 1 == static_cast<std::size_t>(decimals));
    const std::size_t whole = std::min(found.find('.'), found.size()) - (coefficient < 0 ? 1 : 0);
    RC_ASSERT(whole == 1 || found[coefficient < 0 ? 1 : 0] != '0');
  }));
}

/// Cells by the book, a character at a time.
std::vector<std::string> cells_of(const std::string& row, char delimiter) {
  std::vector<std::string> cells{""};
  for (const char c : row) {
    if (c == delimiter) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

TEST_CASE("rows are cut the same wherever they lie", "[property]") {
  CHECK(rc::check([] {
    std::vector<std::string> rows;
    std::string text;
    for (int i = below(6) + 1; i > 0; --i) {
      rows.push_back("a" + letters("ab1.;,\xC3\xA9\x3B\x0B\x8A", 30));
      text += rows.back() + (chance(3) ? "\r\n" : "\n");
    }
    for (const char delimiter : {',', ';'}) {
      std::string bytes = text;
      io::CsvScanner scanner{bytes.data(), bytes.data() + bytes.size(), delimiter};
      io::RowCells cells;
      for (const std::string& row : rows) {
        RC_ASSERT(!scanner.at_end());
        RC_ASSERT(scanner.next(cells) == io::RowFault::none);
        RC_ASSERT(std::vector<std::string>(cells.begin(), cells.end()) == cells_of(row, delimiter));
      }
      RC_ASSERT(scanner.at_end());
    }
  }));
}

}  // namespace
}  // namespace billijk
