#include "fuzz/fuzz.hpp"

namespace {

using namespace billijk;

core::Checked<core::Calculation> computed(core::Checked<io::LoadedCase> loaded) {
  if (!loaded) return tl::unexpected{std::move(loaded.error())};
  return core::calculate(std::move(loaded->subject), std::move(loaded->presets));
}

/// What became of it: a report, or findings.
std::string text_of(const core::Checked<core::Calculation>& calculation) {
  return calculation ? fuzz::json_of(*calculation)
                     : fuzz::told(calculation.error(), report::Language::en);
}

}  // namespace

/// Each line a `--set`; the same are the cells of a row.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> settings = fuzz::lines_of(fuzz::as_text(data, size), 8);
  io::CaseRequest request{.name = "preset:cases/hbh-2026", .standard_input = {}, .settings = {}};
  static const core::Checked<io::MergedCase> merged = io::read_case(request, fuzz::store());
  const auto row = computed(io::load_row(*merged, settings, fuzz::store()));
  request.settings = settings;
  const auto calculation = computed(io::load_case(request, fuzz::store()));
  fuzz::require(text_of(row) == text_of(calculation));
  if (calculation) {
    fuzz::check_calculation(*calculation);
  } else {
    fuzz::check_findings(calculation.error());
  }
  return 0;
}
