#include "report/page/shades.hpp"

#include <array>

#include "report/page/markup.hpp"

namespace billijk::report {
namespace {

std::string pattern(std::string_view word, std::string_view attributes, std::string_view drawn) {
  const std::string ground = element(
      "rect", R"( width="8" height="8")" + attribute("class", "of-" + std::string{word}), "");
  return element("pattern",
                 attribute("id", "p-" + std::string{word}) +
                     R"( width="8" height="8" patternUnits="userSpaceOnUse")" +
                     std::string{attributes},
                 ground + std::string{drawn});
}

std::string sign(std::string_view word, std::string_view path) {
  return element("path",
                 attribute("id", "s-" + std::string{word}) + attribute("d", path) +
                     attribute("class", "of-" + std::string{word}),
                 "");
}

}  // namespace

std::string_view word_of(Shade shade) {
  constexpr std::array<std::string_view, 4> words{"good", "middle", "bad", "unknown"};
  return words.at(static_cast<std::size_t>(shade));
}

std::string shade_definitions() {
  const std::string drawn =
      pattern("middle", "", R"(<path class="on" d="M1 1h2v2h-2zM5 5h2v2h-2z"></path>)") +
      pattern("bad", attribute("patternTransform", "rotate(45)"),
              R"(<path class="on" d="M0 0h3v8h-3z"></path>)") +
      pattern("unknown", "", R"(<path class="on" d="M0 3h8v2h-8z"></path>)") +
      sign("good", "M-5 0a5 5 0 0 1 10 0a5 5 0 0 1-10 0z") + sign("middle", "M0-6l6 10h-12z") +
      sign("bad", "M-4-6l4 4l4-4l2 2l-4 4l4 4l-2 2l-4-4l-4 4l-2-2l4-4l-4-4z") +
      sign("unknown", "M0-6l6 6l-6 6l-6-6z");
  return element("svg", R"( class="unseen" width="0" height="0" aria-hidden="true")",
                 element("defs", "", drawn)) +
         '\n';
}

bool has_shades(const Chart& chart) {
  return std::holds_alternative<Classes>(chart) || std::holds_alternative<Scatter>(chart) ||
         std::holds_alternative<Map>(chart);
}

std::vector<std::pair<std::string, std::string>> shaded(
    std::string_view kind, const std::vector<std::pair<Shade, std::string>>& classes) {
  std::vector<std::pair<std::string, std::string>> legend;
  legend.reserve(classes.size());
  for (const auto& [shade, name] : classes)
    legend.emplace_back(std::string{kind}.append(word_of(shade)), name);
  return legend;
}

}  // namespace billijk::report
