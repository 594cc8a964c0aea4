#include "analysis/amount.hpp"

#include <catch2/catch.hpp>

namespace billijk::analysis {
namespace {

TEST_CASE("quotients are rounded half away from zero") {
  CHECK(quotient(1, 8, 2) == Amount{13, 2});
  CHECK(quotient(-1, 8, 2) == Amount{-13, 2});
  CHECK(quotient(1, -8, 2) == Amount{-13, 2});
  CHECK(quotient(5, 1000, 2) == Amount{1, 2});
  CHECK(quotient(4999, 1'000'000, 2) == Amount{0, 2});
  CHECK(quotient(0, 7, 2) == Amount{0, 2});
}

TEST_CASE("what does not fit is absent, never cut off") {
  const core::Int128 large = power_of_ten(37);
  CHECK_FALSE(product(large, 1000));
  CHECK_FALSE(with_decimals({large, 0}, 5));
  CHECK_FALSE(quotient(large, 3, 2));
  CHECK_FALSE(amount_of(exact_of({large, 0}) * exact_of({large, 0}), 0));
}

TEST_CASE("an exact number becomes an amount and comes back") {
  for (const core::Int128 coefficient : {core::Int128{0}, core::Int128{-12345}, power_of_ten(30) + 7, -power_of_ten(30)}) {
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
