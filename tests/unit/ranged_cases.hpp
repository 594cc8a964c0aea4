#pragma once

#include "unit/cases.hpp"

namespace billijk::tests {

inline CaseText with_ranges() {
  return CaseText{}
      .with("hours", "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = 6 }")
      .with("overhead", "percent = { value = 20, high = 30 }\nof = \"direct\"");
}

/// On short contracts the franchise leaves no pension premium; hours are lost in equal number.
inline const CaseText bent =
    CaseText{}
        .with("hours",
              "contract = { value = 1000, low = 700, high = 1900 }\nleave = 40\nsickness = 1")
        .with("employer_charges",
              "social = { preset = \"nl/employer-charges\", employer = \"large\", permanent = 90, "
              "whk = 1.5 }\n"
              "pension = { preset = \"nl/pension-pfzw\", employer_share = 50 }");

}  // namespace billijk::tests
