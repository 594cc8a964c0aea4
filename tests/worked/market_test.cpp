#include "analysis/market/market.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "unit/cases.hpp"

// Markets with the figures they must give, computed independently in exact rationals:
// cases/market-NAME.toml and cases/market-NAME.json, figures with 12 decimals.

namespace billijk {
namespace {

using analysis::MarketResult;
using core::Exact;
using nlohmann::json;

const std::string markets = std::string{BILLIJK_SOURCE_DIR} + "/tests/worked/cases/market-";

json figures_of_market(const std::string& name) {
  std::ifstream file{markets + name + ".json"};
  REQUIRE(file);
  return json::parse(file);
}

struct WorkedMarket {
  tests::Computed subject;
  core::Tariff tariff;
  MarketResult found;
};

WorkedMarket worked_market(const std::string& name) {
  const core::Checked<io::PresetStore> built_in = io::PresetStore::open({}, tests::reading());
  core::Checked<io::LoadedCase> loaded = io::load_case(
      {.name = markets + name + ".toml", .standard_input = {}, .settings = {}}, *built_in);
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  const core::Diagnostics wrong = analysis::ready_for_market(loaded->subject);
  if (!wrong.empty()) throw std::runtime_error{tests::summary(wrong)};
  const core::Tariff tariff{.value = loaded->subject.value(core::Key::tariff),
                            .unit = loaded->subject.choices.chosen<core::TariffUnit>()};
  tests::Computed subject = tests::compute(std::move(*loaded));
  core::Checked<MarketResult> found = analysis::market(*subject, tariff);
  if (!found) throw std::runtime_error{tests::summary(found.error())};
  return {.subject = std::move(subject), .tariff = tariff, .found = std::move(*found)};
}

/// As the files have it: a figure with 12 decimals, a whole number as one, null for none.
json twelve(const Exact& value) { return core::fixed(value, 12); }
json twelve(const std::optional<Exact>& value) { return value ? twelve(*value) : json{}; }
json whole(const std::optional<int>& value) { return value ? json(*value) : json{}; }

json members_of(const analysis::EqualProviders& row) {
  return {{"providers", row.providers},
          {"hours", twelve(row.one.hours)},
          {"cost_price", twelve(row.one.cost_price)},
          {"fair_tariff", twelve(row.one.fair_tariff)},
          {"municipality", twelve(row.municipality)},
          {"total", twelve(row.total)},
          {"per_hour", twelve(row.per_hour)},
          {"difference", twelve(row.difference)},
          {"one_more", twelve(row.one_more)}};
}
json members_of(const analysis::ShareOutcome& outcome) {
  return {{"share", twelve(outcome.share)},
          {"hours", twelve(outcome.price.hours)},
          {"cost_price", twelve(outcome.price.cost_price)},
          {"fair_tariff", twelve(outcome.price.fair_tariff)},
          {"zone", outcome.zone ? json(key_of(*outcome.zone)) : json{}}};
}
json members_of(const analysis::LeadRow& row) {
  return {{"providers", row.providers},      {"tariff", twelve(row.tariff)},
          {"lead_keeps", twelve(row.keeps)}, {"lead_spends", twelve(row.spends)},
          {"total", twelve(row.total)},      {"direct_total", twelve(row.direct)}};
}

/// Row by row, so that what differs is seen.
template <class Row>
void check_market_rows(const std::vector<Row>& found, const json& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(members_of(found[i]) == wanted[i]);
}

void check_market(const std::string& name) {
  const auto [subject, tariff, found] = worked_market(name);
  const json wanted = figures_of_market(name);
  CHECK(twelve(found.volume) == wanted.at("volume"));
  CHECK(json{{"value", twelve(Exact{tariff.value})},
             {"unit", word_of(tariff.unit)},
             {"per_hour", twelve(found.per_hour)}} == wanted.at("tariff"));
  check_market_rows(found.rows, wanted.at("rows"));
  REQUIRE(found.smallest_volume);
  CHECK(core::shortest(*found.smallest_volume) == wanted.at("smallest_volume").dump());
  check_market_rows(found.shares, wanted.at("shares"));
  REQUIRE(found.shares_total);
  CHECK(json{{"own", twelve(found.shares_total->own)},
             {"smallest", twelve(found.shares_total->smallest)}} == wanted.at("shares_total"));
  REQUIRE(found.lead);
  const json& lead = wanted.at("lead");
  CHECK(twelve(found.lead->fee) == lead.at("fee"));
  CHECK(twelve(found.lead->contract) == lead.at("contract"));
  check_market_rows(found.lead->rows, lead.at("rows"));
  CHECK(whole(found.lead->equal_at) == lead.at("equal_at"));
  CHECK(lead.size() == 4);
  CHECK(wanted.size() == 7);
}

}  // namespace

TEST_CASE("a market of up to 61 providers gives the figures worked out for it", "[worked]") {
  check_market("61");
}

}  // namespace billijk
