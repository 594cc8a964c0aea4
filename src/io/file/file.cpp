#include "io/file/file.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace billijk::io {

core::Checked<std::shared_ptr<const core::SourceText>> read_file(const std::filesystem::path& path,
                                                                 const std::string& shown_name) {
  auto source = std::make_shared<core::SourceText>();
  source->name = shown_name;
  const auto failed = [&](core::Code code, core::Argument reason) {
    return core::refused(core::finding(code, {.source = source}, {},
                                       {{"file", shown_name}, {"reason", std::move(reason)}}));
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return failed(core::Code::is_directory, "");
  errno = 0;
  std::ifstream in{path, std::ios::binary};
  if (!in) return failed(core::Code::file_unreadable, std::generic_category().message(errno));
  // A case or preset file has some kilobytes; a device would never end.
  constexpr std::size_t most = std::size_t{16} << 20;
  std::array<char, 65536> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    source->text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (source->text.size() > most)
      return failed(core::Code::file_unreadable, core::Phrase::too_large);
  }
  if (in.bad()) return failed(core::Code::file_unreadable, std::generic_category().message(errno));
  return source;
}

}  // namespace billijk::io
