#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace billijk::io {

/// A place in a text, both counted from 1; columns in characters.
struct LineColumn {
  int line = 0;
  int column = 0;
};

/// A text as lines, with columns counted in characters as people and toml++ count them.
class Lines {
 public:
  explicit Lines(std::string_view text);

  int count() const { return static_cast<int>(lines_.size()); }
  /// Line `number` from 1, without its end; empty past the last.
  std::string_view line(int number) const;
  /// The bare word (number, date) that begins at a place.
  std::string literal_at(int line, int column) const;
  /// Puts another text in the place of a line.
  void replace(int number, std::string text);
  /// Leaves a line out; a table header becomes one that keeps the lines under it apart, under a
  /// name that begins with `header`.
  void blank(int line, std::string_view header);
  std::string text() const;
  /// The first place that is not UTF-8.
  std::optional<LineColumn> first_invalid_utf8() const;

 private:
  /// The byte at which each character of a line begins; none where every character is one byte.
  const std::vector<std::size_t>& bytes_of(int number) const;

  std::vector<std::string> lines_;
  mutable std::unordered_map<int, std::vector<std::size_t>> bytes_;  ///< of lines asked about
};

/// The byte at which the character of a column begins; the size of the line when it has fewer.
std::size_t byte_of_column(std::string_view line, int column);

/// How many characters are marked under a text: one at least, also of nothing and of bytes that
/// make no character.
int marked_in(std::string_view text);

}  // namespace billijk::io
