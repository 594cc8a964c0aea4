#include "io/file/byte_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

namespace billijk::io {

namespace {

core::Diagnostic unreadable(core::Code code, const std::string& name, std::string reason) {
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

core::Checked<ByteSource> ByteSource::open(const std::string& name) {
  if (name == "-") return ByteSource{name, STDIN_FILENO, 0};
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  const auto failed = [&](core::Code code, int error) {
    return core::refused(unreadable(code, name, std::generic_category().message(error)));
  };
  if (descriptor < 0) return failed(core::Code::file_unreadable, errno);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return failed(core::Code::is_directory, EISDIR);
  }
  return ByteSource{name, descriptor,
                    S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0};
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
  return unreadable(core::Code::file_unreadable, name_, std::generic_category().message(error_));
}

}  // namespace billijk::io
