#include "cli/world/crew.hpp"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace billijk::cli {

void work_together(std::size_t threads, const std::function<void(std::size_t)>& work) {
  std::mutex mutex;
  std::exception_ptr failure;
  const auto guarded = [&](std::size_t number) {
    try {
      work(number);
    } catch (...) {
      const std::lock_guard lock{mutex};
      if (failure == nullptr) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  try {
    others.reserve(threads);
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(guarded, i);
  } catch (const std::exception&) {
    // There is no thread to be had, or no memory for one: fewer do the same work.
  }
  guarded(0);
  for (std::thread& other : others) other.join();
  if (failure != nullptr) std::rethrow_exception(failure);
}

}  // namespace billijk::cli
