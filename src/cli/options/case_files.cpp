#include "cli/options/case_files.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include "io/file/folder.hpp"

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
    const auto entries = io::entries_of(reading.place_of(name));
    if (!entries) {
      errors.push_back(core::finding(core::Code::file_unreadable,
                                     {{"file", name}, {"reason", entries.error()}}));
      continue;
    }
    const std::size_t before = files.size();
    for (const std::filesystem::directory_entry& entry : *entries) {
      if (io::is_toml(entry))
        files.push_back((std::filesystem::path{name} / entry.path().filename()).string());
    }
    if (files.size() == before)
      errors.push_back(core::finding(core::Code::no_contracts, {{"file", name}}));
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
