#include "core/case/diagnostic.hpp"

#include <algorithm>

namespace billijk::core {

std::string_view name_of(Code code) {
  constexpr std::array names{
#define CODE(code, id) std::string_view{#code},
#include "core/case/codes.def"
#undef CODE
  };
  return names.at(static_cast<std::size_t>(code));
}

bool has_errors(const Diagnostics& findings) {
  return std::ranges::any_of(findings, &Diagnostic::is_error);
}

}  // namespace billijk::core
