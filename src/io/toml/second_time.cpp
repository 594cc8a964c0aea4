#include "io/toml/second_time.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/number/utf8.hpp"
#include "io/toml/line_signs.hpp"

namespace billijk::io {
namespace {

using core::Code;
using core::Phrase;

/// One line that opens a table or sets a key.
struct Statement {
  std::string path;   ///< the whole of it: "hours.sickness"; empty where the line is none
  std::string table;  ///< what is open there
  std::string_view key;
  std::string_view value;
  bool is_header = false;
};

/// Reads lines in turn, under the table that is open.
class StatementReader {
 public:
  Statement read(std::string_view line) {
    const std::string_view text = core::without_blanks(without_comment(line));
    if (text.empty()) return {};
    if (text.front() == '[') {
      const std::size_t begin = std::min(text.find_first_not_of("[ \t"), text.size());
      const std::string_view name = text.substr(begin, text.find(']') - begin);
      header_ = core::without_blanks(name);
      return {.path = header_, .table = header_, .key = text, .value = {}, .is_header = true};
    }
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return {};
    Statement found{.path = header_,
                    .table = header_,
                    .key = core::without_blanks(text.substr(0, equals)),
                    .value = {}};
    found.path += (header_.empty() ? "" : ".") + std::string{found.key};
    std::erase(found.path, ' ');
    found.value = core::without_blanks(text.substr(equals + 1));
    return found;
  }

 private:
  std::string header_;
};

bool is_part(std::string_view path, std::string_view of) {
  return path.size() > of.size() && path.starts_with(of) && path[of.size()] == '.';
}

core::Diagnostic about(const Statement& second, const Statement& first, int line) {
  const std::string shown = first.is_header ? '[' + first.path + ']' : first.path;
  core::Arguments arguments{{"first", std::to_string(line)}};
  if (second.path == first.path && second.is_header == first.is_header) {
    arguments.emplace_back("found", shown);
    arguments.emplace_back(second.is_header ? "table" : "key", shown);
    return core::finding(Code::duplicate_key, {}, second.path, std::move(arguments));
  }
  arguments.emplace_back("one", shown);
  const bool is_plain =
      !first.value.empty() && first.value.front() != '{' && first.value.front() != '[';
  arguments.emplace_back("said", is_plain ? Phrase::stated_as_value : Phrase::stated_as_table);
  const bool is_of_first =
      is_part(second.path, first.path) || (second.is_header && second.path == first.path);
  if (is_of_first && !is_plain) {
    // What is open already takes the rest of the key.
    const std::string rest = second.path.substr(first.path.size() + 1);
    arguments.emplace_back(
        "part", second.is_header ? second.path : rest + " = " + std::string{second.value});
  } else if (!is_of_first) {
    arguments.emplace_back("key", second.is_header ? second.path : std::string{second.key});
  } else if (second.is_header) {
    arguments.emplace_back("under", "value = " + std::string{first.value});
  } else {
    arguments.emplace_back("write",
                           std::string{first.key} + ".value = " + std::string{first.value});
  }
  return core::finding(Code::two_forms, {}, second.path, std::move(arguments));
}

}  // namespace

core::Diagnostic second_time(const Lines& lines, int line) {
  StatementReader reader;
  std::vector<Statement> before;
  for (int at = 1; at < line; ++at) before.push_back(reader.read(lines.line(at)));
  const Statement second = reader.read(lines.line(line));
  // The same before a part, a part before what holds it: the nearest of what stands in the way.
  using InTheWay = bool (*)(const Statement& first, const Statement& second);
  constexpr std::array<InTheWay, 3> ways{
      [](const Statement& first, const Statement& now) { return first.path == now.path; },
      [](const Statement& first, const Statement& now) {
        const bool is_open =
            first.is_header && (now.table == first.path || is_part(now.table, first.path));
        return is_part(now.path, first.path) && !is_open;
      },
      [](const Statement& first, const Statement& now) { return is_part(first.path, now.path); }};
  for (const InTheWay is_in_the_way : ways) {
    const auto first = std::ranges::find_if(before, [&](const Statement& statement) {
      return !statement.path.empty() && is_in_the_way(statement, second);
    });
    if (first != before.end())
      return about(second, *first, static_cast<int>(first - before.begin()) + 1);
  }
  return core::finding(Code::duplicate_key, {}, second.path, {{"found", second.path}});
}

}  // namespace billijk::io
