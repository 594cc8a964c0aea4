#include "cli/world/output.hpp"

#include <cerrno>
#include <ostream>
#include <system_error>

#include "io/file/output.hpp"

namespace billijk::cli {
namespace {

Exit failed(World& world, const std::string& file, const std::string& reason) {
  return tell(world, {output_failed(world, file, reason)});
}

}  // namespace

core::Diagnostic output_failed(const World& world, const std::string& file,
                               const std::string& reason) {
  core::Diagnostic finding = core::finding(
      core::Code::output_failed, {{"file", file.empty() ? "-" : file}, {"reason", reason}});
  std::string stands;
  for (const std::string& written : world.written) stands += (stands.empty() ? "" : ", ") + written;
  if (!stands.empty()) finding.arguments.emplace_back("stands", std::move(stands));
  return finding;
}

std::optional<core::Diagnostic> replaces_input(const World& world, const std::string& file) {
  if (file.empty() || file == "-" || !world.reading.has_read(file)) return std::nullopt;
  return core::finding(core::Code::would_overwrite, {}, "-o",
                       {{"file", file}, {"why", core::Phrase::why_used}});
}

Exit deliver(World& world, const std::string& file, std::string_view bytes, Exit success) {
  return deliver(world, file, std::span{&bytes, 1}, success);
}

Exit deliver(World& world, const std::string& file, std::span<const std::string_view> pieces,
             Exit success) {
  if (const auto refused = replaces_input(world, file)) return tell(world, {*refused});
  if (!file.empty() && file != "-") {
    const auto reason = io::write_file(file, pieces);
    if (reason) return failed(world, file, *reason);
    world.written.push_back(file);
    return success;
  }
  errno = 0;
  for (const std::string_view piece : pieces) world.out << piece;
  world.out << std::flush;
  if (world.out || errno == EPIPE) return success;
  return failed(world, "stdout", std::generic_category().message(errno));
}

}  // namespace billijk::cli
