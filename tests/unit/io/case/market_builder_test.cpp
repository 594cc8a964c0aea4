#include "io/case/market_builder.hpp"

#include <catch2/catch.hpp>

#include "core/case/aliases.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::MarketFigure;
using core::MarketTravel;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;

core::Case case_of(const std::string& text, const std::vector<std::string>& settings = {}) {
  core::Checked<LoadedCase> loaded = tests::load(text, settings);
  if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
  return std::move(loaded->subject);
}
core::Market market_in(const std::string& body, const std::vector<std::string>& settings = {}) {
  return *case_of(CaseText{}.with("market", body).text(), settings).market;
}
core::Diagnostics found_in_market(const std::string& body) {
  return tests::errors_of(CaseText{}.with("market", body).text());
}

std::string profile_of(const std::string& share) {
  return "{ label = \"c" + share + "\", share = " + share + ", modules = { full_takeover = 1 } }";
}
std::string result_of(const std::string& profiles) {
  return "preset = \"nl/norm-hours-kpmg\"\nprofiles = [ " + profiles + " ]";
}
core::Diagnostics found_in_result(const std::string& body) {
  return tests::errors_of(CaseText{}.with("result", body).text());
}

std::vector<std::string> values_of(const std::vector<core::Input>& inputs) {
  std::vector<std::string> texts;
  for (const core::Input& input : inputs) texts.push_back(input.value.text());
  return texts;
}

}  // namespace

TEST_CASE("without [market] there is none, and an empty one compares the usual numbers") {
  CHECK_FALSE(case_of(CaseText{}.text()).market);
  const core::Market market = market_in("");
  CHECK(market.providers == std::vector<int>{1, 2, 5, 10, 20, 61});
  CHECK(market.shares.empty());
  CHECK(market.travel == MarketTravel::none);
  CHECK(market.reference_providers == 1);
  CHECK_FALSE(market.has_lead());
  for (std::size_t i = 0; i < core::market_facts.size(); ++i)
    CHECK(market.value(static_cast<MarketFigure>(i)).is_zero());
}

TEST_CASE("a market has what it states") {
  const core::Market market = market_in(
      "volume = 520000\nproviders = [3, 1]\nshares = [60, { value = 40, grade = \"measured\" }]\n"
      "provider_contract = 24000\nmunicipality_contract = 6500\nmunicipality_fixed = 40000\n"
      "travel = \"square_root\"\nreference_providers = 5\nlead = { fee = 8.5, contract = 12000 }");
  CHECK(market.value(MarketFigure::volume) == decimal("520000"));
  CHECK(market.providers == std::vector<int>{3, 1});
  CHECK(values_of(market.shares) == std::vector<std::string>{"60", "40"});
  CHECK(market.shares[1].grade == core::Grade::measured);
  CHECK(market.value(MarketFigure::provider_contract) == decimal("24000"));
  CHECK(market.value(MarketFigure::municipality_contract) == decimal("6500"));
  CHECK(market.value(MarketFigure::municipality_fixed) == decimal("40000"));
  CHECK(market.travel == MarketTravel::square_root);
  CHECK(market.reference_providers == 5);
  CHECK(market.has_lead());
  CHECK(market.value(MarketFigure::lead_fee) == decimal("8.5"));
  CHECK(market.value(MarketFigure::lead_contract) == decimal("12000"));
}

TEST_CASE("a market is read in Dutch too") {
  const std::string reference{core::alias_of("market.reference_providers")};
  const core::Case subject =
      case_of(CaseText{}
                  .with("markt",
                        "omvang = 520000\naanbieders = [3, 1]\naandelen = [60, 40]\n"
                        "contractkosten_aanbieder = 24000\ncontractkosten_gemeente = 6500\n"
                        "vaste_kosten_gemeente = 40000\nreizen = \"wortel\"\n"
                        "hoofdaannemer = { inhouding = 8, kosten_onderaannemer = 12000 }\n" +
                            reference + " = 5")
                  .text());
  REQUIRE(subject.market);
  const core::Market& market = *subject.market;
  for (std::size_t i = 0; i < core::market_facts.size(); ++i) {
    CAPTURE(core::market_facts.at(i).path);
    CHECK(market.figures.at(i));
  }
  CHECK(market.providers == std::vector<int>{3, 1});
  CHECK(market.shares.size() == 2);
  CHECK(market.travel == MarketTravel::square_root);
  CHECK(market.reference_providers == 5);
}

TEST_CASE("a result is read in Dutch too, each profile in a table of its own if wanted") {
  const core::Case subject =
      case_of(CaseText{}
                  .with("resultaat", "bronbestand = \"nl/norm-hours-kpmg\"")
                  .item("resultaat.profielen",
                        "omschrijving = \"basis\"\naandeel = 70\nmodules = { full_takeover = 1 }")
                  .item("resultaat.profielen",
                        "omschrijving = \"zwaar\"\naandeel = 30\nmodules = { full_takeover = 1, "
                        "many_extra_limitations = 0.5 }")
                  .text());
  REQUIRE(subject.result);
  CHECK(subject.result->preset == "nl/norm-hours-kpmg");
  REQUIRE(subject.result->profiles.size() == 2);
  const core::Profile& heavy = subject.result->profiles[1];
  CHECK(heavy.label == "zwaar");
  CHECK(heavy.share.value == decimal("30"));
  REQUIRE(heavy.modules.size() == 2);
  CHECK(heavy.modules[1].key == "many_extra_limitations");
  CHECK(heavy.modules[1].count.value == decimal("0.5"));
  CHECK(subject.result->norm_hours == tests::exact("115.8"));  // 0.7 x 108 + 0.3 x 134
}

TEST_CASE("shares of the market add up to all of it") {
  CHECK(found_in_market("shares = [100]").empty());
  CHECK(found_in_market("shares = [33.33, 33.33, 33.34]").empty());
  CHECK(codes(found_in_market("shares = []")) == "E016");
  const auto argued = [](const std::string& shares, const char* name) {
    const core::Diagnostics found = found_in_market("volume = 1\nshares = " + shares);
    REQUIRE(codes(found) == "E156");
    CHECK(found.front().key == "market.shares");
    return argument(found.front(), name);
  };
  CHECK(argued("[40, 30, 20]", "sum") == "90");
  CHECK(argued("[40, 30, 20]", "rest") == "10");
  CHECK(argued("[40, 30, 20]", "excess") == "(none)");
  CHECK(argued("[60, 50.5]", "excess") == "10.5");
  CHECK(argued("[60, 50.5]", "rest") == "(none)");
  CHECK(argued("[33.33, 33.33, 33.33]", "rest") == "0.01");
}

TEST_CASE("shares that add up to 1 are taken for the percentages they are a part of") {
  const core::Diagnostics found = found_in_market("shares = [0.4, 0.6]");
  REQUIRE(codes(found) == "E156");
  CHECK(argument(found.front(), "sum") == "1");
  CHECK(argument(found.front(), "fraction") == "0.4");
  CHECK(argument(found.front(), "percentage") == "40");
  CHECK(argument(found.front(), "rest") == "(none)");
}

TEST_CASE("a share is above nothing and at most all, a number of providers whole") {
  for (const char* shares : {"[0, 100]", "[-5, 105]", "[100.5]"}) {
    CAPTURE(shares);
    CHECK(codes(found_in_market(std::string{"shares = "} + shares)).find("E012") !=
          std::string::npos);
  }
  CHECK(codes(found_in_market("shares = 100")) == "E011");
  for (const char* numbers : {"[0]", "[10001]", "[1, -2]"}) {
    CAPTURE(numbers);
    CHECK(codes(found_in_market(std::string{"providers = "} + numbers)) == "E012");
  }
  CHECK(codes(found_in_market("providers = [1.5]")) == "E011");
  CHECK(codes(found_in_market("providers = 5")) == "E011");
  CHECK(codes(found_in_market("providers = []")) == "E016");
  CHECK(codes(found_in_market("reference_providers = 0")) == "E012");
  CHECK(codes(found_in_market("volume = 0")) == "E012");
  CHECK(codes(found_in_market("travel = \"root\"")) == "E013");
  CHECK(market_in("providers = [10000]").providers == std::vector<int>{10'000});
}

TEST_CASE("a lead provider has a fee and costs, or there is none") {
  const core::Diagnostics no_fee = found_in_market("lead = { contract = 12000 }");
  REQUIRE(codes(no_fee) == "E016");
  CHECK(no_fee.front().key == "market.lead.fee");
  const core::Diagnostics no_contract = found_in_market("lead = { fee = 8 }");
  REQUIRE(codes(no_contract) == "E016");
  CHECK(no_contract.front().key == "market.lead.contract");
  CHECK(codes(found_in_market("lead = {}")) == "E016 E016");
  CHECK(codes(found_in_market("lead = 8")) == "E011");
  CHECK(codes(found_in_market("lead = { fee = 101, contract = 0 }")) == "E012");
}

TEST_CASE("figures of a market are set from the command line") {
  const core::Market market =
      market_in("volume = 1000\nlead = { fee = 8, contract = 1 }",
                {"market.volume=2000", "market.lead.fee=9", "market.provider_contract=50"});
  CHECK(market.value(MarketFigure::volume) == decimal("2000"));
  CHECK(market.value(MarketFigure::lead_fee) == decimal("9"));
  CHECK(market.value(MarketFigure::provider_contract) == decimal("50"));
}

TEST_CASE("a result has a preset, profiles, and of each all that it needs") {
  CHECK(found_in_result(result_of(profile_of("100"))).empty());
  const auto missing = [](const std::string& body) {
    std::string keys;
    for (const core::Diagnostic& finding : found_in_result(body)) {
      CHECK(name_of(finding.code) == "E016");
      keys += (keys.empty() ? "" : " ") + finding.key;
    }
    return keys;
  };
  CHECK(missing("") == "result.preset result.profiles");
  CHECK(missing("preset = \"nl/norm-hours-kpmg\"") == "result.profiles");
  CHECK(missing("profiles = [ " + profile_of("100") + " ]") == "result.preset");
  CHECK(missing(result_of("")) == "result.profiles");
  CHECK(missing(result_of("{ share = 100, modules = { full_takeover = 1 } }")) ==
        "result.profiles.label");
  CHECK(missing(result_of("{ label = \"c\", modules = { full_takeover = 1 } }")) ==
        "result.profiles.share");
  CHECK(missing(result_of("{ label = \"c\", share = 100 }")) == "result.profiles.modules");
  CHECK(missing(result_of("{}")) ==
        "result.profiles.label result.profiles.share result.profiles.modules");
}

TEST_CASE("each profile has a label of its own") {
  const auto labelled = [](const std::string& one, const std::string& other) {
    const auto profile = [](const std::string& label) {
      return "{ label = \"" + label + "\", share = 50, modules = { full_takeover = 1 } }";
    };
    return codes(found_in_result(result_of(profile(one) + ", " + profile(other))));
  };
  CHECK(labelled("light", "heavy").empty());
  CHECK(labelled("light", "light") == "E160");
  CHECK(labelled("", " ") == "E160 E160");
}

TEST_CASE("shares of profiles add up to all clients") {
  const auto argued = [](const std::string& profiles, const char* name) {
    const core::Diagnostics found = found_in_result(result_of(profiles));
    REQUIRE(codes(found) == "E156");
    CHECK(found.front().key == "result.profiles.share");
    return argument(found.front(), name);
  };
  CHECK(argued(profile_of("60") + ", " + profile_of("30"), "rest") == "10");
  CHECK(argued(profile_of("60") + ", " + profile_of("41"), "excess") == "1");
  CHECK(argued(profile_of("0.7") + ", " + profile_of("0.3"), "percentage") == "70");
}

TEST_CASE("a count of a module is not negative, the preset one of norm hours") {
  const auto counted = [](const std::string& modules) {
    return codes(found_in_result(
        result_of("{ label = \"c\", share = 100, modules = { " + modules + " } }")));
  };
  CHECK(counted("full_takeover = 0.25").empty());
  CHECK(counted("full_takeover = -1") == "E012");
  CHECK(counted("full_takeover = [1]") == "E011");
  CHECK(counted("full_takeover = { value = 1, grade = \"measured\" }").empty());
  CHECK(counted("attic = 1") == "E157");
  CHECK(counted("") == "E159");
  CHECK(codes(found_in_result("preset = \"nl/pension-pfzw\"\nprofiles = [ " + profile_of("100") +
                              " ]")) == "E026");
  CHECK(codes(found_in_result("preset = \"nl/norm-hours-utrecht\"\nprofiles = [ " +
                              profile_of("100") + " ]")) == "E158");
}

}  // namespace billijk::io
