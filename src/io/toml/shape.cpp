#include "io/toml/shape.hpp"

#include <cstddef>
#include <vector>

namespace billijk::io {
namespace {

constexpr int deepest = 100;
constexpr int most_values = 50'000;

/// Walks over a text sign by sign and counts how deep it is and how many values it has.
class ShapeReader {
 public:
  explicit ShapeReader(std::string_view text) : text_{text} {}

  std::optional<Excess> read() {
    while (at_ < text_.size()) {
      take(text_[at_]);
      if (depth_ > deepest) return Excess{line_, core::Phrase::syntax_too_deep};
      if (values_ > most_values) return Excess{line_, core::Phrase::syntax_too_many};
    }
    return std::nullopt;
  }

 private:
  /// The keys of a table, or the values of a list, inside a value.
  struct Level {
    bool is_list = false;
    bool in_key = true;
    int parts = 0;  ///< points in the present key
  };
  Level& level() { return levels_.back(); }

  void take(char sign) {
    switch (sign) {
      case '"':
      case '\'':
        return pass_text(sign);
      case '#':
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        return;
      case '\n':
        ++line_;
        if (levels_.size() == 1) begin_key();
        break;
      case '.':
        if (level().in_key) count_part();
        break;
      case '=':
        level().in_key = false;
        ++values_;
        break;
      case ',':
        ++values_;
        begin_key();
        break;
      case '[':
        // At the beginning of a line it is a header, whose points are those of a key.
        if (!level().in_key || level().is_list) {
          open(true);
        } else {
          ++values_;
        }
        break;
      case '{':
        open(false);
        break;
      case ']':
      case '}':
        close();
        break;
      default:
        break;
    }
    ++at_;
  }
  void begin_key() {
    depth_ -= level().parts;
    level().parts = 0;
    level().in_key = !level().is_list;
  }
  void count_part() {
    ++level().parts;
    ++depth_;
  }
  void open(bool is_list) {
    levels_.push_back({.is_list = is_list, .in_key = !is_list});
    ++depth_;
  }
  void close() {
    if (levels_.size() == 1) return;
    depth_ -= level().parts + 1;
    levels_.pop_back();
  }

  /// Over a text in quotes; a basic or literal one ends with its line if it is not closed.
  void pass_text(char quote) {
    const bool is_long = starts_long(quote);
    at_ += is_long ? 3 : 1;
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') {
        if (!is_long) return;
        ++line_;
      }
      // What an escape stands before is no quote; a line may end there all the same.
      const bool escapes = text_[at_] == '\\' && quote == '"';
      if (escapes && text_.substr(at_ + 1, 1) != "\n") {
        ++at_;
      } else if (text_[at_] == quote && (!is_long || starts_long(quote))) {
        at_ += is_long ? 3 : 1;
        return;
      }
      ++at_;
    }
  }
  bool starts_long(char quote) const {
    return text_.size() - at_ >= 3 && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int depth_ = 0;
  int values_ = 0;
  std::vector<Level> levels_{1};
};

}  // namespace

std::optional<Excess> excess_of(std::string_view text) { return ShapeReader{text}.read(); }

}  // namespace billijk::io
