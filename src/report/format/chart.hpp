#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/format/cell.hpp"

namespace billijk::report {

/// An amount by its name, and within what it lies.
struct Mark {
  std::string name;
  Money amount;
  std::string key = {};  ///< "cost_price"; what a page that computes puts the amount by
  std::optional<core::Exact> low = {}, high = {};
};

/// Boundaries and a tariff on a line drawn to scale; a tariff far outside stands at its edge.
struct Ruler {
  std::vector<Mark> boundaries;    ///< the lowest first
  std::vector<std::string> zones;  ///< before each boundary, and after the last
  Mark tariff;
  std::optional<Mark> beside = {};  ///< an amount that parts no zones: the fair tariff
};

/// Amounts that add up, each beginning where the last ended, and what is paid of their sum.
struct Waterfall {
  struct Step {
    std::string name;
    Money amount;
    bool is_total = false;  ///< of the steps before it, from zero
    std::string key = {};
  };
  std::vector<Step> steps;
  std::optional<Mark> paid;
  std::string difference = {};  ///< of what is paid and the last total, in words
};

/// Ranges of amounts below each other on one scale, and what they have in common.
struct Spans {
  struct Span {
    std::string name;
    Money from, to;
    std::optional<Mark> mark = {};  ///< a tariff on the table
  };
  std::vector<Span> spans;
  std::optional<Span> common;  ///< there is none where it ends before it begins
};

/// How many draws fell into each class.
struct Histogram {
  struct Class {
    Number from, to;
    std::uint64_t count = 0;
    Percent share;
    std::vector<std::string> marks;  ///< what else lies in it
  };
  std::vector<Class> classes;
};

/// On either side of the case: where the low and the high of each input take a boundary.
struct Tornado {
  struct Input {
    std::string name;
    std::optional<core::Exact> at_low, at_high;
  };
  Money base;
  std::vector<Input> inputs;
};

/// A tariff and the boundaries around it, year by year.
struct Course {
  struct Year {
    std::string name;
    core::Exact floor, cost, ceiling, tariff;  ///< EUR per hour
    core::Exact least, most;  ///< what the tariff lies above the cost price, whatever the growth
  };
  std::string floor, cost, ceiling;  ///< their names
  std::vector<Year> years;
};

/// Amounts side by side, each from zero, so that twice as long is twice as much.
struct Bars {
  struct One {
    std::string name;
    core::Exact length;         ///< below zero there is no bar
    std::vector<Cell> figures;  ///< what stands behind it
  };
  std::vector<std::string> titles;  ///< of the figures
  std::vector<One> bars;
};

/// How good a class is; a colour, a pattern and a sign tell it alike.
enum class Shade : std::uint8_t { good, middle, bad, unknown };

/// How many of all are of each class.
struct Classes {
  struct One {
    std::string name;
    Shade shade = Shade::unknown;
    std::uint64_t count = 0;
    Percent share;
  };
  std::vector<One> classes;
};

/// Things by two amounts and their class, and the line on which both amounts are equal.
struct Scatter {
  struct Dot {
    std::string name;
    Shade shade = Shade::unknown;
    core::Exact across, up;
  };
  std::string across, up, equal;                            ///< names of the axes and of the line
  std::string above, below;                                 ///< what lies on either side of it
  std::vector<std::pair<Shade, std::string>> classes = {};  ///< what each is called
  std::vector<Dot> dots;
};

/// Areas, each in the class of what is in it.
struct Map {
  struct Point {
    int x = 0, y = 0;
  };
  struct Shape {
    std::string name;  ///< with what is to be told of it
    std::vector<std::vector<Point>> rings;
    std::optional<Shade> shade = {};  ///< absent where nothing is in it
  };
  int width = 0, height = 0;  ///< in the unit of the points
  std::vector<Shape> shapes;
  std::vector<std::pair<Shade, std::string>> classes = {};
  std::string none = {};  ///< what a shape without a class is called
};

/// What is seen at a glance, as data: each format draws it in its own way.
using Chart =
    std::variant<Ruler, Histogram, Tornado, Course, Bars, Waterfall, Spans, Classes, Scatter, Map>;

}  // namespace billijk::report
