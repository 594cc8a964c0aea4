#pragma once

#include <string>

#include "core/case/diagnostic.hpp"
#include "report/language/language.hpp"

namespace billijk::report {

/// What a finding says, in one sentence without place, code or hint.
std::string message_of(const core::Diagnostic& finding, Language language);

/// What to do about it; empty when nothing can be advised.
std::string hint_of(const core::Diagnostic& finding, Language language);

/// The finding as people read it: place, sentence, code, the line with a caret, the hint.
std::string text_of(const core::Diagnostic& finding, Language language);

}  // namespace billijk::report
