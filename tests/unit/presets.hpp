#pragma once

#include <string>
#include <utility>
#include <vector>

#include "unit/cases.hpp"

namespace billijk::tests {

/// Rows of a preset as a test writes them: the first day, then the figures.
using Rows = std::vector<std::pair<std::string, std::string>>;

inline std::string preset_text(const std::string& kind, const Rows& rows,
                               const std::string& top = "") {
  std::string text =
      "schema = \"billijk/preset/1\"\nkind = \"" + kind + "\"\ntitle = \"Test\"\n" + top + '\n';
  for (const auto& [from, figures] : rows) {
    text += "[[at]]\nfrom = " + from + '\n' + figures + '\n';
    if (figures.find("grade") == std::string::npos) text += "grade = \"cao\"\n";
    text += "source = [\"test\"]\n";
  }
  return text;
}

inline core::Preset make_preset(const std::string& name, const std::string& kind, const Rows& rows,
                                const std::string& top = "") {
  return preset(preset_text(kind, rows, top), name);
}

/// The built-in presets a case names, of round figures in these tests.
inline core::Preset scale(const Rows& rows) {
  return make_preset("nl/cao-vvt-hbh", "wage_scale", rows);
}
inline core::Preset minimum(const Rows& rows) {
  return make_preset("nl/minimum-wage", "minimum_wage", rows);
}
inline core::Preset charges(const Rows& rows) {
  return make_preset("nl/employer-charges", "charges", rows);
}
inline core::Preset pension(const Rows& rows) {
  return make_preset("nl/pension-pfzw", "pension", rows);
}
inline core::Preset series(const std::string& top, const Rows& rows) {
  return make_preset("nl/vng-90-10", "index_series", rows, top);
}

/// For a small employer with 75 % permanent: 0.75 x 2 + 0.25 x 6 + 5 + 0.5 + 1.5 + 6 = 16 %.
inline std::string charges_row(const std::string& max_wage = "50000",
                               const std::string& zvw = "6") {
  return "awf_low = 2\nawf_high = 6\naof_small = 5\naof_large = 7\nwko = 0.5\nwhk = 1.5\nzvw = " +
         zvw + "\nmax_wage = " + max_wage;
}
/// At 2000 hours the franchises are 10 and 15 euros an hour.
inline std::string pension_row(const std::string& franchise = "20000") {
  return "op = 25\nap = 1\nfranchise = " + franchise + "\nap_franchise = 30000";
}

/// The round case with social charges and pension from the presets.
inline CaseText with_charges(const std::string& social = "", const std::string& hours = "") {
  return CaseText{}
      .with("employer_charges",
            "social = { preset = \"nl/employer-charges\", employer = \"small\", permanent = 75" +
                social + " }\npension = { preset = \"nl/pension-pfzw\", employer_share = 50 }")
      .with("hours", "contract = 2000\nleave = 300\nsickness = 5\n" + hours);
}

/// A case that reads its presets from the program, computed with these in the place of theirs.
inline Computed compute_with(const CaseText& subject, std::vector<core::Preset> presets,
                             std::vector<std::string> settings = {}) {
  core::Checked<io::LoadedCase> loaded = load(subject.text(), std::move(settings));
  if (!loaded) throw std::runtime_error{summary(loaded.error())};
  for (core::Preset& preset : presets)
    loaded->presets.insert_or_assign(preset.name, std::make_shared<const core::Preset>(preset));
  return compute(std::move(*loaded));
}

}  // namespace billijk::tests
