#include "report/calc/ruler.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/number/rounding.hpp"
#include "report/format/text.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

constexpr int columns = 78;

/// A row of characters in which texts are put at columns without running into each other.
class Strip {
 public:
  /// Centred on `column`, moved right where something already stands, left where the strip ends.
  void centre(int column, const std::string& text) {
    const int width = width_of(text);
    int begin = std::max(column - width / 2, free_from_);
    begin = std::max(0, std::min(begin, columns - width));
    if (begin < free_from_) return;
    text_ += std::string(static_cast<std::size_t>(begin - end_), ' ') + text;
    end_ = begin + width;
    free_from_ = end_ + 1;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  int end_ = 0;
  int free_from_ = 0;
};

/// Where amounts stand on the line.
class Scale {
 public:
  Scale(const Exact& first, const Exact& last) {
    const Exact span = core::max(last - first, Exact{core::Decimal::of(1, 2)});
    begin_ = first - span * Exact{core::Decimal::of(35, 2)};
    length_ = span * Exact{core::Decimal::of(170, 2)};
  }
  int column(const Exact& amount) const {
    const Exact place = (amount - begin_) / length_ * Exact{columns - 1};
    if (place.sign() < 0) return 0;
    if (place > Exact{columns - 1}) return columns - 1;
    return static_cast<int>(core::round_to_integer(place, core::RoundingMode::half_up).get_si());
  }
  bool holds(const Exact& amount) const { return amount >= begin_ && amount <= begin_ + length_; }

 private:
  Exact begin_, length_;
};

struct Mark {
  Total total;
  Exact amount;
  int column = 0;
};

}  // namespace

Drawing ruler(const core::Calculation& calculation, const core::Judgement& judgement,
              const Format& format) {
  std::vector<Mark> marks;
  for (const Total total : {Total::wage_floor, Total::cost_price, Total::ceiling}) {
    if (calculation[total]) marks.push_back({total, calculation[total]->rounded});
  }
  const Scale scale{marks.front().amount, marks.back().amount};
  for (Mark& mark : marks) mark.column = scale.column(mark.amount);
  const int decimals = decimals_of(calculation.ways().rounding.step);
  const int tariff = scale.column(judgement.per_hour);

  Strip names;
  Strip amounts;
  std::vector<std::string> axis(static_cast<std::size_t>(columns), "─");
  for (const Mark& mark : marks) {
    names.centre(mark.column, label_of(mark.total, format.language()));
    amounts.centre(mark.column, format.money(mark.amount, decimals));
    axis[static_cast<std::size_t>(mark.column)] = "┼";
  }
  axis[static_cast<std::size_t>(tariff)] =
      !scale.holds(judgement.per_hour) ? (tariff == 0 ? "◀" : "▶") : "▲";
  Strip zones;
  int begin = 0;
  for (std::size_t i = 0; i <= marks.size(); ++i) {
    const int end = i < marks.size() ? marks[i].column : columns;
    const Message name = i == marks.size()       ? Message::zone_short_high
                         : i + 1 == marks.size() ? Message::zone_short_fair
                                                 : Message::zone_short_low;
    const std::string text{text_of(name, format.language())};
    if (width_of(text) + 2 <= end - begin) zones.centre((begin + end) / 2, text);
    begin = end;
  }
  Strip below;
  below.centre(tariff,
               std::string{text_of(Message::tariff, format.language())} + ' ' +
                   format.money(judgement.per_hour, visible_decimals(judgement.per_hour, 2)));
  std::string line;
  for (const std::string& part : axis) line += part;
  return {{names.text(), amounts.text(), line, below.text(), zones.text()}};
}

}  // namespace billijk::report
