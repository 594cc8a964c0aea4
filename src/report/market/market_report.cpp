#include "report/market/market_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/calc/certainty.hpp"
#include "report/calc/grounds.hpp"
#include "report/market/market_grounds.hpp"
#include "report/words/case_title.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::EqualProviders;
using analysis::ShareOutcome;
using core::Exact;
using core::Zone;

class MarketText {
 public:
  MarketText(const Compared& compared, const Format& format)
      : compared_{compared},
        result_{compared.result},
        format_{format},
        language_{format.language()},
        decimals_{decimals_of(compared.calculation.ways().rounding.step)} {}

  Document document() {
    document_.add(Headline{headline(), result_.sinks() ? Tone::bad : Tone::neutral});
    document_.add(Paragraph{prices_sentence()});
    if (const std::string lives = lives_sentence(); !lives.empty()) document_.add(Paragraph{lives});
    if (const std::string sinks = sinks_sentence(); !sinks.empty()) document_.add(Paragraph{sinks});
    add_rails(document_, result_.warnings, language_);
    if (compared_.provisional > 0)
      document_.add(Paragraph{say(Message::market_provisional, language_,
                                  {{"count", std::to_string(compared_.provisional)}})});
    document_.add(Paragraph{parties_of(compared_.calculation, format_)});
    document_.add(bars());
    document_.add(Paragraph{say(Message::market_legend, language_)});
    add_numbers();
    add_shares();
    add_lead();
    add_market_grounds(document_, compared_, format_);
    add_warnings(document_, result_.warnings, language_);
    add_sources(document_, compared_.calculation, format_);
    return std::move(document_);
  }

 private:
  std::string euros(const Exact& amount) const { return format_.money(amount, 0); }
  std::string hourly(const Exact& amount) const { return format_.money(amount, decimals_); }
  std::string counted(int providers) const {
    return say(providers == 1 ? Message::market_one_provider : Message::market_providers, language_,
               {{"count", format_.shortest(Exact{providers})}});
  }
  std::string hours_text(const Exact& hours) const { return format_.number(hours, 0); }

  /// From the first number to the last.
  std::string headline() const {
    const EqualProviders& first = result_.rows.front();
    const EqualProviders& last = result_.rows.back();
    const auto costs = [&](Message message, const EqualProviders& row) {
      return say(message, language_,
                 {{"providers", counted(row.providers)},
                  {"total", euros(row.total)},
                  {"per_hour", format_.money(row.per_hour)}});
    };
    std::string text = costs(Message::market_costs, first);
    if (result_.rows.size() == 1) return text + '.';
    text += "; " + costs(Message::market_costs_then, last);
    if (last.difference.is_zero()) return text + say(Message::market_as_much, language_) + '.';
    std::string difference = euros(core::abs(last.difference));
    if (first.total.sign() > 0) {
      const Exact percent = core::abs(last.difference) / first.total * Exact{100};
      difference += " (" + format_.percent(percent, visible_decimals(percent, 0)) + ')';
    }
    text += say(last.difference.sign() > 0 ? Message::market_more : Message::market_less, language_,
                {{"difference", std::move(difference)}});
    return text + '.';
  }

  /// What a provider may be asked for an hour, at the first number and at the last.
  std::string prices_sentence() const {
    const auto prices = [&](const EqualProviders& row, Message message) {
      return say(message, language_,
                 {{"providers", counted(row.providers)},
                  {"cost", hourly(row.one.cost_price)},
                  {"fair", hourly(row.one.fair_tariff)}});
    };
    std::string text = prices(result_.rows.front(), Message::market_prices);
    if (result_.rows.size() > 1)
      text += "; " + prices(result_.rows.back(), Message::market_prices_then);
    return text + '.' + in_unit_text();
  }
  /// The same in the unit of the tariff; empty where that is an hour or all of them.
  std::string in_unit_text() const {
    const auto prices = [&](const EqualProviders& row, Message message) {
      return say(message, language_,
                 {{"unit", capital(label_of(compared_.tariff->unit, language_))},
                  {"providers", counted(row.providers)},
                  {"cost", hourly(row.one.in_unit->cost_price)},
                  {"fair", hourly(row.one.in_unit->fair_tariff)}});
    };
    if (!result_.rows.front().one.in_unit) return {};
    std::string text = ' ' + prices(result_.rows.front(), Message::market_prices_unit);
    if (result_.rows.size() > 1)
      text += "; " + prices(result_.rows.back(), Message::market_prices_then);
    return text + '.';
  }
  std::string tariff() const {
    return tariff_stated(*compared_.tariff, *result_.per_hour, format_);
  }
  /// From which volume on the tariff will do.
  std::string lives_sentence() const {
    if (!result_.per_hour || result_.cost_may_rise || result_.volume < Exact{1}) return {};
    if (!result_.smallest_volume)
      return say(Message::market_nobody_lives, language_, {{"tariff", tariff()}});
    if (*result_.smallest_volume == Exact{1})
      return say(Message::market_lives_any, language_, {{"tariff", tariff()}});
    const Exact percent = *result_.smallest_volume / result_.volume * Exact{100};
    return say(Message::market_lives, language_,
               {{"tariff", tariff()},
                {"hours", hours_text(*result_.smallest_volume)},
                {"most", format_.shortest(*result_.most_providers)},
                {"percent", format_.percent(percent, visible_decimals(percent, 1))}});
  }
  /// Who of the market as it is does not make ends meet, and for whom the tariff is too high.
  std::string sinks_sentence() const {
    if (!result_.per_hour || result_.shares.empty()) return {};
    std::vector<std::string> below;
    Exact together;
    std::size_t above = 0;
    for (const ShareOutcome& outcome : result_.shares) {
      if (*outcome.zone == Zone::above_ceiling) ++above;
      if (*outcome.zone >= Zone::fair) continue;
      below.push_back(share_text(outcome.share));
      together = together + outcome.share;
    }
    const bool none_lives = below.size() == result_.shares.size();
    const Message message = none_lives          ? Message::market_none_lives
                            : below.empty()     ? Message::market_all_live
                            : below.size() == 1 ? Message::market_one_sinks
                                                : Message::market_some_sink;
    std::string text = say(message, language_,
                           {{"count", format_.number(core::counted(below.size()), 0)},
                            {"all", format_.number(core::counted(result_.shares.size()), 0)},
                            {"shares", shares_text(below)},
                            {"together", share_text(together)}});
    if (above > 0)
      text += ' ' + say(above == 1 ? Message::market_one_above : Message::market_some_above,
                        language_, {{"count", format_.number(core::counted(above), 0)}});
    return text;
  }
  /// All of a few; of many the first.
  std::string shares_text(std::vector<std::string> shares) const {
    constexpr std::size_t readable = 12;
    if (shares.size() <= readable) return listed(std::move(shares), language_);
    shares.resize(readable);
    return say(Message::market_and_more, language_, {{"shares", joined(shares)}});
  }
  std::string share_text(const Exact& share) const { return format_.shortest(share) + " %"; }

  Figure bars() const {
    Bars chart;
    for (const EqualProviders& row : result_.rows) {
      chart.bars.push_back({.name = counted(row.providers),
                            .length = row.total,
                            .figures = {Money{row.per_hour}, Money{row.total, 0}}});
    }
    chart.titles = {say(Message::market_bar_hour, language_),
                    say(Message::market_bar_year, language_)};
    return {.chart = std::move(chart),
            .title = say(Message::chart_market, language_),
            .sentence = say(Message::chart_market_says, language_)};
  }

  Table table_of(std::initializer_list<Message> titles) const {
    Table table;
    for (const Message title : titles)
      table.columns.push_back({say(title, language_), Align::decimal});
    return table;
  }
  static Cell whole(const Exact& amount) { return Number{amount, 0}; }

  void add_numbers() {
    Table table = table_of({Message::market_column_number, Message::market_column_hours,
                            Message::column_cost_price, Message::column_fair,
                            Message::market_column_municipality, Message::market_column_total,
                            Message::column_difference, Message::market_column_one_more});
    for (const EqualProviders& row : result_.rows) {
      table.rows.push_back({{whole(Exact{row.providers}), whole(row.one.hours),
                             Number{row.one.cost_price, decimals_},
                             Number{row.one.fair_tariff, decimals_}, whole(row.municipality),
                             whole(row.total), whole(row.difference), whole(row.one_more)}});
    }
    document_.add(std::move(table));
    document_.add(Paragraph{say(Message::market_numbers_note, language_)});
  }

  void add_shares() {
    if (result_.shares.empty()) return;
    document_.add(Heading{say(Message::heading_market_shares, language_)});
    Table table = table_of({Message::column_share, Message::market_column_hours_year,
                            Message::column_cost_price, Message::column_fair});
    if (result_.per_hour) {
      table.columns.push_back({say(Message::market_column_distance, language_), Align::decimal});
      table.columns.push_back({say(Message::column_verdict, language_)});
    }
    for (const ShareOutcome& outcome : result_.shares) {
      Row row{{Percent{outcome.share, shown_decimals(outcome.share)}, whole(outcome.price.hours),
               Number{outcome.price.cost_price, decimals_},
               Number{outcome.price.fair_tariff, decimals_}}};
      if (outcome.zone) {
        const Exact distance = *result_.per_hour - outcome.price.cost_price;
        row.cells.emplace_back(Number{distance, visible_decimals(distance, 2), true});
        row.cells.emplace_back(
            word("summary_zone_" + std::string{key_of(*outcome.zone)}, language_));
        row.strong = *outcome.zone != Zone::fair;
      }
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    if (result_.per_hour) document_.add(Paragraph{say(Message::market_shares_note, language_)});
    document_.add(Paragraph{say(Message::market_shares_total, language_,
                                {{"own", euros(result_.shares_total->own)},
                                 {"smallest", euros(result_.shares_total->smallest)}})});
  }
  /// As many as a share is stated with.
  static int shown_decimals(const Exact& share) {
    constexpr int most = core::Decimal::max_digits;
    int decimals = 0;
    while (decimals < most && !is_written_by(share, decimals)) ++decimals;
    return decimals;
  }

  void add_lead() {
    if (!result_.lead) return;
    const analysis::LeadOutcome& lead = *result_.lead;
    document_.add(Heading{say(Message::heading_market_lead, language_)});
    document_.add(
        Paragraph{say(Message::market_lead, language_,
                      {{"fee", share_text(lead.fee)}, {"contract", euros(lead.contract)}}) +
                  ' ' + equal_sentence(lead) + short_sentence(lead)});
    Table table = table_of({Message::market_column_number, Message::column_tariff,
                            Message::market_column_keeps, Message::market_column_spends,
                            Message::market_column_total, Message::market_column_direct,
                            Message::column_difference});
    for (const analysis::LeadRow& row : lead.rows) {
      table.rows.push_back({{whole(Exact{row.providers}), Number{row.tariff, decimals_},
                             whole(row.keeps), whole(row.spends), whole(row.total),
                             whole(row.direct), Number{row.total - row.direct, 0, true}}});
    }
    document_.add(std::move(table));
    document_.add(Paragraph{say(Message::market_lead_note, language_)});
  }
  /// For which numbers the fee does not pay what the lead provider spends.
  std::string short_sentence(const analysis::LeadOutcome& lead) const {
    std::vector<std::string> numbers;
    bool more_than_one = false;
    for (const analysis::LeadRow& row : lead.rows) {
      if (row.spends <= row.keeps) continue;
      numbers.push_back(format_.shortest(Exact{row.providers}));
      more_than_one = more_than_one || row.providers > 1;
    }
    if (numbers.empty()) return {};
    if (!more_than_one) return ' ' + say(Message::market_lead_short_one, language_);
    return ' ' + say(Message::market_lead_short, language_, {{"numbers", shares_text(numbers)}});
  }
  std::string equal_sentence(const analysis::LeadOutcome& lead) const {
    if (!lead.equal_at) return say(Message::market_lead_never, language_);
    const Arguments count{{"count", format_.shortest(Exact{*lead.equal_at})}};
    const bool dearer = std::ranges::all_of(
        lead.rows, [](const analysis::LeadRow& row) { return row.total > row.direct; });
    if (dearer)
      return say(Message::market_lead_dearer, language_) +
             say(Message::market_lead_dearer_until, language_, count);
    return *lead.equal_at == 1 ? say(Message::market_lead_always, language_)
                               : say(Message::market_lead_equal, language_, count);
  }

  const Compared& compared_;
  const analysis::MarketResult& result_;
  const Format& format_;
  Language language_;
  int decimals_;
  Document document_;
};

}  // namespace

Document market_document(const Compared& compared, const Format& format) {
  return MarketText{compared, format}.document();
}

}  // namespace billijk::report
