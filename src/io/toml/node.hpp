#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/diagnostic.hpp"
#include "core/number/date.hpp"

namespace billijk::io {

struct Member;

/// A value of a TOML file with its place; numbers are kept as the text that was written.
struct Node {
  enum class Type : std::uint8_t { table, array, text, number, date, boolean, other };

  Type type = Type::table;
  core::Position at;
  std::string text;  ///< the string, or the literal as written
  std::optional<core::Date> date;
  std::vector<Member> members;  ///< of a table, in the order of the file
  std::vector<Node> items;      ///< of an array

  bool is_table() const { return type == Type::table; }
  Node* find(std::string_view key);
  const Node* find(std::string_view key) const;
  /// The node at a path of keys, "hours.sickness"; nothing when any part is missing.
  const Node* find_path(std::string_view path) const;
  void erase(std::string_view key);
};

/// A key of a table and its value.
struct Member {
  std::string key;
  core::Position at;
  Node value;
};

/// Splits "hours.sickness" into its first key and the rest.
struct PathHead {
  std::string_view first;
  std::string_view rest;
};
PathHead split_path(std::string_view path);

}  // namespace billijk::io
