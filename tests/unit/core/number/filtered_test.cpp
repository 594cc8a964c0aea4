#include "core/number/filtered.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::decimal;
using tests::exact;
using tests::holds;

bool is_unknown(const Filtered& value) {
  return value.error() == std::numeric_limits<double>::infinity();
}

TEST_CASE("whole numbers are filtered without error") {
  CHECK(Filtered{1878}.error() == 0);
  CHECK(Filtered{decimal("1878")}.value() == 1878);
  CHECK(Filtered{decimal("1878")}.error() == 0);
  CHECK(Filtered{}.is_zero());
}

TEST_CASE("the bound of a decimal holds and is tight") {
  const std::string text =
      GENERATE("0.1", "8.33", "-0.07", "79409", "0.000000000001", "999999999999.999999999999",
               "-123456789012.345678901234", "900719925474.0993", "0.5");
  const int shift = GENERATE(0, 2);
  CAPTURE(text, shift);
  const Filtered filtered{decimal(text), shift};
  const Exact wanted{decimal(text), shift};
  CHECK(holds(filtered, wanted));
  // Two roundings of half a unit in the last place at most.
  CHECK(Exact{mpq_class{filtered.error()}} <= abs(wanted) / Exact{mpq_class{0x1p51}});
}

TEST_CASE("the bound of an exact number holds") {
  const std::string text = GENERATE("1/2", "1/3", "-2/3", "1.0831872", "0", "123456789/7");
  CAPTURE(text);
  CHECK(holds(Filtered{exact(text)}, exact(text)));
}

TEST_CASE("an exact number that is a double has no error") {
  CHECK(Filtered{exact("1.25")}.error() == 0);
  CHECK(Filtered{exact("0")}.is_zero());
  CHECK(Filtered{exact("1/3")}.error() > 0);
}

TEST_CASE("the bound holds for an exact number below every double") {
  const Exact tiny{mpq_class{1, mpz_class{1} << 1200}};
  CHECK(holds(Filtered{tiny}, tiny));
  CHECK_FALSE(Filtered{tiny}.is_zero());
}

TEST_CASE("an exact number above every double is unknown") {
  CHECK(is_unknown(Filtered{Exact{mpq_class{mpz_class{1} << 2000}}}));
  CHECK(is_unknown(Filtered{Exact{mpq_class{mpz_class{-(mpz_class{1} << 2000)}}}}));
}

TEST_CASE("a sign is told only when zero lies outside the bound") {
  CHECK(Filtered(0.5, 0.25).certain_sign() == 1);
  CHECK(Filtered(-0.5, 0.25).certain_sign() == -1);
  CHECK(Filtered(0, 0).certain_sign() == 0);
  CHECK_FALSE(Filtered(0.5, 0.5).certain_sign());
  CHECK_FALSE(Filtered(-0.5, 0.5).certain_sign());
  CHECK_FALSE(Filtered(0, 0.1).certain_sign());
  CHECK_FALSE(Filtered::unknown().certain_sign());
}

TEST_CASE("one tenth added ten times is one within the bound, and not surely more or less") {
  const Filtered tenth{decimal("0.1")};
  Filtered sum;
  for (int i = 0; i < 10; ++i) sum = sum + tenth;
  CHECK(sum.value() != 1);
  CHECK(holds(sum, Exact{1}));
  CHECK_FALSE((sum - Filtered{1}).certain_sign());
}

TEST_CASE("products and quotients pass on what their operands may be off") {
  const Filtered wage{decimal("16.40")};
  const Filtered share{decimal("8.33"), 2};
  CHECK(holds(wage * share, exact("1.36612")));
  CHECK(holds(wage / share, exact("16.40") / exact("0.0833")));
  CHECK(holds(-wage, exact("-16.4")));
  CHECK((wage * share).error() > wage.error() * share.value());
}

TEST_CASE("exactly zero stays exactly zero in products and quotients") {
  CHECK((Filtered{0} * Filtered{decimal("0.1")}).is_zero());
  CHECK((Filtered{decimal("0.1")} * Filtered{0}).is_zero());
  CHECK((Filtered{0} / Filtered{decimal("0.1")}).is_zero());
}

TEST_CASE("a product or quotient too small for a double is not taken for zero") {
  Filtered product{decimal("0.000000000001")};
  Exact exactly = exact("0.000000000001");
  for (int i = 0; i < 6; ++i) {
    product = product * product;
    exactly = exactly * exactly;
    CHECK(holds(product, exactly));
  }
  CHECK(product.value() == 0);
  CHECK_FALSE(product.certain_sign());
  const Filtered quotient = Filtered(0x1p-1000, 0) / Filtered(0x1p+100, 0);
  CHECK(holds(quotient, Exact{mpq_class{1, mpz_class{1} << 1100}}));
  CHECK_FALSE(quotient.certain_sign());
}

TEST_CASE("what is divided by something that may be zero is unknown") {
  CHECK(is_unknown(Filtered{1} / Filtered(1, 1)));
  CHECK(is_unknown(Filtered{1} / Filtered(-1, 2)));
  CHECK(is_unknown(Filtered{1} / Filtered{0}));
  CHECK_FALSE(is_unknown(Filtered{1} / Filtered(2, 1)));
}

TEST_CASE("what overflows is unknown, and what is unknown stays so") {
  const Filtered huge{1e308, 0};
  CHECK(is_unknown(huge + huge));
  CHECK(is_unknown(huge * huge));
  CHECK(is_unknown(Filtered::unknown() + Filtered{1}));
  CHECK(is_unknown(Filtered::unknown() * Filtered{2}));
  CHECK(is_unknown(Filtered::unknown() / Filtered{2}));
  CHECK(is_unknown(max(Filtered::unknown(), Filtered{1})));
}

TEST_CASE("of two numbers that lie apart the larger and the smaller keep their own bound") {
  const Filtered low(1, 0.1);
  const Filtered high(2, 0.2);
  CHECK(max(low, high).value() == 2);
  CHECK(max(high, low).error() == 0.2);
  CHECK(min(low, high).value() == 1);
  CHECK(min(high, low).error() == 0.1);
}

TEST_CASE("of two numbers that may be equal the larger and the smaller take the worse bound") {
  const Filtered low(1, 0.6);
  const Filtered high(1.5, 0.1);
  CHECK(max(low, high).value() == 1.5);
  CHECK(max(low, high).error() == 0.6);
  CHECK(min(high, low).value() == 1);
  CHECK(min(high, low).error() == 0.6);
}

}  // namespace
}  // namespace billijk::core
