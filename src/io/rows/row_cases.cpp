#include "io/rows/row_cases.hpp"

namespace billijk::io {

const core::Checked<MergedCase>& RowCases::find(const std::string& name) {
  const std::lock_guard lock{mutex_};
  const auto known = cases_.find(name);
  return known != cases_.end() ? known->second : cases_.emplace(name, read(name)).first->second;
}

std::vector<std::shared_ptr<const core::SourceText>> RowCases::texts() {
  const std::lock_guard lock{mutex_};
  std::vector<std::shared_ptr<const core::SourceText>> texts;
  for (const auto& [name, merged] : cases_) {
    if (merged) texts.insert(texts.end(), merged->texts.begin(), merged->texts.end());
  }
  return texts;
}

core::Checked<MergedCase> RowCases::read(const std::string& name) const {
  if (name.empty() && sources_.name.empty())
    return core::refused(core::finding(core::Code::row_without_case, {}, "case"));
  CaseRequest request{.name = name.empty() ? sources_.name : name,
                      .standard_input = sources_.standard_input,
                      .settings = sources_.settings,
                      .referred = !name.empty()};
  if (!name.empty() && !name.starts_with("preset:"))
    request.name = (sources_.folder / name).string();
  return read_case(request, store_);
}

}  // namespace billijk::io
