#pragma once

#include <array>

#include "report/calc/reported.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// The order in which art. 5.4 cost prices are argued: people first, then what is put on top.
inline constexpr std::array elements_in_order{
    core::Element::a, core::Element::c, core::Element::d,   core::Element::f,
    core::Element::b, core::Element::e, core::Element::none};

/// What the fair tariff is made of, element by element, and what a tariff pays of it; it is seen
/// only where there are pictures.
Figure waterfall(const core::Calculation& calculation, const core::Verdict* verdict,
                 const Format& format);

/// The cost sheet in the order of the law (a, c, d, f, b, e, margin) and the hours behind it.
void add_sheet(Document& document, const core::Calculation& calculation, const Format& format);

}  // namespace billijk::report
