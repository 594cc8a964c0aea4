#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/bounds.hpp"
#include "core/case/case.hpp"
#include "core/case/preset.hpp"
#include "core/derived.hpp"
#include "core/recording.hpp"
#include "core/resolve.hpp"
#include "core/verdict.hpp"

namespace billijk::core {

/// A line of the cost sheet. Units: EUR per billable hour.
struct SheetLine {
  LineId id = 0;
  std::string key;
  std::string label;  ///< of an own line; empty for a built-in one, whose label is language
  Element element = Element::none;
  Exact value;
  Exact rounded;  ///< in steps that add up to the rounded totals
};

/// A boundary with its range.
struct Boundary {
  Exact value;
  Exact rounded;
  std::optional<Exact> low;
  std::optional<Exact> high;
};

/// An input the calculation used, with what it rests on; a preset row's figure is one too.
struct UsedInput {
  std::string key;
  std::variant<Decimal, std::string, Date> value;
  Unit unit = Unit::none;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  std::optional<Grade> grade;  ///< absent for words and dates, which have none
  std::vector<std::string> source;
  std::optional<Date> checked;
  Text note;
  bool binds = true;  ///< whether a line or boundary rests on it
};

/// One case computed: every line and total, and what they rest on.
struct Calculation {
  Case subject;
  Presets presets;  ///< which the figures used point into, those of a copy too
  Resolution resolution;
  Sheet<Exact> sheet;
  std::vector<SheetLine> lines;
  std::array<std::optional<Boundary>, total_count> totals;
  std::vector<Slot> ranged;  ///< the figures with a range
  std::vector<UsedInput> inputs;
  std::vector<NotStated> not_stated;
  std::vector<DerivedFigure> derived;  ///< those of a boundary
  Diagnostics warnings;
  std::shared_ptr<Recording> recording;  ///< of the computation, where it was asked for

  const Ways& ways() const { return resolution.resolved.ways; }
  const std::optional<Boundary>& operator[](Total total) const { return totals[index_of(total)]; }
  bool has_ranges() const { return !ranged.empty(); }
  /// Leaves out what is noted beside its figures, for readers outside.
  void drop_notes();
};

/// Whether a calculation keeps its formula, to be explained.
enum class Keeps : std::uint8_t { figures, formula };

/// Computes a case.
///
/// Errors: those of resolve, and what the figures themselves make impossible.
Checked<Calculation> calculate(Case subject, Presets presets, Keeps keeps = Keeps::figures);

/// The recorded formula of a calculation, the one it kept or one of its own, played.
std::shared_ptr<Recording> recording_of(const Calculation& calculation);

/// A tariff as offered or signed.
struct Tariff {
  Decimal value;
  TariffUnit unit = TariffUnit::hour;
};

/// On which side of a boundary a tariff lies, and how sure that is.
struct BoundarySide {
  Side side = Side::below;
  bool certain = true;
  std::vector<std::string> could_cross;  ///< inputs whose range alone takes the tariff across
};

/// A verdict: the tariff against the boundaries, and how sure it is.
struct Verdict {
  Tariff tariff;
  Judgement judgement;
  std::optional<Judgement> subcontractor;  ///< on what reaches the one who delivers
  bool certain = true;
  std::vector<std::string> could_change;   ///< inputs whose range alone changes the zone
  std::vector<std::string> could_be_fair;  ///< those of them that alone make it fair
  std::array<std::optional<BoundarySide>, total_count> sides;  ///< of each boundary there is
  /// The places among the calculation's inputs of those it rests on that are no more than
  /// provisional.
  std::vector<std::size_t> provisional;
  std::vector<DerivedFigure> derived;  ///< those of the tariff too
  bool outrun = false;                 ///< whether its period runs past a preset it rests on
  Diagnostics warnings;                ///< of the tariff, beside those of the calculation

  bool is_provisional() const { return outrun || !provisional.empty(); }
  const std::optional<BoundarySide>& operator[](Total total) const {
    return sides[index_of(total)];
  }
  /// Whether the tariff lies there whatever the figures turn out to be.
  bool is_certainly(Side side, Total total) const {
    const std::optional<BoundarySide>& of = (*this)[total];
    return of && of->certain && of->side == side;
  }
};

/// The finding that a case lacks what the unit of its tariff divides by, or that its range begins
/// at zero; nothing when it has it.
std::optional<Diagnostic> divisor_lacking(const Case& subject, TariffUnit unit);

/// The warning that no day of a contract lies in the period of the case, whose figures are of
/// another time; nothing when one may.
std::optional<Diagnostic> period_elsewhere(const Case& subject, const Contract& contract);

/// Judges a tariff against a calculation, which it speaks of.
///
/// Errors: `needs_divisor` when the unit needs norm hours or a volume the case does not state.
Checked<Verdict> give_verdict(const Calculation& calculation, const Tariff& tariff);

/// Whether a grade makes a verdict provisional: placeholder, unconfirmed or expected.
bool is_provisional(Grade grade);

/// The places among the inputs of those a verdict on a tariff of this unit rests on and that have
/// such a grade.
std::vector<std::size_t> provisional_inputs(const Calculation& calculation, TariffUnit unit);

}  // namespace billijk::core
