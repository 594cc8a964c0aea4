#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/number/date.hpp"
#include "core/number/exact.hpp"

namespace billijk::report {

struct Member;
class Value;
/// Members in the order in which they are written.
using Record = std::vector<Member>;
/// Values behind each other.
struct List {
  std::vector<Value> items;
};

/// A text that outlives the value made of it: a word of the program, or of what is reported.
struct Lasting {
  std::string_view text;
};
/// A figure that does so.
struct LastingFigure {
  const core::Exact* figure;
};

/// What machines are told, typed until a format writes it: nothing, a truth, a text, a figure,
/// a day, or a record or list of these. Absent is nothing, never zero.
class Value {
 public:
  using Content = std::variant<std::monostate, bool, Lasting, std::string, LastingFigure,
                               core::Exact, core::Date, Record, List>;

  // NOLINTBEGIN(google-explicit-constructor): members read as {"name", what it is}
  Value();
  template <std::same_as<bool> Flag>
  Value(Flag flag);
  template <std::integral Count>
    requires(!std::same_as<Count, bool>)
  Value(Count count);
  Value(const char* text);
  Value(std::string_view text);
  Value(Lasting text);
  Value(std::string text);
  Value(core::Exact figure);
  Value(LastingFigure figure);
  Value(const core::Decimal& figure);
  Value(core::Date day);
  Value(std::monostate);
  Value(Record record);
  Value(List list);
  Value(const std::vector<std::string>& texts);
  template <class Maybe>
  Value(const std::optional<Maybe>& maybe);
  template <class... Kinds>
  Value(const std::variant<Kinds...>& one);
  // NOLINTEND(google-explicit-constructor)

  const Content& content() const { return content_; }
  /// The text it is; nothing where it is something else.
  std::optional<std::string_view> text() const;
  /// The figure it is; nothing where it is something else.
  const core::Exact* figure() const;

 private:
  Content content_;
};

/// A value by its name, which outlives it: a word of the program, or of what is reported.
struct Member {
  std::string_view name;
  Value value;
};

// A record holds members, and a member a value: what makes one stands where both are known.
inline Value::Value() = default;
template <std::same_as<bool> Flag>
Value::Value(Flag flag) : content_{flag} {}
template <std::integral Count>
  requires(!std::same_as<Count, bool>)
Value::Value(Count count) : content_{core::Exact{mpq_class{mpz_class{count}}}} {}
inline Value::Value(const char* text) : content_{std::string{text}} {}
inline Value::Value(std::string_view text) : content_{std::string{text}} {}
inline Value::Value(Lasting text) : content_{text} {}
inline Value::Value(std::string text) : content_{std::move(text)} {}
inline Value::Value(core::Exact figure) : content_{std::move(figure)} {}
inline Value::Value(LastingFigure figure) : content_{figure} {}
inline Value::Value(const core::Decimal& figure) : content_{core::Exact{figure}} {}
inline Value::Value(core::Date day) : content_{day} {}
inline Value::Value(std::monostate) {}
inline Value::Value(Record record) : content_{std::move(record)} {}
inline Value::Value(List list) : content_{std::move(list)} {}
inline Value::Value(const std::vector<std::string>& texts)
    : content_{List{{texts.begin(), texts.end()}}} {}
template <class Maybe>
Value::Value(const std::optional<Maybe>& maybe) : Value{maybe ? Value{*maybe} : Value{}} {}
template <class... Kinds>
Value::Value(const std::variant<Kinds...>& one)
    : Value{std::visit([](const auto& of) { return Value{of}; }, one)} {}

/// Adds members behind others.
void append(Record& all, Record more);

/// A text; empty is absent.
template <class Text>
Value text_or_absent(Text text) {
  return std::string_view{text}.empty() ? Value{} : Value{std::move(text)};
}
inline Value text_or_absent(Lasting text) { return text.text.empty() ? Value{} : Value{text}; }

/// A list of what each thing is.
template <class Things, class Of>
List list_of(const Things& things, const Of& of) {
  List list;
  list.items.reserve(things.size());
  for (const auto& thing : things) list.items.emplace_back(of(thing));
  return list;
}

/// A table for machines; an absent cell is empty.
struct Rows {
  std::vector<std::string> header;
  std::vector<std::vector<Value>> records;

  /// A row: under each name of the header the member of that name, of the first of both records
  /// that has it.
  void add(const Record& own, const Record& other = {});
};

/// What a command found, for machines: all of it as members, the first of which is the schema, and
/// its figures as rows. Each format is made of the one or the other.
struct Sections {
  Record members;
  Rows rows;
};

}  // namespace billijk::report
