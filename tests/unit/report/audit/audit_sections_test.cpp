#include <catch2/catch.hpp>
#include <string>

#include "report/format/csv.hpp"
#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using Json = nlohmann::ordered_json;
using tests::asking;
using tests::Audited;
using tests::Audits;
using tests::CaseText;
using tests::exact;
using tests::named;

/// Three contracts: short with a volume, short without, and one without a price per hour.
Audits three() {
  const auto one = [](const std::string& body, analysis::ContractName name) {
    return Audited{CaseText{}.with("contract", body), asking(), std::move(name)}.contract();
  };
  Audits audits;
  audits.contracts = {one("tariff = 38.505\nvolume = 1001", named("a", "Velsen", "Zorg", "north")),
                      one("tariff = 40.49", named("b", "", "", "north")),
                      one("tariff = 300\nunit = \"month\"", named("c"))};
  return audits;
}

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& [key, value] : object.items()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

}  // namespace

TEST_CASE("the head of the JSON says what was asked of which day, and counts before it lists") {
  Audits audits = three();
  audits.settings = {"hours.sickness=5"};
  audits.presets = {{"nl/cpi", "CPI", "0123", true, tests::day("2026-02-03")},
                    {"own", "Own", "4567", false, {}}};
  const Json json = audits.json(Language::nl);
  CHECK(keys_of(json) ==
        "schema program as_of scheme break_even_percent settings rules headline answers regions "
        "providers presets contracts");
  CHECK(json["schema"] == "billijk/audit/1");
  CHECK(json["program"] == Json::parse(R"({"name": "billijk", "version": "1.2.3"})"));
  CHECK(json["as_of"] == "2026-11-22");
  CHECK(json["scheme"] == "union");
  CHECK(json["settings"] == Json::parse(R"(["hours.sickness=5"])"));
  CHECK(json["presets"] == Json::parse(R"([
    {"name": "nl/cpi", "title": "CPI", "origin": "built_in", "sha256": "0123",
     "checked": "2026-02-03"},
    {"name": "own", "title": "Own", "origin": "folder", "sha256": "4567", "checked": null}])"));
  CHECK(json["contracts"].size() == 3);
}

TEST_CASE("the headline of the JSON rounds to cents, and counts who is not in the sum") {
  // (40.50 - 38.505) x 1001 = 1996.995.
  CHECK(three().json(Language::en)["headline"] == Json::parse(R"({
    "contracts": 3, "classes": {"green": 0, "amber": 0, "red": 3}, "not_judged": 0,
    "sound_percent": 0, "not_judged_with_red_fail": 0, "contracts_short": 2,
    "contracts_short_without_volume": 1, "contracts_without_distance": 1,
    "shortfall_per_year": 1997, "evidence": {"strong": 0, "weak": 3}, "provisional": 0,
    "contracts_with_warnings": 0})"));
  const Json empty = Audits{}.json(Language::en);
  CHECK(empty["headline"]["sound_percent"].is_null());
  CHECK(empty["headline"]["shortfall_per_year"].is_null());
  CHECK(empty["contracts"].empty());
}

TEST_CASE("groups of the JSON go by name, and the one without has null") {
  const Json regions = three().json(Language::en)["regions"];
  REQUIRE(regions.size() == 2);
  CHECK(regions[0]["region"].is_null());
  CHECK(regions[0]["contracts_without_distance"] == 1);
  CHECK(regions[0]["shortfall_per_year"].is_null());
  CHECK(regions[1]["region"] == "north");
  CHECK(regions[1]["contracts_short"] == 2);
  CHECK(regions[1]["shortfall_per_year"] == 1997);
  CHECK(three().json(Language::en)["providers"][1]["provider"] == "Zorg");
}

TEST_CASE("a rule that is not asked stands among the rules, and has no answers") {
  Audits audits = three();
  audits.options = asking({Rule::cost_price});
  audits.options.rules[index_of(Rule::cost_price)].weight = analysis::Weight::amber;
  audits.options.rules[index_of(Rule::cost_price)].weight_changed = true;
  const Json json = audits.json(Language::nl);
  CHECK(json["rules"].size() == analysis::rule_count);
  CHECK(json["rules"][1] == Json::parse(R"({
    "rule": "cost-price", "asked": true, "weight": "amber", "threshold": null, "changed": true,
    "question": "het tarief dekt de kostprijs",
    "reference": "art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015"})"));
  CHECK(json["rules"][2]["asked"] == false);
  CHECK(json["rules"][2]["reference"].is_null());
  CHECK(json["rules"][11]["threshold"] == 1);
  CHECK(json["answers"] == Json::parse(R"([
    {"rule": "cost-price", "pass": 0, "fail": 2, "unknown": 1, "not_applicable": 0}])"));
  CHECK(json["contracts"][0]["rules"].size() == 1);
}

TEST_CASE("by the trade the JSON has the classes of the trade, and margin is sound") {
  Audits audits = three();
  audits.options.scheme = analysis::Scheme::by_trade;
  audits.contracts[1].standing = analysis::Standing::margin;
  const Json json = audits.json(Language::en);
  CHECK(json["scheme"] == "trade");
  CHECK(json["headline"]["classes"] == Json::parse(R"({"margin": 1, "break_even": 0, "loss": 0})"));
  CHECK(json["headline"]["sound_percent"] == 33.3);
}

TEST_CASE("the list of rules alone has its own schema, and every rule") {
  const Json json = Json::parse(render_json(rules_sections(asking(), Language::en).members));
  CHECK(keys_of(json) == "schema rules");
  CHECK(json["schema"] == "billijk/audit-rule-list/1");
  CHECK(json["rules"].size() == analysis::rule_count);
  const Rows rows = rules_sections(asking(), Language::nl).rows;
  CHECK(rows.header ==
        std::vector<std::string>{"rule", "weight", "threshold", "question", "reference"});
  CHECK(rows.records.size() == analysis::rule_count);
  CHECK(std::get<core::Exact>(rows.records[11][2].content()) == exact("1"));
  CHECK(render_record(rows.records[1], CsvDialect::plain) ==
        "cost-price,red,,het tarief dekt de kostprijs,"
        "art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015\n");
  CHECK(std::holds_alternative<std::monostate>(rows.records[2][4].content()));
}

TEST_CASE("a record has the figures of a contract and the answers asked; absent is empty") {
  analysis::AuditOptions options = asking({Rule::cost_price, Rule::scale_step});
  const ContractSections contracts{options, Language::nl};
  const std::vector<std::string> header = contracts.header();
  CHECK(std::vector<std::string>(header.end() - 7, header.end()) ==
        std::vector<std::string>{"missing", "cost-price", "scale-step", "evidence",
                                 "evidence_reasons", "provisional", "warnings"});
  const Audits audits = three();
  const auto row = [&](const analysis::AuditedContract& contract) {
    return contracts.of(contract, true).rows.records.front();
  };
  const auto record = [&](std::size_t i) { return row(audits.contracts[i]); };
  CHECK(record(0).size() == header.size());
  CHECK(render_record(record(0), CsvDialect::plain) ==
        "a,Velsen,Zorg,north,red,below_cost_price,38.505,33.75,40.5,44.55,1.995,4.93,1997,"
        "40.5,hour,audit.scale,fail,unknown,weak,,false,0\n");
  CHECK(render_record(record(1), CsvDialect::plain) ==
        "b,,,north,red,below_cost_price,40.49,33.75,40.5,44.55,0.01,0.02,,40.5,hour,"
        "audit.scale,fail,unknown,weak,,false,0\n");
  CHECK(render_record(record(2), CsvDialect::plain) ==
        "c,,,,red,,,33.75,40.5,44.55,,,,,month,\"contract.norm_hours, "
        "audit.scale\",unknown,unknown,weak,,false,0\n");
  // Of a file that could not be read not even the unit is known.
  CHECK(render_record(row(tests::unread("d", {})), CsvDialect::plain) ==
        "d,,,,not_judged,,,,,,,,,,,,unknown,unknown,,,false,0\n");
}

}  // namespace billijk::report
