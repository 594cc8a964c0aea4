#include "io/file/reason.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace billijk::io {

using core::Phrase;

Reason reason_of(int error) {
  constexpr auto known = std::to_array<std::pair<int, Phrase>>({
      {ENOENT, Phrase::system_not_found},
      {EACCES, Phrase::system_not_permitted},
      {EPERM, Phrase::system_not_permitted},
      {EISDIR, Phrase::system_is_folder},
      {ENOTDIR, Phrase::system_no_folder},
      {ENOSPC, Phrase::system_no_space},
      {ENOMEM, Phrase::system_no_memory},
      {EAGAIN, Phrase::system_unavailable},
      {EDQUOT, Phrase::system_no_space},
      {EEXIST, Phrase::system_exists},
      {EROFS, Phrase::system_read_only},
      {ENAMETOOLONG, Phrase::system_name_too_long},
      {EMFILE, Phrase::system_too_many_files},
      {ENFILE, Phrase::system_too_many_files},
      {EPIPE, Phrase::system_broken_pipe},
      {EIO, Phrase::system_input_output},
      {EBADF, Phrase::system_not_open},
      {ELOOP, Phrase::system_too_many_links},
  });
  const auto* const found = std::ranges::find(known, error, &std::pair<int, Phrase>::first);
  if (found != known.end()) return found->second;
  return core::SystemError{error};
}

}  // namespace billijk::io
