#include "cli/output.hpp"

#include <cerrno>
#include <ostream>
#include <system_error>

#include "io/output.hpp"

namespace billijk::cli {
namespace {

Exit failed(World& world, const std::string& file, const std::string& reason) {
  return tell(world, {{.code = core::Code::output_failed, .at = {}, .key = {}, .arguments = {{"file", file}, {"reason", reason}}}});
}

}  // namespace

Exit deliver(World& world, const std::string& file, std::string_view bytes, Exit success) {
  if (!file.empty() && file != "-") {
    const auto reason = io::write_file(file, bytes);
    return reason ? failed(world, file, *reason) : success;
  }
  errno = 0;
  world.out << bytes << std::flush;
  if (world.out || errno == EPIPE) return success;
  return failed(world, "stdout", std::generic_category().message(errno));
}

}  // namespace billijk::cli
