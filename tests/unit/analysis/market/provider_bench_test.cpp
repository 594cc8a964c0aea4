#include "analysis/market/provider_bench.hpp"

#include <catch2/catch.hpp>

#include "unit/marketed.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Key;
using core::Total;
using tests::CaseText;
using tests::exact;
using tests::marketable;

/// A bench and the case it is of.
struct Benched {
  explicit Benched(const CaseText& text)
      : subject{tests::Marketed{text}.subject}, bench{*subject, market_of(subject->subject)} {}
  Exact cost_at(const std::string& share) {
    return *bench.at(exact(share)).exact[Total::cost_price];
  }

  tests::Computed subject;
  ProviderBench bench;
};

/// The cost price of the round case with this travel and volume, stated as they are.
Exact stated_cost(const std::string& travel, const std::string& volume) {
  return tests::compute(CaseText{}
                            .with("travel", travel + "\nrate = 0.25")
                            .with("contract", "volume = " + volume)
                            .with("obligations", "annual = 10000"))
      .total(Total::cost_price);
}

const std::string squared = "travel = \"square_root\"\nreference_providers = 2";

}  // namespace

TEST_CASE("a share of the hours bears the costs of a contract alone, and those of the case") {
  Benched plain{marketable()};
  CHECK(plain.bench.volume() == exact("12000"));
  CHECK(plain.cost_at("1") == exact("41.5"));
  CHECK(plain.cost_at("1/4") == exact("44.5"));
  CHECK(plain.cost_at("1/7") == exact("47.5"));
  CHECK(*plain.bench.one_of(7).exact[Total::cost_price] == exact("47.5"));
  CaseText with_own = marketable();
  Benched more{with_own.with("obligations", "annual = 5000")};
  CHECK(more.cost_at("1") == exact("42"));
}

TEST_CASE("boundaries are exact and rounded as the case says") {
  CaseText text = marketable();
  Benched found{text.with("rounding", "step = 0.05")};
  const ProviderBench::Boundaries& third = found.bench.at(exact("12000/40000"));
  CHECK(*third.exact[Total::cost_price] == exact("40.5") + exact("10/3"));
  CHECK(*third.rounded[Total::cost_price] == exact("43.85"));
  CHECK(*third.exact[Total::wage_floor] == exact("33.75"));
}

TEST_CASE("clients of more providers lie apart by the root of the number, to six decimals") {
  const std::string market = "volume = 12000\nprovider_contract = 10000\n" + squared;
  const auto with_travel = [&](const std::string& travel) {
    return CaseText{}.with("travel", travel + "\nrate = 0.25").with("market", market);
  };
  Benched found{with_travel("minutes = 6\nkilometres = 2")};
  // With two the case holds; with eight all is twice as far, with one root 1/2 = 0.707107.
  CHECK(found.cost_at("1/2") == stated_cost("minutes = 6\nkilometres = 2", "6000"));
  CHECK(found.cost_at("1/8") == stated_cost("minutes = 12\nkilometres = 4", "1500"));
  CHECK(found.cost_at("1") == stated_cost("minutes = 4.242642\nkilometres = 1.414214", "12000"));
}

TEST_CASE("by visit it is the minutes between visits that grow") {
  CaseText text;
  text.with("travel", "minutes_between = 6\nvisit_minutes = 90\nkilometres = 2\nrate = 0.25")
      .with("market", "volume = 12000\nprovider_contract = 10000\n" + squared);
  Benched found{text};
  CHECK(found.cost_at("1/8") ==
        stated_cost("minutes_between = 12\nvisit_minutes = 90\nkilometres = 4", "1500"));
}

TEST_CASE("without it, travel is the same for all") {
  CaseText text;
  text.with("travel", "minutes = 6\nkilometres = 2\nrate = 0.25")
      .with("market", "volume = 12000\nprovider_contract = 10000\nreference_providers = 2");
  Benched found{text};
  CHECK(found.cost_at("1/8") == stated_cost("minutes = 6\nkilometres = 2", "1500"));
}

TEST_CASE("a share asked twice is the same, whatever was asked between") {
  Benched found{marketable(squared)};
  const ProviderBench::Boundaries& first = found.bench.at(exact("1/3"));
  const Exact cost = *first.exact[Total::cost_price];
  found.bench.at(exact("1/5"));
  CHECK(&found.bench.at(exact("1/3")) == &first);
  CHECK(*found.bench.at(exact("1/3")).exact[Total::cost_price] == cost);
  CHECK(found.bench.trouble() == core::Trouble::none);
}

}  // namespace billijk::analysis
