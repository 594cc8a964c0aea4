#include "cli/world/interrupt.hpp"

namespace billijk::cli {
namespace {

std::atomic<int> caught{SIGINT};

}  // namespace

std::atomic<bool>& InterruptWatch::stop() {
  static std::atomic<bool> flag{false};
  static_assert(std::atomic<bool>::is_always_lock_free);
  return flag;
}

InterruptWatch::InterruptWatch() {
  stop() = false;
  struct sigaction action {};
  action.sa_handler = [](int number) {
    caught = number;
    stop() = true;
  };
  // Without SA_RESTART: a read that waits for a terminal or pipe is left at once.
  for (std::size_t i = 0; i < watched.size(); ++i) {
    ::sigaction(watched.at(i), nullptr, &before_.at(i));
    // What nohup and shells ignore stays ignored.
    if (before_.at(i).sa_handler != SIG_IGN) ::sigaction(watched.at(i), &action, nullptr);
  }
}

InterruptWatch::~InterruptWatch() {
  for (std::size_t i = 0; i < watched.size(); ++i)
    ::sigaction(watched.at(i), &before_.at(i), nullptr);
}

Exit InterruptWatch::exit() {
  constexpr int by_signal = 128;
  return static_cast<Exit>(by_signal + caught);
}

}  // namespace billijk::cli
