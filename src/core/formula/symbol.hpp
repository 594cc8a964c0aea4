#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/formula.hpp"
#include "core/number/quantity.hpp"

namespace billijk::core {

/// A number of the one formula that is not a value but what a formula will give: each operation on
/// symbols writes a node. A number without a formula is a constant.
class Symbol {
 public:
  Symbol() = default;
  Symbol(int whole)
      : constant_{whole} {}  // NOLINT(google-explicit-constructor): 1 - share reads as written
  explicit Symbol(const Exact& constant) : constant_{constant} {}
  Symbol(Formula& formula, Place place) : formula_{&formula}, place_{place} {}
  static Symbol input(Formula& formula, std::string_view name, Unit unit) {
    return {formula, formula.input(name, unit)};
  }

  /// Whether it is nothing whatever the figures: one the case has no place for.
  bool is_zero() const { return formula_ == nullptr && constant_.is_zero(); }
  /// The node in a formula, where a constant is written on demand.
  Place place_in(Formula& formula) const {
    return formula_ == nullptr ? formula.constant(constant_) : place_;
  }
  /// Of a constant its sign; of what is not known that it is above zero, which the formula then
  /// demands.
  std::optional<int> certain_sign() const {
    if (formula_ == nullptr) return constant_.sign();
    formula_->demand_positive(place_);
    return 1;
  }

  /// The place among the formula's inputs; nothing where it is none of them.
  std::optional<std::uint32_t> input_in(const Formula& formula) const {
    if (formula_ != &formula || formula.nodes()[place_].op != Op::input) return std::nullopt;
    return formula.nodes()[place_].which;
  }
  /// The value of what it stands for, from those of the nodes of its formula.
  template <class N>
  N value_in(const std::vector<N>& values) const {
    return formula_ == nullptr ? N{constant_} : values[place_];
  }

  friend Symbol operator+(const Symbol& a, const Symbol& b) { return write(Op::sum, a, b); }
  friend Symbol operator-(const Symbol& a, const Symbol& b) { return write(Op::difference, a, b); }
  friend Symbol operator*(const Symbol& a, const Symbol& b) { return write(Op::product, a, b); }
  friend Symbol operator/(const Symbol& a, const Symbol& b) { return write(Op::quotient, a, b); }
  friend Symbol spread(const Symbol& a, const Symbol& b) { return write(Op::spread, a, b); }
  friend Symbol max(const Symbol& a, const Symbol& b) { return write(Op::maximum, a, b); }
  friend Symbol min(const Symbol& a, const Symbol& b) { return write(Op::minimum, a, b); }
  friend Symbol less(const Symbol& a, const Symbol& b) { return write(Op::less, a, b); }
  /// Requires: a condition that is no constant.
  friend Symbol choose(const Symbol& condition, const Symbol& a, const Symbol& b);
  friend Symbol round(const Symbol& value, const Rounding& rounding);

 private:
  static Symbol write(Op op, const Symbol& a, const Symbol& b);

  Exact constant_;
  Formula* formula_ = nullptr;
  Place place_ = 0;
};

/// Gives results their names; for the number types that only compute, nothing happens.
template <class N>
class Recorder {
 public:
  template <int Euro, int Paid, int Billable, class Name>
  Quantity<N, Euro, Paid, Billable> named(const Name& /*name*/,
                                          Quantity<N, Euro, Paid, Billable> value) const {
    return value;
  }
  template <int Euro, int Paid, int Billable>
  Quantity<N, Euro, Paid, Billable> rounded(const Quantity<N, Euro, Paid, Billable>& value,
                                            const Rounding& rounding) const {
    return Quantity<N, Euro, Paid, Billable>{round(value.number(), rounding)};
  }
  /// Put before every name from here on: the second computation of an indexed case.
  void set_prefix(std::string_view /*prefix*/) const {}
};

/// Writes every named result into a formula, in the order in which it was computed.
template <>
class Recorder<Symbol> {
 public:
  explicit Recorder(Formula& formula) : formula_{formula} {}

  template <int Euro, int Paid, int Billable, class Name>
  Quantity<Symbol, Euro, Paid, Billable> named(
      const Name& name, const Quantity<Symbol, Euro, Paid, Billable>& value) {
    constexpr Unit unit = Euro != 0              ? Unit::eur_per_hour
                          : Paid + Billable != 0 ? Unit::hours_per_year
                                                 : Unit::none;
    return Quantity<Symbol, Euro, Paid, Billable>{keep(text_of(name), unit, value.number())};
  }
  /// A constant is rounded in the formula too, where the ledger finds it.
  template <int Euro, int Paid, int Billable>
  Quantity<Symbol, Euro, Paid, Billable> rounded(
      const Quantity<Symbol, Euro, Paid, Billable>& value, const Rounding& rounding) const {
    const Place place = value.number().place_in(formula_);
    return Quantity<Symbol, Euro, Paid, Billable>{
        Symbol{formula_, formula_.rounding(place, rounding)}};
  }
  void set_prefix(std::string_view prefix) { prefix_ = prefix; }
  Symbol keep(const std::string& name, Unit unit, const Symbol& value) {
    const Place place = value.place_in(formula_);
    return {formula_, formula_.result(prefix_ + name, unit, place)};
  }
  /// The result of this name. Requires: that it was named before.
  Symbol known(std::string_view name) const { return {formula_, formula_.find(name)->node}; }

 private:
  static std::string text_of(std::string_view name) { return std::string{name}; }
  template <class Name>
    requires requires(const Name& name) { name.text(); }
  static std::string text_of(const Name& name) {
    return name.text();
  }

  Formula& formula_;
  std::string prefix_;
};

}  // namespace billijk::core
