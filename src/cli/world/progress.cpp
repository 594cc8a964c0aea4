#include "cli/world/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "report/format/format.hpp"
#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

std::string minutes_and_seconds(std::uint64_t seconds) {
  constexpr std::uint64_t minute = 60;
  return fmt::format("{}:{:02}", seconds / minute, seconds % minute);
}

}  // namespace

ProgressLine::ProgressLine(World& world, const io::RowsSource& rows, bool shown)
    : world_{world}, source_{rows}, shown_{shown}, begin_{Clock::now()}, told_{begin_} {}

void ProgressLine::update(std::uint64_t rows) {
  if (!shown_) return;
  constexpr std::chrono::milliseconds pause{200};
  const Clock::time_point now = Clock::now();
  if (now - told_ < pause) return;
  told_ = now;
  const auto spent = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_).count());
  constexpr std::uint64_t thousand = 1000;
  const std::uint64_t read = source_.read_so_far();
  const report::Format format{world_.language};
  const auto count = [&](std::uint64_t number) {
    return format.number(core::Exact{mpq_class{static_cast<unsigned long>(number)}}, 0);
  };
  report::Arguments arguments{{"rows", count(rows)},
                              {"rate", count(rows * thousand / std::max<std::uint64_t>(spent, 1))}};
  std::string line;
  if (source_.size() > read && read > 0) {
    arguments.emplace_back(
        "left",
        minutes_and_seconds((source_.size() - read) /
                            std::max<std::uint64_t>(read / std::max<std::uint64_t>(spent, 1), 1) /
                            thousand));
    line = say(report::Message::progress_left, world_.language, arguments);
  } else {
    line = say(report::Message::progress_rows, world_.language, arguments);
  }
  const int width = report::width_of(line);
  world_.err << '\r' << line
             << std::string(static_cast<std::size_t>(std::max(0, width_ - width)), ' ')
             << std::flush;
  width_ = width;
}

void ProgressLine::end() {
  if (width_ > 0)
    world_.err << '\r' << std::string(static_cast<std::size_t>(width_), ' ') << '\r' << std::flush;
  width_ = 0;
}

}  // namespace billijk::cli
