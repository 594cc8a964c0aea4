#include <algorithm>

#include "core/number/rounding.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/lever/sensitivity_report.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::SweepPoint;
using core::Exact;
using core::Total;

/// Columns of a grid that fit beside each other.
constexpr std::size_t widest_grid = 7;

class SweepText {
 public:
  SweepText(const Sensed& sensed, const Format& format)
      : sensed_{sensed},
        language_{format.language()},
        names_{sensed.calculation.subject, language_},
        total_{sensed.sensitivity.boundary},
        decimals_{decimals_of(sensed.calculation.ways().rounding.step)} {}

  Document build() {
    const bool one = sensed_.axes.size() == 1;
    const bool is_grid = !one && sensed_.axes.back().size() <= widest_grid;
    document_.add(Headline{heading(is_grid)});
    document_.add(is_grid ? grid() : list());
    add_reasons();
    return std::move(document_);
  }

 private:
  std::string key(std::size_t axis) const {
    return names_.name(sensed_.axes[axis].subject.lever.name);
  }
  std::string title(std::size_t axis) const { return capital(key(axis)); }
  Cell boundary(const std::optional<Exact>& value) const {
    return value ? Cell{Number{*value, decimals_}} : Cell{std::string{"–"}};
  }

  std::string heading(bool is_grid) const {
    if (sensed_.axes.size() == 1)
      return say(Message::sweep_one, language_,
                 {{"key", key(0)}, {"boundary", the(total_, language_)}});
    const Arguments arguments{
        {"total", label_of(total_, language_)}, {"row", key(0)}, {"column", key(1)}};
    return say(is_grid ? Message::sweep_two : Message::sweep_two_list, language_, arguments);
  }
  /// As many decimals as the values of an axis need.
  int decimals(std::size_t axis) const {
    int most = 0;
    for (const SweepPoint& point : sensed_.points)
      most = std::max(most, decimals_for(point.at[axis], core::Decimal{}));
    return most;
  }

  Table grid() const {
    const std::size_t columns = sensed_.axes.back().size().get_ui();
    Table table{{{title(0), Align::left}}, {}};
    const Format format{language_};
    for (std::size_t i = 0; i < columns; ++i) {
      table.columns.push_back(
          {format.number(sensed_.axes.back().value(i), decimals(1)), Align::decimal});
    }
    const int places = decimals(0);
    for (std::size_t i = 0; i < sensed_.points.size(); ++i) {
      const SweepPoint& point = sensed_.points[i];
      if (i % columns == 0) table.rows.push_back({{Number{point.at.front(), places}}});
      table.rows.back().cells.push_back(boundary(point.rounded[total_]));
    }
    return table;
  }

  Table list() const {
    Table table;
    const bool one = sensed_.axes.size() == 1;
    for (std::size_t axis = 0; axis < sensed_.axes.size(); ++axis) {
      table.columns.push_back({title(axis), axis == 0 ? Align::left : Align::decimal});
    }
    for (const Total total : core::all_totals)
      table.columns.push_back({label_of(total, language_), Align::decimal});
    const Reach bars = reach();
    if (one) {
      table.columns.push_back(
          {bars.least ? say(Message::column_bar_from, language_,
                            {{"least", Format{language_}.money(*bars.least, decimals_)}})
                      : std::string{},
           Align::left});
    }
    std::vector<int> places;
    for (std::size_t axis = 0; axis < sensed_.axes.size(); ++axis) places.push_back(decimals(axis));
    for (const SweepPoint& point : sensed_.points) {
      Row row;
      for (std::size_t axis = 0; axis < point.at.size(); ++axis)
        row.cells.emplace_back(Number{point.at[axis], places[axis]});
      for (const Total total : core::all_totals)
        row.cells.push_back(boundary(point.rounded[total]));
      if (one) row.cells.emplace_back(bar(point, bars));
      table.rows.push_back(std::move(row));
    }
    return table;
  }
  /// Between which figures of the boundary its bars lie; none where nothing can be computed.
  struct Reach {
    std::optional<Exact> least;
    std::optional<Exact> most;
  };
  Reach reach() const {
    Reach found;
    for (const SweepPoint& point : sensed_.points) {
      const std::optional<Exact>& value = point.rounded[total_];
      if (!value) continue;
      found.least = found.least ? core::min(*found.least, *value) : *value;
      found.most = found.most ? core::max(*found.most, *value) : *value;
    }
    return found;
  }
  /// From the least of the figures on, where they differ, to the most.
  Cell bar(const SweepPoint& point, const Reach& bars) const {
    const std::optional<Exact>& value = point.rounded[total_];
    if (!value) return {};
    const Exact span = *bars.most - *bars.least;
    if (span.is_zero()) return {};
    return Bar{(*value - *bars.least) / span};
  }

  void add_reasons() {
    std::vector<std::string> reasons;
    for (const SweepPoint& point : sensed_.points) {
      if (point.trouble == core::Trouble::none) continue;
      const std::string reason{text_of(message_of(core::phrase_of(point.trouble)), language_)};
      if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
    }
    if (!reasons.empty())
      document_.add(
          Paragraph{say(Message::sweep_nothing, language_, {{"reasons", joined(reasons)}})});
  }

  const Sensed& sensed_;
  Language language_;
  FigureNames names_;
  Total total_;
  int decimals_;
  Document document_;
};

}  // namespace

Document sweep_document(const Sensed& sensed, const Format& format) {
  return SweepText{sensed, format}.build();
}

}  // namespace billijk::report
