#include "cli/options/case_files.hpp"

#include <sys/resource.h>

#include <atomic>
#include <catch2/catch.hpp>

#include "unit/io/folder.hpp"

namespace billijk::cli {
namespace {

/// As long as it stands no file and no folder can be opened: what the system refuses an
/// administrator too.
class NothingOpens {
 public:
  NothingOpens() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const rlimit none{.rlim_cur = 0, .rlim_max = before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
  }
  NothingOpens(const NothingOpens&) = delete;
  NothingOpens& operator=(const NothingOpens&) = delete;
  ~NothingOpens() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

core::Code refusal(const core::Checked<std::vector<std::string>>& files) {
  REQUIRE_FALSE(files.has_value());
  REQUIRE(files.error().size() == 1);
  return files.error()[0].code;
}

}  // namespace

TEST_CASE("a folder stands for the case files in it, by name") {
  const std::atomic<bool> stop = false;
  const tests::Folder folder;
  const io::Reading reading{stop, folder.path()};
  folder.write("cases/b.toml", "");
  folder.write("cases/a.toml", "");
  folder.write("cases/notes.md", "");
  folder.write("none/notes.md", "");
  CHECK(case_files({"x.toml", "cases"}, reading).value() ==
        std::vector<std::string>{"x.toml", "cases/a.toml", "cases/b.toml"});
  CHECK(refusal(case_files({"none"}, reading)) == core::Code::no_contracts);
}

TEST_CASE("a folder that cannot be read is not an empty one") {
  const std::atomic<bool> stop = false;
  const tests::Folder folder;
  const io::Reading reading{stop, folder.path()};
  folder.write("cases/a.toml", "");
  core::Checked<std::vector<std::string>> files;
  {
    const NothingOpens limit;
    files = case_files({"cases"}, reading);
  }
  CHECK(refusal(files) == core::Code::file_unreadable);
}

TEST_CASE("a link to nothing is a case that cannot be read, and not left out") {
  const std::atomic<bool> stop = false;
  const tests::Folder folder;
  const io::Reading reading{stop, folder.path()};
  folder.write("cases/a.toml", "");
  std::filesystem::create_symlink("nowhere", folder.path() / "cases/b.toml");
  CHECK(case_files({"cases"}, reading).value() ==
        std::vector<std::string>{"cases/a.toml", "cases/b.toml"});
}

TEST_CASE("a dash is standard input, also where a folder is called so") {
  const std::atomic<bool> stop = false;
  const tests::Folder folder;
  const io::Reading reading{stop, folder.path()};
  folder.write("-/a.toml", "");
  CHECK(case_files({"-"}, reading).value() == std::vector<std::string>{"-"});
}

}  // namespace billijk::cli
