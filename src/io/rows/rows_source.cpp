#include "io/rows/rows_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "io/rows/csv_scanner.hpp"
#include "io/text/encoding.hpp"

namespace billijk::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// A quote that is never closed would make one row of the rest of the file.
constexpr std::size_t longest_row = std::size_t{4} << 20U;

core::Diagnostic finding(core::Code code, const std::string& name, std::string reason) {
  auto source = std::make_shared<core::SourceText>(core::SourceText{.name = name, .text = {}});
  return {.code = code, .at = {.source = std::move(source)}, .key = {}, .arguments = {{"file", name}, {"reason", std::move(reason)}}};
}

/// Waits until there is something to read. The signal that sets `stop` may reach another thread than
/// the one that waits, so that no call of the system ends: it is asked after ten times a second.
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
    return tl::unexpected{core::Diagnostics{finding(code, name, std::generic_category().message(error))}};
  };
  if (descriptor < 0) return failed(core::Code::file_unreadable, errno);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return failed(core::Code::is_directory, EISDIR);
  }
  return ByteSource{name, descriptor, S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0};
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
  return finding(core::Code::file_unreadable, name_, std::generic_category().message(error_));
}

core::Diagnostics RowsSource::begin(std::size_t block) {
  const auto has_line = [&] { return rest_.find('\n') != std::string::npos; };
  // The header is read whole.
  do {
    if (!bytes_.read(rest_, block, stop_)) {
      if (!stop_) errors_.push_back(bytes_.failure());
      return errors_;
    }
  } while (!has_line() && !bytes_.at_end() && rest_.size() < longest_row);
  read_ = rest_.size();
  if (rest_.size() >= longest_row && !has_line()) errors_.push_back(finding(core::Code::row_too_long, bytes_.name(), ""));
  if (rest_.starts_with(byte_order_mark)) {
    rest_.erase(0, byte_order_mark.size());
    encoding_ = Encoding::utf_8;
  }
  if (encoding_ == Encoding::ascii && !is_ascii(rest_)) {
    encoding_ = is_utf_8(rest_, true) ? Encoding::utf_8 : Encoding::windows_1252;
  }
  if (rest_.find('\0') != std::string::npos) {
    core::Diagnostic error = finding(core::Code::not_text, bytes_.name(), "");
    if (auto kind = kind_of_foreign(rest_)) error.arguments.emplace_back("kind", std::move(*kind));
    errors_.push_back(std::move(error));
  }
  return errors_;
}

bool RowsSource::fill(std::string& piece, std::size_t block) {
  piece.swap(rest_);
  rest_.clear();
  while (true) {
    const std::size_t before = piece.size();
    if (piece.size() < block && !bytes_.read(piece, block - piece.size(), stop_)) {
      if (!stop_) errors_.push_back(bytes_.failure());
      return false;
    }
    read_ += piece.size() - before;
    const std::size_t whole = whole_rows(piece, delimiter_);
    if (whole > 0) {
      rest_.assign(piece, whole);
      piece.resize(whole);
      return true;
    }
    if (bytes_.at_end()) return !piece.empty();
    if (piece.size() >= longest_row) {
      errors_.push_back(finding(core::Code::row_too_long, bytes_.name(), ""));
      return false;
    }
    block = piece.size() * 2;
  }
}

bool RowsSource::next(std::string& piece, std::size_t block) {
  if (!errors_.empty() || !fill(piece, block)) return false;
  if (encoding_ == Encoding::ascii && !is_ascii(piece)) {
    encoding_ = is_utf_8(piece, false) ? Encoding::utf_8 : Encoding::windows_1252;
  }
  if (encoding_ == Encoding::windows_1252) piece = from_windows_1252(piece);
  return true;
}

}  // namespace billijk::io
