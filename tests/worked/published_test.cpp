#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/index_series.hpp"
#include "core/number/rounding.hpp"
#include "core/verdict.hpp"
#include "unit/presets.hpp"

// Figures others have printed. The address over each is where it stands.

namespace billijk {
namespace {

using core::CatchUp;
using core::Exact;
using core::Preset;
using core::RoundingMode;
using core::TariffUnit;
using tests::CaseText;
using tests::exact;

Preset vng(const std::string& weights, const std::string& top) {
  return tests::series(weights + "\nround_percent = 2\n" + top,
                       {{"2023-01-01",
                         "ova_provisional = 4.74\nova_definitive = 6.36\nppc_provisional = "
                         "4.87\nppc_definitive = 7.02"},
                        {"2024-01-01",
                         "ova_provisional = 4.94\nova_definitive = 6.00\nppc_provisional = "
                         "2.51\nppc_definitive = 3.10"},
                        {"2025-01-01", "ova_provisional = 4.18\nppc_provisional = 1.82"}});
}
const std::string weights_90_10 = "weights = { ova = 90, ppc = 10 }";

Exact percent(const Preset& preset, int year, std::optional<CatchUp> catch_up) {
  const auto index = core::index_of_year(preset, year, catch_up);
  if (!index) throw std::runtime_error{index.error().front().name};
  return index->index * exact("100");
}

TEST_CASE("VNG's index for 2024 comes out by ratio", "[worked]") {
  const Preset preset = vng(weights_90_10, "catch_up = \"ratio\"");
  // https://vng.nl/artikelen/indexatie-bij-inkoop-jeugdhulp-en-wmo-ondersteuning-2024
  CHECK(percent(preset, 2024, {}) == exact("6.30"));
  // The same page: provisional 2024 4.70, the corrections by series 1.55 and 2.05, together 1.60.
  CHECK(percent(preset, 2024, CatchUp::none) == exact("4.70"));
  CHECK(percent(vng("weights = { ova = 100 }", ""), 2024, CatchUp::ratio) - exact("4.94") ==
        exact("1.55"));
  CHECK(percent(vng("weights = { ppc = 100 }", ""), 2024, CatchUp::ratio) - exact("2.51") ==
        exact("2.05"));
  // By difference it would have been 4.697 + 1.673.
  CHECK(percent(preset, 2024, CatchUp::difference) == exact("6.37"));
}

TEST_CASE("VNG's corrected index for 2025 comes out by difference", "[worked]") {
  const Preset preset = vng(weights_90_10, "catch_up = \"difference\"");
  // https://vng.nl/artikelen/indexatie-bij-inkoop-jeugdhulp-en-wmo-ondersteuning-2025
  CHECK(percent(preset, 2025, {}) == exact("4.96"));
  // The same page: provisional 2025 3.944, correction 1.013.
  Preset unrounded = preset;
  unrounded.round_percent.reset();
  CHECK(percent(unrounded, 2025, CatchUp::none) == exact("3.944"));
  CHECK(percent(unrounded, 2025, {}) - percent(unrounded, 2025, CatchUp::none) == exact("1.013"));
}

TEST_CASE("VNG's first index for 2025, since withdrawn, comes out by ratio", "[worked]") {
  const Preset preset = vng(weights_90_10, "");
  // https://vng.nl/nieuws/indexering-kosten-jeugdwet-en-wmo-2025
  CHECK(percent(preset, 2025, CatchUp::ratio) == exact("4.91"));
  // The same page: provisional 3.94, the corrections by series 1.01 and 0.58.
  CHECK(percent(preset, 2025, CatchUp::none) == exact("3.94"));
  CHECK(percent(vng("weights = { ova = 100 }", ""), 2025, CatchUp::ratio) - exact("4.18") ==
        exact("1.01"));
  CHECK(percent(vng("weights = { ppc = 100 }", ""), 2025, CatchUp::ratio) - exact("1.82") ==
        exact("0.58"));
}

TEST_CASE("by compound come out the wages and prices with which NZa indexes", "[worked]") {
  const std::string compound = "catch_up = \"compound\"";
  const Preset wages = vng("weights = { ova = 100 }", compound);
  const Preset prices = vng("weights = { ppc = 100 }", compound);
  CHECK(percent(wages, 2024, {}) == exact("6.56"));
  CHECK(percent(wages, 2025, {}) == exact("5.23"));
  CHECK(percent(prices, 2025, {}) == exact("2.41"));
  // NZa prints 4.62, but its own figures, 1.0251 x 1.0702 / 1.0487, give 4.6116.
  CHECK(percent(prices, 2024, {}) == exact("4.61"));
  // Each rounded, weighted and rounded again: 0.9 x 6.56 + 0.1 x 4.61 = 6.365.
  CHECK(percent(vng(weights_90_10, compound), 2024, {}) == exact("6.37"));
}

TEST_CASE("the built-in series gives VNG's index for 2024 and its corrected one for 2025",
          "[worked]") {
  const core::Checked<io::PresetStore> built_in = io::PresetStore::open({}, tests::reading());
  const core::Checked<std::shared_ptr<const Preset>> preset =
      built_in->load("nl/vng-90-10", core::PresetKind::index_series, {});
  REQUIRE(preset);
  // https://vng.nl/artikelen/indexatie-bij-inkoop-jeugdhulp-en-wmo-ondersteuning-2024
  CHECK(percent(**preset, 2024, {}) == exact("6.30"));
  // https://vng.nl/artikelen/indexatie-bij-inkoop-jeugdhulp-en-wmo-ondersteuning-2025
  CHECK(percent(**preset, 2025, {}) == exact("4.96"));
}

struct Addendum {
  const char* price_2019;
  const char* price_2020;
  const char* period_2021;  ///< not printed where a price a month is
  const char* printed_2021;
};

TEST_CASE("West-Brabant's prices rise 1.5 % a year and go from four weeks to months, to the cent",
          "[worked]") {
  const auto indexed = [](const Exact& price) {
    return core::round_half_up(price * exact("1.015"), 2);
  };
  // https://5dok.net/document/q2n0v26r-tarieven.html (waakvlam, licht, midden)
  const Addendum by_month = GENERATE(values<Addendum>({{"45.00", "45.68", "46.37", "50.23"},
                                                       {"400.00", "406.00", "412.09", "446.43"},
                                                       {"895.00", "908.43", "922.06", "998.90"}}));
  CAPTURE(by_month.price_2019);
  CHECK(indexed(exact(by_month.price_2019)) == exact(by_month.price_2020));
  CHECK(indexed(exact(by_month.price_2020)) == exact(by_month.period_2021));
  CHECK(core::round_half_up(exact(by_month.period_2021) * exact("13/12"), 2) ==
        exact(by_month.printed_2021));
}

TEST_CASE("West-Brabant's prices a unit rise 1.5 % a year, to the cent", "[worked]") {
  const auto indexed = [](const Exact& price) {
    return core::round_half_up(price * exact("1.015"), 2);
  };
  // https://5dok.net/document/q2n0v26r-tarieven.html (zwaar, vervoer, rolstoelvervoer)
  const Addendum by_unit = GENERATE(values<Addendum>({{"44.82", "45.49", "", "46.17"},
                                                      {"5.10", "5.18", "", "5.26"},
                                                      {"15.30", "15.53", "", "15.76"}}));
  CAPTURE(by_unit.price_2019);
  CHECK(indexed(exact(by_unit.price_2019)) == exact(by_unit.price_2020));
  CHECK(indexed(exact(by_unit.price_2020)) == exact(by_unit.printed_2021));
}

TEST_CASE("a chain that is not rounded at every step misses West-Brabant's price by a cent",
          "[worked]") {
  // https://5dok.net/document/q2n0v26r-tarieven.html prints 50.23
  CHECK(core::round_half_up(exact("45") * exact("1.015") * exact("1.015") * exact("13/12"), 2) ==
        exact("50.22"));
}

TEST_CASE("Westerveld's prices a minute are its prices an hour", "[worked]") {
  const auto hourly = [](const char* minute) {
    return core::per_hour(exact(minute), TariffUnit::minute, Exact{}, Exact{});
  };
  // https://www.gemeentewesterveld.nl/Inwoners/Zorg_en_ondersteuning/Ondersteuning_begeleiding_Wmo/Tarieven_Wmo_2023
  CHECK(hourly("0.54") == exact("32.40"));
  CHECK(hourly("0.41") == exact("24.60"));
  CHECK(hourly("0.27") == exact("16.20"));
  CHECK(hourly("0.93") == exact("55.80"));
  CHECK(hourly("0.38") == exact("22.80"));
  CHECK(hourly("1.42") == exact("85.20"));
}

TEST_CASE("Westerveld's share for the self-employed is rounded half up on the minute", "[worked]") {
  const auto minute = [](RoundingMode mode) {
    return core::round(exact("0.54") * exact("0.75"), {.mode = mode});
  };
  // https://www.gemeentewesterveld.nl/Inwoners/Zorg_en_ondersteuning/Ondersteuning_begeleiding_Wmo/Tarieven_Wmo_2023
  CHECK(minute(RoundingMode::half_up) == exact("0.41"));
  CHECK(minute(RoundingMode::half_even) == exact("0.40"));
}

/// The cost price of a wage with holiday allowance and leave of a full-timer, and nothing else.
Exact wage_with_leave(const std::string& wage) {
  return tests::compute(CaseText{}
                            .with("wage", "hourly = " + wage + "\nminimum_wage = \"none\"")
                            .with("supplements", "holiday_allowance = 8\nyear_end_bonus = 0")
                            .with("employer_charges", "percent = 0")
                            .with("hours", "contract = 1878\nleave = 237\nsickness = 0")
                            .with("travel", "minutes = 0")
                            .with("overhead", "amount = 0"))
      .rounded(core::Total::cost_price);
}

TEST_CASE("informal pgb tariffs are a wage with 8 % and 237 hours of leave", "[worked]") {
  // https://www.schulinck.nl/sociaal-domein-nieuws-vervolgbericht-minimumloon-informele-pgb-tarieven/
  CHECK(wage_with_leave("15.23") == exact("18.82"));
  CHECK(wage_with_leave("16.02") == exact("19.80"));
  CHECK(wage_with_leave("16.50") == exact("20.39"));
  CHECK(wage_with_leave("16.98") == exact("20.99"));
  // The same page, FWG 30-10.
  CHECK(wage_with_leave("17.89") == exact("22.11"));
  CHECK(wage_with_leave("19.27") == exact("23.82"));
  CHECK(wage_with_leave("19.76") == exact("24.42"));
}

/// A derived price of a tariff that others printed.
Exact share_of(const std::string& percent, const char* tariff) {
  const tests::Computed subject = tests::compute(
      CaseText{}.item("derived", "key = \"pgb\"\npercent = " + percent + "\nof = \"tariff\""));
  const core::Checked<core::Verdict> verdict =
      core::give_verdict(*subject, {.value = tests::decimal(tariff)});
  return verdict->derived.at(0).share.rounded;
}

TEST_CASE("the informal floor of a derived price is what the informal pgb tariffs are",
          "[worked]") {
  // https://www.schulinck.nl/sociaal-domein-nieuws-vervolgbericht-minimumloon-informele-pgb-tarieven/
  const auto floor_of = [](const std::string& wage) {
    const tests::Computed subject =
        tests::compute(CaseText{}
                           .with("wage", "hourly = " + wage + "\nminimum_wage = \"none\"")
                           .with("hours", "contract = 1878\nleave = 237\nsickness = 5")
                           .item("derived",
                                 "key = \"pgb\"\npercent = 50\nof = \"cost_price\"\nat_least = "
                                 "\"informal_floor\""));
    return subject->derived.at(0).least->rounded;
  };
  CHECK(floor_of("15.23") == exact("18.82"));
  CHECK(floor_of("16.02") == exact("19.80"));
  CHECK(floor_of("16.50") == exact("20.39"));
  CHECK(floor_of("16.98") == exact("20.99"));
}

TEST_CASE("a pgb of 80 % for the self-employed is the price in kind, half up to the cent",
          "[worked]") {
  // https://lokaleregelgeving.overheid.nl/CVDR664762/1 (2022)
  CHECK(share_of("80", "31.20") == exact("24.96"));
  CHECK(share_of("80", "55.65") == exact("44.52"));
  CHECK(share_of("80", "37.07") == exact("29.66"));
  CHECK(share_of("80", "88.99") == exact("71.19"));
}

TEST_CASE("Meerinzicht's pgb for the self-employed is 75 % of the price in kind", "[worked]") {
  // https://www.meerinzicht.nl/wonen-huishouden-en-invulling-van-uw-dag/tarieven-wmo-zorg-in-natura-en-pgb-2022
  CHECK(share_of("75", "31.80") == exact("23.85"));
  CHECK(share_of("75", "66.00") == exact("49.50"));
  CHECK(share_of("75", "73.80") == exact("55.35"));
  CHECK(share_of("75", "9.60") == exact("7.20"));
  CHECK(share_of("75", "255.47") == exact("191.60"));
  CHECK(share_of("75", "180.29") == exact("135.22"));
}

TEST_CASE("the norm of 108 hours a year is 2.08 hours a week", "[worked]") {
  // https://www.maatschappelijkezaken.nl/ (nieuw normenkader HBEL 2021): basis 108, many
  // limitations + 52, an extra room in use + 16; the week and the sum are ours.
  CHECK(core::round_half_up(exact("108/52"), 2) == exact("2.08"));
  CHECK(core::per_hour(exact("176"), TariffUnit::year, exact("108") + exact("52") + exact("16"),
                       Exact{}) == exact("1"));
}

TEST_CASE("nine weeks at three hours are the 27 hours of iWmo's example", "[worked]") {
  // https://github.com/i-Sociaal-Lab/jaapjunior/blob/f24e7c56fd4b748109cb1b59c20fae2cfb028619/packages/api/wmo/bronnen/regels/invulinstructies/invulinstructie_IV076
  const core::Period allocation{tests::day("2025-07-07"), tests::day("2025-09-07")};
  CHECK(Exact{allocation.days()} / exact("7") * exact("3") == exact("27"));
}

}  // namespace
}  // namespace billijk
