#include "cli/world/output.hpp"

#include <cerrno>
#include <ostream>
#include <utility>

#include "io/file/output.hpp"

namespace billijk::cli {
namespace {

Exit failed(World& world, const std::string& file, io::Reason reason) {
  return tell(world, {output_failed(world, file, std::move(reason))});
}

}  // namespace

core::Diagnostic output_failed(const World& world, const std::string& file, io::Reason reason) {
  const bool is_standard = file.empty() || file == "-";
  core::Diagnostic finding =
      core::finding(core::Code::output_failed,
                    {{"file", is_standard ? core::Argument{core::Phrase::standard_output} : file},
                     {"reason", std::move(reason)}});
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

Exit deliver(World& world, const Target& target, std::string_view bytes, Exit success) {
  return deliver(world, target, std::span{&bytes, 1}, success);
}

Exit deliver(World& world, const Target& target, std::span<const std::string_view> pieces,
             Exit success) {
  const std::string& file = target.file;
  if (const auto refused = replaces_input(world, file)) return tell(world, {*refused});
  const std::string_view beginning = pieces.empty() ? std::string_view{} : pieces.front();
  if (const auto refused = replaces_another(target, beginning)) return tell(world, {*refused});
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
  return failed(world, {}, io::reason_of(errno == 0 ? EIO : errno));
}

}  // namespace billijk::cli
