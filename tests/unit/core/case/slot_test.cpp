#include "core/case/slot.hpp"

#include <catch2/catch.hpp>

#include "core/formula/numbers.hpp"

namespace billijk::core {
namespace {

Case with_everything() {
  Case subject;
  subject.mix.push_back({.step = "4", .share = {.value = Decimal{60}}, .wage = {}});
  subject.mix.push_back({.step = "own", .share = {.value = Decimal{40}}, .wage = Input{}});
  subject.numbers[index_of(Key::sickness)] = Input{.value = Decimal{5}};
  subject.lines.push_back({.key = "gloves", .figure = {}, .per = LinePer::billable_hour});
  subject.lines.push_back({.key = "office", .figure = {}, .per = {}});
  subject.indexation = OwnIndexation{.price_level = 2025, .percent = {Input{}, Input{}}};
  return subject;
}

TEST_CASE("a slot has the name a case file has for it") {
  const Case subject = with_everything();
  std::string names;
  for (const Slot slot : stated_slots(subject)) names += slot.name(subject) + ' ';
  CHECK(names ==
        "wage.mix.4 wage.mix.own wage.mix.own.wage hours.sickness line.gloves.amount "
        "line.office.percent indexation.percent.2026 indexation.percent.2027 ");
}

TEST_CASE("a slot knows unit and limits, and where the case states its figure") {
  const Case subject = with_everything();
  CHECK(Slot{Key::sickness}.input(subject) == &*subject.number(Key::sickness));
  CHECK(Slot{Key::leave}.input(subject) == nullptr);
  CHECK(Slot{Slot::Kind::own_wage, 0}.input(subject) == nullptr);
  CHECK(Slot{Key::leave}.unit() == Unit::hours_per_year);
  CHECK(Slot::of_line(subject.lines[0], 0).unit() == Unit::eur);
  CHECK(Slot::of_line(subject.lines[0], 0).facts().lowest < 0);
  CHECK(Slot::of_line(subject.lines[1], 1).facts().highest == 100);
  CHECK(Slot{Slot::Kind::own_wage, 1}.unit() == Unit::eur_per_hour);
  CHECK(Slot{Slot::Kind::index_year, 1}.unit() == Unit::percent);
}

TEST_CASE("slots are one when they lead to one figure") {
  CHECK(Slot{Key::leave} == Slot{Slot::Kind::number, index_of(Key::leave)});
  CHECK(Slot{Key::leave} != Slot{Key::sickness});
  Numbers<int> numbers;
  numbers.mix = {1, 2};
  numbers.own = {3, 4};
  numbers[Key::sickness] = 5;
  CHECK(number_at(numbers, {Slot::Kind::share, 1}) == 2);
  CHECK(number_at(numbers, {Slot::Kind::percent, 1}) == 4);
  CHECK(number_at(numbers, Key::sickness) == 5);
}

}  // namespace
}  // namespace billijk::core
