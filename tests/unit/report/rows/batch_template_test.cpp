#include "report/rows/batch_template.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/cases.hpp"

namespace billijk::report {
namespace {

std::string template_of(const tests::CaseText& text, RowFormat format) {
  const core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  REQUIRE(loaded.has_value());
  return batch_template(loaded->subject, format);
}

}  // namespace

TEST_CASE("a template has the numbers a case states and no other, and always a column of tariffs") {
  tests::CaseText text;
  const std::string header =
      "id,wage.hourly,supplements.holiday_allowance,supplements.year_end_bonus,"
      "employer_charges.percent,hours.contract,hours.leave,hours.sickness,travel.minutes,"
      "overhead.percent,contract.tariff";
  CHECK(template_of(text, RowFormat::csv) == header + "\n1,20,8,0,25,2000,300,5,0,20,\n");
  text.with("contract", "tariff = 38.50\nvolume = 1000");
  CHECK(template_of(text, RowFormat::csv) ==
        header + ",contract.volume\n1,20,8,0,25,2000,300,5,0,20,38.5,1000\n");
}

TEST_CASE("a template for Dutch Excel has its signs") {
  const std::string text =
      template_of(tests::CaseText{}.with("contract", "tariff = 38.50"), RowFormat::dutch_excel);
  CHECK(text.starts_with("\xEF\xBB\xBFid;wage.hourly;"));
  CHECK(text.ends_with(";contract.tariff\r\n1;20;8;0;25;2000;300;5;0;20;38,5\r\n"));
}

}  // namespace billijk::report
