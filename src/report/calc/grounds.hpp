#pragma once

#include <string>
#include <vector>

#include "analysis/lever/sensitivity.hpp"
#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {

/// "48 is …; write … [W051]".
std::string rail_text(const core::Diagnostic& rail, Language language);

/// What is probably not meant, a paragraph each: where it cannot be overlooked.
void add_rails(Document& document, const core::Diagnostics& warnings, Language language);

/// Warnings other than rails.
void add_warnings(Document& document, const core::Diagnostics& warnings, Language language);

/// A figure somebody has yet to fill in, and what its range does to the cost price; null where it
/// has none.
struct ToFill {
  const core::UsedInput* input = nullptr;
  const analysis::Effect* effect = nullptr;
};
/// The placeholders a verdict rests on, the one with the largest effect first, those without a
/// range last.
std::vector<ToFill> to_fill(const core::Calculation& calculation,
                            const std::vector<analysis::Effect>& effects);
/// The same as a table.
void add_to_fill(Document& document, const core::Calculation& calculation,
                 const std::vector<analysis::Effect>& effects, const Format& format);

/// How the other figures are founded, and what was not stated.
void add_grounds(Document& document, const core::Calculation& calculation, const Format& format);

/// Where the figures come from, each source once.
void add_sources(Document& document, const core::Calculation& calculation, const Format& format);

/// What it rests on by how well it is founded, without addresses: presets with the day they hold
/// from, and figures of the case that have a range.
std::vector<std::string> short_sources(const core::Calculation& calculation, const Format& format);

/// The wage and which scale it stands in, from which days on; empty where there is none.
std::string wage_source(const core::Calculation& calculation, const Format& format);

/// Whether a figure is of a preset.
bool is_of_preset(const core::UsedInput& input);
/// What the list of grounds calls a figure: those of a preset by its title.
std::string ground_of(const core::Calculation& calculation, const core::UsedInput& input,
                      const FigureNames& names, Language language);
/// What a verdict rests on; a tariff is what is judged, and a step how it is shown.
bool is_ground(const core::Calculation& calculation, const core::UsedInput& input);

/// "a; b; c".
std::string with_semicolons(const std::vector<std::string>& items);

/// "training: 8 hours per year".
std::string valued_name(const core::UsedInput& input, const FigureNames& names,
                        const Format& format);
/// What the case assumes without a source, each with its value.
std::vector<std::string> assumed_figures(const core::Calculation& calculation,
                                         const FigureNames& names, const Format& format);
/// Adds a text that is not there yet.
void add_once(std::vector<std::string>& list, std::string text);

/// Whether a line or boundary rests on a row of a preset.
bool is_used(const core::Calculation& calculation, const core::PresetRow& row);

/// What a case did not state, with what was taken: "leegloop: 0".
std::string taken_text(const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
