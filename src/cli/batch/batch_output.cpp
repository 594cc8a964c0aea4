#include "cli/batch/batch_output.hpp"

#include <algorithm>

#include "io/rows/column_question.hpp"
#include "io/text/nearest.hpp"
#include "report/language/language.hpp"

namespace billijk::cli {
namespace {

using report::BatchColumn;

/// Those a run writes if no others are asked for, and those with a fee beside them.
constexpr auto usual_count = static_cast<std::size_t>(BatchColumn::subcontractor);
constexpr auto with_fee_count = static_cast<std::size_t>(BatchColumn::sinks_in);
constexpr auto with_years_count = static_cast<std::size_t>(BatchColumn::wage_floor_side);

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t comma = list.find(',');
    std::string_view word = list.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    words.emplace_back(word);
    if (comma == std::string_view::npos) return words;
    list.remove_prefix(comma + 1);
  }
}

std::vector<std::string> line_keys(const io::Node* own_lines) {
  std::vector<std::string> keys;
  keys.reserve(core::line_count);
  for (const core::LineFacts& line : core::line_table) keys.emplace_back(line.key);
  if (own_lines == nullptr) return keys;
  for (const io::Node& line : own_lines->items) {
    if (const io::Node* key = line.find("key")) keys.push_back(key->text);
  }
  return keys;
}

/// Columns asked for a second time and, where names must differ, carried ones of the same name.
core::Diagnostics named_twice(const BatchOutput& output, bool names_are_keys) {
  core::Diagnostics errors;
  const auto check = [&](const std::vector<std::string>& names) {
    for (auto name = names.begin(); name != names.end(); ++name) {
      if (std::find(names.begin(), name, *name) == name) continue;
      errors.push_back(core::finding(core::Code::duplicate_column, {}, *name,
                                     {{"found", name->empty() ? "\"\"" : *name}}));
    }
  };
  std::vector<std::string> asked;
  asked.reserve(output.columns.size());
  for (const report::OutputColumn& column : output.columns) asked.push_back(column.name);
  check(asked);
  if (names_are_keys) check(output.carried);
  return errors;
}

/// What has to be computed for a column.
void take_needs(BatchColumn column, analysis::RowNeeds& needs) {
  if (column == BatchColumn::warnings || column == BatchColumn::provisional) needs.doubts = true;
  if (column >= BatchColumn::wage_floor_side) needs.sides = true;
  if (column == BatchColumn::certain || needs.sides) needs.ranges = true;
}

}  // namespace

core::Checked<BatchOutput> plan_output(const OutputRequest& request, const io::RowColumns& columns,
                                       const io::Node* own_lines) {
  const auto& [asked, prefix, names_are_keys, with_fee, with_years] = request;
  BatchOutput output;
  core::Diagnostics errors;
  const std::vector<std::string> lines = line_keys(own_lines);
  std::vector<std::string> known{report::batch_columns.begin(), report::batch_columns.end()};
  const auto first = [&](std::size_t place) {
    return known.begin() + static_cast<std::ptrdiff_t>(place);
  };
  std::vector<std::string> usual{known.begin(), first(with_fee ? with_fee_count : usual_count)};
  if (with_years) usual.insert(usual.end(), first(with_fee_count), first(with_years_count));
  known.insert(known.end(), lines.begin(), lines.end());
  for (const std::string& word : asked.empty() ? usual : words_of(asked)) {
    const auto found = std::ranges::find(known, word);
    const auto place = static_cast<std::size_t>(found - known.begin());
    if (found == known.end()) {
      std::string allowed;
      for (const std::string& one : known) allowed += (allowed.empty() ? "" : ", ") + one;
      errors.push_back(core::finding(core::Code::unknown_column, {}, word,
                                     {{"found", word}, {"allowed", allowed}}));
      const std::string near = io::nearest(word, known);
      if (!near.empty()) errors.back().arguments.emplace_back("nearest", near);
    } else if (place < report::batch_columns.size()) {
      const auto column = static_cast<BatchColumn>(place);
      if (!with_years && (column == BatchColumn::sinks_in || column == BatchColumn::running_total))
        errors.push_back(core::finding(core::Code::option_needs, {{"option", "--columns " + word},
                                                                  {"other", "--forecast-until"}}));
      output.columns.push_back({column, 0, prefix + word});
      take_needs(output.columns.back().figure, output.needs);
    } else {
      output.columns.push_back({BatchColumn::line, output.needs.lines.size(), prefix + word});
      output.needs.lines.push_back(word);
    }
  }
  for (std::size_t i = 0; i < columns.all.size(); ++i) {
    if (!columns.is_carried(i)) continue;
    const std::string& name = columns.written(i);
    output.carried.push_back(name);
    if (std::ranges::find(output.columns, name, &report::OutputColumn::name) !=
        output.columns.end()) {
      errors.push_back(core::finding(core::Code::taken_column, {}, name, {{"found", name}}));
      const std::string meant = io::key_meant_by(name, report::column_words);
      if (!meant.empty() && !columns.find(meant))
        errors.back().arguments.emplace_back("meant", meant);
    }
  }
  const core::Diagnostics twice = named_twice(output, names_are_keys);
  errors.insert(errors.end(), twice.begin(), twice.end());
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return output;
}

}  // namespace billijk::cli
