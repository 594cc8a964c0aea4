#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::cli {

/// Where a report goes.
struct Target {
  std::string file;    ///< empty or "-": standard output
  bool force = false;  ///< whether it may replace any file
};

/// How the report of this program on a case, whatever it says, begins in JSON.
inline constexpr std::string_view own_json = "{\"schema\":\"billijk/";

/// The finding that a file which is not of this kind stands where a report that begins so would
/// come; nothing when it may be written: there is none, it is empty, or it begins as this one does
/// (JSON with the schema, NDJSON with the same names, CSV with the same header, text and Markdown
/// with a sentence of this program).
std::optional<core::Diagnostic> replaces_another(const Target& target, std::string_view beginning);

}  // namespace billijk::cli
