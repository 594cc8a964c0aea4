#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/case.hpp"
#include "core/case/diagnostic.hpp"
#include "io/case/schema.hpp"
#include "io/toml/node.hpp"

namespace billijk::io {

/// Turns nodes into values; what does not fit becomes a finding and an absent value.
class ValueReader {
 public:
  explicit ValueReader(core::Diagnostics& findings) : findings_{findings} {}

  /// Reads what stands at a key into what the node states: all but items and clauses, whose keys
  /// are read one by one.
  void read(Node& node, const std::string& path, const Entry& entry);
  std::optional<std::string> text(const Node& node, std::string_view path);
  /// A text, or a table of one a language.
  std::optional<core::Text> language_text(const Node& node, std::string_view path);
  std::optional<std::size_t> choice(const Node& node, std::string_view path,
                                    std::span<const std::string_view> words);
  std::optional<core::Date> date(const Node& node, std::string_view path);
  /// A whole number within the limits of the key: a year, or what else is wanted.
  std::optional<int> whole(const Node& node, std::string_view path, const core::KeyFacts& facts,
                           core::Phrase wanted);
  std::optional<int> year(const Node& node, std::string_view path);
  std::optional<bool> flag(const Node& node, std::string_view path);
  /// A literal within the limits of the key.
  std::optional<core::Decimal> decimal(const Node& node, std::string_view path,
                                       const core::KeyFacts& facts);
  /// A number, plain or as a table with range, grade and source.
  std::optional<core::Input> number(const Node& node, std::string_view path,
                                    const core::KeyFacts& facts);
  /// The share of a step, whose table may carry the wage of the step.
  std::optional<core::MixShare> share(const Node& node, const std::string& step);
  /// A number for every year, or a table of one a calendar year and `later` for those it leaves
  /// out.
  std::optional<core::Growth> growth(Node& node, const std::string& path);
  /// A day that every year has: "07-01", "1 juli".
  std::optional<core::MonthDay> month_day(const Node& node, std::string_view path);
  /// A word for each name of a series, which its node states.
  void kinds(Node& node, const std::string& path);
  /// A word or a list of them: sources.
  std::vector<std::string> texts(const Node& node, std::string_view path);

  /// Whether a file is of that schema; if not, that is said.
  bool schema(const Node& root, std::string_view wanted);
  void add(core::Code code, const core::Position& at, std::string_view key,
           core::Arguments arguments);
  void unknown_key(const Member& member, std::string_view path,
                   const std::vector<std::string>& known);
  void wrong_type(const Node& node, std::string_view path, core::Phrase wanted);

 private:
  /// So many findings that the next is no more than one too many.
  bool is_full() const { return findings_.size() >= core::most_findings; }
  void list(Node& node, const std::string& path, const Entry& entry);
  void counts(Node& node, const std::string& path, const core::KeyFacts& facts);
  void mix(Node& node, const std::string& path);
  void take_parts(const Node& node, std::string_view path, const core::KeyFacts& facts,
                  core::Input& input);

  core::Diagnostics& findings_;
  bool told_ = false;  ///< that there are too many
};

/// The limits of a key as arguments of a finding: what is allowed, low, high and unit.
void add_limits(core::Arguments& arguments, const core::KeyFacts& facts);

}  // namespace billijk::io
