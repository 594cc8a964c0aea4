#pragma once

#include <string>

#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A chart with its title, what it shows in a sentence, its figures as a table, and what its
/// colours and strokes mean in words.
///
/// `number` tells it from the other charts of the page; `titled`: a heading before it does that.
std::string figure_markup(const Figure& figure, const Format& format, std::size_t number,
                          bool titled);

}  // namespace billijk::report
