#include "core/review.hpp"
#include "fuzz/fuzz.hpp"
#include "io/case/preset_reader.hpp"

namespace {

using namespace billijk;

/// A case that names a preset of each kind.
const io::LoadedCase& case_of_all_kinds() {
  static const core::Checked<io::LoadedCase> loaded = io::load_case(
      {.name = "preset:cases/hbh-2026",
       .standard_input = {},
       .settings = {"contract.tariff=40", "contract.start=2025-01-01", "contract.end=2027-12-31",
                    "contract.volume=10000", "indexation.price_level=2025",
                    "indexation.series=nl/vng-90-10", "contract.indexation.series=nl/cpi",
                    "audit.norm_hours=nl/norm-hours-kpmg"}},
      fuzz::store());
  fuzz::require(loaded.has_value());
  return *loaded;
}

/// A case computes with the preset in the place of its own, or says why not.
void check_use(const core::Preset& preset) {
  io::LoadedCase loaded = case_of_all_kinds();
  bool used = false;
  for (auto& [name, own] : loaded.presets) {
    if (own->kind != preset.kind) continue;
    core::Preset other = preset;
    other.name = name;
    own = std::make_shared<const core::Preset>(std::move(other));
    used = true;
  }
  fuzz::require(used);
  const core::Checked<core::Calculation> calculation =
      core::calculate(std::move(loaded.subject), std::move(loaded.presets));
  if (calculation) {
    fuzz::check_calculation(*calculation);
  } else {
    fuzz::check_findings(calculation.error());
  }
}

/// The program lists and shows a preset of a folder, also one that is wrong.
void check_shown(const std::string& text) {
  static const fuzz::Scratch scratch{"own/fuzz.toml"};
  scratch.with(text);
  fuzz::check_shown(fuzz::run({"presets", "list", "--presets", scratch.folder()}).out);
  const std::vector<std::string> show{"presets",        "show", "own/fuzz",  "--presets",
                                      scratch.folder(), "--on", "2026-07-01"};
  fuzz::check_shown(fuzz::run(show).out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  const io::ReadPreset read = io::read_preset_text(fuzz::source_of(text), "nl/fuzz");
  fuzz::check_findings(read.findings);
  const io::ReadPreset again = io::read_preset_text(fuzz::source_of(text), "nl/fuzz");
  fuzz::require(fuzz::told(read.findings, report::Language::en) ==
                fuzz::told(again.findings, report::Language::en));
  check_shown(text);
  if (core::has_errors(read.findings)) return 0;
  for (std::size_t i = 1; i < read.preset.rows.size(); ++i)
    fuzz::require(read.preset.rows[i - 1].from < read.preset.rows[i].from);
  fuzz::check_findings(core::review(read.preset, core::make_date(2026, 11, 22)));
  check_use(read.preset);
  return 0;
}
