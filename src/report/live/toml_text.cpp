#include "report/live/toml_text.hpp"

#include "core/number/date.hpp"
#include "report/format/cell_text.hpp"

namespace billijk::report {
namespace {

std::string text_of(const core::Text& text) {
  std::string versions;
  for (const std::string_view language : core::text_languages) {
    versions += versions.empty() ? "{ " : ", ";
    versions.append(language).append(" = ").append(toml_text(text.of(language)));
  }
  return versions + " }";
}

}  // namespace

std::string toml_text(std::string_view text) {
  // What JSON escapes TOML escapes the same way.
  std::string written(json_room(text.size()), ' ');
  written.resize(
      static_cast<std::size_t>(write_json_string(written.data(), text) - written.data()));
  return written;
}

std::string toml_figure(const core::Input& input) {
  std::string text = "{ value = " + input.value.text();
  const auto add = [&](std::string_view key, const std::string& value) {
    text.append(", ").append(key).append(" = ").append(value);
  };
  if (input.low) add("low", input.low->text());
  if (input.high) add("high", input.high->text());
  if (input.has_range() && input.distribution != core::Distribution::triangular)
    add("distribution", toml_text(word_of(input.distribution)));
  add("grade", toml_text(word_of(input.grade)));
  if (!input.source.empty()) {
    std::string sources;
    for (const std::string& source : input.source)
      sources += (sources.empty() ? "" : ", ") + toml_text(source);
    add("source", "[" + sources + "]");
  }
  if (input.checked) add("checked", core::iso(*input.checked));
  if (!input.note.empty()) add("note", text_of(input.note));
  return text + " }";
}

std::string toml_line(const core::OwnLine& line) {
  std::string text = "[[line]]\nkey = " + toml_text(line.key) + '\n';
  if (!line.label.empty()) text += "label = " + toml_text(line.label) + '\n';
  text += "element = " + toml_text(letter_of(line.element)) + '\n';
  if (line.per) text += "per = " + toml_text(word_of(*line.per)) + '\n';
  if (line.of) text += "of = " + toml_text(word_of(*line.of)) + '\n';
  return text;
}

}  // namespace billijk::report
