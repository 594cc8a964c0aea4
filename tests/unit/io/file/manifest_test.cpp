#include "io/file/manifest.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

std::string codes_of(const std::string& text) {
  const core::Checked<Manifest> read = read_manifest(tests::source(text, "m.json"));
  return read ? std::string{} : tests::codes(read.error());
}

}  // namespace

TEST_CASE("a manifest that is written is read again") {
  Manifest manifest;
  manifest.program = "billijk";
  manifest.version = "1.2.3";
  manifest.as_of = "2026-11-22";
  manifest.folder = "..";
  manifest.cases = {"a \"b\".toml", "ü.toml"};
  manifest.settings = {"contract.tariff=38.50"};
  manifest.inputs = {{"a.toml", "00ff"}};
  manifest.dossier = {{"0001-a.md", "aa"}, {"0002-b.md", "bb"}};
  const core::Checked<Manifest> read = read_manifest(tests::source(manifest_text(manifest)));
  REQUIRE(read.has_value());
  CHECK(read->version == "1.2.3");
  CHECK(read->cases == manifest.cases);
  CHECK(read->settings == manifest.settings);
  CHECK(read->inputs.front().sha256 == "00ff");
  CHECK(read->dossier.back().name == "0002-b.md");
  CHECK(manifest_text(*read) == manifest_text(manifest));
}

TEST_CASE("what is no manifest is refused, and nothing is thrown") {
  for (const char* text :
       {"", "{", "[]", "7", "{}", R"({"schema": 1})", R"({"schema": "billijk/audit-manifest/1"})",
        R"({"schema": "billijk/audit-manifest/1", "program": [], "options": {}})"}) {
    INFO(text);
    CHECK(codes_of(text) == "E123");
  }
  Manifest plain;
  plain.as_of = "2026-11-22";
  std::string text = manifest_text(plain);
  CHECK(codes_of(text).empty());
  CHECK(codes_of(manifest_text({})) == "E123");
  text.replace(text.find("\"inputs\": []"), 12, "\"inputs\": [1]");
  CHECK(codes_of(text) == "E123");
}

}  // namespace billijk::io
