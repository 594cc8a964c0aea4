#include "core/number/quantity.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

#include "core/formula/symbol.hpp"
#include "unit/figures.hpp"

namespace billijk::core {
namespace {

using tests::exact;

template <class A, class B>
concept Addable = requires(const A& a, const B& b) { a + b; };
template <class A, class B>
concept Subtractable = requires(const A& a, const B& b) { a - b; };
template <class A, class B>
concept Comparable = requires(const A& a, const B& b) { max(a, b); };

using Rate = EurosPerBillableHour<Exact>;
using Pay = EurosPerPaidHour<Exact>;

// Sums take one dimension.
static_assert(Addable<Rate, Rate>);
static_assert(!Addable<Rate, Euros<Exact>>);
static_assert(!Addable<Rate, BillableHours<Exact>>);
static_assert(!Addable<Rate, Share<Exact>>);
static_assert(!Subtractable<BillableHours<Exact>, Euros<Exact>>);
static_assert(!Comparable<Rate, Share<Exact>>);

// Paid and billable hours are not the same hours.
static_assert(!Addable<Rate, Pay>);
static_assert(!Addable<PaidHours<Exact>, BillableHours<Exact>>);
static_assert(!Comparable<Rate, Pay>);
static_assert(std::is_same_v<decltype(Pay{} * PaidHours<Exact>{} / BillableHours<Exact>{}), Rate>);
static_assert(std::is_same_v<decltype(Pay{} * PaidPerBillableHour<Exact>{}), Rate>);
static_assert(!std::is_convertible_v<Pay, Rate>);

// Products and quotients add and subtract the exponents.
static_assert(std::is_same_v<decltype(Rate{} * BillableHours<Exact>{}), Euros<Exact>>);
static_assert(std::is_same_v<decltype(Euros<Exact>{} / BillableHours<Exact>{}), Rate>);
static_assert(std::is_same_v<decltype(Rate{} * Share<Exact>{}), Rate>);
static_assert(
    std::is_same_v<decltype(BillableHours<Exact>{} / BillableHours<Exact>{}), Share<Exact>>);
static_assert(std::is_same_v<decltype(PerBillableHour<Exact>{} * Euros<Exact>{}), Rate>);
static_assert(std::is_same_v<decltype(Rate{} / Rate{}), Share<Exact>>);

// A bare number is no quantity, quantities of two number types do not meet.
static_assert(!std::is_convertible_v<Exact, Rate>);
static_assert(!std::is_convertible_v<Rate, Exact>);
static_assert(!std::is_convertible_v<double, EurosPerBillableHour<Filtered>>);
static_assert(!std::is_same_v<Share<Exact>, BillableHours<Exact>>);
static_assert(!Addable<Rate, EurosPerBillableHour<Filtered>>);
static_assert(!Addable<Rate, EurosPerBillableHour<Symbol>>);

TEST_CASE("quantities compute with the numbers in them") {
  const Rate wage{exact("20")};
  const BillableHours<Exact> hours{exact("1600")};
  CHECK((wage + wage).number() == exact("40"));
  CHECK((wage - Rate{exact("0.5")}).number() == exact("19.5"));
  CHECK((wage * hours).number() == exact("32000"));
  CHECK((wage / hours).number() == exact("1/80"));
  CHECK(spread(wage, hours).number() == exact("1/80"));
  CHECK(spread(Rate{}, BillableHours<Exact>{}).number() == exact("0"));
  CHECK(max(wage, Rate{exact("21")}).number() == exact("21"));
  CHECK(min(wage, Rate{exact("21")}).number() == exact("20"));
  CHECK(whole<Exact>().number() == exact("1"));
  CHECK(Rate{}.number() == exact("0"));
}

}  // namespace
}  // namespace billijk::core
