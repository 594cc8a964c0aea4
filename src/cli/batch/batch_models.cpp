#include "cli/batch/batch_models.hpp"

namespace billijk::cli {
namespace {

/// Past this many combinations they are made anew: memory stays flat.
constexpr std::size_t most_models = 1000;

}  // namespace

BatchModels::Model BatchModels::find(const std::string& combination, const std::string& case_name,
                                     const std::vector<std::string>& cells) {
  const std::lock_guard lock{mutex_};
  const auto known = models_.find(combination);
  if (known != models_.end()) return known->second;
  if (models_.size() == most_models) models_.clear();
  return models_.emplace(combination, make(case_name, cells)).first->second;
}

const core::Checked<io::MergedCase>& BatchModels::case_named(const std::string& name) {
  const auto known = cases_.find(name);
  if (known != cases_.end()) return known->second;
  io::CaseRequest request{
      .name = name, .standard_input = sources_.standard_input, .settings = sources_.settings};
  request.referred = !name.empty();
  if (name.empty()) {
    request.name = sources_.name;
  } else if (!name.starts_with("preset:")) {
    request.name = (sources_.folder / name).string();
  }
  return cases_.emplace(name, io::read_case(request, store_)).first->second;
}

BatchModels::Model BatchModels::make(const std::string& case_name,
                                     const std::vector<std::string>& cells) {
  if (case_name.empty() && sources_.name.empty()) {
    return core::refused(core::finding(core::Code::row_without_case, {}, "case"));
  }
  const core::Checked<io::MergedCase>& merged = case_named(case_name);
  if (!merged) return tl::unexpected{merged.error()};
  core::Checked<io::LoadedCase> loaded = io::load_row(*merged, cells, store_);
  if (!loaded) return tl::unexpected{std::move(loaded.error())};
  core::Checked<core::Resolution> resolution = core::resolve(loaded->subject, loaded->presets);
  if (!resolution) return tl::unexpected{std::move(resolution.error())};
  return std::make_shared<const analysis::RowModel>(std::move(loaded->subject),
                                                    std::move(loaded->presets),
                                                    std::move(*resolution), sources_.needs);
}

}  // namespace billijk::cli
