#include "io/case/check.hpp"

#include <catch2/catch.hpp>

#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using tests::argument;
using tests::codes;
using tests::summary;

core::Diagnostics check(const std::string& text) {
  Node root = read_toml(tests::source("schema = \"billijk/case/1\"\n" + text)).root;
  return check_case_file(root);
}

TEST_CASE("every key of the format passes") {
  const core::Diagnostics found = check(R"(title = "t"
extends = "x.toml"
[period]
from = 2026-01-01
to = 2026-12-31
[wage]
scale = "s"
mix = { "0" = 20, "5" = { value = 80, grade = "measured" } }
minimum_wage = "none"
[supplements]
irregular_hours = 0
holiday_allowance = 8
year_end_bonus = 8.33
year_end_bonus_base = "wage"
[employer_charges]
social = { preset = "p", employer = "small", permanent = 90, whk = 1.5, base = "gross" }
pension = { preset = "p", employer_share = 50 }
[hours]
contract = 1878
leave = 237.4
sickness = 7.5
sickness_base = "after_leave"
training = 8
meetings = 10
part_time_factor = 60
idle = 0
indirect = 0
[travel]
minutes_between = 10
visit_minutes = 150
kilometres = 2
rate = 0.23
expenses = 0
[training]
expenses = 150
[overhead]
percent = 15
of = "direct"
[obligations]
hours = 6
amount = 0.1
annual = 0
[margin]
percent = 3
of = "tariff"
[indexation]
price_level = 2025
series = "s"
catch_up = "ratio"
[band]
ceiling = 10
[rounding]
step = 0.01
mode = "up"
at = "line"
[contract]
municipality = "m"
provider = "p"
product = "h"
tariff = 38.5
unit = "4weeks"
norm_hours = 108
delivery = "alfahulp"
start = 2026-01-01
end = 2029-12-31
volume = 52000
subcontracting_fee = 8
indexation = { series = "s", cap = 5, catch_up = "none" }
[[line]]
key = "a"
label = "b"
element = "f"
amount = -1
per = "paid_hour"
[[line]]
key = "c"
element = "a"
percent = 1
of = "wage"
)");
  CHECK(summary(found).empty());
  CHECK(check("[given]\ncost_price = 26.59\n[wage]\nhourly = 16\n[employer_charges]\npercent = "
              "27\n[travel]\nminutes = 4\n"
              "[overhead]\namount = 5\n[indexation]\nprice_level = 2025\npercent = [-2, "
              "50]\n[contract]\n"
              "indexation = { percent = 2.0 }")
            .empty());
  CHECK(check("[contract]\nindexation = { none = true }").empty());
}

TEST_CASE("a file says which schema it follows") {
  const auto schema = [](const std::string& text) {
    Node root = read_toml(tests::source(text)).root;
    return check_case_file(root);
  };
  REQUIRE(codes(schema("title = \"a\"")) == "E022");
  CHECK(argument(schema("title = \"a\"")[0], "found") == "@nothing");
  CHECK(argument(schema("schema = \"billijk/case/2\"")[0], "found") == "billijk/case/2");
  CHECK(schema("schema = \"billijk/case/1\"").empty());
}

TEST_CASE("an unknown key is told where it stands, with the nearest known one") {
  const core::Diagnostics found = check("[hours]\nsicknes = 7.5\n");
  REQUIRE(summary(found) == "E010 hours.sicknes 3:1");
  CHECK(argument(found[0], "nearest") == "hours.sickness");
  CHECK(argument(check("[travel]\nsickness = 8")[0], "nearest") == "hours.sickness");
  CHECK(codes(check("[colours]\nred = 1")) == "E010");
  CHECK(codes(check("[employer_charges.social]\nemployr = \"small\"")) == "E010");
}

TEST_CASE("everything wrong in a file is told in one go, in its order") {
  CHECK(summary(check("title = 1\n[hours]\nsickness = 750\nleav = 1\ncontract = "
                      "\"a\"\n[margin]\nof = \"profit\"\n"
                      "[rounding]\nstep = 0\n")) ==
        "E011 title 2:9; E012 hours.sickness 4:12; E010 hours.leav 5:1; E015 hours.contract 6:12; "
        "E013 margin.of 8:6; E012 rounding.step 10:8");
}

TEST_CASE("a table, a list or a single value stands where the format has one") {
  CHECK(codes(check("hours = 5")) == "E011");
  CHECK(codes(check("line = 5")) == "E011");
  CHECK(codes(check("line = [5]")) == "E011");
  CHECK(codes(check("wage.mix = 5")) == "E011");
  CHECK(codes(check("indexation.percent = 4.2")) == "E011");
  CHECK(codes(check("contract.indexation = \"vng\"")) == "E011");
  CHECK(codes(check("[title]\na = 1")) == "E010");
  CHECK(codes(check("title.nl = 1")) == "E011");
  CHECK(codes(check("[title]\nnl = \"a\"\nen = \"b\"")).empty());
  CHECK(codes(check("employer_charges.social = \"large\"")) == "E011");
}

TEST_CASE("the limits hold inside lines, mix, index and clause as well") {
  CHECK(summary(check(
            "[[line]]\nkey = \"a\"\nelement = \"e\"\npercent = 101\nof = \"wage\"\nfoo = 1\n")) ==
        "E013 line.element 4:11; E012 line.percent 5:11; E010 line.foo 7:1");
  CHECK(summary(check("[wage]\nmix = { \"0\" = -1, \"5\" = 101 }\n")) ==
        "E012 wage.mix.0 3:15; E012 wage.mix.5 3:25");
  CHECK(codes(check("indexation.percent = [-20.1, 50.1, -20, 50]")) == "E012 E012");
  CHECK(summary(check("[contract]\nindexation = { cap = 51, serie = \"a\" }\n")) ==
        "E012 contract.indexation.cap 3:22; E010 contract.indexation.serie 3:26");
}

TEST_CASE("a share may bring the wage of its step, which has limits of its own") {
  CHECK(check("wage.mix = { \"3\" = { value = 100, wage = 16.90 } }").empty());
  CHECK(check("wage.mix = { \"3\" = { value = 100, wage = { value = 16.90, grade = \"cao\" } } }")
            .empty());
  CHECK(summary(check("wage.mix = { \"3\" = { value = 100, wage = -1 } }")) ==
        "E012 wage.mix.3.wage 2:42");
  CHECK(summary(check("wage.mix = { \"3\" = { wage = 16.90 } }")) == "E016 wage.mix.3 2:20");
  CHECK(codes(check("wage.mix = { \"3\" = { value = 100, wage = \"1,690\" } }")) == "E132");
  CHECK(codes(check("wage.mix = { \"3\" = { value = 100, wage = { value = 17, low = 16 } } }")) ==
        "E019");
  const core::Diagnostics near = check("wage.mix = { \"3\" = { value = 100, wagr = 16.90 } }");
  REQUIRE(codes(near) == "E010");
  CHECK(tests::argument(near[0], "nearest") == "wage");
  CHECK(codes(check("hours.leave = { value = 100, wage = 16.90 }")) == "E010");
}

TEST_CASE("the limits and words of a derived price hold") {
  CHECK(summary(check("[[derived]]\nkey = \"a\"\npercent = 101\nof = \"ceiling\"\n"
                      "at_least = \"minimum\"\nfoo = 1\n")) ==
        "E012 derived.percent 4:11; E013 derived.of 5:6; E013 derived.at_least 6:12; "
        "E010 derived.foo 7:1");
  CHECK(codes(check("derived = 5")) == "E011");
}

TEST_CASE("a range on a mix, an index or a tariff is told") {
  CHECK(codes(check("[[derived]]\npercent = { value = 50, low = 40 }")) == "E019");
  CHECK(codes(check("wage.mix = { \"0\" = { value = 100, low = 90 } }")) == "E019");
  CHECK(codes(check("indexation.percent = [{ value = 4, high = 5 }]")) == "E019");
  CHECK(codes(check("contract.tariff = { value = 38, low = 37 }")) == "E019");
  CHECK(codes(check("contract.norm_hours = { value = 38, low = 37 }")) == "E019");
  CHECK(check("contract.volume = { value = 38, low = 37 }").empty());
}

TEST_CASE("of two keys that exclude each other one file may state one") {
  CHECK(summary(check("[wage]\nhourly = 16\nscale = \"a\"\n")) == "E017 wage.scale 4:9");
  CHECK(summary(check("[wage]\nmix = { \"0\" = 100 }\nhourly = 16\n")) == "E017 wage.hourly 4:10");
  CHECK(codes(check(
            "[employer_charges]\npercent = 27\n[employer_charges.pension]\npreset = \"a\"\n")) ==
        "E017");
  CHECK(codes(check("[travel]\nminutes = 4\nvisit_minutes = 100\n")) == "E017");
  CHECK(codes(check("[overhead]\npercent = 4\namount = 1\n")) == "E017");
  CHECK(codes(check("[overhead]\nof = \"direct\"\namount = 1\n")) == "E017");
  CHECK(codes(check("[indexation]\nseries = \"a\"\npercent = [1]\n")) == "E017");
  CHECK(codes(check("[indexation]\ncatch_up = \"ratio\"\npercent = [1]\n")) == "E017");
  const core::Diagnostics found = check("[wage]\nhourly = 16\nscale = \"a\"\n");
  CHECK(argument(found[0], "one") == "wage.hourly");
  CHECK(argument(found[0], "other") == "wage.scale");
}

TEST_CASE("one value is read as that of a file") {
  const auto value = [](const std::string& text, std::string_view path) {
    Node root = read_toml(tests::source(text)).root;
    return codes(
        check_value(*root.find(path), std::string{path}, *find_entry(case_entries(), path)));
  };
  CHECK(value("line = [{ key = 'a', nam = 'b', amount = 1 }]", "line") == "E010");
  CHECK(value("line = 3", "line") == "E011");
  CHECK(value("title = 3", "title") == "E011");
  CHECK(value("title = 'three'", "title").empty());
}

TEST_CASE("keys that exclude each other are told of any tree") {
  const Node root = read_toml(tests::source("[overhead]\npercent = 4\namount = 1")).root;
  CHECK(codes(check_exclusive(root)) == "E017");
}

}  // namespace
}  // namespace billijk::io
