#pragma once

#include <sha2.h>

#include <string>
#include <string_view>

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

}  // namespace billijk::io
