#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace billijk::report {

/// The Content-Security-Policy of a page with these and nothing else; without a script none runs.
std::string policy_of(std::string_view style, const std::vector<std::string_view>& scripts);

}  // namespace billijk::report
