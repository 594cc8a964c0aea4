#include "report/words/short_quantity.hpp"

#include <algorithm>

#include "report/words/catalogue.hpp"

namespace billijk::report {

std::string short_quantity(const core::Decimal& value, core::Unit unit, const Format& format) {
  using core::Unit;
  const core::Exact exact{value};
  std::string number = format.shortest(exact);
  switch (unit) {
    case Unit::percent:
      return number + " %";
    case Unit::minutes:
    case Unit::minutes_per_hour:
      return say(Message::minutes_of, format.language(), {{"number", number}});
    case Unit::hours_per_year:
      return say(Message::hours_of, format.language(), {{"number", number}});
    case Unit::km_per_hour:
      return number + " km";
    case Unit::none:
      return number;
    default:
      return format.money(exact, std::max(2, value.scale()));
  }
}

}  // namespace billijk::report
