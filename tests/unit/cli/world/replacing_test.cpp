#include "cli/world/replacing.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "unit/io/folder.hpp"

namespace billijk::cli {
namespace {

/// Whether a file of these bytes may be replaced by a report that begins so.
bool gives_way(const std::string& there, const std::string& beginning) {
  const tests::Folder folder;
  const std::string file = (folder.path() / "there").string();
  std::ofstream{file, std::ios::binary} << there;
  return !replaces_another({.file = file}, beginning);
}

TEST_CASE("an empty file, and one that is not there, give way to any report") {
  CHECK(gives_way("", "id,zone\n"));
  CHECK(gives_way(" \n", "{\"id\":null}"));
  CHECK_FALSE(replaces_another({.file = "no/such/file"}, "id,zone\n"));
}

TEST_CASE("a file gives way to a report that begins as it does") {
  CHECK(
      gives_way("{\n  \"schema\": \"billijk/check/1\"", "{\n  \"schema\": \"billijk/calc/1\",\n"));
  CHECK(gives_way("{\"schema\" : \"billijk/check/1\"", "{\n  \"schema\": \"billijk/calc/1\",\n"));
  CHECK_FALSE(gives_way("{\"schema\": \"other/1\"", "{\n  \"schema\": \"billijk/calc/1\",\n"));
  CHECK_FALSE(gives_way("{\"a\": 1}", "{\n  \"schema\": \"billijk/calc/1\",\n"));
  CHECK(gives_way("id,zone\nA,fair\n", "id,zone\n"));
  CHECK_FALSE(gives_way("id,tariff\nA,38\n", "id,zone\n"));
  CHECK(gives_way("{\"id\":\"A \\\" :\",\"zone\":\"fair\"}\n", "{\"id\":null,\"zone\":null}"));
  CHECK_FALSE(gives_way("{\"id\":\"A\"}\n", "{\"id\":null,\"zone\":null}"));
}

TEST_CASE("a report for people gives way to one in either language, a text of others does not") {
  const std::string report =
      "Fair tariff € 42.19 per hour: cost price € 41.16 and margin € 1.03.\n";
  CHECK(
      gives_way("# Billijk tarief € 40,00 per\nuur: kostprijs € 39,00 en marge € 1,00.\n", report));
  CHECK_FALSE(gives_way("Tarieven van Velsen\n", report));
  CHECK_FALSE(gives_way("Fair tariffs in Velsen\n", report));
}

TEST_CASE("a report that begins with a figure gives way to one of the same sentence") {
  const std::string report =
      "Cost price € 41.16 per hour, most sensitive to travel: from € 39.50 to € 43.00.\n";
  CHECK(gives_way(
      "Kostprijs € 38,00 per uur, het gevoeligst voor reistijd: van € 1,00\ntot € 2,00.\n",
      report));
  CHECK_FALSE(gives_way("Cost price € 41.16 per hour: see the letter of 3 May.\n", report));
  const std::string audit =
      "2 contracts, all green.\n\nAudit as of 1 November 2026. Percentages are of all contracts "
      "(n = 2), including those that could not be judged.\n";
  CHECK(
      gives_way("1 contract, red.\n\nAudit as of 3 May 2026. Percentages are of all contracts\n"
                "(n = 1), including those that could not be judged.\n",
                audit));
  CHECK_FALSE(gives_way("1 contract, red.\n\nWe write to you about the audit.\n", audit));
}

TEST_CASE("what is forced replaces anything") {
  const tests::Folder folder;
  const std::string file = (folder.path() / "there").string();
  std::ofstream{file} << "a letter";
  CHECK(replaces_another({.file = file}, "id,zone\n"));
  CHECK_FALSE(replaces_another({.file = file, .force = true}, "id,zone\n"));
}

}  // namespace
}  // namespace billijk::cli
