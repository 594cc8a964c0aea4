#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/case/keys.hpp"
#include "report/format/document.hpp"
#include "report/format/format.hpp"
#include "report/format/sections.hpp"
#include "report/words/key_words.hpp"

namespace billijk::report {

/// What can be said of one key of a case file.
struct KeyHelp {
  std::string_view path;
  std::string_view type;                    ///< "number", "text", "choice", "date", …
  const core::KeyFacts* facts = nullptr;    ///< of a number
  std::span<const std::string_view> words;  ///< of a choice
  std::string_view taken;                   ///< where it is not stated; empty: nothing
  bool required = false;
  std::string_view alias;                 ///< its Dutch name in files, options and above columns
  std::vector<std::string> column_words;  ///< what else people put above a column of it
};

/// What a number may be: "van 0 tot en met 100".
std::string allowed_text(const core::KeyFacts& facts, const Format& format);
/// The words of a choice, each with what people call it: "contract (contracturen), after_leave".
std::string words_text(const KeyHelp& key, Language language);

/// Every key with its label.
Document keys_document(const std::vector<KeyHelp>& keys, const Format& format);
/// One key, with all there is to say of it.
Document key_document(const KeyHelp& key, const Format& format);
/// "billijk/keys/1"; a row a key: key, label, type, unit, lowest, highest, words, default,
/// required, alias, help.
Sections keys_sections(const std::vector<KeyHelp>& keys, Language language);

}  // namespace billijk::report
