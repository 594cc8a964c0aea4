#include "core/own_indexation.hpp"

#include <string>

namespace billijk::core {
namespace {

Diagnostic wrong_count(const Case& subject, YearSpan years) {
  const int needed = years.last - years.first + 1;
  Diagnostic error =
      finding(Code::index_count, subject.place_of("indexation.percent"), "indexation.percent",
              {{"found", std::to_string(subject.indexation->percent.size())},
               {"needed", std::to_string(needed)}});
  if (needed == 0) {
    error.arguments.emplace_back("year", std::to_string(years.last));
  } else {
    error.arguments.emplace_back("first", std::to_string(years.first));
    error.arguments.emplace_back("last", std::to_string(years.last));
  }
  return error;
}

}  // namespace

Checked<std::vector<IndexYear>> own_index_years(const Case& subject, const Preset* series) {
  const OwnIndexation& indexation = *subject.indexation;
  const YearSpan years{indexation.price_level + 1, year_of(subject.period.from)};
  if (indexation.price_level > years.last) {
    return refused(finding(
        Code::price_level_later, subject.place_of("indexation.price_level"),
        "indexation.price_level",
        {{"found", std::to_string(indexation.price_level)}, {"year", std::to_string(years.last)}}));
  }
  if (series != nullptr) {
    Checked<std::vector<IndexYear>> indexes = index_of_years(*series, years, indexation.catch_up);
    if (!indexes) {
      for (Diagnostic& error : indexes.error()) error.at = subject.place_of("indexation.series");
    }
    return indexes;
  }
  const std::vector<Input>& percents = indexation.percent;
  if (static_cast<int>(percents.size()) != years.last - years.first + 1)
    return refused(wrong_count(subject, years));
  std::vector<IndexYear> indexes;
  for (int year = years.first; year <= years.last; ++year) {
    const Decimal& percent = percents[static_cast<std::size_t>(year - years.first)].value;
    IndexYear& index = indexes.emplace_back();
    index.year = year;
    index.give(index.input("indexation.percent." + std::to_string(indexes.size()), percent));
  }
  return indexes;
}

}  // namespace billijk::core
