#include "report/format/sections.hpp"

#include <algorithm>
#include <iterator>

namespace billijk::report {

std::optional<std::string_view> Value::text() const {
  if (const auto* const lasting = std::get_if<Lasting>(&content_)) return lasting->text;
  if (const auto* const kept = std::get_if<std::string>(&content_)) return *kept;
  return std::nullopt;
}

const core::Exact* Value::figure() const {
  if (const auto* const lasting = std::get_if<LastingFigure>(&content_)) return lasting->figure;
  return std::get_if<core::Exact>(&content_);
}

void append(Record& all, Record more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void Rows::add(const Record& own, const Record& other) {
  std::vector<Value>& row = records.emplace_back(header.size());
  for (std::size_t i = 0; i < header.size(); ++i) {
    for (const Record* record : {&own, &other}) {
      const auto member = std::ranges::find(*record, header[i], &Member::name);
      if (member == record->end()) continue;
      row[i] = member->value;
      break;
    }
  }
}

}  // namespace billijk::report
