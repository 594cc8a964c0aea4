#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/case/case.hpp"

namespace billijk::io {

struct Member;

/// What a value says to the key it stands at: a text, the place of a word among the choices, a day,
/// a year, a flag, a number, a share of the mix, a text in languages, growth by the year, a day
/// that every year has. Nothing before it was read, and where it does not fit.
using Stated = std::variant<std::monostate, std::string, std::size_t, core::Date, int, bool,
                            core::Input, core::MixShare, core::Text, core::Growth, core::MonthDay>;

/// A value of a TOML file with its place; numbers are kept as the text that was written, until they
/// are read once for their key.
struct Node {
  enum class Type : std::uint8_t { table, array, text, number, date, boolean, other };

  Type type = Type::table;
  core::Position at;
  std::string text;  ///< the string, or the literal as written
  std::optional<core::Date> date;
  std::vector<Member> members;  ///< of a table, in the order of the file
  std::vector<Node> items;      ///< of an array
  Stated stated;

  bool is_table() const { return type == Type::table; }
  Node* find(std::string_view key);
  const Node* find(std::string_view key) const;
  /// The node at a path of keys, "hours.sickness"; nothing when any part is missing.
  const Node* find_path(std::string_view path) const;
  void erase(std::string_view key);
  /// What was read at a path, or here; nothing when that is no T.
  template <class T>
  const T* states(std::string_view path = {}) const {
    const Node* node = find_path(path);
    return node == nullptr ? nullptr : std::get_if<T>(&node->stated);
  }
  /// The same of a word that is one of a choice.
  template <class E>
  std::optional<E> choice(std::string_view path = {}) const {
    const auto* place = states<std::size_t>(path);
    return place == nullptr ? std::nullopt : std::optional{static_cast<E>(*place)};
  }
};

/// Keeps what was read of a node.
template <class T>
void state(Node& node, std::optional<T> read) {
  if (read) node.stated = std::move(*read);
}

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
