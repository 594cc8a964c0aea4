#include "analysis/rows/amount.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

namespace billijk::analysis {
namespace {

TEMPLATE_TEST_CASE("quotients are rounded half away from zero", "", std::int64_t, core::Int128) {
  CHECK(quotient<TestType>(1, 8, 2) == Amount{13, 2});
  CHECK(quotient<TestType>(-1, 8, 2) == Amount{-13, 2});
  CHECK(quotient<TestType>(1, -8, 2) == Amount{-13, 2});
  CHECK(quotient<TestType>(5, 1000, 2) == Amount{1, 2});
  CHECK(quotient<TestType>(4999, 1'000'000, 2) == Amount{0, 2});
  CHECK(quotient<TestType>(0, 7, 2) == Amount{0, 2});
}

TEST_CASE("what does not fit is absent, never cut off") {
  const core::Int128 large = power_of_ten(37);
  CHECK_FALSE(product<core::Int128>(large, 1000));
  CHECK_FALSE(with_decimals({large, 0}, 5));
  CHECK_FALSE(quotient<core::Int128>(large, 3, 2));
  constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  CHECK_FALSE(quotient<std::int64_t>(lowest, 3, 0));
  CHECK_FALSE(quotient<std::int64_t>(3, lowest, 0));
  CHECK_FALSE(quotient<std::int64_t>(1'000'000'000'000'000'000, 3, 2));
  CHECK_FALSE(narrowed<std::int64_t>(large));
  CHECK(narrowed<std::int64_t>(core::Int128{lowest}) == lowest);
  CHECK_FALSE(amount_of(exact_of({large, 0}) * exact_of({large, 0}), 0));
}

TEST_CASE("an exact number becomes an amount and comes back") {
  for (const core::Int128 coefficient :
       {core::Int128{0}, core::Int128{-12345}, power_of_ten(30) + 7, -power_of_ten(30)}) {
    CHECK(amount_of(exact_of({coefficient, 4}), 4) == Amount{coefficient, 4});
  }
  CHECK(amount_of(core::Exact{mpq_class{1, 3}}, 4) == Amount{3333, 4});
  CHECK(trimmed({1000, 3}, 2) == Amount{100, 2});
  CHECK(trimmed({0, 5}, 2) == Amount{0, 2});
}

TEST_CASE("amounts are compared whatever their decimals") {
  CHECK(is_less({99, 2}, {1, 0}));
  CHECK_FALSE(is_less({100, 2}, {1, 0}));
  CHECK(is_less({power_of_ten(37), 0}, {power_of_ten(38), 0}));
  CHECK(is_less({1, 30}, {power_of_ten(37), 0}));
}

}  // namespace
}  // namespace billijk::analysis
