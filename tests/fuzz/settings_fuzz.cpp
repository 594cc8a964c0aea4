#include "core/number/utf8.hpp"
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

/// Each line a `--set`; the same are the cells of a row, but for where they stand.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> settings = fuzz::lines_of(fuzz::as_text(data, size), 8);
  io::CaseRequest request{.name = "preset:cases/hbh-2026", .standard_input = {}, .settings = {}};
  static const core::Checked<io::MergedCase> merged = io::read_case(request, fuzz::store());
  io::StatedCells cells;
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) continue;
    cells.texts.emplace_back(core::without_blanks(std::string_view{setting}.substr(0, equals)),
                             core::without_blanks(std::string_view{setting}.substr(equals + 1)));
  }
  const auto row = computed(io::load_row(merged, cells, fuzz::store()));
  request.settings = settings;
  const auto calculation = computed(io::load_case(request, fuzz::store()));
  if (calculation) fuzz::require(row && text_of(row) == text_of(calculation));
  if (calculation) {
    fuzz::check_calculation(*calculation);
  } else {
    fuzz::check_findings(calculation.error());
  }
  return 0;
}
