#pragma once

#include <optional>
#include <vector>

#include "core/case/case.hpp"
#include "core/case/preset.hpp"

namespace billijk::core {

/// Works out how many hours a year each profile of [result] takes and, where the contract states no
/// norm hours, takes those of their mix for them (billijk-model(7), "Result").
///
/// Formula: a profile = sum of count x module, its modules day-weighted over the period;
///          the mix = sum of share x profile. As a figure of the case half_up to 12 decimals.
/// Requires: a case with [result]; its preset, of norm hours.
/// Errors:   a day no row covers, a row without modules, a module it does not know, a profile of
///           no hours.
Diagnostics take_norm_hours(Case& subject, const Preset& preset);

/// The figures of modules that [result] counts, each once; they bind where norm hours made of them
/// turn the tariff into one per hour.
///
/// Requires: the preset of [result], with a row on every day of the period.
std::vector<UsedFigure> modules_used(const Case& subject, const Presets& presets);

/// The warning that a contract states other norm hours than its profiles come to; nothing where it
/// does not.
std::optional<Diagnostic> norm_hours_differ(const Case& subject);

}  // namespace billijk::core
