#pragma once

#include <utility>

namespace billijk::core {

/// A number of type N with its dimension: Quantity<N, 1, 0, -1> is euros per billable hour.
///
/// Money, hours and shares do not mix, nor do the hours of an employment contract and those that
/// are invoiced: a sum of different dimensions does not compile, products and quotients add and
/// subtract the exponents. Kilometres and persons are counts.
template <class N, int Euro, int Paid, int Billable>
class Quantity {
 public:
  Quantity() = default;
  explicit Quantity(N number) : number_{std::move(number)} {}

  const N& number() const { return number_; }

  friend Quantity operator+(const Quantity& a, const Quantity& b) {
    return Quantity{a.number_ + b.number_};
  }
  friend Quantity operator-(const Quantity& a, const Quantity& b) {
    return Quantity{a.number_ - b.number_};
  }
  friend Quantity max(const Quantity& a, const Quantity& b) {
    return Quantity{max(a.number_, b.number_)};
  }
  friend Quantity min(const Quantity& a, const Quantity& b) {
    return Quantity{min(a.number_, b.number_)};
  }

 private:
  N number_{};
};

template <class N, int E1, int P1, int B1, int E2, int P2, int B2>
Quantity<N, E1 + E2, P1 + P2, B1 + B2> operator*(const Quantity<N, E1, P1, B1>& a,
                                                 const Quantity<N, E2, P2, B2>& b) {
  return Quantity<N, E1 + E2, P1 + P2, B1 + B2>{a.number() * b.number()};
}
template <class N, int E1, int P1, int B1, int E2, int P2, int B2>
Quantity<N, E1 - E2, P1 - P2, B1 - B2> operator/(const Quantity<N, E1, P1, B1>& a,
                                                 const Quantity<N, E2, P2, B2>& b) {
  return Quantity<N, E1 - E2, P1 - P2, B1 - B2>{a.number() / b.number()};
}

/// A quotient that is nothing where there is nothing to divide, whatever it is divided by.
template <class N>
N spread(const N& amount, const N& by) {
  return amount.is_zero() ? N{0} : amount / by;
}
template <class N, int E1, int P1, int B1, int E2, int P2, int B2>
Quantity<N, E1 - E2, P1 - P2, B1 - B2> spread(const Quantity<N, E1, P1, B1>& amount,
                                              const Quantity<N, E2, P2, B2>& by) {
  return Quantity<N, E1 - E2, P1 - P2, B1 - B2>{spread(amount.number(), by.number())};
}

/// A ratio: a percentage, a count.
template <class N>
using Share = Quantity<N, 0, 0, 0>;
/// Hours of an employment contract, worked or not.
template <class N>
using PaidHours = Quantity<N, 0, 1, 0>;
/// Hours at the client that are invoiced.
template <class N>
using BillableHours = Quantity<N, 0, 0, 1>;
template <class N>
using Euros = Quantity<N, 1, 0, 0>;
template <class N>
using EurosPerPaidHour = Quantity<N, 1, -1, 0>;
template <class N>
using EurosPerBillableHour = Quantity<N, 1, 0, -1>;
/// Paid hours that come with a billable one: itself, and the travel to it.
template <class N>
using PaidPerBillableHour = Quantity<N, 0, 1, -1>;
/// Kilometres per billable hour: a count per hour.
template <class N>
using PerBillableHour = Quantity<N, 0, 0, -1>;

/// 1 - share, 1 + share: the whole written as the number it is.
template <class N>
Share<N> whole() {
  return Share<N>{N{1}};
}

/// The billable hour itself, which is paid as one hour of the contract.
template <class N>
PaidPerBillableHour<N> the_hour_itself() {
  return PaidPerBillableHour<N>{N{1}};
}

/// What the billable hour itself costs, paid as one hour of the contract.
template <class N>
EurosPerBillableHour<N> of_the_hour(const EurosPerPaidHour<N>& pay) {
  return EurosPerBillableHour<N>{pay.number()};
}

}  // namespace billijk::core
