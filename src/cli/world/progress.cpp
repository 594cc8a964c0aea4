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

std::string counted(std::uint64_t number, const World& world) {
  return report::Format{world.language}.number(core::counted(number), 0);
}

}  // namespace

bool StatusLine::is_due(Clock::time_point now) const {
  constexpr std::chrono::milliseconds pause{200};
  return shown_ && now - told_ >= pause;
}

void StatusLine::show(const std::string& line, Clock::time_point now) {
  told_ = now;
  const int width = report::width_of(line);
  world_.err << '\r' << line
             << std::string(static_cast<std::size_t>(std::max(0, width_ - width)), ' ')
             << std::flush;
  width_ = width;
}

void StatusLine::end() {
  if (width_ > 0)
    world_.err << '\r' << std::string(static_cast<std::size_t>(width_), ' ') << '\r' << std::flush;
  width_ = 0;
}

ProgressLine::ProgressLine(World& world, const io::RowsSource& rows, bool shown)
    : world_{world}, source_{rows}, begin_{StatusLine::Clock::now()}, line_{world, shown} {}

void ProgressLine::update(std::uint64_t rows) {
  const StatusLine::Clock::time_point now = StatusLine::Clock::now();
  if (!line_.is_due(now)) return;
  const auto spent = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_).count());
  constexpr std::uint64_t thousand = 1000;
  const std::uint64_t read = source_.read_so_far();
  report::Arguments arguments{
      {"rows", counted(rows, world_)},
      {"rate", counted(rows * thousand / std::max<std::uint64_t>(spent, 1), world_)}};
  if (source_.size() <= read || read == 0)
    return line_.show(say(report::Message::progress_rows, world_.language, arguments), now);
  arguments.emplace_back(
      "left", minutes_and_seconds(
                  (source_.size() - read) /
                  std::max<std::uint64_t>(read / std::max<std::uint64_t>(spent, 1), 1) / thousand));
  line_.show(say(report::Message::progress_left, world_.language, arguments), now);
}

void ContractCounter::add() {
  const std::uint64_t done = ++done_;
  const StatusLine::Clock::time_point now = StatusLine::Clock::now();
  const std::unique_lock lock{mutex_, std::try_to_lock};
  if (!lock || !line_.is_due(now)) return;
  const report::Arguments arguments{{"count", counted(done, world_)},
                                    {"all", counted(all_, world_)}};
  line_.show(
      say(all_ == 0 ? report::Message::progress_contracts : report::Message::progress_contracts_of,
          world_.language, arguments),
      now);
}

}  // namespace billijk::cli
