#include "report/page/markup.hpp"

#include "report/format/text.hpp"

namespace billijk::report {

std::string escaped(std::string_view text) {
  std::string result;
  const std::string whole = with_hard_blanks(printable(text));
  const std::string_view shown = whole;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char c = shown[at];
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      case '-':
        // No line ends between a minus and its amount.
        result += shown.substr(at).starts_with("-€") ? "-\u2060" : "-";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string attribute(std::string_view name, std::string_view text) {
  return std::string{" "}.append(name).append("=\"").append(escaped(text)).append("\"");
}

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
  std::string result;
  result.reserve(2 * name.size() + attributes.size() + content.size() + 5);
  return result.append("<")
      .append(name)
      .append(attributes)
      .append(">")
      .append(content)
      .append("</")
      .append(name)
      .append(">");
}

std::string percent(const core::Exact& share) {
  constexpr int decimals = 2;
  return core::shortest(share * core::Exact{100}, decimals) + '%';
}

}  // namespace billijk::report
