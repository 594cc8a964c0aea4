#include "analysis/forecast/forecast.hpp"

#include <catch2/catch.hpp>

#include "unit/foreseen.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::GrowthPath;
using core::Total;
using core::Zone;
using tests::CaseText;
using tests::exact;
using tests::foreseeable;
using tests::Foreseen;

const std::string usual_growth = "wages = 3\nprices = 2";

/// A figure of each year along a path, one below the other.
template <class Of>
std::string each(const Foreseen& found, const Of& of, GrowthPath path = GrowthPath::value) {
  std::string text;
  for (const ForecastYear& year : found->years)
    text += (text.empty() ? "" : " ") + core::shortest(of(year[path]));
  return text;
}
std::string tariffs(const Foreseen& found, GrowthPath path = GrowthPath::value) {
  return each(
      found, [](const YearFigures& of) { return of.tariff; }, path);
}
std::string costs(const Foreseen& found, GrowthPath path = GrowthPath::value) {
  return each(
      found, [](const YearFigures& of) { return *of.boundaries[Total::cost_price]; }, path);
}
std::string distances(const Foreseen& found, GrowthPath path = GrowthPath::value) {
  return each(
      found, [](const YearFigures& of) { return of.distance.per_hour; }, path);
}
/// "f" a year that is fair, "-" below the cost price, "=" below the wage floor, "+" above the
/// ceiling.
std::string zones(const Foreseen& found, GrowthPath path = GrowthPath::value) {
  std::string text;
  for (const ForecastYear& year : found->years)
    text += std::string{"=-f+"}.at(static_cast<std::size_t>(year[path].zone));
  return text;
}
std::string certainties(const Foreseen& found) {
  std::string text;
  for (const ForecastYear& year : found->years) text += year.certain ? 'c' : '?';
  return text;
}
CaseText under(const std::string& contract, const std::string& forecast = usual_growth) {
  return foreseeable(forecast, contract);
}
const std::string to_2028 = "\nend = 2028-12-31\n";

}  // namespace

TEST_CASE("each year has its tariff, its boundaries and how far they are apart") {
  const Foreseen found{foreseeable()};
  REQUIRE(found->years.size() == 4);
  CHECK(tariffs(found) == "41.5 42.33 43.18 44.04");
  CHECK(costs(found) == "40.5 41.72 42.97 44.26");
  CHECK(distances(found) == "1 0.61 0.21 -0.22");
  CHECK(zones(found) == "fff-");
  const auto boundary = [&](Total total) {
    return each(found, [&](const YearFigures& of) { return *of.boundaries[total]; });
  };
  // 33.75 and 44.55 by 3 % a year.
  CHECK(boundary(Total::wage_floor) == "33.75 34.76 35.81 36.88");
  CHECK(boundary(Total::fair_tariff) == "40.5 41.72 42.97 44.26");
  CHECK(boundary(Total::ceiling) == "44.55 45.89 47.26 48.68");
  const YearFigures& second = found.year(2027).value();
  CHECK(second.index == exact("0.02"));
  CHECK(found.year(2026).value().index == exact("0"));
  CHECK(second.per_hour == exact("42.33"));
  CHECK(second.distance.percent == exact("1.46"));  // 61 / 4172
  CHECK_FALSE(second.subcontractor);
  CHECK(found->unit == core::TariffUnit::hour);
}

TEST_CASE("a year gains its distance over its hours, and the total is rounded once") {
  const Foreseen found{
      under("tariff = 41.50\nvolume = 1000.5\nend = 2028-12-31\n"
            "indexation = { percent = 2 }")};
  const auto year = [&](int of) { return found.year(of).value(); };
  CHECK(year(2026).distance.per_year == exact("1000.50"));
  CHECK(year(2027).distance.per_year == exact("610.31"));  // 610.305
  CHECK(year(2028).distance.per_year == exact("210.11"));  // 210.105
  CHECK(year(2027).running_total == exact("1610.81"));     // 1610.805
  CHECK(year(2028).running_total == exact("1820.91"));     // 1820.91, not 1820.92
  CHECK(year(2028).volume == exact("1000.5"));
  CHECK(year(2028).hours == exact("1000.5"));
}

TEST_CASE("a year that ends with the contract counts for its part") {
  const Foreseen found{
      under("tariff = 41.50\nvolume = 1000\nend = 2027-06-30\n"
            "indexation = { percent = 2 }")};
  const YearFigures& last = found.year(2027).value();
  CHECK(last.volume == exact("1000"));
  CHECK(last.hours == exact("181000/365"));
  CHECK(last.distance.per_year == exact("302.49"));  // 610 x 181 / 365 = 302.4931…
  CHECK(last.running_total == exact("1302.49"));
  CHECK(last.distance.per_hour == exact("0.61"));
}

TEST_CASE("the first year below the cost price, below the wage floor and above the ceiling") {
  const Foreseen found{foreseeable()};
  CHECK(found->sinks_in == 2029);
  CHECK_FALSE(found->below_wage_floor_from);
  CHECK_FALSE(found->above_ceiling_from);
  // 34 lies above a floor of 33.75, and below one of 34.76.
  const Foreseen low{under("tariff = 34\nindexation = { none = true }" + to_2028)};
  CHECK(zones(low) == "-==");
  CHECK(low->sinks_in == 2026);
  CHECK(low->below_wage_floor_from == 2027);
  // 44.55 is the ceiling itself; 46.7775 is above one of 45.89.
  const Foreseen high{under("tariff = 44.55\nindexation = { percent = 5 }" + to_2028)};
  CHECK(zones(high) == "f++");
  CHECK(high->above_ceiling_from == 2027);
  CHECK_FALSE(high->sinks_in);
}

TEST_CASE("a tariff above the cost price and below the wage floor sinks as well") {
  // (33.75 - 10) x 1.2 = 28.50, a wage floor of 33.75 above it.
  const Foreseen found{
      under("tariff = 33\nvolume = 1000\nindexation = { none = true }" + to_2028)
          .line("key = \"grant\"\nelement = \"f\"\namount = -10\nper = \"billable_hour\"")};
  CHECK(zones(found) == "===");
  CHECK(found->sinks_in == 2026);
  CHECK(found->below_wage_floor_from == 2026);
  CHECK(found.year(2026).value().distance.per_hour == exact("4.50"));
  CHECK(found->needed.start_tariff_every_year == exact("35.81"));  // the floor of 2028
  // Of the cost price: 28.50, then (34.7625 - 10.20) x 1.2 and (35.805375 - 10.404) x 1.2.
  CHECK(costs(found) == "28.5 29.48 30.48");
  CHECK(found->needed.start_tariff_over_contract == exact("29.49"));  // 88.46 / 3
  CHECK_FALSE(found->needed.clause_percent);
}

TEST_CASE("what is needed is on the value path, to the step") {
  const Foreseen found{foreseeable()};
  // 41.71 becomes 42.54, 43.39 and 44.26; 41.70 becomes 42.53, 43.38 and 44.25, of 44.2476.
  CHECK(found->needed.start_tariff_every_year == exact("41.71"));
  // 41.12, 41.94, 42.78 and 43.64 are 169.48; the cost prices 169.45; from 41.11 on 169.44.
  CHECK(found->needed.start_tariff_over_contract == exact("41.12"));
  // 2.16 %: 42.40, 43.32 and 44.26; 2.15 %: 42.39, 43.30 and 44.23.
  CHECK(found->needed.clause_percent == exact("2.16"));
  const Foreseen ranged{foreseeable("wages = { value = 3, low = 0, high = 9 }\nprices = 2")};
  CHECK(ranged->needed.start_tariff_every_year == exact("41.71"));
  CHECK(ranged->needed.clause_percent == exact("2.16"));
}

TEST_CASE("a percentage in the place of the clause has no cap and no first year") {
  const Foreseen found{
      under("tariff = 41.50\nindexation = { percent = 5, cap = 0.5, first_year = 2029 }\n"
            "end = 2029-12-31")};
  CHECK(tariffs(found) == "41.5 41.5 41.5 41.71");
  CHECK(found->needed.clause_percent == exact("2.16"));
}

TEST_CASE("by how much the wage, the cost price and the tariff grew") {
  const GrownBy grown = Foreseen { foreseeable() } -> growth;
  CHECK(grown.wage == exact("9.2727"));  // 1.03 ^ 3
  CHECK(grown.cost_price == exact("376/40.5"));
  CHECK(grown.tariff == exact("254/41.5"));
  const GrownBy one = Foreseen(foreseeable(), {.until = 2026})->growth;
  CHECK(one.wage == exact("0"));
  CHECK(one.cost_price == exact("0"));
  CHECK(one.tariff == exact("0"));
}

TEST_CASE("figures of an earlier level stand indexed, in the first year too") {
  const Foreseen found{under("tariff = 45\nindexation = { none = true }" + to_2028)
                           .with("indexation", "price_level = 2025\npercent = [10]")};
  // 40.50 x 1.10 = 44.55, then 45.8865 and 47.263095.
  CHECK(costs(found) == "44.55 45.89 47.26");
  CHECK(found->growth.wage == exact("6.09"));  // of 22, not of 20
}

TEST_CASE("on all three paths tariff, cost and volume follow the same ends") {
  const Foreseen found{
      under("tariff = 41.50\nvolume = 1000\nindexation = { series = \"nl/vng-90-10\" }" + to_2028,
            "wages = { value = 3, low = 2, high = 5 }\nprices = { value = 2, high = 4 }\n"
            "volume = { value = 1, low = -1 }"),
      {.until = std::nullopt,
       .clauses = {},
       .presets = {tests::series("weights = { ova = 90, ppc = 10 }\n",
                                 {{"2024-01-01", "ova = 1\nppc = 1"}})}}};
  // 0.9 x 3 + 0.1 x 2 = 2.9; 0.9 x 2 + 0.1 x 2 = 2.0; 0.9 x 5 + 0.1 x 4 = 4.9.
  CHECK(tariffs(found) == "41.5 42.7 43.94");  // 42.7035, of 42.70 43.9383
  CHECK(tariffs(found, GrowthPath::low) == "41.5 42.33 43.18");
  CHECK(tariffs(found, GrowthPath::high) == "41.5 43.53 45.66");  // 43.5335, 45.66297
  CHECK(costs(found) == "40.5 41.72 42.97");
  CHECK(costs(found, GrowthPath::low) == "40.5 41.31 42.14");   // 42.1362
  CHECK(costs(found, GrowthPath::high) == "40.5 42.53 44.65");  // 42.525, 44.65125
  const auto volumes = [&](GrowthPath path) {
    return each(
        found, [](const YearFigures& of) { return *of.volume; }, path);
  };
  CHECK(volumes(GrowthPath::value) == "1000 1010 1020.1");
  CHECK(volumes(GrowthPath::low) == "1000 990 980.1");
  CHECK(volumes(GrowthPath::high) == "1000 1010 1020.1");
  // 1000 x 1.00, 990 x 1.02 and 980.1 x 1.04 = 3029.104.
  CHECK(found.year(2028)[GrowthPath::low].running_total == exact("3029.10"));
  CHECK(certainties(found) == "ccc");
}

TEST_CASE("a later year is certain when its zone is the same on every path") {
  // High: 42.53 and 44.65, with 42.33 and 43.18 below both; low: 41.31, 42.14 and 42.98.
  const Foreseen found{foreseeable("wages = { value = 3, low = 2, high = 5 }\nprices = 2")};
  CHECK(zones(found) == "fff-");
  CHECK(zones(found, GrowthPath::low) == "ffff");
  CHECK(zones(found, GrowthPath::high) == "f---");
  CHECK(certainties(found) == "c???");
  CHECK(certainties(Foreseen{foreseeable("wages = { value = 3, low = 2.5, high = 3.2 }\n"
                                         "prices = 2")}) == "ccc?");
}

TEST_CASE("the first year is as certain as its verdict, a later one as far as growth goes") {
  // At 9 % of sickness an hour costs 64800 / 1460 = 44.38.
  const Foreseen found{foreseeable().with(
      "hours", "contract = 2000\nleave = 300\nsickness = { value = 5, high = 9 }")};
  CHECK_FALSE(found.verdict.certain);
  CHECK(certainties(found) == "?ccc");
}

TEST_CASE("what reaches the one who delivers has a zone of its own each year") {
  const Foreseen found{
      under("tariff = 41.50\nsubcontracting_fee = 1\nend = 2028-12-31\n"
            "indexation = { percent = 2 }")};
  const auto& second = found.year(2027).value().subcontractor;
  REQUIRE(second);
  CHECK(second->per_hour == exact("41.9067"));  // 42.33 x 0.99, above 41.72
  CHECK(second->zone == Zone::fair);
  CHECK(found.year(2026).value().subcontractor->per_hour == exact("41.085"));
  const auto& third = found.year(2028).value().subcontractor;
  CHECK(third->per_hour == exact("42.7482"));  // below 42.97, which 43.18 itself is not
  CHECK(third->zone == Zone::below_cost_price);
  CHECK_FALSE(found->sinks_in);
}

TEST_CASE("without a volume there are no amounts a year, and nothing to need over all years") {
  const Foreseen found{under("tariff = 41.50\nindexation = { percent = 2 }" + to_2028)};
  for (const ForecastYear& year : found->years) {
    CHECK_FALSE(year.value().distance.per_year);
    CHECK_FALSE(year.value().volume);
    CHECK_FALSE(year.value().hours);
    CHECK_FALSE(year.value().running_total);
  }
  CHECK_FALSE(found->needed.start_tariff_over_contract);
  CHECK(found->needed.start_tariff_every_year == exact("41.30"));  // 42.13 and 42.97
  CHECK_FALSE(Foreseen(under("tariff = 41.50\nindexation = { percent = 2 }" + to_2028),
                       {.until = std::nullopt, .clauses = {"none"}, .presets = {}})
                  ->clauses[0]
                  .running_total);
}

TEST_CASE("a lump sum is spread over a volume that grows") {
  const Foreseen found{
      under("tariff = 41500\nunit = \"lump_sum\"\nvolume = 1000\n"
            "indexation = { percent = 2 }" +
                to_2028,
            "wages = 3\nprices = 2\nvolume = 4")};
  CHECK(tariffs(found) == "41500 42330 43176.6");
  CHECK(found.year(2027).value().per_hour == exact("42330/1040"));
  CHECK(found.year(2028).value().per_hour == exact("43176.6/1081.6"));
  CHECK(found.year(2027).value().distance.per_hour == exact("42330/1040") - exact("41.72"));
  CHECK(found.year(2027).value().distance.per_year == exact("-1058.80"));  // 42330 - 43388.80
  CHECK(found.year(2028).value().running_total == exact("-3358.55"));  // 1000 - 1058.80 - 3299.752
  CHECK(found->sinks_in == 2027);
}

}  // namespace billijk::analysis
