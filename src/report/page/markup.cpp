#include "report/page/markup.hpp"

#include "report/format/text.hpp"

namespace billijk::report {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : with_hard_blanks(printable(text))) {
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
