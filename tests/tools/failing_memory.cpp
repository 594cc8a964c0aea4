// Preloaded: the allocation numbered FAIL_AT, and all after it, find no memory.
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_realloc(void* block, std::size_t size);

static bool fails() {
  static const char* const number = std::getenv("FAIL_AT");
  static const long first = number == nullptr ? -1 : std::atol(number);
  static std::atomic<long> asked = 0;
  const bool fails = first >= 0 && asked++ >= first;
  if (fails) errno = ENOMEM;
  return fails;
}

void* malloc(std::size_t size) { return fails() ? nullptr : __libc_malloc(size); }
void* realloc(void* block, std::size_t size) {
  return fails() ? nullptr : __libc_realloc(block, size);
}
}
