#pragma once

#include <string>

namespace billijk::report {

/// The program as machine output names it.
struct Program {
  std::string name;
  std::string version;
};

}  // namespace billijk::report
