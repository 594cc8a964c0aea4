#include "io/file/unfinished.hpp"

#include <unistd.h>

#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

namespace billijk::io {
namespace {

std::mutex list_mutex;
Unfinished* first = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

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
  // A file is removed without any memory.
  if (path_.empty() || ::unlink(path_.c_str()) == 0) return;
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace billijk::io
