#pragma once

#include <string>
#include <string_view>

namespace billijk::report {

/// The Content-Security-Policy of a page with these and nothing else; without a script none runs.
std::string policy_of(std::string_view style, std::string_view script);

}  // namespace billijk::report
