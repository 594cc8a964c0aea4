#include "report/format/chart_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number/rounding.hpp"
#include "report/format/text.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using Lines = std::vector<std::string>;

constexpr int widest = 78;
constexpr int widest_name = 40;  // of an input beside its bar

std::string repeated(std::string_view sign, long count) {
  std::string text;
  for (long i = 0; i < count; ++i) text += sign;
  return text;
}

constexpr long eighths = 8;

/// A bar of so many eighths of a sign.
std::string bar_of(long parts) {
  constexpr std::array<std::string_view, eighths> rest{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  return repeated("█", parts / eighths).append(rest.at(static_cast<std::size_t>(parts % eighths)));
}

std::string line_of(const Lines& signs) {
  std::string line;
  for (const std::string& sign : signs) line += sign;
  return line;
}

int nearest(const Exact& place) {
  return static_cast<int>(core::round_to_integer(place, core::RoundingMode::half_up).get_si());
}

/// A row of characters in which texts are put at columns without running into each other.
class Strip {
 public:
  /// Centred on `column`, moved right where something already stands, left where the strip ends.
  void centre(int column, const std::string& text) {
    const int width = width_of(text);
    int begin = std::max(column - width / 2, free_from_);
    begin = std::max(0, std::min(begin, widest - width));
    if (begin < free_from_) return;
    text_ += spaces(begin - end_) + text;
    end_ = begin + width;
    free_from_ = end_ + 1;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  int end_ = 0;
  int free_from_ = 0;
};

/// Where amounts stand on the line of a ruler.
class Scale {
 public:
  Scale(const Exact& first, const Exact& last) {
    const Exact span = core::max(last - first, Exact{core::Decimal::of(1, 2)});
    begin_ = first - span * Exact{core::Decimal::of(35, 2)};
    length_ = span * Exact{core::Decimal::of(170, 2)};
  }
  int column(const Exact& amount) const {
    const Exact place = (amount - begin_) / length_ * Exact{widest - 1};
    if (place.sign() < 0) return 0;
    return place > Exact{widest - 1} ? widest - 1 : nearest(place);
  }
  bool holds(const Exact& amount) const { return amount >= begin_ && amount <= begin_ + length_; }

 private:
  Exact begin_, length_;
};

/// Bars on either side of the case.
class TornadoText {
 public:
  explicit TornadoText(const Tornado& tornado) : base_{tornado.base.value} {
    least_ = most_ = base_;
    for (const Tornado::Input& input : tornado.inputs) {
      name_width_ = std::max(name_width_, width_of(name_of(input)));
      for (const std::optional<Exact>& end : {input.at_low, input.at_high}) {
        if (!end) continue;
        least_ = core::min(least_, *end);
        most_ = core::max(most_, *end);
      }
    }
  }

  std::string title(const std::string& base) const {
    const int before = name_width_ + 2 + column(base_) - width_of(base) / 2;
    return spaces(std::min(before, widest - width_of(base))) + base;
  }
  std::string bar(const Tornado::Input& input) const {
    Lines signs(static_cast<std::size_t>(room()), " ");
    const auto fill = [&](const std::optional<Exact>& end, const std::string& sign) {
      if (!end) return;
      const auto [from, to] = std::minmax({column(base_), column(*end)});
      for (int at = from; at <= to; ++at) signs[static_cast<std::size_t>(at)] = sign;
    };
    const auto reach = [&](const std::optional<Exact>& end) {
      return end ? core::abs(*end - base_) : Exact{};
    };
    // On one side the shorter stands before the longer.
    const bool low_first = reach(input.at_low) >= reach(input.at_high);
    fill(low_first ? input.at_low : input.at_high, low_first ? "░" : "█");
    fill(low_first ? input.at_high : input.at_low, low_first ? "█" : "░");
    signs[static_cast<std::size_t>(column(base_))] = "│";
    const std::string name = name_of(input);
    std::string line = name + spaces(name_width_ - width_of(name) + 2) + line_of(signs);
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

 private:
  static std::string name_of(const Tornado::Input& input) {
    return shortened(printable(input.name), widest_name);
  }
  int room() const { return widest - name_width_ - 2; }
  int column(const Exact& boundary) const {
    if (most_ == least_) return room() / 2;
    return nearest((boundary - least_) / (most_ - least_) * Exact{room() - 1});
  }

  Exact base_, least_, most_;
  int name_width_ = 0;
};

/// Years below each other, each drawn from its own cost price.
class CourseText {
 public:
  explicit CourseText(const Course& course) : course_{course} {
    for (const Course::Year& year : course.years) {
      for (const Exact& at : {year.floor - year.cost, year.ceiling - year.cost,
                              year.tariff - year.cost, year.least, year.most}) {
        from_ = core::min(from_, at);
        to_ = core::max(to_, at);
      }
      name_width_ = std::max(name_width_, width_of(year.name) + 2);
    }
  }

  Lines lines() const {
    const Course::Year& first = course_.years.front();
    std::array<std::pair<int, std::string>, 3> marks{
        {{column(first.floor - first.cost), course_.floor},
         {column(Exact{}), course_.cost},
         {column(first.ceiling - first.cost), course_.ceiling}}};
    std::ranges::sort(marks);
    Strip names;
    for (const auto& [at, name] : marks) names.centre(name_width_ + at, name);
    Lines result{names.text()};
    for (const Course::Year& year : course_.years) result.push_back(line(year));
    return result;
  }

 private:
  std::string line(const Course::Year& year) const {
    Lines signs(static_cast<std::size_t>(widest - name_width_), " ");
    const auto put = [&](const Exact& at, const std::string& sign) {
      signs[static_cast<std::size_t>(column(at))] = sign;
    };
    for (int at = column(year.least); at <= column(year.most); ++at)
      signs[static_cast<std::size_t>(at)] = "░";
    put(year.floor - year.cost, "┊");
    put(Exact{}, "│");
    put(year.ceiling - year.cost, "┊");
    put(year.tariff - year.cost, "●");
    std::string text = year.name + spaces(name_width_ - width_of(year.name)) + line_of(signs);
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }
  int column(const Exact& distance) const {
    const int last = widest - name_width_ - 1;
    return to_ == from_ ? last / 2 : nearest((distance - from_) / (to_ - from_) * Exact{last});
  }

  const Course& course_;
  Exact from_, to_;
  int name_width_ = 0;
};

/// Bars between their names and their figures.
class BarsText {
 public:
  BarsText(const Bars& bars, const Format& format) : bars_{bars} {
    for (const std::string& title : bars.titles) widths_.push_back(width_of(title));
    for (const Bars::One& bar : bars.bars) {
      name_width_ = std::max(name_width_, width_of(bar.name));
      most_ = core::max(most_, bar.length);
      Lines& texts = texts_.emplace_back();
      for (std::size_t i = 0; i < bar.figures.size(); ++i) {
        texts.push_back(cell_text(bar.figures[i], format));
        widths_[i] = std::max(widths_[i], width_of(texts.back()));
      }
    }
    longest_ = widest - name_width_ - 2;
    for (const int width : widths_) longest_ -= width + 2;
    longest_ = std::clamp(longest_, 8, 40);
  }

  Lines lines() const {
    Lines result{spaces(name_width_ + 2 + longest_) + behind(bars_.titles)};
    for (std::size_t i = 0; i < bars_.bars.size(); ++i) {
      const Bars::One& bar = bars_.bars[i];
      // What is below zero has no bar.
      const int parts =
          most_.is_zero() || bar.length.sign() < 0
              ? 0
              : nearest(bar.length / most_ * Exact{static_cast<int>(eighths) * longest_});
      const std::string drawn = bar_of(parts);
      result.push_back(spaces(name_width_ - width_of(bar.name)) + bar.name + "  " + drawn +
                       spaces(longest_ - width_of(drawn)) + behind(texts_[i]));
    }
    return result;
  }

 private:
  std::string behind(const Lines& texts) const {
    std::string line;
    for (std::size_t i = 0; i < texts.size(); ++i)
      line += spaces(widths_[i] - width_of(texts[i]) + 2) + texts[i];
    return line;
  }

  const Bars& bars_;
  Exact most_;
  int name_width_ = 0;
  int longest_ = 0;
  std::vector<int> widths_;
  std::vector<Lines> texts_;
};

struct Draw {
  const Format& format;

  // Their figures stand in a table of the report.
  Lines operator()(const Waterfall& /*waterfall*/) const { return {}; }
  Lines operator()(const Classes& /*classes*/) const { return {}; }
  Lines operator()(const Scatter& /*scatter*/) const { return {}; }
  Lines operator()(const Map& /*map*/) const { return {}; }
  Lines operator()(const Spans& /*spans*/) const { return {}; }

  Lines operator()(const Bars& bars) const { return BarsText{bars, format}.lines(); }

  Lines operator()(const Course& course) const { return CourseText{course}.lines(); }

  Lines operator()(const Ruler& ruler) const {
    const Scale scale{ruler.boundaries.front().amount.value, ruler.boundaries.back().amount.value};
    const Exact& tariff = ruler.tariff.amount.value;
    const int place = scale.column(tariff);
    Strip names;
    Strip amounts;
    Strip zones;
    Lines axis(static_cast<std::size_t>(widest), "─");
    int begin = 0;
    for (std::size_t i = 0; i < ruler.zones.size(); ++i) {
      const bool last = i == ruler.boundaries.size();
      const int end = last ? widest : scale.column(ruler.boundaries[i].amount.value);
      if (width_of(ruler.zones[i]) <= end - begin) zones.centre((begin + end) / 2, ruler.zones[i]);
      begin = end;
      if (last) break;
      names.centre(end, ruler.boundaries[i].name);
      amounts.centre(end, cell_text(ruler.boundaries[i].amount, format));
      axis[static_cast<std::size_t>(end)] = "┼";
    }
    axis[static_cast<std::size_t>(place)] = scale.holds(tariff) ? "▲" : place == 0 ? "◀" : "▶";
    Strip below;
    below.centre(place, ruler.tariff.name + ' ' + cell_text(ruler.tariff.amount, format));
    return {names.text(), amounts.text(), line_of(axis), below.text(), zones.text()};
  }

  Lines operator()(const Histogram& histogram) const {
    std::uint64_t most = 0;
    int width = 0;
    int behind = 0;
    for (const Histogram::Class& one : histogram.classes) {
      most = std::max(most, one.count);
      width = std::max(width, width_of(label(one)));
      behind = std::max(behind, width_of(after_bar(one)));
    }
    const auto longest = static_cast<std::uint64_t>(std::clamp(widest - width - 2 - behind, 8, 32));
    Lines lines;
    for (const Histogram::Class& one : histogram.classes) {
      const std::uint64_t parts = (one.count * longest * eighths + most - 1) / most;
      lines.push_back(spaces(width - width_of(label(one))) + label(one) + "  " +
                      bar_of(static_cast<long>(parts)) + after_bar(one));
    }
    return lines;
  }

  Lines operator()(const Tornado& tornado) const {
    const TornadoText text{tornado};
    Lines lines{text.title(cell_text(tornado.base, format))};
    for (const Tornado::Input& input : tornado.inputs) lines.push_back(text.bar(input));
    return lines;
  }

 private:
  std::string after_bar(const Histogram::Class& one) const {
    std::string text = ' ' + cell_text(one.share, format);
    for (const std::string& mark : one.marks) text += "  ◄ " + mark;
    return text;
  }
  std::string label(const Histogram::Class& one) const {
    const std::string from = cell_text(one.from, format);
    return one.from.value == one.to.value ? from : from + " – " + cell_text(one.to, format);
  }
};

}  // namespace

std::vector<std::string> drawn(const Chart& chart, const Format& format) {
  return std::visit(Draw{format}, chart);
}

std::string drawn(const Bar& bar) {
  constexpr int longest = 12;
  // What there is has a bar, however small.
  return bar_of(std::max(1, nearest(bar.part * Exact{eighths * longest})));
}

}  // namespace billijk::report
