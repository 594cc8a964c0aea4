#include "analysis/forecast/tariff_path.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using tests::CaseText;
using tests::exact;
using Numbers = std::vector<Exact>;

Numbers numbers(const std::vector<const char*>& texts) {
  Numbers result;
  for (const char* text : texts) result.push_back(exact(text));
  return result;
}

/// A year that costs so much an hour, of 1000 hours.
YearCost costing(const char* cost, const char* volume = "1000", const char* part = "1") {
  return {.least = exact(cost), .cost = exact(cost), .volume = exact(volume), .part = exact(part)};
}
std::vector<YearCost> years_costing(const std::vector<const char*>& costs) {
  std::vector<YearCost> years;
  for (const char* cost : costs) years.push_back(costing(cost));
  return years;
}

TariffPath path_of(const CaseText& text, std::vector<YearCost> years) {
  return {terms_of(tests::compute(text)->subject), std::move(years)};
}
TariffPath path_of(std::vector<YearCost> years) { return path_of(CaseText{}, std::move(years)); }

CaseText stepping(const std::string& step, const std::string& mode = "half_up") {
  return CaseText{}.with("contract", "step = " + step).with("rounding", "mode = \"" + mode + '"');
}
/// What a tariff of 41.50 rises to.
Exact risen(const CaseText& text, const char* index) {
  return path_of(text, years_costing({"40", "40"}))
      .tariffs(exact("41.50"), numbers({"0", index}))
      .back();
}

/// Where 40 grows by 3 % a year: 41.20, 42.44 and, of 42.436, 43.71.
const std::vector<const char*> three_percent{"40", "41.20", "42.44", "43.71"};

}  // namespace

TEST_CASE("a tariff rises by the index of each year, and is rounded each year") {
  // 42.745 to 42.75, 43.605 to 43.61, 44.9183 to 44.92; the index of the first year counts not.
  CHECK(path_of(years_costing({"40", "40", "40", "40"}))
            .tariffs(exact("41.50"), numbers({"0.5", "0.03", "0.02", "0.03"})) ==
        numbers({"41.50", "42.75", "43.61", "44.92"}));
  CHECK(risen(CaseText{}, "-0.01") == exact("41.09"));  // 41.085
}

TEST_CASE("a tariff is rounded to the step of its contract by the mode of the case") {
  // 41.50 x 1.03 = 42.745, between 42.70 and 42.75; x 1.02 = 42.33.
  CHECK(risen(stepping("0.05"), "0.03") == exact("42.75"));
  CHECK(risen(stepping("0.05", "down"), "0.03") == exact("42.70"));
  CHECK(risen(stepping("0.05"), "0.02") == exact("42.35"));
  CHECK(risen(stepping("0.05", "up"), "0.021") == exact("42.40"));  // 42.3715
  CHECK(risen(stepping("0.05"), "0.021") == exact("42.35"));
  // A tie: half an odd number of cents.
  CHECK(risen(stepping("0.01", "half_up"), "0.03") == exact("42.75"));
  CHECK(risen(stepping("0.01", "half_even"), "0.03") == exact("42.74"));
  CHECK(risen(stepping("0.01", "up"), "0.03") == exact("42.75"));
  CHECK(risen(stepping("0.01", "down"), "0.03") == exact("42.74"));
  CHECK(risen(stepping("0.25"), "0.03") == exact("42.75"));
  CHECK(risen(stepping("10"), "0.03") == exact("40"));
}

TEST_CASE("without a step of its own a contract has that of the case") {
  const CaseText text = CaseText{}.with("rounding", "step = 0.50\nmode = \"up\"");
  CHECK(risen(text, "0.03") == exact("43"));
  CHECK(path_of(text, years_costing({"40"})).step().step == tests::decimal("0.5"));
  CHECK(risen(CaseText{text}.with("contract", "step = 0.05"), "0.03") == exact("42.75"));
  CHECK(risen(CaseText{}, "0.0333") == exact("42.88"));  // 42.88195
}

TEST_CASE("an index of nothing leaves the tariff as it is, off its step too") {
  CHECK(path_of(years_costing({"40", "40", "40"}))
            .tariffs(exact("41.503"), numbers({"0", "0", "0.01"})) ==
        numbers({"41.503", "41.503", "41.92"}));  // 41.91803
}

TEST_CASE("what an hour of a tariff is goes by its unit, a lump sum by the volume of the year") {
  const auto per_hour = [](const std::string& contract, const char* tariff) {
    const TariffPath path = path_of(CaseText{}.with("contract", contract),
                                    {costing("40", "1000"), costing("40", "1250")});
    return Numbers{path.per_hour(exact(tariff), 0), path.per_hour(exact(tariff), 1)};
  };
  CHECK(per_hour("", "41.5") == numbers({"41.5", "41.5"}));
  CHECK(per_hour("unit = \"minute\"", "0.7") == numbers({"42", "42"}));
  CHECK(per_hour("unit = \"4weeks\"\nnorm_hours = 104", "332") == numbers({"41.5", "41.5"}));
  CHECK(per_hour("unit = \"lump_sum\"\nvolume = 1000", "41500") == numbers({"41.5", "33.2"}));
}

TEST_CASE("a year gains its distance over the hours of its part") {
  const TariffPath path = path_of({costing("40"), costing("43", "2000", "273/365")});
  CHECK(path.result(exact("41.50"), 0) == exact("1500"));
  CHECK(path.result(exact("41.50"), 1) == exact("-3000") * exact("273/365"));
  CHECK(path.total(numbers({"41.50", "41.50"})) ==
        exact("1500") - exact("3000") * exact("273/365"));
  CHECK(path.volume(1) == exact("2000"));
}

TEST_CASE("what a year gains is counted from the cost price, not from a wage floor above it") {
  const TariffPath path = path_of(
      {{.least = exact("42"), .cost = exact("40"), .volume = exact("1000"), .part = exact("1")}});
  CHECK(path.result(exact("41"), 0) == exact("1000"));
  CHECK(path.sinks_in(numbers({"41.99"})) == std::size_t{0});
  CHECK_FALSE(path.sinks_in(numbers({"42"})));
}

TEST_CASE("without a volume there is no total") {
  const TariffPath path = path_of({costing("40", "0"), costing("43", "0")});
  CHECK_FALSE(path.total(numbers({"41.50", "41.50"})));
}

TEST_CASE("a tariff sinks in the first year in which it is below what that asks") {
  const TariffPath path = path_of(years_costing({"40", "42", "41", "43"}));
  CHECK_FALSE(path.sinks_in(numbers({"40", "42", "41", "43"})));
  CHECK(path.sinks_in(numbers({"40", "41.99", "41", "42"})) == std::size_t{1});
  CHECK(path.sinks_in(numbers({"40", "42", "41", "42.999999"})) == std::size_t{3});
  CHECK(path.sinks_in(numbers({"39", "42", "41", "43"})) == std::size_t{0});
}

TEST_CASE("the least first tariff holds, and one step less does not") {
  const char* const step = GENERATE("0.01", "0.05", "0.25", "1", "0.003");
  const char* const mode = GENERATE("half_up", "down", "up");
  CAPTURE(step, mode);
  const TariffPath path = path_of(stepping(step, mode), years_costing(three_percent));
  const Numbers index = numbers({"0", "0.02", "0.02", "0"});
  const auto holds = [&](const Numbers& tariffs) { return !path.sinks_in(tariffs); };
  const std::optional<Exact> least = path.least_start(index, holds);
  REQUIRE(least);
  CHECK(holds(path.tariffs(*least, index)));
  CHECK_FALSE(holds(path.tariffs(*least - exact(step), index)));
  CHECK((*least / exact(step)).rational().get_den() == 1);
}

TEST_CASE("rounding on the way counts in the least first tariff") {
  const auto least = [](const CaseText& text) {
    const TariffPath path = path_of(text, years_costing({"40", "41.30"}));
    return path.least_start(numbers({"0", "0.03"}),
                            [&](const Numbers& tariffs) { return !path.sinks_in(tariffs); });
  };
  // 40.09 becomes 41.2927, 40.10 41.303: below and above 41.295, from where on 41.30 is reached.
  CHECK(least(stepping("0.01")) == exact("40.10"));
  // Rounded up 41.2927 is 41.30 too, and 41.2824 is 41.29.
  CHECK(least(stepping("0.01", "up")) == exact("40.09"));
  // 40.05 becomes 41.2515, to 41.25; 40.10 becomes 41.30.
  CHECK(least(stepping("0.05")) == exact("40.10"));
  CHECK(least(stepping("0.05", "up")) == exact("40.05"));
}

TEST_CASE("over all years the least first tariff is that which leaves nothing lacking") {
  const TariffPath path = path_of(years_costing(three_percent));
  const Numbers still = numbers({"0", "0", "0", "0"});
  const auto holds = [&](const Numbers& tariffs) { return path.total(tariffs)->sign() >= 0; };
  // (40 + 41.20 + 42.44 + 43.71) / 4 = 41.8375.
  CHECK(path.least_start(still, holds) == exact("41.84"));
  const TariffPath even = path_of(years_costing({"40", "42"}));
  CHECK(even.least_start(numbers({"0", "0"}), [&](const Numbers& tariffs) {
    return even.total(tariffs)->sign() >= 0;
  }) == exact("41"));
}

TEST_CASE("a first tariff of nothing is enough where nothing is asked, and none where all fail") {
  const TariffPath path = path_of(years_costing({"0", "0"}));
  const Numbers index = numbers({"0", "0.03"});
  CHECK(path.least_start(index, [&](const Numbers& tariffs) { return !path.sinks_in(tariffs); }) ==
        exact("0"));
  CHECK_FALSE(path.least_start(index, [](const Numbers&) { return false; }));
  CHECK(path.least_start(index, [](const Numbers& all) { return all.front().sign() > 0; }) ==
        exact("0.01"));
}

TEST_CASE("the least percentage holds in every year, and a hundredth less does not") {
  // With 2.49 % 40 is 40.996, rounded 41.00, then 42.0209; with 2.48 % it is 40.992: 40.99.
  const TariffPath path = path_of(years_costing({"40", "41", "42"}));
  CHECK(path.least_percent(exact("40")) == exact("2.49"));
  CHECK_FALSE(path.sinks_in(path.tariffs(exact("40"), numbers({"0", "0.0249", "0.0249"}))));
  CHECK(path.sinks_in(path.tariffs(exact("40"), numbers({"0", "0.0248", "0.0248"}))));
  CHECK(path.least_percent(exact("42")) == exact("0"));
}

TEST_CASE("a percentage of a hundred is the most, and none helps a first year that is below") {
  const auto least = [](const char* later, const char* mode) {
    return path_of(stepping("0.01", mode), years_costing({"10", later})).least_percent(exact("10"));
  };
  CHECK(least("20", "down") == exact("100"));
  CHECK(least("20", "half_up") == exact("99.95"));  // 19.995
  CHECK_FALSE(least("20.01", "half_up"));
  CHECK_FALSE(path_of(years_costing({"40", "41"})).least_percent(exact("39.99")));
}

}  // namespace billijk::analysis
