#include "report/format/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/number/utf8.hpp"

namespace billijk::report {
namespace {

/// ASCII that stands in quotes as it is.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) plain.at(byte) = byte != '"' && byte != '\\';
  return plain;
}();
constexpr bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

}  // namespace

void JsonWriter::indent() {
  if (layout_ == Layout::one_line) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) text_ += layout_ == Layout::one_line ? ", " : ",";
  if (depth_ > 0) indent();
}

void JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) indent();
  text_ += bracket;
  first_ = false;
}

void JsonWriter::raw(std::string_view text) {
  separate();
  text_ += text;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) {
    separate();
    const std::size_t at = text_.size();
    text_.resize(at + text.size() + 2, '"');
    text.copy(text_.data() + at + 1, text.size());
    first_ = false;
    return;
  }
  // A file name may be any bytes; JSON may not.
  if (const std::size_t valid = core::valid_utf8_prefix(text); valid < text.size()) {
    return value(
        std::string{text.substr(0, valid)}.append("\xEF\xBF\xBD").append(text.substr(valid + 1)));
  }
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      quoted += c;
    }
  }
  raw(quoted + '"');
}

void JsonWriter::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty()) {
    null();
  } else {
    value(text);
  }
}

std::string JsonWriter::take() {
  text_ += '\n';
  return std::move(text_);
}

}  // namespace billijk::report
