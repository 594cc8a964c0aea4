#include "report/words/starter.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/labels.hpp"
#include "report/words/starter_text.hpp"

namespace billijk::report {
namespace {

/// What is written after a key that nobody stated and for which nothing is taken: never a figure.
struct Example {
  std::string_view path, value;
};
constexpr std::array examples = std::to_array<Example>({
    {"indexation.percent", "[]"},
    {"indexation.series", "\"nl/vng-90-10\""},
    {"contract.indexation.series", "\"nl/vng-90-10\""},
    {"contract.indexation.none", "true"},
    {"market.providers", "[1, 2, 5, 10, 20, 61]"},
    {"market.shares", "[]"},
    {"market.travel", "\"none\""},
    {"market.reference_providers", "1"},
    {"result.preset", "\"nl/norm-hours-kpmg\""},
    {"result.profiles.modules", "{ full_takeover = 1 }"},
    {"forecast.rise_on", "\"07-01\""},
    {"forecast.series", "{ ova = \"wages\", ppc = \"prices\" }"},
    {"wage.minimum_wage", "\"nl/minimum-wage\""},
});

/// Tables a case to start from does without: the audit's own, and what takes the model's place.
constexpr std::array unasked = std::to_array<std::string_view>({"", "given", "audit"});

std::string_view table_of(std::string_view path) {
  const std::size_t point = path.rfind('.');
  return point == std::string_view::npos ? std::string_view{} : path.substr(0, point);
}
std::string last_of(std::string_view path) { return std::string{path.substr(path.rfind('.') + 1)}; }
bool is_within(std::string_view path, std::string_view table) {
  return path.size() > table.size() && path.starts_with(table) && path[table.size()] == '.';
}

class Starter {
 public:
  Starter(const StarterParts& parts, Language language)
      : parts_{parts}, language_{language}, names_{language}, stated_{stated_in(parts.text)} {}

  std::string write() {
    head();
    for (const KeyWords& words : key_words(language_)) {
      const std::string_view table = table_of(words.path);
      if (std::ranges::find(unasked, table) != unasked.end() || is_table(words.path)) continue;
      if (table != table_) open(table);
      add(words);
    }
    return std::move(text_);
  }

 private:
  void head() {
    comment(say(Message::starter_head, language_));
    comment(say(Message::starter_head_more, language_));
    text_ += "#\n";
    comment(
        say(Message::starter_first, language_, {{"count", std::to_string(parts_.to_fill.size())}}));
    int column = 0;
    for (const std::string& key : parts_.to_fill) column = std::max(column, width_of(key));
    for (const std::string& key : parts_.to_fill)
      text_ += "#   " + key + spaces(column - width_of(key) + 2) + names_.name(key) + '\n';
    text_ += "\nschema = " + stated_.at("schema") + '\n';
    text_ += "title = \"" + std::string{say(Message::starter_title, language_)} + "\"\n";
  }
  void comment(const std::string& text) {
    constexpr int room = 78;
    for (const std::string& line : wrapped(text, room)) text_ += "# " + line + '\n';
  }

  /// Whether the given case has the key, or anything in the table.
  bool is_stated(std::string_view path) const {
    return std::ranges::any_of(stated_, [&](const auto& entry) {
      return entry.first == path || is_within(entry.first, path);
    });
  }
  bool is_table(std::string_view path) const {
    return std::ranges::any_of(key_words(language_),
                               [&](const KeyWords& words) { return is_within(words.path, path); });
  }

  /// A table with nothing in it stands behind a # too; under [contract] one only has to fill in.
  void open(std::string_view table) {
    table_ = table;
    std::string name{table};
    std::ranges::replace(name, '.', '_');
    text_ += '\n';
    comment(word("starter_" + name, language_));
    const bool is_list = table == "line" || table == "derived" || table == "result.profiles";
    const bool is_open = is_stated(table) || table == "contract";
    text_ += std::string{is_open ? "" : "#"} + (is_list ? "[[" : "[") + std::string{table} +
             (is_list ? "]]" : "]") + '\n';
  }
  void add(const KeyWords& words) {
    const std::string_view path = words.path;
    const auto stated = stated_.find(path);
    const bool is_new = stated == stated_.end();
    std::string text{words.name};
    if (!words.basis.empty()) text.append(", ").append(words.basis);
    const auto help = std::ranges::find(parts_.keys, path, &KeyHelp::path);
    const bool is_known = help != parts_.keys.end();
    if (is_known && !help->words.empty()) text += ": " + words_text(*help, language_);
    if (is_new) text += instead_of(path);
    if (!is_new && stated->second.find("\"placeholder\"") != std::string::npos)
      text += say(Message::starter_to_fill, language_);
    comment(text);
    const std::string value = !is_new    ? in_language(stated->second, language_)
                              : is_known ? example_of(*help)
                                         : "";
    text_ += (is_new ? "#" : "") + last_of(path) + " =" + (value.empty() ? "" : " ") + value + '\n';
  }
  static std::string example_of(const KeyHelp& help) {
    const auto* const example = std::ranges::find(examples, help.path, &Example::path);
    if (example != examples.end()) return std::string{example->value};
    const bool is_text = help.type == "text" || help.type == "choice";
    return is_text ? '"' + std::string{help.taken} + '"' : std::string{help.taken};
  }

  /// "; in plaats van scale en mix": of what the given case does another way, or, where it does
  /// neither, of the second way.
  std::string instead_of(std::string_view path) const {
    const auto has = [&](const std::vector<std::string_view>& side) {
      return std::ranges::find(side, path) != side.end();
    };
    const auto does = [&](const std::vector<std::string_view>& side) {
      return std::ranges::any_of(side, [&](std::string_view key) { return is_stated(key); });
    };
    for (const auto& [one, other] : parts_.sides) {
      const bool is_second = has(other);
      if (!is_second && !has(one)) continue;
      const std::vector<std::string_view>& rest = is_second ? one : other;
      if (!does(rest) && (!is_second || does(other))) continue;
      std::vector<std::string> keys;
      keys.reserve(rest.size());
      for (const std::string_view key : rest) keys.push_back(last_of(key));
      return say(Message::starter_instead, language_, {{"keys", listed(keys, language_)}});
    }
    return {};
  }

  const StarterParts& parts_;
  Language language_;
  FigureNames names_;
  StatedTexts stated_;
  std::string_view table_;
  std::string text_;
};

}  // namespace

std::string starter_case(const StarterParts& parts, Language language) {
  return Starter{parts, language}.write();
}

}  // namespace billijk::report
