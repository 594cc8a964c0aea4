#include "core/spans.hpp"

namespace billijk::core {

std::vector<Span> spans_of(const Period& period, const std::vector<const Preset*>& presets,
                           const std::set<Date>& at) {
  constexpr std::chrono::days one_day{1};
  std::set<Date> begins{period.from};
  const auto begin_at = [&](Date day) {
    if (day > period.from && day <= period.to) begins.insert(day);
  };
  for (const Date day : at) begin_at(day);
  for (const Preset* preset : presets) {
    for (const PresetRow& row : preset->rows) {
      begin_at(row.from);
      if (row.until) begin_at(*row.until + one_day);
    }
  }
  std::vector<Span> spans;
  for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
    const auto next = std::next(begin);
    spans.push_back({*begin, next == begins.end() ? period.to : *next - one_day});
  }
  return spans;
}

}  // namespace billijk::core
