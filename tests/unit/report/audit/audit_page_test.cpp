#include "report/audit/audit_page.hpp"

#include <catch2/catch.hpp>

#include "unit/audit_reports.hpp"
#include "unit/priced_contract.hpp"

namespace billijk::report {
namespace {

using analysis::Standing;
using tests::english;

/// Contracts on a page, the furthest below the cost price first.
struct Paged {
  analysis::AuditOptions options = tests::asking({analysis::Rule::cost_price});
  analysis::AuditSummary summary{options, 0, true};
  std::vector<PagedContract> contracts = {};

  void add(const analysis::AuditedContract& contract) {
    const std::uint64_t order = contracts.size();
    summary.add(contract, order);
    contracts.push_back(
        {index_entry(contract, 'c' + std::to_string(order + 1), order, english.language()),
         contract});
  }
  Audit audit(const AuditPage* page) const {
    static const std::vector<AuditPreset> presets;
    static const std::vector<analysis::AuditedContract> details;
    static const std::vector<std::string> settings;
    return {options, summary, presets, details, settings, 20, page};
  }
};

analysis::AuditedContract priced(const std::string& municipality, const std::string& tariff) {
  analysis::AuditedContract contract = tests::priced(
      {.id = "x", .municipality = municipality, .provider = "Care", .region = municipality},
      tariff);
  analysis::RuleAnswer& answer = contract.rules[index_of(analysis::Rule::cost_price)];
  answer.found = tests::exact(tariff);
  answer.required = tests::exact("40");
  return contract;
}

template <class Kind>
Kind chart_of(const Document& document, std::string_view title) {
  for (const Block& block : document.blocks) {
    const auto* const figure = std::get_if<Figure>(&block);
    if (figure != nullptr && figure->title == title) return std::get<Kind>(figure->chart);
  }
  throw std::invalid_argument{"no chart " + std::string{title}};
}

Paged three_paged() {
  Paged paged;
  paged.add(priced("Velsen", "39"));
  paged.add(priced("Velsen", "41"));
  paged.add(priced("Gooi", "40"));
  return paged;
}

}  // namespace

TEST_CASE("the classes are counted in the bar, those without a contract too") {
  const Paged paged = three_paged();
  Document document;
  add_classes_figure(document, paged.audit(nullptr), english);
  const auto classes = chart_of<Classes>(document, "The contracts by class");
  std::string text;
  for (const Classes::One& one : classes.classes)
    text += one.name + ' ' + std::to_string(one.count) + ' ' + cell_text(one.share, english) + '\n';
  CHECK(text == "green 2 66.7 %\namber 0 0.0 %\nred 1 33.3 %\nnot judged 0 0.0 %\n");
}

TEST_CASE("each dot is a contract by name, with its figures and its class") {
  Paged paged = three_paged();
  paged.add(tests::unread("unread", {}));
  std::vector<IndexEntry> entries;
  for (const PagedContract& one : paged.contracts) entries.push_back(one.entry);
  Document document;
  add_scatter(document, entries, paged.audit(nullptr), english);
  const auto scatter = chart_of<Scatter>(document, "Tariff beside cost price");
  REQUIRE(scatter.dots.size() == 3);
  CHECK(scatter.dots.front().name == "Velsen, Care (x): tariff € 39.00, cost price € 40.00, red");
  CHECK(scatter.dots.front().shade == Shade::bad);
  CHECK(scatter.dots.front().up == tests::exact("39"));
  // Of classes that are drawn alone.
  CHECK(scatter.classes ==
        std::vector<std::pair<Shade, std::string>>{{Shade::good, "green"}, {Shade::bad, "red"}});
}

TEST_CASE("one contract is nothing to compare") {
  Paged paged;
  paged.add(priced("Velsen", "39"));
  Document document;
  add_scatter(document, {paged.contracts.front().entry}, paged.audit(nullptr), english);
  CHECK(document.blocks.empty());
}

TEST_CASE("a municipality takes the worst of its contracts; what is not on the map is named") {
  Paged paged = three_paged();
  paged.add(priced("", "42"));
  const std::vector<analysis::AreaNames> areas{{{"naam", "Velsen"}}, {{"naam", "Haarlem"}}};
  AuditMap map{.drawn = {.width = 10, .height = 10, .shapes = {{"Velsen", {}}, {"Haarlem", {}}}},
               .join = *join_areas(areas, paged.summary.municipalities(), {})};
  Document document;
  add_map(document, map, paged.audit(nullptr), english);
  const Map drawn = chart_of<Map>(document, "The municipalities on the map");
  CHECK(drawn.shapes[0].shade == Shade::bad);
  CHECK(drawn.shapes[0].name == "Velsen: 2 contracts: 1 green, 1 red");
  CHECK_FALSE(drawn.shapes[1].shade.has_value());
  CHECK(drawn.shapes[1].name == "Haarlem: no contract");
  CHECK(drawn.none == "no contract");
  CHECK(tests::told(document, english) ==
        "Not on the map, because the map file has no area with this ‘naam’:\n"
        "- without a municipality (1 contract)\n- Gooi (1 contract)\n");
}

TEST_CASE("contracts are named by their parties, with the whole id where those repeat") {
  Paged paged = three_paged();
  paged.contracts[1].contract.id = "2026/17";
  paged.add(tests::unread("a/b", {}));
  name_paged(paged.contracts, english.language());
  std::string names;
  for (const PagedContract& one : paged.contracts) names += one.entry.name + '\n';
  CHECK(names == "Velsen, Care (x)\nVelsen, Care (2026/17)\nGooi, Care\na/b\n");
}

TEST_CASE("a page leads from each contract of the league to its rules") {
  const Paged paged = three_paged();
  const AuditPage page{.contracts = paged.contracts};
  const Document document = audit_document(paged.audit(&page), english);
  const std::string text = tests::told(document, english);
  CHECK(tests::says(tests::below(text, "The contracts with their rules"), "Unfold a contract"));
  CHECK(tests::says(tests::below(text, "Velsen, Care (x): red"), "cost price | red | fail"));
  std::vector<std::string> anchors;
  std::vector<std::string> links;
  for (const Block& block : document.blocks) {
    if (const auto* const heading = std::get_if<Heading>(&block); heading && heading->folded)
      anchors.push_back('#' + heading->anchor);
    if (const auto* const table = std::get_if<Table>(&block); table && table->choice) {
      for (const Row& row : table->rows) links.push_back(std::get<Link>(row.cells.front()).file);
    }
  }
  CHECK(anchors == std::vector<std::string>{"#c1", "#c2", "#c3"});
  CHECK(links == anchors);
}

TEST_CASE("the only contract of a page is open") {
  Paged paged;
  paged.add(priced("Velsen", "39"));
  const AuditPage page{.contracts = paged.contracts};
  for (const Block& block : audit_document(paged.audit(&page), english).blocks) {
    const auto* const heading = std::get_if<Heading>(&block);
    CHECK_FALSE((heading != nullptr && heading->folded));
  }
}

TEST_CASE("an index leads to files of its own kind") {
  const Paged paged = three_paged();
  const Document document =
      index_document(paged.audit(nullptr), {paged.contracts.front().entry}, ".html", english);
  for (const Block& block : document.blocks) {
    const auto* const table = std::get_if<Table>(&block);
    if (table == nullptr || !table->choice) continue;
    CHECK(std::get<Link>(table->rows.front().cells.front()).file == "c1.html");
    CHECK(table->sorts);
  }
}

}  // namespace billijk::report
