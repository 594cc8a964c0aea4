#include "io/file/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "io/file/output.hpp"

namespace billijk::io {
tl::expected<FolderStream, std::string> FolderStream::open(const std::filesystem::path& folder) {
  FolderStream stream;
  std::error_code error;
  stream.target_ = std::filesystem::weakly_canonical(folder, error);
  if (error) return tl::unexpected{error.message()};
  // A name that ends in a slash names the same folder.
  if (stream.target_.filename().empty()) stream.target_ = stream.target_.parent_path();
  std::string temporary =
      (stream.target_.parent_path() / ("." + stream.target_.filename().string() + ".XXXXXX"))
          .string();
  if (::mkdtemp(temporary.data()) == nullptr) return tl::unexpected{reason_of(errno)};
  stream.temporary_ = temporary;
  // mkdtemp keeps others out; the folder itself is as open as the shell's umask says.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(temporary.c_str(), 0777U & ~mask) != 0) return tl::unexpected{reason_of(errno)};
  return stream;
}

FolderStream::FolderStream(FolderStream&& other) noexcept
    : target_{std::move(other.target_)}, temporary_{std::exchange(other.temporary_, {})} {}

FolderStream::~FolderStream() {
  std::error_code ignored;
  if (!temporary_.empty()) std::filesystem::remove_all(temporary_, ignored);
}

std::optional<std::string> FolderStream::add(const std::string& name,
                                             std::string_view bytes) const {
  return create_file(temporary_ / name, bytes);
}

std::optional<std::string> FolderStream::commit() {
  if (::rename(temporary_.c_str(), target_.c_str()) == 0) {
    temporary_.clear();
    return std::nullopt;
  }
  if (errno != ENOTEMPTY && errno != EEXIST) return reason_of(errno);
  // Both names change hands in one step; what stood there is then under the temporary one.
  if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0)
    return reason_of(errno);
  std::error_code error;
  std::filesystem::remove_all(temporary_, error);
  temporary_.clear();
  return error ? std::optional{error.message()} : std::nullopt;
}

}  // namespace billijk::io
