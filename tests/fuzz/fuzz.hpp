#pragma once

#include <jansson.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <source_location>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run.hpp"
#include "core/calculation.hpp"
#include "core/formula/evaluate.hpp"
#include "io/case/case_reader.hpp"
#include "io/rows/csv_scanner.hpp"
#include "report/calc/calc_report.hpp"
#include "report/calc/calc_sections.hpp"
#include "report/format/csv.hpp"
#include "report/format/json.hpp"
#include "report/format/markdown.hpp"
#include "report/format/records.hpp"
#include "report/format/text.hpp"
#include "report/words/diagnostic_text.hpp"
#include "report/words/findings.hpp"

/// What is true of any text that is read, and of whatever is said of it.
namespace billijk::fuzz {

/// Ends the run at the place that asked, for what does not hold.
inline void require(bool holds, std::source_location place = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "%s:%u: does not hold\n", place.file_name(), place.line());
  std::abort();
}

inline std::string as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The lines of a text, at most so many; the last need not end.
inline std::vector<std::string> lines_of(const std::string& text, std::size_t most) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; lines.size() < most && std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline std::shared_ptr<const core::SourceText> source_of(std::string text) {
  return std::make_shared<const core::SourceText>(
      core::SourceText{.name = "stdin", .text = std::move(text)});
}

/// Reads files, and the presets built in, as the program does; nobody says stop.
inline const io::Reading& reading() {
  static const std::atomic<bool> never{false};
  static const io::Reading reading{never};
  return reading;
}
inline const io::PresetStore& store() {
  static const core::Checked<io::PresetStore> store = io::PresetStore::open({}, reading());
  return *store;
}

constexpr std::array languages{report::Language::en, report::Language::nl};

/// A character of UTF-8; of no bytes where there is none.
struct Character {
  std::uint32_t code = 0;
  std::size_t size = 0;
};
inline Character character_at(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::uint32_t first = byte(0);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if ((first >= 0x80 && first < 0xC2) || first > 0xF4 || size > text.size()) return {};
  std::uint32_t code = size == 1 ? first : first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (byte(i) >> 6U != 2) return {};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool is_half = code >= 0xD800 && code <= 0xDFFF;
  return code < least.at(size) || is_half || code > 0x10FFFF ? Character{} : Character{code, size};
}
inline bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = character_at(text).size;
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

/// A text for people: lines of UTF-8 in which nothing acts on a terminal or turns the order of what
/// stands beside it.
inline void check_shown(std::string_view text) {
  const auto is_between = [](std::uint32_t code, std::uint32_t low, std::uint32_t high) {
    return code >= low && code <= high;
  };
  while (!text.empty()) {
    const auto [code, size] = character_at(text);
    require(size > 0);
    require(code >= 0x20 || code == '\n');
    require(!is_between(code, 0x7F, 0x9F));
    require(code != 0x61C && !is_between(code, 0x200E, 0x200F) &&
            !is_between(code, 0x2028, 0x202E) && !is_between(code, 0x2066, 0x2069));
    text.remove_prefix(size);
  }
}

/// Markdown in which no tag of HTML begins, outside its drawings.
inline void check_markdown(const std::string& text) {
  check_shown(text);
  std::istringstream in{text};
  std::string fence;  // around a drawing
  for (std::string line; std::getline(in, line);) {
    if (fence.empty() && line.starts_with("```")) {
      fence = line.substr(0, line.find_first_not_of('`'));
    } else if (line == fence) {
      fence.clear();
    }
    if (!fence.empty()) continue;
    bool is_escaped = false;
    for (const char c : line) {
      require(c != '<' || is_escaped);
      is_escaped = c == '\\' && !is_escaped;
    }
  }
}

inline void check_json(const std::string& text) {
  constexpr std::size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL;
  json_t* const json = json_loadb(text.data(), text.size(), flags, nullptr);
  require(json != nullptr);
  json_decref(json);
}

/// A CSV of so many rows, the header too, each of so many cells.
inline void check_csv(std::string text, std::size_t rows, std::size_t cells, char delimiter) {
  require(is_utf8(text));
  io::CsvScanner scanner{text.data(), text.data() + text.size(), delimiter};
  io::RowCells found;
  for (; !scanner.at_end(); --rows) {
    require(rows > 0);
    require(scanner.next(found) == io::RowFault::none);
    require(found.size() == cells);
  }
  require(rows == 0);
}
inline void check_csv(const report::Rows& table) {
  const std::size_t rows = table.records.size() + 1;
  check_csv(render_csv(table, report::CsvDialect::plain), rows, table.header.size(), ',');
  check_csv(render_csv(table, report::CsvDialect::dutch_excel), rows, table.header.size(), ';');
}
inline void check_sections(const report::Sections& sections) {
  check_json(render_json(sections.members));
  check_csv(sections.rows);
}

inline void check_document(const report::Document& document, const report::Format& format) {
  check_shown(render_text(document, format, {}));
  check_markdown(render_markdown(document, format));
}

/// A finding stands in the text it is about.
inline void check_place(const core::Position& at) {
  require(at.line >= 0 && at.column >= 0 && at.length >= 1);
  require(at.source != nullptr || at.line == 0);
  if (at.line == 0) return;
  std::string_view text = at.source->text;
  for (int line = 1; line < at.line; ++line) {
    const std::size_t end = text.find('\n');
    require(end != std::string_view::npos);
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  require(at.column >= 1 && at.column <= report::width_of(text) + 1);
}

/// What is said of findings, as one text.
inline std::string told(const core::Diagnostics& findings, report::Language language) {
  std::string text;
  for (const core::Diagnostic& finding : findings) text += report::text_of(finding, language);
  return text;
}

/// Findings can be told in both languages and every form, and there are no more of a text than
/// anybody reads.
inline void check_findings(const core::Diagnostics& findings) {
  constexpr std::size_t longest = 20'000;
  std::map<const core::SourceText*, std::size_t> of_text;
  for (const core::Diagnostic& finding : findings) {
    check_place(finding.at);
    if (finding.at.source != nullptr)
      require(++of_text[finding.at.source.get()] <= core::most_findings + 1);
    for (const report::Language language : languages) {
      const std::string text = report::text_of(finding, language);
      require(text.size() < longest);
      check_shown(text);
      require(!hint_of(finding, language).ends_with(' '));  // a list of nothing
    }
  }
  const report::Records records = findings_records({{"file", findings}}, report::Language::en);
  report::Document document;
  document.add(table_of(records));
  check_document(document, report::Format{report::Language::en});
  check_sections(sections_of(records));
}

/// The lines add up to the totals, as they are and as they are shown.
inline void check_sums(const core::Calculation& calculation) {
  using core::Total;
  core::Exact cost, shown_cost, margin, shown_margin, floor, shown_floor;
  for (const core::SheetLine& line : calculation.lines) {
    const bool is_margin = line.id == index_of(core::Line::margin);
    (is_margin ? margin : cost) = (is_margin ? margin : cost) + line.value;
    (is_margin ? shown_margin : shown_cost) =
        (is_margin ? shown_margin : shown_cost) + line.rounded;
    if (!in_wage_floor(calculation.ways(), line.id)) continue;
    floor = floor + line.value;
    shown_floor = shown_floor + line.rounded;
  }
  const core::Boundary& price = *calculation[Total::cost_price];
  const core::Boundary& fair = *calculation[Total::fair_tariff];
  require(margin == fair.value - price.value);
  require(shown_margin == fair.rounded - price.rounded);
  if (calculation.subject.is_given()) return;
  require(cost == price.value && shown_cost == price.rounded);
  if (calculation.ways().is_indexed()) return;
  require(floor == calculation[Total::wage_floor]->value);
  require(shown_floor == calculation[Total::wage_floor]->rounded);
}

/// All that is told of a calculation.
inline std::string json_of(const core::Calculation& calculation) {
  return render_json(calc_sections(calculation, {}, {}, report::Language::en).members);
}

/// A calculation adds up and can be reported in both languages and every form.
inline void check_calculation(const core::Calculation& calculation) {
  check_sums(calculation);
  check_findings(calculation.warnings);
  const report::Program program{"billijk", "1"};
  for (const report::Language language : languages) {
    const report::Format format{language};
    const bool is_long = language == report::Language::nl;
    check_document(calc_document(calculation, {.explain = is_long, .ledger = is_long}, format),
                   format);
    check_sections(calc_sections(calculation, core::TariffUnit::minute, program, language));
  }
}

/// What a run of the program came to.
struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};
/// Runs the program as a shell would; it ends as it says it does.
inline Outcome run(const std::vector<std::string>& words, const std::string& standard_input = {}) {
  std::vector<const char*> argv{"billijk"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::istringstream in{standard_input};
  std::ostringstream out;
  std::ostringstream err;
  const int exit = cli::run(static_cast<int>(argv.size()), argv.data(), in, out, err);
  Outcome outcome{exit, out.str(), err.str()};
  require(exit >= 0 && exit <= 3);
  for (const std::string& line : lines_of(outcome.err, outcome.err.size()))  // what nobody expected
    require(!line.starts_with("billijk: ") || !line.ends_with("[E063]"));
  check_shown(outcome.err);
  return outcome;
}

/// A file that holds the input of the moment, for what is only read from one.
class Scratch {
 public:
  explicit Scratch(const std::string& name) {
    std::string folder = std::filesystem::temp_directory_path() / "billijk-fuzz-XXXXXX";
    require(::mkdtemp(folder.data()) != nullptr);
    folder_ = folder;
    file_ = folder_ / name;
    std::filesystem::create_directories(file_.parent_path());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string folder() const { return folder_.string(); }
  std::string with(const std::string& text) const {
    std::ofstream{file_, std::ios::binary} << text;
    return file_.string();
  }

 private:
  std::filesystem::path folder_;
  std::filesystem::path file_;
};

}  // namespace billijk::fuzz
