#include "report/words/short_quantity.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

/// As money with so many decimals, as another number with those it needs.
std::string with_unit(const core::Exact& value, int decimals, core::Unit unit,
                      const Format& format) {
  constexpr std::string_view currency = "euro";
  std::string_view name = unit_text(unit, format.language());
  name = name.substr(0, name.find(" per "));
  if (name.starts_with(currency))
    return format.money(value, decimals) + std::string{name.substr(currency.size())};
  return name.empty() ? format.shortest(value) : format.shortest(value) + ' ' + std::string{name};
}

}  // namespace

std::string short_quantity(const core::Decimal& value, core::Unit unit, const Format& format) {
  return with_unit(core::Exact{value}, std::max(2, value.scale()), unit, format);
}

std::string short_quantity(const core::Exact& value, core::Unit unit, const Format& format) {
  return with_unit(core::round_half_up(value, 2), 2, unit, format);
}

}  // namespace billijk::report
