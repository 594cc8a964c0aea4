#include "analysis/lever/sweep.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/presets.hpp"

namespace billijk::analysis {
namespace {

using core::Total;
using tests::CaseText;
using tests::compute;
using tests::exact;

struct Stretch {
  std::string key, from, to, step;
};

SweepAxis axis_of(const tests::Computed& subject, const Stretch& stretch) {
  core::Checked<LeveredCase> lever = lever_of(*subject, stretch.key);
  if (!lever) throw std::runtime_error{tests::summary(lever.error())};
  return {std::move(*lever), exact(stretch.from), exact(stretch.to), exact(stretch.step)};
}

std::vector<SweepPoint> swept(const CaseText& text, const std::vector<Stretch>& stretches) {
  const tests::Computed subject = compute(text);
  std::vector<SweepAxis> axes;
  for (const Stretch& stretch : stretches) axes.push_back(axis_of(subject, stretch));
  return sweep(*subject, axes);
}

/// Scale, presets for the charges, visits and an overhead in percent: each has another way.
const CaseText by_presets =
    CaseText{tests::with_charges()}
        .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 50, \"5\" = 50 }")
        .with("travel", "minutes_between = 15\nvisit_minutes = 60");

TEST_CASE("a point of a sweep is the case with the figure set to it") {
  for (const Stretch& stretch : std::vector<Stretch>{{"wage.hourly", "16", "20", "4"},
                                                     {"employer_charges.percent", "20", "30", "10"},
                                                     {"employer_charges.social.whk", "0", "3", "3"},
                                                     {"travel.minutes", "0", "6", "6"},
                                                     {"travel.visit_minutes", "50", "90", "40"},
                                                     {"overhead.amount", "0", "10", "10"},
                                                     {"overhead.percent", "0", "20", "20"},
                                                     {"margin.amount", "0", "2", "2"}}) {
    CAPTURE(stretch.key);
    const std::vector<SweepPoint> points = swept(by_presets, {stretch});
    REQUIRE(points.size() == 2);
    for (const SweepPoint& point : points) {
      const tests::Computed alone =
          compute(by_presets, {stretch.key + '=' + core::shortest(point.at[0])});
      CHECK(point.rounded[Total::wage_floor] == alone.rounded(Total::wage_floor));
      CHECK(point.rounded[Total::cost_price] == alone.rounded(Total::cost_price));
      CHECK(point.rounded[Total::fair_tariff] == alone.rounded(Total::fair_tariff));
    }
  }
}

TEST_CASE("of two figures the last moves fastest, each on its own way") {
  const std::vector<SweepPoint> points =
      swept(by_presets, {{"wage.hourly", "20", "22.5", "2"}, {"overhead.amount", "0", "1", "0.5"}});
  REQUIRE(points.size() == 6);
  CHECK(points[1].at == std::vector{exact("20"), exact("0.5")});
  CHECK(points[5].at == std::vector{exact("22"), exact("1")});
  for (const SweepPoint& point : points) {
    const tests::Computed alone =
        compute(by_presets, {"wage.hourly=" + core::shortest(point.at[0]),
                             "overhead.amount=" + core::shortest(point.at[1])});
    CHECK(point.rounded[Total::cost_price] == alone.rounded(Total::cost_price));
  }
}

TEST_CASE("figures of which one takes the place of the other do not go together") {
  const tests::Computed subject =
      compute(CaseText{by_presets}.with("contract", "volume = 1000\nnorm_hours = 100"));
  const auto together = [&](const std::string& one, const std::string& other) {
    const SweepAxis a = axis_of(subject, {one, "1", "1", "1"});
    const SweepAxis b = axis_of(subject, {other, "1", "1", "1"});
    CHECK(go_together(a, b) == go_together(b, a));
    return go_together(a, b);
  };
  CHECK_FALSE(together("clients", "contract.volume"));
  CHECK_FALSE(together("productivity", "hours.leave"));
  CHECK_FALSE(together("productivity", "obligations.hours"));
  CHECK_FALSE(together("travel.minutes", "travel.visit_minutes"));
  CHECK_FALSE(together("employer_charges.percent", "employer_charges.social.permanent"));
  CHECK_FALSE(together("overhead.amount", "overhead.percent"));
  CHECK_FALSE(together("margin.amount", "margin.percent"));
  CHECK(together("clients", "hours.leave"));
  CHECK(together("travel.minutes", "wage.hourly"));
  CHECK(together("overhead.percent", "employer_charges.percent"));
}

}  // namespace
}  // namespace billijk::analysis
