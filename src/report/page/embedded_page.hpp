#pragma once

#include <string_view>

namespace billijk::report {

/// page.css.
std::string_view embedded_style();
/// The scripts of this room, each behind what it rests on.
std::string_view embedded_script();

}  // namespace billijk::report
