#include "core/derived.hpp"

#include <catch2/catch.hpp>

#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::compute;
using tests::Computed;
using tests::exact;

/// A case with one derived price.
CaseText with_price(const std::string& body, const CaseText& text = CaseText{}) {
  return CaseText{text}.item("derived", "key = \"pgb\"\n" + body);
}
const std::string half_of_tariff = "percent = 50\nof = \"tariff\"";
const std::string informal = "\nat_least = \"informal_floor\"";

Verdict verdict_at(const Computed& sheet, const char* tariff) {
  return *give_verdict(*sheet, {.value = tests::decimal(tariff), .unit = TariffUnit::hour});
}

}  // namespace

TEST_CASE("a derived price is a share of what it is of, each rounded first") {
  const auto share_of = [](const std::string& of) {
    const Computed sheet = compute(with_price("percent = 12.5\nof = \"" + of + '"')
                                       .with("margin", "percent = 3")
                                       .with("rounding", "step = 0.05"));
    return sheet->derived.at(0);
  };
  // 33.75, 40.50, and 41.715 rounded to 41.70.
  CHECK(share_of("wage_floor").share.value == exact("4.21875"));
  CHECK(share_of("wage_floor").share.rounded == exact("4.2"));
  CHECK(share_of("cost_price").share.value == exact("5.0625"));
  CHECK(share_of("fair_tariff").base.value == exact("41.715"));
  CHECK(share_of("fair_tariff").base.rounded == exact("41.7"));
  CHECK(share_of("fair_tariff").share.value == exact("5.2125"));
}

TEST_CASE("a share of the tariff is there with a verdict only, of the tariff per hour, rounded") {
  const Computed sheet = compute(with_price(half_of_tariff));
  CHECK(sheet->derived.empty());
  const DerivedFigure found = verdict_at(sheet, "38.555").derived.at(0);
  CHECK(found.base.value == exact("38.555"));
  CHECK(found.base.rounded == exact("38.56"));
  CHECK(found.share.rounded == exact("19.28"));
  const Computed by_minute =
      compute(with_price(half_of_tariff).with("contract", "unit = \"minute\""));
  const Checked<Verdict> verdict =
      give_verdict(*by_minute, {.value = tests::decimal("0.65"), .unit = TariffUnit::minute});
  CHECK(verdict->derived.at(0).share.rounded == exact("19.5"));
}

TEST_CASE("informal help costs the highest wage of the mix with holiday allowance and leave") {
  const auto floor_of = [](const CaseText& text) {
    const Computed sheet =
        compute(with_price("percent = 50\nof = \"cost_price\"" + informal, text));
    return sheet->derived.at(0).least->value;
  };
  // 20 x 1.08 x 2000 / 1700.
  CHECK(floor_of(CaseText{}) == exact("21.6") * exact("2000/1700"));
  CHECK(floor_of(CaseText{}.with("indexation", "price_level = 2025\npercent = [10]")) ==
        exact("23.76") * exact("2000/1700"));
}

TEST_CASE("of a mix the wage counts that is the highest over the days and has hours") {
  const auto floor_of = [](const std::string& mix, const std::string& index = "") {
    CaseText text = with_price("percent = 50\nof = \"cost_price\"" + informal,
                               CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = " + mix));
    if (!index.empty()) text.with("indexation", index);
    const Computed sheet = tests::compute_with(
        text, {tests::scale({{"2026-01-01", "steps = { \"0\" = 13, \"5\" = 18 }"},
                             {"2026-07-01", "steps = { \"0\" = 21, \"5\" = 19 }"}}),
               tests::minimum({{"2026-01-01", "hour = 14"}})});
    return sheet->derived.at(0).least->value / (exact("1.08") * exact("2000/1700"));
  };
  const Exact year = exact("365");
  const Exact of_0 = (exact("14") * exact("181") + exact("21") * exact("184")) / year;
  const Exact of_5 = (exact("18") * exact("181") + exact("19") * exact("184")) / year;
  CHECK(floor_of("{ \"0\" = 50, \"5\" = 50 }") == of_5);
  CHECK(floor_of("{ \"0\" = 100, \"5\" = 0 }") == of_0);
  const std::string own = "{ \"5\" = 50, \"3\" = { value = 50, wage = 18 } }";
  CHECK(floor_of(own) == of_5);
  CHECK(floor_of(own, "price_level = 2025\npercent = [10]") == exact("19.8"));
}

TEST_CASE("a price below what informal help costs is warned about, one that reaches it is not") {
  // 25.411764... an hour, shown as 25.41.
  const Computed sheet = compute(with_price(half_of_tariff + informal));
  CHECK(codes(sheet->warnings) == "W006");
  CHECK(verdict_at(sheet, "50.82").warnings.empty());
  const Diagnostics low = verdict_at(sheet, "50.80").warnings;
  REQUIRE(codes(low) == "W075");
  CHECK(low[0].key == "derived.pgb.percent");
  CHECK(argument(low[0], "price") == "25.40");
  CHECK(argument(low[0], "least") == "25.41");
  // Of a boundary it is known without a tariff, and not said twice.
  const Computed of_cost = compute(with_price("percent = 50\nof = \"cost_price\"" + informal));
  CHECK(codes(of_cost->warnings) == "W006 W075");
  CHECK(verdict_at(of_cost, "42").warnings.empty());
}

TEST_CASE("a derived percentage is an input on which no verdict rests") {
  const Computed sheet = compute(
      with_price("percent = { value = 50, grade = \"placeholder\" }\nof = \"tariff\"" + informal));
  const Verdict verdict = verdict_at(sheet, "42");
  for (const std::size_t place : verdict.provisional)
    CHECK(sheet->inputs.at(place).key.find("derived") == std::string::npos);
  std::string keys;
  for (const UsedInput& input : sheet->inputs) {
    if (input.key.starts_with("derived.")) keys += input.key + ' ';
  }
  CHECK(keys == "derived.pgb.percent derived.pgb.of derived.pgb.at_least ");
}

}  // namespace billijk::core
