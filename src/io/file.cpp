#include "io/file.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace billijk::io {

core::Checked<std::shared_ptr<const core::SourceText>> read_file(const std::filesystem::path& path,
                                                                 const std::string& shown_name) {
  auto source = std::make_shared<core::SourceText>();
  source->name = shown_name;
  const auto failed = [&](core::Code code, std::string reason) {
    return tl::unexpected{core::Diagnostics{
        {.code = code, .at = {.source = source}, .key = {}, .arguments = {{"file", shown_name}, {"reason", std::move(reason)}}}}};
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return failed(core::Code::is_directory, "");
  errno = 0;
  std::ifstream in{path, std::ios::binary};
  if (!in) return failed(core::Code::file_unreadable, std::generic_category().message(errno));
  std::ostringstream text;
  text << in.rdbuf();
  if (in.bad()) return failed(core::Code::file_unreadable, std::generic_category().message(errno));
  source->text = std::move(text).str();
  return source;
}

}  // namespace billijk::io
