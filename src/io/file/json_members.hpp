#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace billijk::io {

/// The names of the members of a JSON object, in its order; none of what is no object.
std::vector<std::string> member_names(std::string_view json);

}  // namespace billijk::io
