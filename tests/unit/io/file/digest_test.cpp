#include "io/file/digest.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace billijk::io {

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  // The examples NIST publishes with the standard.
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("pieces have the digest of the whole") {
  Sha256 digest;
  for (const std::string_view piece : {"", "a", "bc"}) digest.add(piece);
  CHECK(digest.hexadecimal() == sha256("abc"));
}

}  // namespace billijk::io
