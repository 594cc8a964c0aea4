#include "cli/options/case_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "io/file/output.hpp"

namespace billijk::cli {

core::Checked<std::vector<std::string>> case_files(const std::vector<std::string>& names,
                                                   const io::Reading& reading) {
  std::vector<std::string> files;
  core::Diagnostics errors;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name == "-" || !std::filesystem::is_directory(reading.place_of(name), ignored)) {
      files.push_back(name);
      continue;
    }
    std::vector<std::string> inside;
    std::error_code unread;
    for (const auto& entry : std::filesystem::directory_iterator{reading.place_of(name), unread}) {
      // What is no plain file, a pipe say, might never end.
      if (entry.path().extension() == ".toml" && entry.is_regular_file(ignored))
        inside.push_back((std::filesystem::path{name} / entry.path().filename()).string());
    }
    if (unread) {
      errors.push_back(core::finding(core::Code::file_unreadable,
                                     {{"file", name}, {"reason", io::reason_of(unread.value())}}));
    } else if (inside.empty()) {
      errors.push_back(core::finding(core::Code::no_contracts, {{"file", name}}));
    }
    std::ranges::sort(inside);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return files;
}

std::optional<std::string> first_repeated(const std::vector<std::string>& files,
                                          const io::Reading& reading) {
  std::set<std::string> seen;
  for (const std::string& file : files) {
    std::error_code ignored;
    const std::string place =
        file.starts_with("preset:")
            ? file
            : std::filesystem::weakly_canonical(reading.place_of(file), ignored).string();
    if (!seen.insert(place).second) return file;
  }
  return std::nullopt;
}

}  // namespace billijk::cli
