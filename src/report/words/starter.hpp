#pragma once

#include <string>

#include "report/format/language.hpp"

namespace billijk::report {

/// A commented case file to fill in: complete, so that it computes, with every figure a
/// placeholder.
std::string starter_case(Language language);

}  // namespace billijk::report
