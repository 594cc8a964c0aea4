#pragma once

#include <iosfwd>

namespace billijk::cli {

/// Runs the program: reads the command line, does what it asks, returns the exit code.
int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace billijk::cli
