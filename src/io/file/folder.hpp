#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "io/file/reason.hpp"
#include "io/file/unfinished.hpp"

namespace billijk::io {

/// What stands in a folder, by name. Errors: the system's reason.
tl::expected<std::vector<std::filesystem::directory_entry>, Reason> entries_of(
    const std::filesystem::path& folder);

/// Whether an entry is a case or preset to read: a .toml that is a plain file, or a link to
/// nothing, which reading tells of. What is another thing, a pipe say, might never end.
bool is_toml(const std::filesystem::directory_entry& entry);

/// A folder of files being written: beside its place until `commit` puts it there in one step.
///
/// What is never committed is removed. A folder that stands there already gives way as a whole, and
/// is removed after.
class FolderStream {
 public:
  /// Errors: the system's reason.
  static tl::expected<FolderStream, Reason> open(const std::filesystem::path& folder);

  /// Adds a file. Errors: the system's reason; nothing when all bytes are written.
  std::optional<Reason> add(const std::string& name, std::string_view bytes) const;
  std::optional<Reason> commit();
  /// Where the folder that gave way still stands, when it could not be removed; else empty.
  const std::filesystem::path& left_over() const { return left_over_; }

 private:
  FolderStream() = default;

  std::filesystem::path target_;
  Unfinished temporary_;  ///< empty once it stands in its place
  std::filesystem::path left_over_;
};

}  // namespace billijk::io
