#include "cli/world/progress.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <thread>

#include "unit/cases.hpp"

namespace billijk::cli {
namespace {

/// What is said of contracts that take so long together.
std::string said(bool shown, std::chrono::milliseconds pause, std::uint64_t all) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World world{.in = in,
              .out = out,
              .err = err,
              .reading = tests::reading(),
              .environment = [](const char*) { return std::optional<std::string>{}; },
              .today = [] { return core::Date{}; }};
  ContractCounter counter{world, shown};
  counter.expect(all);
  counter.add();
  std::this_thread::sleep_for(pause);
  counter.add();
  counter.end();
  return err.str();
}
constexpr std::chrono::milliseconds long_enough{250};

}  // namespace

TEST_CASE("contracts that take long are counted, and the line is taken away") {
  CHECK(said(true, long_enough, 12) == "\r2 of 12 contracts\r" + std::string(17, ' ') + '\r');
  CHECK(said(true, long_enough, 0) == "\r2 contracts\r" + std::string(11, ' ') + '\r');
}

TEST_CASE("nothing is said of what is quick, nor where nobody sees it") {
  CHECK(said(true, std::chrono::milliseconds{0}, 12).empty());
  CHECK(said(false, long_enough, 12).empty());
}

}  // namespace billijk::cli
