#include "report/market/market_sections.hpp"

#include <catch2/catch.hpp>

#include "unit/documents.hpp"
#include "unit/marketed.hpp"

namespace billijk::report {
namespace {

using nlohmann::json;
using tests::CaseText;
using tests::marketable;
using tests::records;
using Texts = std::vector<std::string>;

Sections market_in(const CaseText& text, std::size_t provisional = 0) {
  const tests::Marketed found{text};
  return market_sections({.calculation = *found.subject,
                          .result = *found,
                          .tariff = found.tariff,
                          .provisional = provisional},
                         {"billijk", "1.0"}, Language::en);
}
json market_json(const CaseText& text, std::size_t provisional = 0) {
  return tests::json_of(market_in(text, provisional));
}
std::string names_in(const nlohmann::ordered_json& object) {
  std::string names;
  for (const auto& member : object.items()) (names += names.empty() ? "" : " ") += member.key();
  return names;
}

const CaseText whole_market =
    marketable("shares = [50, 40, 10]\nlead = { fee = 10, contract = 900 }", "tariff = 47");

}  // namespace

TEST_CASE("JSON of a market has its members in order") {
  const auto found = nlohmann::ordered_json::parse(render_json(market_in(whole_market).members));
  CHECK(names_in(found) ==
        "schema program case currency provisional volume tariff rows smallest_volume shares "
        "shares_total lead warnings");
  CHECK(found["schema"] == "billijk/market/1");
  CHECK(found["currency"] == "EUR");
  CHECK(found["provisional"] == false);
  CHECK(names_in(found["rows"][0]) ==
        "providers hours cost_price fair_tariff municipality total per_hour difference one_more");
  CHECK(names_in(found["shares"][0]) == "share hours cost_price fair_tariff zone");
  CHECK(names_in(found["shares_total"]) == "own smallest");
  CHECK(names_in(found["lead"]) == "fee contract rows equal_at");
  CHECK(names_in(found["lead"]["rows"][0]) ==
        "providers tariff lead_keeps lead_spends total direct_total");
}

TEST_CASE("JSON of a market has its figures") {
  const json found = market_json(whole_market, 1);
  CHECK(found["provisional"] == true);
  CHECK(found["volume"] == 12000);
  CHECK(found["tariff"]["per_hour"] == 47);
  CHECK(found["rows"][1] == json{{"providers", 2},
                                 {"hours", 6000},
                                 {"cost_price", 42.5},
                                 {"fair_tariff", 42.5},
                                 {"municipality", 2400},
                                 {"total", 512400},
                                 {"per_hour", 42.7},
                                 {"difference", 12600},
                                 {"one_more", 12600}});
  // 12000 / 6.505 = 1844.7.
  CHECK(found["smallest_volume"] == 1845);
  CHECK(found["shares"][2] == json{{"share", 10},
                                   {"hours", 1200},
                                   {"cost_price", 50.5},
                                   {"fair_tariff", 50.5},
                                   {"zone", "below_cost_price"}});
  CHECK(found["shares_total"] == json{{"own", 525000}, {"smallest", 609000}});
  CHECK(found["lead"]["equal_at"].is_null());
  CHECK(found["lead"]["rows"][1] == json{{"providers", 2},
                                         {"tariff", 47.22},
                                         {"lead_keeps", 56664},
                                         {"lead_spends", 1800},
                                         {"total", 568440},
                                         {"direct_total", 512400}});
}

TEST_CASE("JSON of a market has null for what there is not") {
  const json found = market_json(marketable());
  for (const char* key : {"tariff", "smallest_volume", "shares", "shares_total", "lead"}) {
    CAPTURE(key);
    CHECK(found[key].is_null());
  }
  CHECK(found["rows"].size() == 3);
  const json shares = market_json(marketable("shares = [100]"))["shares"];
  CHECK(shares[0]["zone"].is_null());
}

TEST_CASE("a market has rows of numbers, shares, a lead and answers") {
  const Rows rows = market_in(whole_market).rows;
  CHECK(rows.header == Texts{"section", "providers", "share", "hours", "cost_price", "fair_tariff",
                             "municipality", "total", "per_hour", "difference", "one_more", "zone",
                             "tariff", "lead_keeps", "lead_spends", "direct_total", "value"});
  CHECK(records(rows, "equal,2,") ==
        Texts{"equal,2,,6000,42.5,42.5,2400,512400,42.7,12600,12600,,,,,,"});
  CHECK(records(rows, "share,,10") == Texts{"share,,10,1200,50.5,50.5,,,,,,below_cost_price,,,,,"});
  CHECK(records(rows, "lead,2,") == Texts{"lead,2,,,,,,568440,,,,,47.22,56664,1800,512400,"});
  CHECK(records(rows, "smallest_volume") == Texts{"smallest_volume,,,,,,,,,,,,,,,,1845"});
  CHECK(records(rows, "shares_total.own") == Texts{"shares_total.own,,,,,,,,,,,,,,,,525000"});
  CHECK(records(rows, "lead.equal_at") == Texts{"lead.equal_at,,,,,,,,,,,,,,,,"});
  CHECK(records(rows, "").size() == 3 + 3 + 3 + 4);
  CHECK(records(market_in(marketable()).rows, "").size() == 4);
}

TEST_CASE("JSON of a market has its warnings") {
  const json found = market_json(marketable("reference_providers = 5"))["warnings"];
  std::string codes;
  for (const json& warning : found) codes += warning["code"].get<std::string>() + ' ';
  CHECK(codes.find("W027") != std::string::npos);
}

}  // namespace billijk::report
