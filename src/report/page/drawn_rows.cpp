#include <algorithm>

#include "report/format/text.hpp"
#include "report/page/drawing.hpp"
#include "report/page/drawn.hpp"
#include "report/page/markup.hpp"

namespace billijk::report {
namespace {

using core::Exact;

constexpr int bar_row = 36;
constexpr int bar_top = 18;
constexpr int bar_height = 12;
constexpr int line_height = 17;
constexpr int one_line = 40;  // letters of a name and its figure

/// DrawnRows below each other: a name, a figure at the end of its line, and what is drawn under
/// both.
class DrawnRows {
 public:
  /// The top of what is drawn in it.
  int add(std::string_view name, std::string_view figure, std::string_view attributes = {}) {
    const int top = height_;
    // On a telephone both have no room on one line.
    const bool apart = width_of(name) + width_of(figure) > one_line;
    const int below = apart ? line_height : 0;
    height_ += bar_row + below;
    content_ += text_at("0", top + 13, std::string{R"( class="name")"}.append(attributes), name);
    content_ +=
        text_at("100%", top + 13 + below,
                std::string{R"( class="figure" text-anchor="end")"}.append(attributes), figure);
    return top + bar_top + below;
  }
  void bar(int top, const Exact& from, const Exact& to, std::string_view attributes) {
    const Exact begin = core::min(from, to);
    content_ +=
        rect_at(percent(begin), percent(core::max(from, to) - begin), top, bar_height, attributes);
  }
  /// A line through all rows.
  void through(const Exact& place, std::string_view attributes) {
    content_ += line_at(percent(place), percent(place), 0, height(), attributes);
  }
  void dot(int top, const Exact& place, std::string_view attributes) {
    content_ += element("circle",
                        attribute("cx", percent(place)) +
                            attribute("cy", std::to_string(top + bar_height / 2)) +
                            R"( r="5" class="dot")" + std::string{attributes},
                        "");
  }
  int height() const { return height_; }
  Drawn run(const Scale& scale) {
    return {.content = std::move(content_), .height = height(), .attributes = scale.attributes()};
  }

 private:
  std::string content_;
  int height_ = 0;
};

Scale from_zero(const Exact& most) { return {Exact{}, most.sign() > 0 ? most : Exact{1}}; }

}  // namespace

Drawn drawn_waterfall(const Waterfall& waterfall, const Format& format) {
  Exact least;
  Exact most;
  Exact sum;
  const auto reach = [&](const Exact& amount) {
    least = core::min(least, amount);
    most = core::max(most, amount);
  };
  for (const Waterfall::Step& step : waterfall.steps) {
    sum = step.is_total ? step.amount.value : sum + step.amount.value;
    reach(sum);
  }
  if (waterfall.paid) reach(waterfall.paid->amount.value);
  const Scale scale{least, most};
  DrawnRows rows;
  sum = Exact{};
  for (const Waterfall::Step& step : waterfall.steps) {
    const Exact from = step.is_total ? Exact{} : sum;
    sum = from + step.amount.value;
    const int top =
        rows.add(step.name, cell_text(step.amount, format), attribute("data-step", step.key));
    rows.bar(top, scale.share(from), scale.share(sum),
             attribute("class", step.is_total                  ? "bar total"
                                : step.amount.value.sign() < 0 ? "bar less"
                                                               : "bar") +
                 attribute("data-step", step.key));
  }
  if (waterfall.paid) {
    const int top = rows.add(waterfall.paid->name + ' ' + cell_text(waterfall.paid->amount, format),
                             waterfall.difference, R"( data-step="paid")");
    rows.bar(top, scale.share(Exact{}), scale.share(waterfall.paid->amount.value),
             R"( class="bar paid" data-step="paid")");
  }
  return rows.run(scale);
}

Drawn drawn_tornado(const Tornado& tornado, const Format& format) {
  const Exact& base = tornado.base.value;
  Exact least = base;
  Exact most = base;
  for (const Tornado::Input& input : tornado.inputs) {
    for (const std::optional<Exact>& end : {input.at_low, input.at_high}) {
      if (!end) continue;
      least = core::min(least, *end);
      most = core::max(most, *end);
    }
  }
  const Scale scale{least, most};
  DrawnRows rows;
  const auto shown = [&](const std::optional<Exact>& amount) {
    return format.number(amount.value_or(base), tornado.base.decimals);
  };
  for (const Tornado::Input& input : tornado.inputs) {
    const int top = rows.add(input.name, shown(input.at_low) + " – " + shown(input.at_high));
    if (input.at_low)
      rows.bar(top, scale.share(base), scale.share(*input.at_low), R"( class="bar low")");
    if (input.at_high)
      rows.bar(top, scale.share(base), scale.share(*input.at_high), R"( class="bar")");
  }
  rows.through(scale.share(base), R"( class="base-line")");
  return rows.run(scale);
}

Drawn drawn_histogram(const Histogram& histogram, const Format& format) {
  Exact most;
  for (const Histogram::Class& one : histogram.classes) most = core::max(most, one.share.value);
  const Scale scale = from_zero(most);
  DrawnRows rows;
  for (const Histogram::Class& one : histogram.classes) {
    std::string name = cell_text(one.from, format);
    if (one.from.value != one.to.value) name += " – " + cell_text(one.to, format);
    for (const std::string& mark : one.marks) name += "  ◄ " + mark;
    const int top = rows.add(name, cell_text(one.share, format),
                             one.marks.empty() ? "" : R"( font-weight="700")");
    rows.bar(top, Exact{}, scale.share(one.share.value),
             one.marks.empty() ? R"( class="bar")" : R"( class="bar total")");
  }
  return rows.run(scale);
}

Drawn drawn_bars(const Bars& bars, const Format& format) {
  Exact most;
  for (const Bars::One& bar : bars.bars) most = core::max(most, bar.length);
  const Scale scale = from_zero(most);
  DrawnRows rows;
  for (const Bars::One& bar : bars.bars) {
    std::string figures;
    for (const Cell& figure : bar.figures)
      figures += (figures.empty() ? "" : " · ") + cell_text(figure, format);
    const int top = rows.add(bar.name, figures);
    if (bar.length.sign() > 0) rows.bar(top, Exact{}, scale.share(bar.length), R"( class="bar")");
  }
  return rows.run(scale);
}

Drawn drawn_spans(const Spans& spans, const Format& format) {
  Exact least = spans.spans.front().from.value;
  Exact most = spans.spans.front().to.value;
  for (const Spans::Span& span : spans.spans) {
    least = core::min(least, span.from.value);
    most = core::max(most, span.to.value);
    if (!span.mark) continue;
    least = core::min(least, span.mark->amount.value);
    most = core::max(most, span.mark->amount.value);
  }
  const Exact around = (most - least) * Exact{core::Decimal::of(5, 2)};
  const Scale scale{least - around, most + around};
  DrawnRows rows;
  // What is not there yet a page that computes may come to show.
  constexpr std::string_view hidden = R"( visibility="hidden")";
  const auto add = [&](const Spans::Span& span, std::string_view kind, std::string_view key) {
    std::string name = span.name;
    if (span.mark)
      name += " (" + span.mark->name + ' ' + cell_text(span.mark->amount, format) + ')';
    std::string of = attribute("data-span", key) + attribute("data-name", span.name);
    if (span.to.value < span.from.value) of += hidden;
    const int top =
        rows.add(name, cell_text(span.from, format) + " – " + cell_text(span.to, format), of);
    rows.bar(top, scale.share(span.from.value), scale.share(span.to.value),
             attribute("class", kind) + of);
    const std::string dot = attribute("data-span-dot", key);
    if (span.mark) {
      rows.dot(top, scale.share(span.mark->amount.value), dot);
    } else {
      rows.dot(top, Exact{}, dot + std::string{hidden});
    }
  };
  for (std::size_t i = 0; i < spans.spans.size(); ++i)
    add(spans.spans[i], "bar", std::to_string(i));
  if (spans.common) add(*spans.common, "bar common", "common");
  return rows.run(scale);
}

}  // namespace billijk::report
