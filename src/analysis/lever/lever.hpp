#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculation.hpp"

namespace billijk::analysis {

/// One figure that is moved while all others stay as they are.
///
/// A key of the case, an own line, an own wage in the mix, or one of two figures no key states:
/// `productivity`, and `clients`, who receive contract.norm_hours each.
struct Lever {
  enum class Kind : std::uint8_t { key, own_line, own_wage, productivity, clients };

  std::string name;  ///< "hours.sickness", "line.gloves.amount", "productivity"
  Kind kind = Kind::key;
  std::size_t at = 0;  ///< of the key, the own line, or the step in the mix
  core::Unit unit = core::Unit::none;
  std::optional<core::Exact> own;  ///< what the case has, or what its figures come down to
  core::Exact lowest;
  core::Exact highest;
  bool above = false;  ///< the lowest value itself is not allowed
  core::Decimal grid;  ///< the steps it is written in
  core::Exact offset;  ///< of productivity, clients: the key they move is offset + slope x value
  core::Exact slope;

  bool is(core::Key key) const { return kind == Kind::key && at == index_of(key); }
  bool moves_volume() const { return kind == Kind::clients || is(core::Key::volume); }
  bool allows(const core::Exact& value) const {
    return value <= highest && (above ? value > lowest : value >= lowest);
  }

  /// Puts a value, in the unit of the lever, where the formula reads it.
  template <class N>
  void put(core::Numbers<N>& numbers, const N& value) const {
    const N share = unit == core::Unit::percent ? value / N{100} : value;
    switch (kind) {
      case Kind::key:
        numbers.value[at] = share;
        break;
      case Kind::own_line:
        numbers.own[at] = share;
        break;
      case Kind::own_wage:
        for (core::WageSpan<N>& span : numbers.wages) span.steps[at] = value;
        break;
      case Kind::productivity:
        numbers[core::Key::idle] = N{offset} + N{slope} * value;
        break;
      case Kind::clients:
        numbers[core::Key::volume] = N{slope} * value;
        break;
    }
  }
};

/// A case made ready to move one figure: as `--set` would, it may take another way to the figure,
/// such as an hourly wage in the place of scale and mix.
struct LeveredCase {
  core::Resolved resolved;
  Lever lever;
};

/// The lever of this name.
///
/// Errors: `unknown_key`; `not_movable` for a figure no boundary depends on or the case does not
/// use.
core::Checked<LeveredCase> lever_of(const core::Calculation& calculation, std::string_view name);

/// Every name `lever_of` may be asked for.
std::vector<std::string> lever_names(const core::Case& subject);

/// Boundaries with the lever at a value, and the tariff per hour there.
class LeverMover {
 public:
  explicit LeverMover(const LeveredCase& subject);

  /// Sets the lever; the value is in its unit.
  void set(const core::Exact& value);
  /// The boundaries with the case's [rounding], the last rounding aside.
  core::Trouble compute(core::Boundaries& result) const;
  /// The same with nothing rounded.
  core::Trouble compute_unrounded(core::Boundaries& result) const;
  const core::Numbers<core::Exact>& numbers() const { return numbers_; }
  const core::Rounding& rounding() const { return subject_.resolved.ways.rounding; }
  /// The ways of the case with nothing rounded.
  const core::Ways& unrounded() const { return unrounded_; }

 private:
  core::Trouble compute(const core::Ways& ways, core::Boundaries& result) const;

  const LeveredCase& subject_;
  core::Ways unrounded_;
  core::Numbers<core::Exact> numbers_;
};

}  // namespace billijk::analysis
