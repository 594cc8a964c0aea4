#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/number/decimal.hpp"
#include "core/number/exact.hpp"

namespace billijk::report {

/// Writes JSON with exact decimals, which never pass through a double.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { lines, one_line };

  JsonWriter() = default;
  /// Goes on where `text` ends.
  explicit JsonWriter(Layout layout, std::string text = {})
      : layout_{layout}, text_{std::move(text)} {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// The key of the next value in an object.
  void key(std::string_view name);

  void null() { raw("null"); }
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view{text}); }
  void value(const std::string& text) { value(std::string_view{text}); }
  void value(bool flag) { raw(flag ? "true" : "false"); }
  void value(int number) { raw(std::to_string(number)); }
  void value(std::size_t number) { raw(std::to_string(number)); }
  void value(const core::Decimal& number) { raw(number.text()); }
  /// Exact up to 12 decimals, else half_up at the 12th.
  void value(const core::Exact& number) { raw(core::shortest(number)); }
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      null();
    }
  }
  template <class T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  void member_or_null(std::string_view name, std::string_view text);
  /// Members of an object that another writer wrote, on one line.
  void members(std::string_view ready) { raw(ready); }

  /// The document, ended by a line end.
  std::string take();
  /// What was written so far, for a document whose rest is written by another.
  std::string unfinished() { return std::move(text_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void raw(std::string_view text);
  void separate();
  void indent();

  Layout layout_ = Layout::lines;
  std::string text_;
  int depth_ = 0;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace billijk::report
