#include "core/case/slot.hpp"

namespace billijk::core {

std::string Slot::name(const Case& subject) const {
  switch (kind_) {
    case Kind::share:
      return subject.mix[place_].key();
    case Kind::own_wage:
      return subject.mix[place_].wage_key();
    case Kind::amount:
    case Kind::percent:
      return subject.lines[place_].figure_key();
    case Kind::index_year:
      return "indexation.percent." +
             std::to_string(subject.indexation->price_level + 1 + static_cast<int>(place_));
    case Kind::number:
      break;
  }
  return std::string{path_of(key_at(place_))};
}

const Input* Slot::input(const Case& subject) const {
  const auto stated = [](const std::optional<Input>& input) { return input ? &*input : nullptr; };
  switch (kind_) {
    case Kind::share:
      return &subject.mix[place_].share;
    case Kind::own_wage:
      return stated(subject.mix[place_].wage);
    case Kind::amount:
    case Kind::percent:
      return &subject.lines[place_].figure;
    case Kind::index_year:
      return &subject.indexation->percent[place_];
    case Kind::number:
      break;
  }
  return stated(subject.numbers[place_]);
}

std::vector<Slot> stated_slots(const Case& subject) {
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < subject.mix.size(); ++i) {
    slots.emplace_back(Slot::Kind::share, i);
    if (subject.mix[i].wage) slots.emplace_back(Slot::Kind::own_wage, i);
  }
  for (std::size_t i = 0; i < key_count; ++i) {
    if (subject.numbers[i]) slots.emplace_back(key_at(i));
  }
  for (std::size_t i = 0; i < subject.lines.size(); ++i)
    slots.push_back(Slot::of_line(subject.lines[i], i));
  for (std::size_t i = 0; subject.indexation && i < subject.indexation->percent.size(); ++i)
    slots.emplace_back(Slot::Kind::index_year, i);
  return slots;
}

}  // namespace billijk::core
