#include "io/file/reading.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <istream>
#include <system_error>

#include "io/file/digest.hpp"
#include "io/file/reason.hpp"

namespace billijk::io {
namespace {

/// A case or preset has some kilobytes.
constexpr std::size_t longest_text = std::size_t{16} << 20U;

core::Diagnostic unreadable(const std::shared_ptr<core::SourceText>& source, Reason reason) {
  return core::finding(core::Code::file_unreadable, {.source = source}, {},
                       {{"file", source->name}, {"reason", std::move(reason)}});
}

}  // namespace

core::Checked<ByteSource> Reading::bytes(const std::string& file) const {
  return file == "-" ? ByteSource::standard_input() : open(file);
}

core::Checked<ByteSource> Reading::open(const std::string& file) const {
  core::Checked<ByteSource> source = ByteSource::open(file, place_of(file).string());
  if (!source) return source;
  struct stat status {};
  if (::stat(place_of(file).c_str(), &status) == 0) {
    const std::lock_guard lock{mutex_};
    read_.emplace(status.st_dev, status.st_ino);
  }
  return source;
}

core::Checked<Reading::Text> Reading::text(const std::string& file) const {
  core::Checked<ByteSource> bytes = open(file);
  if (!bytes) return tl::unexpected{std::move(bytes.error())};
  auto source = std::make_shared<core::SourceText>(core::SourceText{.name = file, .text = {}});
  constexpr std::size_t block = std::size_t{64} << 10U;
  while (!bytes->at_end()) {
    if (!bytes->read(source->text, block, stop_)) return core::refused(bytes->failure());
    if (source->text.size() > longest_text)
      return core::refused(unreadable(source, core::Phrase::too_large));
  }
  return source;
}

core::Checked<Reading::Text> Reading::standard_input(std::istream& in) const {
  auto source = std::make_shared<core::SourceText>(core::SourceText{.name = "stdin", .text = {}});
  std::array<char, std::size_t{64} << 10U> buffer{};
  errno = 0;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    source->text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (source->text.size() > longest_text)
      return core::refused(unreadable(source, core::Phrase::too_large));
  }
  // A stream over a closed descriptor or a folder fails without a word; the system knows why.
  if (in.bad() || errno != 0)
    return core::refused(unreadable(source, reason_of(errno == 0 ? EIO : errno)));
  return source;
}

core::Checked<std::string> Reading::sha256(const std::string& file) const {
  const std::string path = place_of(file).string();
  core::Checked<ByteSource> source = ByteSource::open_plain(file, path);
  if (!source) return tl::unexpected{std::move(source.error())};
  Sha256 digest;
  constexpr std::size_t block = std::size_t{64} << 10U;
  std::string bytes;
  while (!source->at_end()) {
    bytes.clear();
    if (!source->read(bytes, block, stop_)) return core::refused(source->failure());
    digest.add(bytes);
  }
  return digest.hexadecimal();
}

bool Reading::has_read(const std::filesystem::path& file) const {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return false;
  const std::lock_guard lock{mutex_};
  return read_.contains({status.st_dev, status.st_ino});
}

}  // namespace billijk::io
