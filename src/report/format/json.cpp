#include "report/format/json.hpp"

#include "report/format/cell_text.hpp"

namespace billijk::report {
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
  separate();
  const std::size_t at = text_.size();
  text_.resize(at + json_room(text.size()));
  const char* const end = write_json_string(text_.data() + at, text);
  text_.resize(static_cast<std::size_t>(end - text_.data()));
  first_ = false;
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
