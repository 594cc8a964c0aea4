#include "report/page/page.hpp"

#include <catch2/catch.hpp>

#include "report/page/markup.hpp"
#include "report/page/policy.hpp"
#include "unit/documents.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using tests::dutch;
using tests::english;

std::string page(const Document& document, const Format& format = english) {
  return page_form(document, format, {.maker = "billijk 1.0.0"});
}
/// What stands between the tags of the body.
std::string body(const Document& document) {
  const std::string text = page(document);
  const std::size_t begin = text.find("<main>");
  return text.substr(begin, text.find("</main>") - begin);
}
bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
Document with(Block block) {
  Document document;
  document.add(std::move(block));
  return document;
}

}  // namespace

TEST_CASE("what a user wrote is letters on a page, wherever it stands") {
  const std::string text = "<script>\"a\" & 'b'\xE2\x80\xAE</script>";
  const std::string shown = "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39; &lt;/script&gt;";
  CHECK(escaped(text) == shown);
  Document document;
  document.add(Headline{text});
  document.add(Heading{text});
  document.add(Paragraph{text});
  document.add(Bullets{{text}});
  document.add(Drawing{{text}});
  document.add(Table{.columns = {{text}}, .rows = {{{text}}}});
  document.live = {{"title", text}};
  const std::string whole = page(document);
  CHECK_FALSE(holds(whole, "<script>\"a\""));
  CHECK(holds(body(document), "<p>" + shown + "</p>"));
  CHECK(holds(body(document), "<li>" + shown + "</li>"));
  CHECK(holds(body(document), "<pre>" + shown + "</pre>"));
  // What a script reads cannot end the element it stands in.
  CHECK(holds(whole, "\\u003cscript>\\\"a\\\""));
}

TEST_CASE("a euro sign does not part from its amount") {
  CHECK(escaped("At € 38.50 and 7.5 %") == "At €\u00A038.50 and 7.5\u00A0%");
}

TEST_CASE("a page is of one language, allows nothing but itself, and is the same each time") {
  const Document document = with(Headline{"Te laag. Bij € 38,50 niet genoeg.", Tone::low});
  const std::string text = page(document, dutch);
  CHECK(text.starts_with(page_beginning));
  CHECK(holds(text, "<html lang=\"nl\">"));
  CHECK(holds(text, "<title>Te laag</title>"));
  CHECK(holds(text, "Gemaakt met billijk 1.0.0."));
  CHECK(holds(text, "default-src &#39;none&#39;; style-src &#39;sha256-"));
  CHECK_FALSE(holds(text, "script-src"));
  CHECK_FALSE(holds(text, "<script"));
  CHECK_FALSE(holds(text, " style=\""));
  CHECK(text == page(document, dutch));
}

TEST_CASE("the digests of a policy are those of style and script") {
  // RFC 6234: the SHA-256 of nothing, and of "abc".
  CHECK(policy_of("", {}) ==
        "default-src 'none'; style-src "
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action "
        "'none'");
  CHECK(policy_of("abc", {"abc"})
            .find("script-src "
                  "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='") != std::string::npos);
}

TEST_CASE("a headline says its tone by a sign, and is the first thing that lives") {
  CHECK(holds(body(with(Headline{"Fair. All is paid.", Tone::good})),
              "<div class=\"verdict good\" data-role=\"verdict\" aria-live=\"polite\"><h1><span "
              "class=\"sign\" aria-hidden=\"true\">✓</span> Fair</h1><p>All is paid.</p></div>"));
  CHECK(holds(body(with(Headline{"Low", Tone::low})), "▼"));
  CHECK(holds(body(with(Headline{"High", Tone::high})), "▲"));
  CHECK_FALSE(holds(body(with(Headline{"A finding"})), "class=\"sign\""));
}

TEST_CASE("what a folded heading heads is opened by who wants to see it, up to the next heading") {
  Document document;
  document.add(Heading{.text = "Sources", .folded = true});
  document.add(Paragraph{"one"});
  document.add(Heading{"Rest"});
  document.add(Paragraph{"two"});
  CHECK(holds(body(document),
              "<details class=\"fold\"><summary><h2>Sources</h2></summary>\n<p>one</p>\n"
              "</details>\n<h2>Rest</h2>\n<p>two</p>"));
}

TEST_CASE("a table names its rows, and folds where a telephone has no room for it") {
  const std::vector<Column> columns{{"Boundary"}, {"Amount", Align::decimal}};
  CHECK(holds(body(with(Table{.columns = columns,
                              .rows = {{{"Cost price", Number{tests::exact("-2.5")}}, 0, true}}})),
              "<tr class=\"strong\"><th scope=\"row\">Cost price</th><td class=\"n "
              "neg\">-2.50</td></tr>"));
  const std::vector<Column> wide{{"a"}, {"b"}, {"c"}, {"d"}};
  CHECK(holds(body(with(Table{.columns = wide, .rows = {{{"1", "2", "3", "4"}}}})),
              "<td data-label=\"b\">2</td>"));
  CHECK_FALSE(holds(body(with(Table{.columns = columns, .rows = {}})), "<table"));
}

}  // namespace billijk::report
