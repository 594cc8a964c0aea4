#include "cli/world/replacing.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "io/file/json_members.hpp"
#include "report/words/own_text.hpp"

namespace billijk::cli {
namespace {

constexpr std::size_t enough_bytes = 65'536;

/// The beginning of a file that stands there; nothing where none does.
std::string beginning_of(const std::string& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return {};
  std::ifstream stream{file, std::ios::binary};
  if (!stream) return "?";  // whatever it is, it is not known to be ours
  std::string bytes(enough_bytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return bytes;
}

std::string without_space(std::string_view text) {
  std::string dense;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') dense += c;
  return dense;
}
std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

/// Whether a file that begins with `there` is of the kind that begins with `here`.
bool is_same_kind(std::string_view there, std::string_view here) {
  const std::string_view there_line = first_line(there);
  const std::string_view here_line = first_line(here);
  if (without_space(here.substr(0, here.find_first_of("\r\n", 2))).starts_with(own_json))
    return without_space(there.substr(0, 1'000)).starts_with(own_json);
  if (here.starts_with('{')) return io::member_names(there_line) == io::member_names(here_line);
  // Columns of a table are as wide as what stands in them.
  if (without_space(there_line) == without_space(here_line) && !here_line.empty()) return true;
  return report::begin_as_one_report(here, there);
}

}  // namespace

std::optional<core::Diagnostic> replaces_another(const Target& target, std::string_view beginning) {
  if (target.force || target.file.empty() || target.file == "-" || target.file == "/dev/stdout")
    return std::nullopt;
  const std::string there = beginning_of(target.file);
  if (there.find_first_not_of(" \t\r\n") == std::string::npos || is_same_kind(there, beginning))
    return std::nullopt;
  return core::finding(core::Code::would_overwrite, {}, "-o",
                       {{"file", target.file},
                        {"why", core::Phrase::why_another},
                        {"force", std::string{"--force"}}});
}

}  // namespace billijk::cli
