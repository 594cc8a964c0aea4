#include "cli/options/option_value.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include "core/case/aliases.hpp"
#include "io/text/nearest.hpp"

namespace billijk::cli {

core::Diagnostic wrong_value(const std::string& option, const std::string& found,
                             core::Argument allowed, core::Argument example) {
  return core::finding(core::Code::option_value, {}, option,
                       {{"option", option},
                        {"found", found},
                        {"allowed", std::move(allowed)},
                        {"example", std::move(example)}});
}

core::Checked<std::size_t> read_word(const OptionWords& allowed, const std::string& found) {
  const auto known = std::ranges::find(allowed.words, core::english_word(found));
  if (known != allowed.words.end()) return static_cast<std::size_t>(known - allowed.words.begin());
  std::string list;
  for (const std::string& word : allowed.words) list += (list.empty() ? "" : ", ") + word;
  core::Diagnostic wrong = wrong_value(allowed.option, found, std::move(list), allowed.example);
  const std::string near = io::nearest(found, allowed.words);
  if (!near.empty()) wrong.arguments.emplace_back("nearest", near);
  return core::refused(std::move(wrong));
}

core::Checked<std::uint64_t> read_count(const CountLimits& limits, const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc{} && stop == end && number >= limits.lowest && number <= limits.highest)
    return number;
  return core::refused(wrong_value(
      limits.option, text, std::to_string(limits.lowest) + " … " + std::to_string(limits.highest),
      limits.option + ' ' + limits.example));
}

core::Checked<std::uint64_t> read_threads(const std::string& text) {
  constexpr unsigned most = 256;
  if (text.empty()) return std::clamp(std::thread::hardware_concurrency(), 1U, most);
  return read_count({.option = "--threads", .lowest = 1, .highest = most, .example = "2"}, text);
}

core::Checked<io::AskedFormat> read_asked_format(const std::string& delimiter,
                                                 const std::string& decimal) {
  io::AskedFormat asked;
  core::Diagnostics errors;
  if (delimiter == "tab" || delimiter == "\\t") {
    asked.delimiter = '\t';
  } else if (delimiter.size() == 1 && delimiter.find_first_of("\"\r\n.") == std::string::npos) {
    asked.delimiter = delimiter.front();
  } else if (!delimiter.empty()) {
    errors.push_back(wrong_value("--delimiter", delimiter, "; , tab", "--delimiter ';'"));
  }
  if (decimal == "," || decimal == ".") {
    asked.decimal = decimal.front();
  } else if (!decimal.empty()) {
    errors.push_back(wrong_value("--decimal", decimal, ", .", "--decimal ,"));
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return asked;
}

}  // namespace billijk::cli
