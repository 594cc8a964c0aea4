#include "report/rows/batch_template.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/cases.hpp"

namespace billijk::report {
namespace {

std::string template_of(const tests::CaseText& text, RowFormat format) {
  const core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  REQUIRE(loaded.has_value());
  return batch_template(loaded->subject, format, Language::en);
}

}  // namespace

const std::string contract =
    "id,contract.municipality,contract.provider,region,contract.tariff,contract.volume,"
    "contract.start,contract.end,contract.subcontracting_fee,";
const std::string figures =
    "wage.hourly,employer_charges.percent,hours.sickness,travel.minutes,overhead.percent";

TEST_CASE("a template has what differs between rows, whether the case states it or not") {
  tests::CaseText text;
  CHECK(template_of(text, RowFormat::csv) == contract + figures + "\n1,,,,,,,,,20,25,5,0,20\n");
  text.with("contract",
            "municipality = \"Velsen\"\ntariff = 38.50\nvolume = 1000\nstart = 2026-01-01");
  CHECK(template_of(text, RowFormat::csv) ==
        contract + figures + "\n1,Velsen,,,38.5,1000,2026-01-01,,,20,25,5,0,20\n");
}

TEST_CASE("a template has a unit that is no hour, and norm hours where it needs them") {
  const std::string text = template_of(
      tests::CaseText{}.with("contract", "tariff = 300\nunit = \"4weeks\"\nnorm_hours = 104"),
      RowFormat::csv);
  CHECK(text.find(",contract.tariff,contract.unit,contract.norm_hours,contract.volume,") !=
        std::string::npos);
  CHECK(text.find(",300,4weeks,104,,") != std::string::npos);
}

TEST_CASE("a template for Dutch Excel has its signs") {
  const std::string text =
      template_of(tests::CaseText{}.with("contract", "tariff = 38.50"), RowFormat::dutch_excel);
  CHECK(text.starts_with("\xEF\xBB\xBFid;contract.municipality;"));
  CHECK(text.ends_with("\r\n1;;;;38,5;;;;;20;25;5;0;20\r\n"));
}

}  // namespace billijk::report
