#include "report/format/text.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"
#include "core/number/unicode.hpp"
#include "core/number/utf8.hpp"
#include "report/format/chart_text.hpp"
#include "report/format/text_table.hpp"

namespace billijk::report {
namespace {

/// Each block as text.
struct TextBlock {
  const Format& format;
  const TextStyle& style;

  std::string operator()(const Headline& headline) const {
    std::string text = lines(headline.text, "");
    if (!style.colour) return text;
    const std::string colour = headline.tone == Tone::good      ? "\x1b[1;32m"
                               : headline.tone == Tone::neutral ? "\x1b[1m"
                                                                : "\x1b[1;31m";
    text.pop_back();
    return colour + text + "\x1b[0m\n";
  }
  std::string operator()(const Heading& heading) const {
    const std::string text = printable(heading.text);
    const std::string line = (style.colour ? "\x1b[1m" + text + "\x1b[0m" : text) + '\n';
    return heading.small ? line : line + underline(text) + '\n';
  }
  std::string operator()(const Paragraph& paragraph) const { return lines(paragraph.text, ""); }
  std::string operator()(const Bullets& bullets) const {
    std::string result;
    for (const std::string& item : bullets.items) {
      std::string text = lines(item, "  ");
      text.replace(0, 2, "- ");
      result += text;
    }
    return result;
  }
  std::string operator()(const Drawing& drawing) const {
    std::string result;
    for (const std::string& line : drawing.lines) result += printable(line) + '\n';
    return result;
  }
  std::string operator()(const Figure& figure) const {
    if (figure.seen_only) return {};
    const std::string drawing = (*this)(Drawing{drawn(figure.chart, format)});
    return figure.signs.empty() ? drawing : drawing + '\n' + lines(figure.signs, "");
  }
  std::string operator()(const Table& table) const {
    return table_text(table, format, style.width);
  }
  std::string operator()(const Findings& findings) const { return findings.text; }

 private:
  std::string lines(const std::string& text, const std::string& indent) const {
    std::string result;
    for (const std::string& line : wrapped(printable(text), style.width - width_of(indent)))
      result += indent + line + '\n';
    return result;
  }
  static std::string underline(const std::string& text) {
    return std::string(static_cast<std::size_t>(width_of(text)), '-');
  }
};

}  // namespace

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

int width_of(std::string_view text) { return core::columns_of(text); }

std::string_view characters(std::string_view text, int begin, int count) {
  const auto pass = [](std::string_view rest, int number) {
    std::size_t at = 0;
    for (; number > 0 && at < rest.size(); --number) {
      ++at;
      while (at < rest.size() && core::continues(rest[at])) ++at;
    }
    return at;
  };
  text.remove_prefix(pass(text, begin));
  return text.substr(0, pass(text, count));
}

std::string shortened(std::string_view text, int width) {
  if (width_of(text) <= width) return std::string{text};
  std::string kept{text.substr(0, core::bytes_within(text, width - 1))};
  kept.erase(kept.find_last_not_of(" ,.") + 1);
  return kept + "…";
}

namespace {

/// Blanks that hold together what is read as one: "€ 38.50", "7.5 %", "hours.idle = 0".
bool holds_together(std::string_view before, std::string_view after) {
  return before.ends_with("€") || after.starts_with("%") || after == "=" || before == "=";
}

}  // namespace

std::string with_hard_blanks(std::string_view text) {
  std::string result;
  std::string_view last;
  while (true) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!result.empty()) result += holds_together(last, word) ? "\u00A0" : " ";
    result += word;
    if (end == text.size()) return result;
    last = word;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) {
      // Two blanks stand where somebody put them: "a  Cost of the professional".
      if (!words.empty()) words.back() += ' ';
      continue;
    }
    const std::string_view last =
        words.empty() ? std::string_view{}
                      : std::string_view{words.back()}.substr(words.back().rfind(' ') + 1);
    if (!words.empty() && holds_together(last, word)) {
      words.back().append(" ").append(word);
    } else {
      words.emplace_back(word);
    }
  }
  std::vector<std::string> lines;
  for (const std::string& word : words) {
    if (!lines.empty() && width_of(lines.back()) + 1 + width_of(word) <= width) {
      lines.back().append(" ").append(word);
      continue;
    }
    std::string_view rest = word;
    // An address stays whole, to be copied.
    while (width > 0 && characters(rest, 0, width).size() < rest.size() &&
           word.find("://") == std::string::npos) {
      const std::string_view part = characters(rest, 0, width);
      lines.emplace_back(part);
      rest.remove_prefix(part.size());
    }
    lines.emplace_back(rest);
  }
  return lines;
}

std::string printable(std::string_view bytes) {
  // A byte that is no UTF-8 might be anything to a terminal.
  const std::string text = core::well_formed(bytes);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t unseen = core::unseen_at(std::string_view{text}.substr(at));
    result += unseen > 0 ? ' ' : text[at];
    at += std::max<std::size_t>(unseen, 1);
  }
  return result;
}

std::string cell_text(const Cell& cell, const Format& format) {
  struct Text {
    const Format& format;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return printable(text); }
    std::string operator()(const Money& money) const {
      return format.money(money.value, money.decimals);
    }
    std::string operator()(const Link& link) const { return printable(link.text); }
    std::string operator()(const Bar& bar) const { return drawn(bar); }
    std::string operator()(const Percent& percent) const {
      return format.percent(percent.value, visible_decimals(percent.value, percent.decimals));
    }
    std::string operator()(const Number& number) const {
      // A difference is never shown as nothing when there is one.
      const int decimals =
          number.with_sign ? visible_decimals(number.value, number.decimals) : number.decimals;
      const core::Exact shown = core::round_half_up(number.value, decimals);
      const bool plus = number.with_sign && shown.sign() > 0;
      return (number.at_least ? "≥ " : plus ? "+" : "") + format.number(shown, decimals);
    }
    std::string operator()(const Count& count) const {
      return count.of_row ? std::to_string(count.number)
                          : format.number(core::counted(count.number), 0);
    }
  };
  return std::visit(Text{format}, cell);
}

std::string render_text(const Document& document, const Format& format, const TextStyle& style) {
  std::string result;
  bool after_heading = false;
  for (const Block& block : document.blocks) {
    const std::string text = std::visit(TextBlock{format, style}, block);
    if (text.empty()) continue;
    // A heading stands close to what it heads.
    if (!result.empty() && !after_heading) result += '\n';
    result += text;
    after_heading = std::holds_alternative<Heading>(block);
  }
  return result;
}

std::string text_form(const Document& document, const Format& format, const FormStyle& style) {
  return render_text(document, format, {.colour = style.colour});
}

}  // namespace billijk::report
