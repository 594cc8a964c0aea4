#include "io/rows/row_columns.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

std::string roles(const std::vector<std::string>& header) {
  const core::Checked<RowColumns> columns = read_columns(header);
  if (!columns) return tests::codes(columns.error()) + ' ' + columns.error().front().key;
  std::string text;
  for (const RowColumn& column : columns->all)
    text += "cnxlf"[static_cast<std::size_t>(column.role)];
  return text;
}

std::string decimal(const std::string& header, const std::string& rows, char delimiter) {
  const core::Checked<DecimalRule> rule =
      decimal_rule_of(rows, *read_columns({"id", header}), {.delimiter = delimiter, .decimal = {}});
  if (!rule) return tests::codes(rule.error());
  return std::string{rule->sign} + (rule->certain ? "" : "?");
}

TEST_CASE("a name with a dot is a key, any other is carried") {
  CHECK(roles({"id", "wage.hourly", "period.from", "contract.provider", "case", "regio"}) ==
        "cnxlfc");
  CHECK(roles({"rounding.step", "wage.mix.0", "hours.sickness", "hours.sickness.low"}) == "xxxx");
  CHECK(roles({"wage.mix.3", "wage.mix.3.wage", "wage.mix.3.grade"}) == "xxx");
  CHECK(roles({"hours.sicknes"}) == "E010 hours.sicknes");
  CHECK(roles({"hours.sickness", "hours.sickness"}) == "E088 hours.sickness");
  CHECK(roles({"id", "id"}) == "cc");
  CHECK(roles({"nr.", "Factuurnr.", "tarief p.u.", "wage.hourly"}) == "cccn");
  CHECK(roles({"hour.sickness"}) == "E010 hour.sickness");
  CHECK(roles({"Hours.afwezig"}) == "E010 Hours.afwezig");
}

TEST_CASE("a header is one of keys, or names the case of each row") {
  CHECK(names_keys({"id", "wage.hourly"}));
  CHECK(names_keys({"case"}));
  CHECK_FALSE(names_keys({"id", "Factuurnr.", "hours.sicknes"}));
}

TEST_CASE("the separator is what stands most in the header") {
  CHECK(delimiter_of("id;wage.hourly;x\n1,2;3,4;5\n") == ';');
  CHECK(delimiter_of("id,wage.hourly\n1;2;3;4\n") == ',');
  CHECK(delimiter_of("id\twage.hourly\n") == '\t');
  CHECK(delimiter_of("\"a,b,c\";d\n") == ';');
  CHECK(delimiter_of("id\n") == ';');
  CHECK(separator_line("sep=;\r\nid;x\r\n").length == 7);
  CHECK(separator_line("SEP=\t\nid\n").delimiter == '\t');
  CHECK(separator_line("separate;x\n").length == 0);
  CHECK(separator_line("\"sep=;\"\r\nid;x\n").length == 9);
  CHECK(separator_line("sep=;;;\nid;x;;\n").delimiter == ';');
  CHECK(separator_line("sep=, \r\nid,x\n").delimiter == ',');
  CHECK(separator_line("sep=;x\n").length == 0);
}

TEST_CASE("the decimal sign is that of the first rows") {
  CHECK(decimal("wage.hourly", "1;16,40\n", ';') == ",");
  CHECK(decimal("wage.hourly", "1;16.40\n", ';') == ".");
  CHECK(decimal("wage.hourly", "1;16\n", ';') == ",?");
  CHECK(decimal("wage.hourly", "1,16\n", ',') == ".?");
  CHECK(decimal("wage.hourly", "1,16.405\n", ',') == ".");
  CHECK(decimal("wage.hourly", "1,\"16,405\"\n", ',') == "E081");
  CHECK(decimal("wage.hourly", "1;1,234\n", ';') == "E081");
  CHECK(decimal("wage.hourly", "1;1.234\n2;1,5\n", ';') == ",");
  CHECK(decimal("wage.hourly", "1;16,4\n2;16.4\n", ';') == "E082");
}

}  // namespace
}  // namespace billijk::io
