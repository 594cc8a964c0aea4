#pragma once

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"
#include "core/number/date.hpp"
#include "core/number/decimal.hpp"
#include "core/number/exact.hpp"
#include "core/number/filtered.hpp"

namespace billijk::tests {

/// The decimal a test writes: "8.33".
inline core::Decimal decimal(std::string_view text) {
  const core::DecimalResult read = core::parse_decimal(text);
  if (!read.value) throw std::invalid_argument{"no decimal: " + std::string{text}};
  return *read.value;
}

/// The number a test writes, as a decimal or a fraction of two: "8.33", "-1/3".
inline core::Exact exact(std::string_view text) {
  const std::size_t stroke = text.find('/');
  if (stroke == std::string_view::npos) return core::Exact{decimal(text)};
  return exact(text.substr(0, stroke)) / exact(text.substr(stroke + 1));
}

/// The day a test writes: "2026-07-01".
inline core::Date day(std::string_view text) {
  const std::optional<core::Date> read = core::parse_date(text);
  if (!read) throw std::invalid_argument{"no day: " + std::string{text}};
  return *read;
}

/// Whether |value - exact| is at most the error a filtered number states, without any rounding.
inline bool holds(const core::Filtered& filtered, const core::Exact& exact) {
  if (!(filtered.error() < std::numeric_limits<double>::infinity())) return true;
  const core::Exact value{mpq_class{filtered.value()}};
  return core::abs(value - exact) <= core::Exact{mpq_class{filtered.error()}};
}

}  // namespace billijk::tests

namespace Catch {

template <>
struct StringMaker<billijk::core::Exact> {
  static std::string convert(const billijk::core::Exact& value) {
    return value.rational().get_str() + " = " + billijk::core::shortest(value);
  }
};
template <>
struct StringMaker<billijk::core::Decimal> {
  static std::string convert(const billijk::core::Decimal& value) { return value.text(); }
};
template <>
struct StringMaker<billijk::core::Date> {
  static std::string convert(const billijk::core::Date& value) { return billijk::core::iso(value); }
};
template <>
struct StringMaker<billijk::core::Code> {
  static std::string convert(billijk::core::Code code) {
    return std::string{billijk::core::name_of(code)};
  }
};

}  // namespace Catch
