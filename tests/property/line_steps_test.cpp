#include "analysis/rows/line_steps.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/number/apportion.hpp"

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Filtered;
using core::Total;

constexpr std::int64_t unit = 1'000'000'000;  // of a line: a billionth of a step

/// Lines in steps; half of them a hair from a whole number, or whole, or like another.
std::vector<Exact> draw_lines(std::size_t count) {
  std::vector<Exact> lines;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t whole = *rc::gen::inRange<std::int64_t>(0, 50) * unit;
    const int way = *rc::gen::inRange(0, 6);
    const std::int64_t part = way == 0   ? 0
                              : way == 1 ? *rc::gen::inRange<std::int64_t>(-3, 4)
                              : way == 2 ? unit / 2
                                         : *rc::gen::inRange<std::int64_t>(0, unit);
    const bool same = i > 0 && *rc::gen::inRange(0, 4) == 0;
    lines.push_back(same ? lines[i - 1] : Exact{mpq_class{whole + part}} / Exact{mpq_class{unit}});
  }
  return lines;
}

/// What is off of every line of a row, as a share of it, as a tape might give it.
double draw_bound() { return *rc::gen::element(1e-15, 1e-13, 1e-10); }

struct Count {
  int rows = 0;
  int certain = 0;
};

/// One row: its lines, and its totals in whole steps.
struct Row {
  std::vector<Exact> lines;
  std::array<std::int64_t, core::total_count> totals{};
};

Row draw_row(const std::vector<core::LineGroup>& groups, std::size_t count) {
  Row row{.lines = draw_lines(count)};
  Exact floor;
  Exact cost;
  for (const core::LineGroup& group : groups) {
    for (const std::size_t place : group.places) {
      if (group.total == Total::wage_floor) floor = floor + row.lines[place];
      if (group.total != Total::fair_tariff) cost = cost + row.lines[place];
    }
  }
  const auto steps = [](const Exact& value) {
    return core::round_to_integer(value, core::RoundingMode::half_up).get_si();
  };
  row.totals[index_of(Total::wage_floor)] = steps(floor);
  row.totals[index_of(Total::cost_price)] = steps(cost);
  row.totals[index_of(Total::fair_tariff)] = steps(cost + row.lines[groups.front().places.front()]);
  return row;
}

void check_lines(const Row& row, const std::vector<core::LineGroup>& groups, const LineSteps& found,
                 std::size_t lane) {
  for (const core::LineGroup& group : groups) {
    std::vector<Exact> parts;
    for (const std::size_t place : group.places) parts.push_back(row.lines[place]);
    const std::int64_t less = group.less ? row.totals[index_of(*group.less)] : 0;
    const std::vector<mpz_class> wanted =
        core::apportion(parts, mpz_class{row.totals[index_of(group.total)] - less});
    for (std::size_t i = 0; i < parts.size(); ++i)
      RC_ASSERT(wanted[i] == mpz_class{found.whole(group.places[i], lane)});
  }
}

void compare(Count& count) {
  const core::Ways ways;
  const std::vector<core::LineGroup> groups = core::line_groups(ways);
  const double bound = draw_bound();
  std::vector<Row> rows;
  std::vector<LineSteps::Lanes> lines(core::line_order(ways).size());
  for (std::size_t lane = 0; lane < TapePlayer::lanes; ++lane) {
    const Row& row = rows.emplace_back(draw_row(groups, lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double off = 1 + *rc::gen::element(0.0, 0.9, -0.9) * bound;
      lines[i][lane] = row.lines[i].rational().get_d() * off;
    }
  }
  LineSteps found{ways, [&](std::size_t place) {
                    return std::ranges::all_of(
                        rows, [&](const Row& row) { return row.lines[place].is_zero(); });
                  }};
  found.share_out(
      [&](Total total) {
        LineSteps::Lanes steps{};
        for (std::size_t lane = 0; lane < rows.size(); ++lane)
          steps[lane] = static_cast<double>(rows[lane].totals[index_of(total)]);
        return steps;
      },
      [&](std::size_t place) {
        return TapePlayer::BoundedLanes{lines[place], 2 * bound};
      });
  for (std::size_t lane = 0; lane < rows.size(); ++lane) {
    const auto are_same = [&](std::size_t one, std::size_t other) {
      return rows[lane].lines[one] == rows[lane].lines[other];
    };
    ++count.rows;
    if (!found.is_certain(lane, are_same)) continue;
    ++count.certain;
    check_lines(rows[lane], groups, found, lane);
  }
}

}  // namespace

TEST_CASE("lines that are certain are those of exact numbers, however near to whole",
          "[property]") {
  Count count;
  REQUIRE(rc::check("lines in steps", [&] { compare(count); }));
  CHECK(count.certain * 5 > count.rows);
  CHECK(count.certain < count.rows);
}

}  // namespace billijk::analysis
