#pragma once

#include <string>
#include <string_view>

#include "core/case/preset.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// What people call a kind of presets: "wage scale".
std::string label_of(core::PresetKind kind, Language language);

/// What people call a figure of a preset: "AWf, low", "Step 5", "OVA, provisional"; its own name
/// where there is no other.
std::string field_label(core::PresetKind kind, std::string_view field, Language language);
/// The same of a figure of a row, which has names of its own for modules.
std::string field_label(const core::Preset& preset, const core::PresetRow& row,
                        std::string_view field, Language language);

/// What the figures of a preset are in, "euro per hour"; a unit of somebody's own stays as it is.
std::string preset_unit(const std::string& unit, Language language);

}  // namespace billijk::report
