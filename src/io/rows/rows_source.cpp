#include "io/rows/rows_source.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "io/rows/csv_scanner.hpp"
#include "io/text/cell_text.hpp"
#include "io/text/encoding.hpp"

namespace billijk::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// A quote that is never closed would make one row of the rest of the file.
constexpr std::size_t longest_row = std::size_t{4} << 20U;

core::Diagnostic about(core::Code code, const std::string& name) {
  auto source = std::make_shared<core::SourceText>(core::SourceText{.name = name, .text = {}});
  return core::finding(code, {.source = std::move(source)}, {}, {{"file", name}, {"reason", ""}});
}

}  // namespace

core::Diagnostics RowsSource::begin(std::size_t block) {
  const auto has_line = [&] { return rest_.find_first_of("\n\r") != std::string::npos; };
  // The header is read whole.
  do {
    if (!bytes_.read(rest_, block, stop_)) {
      if (!stop_) errors_.push_back(bytes_.failure());
      return errors_;
    }
  } while (!has_line() && !bytes_.at_end() && rest_.size() < longest_row);
  read_ = rest_.size();
  only_returns_ = rest_.find('\n') == std::string::npos;
  if (only_returns_) std::ranges::replace(rest_, '\r', '\n');
  if (rest_.size() >= longest_row && !has_line())
    errors_.push_back(about(core::Code::row_too_long, bytes_.name()));
  if (rest_.starts_with(byte_order_mark)) {
    rest_.erase(0, byte_order_mark.size());
    encoding_ = Encoding::utf_8;
  }
  if (encoding_ == Encoding::ascii && !is_ascii(rest_)) {
    encoding_ = is_utf_8(rest_, true) ? Encoding::utf_8 : Encoding::windows_1252;
  }
  if (rest_.find('\0') != std::string::npos) {
    core::Diagnostic error = about(core::Code::not_text, bytes_.name());
    if (auto kind = kind_of_foreign(rest_)) error.arguments.emplace_back("kind", *kind);
    errors_.push_back(std::move(error));
  }
  return errors_;
}

/// Whether only rows without a text are left.
bool RowsSource::says_nothing(std::string_view text) const {
  return std::ranges::all_of(text, [this](char c) {
    return c == delimiter_ || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"';
  });
}

bool RowsSource::read_more(std::string& bytes, std::size_t wanted) {
  const std::size_t before = bytes.size();
  if (!bytes_.read(bytes, wanted, stop_)) {
    if (!stop_) errors_.push_back(bytes_.failure());
    return false;
  }
  read_ += bytes.size() - before;
  if (only_returns_)
    std::replace(bytes.begin() + static_cast<std::ptrdiff_t>(before), bytes.end(), '\r', '\n');
  return true;
}

void RowsSource::leave_total_out(std::string& piece) {
  std::string text = piece;  // which the scanner changes
  CsvScanner scanner{text.data(), text.data() + text.size(), delimiter_};
  RowCells cells;
  std::size_t last = 0;
  std::string first_text;
  while (!scanner.at_end()) {
    const auto begin = static_cast<std::size_t>(scanner.position() - text.data());
    scanner.next(cells);
    if (is_blank(cells)) continue;
    last = begin;
    const auto* const cell = std::ranges::find_if(
        cells, [](std::string_view one) { return !trimmed_cell(one).empty(); });
    first_text = trimmed_cell(*cell);
  }
  std::string_view word = first_text;
  if (word.ends_with(':')) word.remove_suffix(1);
  constexpr auto words =
      std::to_array<std::string_view>({"totaal", "totalen", "eindtotaal", "gemiddeld", "gemiddelde",
                                       "total", "totals", "grand total", "average", "mean"});
  if (std::ranges::none_of(words, [&](std::string_view one) { return is_same_word(word, one); }))
    return;
  piece.resize(last);
  total_row_ = std::move(first_text);
}

bool RowsSource::fill(std::string& piece, std::size_t block) {
  piece.swap(rest_);
  rest_.clear();
  while (true) {
    if (piece.size() < block && !read_more(piece, block - piece.size())) return false;
    const std::size_t whole = whole_rows(piece, delimiter_);
    if (whole > 0) {
      rest_.assign(piece, whole);
      piece.resize(whole);
      return true;
    }
    if (bytes_.at_end()) return !piece.empty();
    if (piece.size() >= longest_row) {
      errors_.push_back(about(core::Code::row_too_long, bytes_.name()));
      return false;
    }
    block = piece.size() * 2;
  }
}

bool RowsSource::next(std::string& piece, std::size_t block) {
  if (!errors_.empty() || !fill(piece, block)) return false;
  // Whether these are the last rows is known only when there is nothing behind them.
  while (says_nothing(rest_) && !bytes_.at_end()) {
    if (!read_more(rest_, block)) return false;
  }
  if (says_nothing(rest_)) leave_total_out(piece);
  if (piece.find('\0') != std::string::npos) {
    errors_.push_back(about(core::Code::not_text, bytes_.name()));
    return false;
  }
  if (encoding_ == Encoding::ascii && !is_ascii(piece)) {
    encoding_ = is_utf_8(piece, false) ? Encoding::utf_8 : Encoding::windows_1252;
  }
  if (encoding_ == Encoding::windows_1252) piece = from_windows_1252(piece);
  return true;
}

}  // namespace billijk::io
