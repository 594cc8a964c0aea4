#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

/// Runs the tests with a fixed seed for the properties; RC_PARAMS in the environment goes before
/// it.
int main(int argc, char* argv[]) {
  Catch::Session session;
  if (const int code = session.applyCommandLine(argc, argv); code != 0) return code;
  session.configData().warnings = static_cast<Catch::WarnAbout::What>(
      session.configData().warnings | Catch::WarnAbout::NoTests);
  setenv("RC_PARAMS", "seed=2026", 0);
  std::cout << "RC_PARAMS=\"" << std::getenv("RC_PARAMS") << "\"\n";
  return session.run();
}
