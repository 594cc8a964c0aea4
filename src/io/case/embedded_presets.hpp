#pragma once

#include <string_view>
#include <vector>

namespace billijk::io {

/// A preset file built into the program.
struct EmbeddedPreset {
  std::string_view name;  ///< "nl/minimum-wage", "cases/hbh-2026"
  std::string_view text;
};

/// All of them, by name. Generated from presets/ by embed_presets.cmake.
const std::vector<EmbeddedPreset>& embedded_presets();

}  // namespace billijk::io
