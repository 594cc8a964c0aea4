#include <catch2/catch.hpp>

#include "report/form/form.hpp"
#include "report/format/csv.hpp"
#include "report/format/document.hpp"
#include "report/format/json.hpp"
#include "report/format/markdown.hpp"
#include "report/format/text.hpp"
#include "unit/figures.hpp"

namespace billijk::report {
namespace {

using tests::exact;

Document sample() {
  Document document;
  document.add(Headline{"Fair | *bold*"});
  document.add(Table{{{"What", Align::left}, {"Amount", Align::decimal}},
                     {{{std::string{"one"}, Money{exact("1234.5")}}, 0, true},
                      {{std::string{"two"}, Number{exact("-0.25"), 2}}, 1}}});
  return document;
}

}  // namespace

TEST_CASE("a difference or a share there is, is never shown as nothing") {
  const Format dutch{Language::nl};
  const auto difference = [&](const std::string& value) {
    return cell_text(Number{.value = exact(value), .decimals = 2, .with_sign = true}, dutch);
  };
  CHECK(difference("0.003") == "+0,003");
  CHECK(difference("-0.0004") == "-0,0004");
  CHECK(difference("0") == "0,00");
  CHECK(difference("1.239") == "+1,24");
  CHECK(cell_text(Percent{exact("0.004"), 1}, dutch) == "0,004 %");
  CHECK(cell_text(Percent{exact("0"), 1}, dutch) == "0,0 %");
  // What is no difference is rounded as ever, and has no sign when it rounds to nothing.
  CHECK(cell_text(Number{exact("-0.003"), 2}, dutch) == "0,00");
}

TEST_CASE("a cell that leads to a file is a link where there are links, else its text") {
  Document document;
  document.add(Table{{{"Contract"}}, {{{Link{"Súdwest | 1", "0001-sudwest.md"}}}}});
  const Format english{Language::en};
  CHECK(render_markdown(document, english) ==
        "| Contract |\n| --- |\n| [Súdwest \\| 1](0001-sudwest.md) |\n");
  CHECK(render_text(document, english, {}) == "Contract\nSúdwest | 1\n");
}

TEST_CASE("a text that does not fit is cut with an ellipsis, by signs and not by bytes") {
  CHECK(shortened("Velsen", 6) == "Velsen");
  CHECK(shortened("Velsen", 5) == "Vels…");
  CHECK(shortened("Súdwest-Fryslân", 4) == "Súd…");
  CHECK(shortened("Bergen op Zoom", 11) == "Bergen op…");
}

TEST_CASE("JSON numbers are the decimals they are, at most twelve") {
  const List figures{{exact("0.0833"), core::Exact{1} / core::Exact{3},
                      core::Exact{2} / core::Exact{3}, -7, std::size_t{1200},
                      *core::parse_decimal("999999999999.999999999999").value}};
  CHECK(render_json({{"a", figures}}) ==
        "{\n  \"a\": [\n    0.0833,\n    0.333333333333,\n    0.666666666667,\n    -7,\n"
        "    1200,\n    999999999999.999999999999\n  ]\n}\n");
}

TEST_CASE("JSON text is escaped, what is absent is null") {
  CHECK(render_json({{"a", "quote \" backslash \\ line\nbell \x07 é"},
                     {"b", text_or_absent("")},
                     {"c", std::optional<core::Exact>{}},
                     {"d", true},
                     {"e", std::string_view{}},
                     {"f", *core::parse_date("2026-07-01")}}) ==
        "{\n  \"a\": \"quote \\\" backslash \\\\ line\\nbell \\u0007 é\",\n  \"b\": null,\n  "
        "\"c\": null,\n  \"d\": true,\n  \"e\": \"\",\n  \"f\": \"2026-07-01\"\n}\n");
}

TEST_CASE("what would act on a terminal stands in JSON as a number") {
  CHECK(render_json({{"a",
                      "esc \x1b del \x7f csi \u009b bidi \u202e \u2066 \u061c line \u2028 seen "
                      "\u00a0 € 𝛑"}}) ==
        "{\n  \"a\": \"esc \\u001b del \\u007f csi \\u009b bidi \\u202e \\u2066 \\u061c line "
        "\\u2028 seen \u00a0 € 𝛑\"\n}\n");
}

TEST_CASE("a list written record by record is the list written whole, a record a line") {
  const Sections head{.members = {{"schema", "x/1"}}, .rows = {}};
  std::string text = json_form.before(head, "list", {});
  std::string_view between = json_form.first;
  for (const int number : {1, 2}) {
    text += between;
    json_form.add(text, {.members = {{"n", number}, {"m", Record{{"l", List{}}}}}, .rows = {}}, {});
    between = json_form.between;
  }
  text += json_form.after;
  CHECK(text ==
        "{\n  \"schema\": \"x/1\",\n  \"list\": [\n    {\"n\": 1, \"m\": {\"l\": []}},\n    "
        "{\"n\": 2, \"m\": {\"l\": []}}\n  ]\n}\n");
}

TEST_CASE("an empty list and an empty record close on their line") {
  CHECK(render_json({{"list", List{}}, {"record", Record{}}}) ==
        "{\n  \"list\": [],\n  \"record\": {}\n}\n");
}

TEST_CASE("a row has under each name the first member of that name, absent where there is none") {
  Rows rows{.header = {"a", "b", "c"}, .records = {}};
  rows.add({{"b", "own"}}, {{"a", true}, {"b", "other"}, {"d", "nowhere"}});
  rows.add({{"c", std::vector<std::string>{"x", "y"}}, {"a", Record{{"e", "within"}}}});
  CHECK(render_csv(rows, CsvDialect::plain) == "a,b,c\ntrue,own,\n,,\"x, y\"\n");
}

TEST_CASE("a form is known by its word and by how a file's name ends") {
  CHECK(form_named("csv")->is_of_rows());
  CHECK(form_named("xml") == nullptr);
  CHECK(form_of_file("velsen.markdown") == form_named("markdown"));
  CHECK(form_of_file("velsen") == nullptr);
  CHECK(forms().front().word == "text");
}

TEST_CASE("CSV quotes what its separator would break") {
  const Rows table{{"a", "b"},
                   {{std::string{"x,y"}, exact("1.5")}, {std::string{"say \"no\""}, {}}}};
  CHECK(render_csv(table, CsvDialect::plain) == "a,b\n\"x,y\",1.5\n\"say \"\"no\"\"\",\n");
}

TEST_CASE("Dutch Excel gets a byte order mark, semicolons and decimal commas, and runs no cell") {
  const Rows table{{"a", "b"},
                   {{std::string{"=1+1"}, exact("-1.5")},
                    {std::string{"x;y"}, exact("0")},
                    {std::string{"@a"}, {}}}};
  CHECK(render_csv(table, CsvDialect::dutch_excel) ==
        "\xEF\xBB\xBF"
        "a;b\r\n'=1+1;-1,5\r\n\"x;y\";0\r\n'@a;\r\n");
}

TEST_CASE("text aligns amounts on the decimal sign") {
  CHECK(render_text(sample(), Format{Language::en}, {}) ==
        "Fair | *bold*\n\nWhat       Amount\none    € 1,234.50\n  two       -0.25\n");
  CHECK(render_text(sample(), Format{Language::nl}, {}).find("€ 1.234,50") != std::string::npos);
}

TEST_CASE("colour is an extra around the same text") {
  const std::string plain = render_text(sample(), Format{Language::en}, {});
  std::string coloured = render_text(sample(), Format{Language::en}, {.colour = true});
  CHECK(coloured != plain);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
       at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  CHECK(coloured == plain);
}

TEST_CASE("Markdown keeps tables tables, whatever their cells hold") {
  CHECK(render_markdown(sample(), Format{Language::en}) ==
        "# Fair \\| \\*bold\\*\n"
        "\n"
        "| What | Amount |\n"
        "| --- | ---: |\n"
        "| **one** | **€ 1,234.50** |\n"
        "| two | -0.25 |\n");
}

TEST_CASE("lines break at blanks, but not inside an amount or a setting") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("costs € 38.50", 8) == std::vector<std::string>{"costs", "€ 38.50"});
  CHECK(wrapped("a = 0, b", 6) == std::vector<std::string>{"a = 0,", "b"});
  CHECK(wrapped("7.5 % of", 5) == std::vector<std::string>{"7.5 %", "of"});
  CHECK(wrapped("a  b", 10) == std::vector<std::string>{"a  b"});
  CHECK(wrapped("", 10).empty());
  // A word longer than a line is broken, an address is not.
  CHECK(wrapped("a bcdefg", 3) == std::vector<std::string>{"a", "bcd", "efg"});
  CHECK(wrapped("a b://efg", 3) == std::vector<std::string>{"a", "b://efg"});
}

TEST_CASE("width counts characters, not bytes") {
  CHECK(width_of("€ één") == 5);
  CHECK(printable("a\x1b[1mb\n") == "a [1mb ");
}

TEST_CASE("no byte that is no UTF-8 reaches a terminal") {
  CHECK(printable("a\x9B"
                  "31mb") ==
        "a\xEF\xBF\xBD"
        "31mb");
  CHECK(printable("caf\xE9") == "caf\xEF\xBF\xBD");
}

TEST_CASE("a title above a column may not steer a terminal either") {
  Document document;
  document.add(Table{.columns = {{"a\x1b[1m"}}, .rows = {{{std::string{"b"}}}}});
  CHECK(render_text(document, Format{Language::en}, {}) == "a [1m\nb\n");
}

TEST_CASE("no drawn line steers a terminal, whoever named what is drawn") {
  Document document;
  document.add(Drawing{{"a\x1b[1m"}});
  document.add(
      Figure{.chart = Tornado{.base = {exact("10")},
                              .inputs = {{"b\x1b[31m\xE2\x80\xAE\n", exact("0"), exact("20")}}},
             .title = "a",
             .sentence = "a"});
  const std::string text = render_text(document, Format{Language::en}, {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("a [1m\n") == 0);
}

TEST_CASE("what takes no place is not carried unseen") {
  CHECK(printable("a\xE2\x80\x8B\xE2\x81\xA0\xEF\xBB\xBF"
                  "b") == "a   b");
  CHECK(printable("€‰…日") == "€‰…日");
}

TEST_CASE("a title that leaves no room for the others is broken as its cells are") {
  Document document;
  document.add(Table{.columns = {{std::string(50, 'x') + " and more"}, {std::string(20, 'y')}},
                     .rows = {{{std::string{"a"}, std::string{"b"}}}}});
  CHECK(render_text(document, Format{Language::en}, {}) ==
        std::string(50, 'x') + " and\nmore" + std::string(56, ' ') + std::string(20, 'y') + "\na" +
            std::string(59, ' ') + "b\n");
}

}  // namespace billijk::report
