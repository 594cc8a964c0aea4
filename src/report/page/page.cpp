#include "report/page/page.hpp"

#include <algorithm>

#include "report/format/json.hpp"
#include "report/format/text.hpp"
#include "report/page/embedded_page.hpp"
#include "report/page/markup.hpp"
#include "report/page/page_figure.hpp"
#include "report/page/page_table.hpp"
#include "report/page/policy.hpp"
#include "report/page/shades.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

std::string_view name_of(Tone tone) {
  constexpr std::array<std::string_view, 5> names{"neutral", "good", "bad", "low", "high"};
  return names.at(static_cast<std::size_t>(tone));
}

/// What says a tone without a colour.
std::string_view sign_of(Tone tone) {
  constexpr std::array<std::string_view, 5> signs{"", "✓", "✕", "▼", "▲"};
  return signs.at(static_cast<std::size_t>(tone));
}

/// The first sentence of a headline, and what comes behind it.
std::pair<std::string, std::string> parted(const std::string& text) {
  const std::size_t end = text.find(". ");
  if (end == std::string::npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + 2)};
}

/// What stands in the tab of a browser.
std::string title_of(const Document& document, const FormStyle& style) {
  constexpr int longest = 60;
  for (const Block& block : document.blocks) {
    if (const auto* headline = std::get_if<Headline>(&block))
      return shortened(parted(headline->text).first, longest);
    if (const auto* heading = std::get_if<Heading>(&block))
      return shortened(heading->text, longest);
  }
  return style.maker;
}

std::string role_of(std::string_view role) {
  return role.empty() ? std::string{} : attribute("data-role", role);
}

/// The blocks of a document behind each other.
class Body {
 public:
  explicit Body(const Format& format) : format_{format} {}

  std::string run(const Document& document) {
    add_ways(document.ways);
    for (const Block& block : document.blocks) {
      std::visit(*this, block);
      after_heading_ = std::holds_alternative<Heading>(block);
      heading_ = after_heading_ ? std::get<Heading>(block).text : std::string{};
    }
    close();
    return std::move(text_);
  }

  void operator()(const Headline& headline) {
    close();
    const auto [first, rest] = parted(headline.text);
    const std::string_view level = has_headline_ ? "h2" : "h1";
    std::string inside;
    if (const std::string_view sign = sign_of(headline.tone); !sign.empty())
      inside = element("span", R"( class="sign" aria-hidden="true")", sign) + ' ';
    inside = element(level, "", inside + escaped(first));
    if (!rest.empty()) inside += element("p", "", escaped(rest));
    const std::string live = has_headline_ ? "" : R"( data-role="verdict" aria-live="polite")";
    text_ +=
        element("div", attribute("class", "verdict " + std::string{name_of(headline.tone)}) + live,
                inside) +
        '\n';
    has_headline_ = true;
  }
  void operator()(const Heading& heading) {
    close();
    const std::string id = heading.anchor.empty() ? "" : attribute("id", heading.anchor);
    if (!heading.folded) {
      const std::string kind = heading.small ? R"( class="small")" : "";
      text_ += element("h2", id + kind, escaped(heading.text)) + '\n';
      return;
    }
    // One of many, which no list of headings should name.
    const std::string title =
        heading.small ? escaped(heading.text) : element("h2", "", escaped(heading.text));
    text_ += "<details class=\"fold\"" + id + '>' + element("summary", "", title) + '\n';
    open_ = true;
  }
  void operator()(const Paragraph& paragraph) {
    text_ += element("p", role_of(paragraph.role), escaped(paragraph.text)) + '\n';
  }
  void operator()(const Bullets& bullets) {
    std::string items;
    for (const std::string& item : bullets.items) items += element("li", "", escaped(item)) + '\n';
    if (!items.empty()) text_ += element("ul", role_of(bullets.role), items) + '\n';
  }
  void operator()(const Drawing& drawing) {
    std::string lines;
    for (const std::string& line : drawing.lines)
      lines += (lines.empty() ? "" : "\n") + escaped(line);
    text_ += element("pre", "", lines) + '\n';
  }
  void operator()(const Figure& figure) {
    if (has_shades(figure.chart) && !std::exchange(has_shades_, true)) text_ += shade_definitions();
    text_ += figure_markup(figure, format_, ++figures_, after_heading_);
  }
  void operator()(const Table& table) {
    if (table.rows.empty()) return;
    text_ += table_markup(table, format_, heading_);
    has_sorted_ = has_sorted_ || table.sorts;
  }
  void operator()(const Findings& findings) { (*this)(findings.table); }

  /// Whether there is a table a reader may sort.
  bool has_sorted() const { return has_sorted_; }

 private:
  void add_ways(const std::vector<Link>& ways) {
    std::string links;
    for (const Link& way : ways)
      links += element("a", attribute("href", way.file), escaped(way.text)) + '\n';
    if (!links.empty()) text_ += element("nav", "", '\n' + links) + '\n';
  }
  void close() {
    if (std::exchange(open_, false)) text_ += "</details>\n";
  }

  const Format& format_;
  std::string text_;
  std::string heading_;  ///< that stands right before a block
  bool after_heading_ = false;
  bool has_headline_ = false;
  bool open_ = false;
  bool has_shades_ = false;
  bool has_sorted_ = false;
  std::size_t figures_ = 0;
};

/// What a script reads, in which nothing ends the element it stands in.
std::string data_markup(const Record& live) {
  std::string text;
  for (const char c : render_json(live)) text += c == '<' ? std::string{"\\u003c"} : std::string{c};
  return element("script", R"( type="application/json" id="live-data")", text) + '\n';
}

}  // namespace

std::string page_form(const Document& document, const Format& format, const FormStyle& style) {
  const bool computes = !document.live.empty();
  Body body_of{format};
  const std::string content = body_of.run(document);
  std::vector<std::string_view> scripts;
  if (computes) scripts.push_back(embedded_live());
  if (body_of.has_sorted()) scripts.push_back(embedded_league());
  const std::string head =
      "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"" +
      attribute("content", policy_of(embedded_style(), scripts)) +
      ">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
      element("title", "", escaped(title_of(document, style))) + '\n' +
      element("style", "", embedded_style()) + '\n';
  std::string body =
      element("main", "", '\n' + content) + '\n' +
      element("footer", "",
              escaped(say(Message::page_made, format.language(), {{"program", style.maker}}))) +
      '\n';
  if (computes) body += data_markup(document.live);
  for (const std::string_view script : scripts) body += element("script", "", script) + '\n';
  return std::string{page_beginning} + "\n<html" +
         attribute("lang", facts_of(format.language()).word) + ">\n" +
         element("head", "", '\n' + head) + '\n' + element("body", "", '\n' + body) + "\n</html>\n";
}

}  // namespace billijk::report
