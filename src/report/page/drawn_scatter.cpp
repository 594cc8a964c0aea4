#include <algorithm>

#include "core/number/rounding.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"
#include "report/page/shades.hpp"

namespace billijk::report {
namespace {

using core::Exact;

constexpr int plot_top = 30;
constexpr int plot_height = 320;
constexpr int plot_bottom = plot_top + plot_height;

/// One scale for both amounts, so that the line where they are equal runs from corner to corner.
/// What is far from most, a slip of the pen say, stands at the edge.
Scale scale_of(const Scatter& scatter) {
  std::vector<Exact> all;
  for (const Scatter::Dot& dot : scatter.dots) {
    all.push_back(dot.across);
    all.push_back(dot.up);
  }
  std::ranges::sort(all);
  const Exact& middle = all[all.size() / 2];
  const Exact least = core::max(all.front(), middle / Exact{2});
  const Exact most = core::min(all.back(), middle * Exact{2});
  const Exact around = (most - least) * Exact{core::Decimal::of(5, 2)};
  return {least - around, most + around};
}

class ScatterDrawing {
 public:
  ScatterDrawing(const Scatter& scatter, const Format& format)
      : scatter_{scatter}, format_{format}, scale_{scale_of(scatter)} {}

  Drawn run() {
    add_grid();
    content_ += line_at(across(Exact{}), across(Exact{1}), plot_bottom, plot_top,
                        R"( class="course equal")");
    content_ += text_at(across(Exact{core::Decimal::of(2, 2)}), plot_top + 18, R"( class="side")",
                        scatter_.above);
    content_ += text_at(across(Exact{core::Decimal::of(98, 2)}), plot_bottom - 10,
                        R"( class="side" text-anchor="end")", scatter_.below);
    content_ += text_at("0", 14, "", scatter_.up);
    content_ += text_at("100%", plot_bottom + 38, R"( text-anchor="end")", scatter_.across);
    // The worst come last, over the others.
    for (auto dot = scatter_.dots.rbegin(); dot != scatter_.dots.rend(); ++dot) add(*dot);
    return {.content = std::move(content_), .height = plot_bottom + 46};
  }

 private:
  /// Beside the numbers of the axis that goes up.
  static std::string across(const Exact& share) {
    const Exact numbers{core::Decimal::of(10, 2)};
    return percent(numbers + share * (Exact{1} - numbers));
  }
  static int down(const Exact& share) {
    return plot_bottom - static_cast<int>(core::round_to_integer(share * Exact{plot_height},
                                                                 core::RoundingMode::half_up)
                                              .get_si());
  }
  void add_grid() {
    content_ += line_at(across(Exact{}), "100%", plot_bottom, plot_bottom, R"( class="tick")");
    for (const Exact& tick : scale_.ticks()) {
      const Exact share = scale_.share(tick);
      const int y = down(share);
      const std::string number = format_.shortest(tick);
      content_ += line_at(across(Exact{}), "100%", y, y, R"( class="guide")");
      content_ += text_at("9%", y + 4, R"( class="axis" text-anchor="end")", number);
      const std::string x = across(share);
      content_ += line_at(x, x, plot_bottom, plot_bottom + 5, R"( class="tick")");
      content_ += text_at(x, plot_bottom + 18,
                          R"( class="axis")" + attribute("text-anchor", anchor(share)), number);
    }
  }
  void add(const Scatter::Dot& dot) {
    content_ += element("use",
                        attribute("href", "#s-" + std::string{word_of(dot.shade)}) +
                            attribute("x", across(scale_.share(dot.across))) +
                            attribute("y", std::to_string(down(scale_.share(dot.up)))),
                        element("title", "", escaped(dot.name))) +
                '\n';
  }

  const Scatter& scatter_;
  const Format& format_;
  Scale scale_;
  std::string content_;
};

}  // namespace

Drawn drawn_scatter(const Scatter& scatter, const Format& format) {
  if (scatter.dots.empty()) return {};
  return ScatterDrawing{scatter, format}.run();
}

}  // namespace billijk::report
