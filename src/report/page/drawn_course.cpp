#include <algorithm>
#include <array>

#include "core/number/rounding.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"

namespace billijk::report {
namespace {

using core::Exact;

constexpr int height = 260;
constexpr int plot = 232;

/// Lines over years: shares of the width and of the height, which a nested drawing stretches.
class CourseDrawing {
 public:
  CourseDrawing(const Course& course, const Format& format) : course_{course}, format_{format} {
    for (const Course::Year& year : course.years) {
      for (const Exact& at : {year.floor, year.ceiling, year.tariff, year.cost}) {
        least_ = amounts_ == 0 ? at : core::min(least_, at);
        most_ = amounts_++ == 0 ? at : core::max(most_, at);
      }
    }
    const Exact around =
        (most_ - least_) * Exact{core::Decimal::of(5, 2)} + Exact{core::Decimal::of(1, 2)};
    least_ = least_ - around;
    most_ = most_ + around;
  }

  Drawn run() {
    add_levels();
    // What the tariff lies above the cost price whatever the growth, drawn from the cost price.
    std::string band;
    for (const Course::Year& year : course_.years) band += point(year, year.cost + year.most);
    for (auto year = course_.years.rbegin(); year != course_.years.rend(); ++year)
      band += point(*year, year->cost + year->least);
    std::string lines = element("polygon", R"( class="band")" + attribute("points", band), "");
    lines += line("floor", &Course::Year::floor) + line("cost", &Course::Year::cost) +
             line("ceiling", &Course::Year::ceiling) + line("tariff", &Course::Year::tariff);
    content_ += element("svg",
                        R"( width="100%" viewBox="0 0 100 100" preserveAspectRatio="none")" +
                            attribute("height", std::to_string(plot)),
                        lines);
    for (const Course::Year& year : course_.years) {
      const Exact share = place(year);
      content_ += element("circle",
                          R"( r="4" class="dot")" + attribute("cx", percent(share)) +
                              attribute("cy", core::shortest(down(year.tariff) * Exact{plot}, 1)),
                          "");
    }
    add_years();
    return {.content = std::move(content_), .height = height, .attributes = {}};
  }

 private:
  /// A year's place: years stand in the middle of equal parts.
  Exact place(const Course::Year& year) const {
    const auto index = static_cast<int>(&year - course_.years.data());
    return Exact{2 * index + 1} / Exact{2 * static_cast<int>(course_.years.size())};
  }
  Exact down(const Exact& amount) const {
    const Exact share = (most_ - amount) / (most_ - least_);
    return core::min(core::max(share, Exact{}), Exact{1});
  }
  std::string point(const Course::Year& year, const Exact& amount) const {
    return core::shortest(place(year) * Exact{100}, 2) + ',' +
           core::shortest(down(amount) * Exact{100}, 2) + ' ';
  }
  std::string line(std::string_view kind, Exact Course::Year::*amount) const {
    std::string points;
    for (const Course::Year& year : course_.years) points += point(year, year.*amount);
    return element("polyline",
                   attribute("class", "course " + std::string{kind}) + attribute("points", points),
                   "");
  }
  void add_levels() {
    for (const Exact& tick : Scale{least_, most_}.ticks()) {
      const auto y =
          static_cast<int>(core::round_half_up(down(tick) * Exact{plot}, 0).rational().get_d());
      content_ += line_at("0", "100%", y, y, R"( class="guide")");
      content_ += text_at("0", y - 3, R"( class="axis level")", format_.shortest(tick));
    }
  }
  void add_years() {
    constexpr std::size_t most_names = 8;
    const std::size_t every = (course_.years.size() + most_names - 1) / most_names;
    for (std::size_t i = 0; i < course_.years.size(); i += every) {
      const Course::Year& year = course_.years[i];
      content_ += text_at(percent(place(year)), height - 6, R"( class="axis" text-anchor="middle")",
                          year.name);
    }
  }

  const Course& course_;
  const Format& format_;
  Exact least_, most_;
  int amounts_ = 0;
  std::string content_;
};

}  // namespace

Drawn drawn_course(const Course& course, const Format& format) {
  return CourseDrawing{course, format}.run();
}

}  // namespace billijk::report
