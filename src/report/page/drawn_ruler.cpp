#include <algorithm>

#include "report/format/text.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"

namespace billijk::report {
namespace {

using core::Exact;

constexpr int zones_top = 40;
constexpr int zones_height = 34;
constexpr int rows_top = 112;
constexpr int row_height = 38;

/// Boundaries with what lies around them; further out a tariff stands at the edge.
Scale scale_of(const Ruler& ruler) {
  Exact first = ruler.boundaries.front().amount.value;
  Exact last = ruler.boundaries.back().amount.value;
  const Exact least_span{core::Decimal::of(1, 2)};
  const Exact around = core::max(last - first, least_span) * Exact{core::Decimal::of(35, 2)};
  first = first - around;
  last = last + around;
  for (const Mark& mark : ruler.boundaries) {
    if (mark.low) first = core::min(first, *mark.low);
    if (mark.high) last = core::max(last, *mark.high);
  }
  return {first, last};
}

class RulerDrawing {
 public:
  RulerDrawing(const Ruler& ruler, const Format& format)
      : ruler_{ruler}, format_{format}, scale_{scale_of(ruler)} {}

  Drawn run() {
    add_zones();
    content_ += axis(scale_, zones_top + zones_height, format_);
    for (const Mark& mark : ruler_.boundaries) add_range(mark);
    if (ruler_.beside) add_range(*ruler_.beside);
    const int bottom = rows_top + row_height * rows_;
    add_tariff(bottom);
    return {
        .content = std::move(content_), .height = bottom + 4, .attributes = scale_.attributes()};
  }

 private:
  void add_zones() {
    Exact begin;
    std::string_view key_before = "begin";
    for (std::size_t i = 0; i < ruler_.zones.size(); ++i) {
      const bool last = i == ruler_.boundaries.size();
      const Exact end = last ? Exact{1} : scale_.share(ruler_.boundaries[i].amount.value);
      const std::string_view key = last ? "end" : std::string_view{ruler_.boundaries[i].key};
      // Zones are numbered from the last, which every ruler has.
      const std::size_t kind = 4 - (ruler_.zones.size() - 1 - i);
      const std::string span = attribute("data-from-of", key_before) + attribute("data-to-of", key);
      content_ += rect_at(percent(begin), percent(end - begin), zones_top, zones_height,
                          attribute("class", "zone z" + std::to_string(kind)) + span);
      content_ +=
          text_at(percent((begin + end) / Exact{2}), zones_top + 21,
                  attribute("class", "zone-name z" + std::to_string(kind)) + span +
                      attribute("text-anchor", "middle") +
                      (is_roomy(ruler_.zones[i], end - begin) ? "" : R"( visibility="hidden")"),
                  ruler_.zones[i]);
      begin = end;
      key_before = key;
    }
  }
  /// Whether a name fits on a page of full width; the list below the drawing has them all.
  static bool is_roomy(const std::string& name, const Exact& share) {
    constexpr int width_of_page = 110;  // in letters of this size
    return Exact{width_of(name) + 2} <= share * Exact{width_of_page};
  }

  void add_range(const Mark& mark) {
    const int top = rows_top + row_height * rows_++;
    std::string text = mark.name + ' ' + cell_text(mark.amount, format_);
    if (mark.low && mark.high)
      text += " (" + format_.number(*mark.low, mark.amount.decimals) + " – " +
              format_.number(*mark.high, mark.amount.decimals) + ')';
    content_ += text_at("0", top + 12,
                        R"( class="bound")" + attribute("data-text-of", mark.key) +
                            attribute("data-name", mark.name),
                        text);
    const int y = top + 23;
    content_ += line_at("0", "100%", y, y, R"( class="guide")");
    const std::string key = attribute("data-range-of", mark.key);
    content_ += line_at(scale_.place(mark.low.value_or(mark.amount.value)),
                        scale_.place(mark.high.value_or(mark.amount.value)), y, y,
                        R"( class="range")" + key);
    content_ += element("circle",
                        attribute("cx", scale_.place(mark.amount.value)) +
                            attribute("cy", std::to_string(y)) + R"( r="5" class="dot")" +
                            attribute("data-dot-of", mark.key),
                        "");
  }

  void add_tariff(int bottom) {
    const Exact share = scale_.share(ruler_.tariff.amount.value);
    const std::string place = percent(share);
    content_ += text_at(place, 16,
                        R"( class="tariff" data-dot-of="tariff")" +
                            attribute("text-anchor", anchor(share)) + R"( data-text-of="tariff")" +
                            attribute("data-name", ruler_.tariff.name),
                        ruler_.tariff.name + ' ' + cell_text(ruler_.tariff.amount, format_));
    content_ += line_at(place, place, zones_top - 16, bottom,
                        R"( class="tariff-line" data-range-of="tariff")");
    content_ +=
        element("svg", attribute("x", place) + R"( y="24" overflow="visible" data-dot-of="tariff")",
                R"(<path class="marker" d="M0 14 l-8 -12 h16 z"></path>)");
  }

  const Ruler& ruler_;
  const Format& format_;
  Scale scale_;
  int rows_ = 0;
  std::string content_;
};

}  // namespace

Drawn drawn_ruler(const Ruler& ruler, const Format& format) {
  return RulerDrawing{ruler, format}.run();
}

}  // namespace billijk::report
