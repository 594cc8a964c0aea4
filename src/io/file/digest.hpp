#pragma once

#include <sha2.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "core/case/diagnostic.hpp"

namespace billijk::io {

/// The SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256() { SHA256Init(&context_); }

  void add(std::string_view bytes);
  /// 64 hexadecimal digits, lower case. Requires: not asked before.
  std::string hexadecimal();

 private:
  SHA2_CTX context_{};
};

/// The same of some bytes at once.
std::string sha256(std::string_view bytes);

/// The same of a file of any size.
///
/// Errors: `file_unreadable` with the system's reason, `is_directory`.
core::Checked<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace billijk::io
