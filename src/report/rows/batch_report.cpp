#include "report/rows/batch_report.hpp"

#include <array>

#include "core/number/rounding.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

using analysis::Tally;
using analysis::WorstRow;
using core::Exact;
using core::Zone;

constexpr std::array all_zones{Zone::below_wage_floor, Zone::below_cost_price, Zone::fair,
                               Zone::above_ceiling};
constexpr std::array quartile_keys{"lowest", "first", "median", "third", "highest"};

/// The row as a spreadsheet numbers it.
std::uint64_t row_of(const BatchTotals& totals, const WorstRow& row) {
  return totals.piece_begins.at(row.place.piece) + row.place.row;
}

Exact share_of(const Tally& tally, Zone zone) {
  return Exact{100} * core::counted(tally.in(zone)) / core::counted(tally.judged());
}

class BatchText {
 public:
  BatchText(const BatchTotals& totals, const Format& format)
      : totals_{totals}, format_{format}, language_{format.language()} {}

  Document run() {
    add(say(Message::summary_heading, language_), totals_.summary.all);
    if (totals_.open_end) document_.add(Paragraph{say(Message::summary_open_end, language_)});
    for (const auto& [name, tally] : totals_.summary.groups)
      add(totals_.group_by + ": " + name, tally);
    return std::move(document_);
  }

 private:
  std::string count(std::uint64_t number) const { return format_.number(core::counted(number), 0); }
  std::string money(const Exact& amount) const { return format_.money(amount); }

  void add(const std::string& heading, const Tally& tally) {
    document_.add(Heading{heading});
    document_.add(
        Paragraph{say(Message::summary_rows, language_,
                      {{"rows", count(tally.rows())},
                       {"judged", count(tally.judged())},
                       {"untested", count(tally.rows() - tally.failed() - tally.judged())},
                       {"failed", count(tally.failed())}})});
    if (tally.judged() == 0) return;
    add_zones(tally);
    Arguments quartiles;
    for (unsigned i = 0; i < quartile_keys.size(); ++i)
      quartiles.emplace_back(quartile_keys.at(i), money(exact_of(*tally.quartile(i))));
    document_.add(Paragraph{say(Message::summary_quartiles, language_, quartiles)});
    add_year(tally);
    if (!tally.worst().empty()) add_worst(tally);
  }
  void add_year(const Tally& tally) {
    const auto yearly = [&](const std::optional<Exact>& amount) {
      return amount ? money(*amount) : say(Message::summary_unknown, language_);
    };
    std::string text =
        say(Message::summary_year, language_,
            {{"shortfall", yearly(tally.shortfall())}, {"excess", yearly(tally.excess())}});
    if (tally.without_volume() > 0) {
      text += ' ' + say(Message::summary_without_volume, language_,
                        {{"rows", count(tally.without_volume())}});
    }
    document_.add(Paragraph{std::move(text)});
  }
  void add_zones(const Tally& tally) {
    Table table;
    table.columns = {{say(Message::column_zone, language_)},
                     {say(Message::column_rows_count, language_), Align::decimal},
                     {say(Message::column_share, language_), Align::decimal}};
    for (const Zone zone : all_zones) {
      table.rows.push_back(
          {.cells = {word("summary_zone_" + std::string{key_of(zone)}, language_),
                     Number{core::counted(tally.in(zone)), 0}, Percent{share_of(tally, zone)}}});
    }
    document_.add(std::move(table));
  }
  void add_worst(const Tally& tally) {
    document_.add(Paragraph{say(Message::summary_worst, language_) + ':'});
    Table table;
    table.columns = {{say(Message::column_row, language_), Align::decimal},
                     {say(Message::column_label, language_)},
                     {say(Message::column_tariff, language_), Align::decimal},
                     {say(Message::column_cost_price, language_), Align::decimal},
                     {say(Message::column_distance, language_), Align::decimal}};
    for (const WorstRow& row : tally.worst()) {
      const auto cell = [](const analysis::Amount& amount) {
        return Number{exact_of(amount), amount.decimals};
      };
      table.rows.push_back(
          {.cells = {Count{.number = row_of(totals_, row), .of_row = true}, row.label,
                     cell(row.tariff), cell(row.cost_price), cell(row.distance)}});
    }
    document_.add(std::move(table));
  }

  const BatchTotals& totals_;
  const Format& format_;
  Language language_;
  Document document_;
};

Record record_of(const BatchTotals& totals, const Tally& tally) {
  const auto cents = [](const std::optional<Exact>& amount) {
    return amount ? Value{core::round_half_up(*amount, 2)} : Value{};
  };
  Record zones;
  for (const Zone zone : all_zones) {
    const bool none = tally.judged() == 0;
    zones.push_back(
        {key_of(zone), Record{{"rows", tally.in(zone)},
                              {"percent", none ? Value{} : cents(share_of(tally, zone))}}});
  }
  Record quartiles;
  for (unsigned i = 0; i < quartile_keys.size(); ++i) {
    const std::optional<analysis::Amount> quartile = tally.quartile(i);
    quartiles.push_back({quartile_keys.at(i), quartile ? Value{exact_of(*quartile)} : Value{}});
  }
  return {{"rows", tally.rows()},
          {"judged", tally.judged()},
          {"failed", tally.failed()},
          {"exact_rows", tally.exact()},
          {"zones", zones},
          {"distance", quartiles},
          {"shortfall_year", cents(tally.shortfall())},
          {"excess_year", cents(tally.excess())},
          {"without_volume", tally.without_volume()},
          {"worst", list_of(tally.worst(), [&](const WorstRow& row) {
             return Record{{"row", row_of(totals, row)},
                           {"label", row.label},
                           {"zone", key_of(row.zone)},
                           {"tariff", exact_of(row.tariff)},
                           {"cost_price", exact_of(row.cost_price)},
                           {"distance", exact_of(row.distance)}};
           })}};
}

}  // namespace

Document batch_document(const BatchTotals& totals, const Format& format) {
  return BatchText{totals, format}.run();
}

Record batch_record(const BatchTotals& totals) {
  Record all{{"schema", "billijk/batch-summary/1"}, {"open_last_line", totals.open_end}};
  append(all, record_of(totals, totals.summary.all));
  Value groups;
  if (!totals.group_by.empty()) {
    groups = list_of(totals.summary.groups, [&](const auto& group) {
      Record record{{"group", group.first}};
      append(record, record_of(totals, group.second));
      return record;
    });
  }
  all.push_back({"groups", std::move(groups)});
  return all;
}

}  // namespace billijk::report
