#pragma once

#include <string>
#include <vector>

#include "core/case/case.hpp"

namespace billijk::analysis {

/// A part of a case that another case can lend it: a number, a word, the mix, an own line.
struct CasePart {
  enum class Kind : std::uint8_t {
    period,
    scale,
    mix,
    minimum_wage,
    social_preset,
    pension_preset,
    indexation,
    choice,
    number,
    line
  };

  Kind kind = Kind::number;
  core::Key number = core::Key::wage_hourly;
  std::string key;  ///< "wage.mix", "hours.sickness", "line.gloves"
  core::Choice choice = core::Choice::bonus_base;

  /// Whether the model computes with something else; what is not stated counts as what is taken for
  /// it.
  bool differs(const core::Case& a, const core::Case& b) const;
  /// Takes this part of `from` over into `to`.
  void move(core::Case& to, const core::Case& from) const;
  /// Whether only a figure changes and no formula: a number that both cases state, or for which the
  /// model takes a value.
  bool is_figure(const core::Case& a, const core::Case& b) const;
};

/// Parts of two cases that change together, at least one of which differs.
struct CaseChange {
  std::string key;  ///< that of the only part that differs, else what they are called together
  std::vector<CasePart> parts;
};

/// What differs between two cases and enters their boundaries, in the order of the file format, own
/// lines by key. Keys that exclude or need each other are one change (billijk-compare(1),
/// "Bridge").
///
/// The same list, in the same order, whichever case comes first.
std::vector<CaseChange> changes_between(const core::Case& a, const core::Case& b);

}  // namespace billijk::analysis
