#include "core/formula/shown_lines.hpp"

#include "core/number/apportion.hpp"

namespace billijk::core {
namespace {

class LineRounder {
 public:
  LineRounder(const Sheet<Exact>& sheet, const Ways& ways)
      : sheet_{sheet},
        ways_{ways},
        order_{line_order(ways)},
        step_{ways.rounding.step},
        shown_(order_.size()) {}

  std::vector<Exact> run() {
    const mpz_class cost = steps(Total::cost_price);
    const auto is_margin = [](LineId line) { return line == index_of(Line::margin); };
    apportion_lines(steps(Total::fair_tariff) - cost, is_margin);
    if (ways_.given) return std::move(shown_);
    if (ways_.is_indexed()) {
      apportion_lines(cost, [&](LineId line) { return !is_margin(line); });
      return std::move(shown_);
    }
    const mpz_class floor = steps(Total::wage_floor);
    apportion_lines(floor, [&](LineId line) { return in_wage_floor(ways_, line); });
    apportion_lines(cost - floor,
                    [&](LineId line) { return !is_margin(line) && !in_wage_floor(ways_, line); });
    return std::move(shown_);
  }

 private:
  mpz_class steps(Total total) const {
    return round_to_steps(sheet_.totals[index_of(total)].number(), ways_.rounding);
  }

  /// Rounded figures for the lines `belongs` selects that add up to `target` steps.
  template <class Belongs>
  void apportion_lines(const mpz_class& target, const Belongs& belongs) {
    std::vector<Exact> parts;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      if (!belongs(order_[i])) continue;
      parts.push_back(line_of(sheet_.first, order_[i]).number());
      places.push_back(i);
    }
    if (parts.empty()) return;
    const std::vector<mpz_class> steps = apportion(parts, target, step_);
    for (std::size_t i = 0; i < places.size(); ++i)
      shown_[places[i]] = Exact{mpq_class{steps[i]}} * step_;
  }

  const Sheet<Exact>& sheet_;
  const Ways& ways_;
  std::vector<LineId> order_;
  Exact step_;
  std::vector<Exact> shown_;
};

}  // namespace

std::vector<Exact> shown_lines(const Sheet<Exact>& sheet, const Ways& ways) {
  return LineRounder{sheet, ways}.run();
}

}  // namespace billijk::core
