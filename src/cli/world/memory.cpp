#include "cli/world/memory.hpp"

#include <gmp.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <utility>

#include "cli/world/world.hpp"
#include "io/file/unfinished.hpp"

namespace billijk::cli {
namespace {

/// Made ready before: there is nothing to make them of when they are needed.
std::string& words() {
  static std::string words;
  return words;
}

[[noreturn]] void end_here() {
  static std::atomic<bool> ending = false;
  thread_local bool is_ending = false;
  if (is_ending) std::_Exit(static_cast<int>(Exit::trouble));
  is_ending = true;
  // One of the threads has the last word.
  while (ending.exchange(true)) ::pause();
  io::Unfinished::remove_all();
  const ssize_t ignored = ::write(STDERR_FILENO, words().data(), words().size());
  static_cast<void>(ignored);
  std::_Exit(static_cast<int>(Exit::trouble));
}

/// Memory for GMP, as malloc has it.
void* gmp_memory(void* block, std::size_t size) {
  void* const memory = std::realloc(block, size);
  if (memory == nullptr) end_here();
  return memory;
}

}  // namespace

void end_without_memory_by(std::string last_words) {
  words() = std::move(last_words);
  std::set_new_handler(end_here);
  ::mp_set_memory_functions(
      [](std::size_t size) { return gmp_memory(nullptr, size); },
      [](void* block, std::size_t /*before*/, std::size_t size) { return gmp_memory(block, size); },
      nullptr);
}

}  // namespace billijk::cli
