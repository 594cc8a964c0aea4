#pragma once

#include <string>

#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A table, which on a telephone folds to a block a row, each cell behind its title.
///
/// A title it has, for who cannot see what it stands under, is its caption.
std::string table_markup(const Table& table, const Format& format, const std::string& caption);

}  // namespace billijk::report
