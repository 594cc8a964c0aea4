#pragma once

#include <string_view>

namespace billijk::report {

/// page.css.
std::string_view embedded_style();
/// The scripts of a page that computes, each behind what it rests on.
std::string_view embedded_live();
/// The script of a page with tables that sort.
std::string_view embedded_league();

}  // namespace billijk::report
