#include "io/case/settings.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"

namespace billijk::io {
namespace {

using core::Key;
using tests::argument;
using tests::CaseText;
using tests::codes;
using tests::decimal;
using tests::summary;

core::Case with(const CaseText& text, const std::vector<std::string>& settings) {
  const auto loaded = tests::load(text.text(), settings);
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  return loaded->subject;
}

core::Diagnostics errors(const std::vector<std::string>& settings) {
  return tests::errors_of(CaseText{}.text(), settings);
}

TEST_CASE("a setting goes before the file") {
  CHECK(with(CaseText{}, {"hours.leave=250.5"}).value(Key::leave) == decimal("250.5"));
  CHECK(with(CaseText{}, {" hours.leave  =  250.5 "}).value(Key::leave) == decimal("250.5"));
  CHECK(with(CaseText{}, {"margin.percent=3"}).value(Key::margin_percent) == decimal("3"));
}

TEST_CASE("a key set twice is an error; a part of its number is another key") {
  const core::Diagnostics twice = errors({"hours.leave=1", "title=x", " hours.leave =1"});
  REQUIRE(tests::codes(twice) == "E131");
  CHECK(twice[0].key == "hours.leave");
  CHECK(twice[0].at.column == 1);
  CHECK(errors({"hours.leave=250", "hours.leave.low=240"}).empty());
}

TEST_CASE("texts and choices are taken bare or in quotes, with spaces and equals signs in them") {
  CHECK(with(CaseText{}, {"title=Hulp = thuis"}).title == "Hulp = thuis");
  CHECK(with(CaseText{}, {"title=\"Hulp\""}).title == "Hulp");
  CHECK(with(CaseText{}, {"overhead.of=cost_price"}).choices.stated<core::OverheadBase>() ==
        core::OverheadBase::cost_price);
  CHECK(with(CaseText{}, {"contract.unit=4weeks"}).choices.stated<core::TariffUnit>() ==
        core::TariffUnit::four_weeks);
}

TEST_CASE("days, years, flags, lists and tables are set as files write them") {
  CHECK(with(CaseText{}, {"period.to=2026-06-30"}).period.to == tests::day("2026-06-30"));
  const core::Case indexed =
      with(CaseText{}, {"indexation.price_level=2024", "indexation.percent=[4.96, 3.2]"});
  CHECK(indexed.indexation->price_level == 2024);
  CHECK(indexed.indexation->percent[1].value == decimal("3.2"));
  CHECK(with(CaseText{}, {"hours.leave={ value = 9, low = 8 }"}).number(Key::leave)->low ==
        decimal("8"));
  CHECK(with(CaseText{}, {"contract.indexation.none=true"}).contract.indexation->none);
  CHECK(with(CaseText{}, {"contract.indexation.percent=2.5"}).contract.indexation->percent->value ==
        decimal("2.5"));
  CHECK(
      with(CaseText{}, {"line=[{ key = \"a\", element = \"f\", amount = 1, per = \"paid_hour\" }]"})
          .lines.size() == 1);
}

TEST_CASE("parts of a number are judged together") {
  const core::Case moved = with(
      CaseText{}, {"hours.sickness.low=10", "hours.sickness.high=15", "hours.sickness.value=12"});
  CHECK(moved.value(Key::sickness) == decimal("12"));
  CHECK(moved.number(Key::sickness)->high == decimal("15"));
  CHECK(codes(errors({"hours.sickness.low=10", "hours.sickness.high=11"})) == "E018");
}

TEST_CASE("the figure of a line of the case is set by the key of the line") {
  const std::string line =
      "line=[{ key = \"a.b\", element = \"f\", amount = 1, per = \"paid_hour\" }]";
  CHECK(with(CaseText{}, {line, "line.a.b.amount=2.5"}).lines[0].figure.value == decimal("2.5"));
  CHECK(codes(errors({line, "line.a.b.percent=2.5"})) == "E010");
  CHECK(codes(errors({line, "line.b.amount=2.5"})) == "E010");
  CHECK(codes(errors({line, "line.a.b.amount=2,500"})) == "E132");
  CHECK(codes(errors({"line.a.amount=1"})) == "E010");
  CHECK(argument(errors({"line.a.amount=1"}).front(), "allowed") == "(none)");
  CHECK(codes(errors({"line..amount=1"})) == "E010");
}

TEST_CASE("the percentage of a derived price is set by its key") {
  const std::string price = "derived=[{ key = \"a.b\", percent = 75, of = \"tariff\" }]";
  CHECK(with(CaseText{}, {price, "derived.a.b.percent=80"}).derived[0].percent.value ==
        decimal("80"));
  CHECK(codes(errors({price, "derived.a.b.amount=80"})) == "E010");
  CHECK(codes(errors({price, "derived.a.b.percent=101"})) == "E012");
  CHECK(codes(errors({price, "derived.b.percent=80"})) == "E010");
  CHECK(argument(errors({price, "derived.b.percent=80"}).front(), "nearest") ==
        "derived.a.b.percent");
}

TEST_CASE("the steps of a mix are set one by one, and replace the mix of the file") {
  const CaseText mixed =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
  const core::Case subject = with(mixed, {"wage.mix.0=30", "wage.mix.5=70"});
  REQUIRE(subject.mix.size() == 2);
  CHECK(subject.mix[0].step == "0");
  CHECK(subject.mix[1].share.value == decimal("70"));
  CHECK(with(mixed, {"wage.scale=nl/cao-schoonmaak", "wage.mix.1/4=100"}).mix[0].step == "1/4");
  CHECK(with(mixed, {"wage.mix={ \"0\" = 100 }"}).mix.size() == 1);
}

TEST_CASE("the name of a step is the rest of its path, points included") {
  const CaseText mixed =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
  const core::Case subject = with(mixed, {"wage.mix.25.1=100"});
  REQUIRE(subject.mix.size() == 1);
  CHECK(subject.mix[0].step == "25.1");
}

TEST_CASE("the wage of a step is a part of its share, whatever states that") {
  const CaseText mixed = CaseText{}.with(
      "wage",
      "scale = \"nl/cao-vvt-hbh\"\n"
      "mix = { \"3\" = 40, \"4\" = { value = 60, wage = 17, grade = \"measured\" } }");
  const core::Case subject = with(mixed, {"wage.mix.3.wage=16.90", "wage.mix.4.wage=17.50"});
  REQUIRE(subject.mix.size() == 2);
  CHECK(subject.mix[0].share.value == decimal("40"));
  CHECK(subject.mix[0].wage->value == decimal("16.9"));
  CHECK(subject.mix[1].wage->value == decimal("17.5"));
  CHECK(subject.mix[1].wage->grade == core::Grade::measured);
  const core::Case stated =
      with(mixed, {"wage.mix.5=30", "wage.mix.3.1=70", "wage.mix.3.1.wage=16.90"});
  REQUIRE(stated.mix.size() == 2);
  CHECK_FALSE(stated.mix[0].wage);
  CHECK(stated.mix[1].step == "3.1");
  CHECK(stated.mix[1].wage->value == decimal("16.9"));
  CHECK(with(mixed, {"wage.mix.3.grade=cao"}).mix[0].share.grade == core::Grade::cao);
  CHECK(with(mixed, {"wage.mix.3={ value = 40, wage = 18 }", "wage.mix.5=60"}).mix[0].wage->value ==
        decimal("18"));
}

TEST_CASE("a wage of a step that is wrong, or of no step of the mix, is told") {
  const CaseText mixed =
      CaseText{}.with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"5\" = 100 }");
  const auto told = [&](const std::string& setting) {
    return summary(tests::errors_of(mixed.text(), {setting}));
  };
  CHECK(told("wage.mix.3.wage=16.90") == "E059 wage.mix.3 1:17");
  CHECK(told("wage.mix.5.wage=-1") == "E012 wage.mix.5.wage 1:17");
  CHECK(told("wage.mix.5.wage=1,690") == "E132 wage.mix.5.wage 1:17");
  CHECK(told("wage.mix.5.low=90") == "E019 wage.mix.5.low 1:1");
  CHECK(told("hours.leave.wage=5") == "E010 hours.leave.wage 1:1");
  CHECK(codes(errors({"contract.indexation.percent.grade=cao"})) == "E059");
}

TEST_CASE("settings push out what they exclude, like one more file") {
  const core::Case subject = with(CaseText{}, {"overhead.amount=5"});
  CHECK_FALSE(subject.number(Key::overhead_percent));
  CHECK_FALSE(subject.choices.stated<core::OverheadBase>());
  CHECK(subject.value(Key::overhead_amount) == decimal("5"));
  CHECK(codes(errors({"overhead.amount=5", "overhead.percent=3"})) == "E017");
}

TEST_CASE("low, high, grade and the like change that part of a number alone") {
  const CaseText text = CaseText{}.with(
      "hours", "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, note = \"n\" }");
  const core::Input sickness =
      *with(text, {"hours.sickness.high=6", "hours.sickness.grade=measured",
                   "hours.sickness.source=Vernet", "hours.sickness.checked=2026-11-01"})
           .number(Key::sickness);
  CHECK(sickness.value == decimal("5"));
  CHECK(sickness.low == decimal("4"));
  CHECK(sickness.high == decimal("6"));
  CHECK(sickness.grade == core::Grade::measured);
  CHECK(sickness.source == std::vector<std::string>{"Vernet"});
  CHECK(sickness.checked == tests::day("2026-11-01"));
  CHECK(sickness.note == "n");
  const core::Input leave =
      *with(text, {"hours.leave.low=250", "hours.leave.value=290", "hours.leave.note=ours"})
           .number(Key::leave);
  CHECK(leave.value == decimal("290"));
  CHECK(leave.low == decimal("250"));
  CHECK(leave.note == "ours");
}

TEST_CASE("a part is changed of the number as the settings leave it") {
  const core::Input leave =
      *with(CaseText{}, {"hours.leave.low=240", "hours.leave=250"}).number(Key::leave);
  CHECK(leave.value == decimal("250"));
  CHECK(leave.low == decimal("240"));
}

TEST_CASE("a part of a number nobody states is told") {
  REQUIRE(codes(errors({"hours.idle.low=1"})) == "E059");
  CHECK(argument(errors({"hours.idle.low=1"})[0], "key") == "hours.idle");
}

TEST_CASE("a part that does not fit is told") {
  CHECK(codes(errors({"hours.sickness.low=6"})) == "E018");
  CHECK(codes(errors({"hours.sickness.low=x"})) == "E015");
  CHECK(codes(errors({"hours.sickness.low=101"})) == "E012");
  CHECK(codes(errors({"hours.sickness.grade=sure"})) == "E013");
  CHECK(codes(errors({"hours.sickness.distribution=sure"})) == "E013");
  CHECK(codes(errors({"contract.tariff.distribution=uniform"})) == "E019");
  CHECK(with(CaseText{}, {"hours.sickness.distribution=uniform"})
            .number(Key::sickness)
            ->distribution == core::Distribution::uniform);
  CHECK(codes(errors({"rounding.step=0.01", "rounding.step.low=0.001"})) == "E019");
}

TEST_CASE("a setting that is no KEY=VALUE is told") {
  CHECK(summary(errors({"hours.leave"})) == "E054  1:1");
  CHECK(codes(errors({"=5"})) == "E054");
  CHECK(codes(errors({""})) == "E054");
  CHECK(codes(errors({"hours.sickness="})) == "E054");
}

TEST_CASE("an unknown key is told with the nearest") {
  const core::Diagnostics found = errors({"hours.leav=5"});
  REQUIRE(summary(found) == "E010 hours.leav 1:1");
  CHECK(argument(found[0], "nearest") == "hours.leave");
  CHECK(found[0].at.length == 10);
  CHECK(found[0].at.source->argument);
  CHECK(errors({"\x9b=5"})[0].at.length == 1);
  CHECK(codes(errors({"wage.mix.=5"})) == "E010");
  CHECK(codes(errors({"hours.leave.middle=5"})) == "E010");
  CHECK(codes(errors({"title.low=5"})) == "E010");
}

TEST_CASE("what a file is and extends is not set, nor a whole table of keys") {
  CHECK(codes(errors({"extends=other.toml"})) == "E060");
  CHECK(codes(errors({"schema=billijk/case/1"})) == "E060");
  REQUIRE(summary(errors({"hours=5"})) == "E011 hours 1:7");
  CHECK(argument(errors({"hours=5"})[0], "wanted") == "@type_one_inside");
}

TEST_CASE("a value that does not fit is told where it stands in the setting") {
  CHECK(summary(errors({"hours.sickness=750"})) == "E012 hours.sickness 1:16");
  CHECK(summary(errors({"hours.sickness= 7,500"})) == "E132 hours.sickness 1:17");
  CHECK(codes(errors({"hours.sickness=veel"})) == "E015");
  CHECK(codes(errors({"period.from=1 juli"})) == "E006");
  CHECK(codes(errors({"margin.of=profit"})) == "E013");
  CHECK(codes(errors({"contract.indexation.none=yes"})) == "E011");
  CHECK(codes(errors({"indexation.price_level=2025.5", "indexation.percent=[]"})) == "E011");
}

TEST_CASE("a list or table that does not read is told under its key") {
  CHECK(summary(errors({"indexation.percent=[4.96"})) == "E008 indexation.percent 1:20");
  CHECK(codes(errors({"hours.leave={ value = 8,5 }"})) == "E005");
}

TEST_CASE("everything wrong with the settings and the file is told in one go") {
  CHECK(codes(tests::errors_of(CaseText{}.with("margin", "percent = 101").text(),
                               {"hours.leav=5", "hours.sickness=-1"})) == "E012 E010 E012");
}

}  // namespace
}  // namespace billijk::io
