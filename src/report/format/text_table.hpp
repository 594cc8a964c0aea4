#pragma once

#include <string>

#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A table in characters. The first column is wrapped where the others leave it too little room;
/// columns for which even then there is none stand below, behind the first one again.
std::string table_text(const Table& table, const Format& format, int width);

}  // namespace billijk::report
