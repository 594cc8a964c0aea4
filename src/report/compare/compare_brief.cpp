#include <algorithm>
#include <array>
#include <span>

#include "report/compare/agreement.hpp"
#include "report/compare/compare_report.hpp"
#include "report/format/text.hpp"
#include "report/words/case_title.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"
#include "report/words/short_quantity.hpp"

namespace billijk::report {
namespace {

using analysis::PartyDifference;
using core::Exact;
using core::Total;

class BriefText {
 public:
  BriefText(const CompareView& view, const Format& format)
      : view_{view},
        comparison_{view.comparison},
        talks_{*view.negotiation},
        format_{format},
        language_{format.language()},
        names_{comparison_.cases, language_} {
    for (const core::Calculation* calculation : comparison_.cases) {
      decimals_ = std::max(decimals_, decimals_of(calculation->ways().rounding.step));
    }
  }

  Document run() {
    add_headline();
    add_table();
    add_zone();
    add_differences();
    add_trades();
    add_grounds();
    add_agreed();
    return std::move(document_);
  }

 private:
  const analysis::Bridge& bridge() const { return comparison_.bridges.front(); }
  std::string tell(Message message, const Arguments& arguments = {}) const {
    return say(message, language_, arguments);
  }
  std::string money(const Exact& value) const { return format_.money(value, decimals_); }
  std::string apart(const Exact& difference) const {
    return format_.money(core::abs(difference), visible_decimals(difference, decimals_));
  }
  std::span<const PartyDifference> named() const {
    return std::span{talks_.differences}.first(
        std::min(talks_.differences.size(), analysis::differences_named));
  }

  void add_headline() {
    const Total total = bridge().boundary;
    const auto of_case = [&](std::size_t i) {
      return money((*comparison_.cases.at(i))[total]->rounded);
    };
    Arguments arguments{{"boundary", word("the_" + std::string{key_of(total)}, language_)},
                        {"a", of_case(0)},
                        {"b", of_case(1)},
                        {"difference", apart(bridge().seen())}};
    const std::optional<Exact> year = in_a_year(comparison_, core::abs(bridge().seen()));
    if (year) arguments.emplace_back("year", format_.money(*year));
    if (year) arguments.emplace_back("volume", format_.shortest(*comparison_.volume));
    document_.add(
        Headline{tell(year ? Message::headline_brief_year : Message::headline_brief, arguments)});
    document_.add(Bullets{
        {tell(Message::brief_municipality, {{"title", parties_of(*comparison_.cases[0], format_)}}),
         tell(Message::brief_provider, {{"title", parties_of(*comparison_.cases[1], format_)}})}});
  }

  /// What each party pays or asks for now, and for how many hours.
  void add_table() {
    Bullets list{.items = {}, .role = "as-computed"};
    std::array<std::string, 2> tariffs;
    std::array<std::string, 2> volumes;
    for (std::size_t i = 0; i < tariffs.size(); ++i) {
      const core::Case& subject = comparison_.cases.at(i)->subject;
      tariffs.at(i) = stated_tariff(subject);
      const core::Decimal volume = subject.value(core::Key::volume);
      volumes.at(i) =
          volume.is_zero() ? tell(Message::brief_unsaid) : format_.shortest(Exact{volume});
    }
    const auto add = [&](Message message, const std::array<std::string, 2>& of) {
      const std::string unsaid = tell(Message::brief_unsaid);
      if (of[0] != unsaid || of[1] != unsaid)
        list.items.push_back(tell(message, {{"a", of[0]}, {"b", of[1]}}));
    };
    add(Message::brief_tariffs, tariffs);
    add(Message::brief_volumes, volumes);
    if (!list.items.empty()) document_.add(std::move(list));
  }
  std::string stated_tariff(const core::Case& subject) const {
    if (!subject.number(core::Key::tariff)) return tell(Message::brief_unsaid);
    const core::Decimal tariff = subject.value(core::Key::tariff);
    return format_.money(Exact{tariff}, std::max(2, tariff.scale())) + ' ' +
           label_of(subject.choices.chosen<core::TariffUnit>(), language_);
  }

  void add_zone() {
    const Arguments arguments{{"from", money(talks_.from)},
                              {"to", money(talks_.to)},
                              {"width", money(core::abs(talks_.to - talks_.from))}};
    document_.add(Paragraph{
        .text = tell(talks_.has_zone() ? Message::brief_zone : Message::brief_no_zone, arguments),
        .role = "as-computed"});
    document_.add(agreement(comparison_, names_of_parties(language_), format_));
  }

  void add_differences() {
    document_.add(Heading{
        tell(Message::heading_brief_differences, {{"count", std::to_string(named().size())}})});
    if (named().empty()) return document_.add(Paragraph{tell(Message::bridge_none)});
    Table table{{{tell(Message::column_input)},
                 {tell(Message::column_municipality)},
                 {tell(Message::column_provider)},
                 {tell(Message::column_amount), Align::decimal}},
                {}};
    if (comparison_.volume) table.columns.push_back({tell(Message::column_year), Align::decimal});
    Exact rest = bridge().rounded;
    for (std::size_t i = 0; i < named().size(); ++i) {
      const PartyDifference& difference = named()[i];
      Row row{{std::to_string(i + 1) + ". " + names_.name(difference.effect->key),
               value_text(difference, 0, Units::left_out),
               value_text(difference, 1, Units::left_out), amount(difference.effect->seen())}};
      if (comparison_.volume) row.cells.push_back(in_year(difference.effect->seen()));
      table.rows.push_back(std::move(row));
      rest = rest - difference.effect->rounded;
    }
    const std::size_t others = talks_.differences.size() - named().size();
    if (others > 0) {
      if (rest.is_zero()) {
        for (const PartyDifference& other : std::span{talks_.differences}.last(others))
          rest = rest + other.effect->value;
      }
      Row row{{tell(Message::brief_others, {{"count", std::to_string(others)}}), std::monostate{},
               std::monostate{}, amount(rest)}};
      if (comparison_.volume) row.cells.push_back(in_year(rest));
      table.rows.push_back(std::move(row));
    }
    Row total{
        {tell(Message::brief_total), std::monostate{}, std::monostate{}, amount(bridge().seen())},
        0,
        true};
    if (comparison_.volume) total.cells.push_back(in_year(bridge().seen()));
    table.rows.push_back(std::move(total));
    document_.add(std::move(table));
  }
  Cell amount(const Exact& value) const {
    return Number{.value = value, .decimals = decimals_, .with_sign = true};
  }
  Cell in_year(const Exact& per_hour) const {
    return Number{.value = *in_a_year(comparison_, per_hour), .decimals = 2, .with_sign = true};
  }
  enum class Units { shown, left_out };
  /// The figures a party has; of more than fit how many.
  std::string value_text(const PartyDifference& difference, std::size_t party,
                         Units units = Units::shown) const {
    constexpr int widest = 14;
    std::string text;
    std::size_t count = 0;
    for (const analysis::ComparedInput* input : difference.inputs) {
      const std::optional<analysis::ComparedValue>& value = input->values[party];
      if (!value) continue;
      ++count;
      text += (text.empty() ? "" : " / ") +
              (!value->number          ? chosen_text(input->key, value->text, language_)
               : input->is_year()      ? value->number->text()
               : units == Units::shown ? short_quantity(*value->number, input->unit, format_)
                                       : format_.shortest(Exact{*value->number}));
    }
    if (count == 0) return "–";
    return width_of(text) <= widest || count == 1
               ? text
               : tell(Message::brief_several, {{"count", std::to_string(count)}});
  }

  void add_trades() {
    document_.add(Heading{tell(Message::heading_brief_trades)});
    Bullets list;
    for (const analysis::FoundedFigure& founded : talks_.founded)
      list.items.push_back(founded_text(founded));
    for (const analysis::Trade& trade : talks_.trades) list.items.push_back(trade_text(trade));
    for (const PartyDifference* difference : talks_.other_way) {
      list.items.push_back(
          tell(Message::brief_other_way, {{"key", capital(names_.name(difference->effect->key))},
                                          {"worth", apart(difference->effect->seen())}}));
    }
    if (list.items.empty()) list.items.push_back(tell(Message::brief_no_trade));
    document_.add(std::move(list));
  }
  std::string founded_text(const analysis::FoundedFigure& founded) const {
    const PartyDifference& difference = *founded.difference;
    // What taking it over does to the price of the other party.
    const Exact& effect = difference.effect->seen();
    const Exact worth = founded.party == 1 ? effect : -effect;
    const Message other = founded.party == 1 ? Message::the_municipality : Message::the_provider;
    return tell(founded.measured ? Message::brief_measured : Message::brief_sourced,
                {{"key", capital(names_.name(difference.effect->key))},
                 {"other", tell(other)},
                 {"value", value_text(difference, founded.party)},
                 {"worth", (worth.sign() < 0 ? "-" : "+") + apart(worth)}});
  }
  std::string trade_text(const analysis::Trade& trade) const {
    const PartyDifference& first = *trade.first_gives;
    const PartyDifference& second = *trade.second_gives;
    std::string text = tell(Message::brief_trade, {{"first", names_.name(first.effect->key)},
                                                   {"first_value", value_text(first, 1)},
                                                   {"first_worth", apart(first.effect->seen())},
                                                   {"second", names_.name(second.effect->key)},
                                                   {"second_value", value_text(second, 0)},
                                                   {"second_worth", apart(second.effect->seen())}});
    if (trade.even && !trade.balance.is_zero()) {
      text += ' ' +
              tell(Message::brief_even,
                   {{"key", names_.name(second.effect->key)},
                    {"value", short_quantity(*trade.even, second.inputs.front()->unit, format_)}});
    }
    return text;
  }

  void add_grounds() {
    document_.add(Heading{tell(Message::heading_brief_grounds)});
    Bullets list;
    for (const PartyDifference& difference : named()) {
      for (const analysis::ComparedInput* input : difference.inputs) {
        if (list.items.size() >= most_grounds) break;
        list.items.push_back(capital(names_.name(input->key)) + ": " +
                             tell(Message::brief_ground, {{"a", ground(input->values[0])},
                                                          {"b", ground(input->values[1])}}));
      }
    }
    const auto count = [&](std::size_t i) {
      return std::to_string(assumptions_of(*comparison_.cases.at(i)).size());
    };
    list.items.push_back(tell(Message::brief_assumed, {{"a", count(0)}, {"b", count(1)}}));
    document_.add(std::move(list));
  }
  std::string ground(const std::optional<analysis::ComparedValue>& value) const {
    return value ? ground_text(view_, *value, language_) : tell(Message::brief_absent);
  }

  void add_agreed() {
    std::vector<std::string> keys;
    keys.reserve(talks_.agreed.size());
    for (const analysis::ComparedInput* input : talks_.agreed)
      keys.push_back(names_.name(input->key));
    document_.add(
        Heading{tell(Message::heading_brief_agreed, {{"count", std::to_string(keys.size())}})});
    document_.add(
        Paragraph{keys.empty() ? tell(Message::brief_nothing_agreed) : joined(keys) + '.'});
  }

  /// A page holds no more.
  static constexpr std::size_t most_grounds = 8;

  const CompareView& view_;
  const analysis::Comparison& comparison_;
  const analysis::Negotiation& talks_;
  const Format& format_;
  Language language_;
  FigureNames names_;
  int decimals_ = 2;
  Document document_;
};

}  // namespace

Document brief_document(const CompareView& view, const Format& format) {
  return BriefText{view, format}.run();
}

}  // namespace billijk::report
