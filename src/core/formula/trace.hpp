#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/case/keys.hpp"
#include "core/number/exact.hpp"
#include "core/number/quantity.hpp"
#include "core/number/rounding.hpp"

namespace billijk::core {

/// A part of a computation as it was done: an input, a constant, an earlier result, or an
/// operation.
struct TraceNode {
  enum class Kind : std::uint8_t {
    input,
    constant,
    result,
    sum,
    difference,
    product,
    quotient,
    maximum,
    minimum,
    rounded
  };
  Kind kind = Kind::constant;
  Exact value;
  std::string name;     ///< of an input (its key) or a result
  std::string literal;  ///< of an input, as written: "7.5"
  Unit unit = Unit::none;
  std::shared_ptr<const TraceNode> left;
  std::shared_ptr<const TraceNode> right;
};

/// An exact number that remembers how it came about.
///
/// The third number type of the one formula: what `--explain` prints is what was computed.
class Trace {
 public:
  using Node = TraceNode;

  Trace() : Trace(0) {}
  Trace(int whole);  // NOLINT(google-explicit-constructor): 1 - share reads as written
  static Trace input(std::string name, const Decimal& value, Unit unit);
  static Trace result(std::string name, const Exact& value, Unit unit);
  static Trace rounded(const Trace& value, const Rounding& rounding);

  const std::shared_ptr<const Node>& node() const { return node_; }
  const Exact& value() const { return node_->value; }
  std::optional<int> certain_sign() const { return value().sign(); }
  bool is_zero() const { return value().is_zero(); }

  friend Trace operator+(const Trace& a, const Trace& b) {
    return {Node::Kind::sum, a.value() + b.value(), a, b};
  }
  friend Trace operator-(const Trace& a, const Trace& b) {
    return {Node::Kind::difference, a.value() - b.value(), a, b};
  }
  friend Trace operator*(const Trace& a, const Trace& b) {
    return {Node::Kind::product, a.value() * b.value(), a, b};
  }
  friend Trace operator/(const Trace& a, const Trace& b) {
    return {Node::Kind::quotient, a.value() / b.value(), a, b};
  }
  friend Trace max(const Trace& a, const Trace& b) {
    return {Node::Kind::maximum, core::max(a.value(), b.value()), a, b};
  }
  friend Trace min(const Trace& a, const Trace& b) {
    return {Node::Kind::minimum, core::min(a.value(), b.value()), a, b};
  }

 private:
  Trace(Node::Kind kind, Exact value, const Trace& a, const Trace& b);
  explicit Trace(Node node) : node_{std::make_shared<const Node>(std::move(node))} {}

  std::shared_ptr<const Node> node_;
};

inline Trace round(const Trace& value, const Rounding& rounding) {
  return Trace::rounded(value, rounding);
}

/// One named result of the computation and the expression it came from.
struct TraceStep {
  std::string name;  ///< "sickness", "social@2026-01-01"
  std::shared_ptr<const TraceNode> expression;
  Unit unit = Unit::none;
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
};

/// Keeps every named result, in the order in which it was computed.
template <>
class Recorder<Trace> {
 public:
  template <int Euro, int Paid, int Billable, class Name>
  Quantity<Trace, Euro, Paid, Billable> named(const Name& name,
                                              const Quantity<Trace, Euro, Paid, Billable>& value) {
    constexpr Unit unit = Euro != 0              ? Unit::eur_per_hour
                          : Paid + Billable != 0 ? Unit::hours_per_year
                                                 : Unit::none;
    return Quantity<Trace, Euro, Paid, Billable>{
        keep(prefix_ + text_of(name), value.number(), unit)};
  }
  /// Put before every name from here on: the second computation of an indexed case.
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  const std::vector<TraceStep>& steps() const { return steps_; }

 private:
  static std::string text_of(std::string_view name) { return std::string{name}; }
  template <class Name>
    requires requires(const Name& name) { name.text(); }
  static std::string text_of(const Name& name) {
    return name.text();
  }
  Trace keep(std::string name, const Trace& value, Unit unit);

  std::string prefix_;
  std::vector<TraceStep> steps_;
};

}  // namespace billijk::core
