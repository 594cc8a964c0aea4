#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/case/line.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {

namespace choice_table {
/// How many words "a, b, c" has.
consteval std::size_t count_of(std::string_view list) {
  return static_cast<std::size_t>(std::ranges::count(list, ',')) + 1;
}
template <std::size_t Count>
consteval std::array<std::string_view, Count> words_of(std::string_view list) {
  std::array<std::string_view, Count> words;
  for (std::string_view& word : words) {
    word = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), word.size() + std::string_view{", "}.size()));
  }
  return words;
}
constexpr std::string_view none;
enum Trait : std::uint8_t { plain, beside_given, outside };
}  // namespace choice_table

/// The words of a choice as files write them, in the order of its enumeration.
template <class E>
inline constexpr std::array<std::string_view, 0> choice_words{};

#define BILLIJK_CHOICE(id, path, type, taken, traits)
#define BILLIJK_WORDS(type, ...)                  \
  enum class type : std::uint8_t { __VA_ARGS__ }; \
  template <>                                     \
  inline constexpr auto choice_words<type> =      \
      choice_table::words_of<choice_table::count_of(#__VA_ARGS__)>(#__VA_ARGS__);
#include "core/case/choices.def"
#undef BILLIJK_CHOICE
#undef BILLIJK_WORDS

enum class TariffUnit : std::uint8_t { hour, minute, week, four_weeks, month, year, lump_sum };
template <>
inline constexpr std::array choice_words<TariffUnit> = std::to_array<std::string_view>(
    {"hour", "minute", "week", "4weeks", "month", "year", "lump_sum"});
template <>
inline constexpr std::array choice_words<RoundingMode> =
    std::to_array<std::string_view>({"half_up", "half_even", "up", "down"});
template <>
inline constexpr std::array choice_words<RoundingAt> =
    std::to_array<std::string_view>({"end", "line"});

template <class E>
constexpr std::string_view word_of(E value) {
  return choice_words<E>.at(static_cast<std::size_t>(value));
}

/// The choice a word stands for; nothing for any other word.
template <class E>
constexpr std::optional<E> choice_of(std::string_view word) {
  for (std::size_t i = 0; i < choice_words<E>.size(); ++i) {
    if (choice_words<E>[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

/// A word a case file can state; its place in the file is its path.
enum class Choice : std::uint8_t {
#define BILLIJK_WORDS(type, ...)
#define BILLIJK_CHOICE(id, path, type, taken, traits) id,
#include "core/case/choices.def"
#undef BILLIJK_CHOICE
};

/// What holds for one of them whatever the case.
struct ChoiceFacts {
  std::string_view path;
  std::span<const std::string_view> words;
  std::string_view taken;     ///< for what is not stated; empty: nothing can be
  bool beside_given = false;  ///< may stand beside a given cost price
  bool outside = false;       ///< no boundary is made of it
};

namespace choice_table {
inline constexpr std::array facts{
#define BILLIJK_CHOICE(id, path, type, taken, traits) \
  ChoiceFacts{path, choice_words<type>, taken, (traits) == beside_given, (traits) == outside},
#include "core/case/choices.def"
#undef BILLIJK_CHOICE
};
/// The choice whose words are of this type.
template <class E>
inline constexpr Choice of_type = Choice{};
#define BILLIJK_CHOICE(id, path, type, taken, traits) \
  template <>                                         \
  inline constexpr Choice of_type<type> = Choice::id;
#include "core/case/choices.def"
#undef BILLIJK_CHOICE
}  // namespace choice_table

/// All, in the order of the file format.
inline constexpr std::array all_choices{
#define BILLIJK_CHOICE(id, path, type, taken, traits) Choice::id,
#include "core/case/choices.def"
#undef BILLIJK_CHOICE
#undef BILLIJK_WORDS
};

constexpr std::size_t index_of(Choice choice) { return static_cast<std::size_t>(choice); }
constexpr const ChoiceFacts& facts_of(Choice choice) {
  return choice_table::facts.at(index_of(choice));
}

/// The words of a case, of each choice one or none.
class Choices {
 public:
  template <class E>
  std::optional<E> stated() const {
    const std::optional<std::size_t>& place = places_.at(index_of(choice_table::of_type<E>));
    return place ? std::optional{static_cast<E>(*place)} : std::nullopt;
  }
  /// The one stated, or taken for it.
  template <class E>
  E chosen() const {
    constexpr std::optional<E> taken = choice_of<E>(facts_of(choice_table::of_type<E>).taken);
    static_assert(taken.has_value());
    return stated<E>().value_or(*taken);
  }
  template <class E>
  void state(std::optional<E> word) {
    std::optional<std::size_t>& place = places_.at(index_of(choice_table::of_type<E>));
    place.reset();
    if (word) place = static_cast<std::size_t>(*word);
  }

  bool states(Choice choice) const { return places_.at(index_of(choice)).has_value(); }
  /// The word stated, or taken for it; empty for neither.
  std::string_view word(Choice choice) const {
    const std::optional<std::size_t>& place = places_.at(index_of(choice));
    return place ? facts_of(choice).words[*place] : facts_of(choice).taken;
  }
  /// By the place of a word among those of the choice.
  void state(Choice choice, std::optional<std::size_t> place) {
    places_.at(index_of(choice)) = place;
  }
  void copy(Choice choice, const Choices& from) {
    places_.at(index_of(choice)) = from.places_.at(index_of(choice));
  }

 private:
  std::array<std::optional<std::size_t>, choice_table::facts.size()> places_;
};

}  // namespace billijk::core
