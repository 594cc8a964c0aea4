#pragma once

#include <cstdint>

namespace billijk::report {

/// The language of texts and, in text and Markdown, of numbers and dates.
enum class Language : std::uint8_t { en, nl };

}  // namespace billijk::report
