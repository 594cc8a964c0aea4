#include "io/file/byte_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <utility>

#include "io/file/reason.hpp"

namespace billijk::io {

namespace {

core::Diagnostic unreadable(core::Code code, const std::string& name, Reason reason) {
  auto source = std::make_shared<core::SourceText>(core::SourceText{.name = name, .text = {}});
  return core::finding(code, {.source = std::move(source)}, {},
                       {{"file", name}, {"reason", std::move(reason)}});
}

/// Waits until there is something to read. The signal that sets `stop` may reach another thread
/// than the one that waits, so that no call of the system ends: it is asked after ten times a
/// second.
void wait_for_bytes(int descriptor, const std::atomic<bool>& stop) {
  constexpr int a_moment = 100;
  pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
  while (!stop && ::poll(&waiting, 1, a_moment) == 0) {
  }
}

}  // namespace

ByteSource ByteSource::standard_input() { return {"-", STDIN_FILENO, 0}; }

core::Checked<ByteSource> ByteSource::open(const std::string& name, const std::string& path) {
  return opened(name, path, false);
}

core::Checked<ByteSource> ByteSource::open_plain(const std::string& name, const std::string& path) {
  return opened(name, path, true);
}

core::Checked<ByteSource> ByteSource::opened(const std::string& name, const std::string& path,
                                             bool plain) {
  // Without waiting for somebody to write into a pipe, where none is wanted.
  const int flags = O_RDONLY | O_CLOEXEC | (plain ? O_NONBLOCK : 0);
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0)
    return core::refused(unreadable(core::Code::file_unreadable, name, reason_of(errno)));
  struct stat status {};
  const bool known = ::fstat(descriptor, &status) == 0;
  const auto refused = [&](core::Code code, Reason reason) {
    ::close(descriptor);
    return core::refused(unreadable(code, name, std::move(reason)));
  };
  if (known && S_ISDIR(status.st_mode)) return refused(core::Code::is_directory, reason_of(EISDIR));
  const bool is_plain = known && S_ISREG(status.st_mode);
  if (plain && !is_plain) return refused(core::Code::file_unreadable, core::Phrase::not_plain);
  return ByteSource{name, descriptor, is_plain ? static_cast<std::uint64_t>(status.st_size) : 0};
}

ByteSource ByteSource::of_text(std::string name, std::string text) {
  ByteSource source{std::move(name), -1, text.size()};
  source.text_ = std::move(text);
  return source;
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_{std::move(other.name_)},
      text_{std::move(other.text_)},
      descriptor_{std::exchange(other.descriptor_, -1)},
      size_{other.size_},
      error_{other.error_},
      at_end_{other.at_end_} {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool ByteSource::read(std::string& bytes, std::size_t wanted, const std::atomic<bool>& stop) {
  if (descriptor_ < 0) {
    bytes += text_.substr(0, wanted);
    text_.erase(0, wanted);
    at_end_ = text_.empty();
    return !stop;
  }
  const std::size_t before = bytes.size();
  bytes.resize(before + wanted);
  std::size_t filled = before;
  while (filled < bytes.size() && !at_end_ && error_ == 0 && !stop) {
    if (size_ == 0) wait_for_bytes(descriptor_, stop);
    if (stop) break;
    const ssize_t count = ::read(descriptor_, bytes.data() + filled, bytes.size() - filled);
    if (count > 0) {
      filled += static_cast<std::size_t>(count);
    } else if (count == 0) {
      at_end_ = true;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  bytes.resize(filled);
  return error_ == 0 && !stop;
}

core::Diagnostic ByteSource::failure() const {
  return unreadable(core::Code::file_unreadable, name_, reason_of(error_));
}

}  // namespace billijk::io
