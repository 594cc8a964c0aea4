#include "io/file/unfinished.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <utility>

namespace billijk::io {
namespace {

std::mutex list_mutex;
Unfinished* first = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// An entry of a folder as Linux gives it; its name follows.
struct Entry {
  std::uint64_t node;
  std::int64_t offset;
  std::uint16_t length;
  unsigned char type;
};
constexpr std::size_t name_at = offsetof(Entry, type) + 1;

/// Removes the files of a folder, which holds nothing else.
void empty_folder(const char* path) {
  const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  std::array<char, 4096> entries{};
  // What is removed may move what comes: it is read from the beginning until nothing goes any more.
  for (bool removed = true; removed;) {
    removed = false;
    ::lseek(folder, 0, SEEK_SET);
    long bytes = 0;
    while ((bytes = ::syscall(SYS_getdents64, folder, entries.data(), entries.size())) > 0) {
      for (long at = 0; at < bytes;) {
        const char* const entry = entries.data() + at;
        Entry head{};
        std::memcpy(&head, entry, name_at);
        removed = ::unlinkat(folder, entry + name_at, 0) == 0 || removed;
        at += head.length;
      }
    }
  }
  ::close(folder);
}

}  // namespace

Unfinished::Unfinished(std::string path) : path_{std::move(path)} { enter(); }

Unfinished::Unfinished(Unfinished&& other) noexcept { *this = std::move(other); }

Unfinished& Unfinished::operator=(Unfinished&& other) noexcept {
  if (this == &other) return *this;
  leave();
  remove();
  other.leave();
  path_ = std::exchange(other.path_, {});
  enter();
  return *this;
}

Unfinished::~Unfinished() {
  leave();
  remove();
}

void Unfinished::finish() {
  leave();
  path_.clear();
}

void Unfinished::remove_all() {
  // For good: who finds the list closed waits until the program has ended.
  list_mutex.lock();
  for (const Unfinished* each = first; each != nullptr; each = each->after_) each->remove();
}

void Unfinished::enter() {
  if (path_.empty()) return;
  const std::lock_guard lock{list_mutex};
  after_ = std::exchange(first, this);
  if (after_ != nullptr) after_->before_ = this;
}

void Unfinished::leave() {
  if (path_.empty()) return;
  const std::lock_guard lock{list_mutex};
  if (before_ != nullptr) before_->after_ = after_;
  if (after_ != nullptr) after_->before_ = before_;
  if (first == this) first = after_;
  before_ = after_ = nullptr;
}

void Unfinished::remove() const {
  // All without any memory, which may be what the program ends for.
  if (path_.empty() || ::unlink(path_.c_str()) == 0) return;
  empty_folder(path_.c_str());
  ::rmdir(path_.c_str());
}

}  // namespace billijk::io
