#pragma once

#include <string>

namespace billijk::report {

/// The program as machine output names it.
struct Program {
  std::string name;
  std::string version;

  /// "billijk 1.0.0".
  std::string text() const { return name + ' ' + version; }
};

}  // namespace billijk::report
