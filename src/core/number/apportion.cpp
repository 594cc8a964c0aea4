#include "core/number/apportion.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>

#include "core/number/rounding.hpp"

namespace billijk::core {

std::vector<mpz_class> apportion(const std::vector<Exact>& parts, const mpz_class& target) {
  assert(!parts.empty());
  std::vector<mpz_class> steps;
  std::vector<Exact> remainders;
  mpz_class missing = target;
  for (const Exact& part : parts) {
    steps.push_back(floor_of(part));
    remainders.push_back(part - Exact{mpq_class{steps.back()}});
    missing -= steps.back();
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  if (missing < 0) std::ranges::reverse(order);
  const int one = missing < 0 ? -1 : 1;
  for (std::size_t next = 0; missing != 0; next = (next + 1) % order.size()) {
    steps[order[next]] += one;
    missing -= one;
  }
  return steps;
}

}  // namespace billijk::core
