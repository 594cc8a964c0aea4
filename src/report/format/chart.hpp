#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "report/format/cell.hpp"

namespace billijk::report {

/// An amount by its name.
struct Mark {
  std::string name;
  Money amount;
};

/// Boundaries and a tariff on a line drawn to scale; a tariff far outside stands at its edge.
struct Ruler {
  std::vector<Mark> boundaries;    ///< the lowest first
  std::vector<std::string> zones;  ///< before each boundary, and after the last
  Mark tariff;
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

/// What is seen at a glance, as data: each format draws it in its own way.
using Chart = std::variant<Ruler, Histogram, Tornado, Course, Bars>;

}  // namespace billijk::report
