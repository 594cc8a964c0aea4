#include "io/file/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "core/number/utf8.hpp"
#include "io/file/output.hpp"

namespace billijk::io {
namespace {

/// Sends all files of the folder to the disk; 0 or the error number.
int sync_all(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = ::syncfs(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return error;
}

/// Lets two folders change names; 0 or the error number.
int exchange(const std::filesystem::path& one, const std::filesystem::path& other) {
  if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot do so in one step: for a moment there is none by the second name.
  const std::filesystem::path aside = one.string() + ".old";
  if (::rename(other.c_str(), aside.c_str()) != 0) return errno;
  if (::rename(one.c_str(), other.c_str()) != 0) {
    const int error = errno;
    ::rename(aside.c_str(), other.c_str());
    return error;
  }
  return ::rename(aside.c_str(), one.c_str()) == 0 ? 0 : errno;
}

}  // namespace

tl::expected<std::vector<std::filesystem::directory_entry>, Reason> entries_of(
    const std::filesystem::path& folder) {
  std::vector<std::filesystem::directory_entry> entries;
  std::error_code error;
  std::filesystem::directory_iterator entry{folder, error};
  for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error))
    entries.push_back(*entry);
  if (error) return tl::unexpected{reason_of(error.value())};
  std::ranges::sort(entries);
  return entries;
}

bool is_toml(const std::filesystem::directory_entry& entry) {
  std::error_code ignored;
  return core::ends_alike(entry.path().native(), ".toml") &&
         (entry.is_regular_file(ignored) || !entry.exists(ignored));
}

tl::expected<FolderStream, Reason> FolderStream::open(const std::filesystem::path& folder) {
  FolderStream stream;
  std::error_code error;
  stream.target_ = std::filesystem::weakly_canonical(folder, error);
  if (error) return tl::unexpected{reason_of(error.value())};
  // A name that ends in a slash names the same folder.
  if (stream.target_.filename().empty()) stream.target_ = stream.target_.parent_path();
  std::string temporary =
      (stream.target_.parent_path() / ("." + stream.target_.filename().string() + ".XXXXXX"))
          .string();
  if (::mkdtemp(temporary.data()) == nullptr) return tl::unexpected{reason_of(errno)};
  stream.temporary_ = Unfinished{std::move(temporary)};
  // mkdtemp keeps others out; the folder itself is as open as the shell's umask says.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(stream.temporary_.path().c_str(), 0777U & ~mask) != 0)
    return tl::unexpected{reason_of(errno)};
  return stream;
}

std::optional<Reason> FolderStream::add(const std::string& name, std::string_view bytes) const {
  return create_file(std::filesystem::path{temporary_.path()} / name, bytes);
}

std::optional<Reason> FolderStream::commit() {
  const std::filesystem::path temporary = temporary_.path();
  // A power cut after this finds the new files on the disk, one before it the old ones.
  if (const int error = sync_all(temporary); error != 0) return reason_of(error);
  if (::rename(temporary.c_str(), target_.c_str()) == 0) {
    temporary_.finish();
    return std::nullopt;
  }
  if (errno != ENOTEMPTY && errno != EEXIST) return reason_of(errno);
  if (const int error = exchange(temporary, target_); error != 0) return reason_of(error);
  // What stood there is now under the temporary name, and no longer needed.
  std::error_code error;
  std::filesystem::remove_all(temporary, error);
  if (error) left_over_ = temporary;
  temporary_.finish();
  return std::nullopt;
}

}  // namespace billijk::io
