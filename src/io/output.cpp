#include "io/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace billijk::io {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

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
  int number() const { return number_; }
  /// 0 or the error number.
  int write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return errno;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
  }
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

std::optional<std::string> write_through(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
  if (!file.is_open()) return reason(errno);
  int error = file.write_all(bytes);
  if (error == 0) error = file.close_now();
  return error == 0 ? std::nullopt : std::optional{reason(error)};
}

std::optional<std::string> replace(const std::filesystem::path& target, std::string_view bytes, mode_t mode) {
  const std::string pattern = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  std::vector<char> name(pattern.begin(), pattern.end());
  name.push_back('\0');
  Descriptor file{::mkstemp(name.data())};
  if (!file.is_open()) return reason(errno);
  int error = file.write_all(bytes);
  if (error == 0 && ::fchmod(file.number(), mode) != 0) error = errno;
  if (error == 0 && ::fsync(file.number()) != 0) error = errno;
  if (error == 0) error = file.close_now();
  if (error == 0 && ::rename(name.data(), target.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(name.data());
  return reason(error);
}

}  // namespace

std::optional<std::string> write_file(const std::filesystem::path& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return reason(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return write_through(path, bytes);
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  if (error) return error.message();
  return replace(target, bytes, exists ? status.st_mode & 07777U : default_mode());
}

std::optional<std::string> create_file(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
  if (!file.is_open()) return reason(errno);
  int error = file.write_all(bytes);
  if (error == 0) error = file.close_now();
  if (error == 0) return std::nullopt;
  ::unlink(path.c_str());
  return reason(error);
}

}  // namespace billijk::io
