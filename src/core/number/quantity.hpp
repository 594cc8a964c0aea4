#pragma once

#include <utility>

namespace billijk::core {

/// A number of type N with its dimension: Quantity<N, 1, -1> is euros per hour.
///
/// Money, hours and shares do not mix: a sum of different dimensions does not compile, products and
/// quotients add and subtract the exponents. Kilometres and persons are counts.
template <class N, int Euro, int Hour>
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

template <class N, int E1, int H1, int E2, int H2>
Quantity<N, E1 + E2, H1 + H2> operator*(const Quantity<N, E1, H1>& a,
                                        const Quantity<N, E2, H2>& b) {
  return Quantity<N, E1 + E2, H1 + H2>{a.number() * b.number()};
}
template <class N, int E1, int H1, int E2, int H2>
Quantity<N, E1 - E2, H1 - H2> operator/(const Quantity<N, E1, H1>& a,
                                        const Quantity<N, E2, H2>& b) {
  return Quantity<N, E1 - E2, H1 - H2>{a.number() / b.number()};
}

/// A ratio: a percentage, hours per hour, a count.
template <class N>
using Share = Quantity<N, 0, 0>;
template <class N>
using Hours = Quantity<N, 0, 1>;
template <class N>
using Euros = Quantity<N, 1, 0>;
template <class N>
using EurosPerHour = Quantity<N, 1, -1>;
/// Kilometres per hour: a count per hour.
template <class N>
using PerHour = Quantity<N, 0, -1>;

/// 1 - share, 1 + share: the whole written as the number it is.
template <class N>
Share<N> whole() {
  return Share<N>{N{1}};
}

}  // namespace billijk::core
