#include "analysis/market/market.hpp"

#include <catch2/catch.hpp>

#include "unit/marketed.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;
using core::Zone;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::contract_costs;
using tests::exact;
using tests::given_cost_price;
using tests::marketable;
using tests::Marketed;
using tests::summary;

/// What stands in the way of a market of this case.
core::Diagnostics not_ready(const CaseText& text) {
  core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  return ready_for_market(loaded->subject);
}

/// 40.50 at every number, so that its totals differ by contracts of the municipality alone.
CaseText without_provider_costs(const std::string& more) {
  return CaseText{}.with("market", "volume = 12000\nproviders = [1, 2, 5]\n" + more);
}

std::string own_line(const std::string& amount, const std::string& per) {
  return "key = \"own\"\nelement = \"f\"\namount = " + amount + "\nper = \"" + per + '"';
}

bool may_rise(const std::string& line, const std::string& more = "") {
  return Marketed { marketable(more).line(line) } -> cost_may_rise;
}

Exact volume_enough(const std::string& tariff) {
  const Marketed found{marketable("", "tariff = " + tariff)};
  return found->smallest_volume.value_or(Exact{});
}

}  // namespace

TEST_CASE("a given cost price is of no number of providers") {
  const core::Diagnostics found =
      not_ready(given_cost_price("38").with("contract", "volume = 1000"));
  CHECK(codes(found) == "E155");
  CHECK(found.front().key == "given.cost_price");
}

TEST_CASE("a market has the hours it states, else those of the contract, else none") {
  CHECK(Marketed { marketable() } -> volume == exact("12000"));
  CHECK(Marketed { marketable("", "volume = 6000") } -> volume == exact("12000"));
  const CaseText of_contract = CaseText{}.with("contract", "volume = 6000");
  CHECK(Marketed { of_contract } -> volume == exact("6000"));
  const core::Diagnostics found = not_ready(CaseText{});
  CHECK(codes(found) == "E016");
  CHECK(found.front().key == "market.volume");
  CHECK(argument(found.front(), "or") == "contract.volume");
  CHECK(codes(not_ready(CaseText{}.with("contract", "volume = 0"))) == "E016");
}

TEST_CASE("a lump sum is for the hours of the contract, not of the market") {
  const CaseText without = marketable("", "tariff = 500000\nunit = \"lump_sum\"");
  CHECK(codes(not_ready(without)) == "E031");
  const Marketed found{marketable("", "tariff = 500000\nunit = \"lump_sum\"\nvolume = 10000")};
  CHECK(found->per_hour == exact("50"));
  CHECK(found->volume == exact("12000"));
  CHECK(not_ready(marketable("", "unit = \"lump_sum\"")).empty());
}

TEST_CASE("a lead provider leaves something of the tariff") {
  const auto keeps = [](const std::string& fee) {
    return not_ready(marketable("lead = { fee = " + fee + ", contract = 0 }"));
  };
  CHECK(codes(keeps("100")) == "E161");
  CHECK(keeps("100").front().key == "market.lead.fee");
  CHECK(keeps("99.99").empty());
  CHECK(keeps("0").empty());
}

TEST_CASE("all that is not ready is told at once") {
  CHECK(codes(not_ready(given_cost_price("38"))) == "E155 E016");
  CHECK(codes(not_ready(CaseText{}
                            .with("market", "lead = { fee = 100, contract = 0 }")
                            .with("contract", "tariff = 1\nunit = \"lump_sum\""))) ==
        "E161 E031 E016");
}

TEST_CASE("one provider without costs of its own costs what the case does") {
  const CaseText text =
      CaseText{}
          .with("contract", "volume = 9000")
          .with("obligations", "annual = 4500")
          .with("travel", "minutes = 6\nkilometres = 2\nrate = 0.23")
          .with("margin", "percent = 3")
          .with("market",
                "providers = [1, 2]\nmunicipality_contract = 100\nmunicipality_fixed = 7");
  const tests::Computed alone = tests::compute(text);
  for (const char* travel : {"none", "square_root"}) {
    CAPTURE(travel);
    CaseText travelling = text;
    const Marketed found{
        travelling.with("market",
                        "providers = [1, 2]\nmunicipality_contract = 100\nmunicipality_fixed = 7\n"
                        "travel = \"" +
                            std::string{travel} + '"')};
    const EqualProviders& one = found->rows.at(0);
    CHECK(one.one.hours == exact("9000"));
    CHECK(one.one.cost_price == alone.rounded(Total::cost_price));
    CHECK(one.one.fair_tariff == alone.rounded(Total::fair_tariff));
    CHECK(one.municipality == exact("107"));
    CHECK(one.total == exact("9000") * alone.rounded(Total::fair_tariff) + exact("107"));
    CHECK(found->rows.at(1).one.cost_price > one.one.cost_price);
  }
}

TEST_CASE("equal providers each have a part of the hours and all of the costs of a contract") {
  const Marketed found{marketable()};
  REQUIRE(found->rows.size() == 3);
  const std::vector<std::array<const char*, 5>> wanted{
      {"41.5", "1800", "499800", "0", "12600"},
      {"42.5", "2400", "512400", "12600", "12600"},
      {"45.5", "4200", "550200", "50400", "12600"}};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const EqualProviders& row = found->rows[i];
    CAPTURE(row.providers);
    CHECK(row.one.hours == exact("12000") / Exact{row.providers});
    CHECK(row.one.cost_price == exact(wanted[i][0]));
    CHECK(row.one.fair_tariff == exact(wanted[i][0]));
    CHECK(row.municipality == exact(wanted[i][1]));
    CHECK(row.total == exact(wanted[i][2]));
    CHECK(row.per_hour == row.total / exact("12000"));
    CHECK(row.difference == exact(wanted[i][3]));
    CHECK(row.one_more == exact(wanted[i][4]));
  }
  CHECK_FALSE(found->per_hour);
  CHECK_FALSE(found->smallest_volume);
  CHECK_FALSE(found->shares_total);
  CHECK_FALSE(found->lead);
  CHECK_FALSE(found->sinks());
}

TEST_CASE("numbers are compared in the order stated, with the first") {
  CaseText text = CaseText{};
  const Marketed found{text.with("market",
                                 "volume = 12000\nprovider_contract = 10000\n"
                                 "providers = [5, 1, 5]")};
  REQUIRE(found->rows.size() == 3);
  CHECK(found->rows[0].difference.is_zero());
  CHECK(found->rows[1].difference == exact("-48000"));
  CHECK(found->rows[2].difference.is_zero());
}

TEST_CASE(
    "from the smallest volume on the tariff covers the cost price, a whole hour less it does not") {
  // 40.50 + 12000 / hours rounds to at most 44 up to 3.505: 12000 / 3.505 = 3423.7.
  CHECK(volume_enough("44") == exact("3424"));
  CHECK(volume_enough("44.00499") == exact("3424"));
  // One share takes the whole market, so that its row is of just that volume.
  const auto cost_of = [](const Exact& hours) {
    CaseText text;
    return Marketed {
      text.with("market",
                "volume = " + core::shortest(hours) + "\nprovider_contract = 10000\nshares = [100]")
    } -> shares.at(0).price.cost_price;
  };
  CHECK(cost_of(exact("3424")) == exact("44"));
  CHECK(cost_of(exact("3423")) == exact("44.01"));
}

TEST_CASE("a tariff no provider lives from has no smallest volume, one of one hour does") {
  CHECK(volume_enough("41.49").is_zero());
  CHECK(volume_enough("41.50") == exact("11941"));  // 12000 / 1.005 = 11940.3
  CHECK(volume_enough("12040.50") == exact("1"));
  CHECK_FALSE(Marketed {
    CaseText{}.with("contract", "tariff = 50").with("market", "volume = 0.5\nproviders = [1]")
  } -> smallest_volume);
}

TEST_CASE("a tariff covers as many equal providers as it says, and no more") {
  const auto most = [](const std::string& volume, const std::string& contract,
                       const std::string& tariff) {
    return Marketed {
      CaseText{}
          .with("contract", "tariff = " + tariff)
          .with("market", "volume = " + volume + "\nprovider_contract = " + contract)
    } -> most_providers;
  };
  CHECK(most("12000", "10000", "44") == exact("3"));  // 40.50 + n, rounded
  CHECK(most("12000", "10000", "41.50") == exact("1"));
  CHECK_FALSE(most("12000", "10000", "41.49"));
  // Of three each has 3.33 hours, which will do; of whole hours it takes four.
  CHECK(most("10", "8.333333333333", "43.50") == exact("3"));
  // 40.50 + 1.20 / hours covers from 1.194 hours on, so nearly as many as there are hours.
  const std::optional<Exact> of_many = most("999999999999", "1", "41.50");
  REQUIRE(of_many);
  CHECK(*of_many / exact("999999999999") > exact("0.837"));
  CHECK(*of_many / exact("999999999999") < exact("0.838"));
  // Where an hour is enough, any number is.
  CHECK_FALSE(most("12000", "0", "41.50"));
}

TEST_CASE("a market of no whole number of hours ends at the last whole one") {
  const auto enough = [](const std::string& volume, const std::string& tariff) {
    return Marketed {
      CaseText{}
          .with("contract", "tariff = " + tariff)
          .with("market", "provider_contract = 10000\nvolume = " + volume)
    } -> smallest_volume;
  };
  CHECK(enough("3424.5", "44") == exact("3424"));
  CHECK_FALSE(enough("3423.9", "44"));
}

TEST_CASE("costs below zero may make an hour dearer in larger hands") {
  CHECK(may_rise(own_line("-100", "contract_year")));
  CHECK_FALSE(may_rise(own_line("100", "contract_year")));
  for (const char* per : {"full_timer_year", "paid_hour"}) {
    CAPTURE(per);
    CHECK_FALSE(may_rise(own_line("-1", per)));
    CHECK(may_rise(own_line("-1", per), "travel = \"square_root\""));
    CHECK_FALSE(may_rise(own_line("1", per), "travel = \"square_root\""));
  }
  CHECK_FALSE(may_rise(own_line("-1", "billable_hour"), "travel = \"square_root\""));
  CHECK_FALSE(may_rise("key = \"own\"\nelement = \"f\"\npercent = 2\nof = \"labour\"",
                       "travel = \"square_root\""));
}

TEST_CASE("where the cost may rise no smallest volume is given") {
  const Marketed found{marketable("", "tariff = 44").line(own_line("-100", "contract_year"))};
  CHECK(found->cost_may_rise);
  CHECK_FALSE(found->smallest_volume);
  CHECK(codes(found->warnings).find("W026") != std::string::npos);
  const Marketed without_tariff{marketable().line(own_line("-100", "contract_year"))};
  CHECK(codes(without_tariff->warnings).find("W026") == std::string::npos);
}

TEST_CASE("the market as it is has a price and, with a tariff, a zone for each") {
  // 50, 40 and 10 %: an hour costs 42.50, 43.00 and 50.50.
  const Marketed found{marketable("shares = [50, 40, 10]", "tariff = 47")};
  REQUIRE(found->shares.size() == 3);
  CHECK(found->shares[0].share == exact("50"));
  CHECK(found->shares[0].price.hours == exact("6000"));
  CHECK(found->shares[0].price.cost_price == exact("42.5"));
  CHECK(found->shares[1].price.cost_price == exact("43"));
  CHECK(found->shares[2].price.cost_price == exact("50.5"));
  CHECK(found->shares[0].zone == Zone::above_ceiling);  // 42.50 x 1.10 = 46.75
  CHECK(found->shares[1].zone == Zone::fair);
  CHECK(found->shares[2].zone == Zone::below_cost_price);
  REQUIRE(found->shares_total);
  // Three contracts: 3 x 600 + 1200.
  CHECK(found->shares_total->own == exact("3000") + exact("6000") * exact("42.5") +
                                        exact("4800") * exact("43") +
                                        exact("1200") * exact("50.5"));
  CHECK(found->shares_total->smallest == exact("3000") + exact("12000") * exact("50.5"));
}

TEST_CASE("a tariff sinks a market where it leaves one below its cost price") {
  const auto sinks = [](const std::string& shares, const std::string& contract) {
    return Marketed { marketable("shares = " + shares, contract) } -> sinks();
  };
  CHECK(sinks("[50, 40, 10]", "tariff = 47"));
  CHECK_FALSE(sinks("[50, 40, 10]", "tariff = 50.50"));
  CHECK_FALSE(sinks("[50, 50]", "tariff = 60"));
  CHECK(sinks("[100]", "tariff = 20"));
  CHECK_FALSE(sinks("[50, 40, 10]", ""));
  CHECK_FALSE(Marketed { marketable("", "tariff = 20") } -> sinks());
  const Marketed without{marketable("shares = [50, 50]")};
  CHECK_FALSE(without->shares[0].zone);
}

TEST_CASE(
    "a market in which nothing depends on the number is warned of, unless only one is asked") {
  CHECK(codes(Marketed { without_provider_costs("municipality_fixed = 5000") } -> warnings)
            .find("W025") != std::string::npos);
  CHECK(codes(Marketed { without_provider_costs("municipality_contract = 1") } -> warnings)
            .find("W025") == std::string::npos);
  for (const char* numbers : {"[3]", "[3, 3]"}) {
    const Marketed one{
        CaseText{}.with("market", "volume = 12000\nproviders = " + std::string{numbers})};
    CHECK(codes(one->warnings).find("W025") == std::string::npos);
  }
}

TEST_CASE("costs too small to show in a rounded total are costs all the same") {
  const Marketed found{
      CaseText{}.with("market", "volume = 12000\nprovider_contract = 1\nproviders = [1, 2, 5]")};
  CHECK(found->rows.front().total == found->rows.back().total);
  CHECK(codes(found->warnings).find("W025") == std::string::npos);
}

TEST_CASE("a number the travel holds for is warned of where travel does not count") {
  const auto warned = [](const std::string& more) {
    return codes(Marketed { marketable(more) } -> warnings).find("W027") != std::string::npos;
  };
  CHECK(warned("reference_providers = 5"));
  CHECK_FALSE(warned("reference_providers = 1"));
  CHECK_FALSE(warned("reference_providers = 5\ntravel = \"square_root\""));
}

}  // namespace billijk::analysis
