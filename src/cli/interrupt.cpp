#include "cli/interrupt.hpp"

namespace billijk::cli {

std::atomic<bool>& InterruptWatch::stop() {
  static std::atomic<bool> flag{false};
  static_assert(std::atomic<bool>::is_always_lock_free);
  return flag;
}

InterruptWatch::InterruptWatch() {
  stop() = false;
  struct sigaction action {};
  action.sa_handler = [](int) { stop() = true; };
  // Without SA_RESTART: a read that waits for a terminal or pipe is left at once.
  ::sigaction(SIGINT, &action, &before_);
}

InterruptWatch::~InterruptWatch() { ::sigaction(SIGINT, &before_, nullptr); }

}  // namespace billijk::cli
