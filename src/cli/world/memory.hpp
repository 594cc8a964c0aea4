#pragma once

#include <string>

namespace billijk::cli {

/// Where memory is not to be had, neither libraries nor numbers that throw half-way leave a state
/// to go on from: the program says these words to the error channel, removes what is unfinished
/// and ends with exit code 2.
void end_without_memory_by(std::string last_words);

}  // namespace billijk::cli
