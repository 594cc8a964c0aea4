#include "io/file/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace billijk::io {
namespace {

/// 0 or the error number.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// An open file that is closed whatever happens.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close_now(); }

  bool is_open() const { return number_ >= 0; }
  int write_all(std::string_view bytes) const { return billijk::io::write_all(number_, bytes); }
  int close_now() {
    if (number_ < 0) return 0;
    const int result = ::close(number_) == 0 ? 0 : errno;
    number_ = -1;
    return result;
  }

 private:
  int number_;
};

/// What a new file may be, as the shell's umask says.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

tl::expected<OutputStream, Reason> OutputStream::open(const std::string& file) {
  OutputStream stream;
  // By its own name too: what the shell opened is written on, not replaced.
  if (file.empty() || file == "-" || file == "/dev/stdout") {
    stream.descriptor_ = STDOUT_FILENO;
    stream.is_standard_output_ = true;
    return stream;
  }
  struct stat status {};
  const bool exists = ::stat(file.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return tl::unexpected{reason_of(EISDIR)};
  if (exists && !S_ISREG(status.st_mode)) {
    stream.descriptor_ = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (stream.descriptor_ < 0) return tl::unexpected{reason_of(errno)};
    return stream;
  }
  std::error_code error;
  stream.target_ = std::filesystem::weakly_canonical(file, error);
  if (error) return tl::unexpected{reason_of(error.value())};
  stream.mode_ = exists ? status.st_mode & 07777U : default_mode();
  std::string temporary =
      (stream.target_.parent_path() / ("." + stream.target_.filename().string() + ".XXXXXX"))
          .string();
  stream.descriptor_ = ::mkstemp(temporary.data());
  if (stream.descriptor_ < 0) return tl::unexpected{reason_of(errno)};
  stream.temporary_ = Unfinished{std::move(temporary)};
  return stream;
}

OutputStream::OutputStream(OutputStream&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)},
      is_standard_output_{other.is_standard_output_},
      reader_gone_{other.reader_gone_},
      temporary_{std::move(other.temporary_)},
      target_{std::move(other.target_)},
      mode_{other.mode_},
      written_{other.written_},
      sent_{other.sent_} {}

OutputStream::~OutputStream() {
  if (descriptor_ >= 0 && !is_standard_output_) ::close(descriptor_);
}

std::optional<Reason> OutputStream::failed(int error) {
  reader_gone_ = error == EPIPE;
  return reason_of(error);
}

std::optional<Reason> OutputStream::write(std::string_view bytes) {
  const int error = write_all(descriptor_, bytes);
  if (error != 0) return failed(error);
  written_ += bytes.size();
  send_to_disk();
  return std::nullopt;
}

/// So that the last fsync finds little left to do. A hint: without it the file is the same, only
/// later.
void OutputStream::send_to_disk() {
#ifdef SYNC_FILE_RANGE_WRITE
  constexpr std::uint64_t block = std::uint64_t{8} << 20U;
  if (temporary_.path().empty() || written_ - sent_ < block) return;
  ::sync_file_range(descriptor_, static_cast<off_t>(sent_), static_cast<off_t>(written_ - sent_),
                    SYNC_FILE_RANGE_WRITE);
  sent_ = written_;
#endif
}

std::optional<Reason> OutputStream::commit() {
  if (is_standard_output_) return std::nullopt;
  const std::string& temporary = temporary_.path();
  if (!temporary.empty() && ::fchmod(descriptor_, mode_) != 0) return failed(errno);
  if (!temporary.empty() && ::fsync(descriptor_) != 0) return failed(errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno);
  if (temporary.empty()) return std::nullopt;
  if (::rename(temporary.c_str(), target_.c_str()) != 0) return failed(errno);
  temporary_.finish();
  return std::nullopt;
}

std::optional<Reason> write_file(const std::filesystem::path& path,
                                 std::span<const std::string_view> pieces) {
  tl::expected<OutputStream, Reason> stream = OutputStream::open(path.string());
  if (!stream) return stream.error();
  for (const std::string_view piece : pieces) {
    if (auto trouble = stream->write(piece)) return trouble;
  }
  return stream->commit();
}

std::optional<Reason> create_file(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
  if (!file.is_open()) return reason_of(errno);
  int error = file.write_all(bytes);
  if (error == 0) error = file.close_now();
  if (error == 0) return std::nullopt;
  ::unlink(path.c_str());
  return reason_of(error);
}

}  // namespace billijk::io
