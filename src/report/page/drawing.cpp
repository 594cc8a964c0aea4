#include "report/page/drawing.hpp"

#include "core/number/rounding.hpp"
#include "report/page/markup.hpp"

namespace billijk::report {

using core::Exact;

Scale::Scale(Exact from, Exact to) : from_{std::move(from)}, to_{std::move(to)} {
  if (from_ < to_) return;
  const Exact half{core::Decimal::of(5, 1)};
  from_ = from_ - half;
  to_ = to_ + half;
}

Exact Scale::share(const Exact& amount) const {
  const Exact place = (amount - from_) / (to_ - from_);
  return core::min(core::max(place, Exact{}), Exact{1});
}

std::string Scale::place(const Exact& amount) const { return percent(share(amount)); }

std::vector<Exact> Scale::ticks() const {
  constexpr int most = 8;
  constexpr std::array factors{2, 5, 10};
  Exact step{core::Decimal::of(1, 2)};
  Exact power = step;
  for (std::size_t next = 0; (to_ - from_) / step > Exact{most};
       next = (next + 1) % factors.size()) {
    step = power * Exact{factors[next]};
    if (next == factors.size() - 1) power = step;
  }
  std::vector<Exact> result;
  Exact at = Exact{mpq_class{core::floor_of(from_ / step)}} * step;
  for (; at <= to_; at = at + step) {
    if (at >= from_) result.push_back(at);
  }
  return result;
}

std::string Scale::attributes() const {
  return attribute("data-from", core::shortest(from_)) + attribute("data-to", core::shortest(to_));
}

std::string_view anchor(const Exact& share) {
  const Exact near{core::Decimal::of(15, 2)};
  if (share < near) return "start";
  return share > Exact{1} - near ? "end" : "middle";
}

std::string text_at(std::string_view place, int y, std::string_view attributes,
                    std::string_view text) {
  return element(
      "text", attribute("x", place) + attribute("y", std::to_string(y)) + std::string{attributes},
      escaped(text));
}

std::string rect_at(std::string_view from, std::string_view width, int y, int height,
                    std::string_view attributes) {
  return element("rect",
                 attribute("x", from) + attribute("y", std::to_string(y)) +
                     attribute("width", width) + attribute("height", std::to_string(height)) +
                     std::string{attributes},
                 "");
}

std::string line_at(std::string_view from, std::string_view to, int y1, int y2,
                    std::string_view attributes) {
  return element("line",
                 attribute("x1", from) + attribute("x2", to) + attribute("y1", std::to_string(y1)) +
                     attribute("y2", std::to_string(y2)) + std::string{attributes},
                 "");
}

std::string axis(const Scale& scale, int y, const Format& format) {
  constexpr int mark = 5;
  constexpr int below = 17;
  std::string result;
  for (const Exact& tick : scale.ticks()) {
    const std::string place = scale.place(tick);
    result += line_at(place, place, y, y + mark, R"( class="tick")");
    result += text_at(place, y + below,
                      R"( class="axis")" + attribute("text-anchor", anchor(scale.share(tick))),
                      format.shortest(tick));
  }
  return element("g", R"( data-part="axis")", result);
}

std::string drawing(int height, std::string_view attributes, std::string_view content) {
  return element("svg",
                 attribute("width", "100%") + attribute("height", std::to_string(height)) +
                     std::string{attributes},
                 content);
}

}  // namespace billijk::report
