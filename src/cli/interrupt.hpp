#pragma once

#include <atomic>
#include <csignal>

namespace billijk::cli {

/// While it lives, Ctrl-C sets a flag instead of ending the program, so that a run can stop cleanly.
class InterruptWatch {
 public:
  InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  InterruptWatch(InterruptWatch&&) = delete;
  InterruptWatch& operator=(InterruptWatch&&) = delete;
  ~InterruptWatch();

  /// Set by Ctrl-C. Who has another reason to stop may set it too.
  static std::atomic<bool>& stop();

 private:
  struct sigaction before_ {};
};

}  // namespace billijk::cli
