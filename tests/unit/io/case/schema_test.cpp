#include "io/case/schema.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace billijk::io {
namespace {

TEST_CASE("every number of a case has a place in the format") {
  for (std::size_t i = 0; i < core::key_count; ++i) {
    const core::KeyFacts& facts = facts_of(core::key_at(i));
    CAPTURE(std::string{facts.path});
    const Entry* entry = find_entry(case_entries(), facts.path);
    REQUIRE(entry != nullptr);
    CHECK(entry->kind == Kind::number);
    CHECK(entry->facts == &facts);
  }
}

TEST_CASE("no key stands in the format twice, and keys of one table stand together") {
  std::set<std::string_view> paths;
  std::set<std::string_view> tables;
  std::string_view last;
  for (const Entry& entry : case_entries()) {
    CAPTURE(std::string{entry.path});
    CHECK(paths.insert(entry.path).second);
    const std::string_view table = entry.path.substr(0, entry.path.find('.'));
    if (table != last) CHECK(tables.insert(table).second);
    last = table;
  }
  CHECK(case_entries().front().path == "schema");
}

TEST_CASE("a table is known by the keys in it") {
  CHECK(is_table_path(case_entries(), "hours"));
  CHECK(is_table_path(case_entries(), "employer_charges.social"));
  CHECK_FALSE(is_table_path(case_entries(), "hours.leave"));
  CHECK_FALSE(is_table_path(case_entries(), "hour"));
  CHECK(find_entry(case_entries(), "hours") == nullptr);
}

TEST_CASE("a line may not claim the index as its element") {
  const Entry* element = find_entry(line_entries(), "element");
  REQUIRE(element != nullptr);
  std::string words;
  for (const std::string_view word : element->choices) words += word;
  CHECK(words == "abcdf");
}

TEST_CASE("paths are those of the entries") {
  CHECK(paths_of(clause_entries()) == std::vector<std::string>{"series", "percent", "cap",
                                                               "catch_up", "lag", "first_year",
                                                               "none"});
}

}  // namespace
}  // namespace billijk::io
