#include "report/words/findings.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

/// A file with a finding of each severity, the first at a place, and one without any.
std::vector<FileFindings> files() {
  const auto source = tests::source("[hours]\nsickness = 750\n", "a.toml");
  const core::Position at{.source = source, .line = 2, .column = 12};
  const core::Diagnostic wrong = core::finding(core::Code::index_count, at, "indexation.percent",
                                               {{"found", "1"}, {"needed", "2"}});
  const core::Diagnostic doubt = core::finding(core::Code::alfahulp, {}, "contract.delivery");
  return {{"a.toml", {wrong, doubt}}, {"b.toml", {}}};
}

}  // namespace

TEST_CASE("findings are counted under their texts, and are records beside them") {
  const Document document = findings_document(files(), Language::en);
  const std::vector<Findings> blocks = tests::all<Findings>(document);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text.starts_with("a.toml:2:12: error: "));
  CHECK(blocks[0].text.ends_with("Errors: 1. Warnings: 1. Files: 2.\n"));
}

TEST_CASE("changes say nothing where there is nothing, and count nothing") {
  CHECK(changes_document({{"b.toml", {}}}, Language::en).blocks.empty());
  const Document document = changes_document(files(), Language::nl);
  CHECK(tests::all<Findings>(document).at(0).text.find(": 1.") == std::string::npos);
}

TEST_CASE("a finding without a place has none in its record") {
  const Records records = findings_records(files(), Language::en);
  REQUIRE(records.rows.size() == 2);
  const nlohmann::json json = tests::json_of(sections_of(records));
  const nlohmann::json& list = json[std::string{records.list}];
  CHECK(list[0]["severity"] == "error");
  CHECK(list[0]["file"] == "a.toml");
  CHECK(list[0]["line"] == 2);
  CHECK(list[0]["column"] == 12);
  CHECK(list[1]["severity"] == "warning");
  CHECK(list[1]["line"] == nullptr);
  CHECK(list[1]["column"] == nullptr);
  CHECK(list[1]["key"] == "contract.delivery");
}

}  // namespace billijk::report
