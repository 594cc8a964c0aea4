#include "report/page/page_figure.hpp"

#include <array>
#include <utility>

#include "report/format/text.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"
#include "report/page/page_table.hpp"
#include "report/page/shades.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

/// What a chart is called, how it is drawn, and what its signs mean: class of the sign and word.
struct Kind {
  std::string_view name;
  Drawn drawn;
  std::vector<std::pair<std::string, std::string>> legend = {};
};

struct Draw {
  const Format& format;

  Kind operator()(const Ruler& ruler) const {
    Kind kind{"ruler", drawn_ruler(ruler, format)};
    for (std::size_t i = 0; i < ruler.zones.size(); ++i)
      kind.legend.emplace_back("z" + std::to_string(4 - (ruler.zones.size() - 1 - i)),
                               ruler.zones[i]);
    return kind;
  }
  Kind operator()(const Waterfall& waterfall) const {
    return {"waterfall", drawn_waterfall(waterfall, format)};
  }
  Kind operator()(const Tornado& tornado) const {
    return {"tornado",
            drawn_tornado(tornado, format),
            {{"low", say(Message::legend_low, format.language())},
             {"bar", say(Message::legend_high, format.language())}}};
  }
  Kind operator()(const Histogram& histogram) const {
    return {"histogram", drawn_histogram(histogram, format)};
  }
  Kind operator()(const Bars& bars) const { return {"bars", drawn_bars(bars, format)}; }
  Kind operator()(const Spans& spans) const { return {"spans", drawn_spans(spans, format)}; }
  Kind operator()(const Course& course) const {
    return {"course",
            drawn_course(course, format),
            {{"course-tariff", say(Message::tariff, format.language())},
             {"course-floor", course.floor},
             {"course-cost", course.cost},
             {"course-ceiling", course.ceiling},
             {"band", say(Message::legend_band, format.language())}}};
  }
  Kind operator()(const Classes& classes) const {
    std::vector<std::pair<Shade, std::string>> names;
    names.reserve(classes.classes.size());
    for (const Classes::One& one : classes.classes)
      names.emplace_back(one.shade, one.name + ": " +
                                        cell_text(Number{core::counted(one.count), 0}, format) +
                                        " (" + cell_text(one.share, format) + ')');
    return {"classes", drawn_classes(classes, format), shaded("g-", names)};
  }
  Kind operator()(const Scatter& scatter) const {
    Kind kind{"scatter", drawn_scatter(scatter, format), shaded("s-", scatter.classes)};
    kind.legend.emplace_back("course-equal", scatter.equal);
    return kind;
  }
  Kind operator()(const Map& map) const {
    Kind kind{"map", drawn_map(map), shaded("g-", map.classes)};
    if (!map.none.empty()) kind.legend.emplace_back("g-none", map.none);
    return kind;
  }
};

/// A sign as a legend shows it: a stroke, a mark, or a piece of an area.
std::string swatch_of(const std::string& sign) {
  if (sign.starts_with("course-"))
    return line_at("0", "100%", 6, 6, attribute("class", "course " + sign.substr(7)));
  if (sign.starts_with("s-"))
    return element("use", attribute("href", '#' + sign) + R"( x="11" y="6")", "");
  return rect_at("0", "100%", 0, 12, attribute("class", sign));
}

std::string legend_markup(const std::vector<std::pair<std::string, std::string>>& legend) {
  std::string items;
  for (const auto& [sign, name] : legend) {
    const std::string swatch =
        element("svg", R"( width="22" height="12" aria-hidden="true")", swatch_of(sign));
    items += element("li", "", swatch + ' ' + escaped(name));
  }
  return items.empty() ? items : element("ul", R"( class="legend")", items) + '\n';
}

}  // namespace

std::string figure_markup(const Figure& figure, const Format& format, std::size_t number,
                          bool titled) {
  const Kind kind = std::visit(Draw{format}, figure.chart);
  const std::string id = "chart-" + std::to_string(number);
  const std::string name = element("title", attribute("id", id), escaped(figure.title));
  const std::string text =
      drawing(kind.drawn.height,
              R"( class="chart" role="img")" + attribute("aria-labelledby", id) +
                  attribute("aria-describedby", id + "-says") + kind.drawn.attributes,
              name + kind.drawn.content) +
      '\n' + legend_markup(kind.legend) +
      element("figcaption", attribute("id", id + "-says"), escaped(figure.sentence)) + '\n';
  const std::string heading = titled ? "" : element("h2", "", escaped(figure.title)) + '\n';
  std::string whole = heading + element("figure", attribute("data-chart", kind.name), text) + '\n';
  if (!figure.table.rows.empty()) {  // a caption has to be the last of its figure
    whole +=
        element("details", "",
                element("summary", "", escaped(say(Message::chart_figures, format.language()))) +
                    table_markup(figure.table, format, figure.title)) +
        '\n';
  }
  return whole;
}

}  // namespace billijk::report
