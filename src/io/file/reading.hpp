#pragma once

#include <sys/types.h>

#include <atomic>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "core/case/diagnostic.hpp"
#include "io/file/byte_source.hpp"

namespace billijk::io {

/// What a run reads. Every file it opens passes here, so that all paths are seen from one folder, a
/// signal ends each read, and no output takes the place of an input. For several threads at once.
class Reading {
 public:
  using Text = std::shared_ptr<const core::SourceText>;

  /// Reads until somebody sets `stop`; an empty folder is the one the program works in.
  explicit Reading(const std::atomic<bool>& stop, std::filesystem::path folder = {})
      : stop_{stop}, folder_{std::move(folder)} {}

  /// A whole case, preset or other small text; a device would never end.
  ///
  /// Errors: `file_unreadable` with the system's reason or that it is too large, `is_directory`.
  core::Checked<Text> text(const std::string& file) const;
  /// The same of standard input, under the name "stdin".
  core::Checked<Text> standard_input(std::istream& in) const;
  /// A file of any size, "-" being standard input.
  ///
  /// Errors: `file_unreadable`, `is_directory`.
  core::Checked<ByteSource> bytes(const std::string& file) const;
  /// The SHA-256 of a plain file of any size.
  ///
  /// Errors: `file_unreadable`, also of what is no plain file; `is_directory`.
  core::Checked<std::string> sha256(const std::string& file) const;

  /// Where a path leads that is seen from the folder of this reading.
  std::filesystem::path place_of(const std::filesystem::path& path) const { return folder_ / path; }
  /// Whether this file, by whatever name, was opened here.
  bool has_read(const std::filesystem::path& file) const;
  const std::atomic<bool>& stop() const { return stop_; }

 private:
  core::Checked<ByteSource> open(const std::string& file) const;

  using Identity = std::pair<dev_t, ino_t>;

  const std::atomic<bool>& stop_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::set<Identity> read_;
};

}  // namespace billijk::io
