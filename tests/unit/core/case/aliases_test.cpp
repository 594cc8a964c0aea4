#include "core/case/aliases.hpp"

#include <catch2/catch.hpp>

#include "io/case/schema.hpp"

namespace billijk::core {
namespace {

TEST_CASE("a path is read in either language, part by part") {
  CHECK(english_path("uren.ziekteverzuim") == "hours.sickness");
  CHECK(english_path("hours.ziekteverzuim") == "hours.sickness");
  CHECK(english_path("hours.sickness") == "hours.sickness");
  CHECK(english_path("ziekteverzuim") == "hours.sickness");
  CHECK(english_path("Tarief") == "contract.tariff");
  CHECK(english_path("ziekteverzuim.laag") == "hours.sickness.low");
  CHECK(english_path("uren.ziekteverzuim.graad") == "hours.sickness.grade");
  CHECK(english_path("loon.verdeling.5") == "wage.mix.5");
  CHECK(english_path("kostenregel.a.bedrag") == "line.a.amount");
  CHECK(english_path("contract.indexatie.geen") == "contract.indexation.none");
  CHECK(english_path("uren.onzin") == "hours.onzin");
  CHECK(english_path("uren.") == "hours.");
  CHECK(english_path("").empty());
}

TEST_CASE("a word alone is a key only where it can be no other") {
  CHECK(key_named("UURLOON") == "wage.hourly");
  for (const char* word : {"plaats", "percentage", "naam", "uren", "hours", ""})
    CHECK(key_named(word).empty());
}

TEST_CASE("words of choices are read in either language") {
  CHECK(english_word("gepubliceerd") == "published");
  CHECK(english_word("published") == "published");
  CHECK(alias_of_word("month") == "maand");
  CHECK(alias_of_word("cao").empty());
  CHECK(alias_of("hours.leave") == "verlof");
  CHECK(alias_of("schema").empty());
}

TEST_CASE("no Dutch name of a table is an English one beside it, and each names one thing") {
  const std::vector<std::string> paths = io::paths_of(io::case_entries());
  for (const std::string& path : paths) {
    const std::string_view alias = alias_of(path);
    if (alias.empty()) continue;
    const std::string table =
        path.substr(0, path.rfind('.') == std::string::npos ? 0 : path.rfind('.'));
    CAPTURE(path);
    CHECK(english_part(table, alias, false) == path.substr(table.empty() ? 0 : table.size() + 1));
    const std::string beside =
        table.empty() ? std::string{alias} : table + '.' + std::string{alias};
    CHECK(io::find_entry(io::case_entries(), beside) == nullptr);
    CHECK_FALSE(io::is_table_path(io::case_entries(), beside));
  }
}

}  // namespace
}  // namespace billijk::core
