#include "report/words/preset_words.hpp"

#include <catch2/catch.hpp>

namespace billijk::report {

using core::PresetKind;

TEST_CASE("kinds of presets have a name in each language") {
  CHECK(label_of(PresetKind::wage_scale, Language::nl) == "loonschaal");
  CHECK(label_of(PresetKind::wage_scale, Language::en) == "wage scale");
  CHECK(label_of(PresetKind::norm_hours, Language::nl) == "normuren");
}

TEST_CASE("figures of a preset are called as people call them") {
  CHECK(field_label(PresetKind::charges, "awf_low", Language::nl) == "AWf, laag");
  CHECK(field_label(PresetKind::charges, "awf_low", Language::en) == "AWf, low");
  CHECK(field_label(PresetKind::wage_scale, "steps.1/4", Language::nl) == "Trede 1/4");
  CHECK(field_label(PresetKind::wage_scale, "rise", Language::en) == "Rise in %");
}

TEST_CASE("a series keeps its name, its estimates are told apart") {
  CHECK(field_label(PresetKind::index_series, "ova_provisional", Language::nl) == "OVA, voorlopig");
  CHECK(field_label(PresetKind::index_series, "cao_definitive", Language::en) == "cao, definitive");
  CHECK(field_label(PresetKind::index_series, "cao", Language::en) == "cao");
}

TEST_CASE("a unit of the program's own presets is said in words, another stays as it is") {
  CHECK(preset_unit("EUR per hour", Language::nl) == "euro per uur");
  CHECK(preset_unit("% per year", Language::nl) == "% per jaar");
  CHECK(preset_unit("per uur", Language::en) == "per uur");
}

}  // namespace billijk::report
