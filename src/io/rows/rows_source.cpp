#include "io/rows/rows_source.hpp"

#include <memory>
#include <string_view>
#include <utility>

#include "io/rows/csv_scanner.hpp"
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
  const auto has_line = [&] { return rest_.find('\n') != std::string::npos; };
  // The header is read whole.
  do {
    if (!bytes_.read(rest_, block, stop_)) {
      if (!stop_) errors_.push_back(bytes_.failure());
      return errors_;
    }
  } while (!has_line() && !bytes_.at_end() && rest_.size() < longest_row);
  read_ = rest_.size();
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

bool RowsSource::fill(std::string& piece, std::size_t block) {
  piece.swap(rest_);
  rest_.clear();
  while (true) {
    const std::size_t before = piece.size();
    if (piece.size() < block && !bytes_.read(piece, block - piece.size(), stop_)) {
      if (!stop_) errors_.push_back(bytes_.failure());
      return false;
    }
    read_ += piece.size() - before;
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
