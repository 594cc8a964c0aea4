#pragma once

#include <string>

#include "report/format/chart.hpp"
#include "report/format/format.hpp"

namespace billijk::report {

/// A chart drawn as wide as there is room: what stands inside its `svg`, and how high that is.
struct Drawn {
  std::string content;
  int height = 0;
  std::string attributes = {};  ///< of the svg beside those
};

Drawn drawn_ruler(const Ruler& ruler, const Format& format);
Drawn drawn_waterfall(const Waterfall& waterfall, const Format& format);
Drawn drawn_tornado(const Tornado& tornado, const Format& format);
Drawn drawn_histogram(const Histogram& histogram, const Format& format);
Drawn drawn_bars(const Bars& bars, const Format& format);
Drawn drawn_spans(const Spans& spans, const Format& format);
Drawn drawn_course(const Course& course, const Format& format);
Drawn drawn_classes(const Classes& classes, const Format& format);
Drawn drawn_scatter(const Scatter& scatter, const Format& format);
Drawn drawn_map(const Map& map);

}  // namespace billijk::report
