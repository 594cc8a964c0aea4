#include "cli/options/case_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace billijk::cli {

std::vector<std::string> case_files(const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(name, ignored)) {
      files.push_back(name);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : std::filesystem::directory_iterator{name, ignored}) {
      if (entry.path().extension() == ".toml") inside.push_back(entry.path().string());
    }
    std::ranges::sort(inside);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

std::optional<std::string> first_repeated(const std::vector<std::string>& files) {
  std::set<std::string> seen;
  for (const std::string& file : files) {
    std::error_code ignored;
    const std::string place = file.starts_with("preset:")
                                  ? file
                                  : std::filesystem::weakly_canonical(file, ignored).string();
    if (!seen.insert(place).second) return file;
  }
  return std::nullopt;
}

}  // namespace billijk::cli
