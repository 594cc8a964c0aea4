#pragma once

#include <string>

#include "core/case/case.hpp"
#include "report/format/row_writer.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {

/// A header and one row for `billijk batch` to read when more are added: who, the tariff and its
/// contract, and the figures of the case that differ between rows. What law and collective
/// agreement fix is not among them.
std::string batch_template(const core::Case& subject, RowFormat format, Language language);

}  // namespace billijk::report
