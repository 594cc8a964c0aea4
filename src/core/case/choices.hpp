#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/case/line.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {

/// How well a figure is founded, best first (billijk-case(5), "Grades").
enum class Grade : std::uint8_t {
  statutory,
  cao,
  published,
  derived,
  measured,
  agreed,
  unconfirmed,
  assumed,
  placeholder,
  expected
};
enum class BonusBase : std::uint8_t { wage, wage_and_irregular, wage_and_holiday_allowance };
enum class Employer : std::uint8_t { small, large };
enum class SocialBase : std::uint8_t { after_pension, gross };
enum class SicknessBase : std::uint8_t { contract, after_leave };
enum class OverheadBase : std::uint8_t { direct, cost_price, tariff };
enum class MarginBase : std::uint8_t { cost_price, tariff };
enum class LinePer : std::uint8_t { billable_hour, paid_hour, full_timer_year, contract_year };
enum class LineBase : std::uint8_t { wage, gross, labour, direct };
enum class CatchUp : std::uint8_t { difference, ratio, compound, none };
enum class TariffUnit : std::uint8_t { hour, minute, week, four_weeks, month, year, lump_sum };
/// What a derived price is a share of.
enum class DerivedBase : std::uint8_t { tariff, fair_tariff, cost_price, wage_floor };
/// What a derived price must not be below.
enum class LeastPrice : std::uint8_t { informal_floor };
enum class Delivery : std::uint8_t { employment, alfahulp };
/// How a number with a range is drawn (billijk-simulate(1)).
enum class Distribution : std::uint8_t { triangular, uniform };
enum class PresetKind : std::uint8_t {
  wage_scale,
  minimum_wage,
  charges,
  pension,
  index_series,
  norm_hours
};

/// The words of a choice as files write them, in the order of its enumeration.
template <class E>
inline constexpr std::array<std::string_view, 0> choice_words{};
template <>
inline constexpr std::array choice_words<Grade> = std::to_array<std::string_view>(
    {"statutory", "cao", "published", "derived", "measured", "agreed", "unconfirmed", "assumed",
     "placeholder", "expected"});
template <>
inline constexpr std::array choice_words<BonusBase> =
    std::to_array<std::string_view>({"wage", "wage_and_irregular", "wage_and_holiday_allowance"});
template <>
inline constexpr std::array choice_words<Employer> =
    std::to_array<std::string_view>({"small", "large"});
template <>
inline constexpr std::array choice_words<SocialBase> =
    std::to_array<std::string_view>({"after_pension", "gross"});
template <>
inline constexpr std::array choice_words<SicknessBase> =
    std::to_array<std::string_view>({"contract", "after_leave"});
template <>
inline constexpr std::array choice_words<OverheadBase> =
    std::to_array<std::string_view>({"direct", "cost_price", "tariff"});
template <>
inline constexpr std::array choice_words<MarginBase> =
    std::to_array<std::string_view>({"cost_price", "tariff"});
template <>
inline constexpr std::array choice_words<LinePer> = std::to_array<std::string_view>(
    {"billable_hour", "paid_hour", "full_timer_year", "contract_year"});
template <>
inline constexpr std::array choice_words<LineBase> =
    std::to_array<std::string_view>({"wage", "gross", "labour", "direct"});
template <>
inline constexpr std::array choice_words<CatchUp> =
    std::to_array<std::string_view>({"difference", "ratio", "compound", "none"});
template <>
inline constexpr std::array choice_words<TariffUnit> = std::to_array<std::string_view>(
    {"hour", "minute", "week", "4weeks", "month", "year", "lump_sum"});
template <>
inline constexpr std::array choice_words<DerivedBase> =
    std::to_array<std::string_view>({"tariff", "fair_tariff", "cost_price", "wage_floor"});
template <>
inline constexpr std::array choice_words<LeastPrice> =
    std::to_array<std::string_view>({"informal_floor"});
template <>
inline constexpr std::array choice_words<Delivery> =
    std::to_array<std::string_view>({"employment", "alfahulp"});
template <>
inline constexpr std::array choice_words<Distribution> =
    std::to_array<std::string_view>({"triangular", "uniform"});
template <>
inline constexpr std::array choice_words<PresetKind> = std::to_array<std::string_view>(
    {"wage_scale", "minimum_wage", "charges", "pension", "index_series", "norm_hours"});
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

}  // namespace billijk::core
