#include "report/format/text.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"
#include "report/page/shades.hpp"

namespace billijk::report {

using core::Exact;

Drawn drawn_classes(const Classes& classes, const Format& format) {
  constexpr int top = 22;
  constexpr int height = 40;
  const Exact narrowest{core::Decimal::of(4, 2)};  // on which a count still has its place
  Exact all;
  for (const Classes::One& one : classes.classes) all = all + core::counted(one.count);
  Drawn drawn{.content = {}, .height = top + height + 2};
  if (all.is_zero()) return drawn;
  Exact from;
  for (const Classes::One& one : classes.classes) {
    if (one.count == 0) continue;
    const Exact width = core::counted(one.count) / all;
    const std::string count = cell_text(Number{core::counted(one.count), 0}, format);
    const std::string told = one.name + ": " + count + " (" + cell_text(one.share, format) + ')';
    if (width >= narrowest)
      drawn.content += text_at(percent(from + width / Exact{2}), top - 7,
                               R"( class="figure" text-anchor="middle")", count);
    drawn.content += element("rect",
                             attribute("x", percent(from)) + attribute("y", std::to_string(top)) +
                                 attribute("width", percent(width)) +
                                 attribute("height", std::to_string(height)) +
                                 attribute("class", "area g-" + std::string{word_of(one.shade)}),
                             element("title", "", escaped(told)));
    from = from + width;
  }
  return drawn;
}

}  // namespace billijk::report
