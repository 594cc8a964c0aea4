#include <catch2/catch.hpp>
#include <string>

#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Rule;
using Json = nlohmann::ordered_json;
using tests::asking;
using tests::Audited;
using tests::Audits;
using tests::CaseText;
using tests::named;

Json contract(const std::string& body, const std::vector<Rule>& rules, Language language,
              analysis::ContractName name = named("velsen")) {
  Audits audits;
  audits.options = asking(rules);
  const Audited audited{CaseText{}.with("contract", body), audits.options, std::move(name)};
  audits.contracts = {audited.contract()};
  return audits.json(language)["contracts"][0];
}

}  // namespace

TEST_CASE("a contract in JSON has its figures exact, a year in cents, and an answer a rule asked") {
  CHECK(contract("tariff = 38.505\nvolume = 1001", {Rule::cost_price}, Language::nl,
                 named("v", "Velsen", "Zorg", "noord")) == Json::parse(R"({
    "id": "v", "municipality": "Velsen", "provider": "Zorg", "region": "noord", "class": "red",
    "zone": "below_cost_price", "tariff_per_hour": 38.505, "wage_floor": 33.75,
    "cost_price": 40.5, "ceiling": 44.55, "shortfall_per_hour": 1.995, "shortfall_percent": 4.93,
    "shortfall_per_year": 1997, "mending_tariff": 40.5, "unit": "hour", "missing": [],
    "rules": [{"rule": "cost-price", "weight": "red", "answer": "fail", "weighs": true,
               "found": 38.505, "required": 40.5, "unit": "EUR per hour",
               "reference": "art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015",
               "mend": "een tarief van ten minste € 40,50 per uur", "missing": [],
               "remarks": []}],
    "evidence": null, "provisional": false, "warnings": []})"));
}

TEST_CASE("what is not known of a contract is null in JSON, and named") {
  CHECK(contract("tariff = 300\nunit = \"month\"", {Rule::cost_price}, Language::en) ==
        Json::parse(R"({
    "id": "velsen", "municipality": null, "provider": null, "region": null, "class": "not_judged",
    "zone": null, "tariff_per_hour": null, "wage_floor": 33.75, "cost_price": 40.5,
    "ceiling": 44.55, "shortfall_per_hour": null, "shortfall_percent": null,
    "shortfall_per_year": null, "mending_tariff": null, "unit": "month",
    "missing": ["contract.norm_hours"],
    "rules": [{"rule": "cost-price", "weight": "red", "answer": "unknown", "weighs": true,
               "found": null, "required": null, "unit": "EUR per hour",
               "reference": "art. 5.4 lid 1 Uitvoeringsbesluit Wmo 2015", "mend": null,
               "missing": ["contract.norm_hours"], "remarks": []}],
    "evidence": null, "provisional": false, "warnings": []})"));
}

TEST_CASE("a fact in JSON is a number, a word or a list, the same in every language") {
  for (const Language language : {Language::en, Language::nl}) {
    const Json rules = contract("tariff = 41\ndelivery = \"alfahulp\"",
                                {Rule::elements, Rule::delivery, Rule::margin}, language)["rules"];
    CHECK(rules[0]["found"] == Json::parse(R"(["a", "b", "c", "e"])"));
    CHECK(rules[1]["found"] == "alfahulp");
    CHECK(rules[1]["required"] == "employment");
    CHECK(rules[1]["unit"].is_null());
    CHECK(rules[2]["found"] == 0);
    CHECK(rules[2]["reference"].is_null());
  }
}

TEST_CASE("the evidence of a contract stands in JSON with its reasons, and so do its rails") {
  const Json json =
      contract("tariff = 41\nvolume = 48.000", {Rule::cost_price, Rule::sources}, Language::nl);
  CHECK(json["class"] == "green");
  CHECK(json["evidence"] == Json::parse(R"({"grade": "weak", "reasons": [
    {"rule": "sources", "keys": ["wage.hourly", "employer_charges.percent", "hours.contract",
                                 "hours.leave", "overhead.percent"]}]})"));
  REQUIRE(json["warnings"].size() == 1);
  CHECK(json["warnings"][0]["code"] == "W051");
  CHECK(json["warnings"][0]["key"] == "contract.volume");
  CHECK(contract("tariff = 41", {Rule::cost_price, Rule::placeholders}, Language::en)["evidence"] ==
        Json::parse(R"({"grade": "strong", "reasons": []})"));
}

TEST_CASE("an answer that weighs nothing says so in JSON") {
  Audits audits;
  audits.options = asking({Rule::elements});
  analysis::AuditedContract given;
  given.rules[index_of(Rule::elements)] = analysis::rules::unknown({"build_up"});
  given.rules[index_of(Rule::elements)].weightless = true;
  audits.contracts = {given};
  const Json json = audits.json(Language::en)["contracts"][0];
  CHECK(json["rules"][0]["weighs"] == false);
  CHECK(json["rules"][0]["missing"] == Json::parse(R"(["build_up"])"));
  // It keeps nobody from judging, and so is missing from no contract.
  CHECK(json["missing"].empty());
  CHECK(json["unit"].is_null());
}

}  // namespace billijk::report
