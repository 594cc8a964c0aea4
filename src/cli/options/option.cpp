#include "cli/options/option.hpp"

namespace billijk::cli {

std::string_view Option::name() const { return names.substr(names.find(',') + 1); }

bool Option::is_named(std::string_view word) const {
  return word == name() || word == names.substr(0, names.find(','));
}

Options joined(std::initializer_list<Options> lists) {
  Options all;
  for (const Options& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

}  // namespace billijk::cli
