#pragma once

#include <array>
#include <atomic>
#include <csignal>

#include "cli/world/world.hpp"

namespace billijk::cli {

/// While it lives, Ctrl-C, SIGTERM and SIGHUP set a flag instead of ending the program, so that a
/// run can stop cleanly.
class InterruptWatch {
 public:
  InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  InterruptWatch(InterruptWatch&&) = delete;
  InterruptWatch& operator=(InterruptWatch&&) = delete;
  ~InterruptWatch();

  /// How a run that was stopped ends: 128 and the number of the signal, 130 for Ctrl-C.
  static Exit exit();
  /// Set by the signals. Who has another reason to stop may set it too.
  static std::atomic<bool>& stop();

 private:
  static constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};

  std::array<struct sigaction, watched.size()> before_{};
};

}  // namespace billijk::cli
