#include "io/case/merge.hpp"

#include <catch2/catch.hpp>

#include "io/toml/toml.hpp"
#include "unit/cases.hpp"

namespace billijk::io {
namespace {

Node root_of(const std::string& text) {
  const TomlResult result = read_toml(tests::source(text));
  if (!result.errors.empty()) throw std::invalid_argument{tests::summary(result.errors)};
  return result.root;
}

/// A tree as "a.b=1 c=[2,3] ", in the order it has.
std::string flat(const Node& node, const std::string& path = "") {
  if (node.type == Node::Type::array) {
    std::string list = path + "=[";
    for (const Node& item : node.items)
      list += (list.back() == '[' ? "" : ",") + item.text + (item.is_table() ? "{}" : "");
    return list + "] ";
  }
  if (!node.is_table()) return path + '=' + node.text + ' ';
  std::string text;
  for (const Member& member : node.members)
    text += flat(member.value, path.empty() ? member.key : path + '.' + member.key);
  return text;
}

std::string merged(const std::string& base_text, const std::string& nearer_text) {
  Node base = root_of(base_text);
  merge(base, root_of(nearer_text));
  return flat(base);
}

TEST_CASE("keys of the nearer file win, others stay, tables merge key by key") {
  CHECK(merged("title = \"a\"\n[hours]\nleave = 1\nsickness = 2",
               "title = \"b\"\n[hours]\nsickness = 3\nidle = 4\n[band]\nceiling = 5") ==
        "title=b hours.leave=1 hours.sickness=3 hours.idle=4 band.ceiling=5 ");
  CHECK(merged("[employer_charges.social]\npreset = \"p\"\npermanent = 90",
               "employer_charges.social.permanent = 80") ==
        "employer_charges.social.preset=p employer_charges.social.permanent=80 ");
}

TEST_CASE("a number as a table is replaced whole, by a number or another table") {
  CHECK(merged("hours.sickness = { value = 5, low = 4 }", "hours.sickness = { value = 6 }") ==
        "hours.sickness.value=6 ");
  CHECK(merged("hours.sickness = { value = 5, low = 4 }", "hours.sickness = 6") ==
        "hours.sickness=6 ");
  CHECK(merged("hours.sickness = 5", "hours.sickness = { value = 6, low = 4 }") ==
        "hours.sickness.value=6 hours.sickness.low=4 ");
}

TEST_CASE("a title in languages is replaced whole") {
  CHECK(merged("title = { nl = \"a\", en = \"b\" }", "title = { nl = \"c\" }") == "title.nl=c ");
  CHECK(merged("title = { nl = \"a\", en = \"b\" }", "title = \"c\"") == "title=c ");
}

TEST_CASE("mix, lists and the clause of the contract are replaced whole") {
  CHECK(merged("wage.mix = { \"0\" = 20, \"5\" = 80 }", "wage.mix = { \"3\" = 100 }") ==
        "wage.mix.3=100 ");
  CHECK(merged("indexation.percent = [1, 2]", "indexation.percent = [3]") ==
        "indexation.percent=[3] ");
  CHECK(merged("[[line]]\nkey = \"a\"\n[[line]]\nkey = \"b\"", "[[line]]\nkey = \"c\"") ==
        "line=[{}] ");
  CHECK(merged("contract.indexation = { series = \"a\", cap = 5 }",
               "contract.indexation = { percent = 2 }") == "contract.indexation.percent=2 ");
}

TEST_CASE("of keys that exclude each other the nearer file pushes out the others") {
  CHECK(merged("[wage]\nscale = \"s\"\nmix = { \"0\" = 100 }\nminimum_wage = \"none\"",
               "wage.hourly = 16") == "wage.minimum_wage=none wage.hourly=16 ");
  CHECK(merged("wage.hourly = 16", "wage.scale = \"s\"") == "wage.scale=s ");
  CHECK(merged("[employer_charges]\nsocial = { preset = \"p\" }\npension = { preset = \"q\" }",
               "employer_charges.percent = 27") == "employer_charges.percent=27 ");
  CHECK(merged("employer_charges.percent = 27", "employer_charges.pension = { preset = \"q\" }") ==
        "employer_charges.pension.preset=q ");
  CHECK(merged("[travel]\nminutes = 4\nrate = 1", "travel.visit_minutes = 100") ==
        "travel.rate=1 travel.visit_minutes=100 ");
  CHECK(merged("[travel]\nminutes_between = 4\nvisit_minutes = 1", "travel.minutes = 5") ==
        "travel.minutes=5 ");
  CHECK(merged("[overhead]\npercent = 4\nof = \"direct\"", "overhead.amount = 5") ==
        "overhead.amount=5 ");
  CHECK(merged("overhead.amount = 5", "overhead.percent = 4") == "overhead.percent=4 ");
  CHECK(merged("[margin]\npercent = 4\nof = \"tariff\"", "margin.amount = 0.60") ==
        "margin.amount=0.60 ");
  CHECK(merged("margin.amount = 0.60", "margin.of = \"tariff\"") == "margin.of=tariff ");
  CHECK(merged("[indexation]\nprice_level = 2025\nseries = \"s\"\ncatch_up = \"ratio\"",
               "indexation.percent = [1]") ==
        "indexation.price_level=2025 indexation.percent=[1] ");
  CHECK(merged("indexation.percent = [1]", "indexation.series = \"s\"") == "indexation.series=s ");
}

TEST_CASE("one of two keys that belong together leaves the other") {
  CHECK(merged("[overhead]\npercent = 4\nof = \"direct\"", "overhead.percent = 5") ==
        "overhead.percent=5 overhead.of=direct ");
  CHECK(merged("[indexation]\nseries = \"s\"\ncatch_up = \"ratio\"", "indexation.series = \"t\"") ==
        "indexation.series=t indexation.catch_up=ratio ");
}

TEST_CASE("what series grow with merges name by name, growth by the year is replaced whole") {
  CHECK(merged("[forecast]\nseries = { a = \"wages\", b = \"wages\" }",
               "[forecast]\nseries = { b = \"prices\", c = \"prices\" }") ==
        "forecast.series.a=wages forecast.series.b=prices forecast.series.c=prices ");
  CHECK(merged("[forecast]\nwages = { \"2027\" = 4, later = 3 }\nprices = 2",
               "[forecast]\nwages = { \"2028\" = 5 }") ==
        "forecast.wages.2028=5 forecast.prices=2 ");
  CHECK(merged("[forecast]\nwages = { value = 3, low = 2 }", "forecast.wages = { \"2027\" = 5 }") ==
        "forecast.wages.2027=5 ");
  CHECK(merged("[forecast]\nwages = { \"2027\" = 4 }", "forecast.wages = 3") ==
        "forecast.wages=3 ");
}

TEST_CASE("values keep the place they were written at") {
  Node base = root_of("[hours]\nleave = 1");
  merge(base, root_of("\n\n[hours]\nsickness = 2"));
  CHECK(base.find_path("hours.leave")->at.line == 2);
  CHECK(base.find_path("hours.sickness")->at.line == 4);
  CHECK(base.find("hours")->at.line == 3);
}

}  // namespace
}  // namespace billijk::io
