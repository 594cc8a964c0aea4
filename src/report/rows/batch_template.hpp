#pragma once

#include <string>

#include "core/case/case.hpp"
#include "report/format/row_writer.hpp"

namespace billijk::report {

/// A header and one row with the numbers of a case, for `billijk batch` to read when more are
/// added.
std::string batch_template(const core::Case& subject, RowFormat format);

}  // namespace billijk::report
