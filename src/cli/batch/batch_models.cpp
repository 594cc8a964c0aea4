#include "cli/batch/batch_models.hpp"

namespace billijk::cli {
namespace {

/// Past this many combinations they are made anew: memory stays flat.
constexpr std::size_t most_models = 1000;

}  // namespace

BatchModels::Model BatchModels::find(const std::string& combination, const std::string& case_name,
                                     const io::StatedCells& cells) {
  const std::lock_guard lock{mutex_};
  const auto known = models_.find(combination);
  if (known != models_.end()) return known->second;
  if (models_.size() == most_models) models_.clear();
  return models_.emplace(combination, make(case_name, cells)).first->second;
}

BatchModels::Model BatchModels::make(const std::string& case_name, const io::StatedCells& cells) {
  core::Checked<io::LoadedCase> loaded =
      io::load_row(cases_.find(case_name), cells, cases_.store());
  if (!loaded) return tl::unexpected{std::move(loaded.error())};
  core::Checked<core::Resolution> resolution = core::resolve(loaded->subject, loaded->presets);
  if (!resolution) return tl::unexpected{std::move(resolution.error())};
  Models models;
  if (until_) {
    auto years = analysis::ForecastModel::of(loaded->subject, loaded->presets, *resolution, until_);
    if (!years) return tl::unexpected{std::move(years.error())};
    models.years = std::move(*years);
  }
  models.row = std::make_shared<const analysis::RowModel>(
      std::move(loaded->subject), std::move(loaded->presets), std::move(*resolution), needs_);
  return models;
}

}  // namespace billijk::cli
