#pragma once

#include <string>
#include <string_view>

namespace billijk::io {

/// A "KEY=VALUE" that has been read, as what it sets and as a line of a case file.
struct SettingText {
  std::string key;    ///< in English; of a part of a number that number's
  std::string path;   ///< that of the part
  std::string value;  ///< as `--set` takes it
  std::string line;   ///< "margin.of = \"price\""
};

/// Requires: a setting without errors.
SettingText setting_text(std::string_view text);

}  // namespace billijk::io
