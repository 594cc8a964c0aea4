#include "report/calc/check_brief.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "report/calc/calc_report.hpp"
#include "report/calc/certainty.hpp"
#include "report/calc/check_many.hpp"
#include "report/calc/grounds.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/calc/ruler.hpp"
#include "report/calc/unit_report.hpp"
#include "report/format/text.hpp"
#include "report/words/case_title.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Element;
using core::Exact;
using core::Total;
using core::Zone;

constexpr std::array of_the_law{Element::a, Element::b, Element::c,
                                Element::d, Element::e, Element::f};

/// A text of more than a few lines ends in an ellipsis.
void shorten_text(Block& block) {
  constexpr int longest = 300;
  if (auto* const paragraph = std::get_if<Paragraph>(&block))
    paragraph->text = shortened(paragraph->text, longest);
  if (auto* const bullets = std::get_if<Bullets>(&block)) {
    for (std::string& item : bullets->items) item = shortened(item, longest);
  }
}

class BriefPage {
 public:
  /// `left_out` of what stands elsewhere too: the figures that weigh most, the ruler, all but the
  /// first figures that are open.
  BriefPage(const Briefing& briefing, const Format& format, int left_out)
      : left_out_{left_out},
        calculation_{briefing.calculation},
        verdict_{briefing.verdict},
        effects_{briefing.effects},
        together_{briefing.together},
        format_{format},
        language_{format.language()},
        names_{briefing.calculation.subject, language_},
        decimals_{decimals_of(briefing.calculation.ways().rounding.step)},
        to_fill_{to_fill(briefing.calculation, briefing.effects)} {}

  Document run() {
    document_.add(Headline{fact_of(calculation_, verdict_, language_),
                           is_fair_after_fee(verdict_) ? Tone::good : Tone::bad});
    document_.add(Paragraph{in_figures()});
    if (verdict_.subcontractor)
      document_.add(
          Paragraph{subcontractor_sentence(calculation_, *verdict_.subcontractor, format_)});
    add_for_whom();
    add_rails(document_, calculation_.warnings, language_);
    add_rails(document_, verdict_.warnings, language_);
    add_certainty();
    if (left_out_ < 2) document_.add(ruler(calculation_, verdict_.judgement, format_));
    if (!calculation_.ways().given) add_elements();
    add_what_now();
    add_open_figures();
    add_sources();
    return std::move(document_);
  }

 private:
  /// Whom it is about, and until when it holds: as long as the figures reach.
  void add_for_whom() {
    std::string text = parties_of(calculation_, format_) + ' ' + tell(Message::without_vat);
    const core::Period& period = calculation_.subject.period;
    core::Date last = period.to;
    for (const core::Outrun& outrun : calculation_.resolution.outruns)
      last = std::min(last, end_of(outrun));
    if (period.from <= last)
      text += ' ' + tell(Message::brief_valid, {{"day", format_.date(last)}});
    document_.add(Paragraph{std::move(text)});
  }
  Zone zone() const { return verdict_.judgement.zone; }
  bool is_low() const {
    return zone() == Zone::below_wage_floor || zone() == Zone::below_cost_price;
  }
  /// Whether the tariff lies below the cost price within all ranges there are.
  bool is_certain() const {
    return calculation_.has_ranges() && verdict_.is_certainly(core::Side::below, Total::cost_price);
  }
  std::string tell(Message message, const Arguments& arguments = {}) const {
    return say(message, language_, arguments);
  }
  std::string money(const Exact& value) const { return format_.money(value, decimals_); }
  std::string money(Total total) const { return money(calculation_[total]->rounded); }
  std::string at(Total total, core::End end) const {
    const core::Boundary& boundary = *calculation_[total];
    return money(round(end == core::End::low ? *boundary.low : *boundary.high,
                       calculation_.ways().rounding));
  }
  void heading(Message message, const Arguments& arguments = {}) {
    document_.add(Heading{tell(message, arguments), true});
  }

  /// What an hour costs, what is paid, and what that is in a year.
  std::string in_figures() const {
    const Total total = zone() == Zone::above_ceiling ? Total::ceiling : Total::cost_price;
    const core::Distance& distance = *verdict_.judgement.distances[index_of(total)];
    const Exact apart = core::abs(distance.per_hour);
    std::string text =
        tell(verdict_.provisional.empty() ? Message::brief_cost : Message::brief_cost_provisional,
             {{"cost", money(Total::cost_price)},
              {"law", calculation_.ways().given ? std::string{} : tell(Message::brief_law)}}) +
        ' ';
    text += tell(is_low()                        ? Message::brief_loses
                 : zone() == Zone::above_ceiling ? Message::brief_over
                 : apart.is_zero()               ? Message::brief_equal
                                                 : Message::brief_leaves,
                 {{"tariff", tariff_stated(verdict_.tariff, verdict_.judgement.per_hour, format_)},
                  {"ceiling", money(Total::ceiling)},
                  {"distance", format_.money(apart, visible_decimals(apart, 2))}});
    if (distance.per_year) {
      text += ' ';
      text += tell(
          Message::brief_in_a_year,
          {{"year", format_.money(core::abs(*distance.per_year), 0)},
           {"volume", format_.shortest(Exact{calculation_.subject.value(core::Key::volume)})}});
    }
    return text + unit_sentence(calculation_, verdict_.tariff, format_);
  }

  bool is_spread(Total total) const {
    return at(total, core::End::low) != at(total, core::End::high);
  }
  void add_certainty() {
    heading(Message::heading_brief_sure);
    std::string text = certainty_of_ranges(calculation_, verdict_, together_, format_);
    const bool said = together_ && !verdict_.certain && verdict_.could_change.empty();
    if (calculation_.has_ranges() && !said && is_spread(Total::cost_price)) {
      text +=
          ' ' + tell(Message::brief_between, {{"low", at(Total::cost_price, core::End::low)},
                                              {"high", at(Total::cost_price, core::End::high)}});
    }
    if (const std::string floor = floor_too(); !floor.empty()) text += ' ' + floor;
    if (const auto open = without_range(calculation_, verdict_, language_); !open.empty())
      text += ' ' + tell(Message::brief_without_range, {{"count", std::to_string(open.size())}});
    document_.add(Paragraph{std::move(text)});
    if (!said && left_out_ < 1) add_effects();
  }
  /// That at its worst the tariff is below the wage floor too.
  std::string floor_too() const {
    const std::optional<core::BoundarySide>& side = verdict_[Total::wage_floor];
    const bool open = zone() == Zone::below_cost_price && side && !side->certain &&
                      !verdict_.is_certainly(core::Side::below, Total::cost_price);
    return open ? tell(Message::brief_floor_too, {{"high", at(Total::wage_floor, core::End::high)}})
                : std::string{};
  }
  /// The figures that weigh most.
  void add_effects() {
    constexpr std::size_t wanted = 3;
    Table table{{{tell(Message::brief_weighs_most), Align::left},
                 {tell(Message::column_low), Align::decimal},
                 {tell(Message::column_high), Align::decimal},
                 {tell(Message::column_cost_price_from), Align::decimal},
                 {tell(Message::column_cost_price_to), Align::decimal}},
                {}};
    for (const analysis::Effect& effect : effects_) {
      if (table.rows.size() == wanted || effect.spread().is_zero()) break;
      const auto figure = [](const std::optional<Exact>& value) {
        return value ? Cell{Number{*value, decimals_for(*value, core::Decimal{})}} : Cell{};
      };
      table.rows.push_back(
          {{names_.label(effect.key), figure(effect.low), figure(effect.high),
            Number{effect.extent().least, decimals_}, Number{effect.extent().most, decimals_}}});
    }
    if (!table.rows.empty()) document_.add(std::move(table));
  }

  /// The cost price by the elements of the law, in euros per hour, shares and euros a year.
  void add_elements() {
    const bool year =
        verdict_.judgement.distances[index_of(Total::cost_price)]->per_year.has_value();
    Table table{{{tell(Message::brief_elements), Align::left},
                 {tell(Message::column_amount), Align::decimal},
                 {tell(Message::column_share), Align::decimal}},
                {}};
    if (year) table.columns.push_back({tell(Message::column_year), Align::decimal});
    const Exact& cost = calculation_[Total::cost_price]->rounded;
    const auto add = [&](const std::string& label, const Exact& amount, bool strong) {
      Row row{{label, Number{amount, decimals_}}, 0, strong};
      row.cells.push_back(cost.is_zero() ? Cell{} : Cell{Percent{amount / cost * Exact{100}, 0}});
      if (year)
        row.cells.emplace_back(
            Number{amount * Exact{calculation_.subject.value(core::Key::volume)}, 0});
      table.rows.push_back(std::move(row));
    };
    for (const Element element : of_the_law) {
      Exact sum;
      for (const core::SheetLine& line : calculation_.lines) {
        if (line.element == element) sum = sum + line.rounded;
      }
      add(std::string{letter_of(element)} + "  " + label_of(element, language_), sum, false);
    }
    for (const Total total :
         {Total::cost_price, Total::wage_floor, Total::fair_tariff, Total::ceiling})
      add(tell(*message_named("brief_" + std::string{key_of(total)})), calculation_[total]->rounded,
          total == Total::cost_price);
    const core::YearHours<Exact>& hours = calculation_.sheet.first.hours;
    const Exact share = (hours.billable / hours.contract).number() * Exact{100};
    table.rows.push_back(
        {{tell(Message::brief_hours, {{"paid", format_.shortest(hours.contract.number())},
                                      {"billable", format_.number(hours.billable.number(), 0)}})}});
    table.rows.back().cells.resize(2);
    table.rows.back().cells.emplace_back(Percent{share, 0});
    document_.add(std::move(table));
  }

  void add_what_now() {
    heading(Message::heading_brief_now);
    const Arguments arguments{{"cost", money(Total::cost_price)},
                              {"ceiling", money(Total::ceiling)}};
    std::string text = tell(is_low()                        ? Message::brief_now_low
                            : zone() == Zone::above_ceiling ? Message::brief_now_high
                                                            : Message::brief_now_fair,
                            arguments);
    const bool open = !verdict_.provisional.empty();
    text += ' ' + tell(is_low() ? (!open          ? Message::brief_offer
                                   : is_certain() ? Message::brief_offer_then_ask
                                                  : Message::brief_ask_then_offer)
                       : open   ? Message::brief_ask
                                : Message::brief_settled);
    document_.add(Paragraph{std::move(text)});
  }

  /// Who has the figure a case is still open about.
  static Message who_has(std::string_view key) {
    if (key.starts_with("obligations.") || key.starts_with("contract."))
      return Message::who_municipality;
    if (key.starts_with("supplements.") || key == path_of(core::Key::leave) ||
        key == path_of(core::Key::contract_hours))
      return Message::who_agreement;
    return Message::who_provider;
  }
  /// Whether all that stands elsewhere is left out already.
  bool is_full() const { return left_out_ >= 3; }
  /// All of them, or the first and how many follow.
  std::string as_many_as_fit(std::vector<std::string> figures) const {
    constexpr std::size_t first = 4;
    if (!is_full() || figures.size() <= first) return with_semicolons(figures);
    const std::size_t more = figures.size() - first;
    figures.resize(first);
    return with_semicolons(figures) + tell(Message::and_more, {{"count", std::to_string(more)}});
  }
  void add_open_figures() {
    std::map<Message, std::vector<std::string>> by_party;
    std::size_t count = 0;
    const auto add = [&](Message who, std::string figure) {
      std::vector<std::string>& figures = by_party[who];
      if (std::ranges::find(figures, figure) != figures.end()) return;
      figures.push_back(std::move(figure));
      ++count;
    };
    const auto add_input = [&](const core::UsedInput& input) {
      if (is_of_preset(input))
        return add(Message::who_preset, ground_of(calculation_, input, names_, language_));
      add(who_has(input.key), valued_name(input, names_, format_));
    };
    for (const ToFill& one : to_fill_) add_input(*one.input);
    for (const std::size_t place : verdict_.provisional) {
      const core::UsedInput& input = calculation_.inputs.at(place);
      if (input.grade == core::Grade::unconfirmed) add_input(input);
    }
    if (count == 0) return;
    heading(Message::heading_brief_open, {{"count", std::to_string(count)}});
    Bullets bullets;
    for (auto& [who, figures] : by_party) {
      bullets.items.push_back(tell(who, {{"figures", as_many_as_fit(std::move(figures))}}));
    }
    document_.add(std::move(bullets));
  }

  void add_sources() {
    heading(Message::heading_brief_sources);
    std::string text;
    const auto add = [&](const std::string& one) {
      text.append(text.empty() ? "" : " ").append(one);
    };
    if (const std::string wage = wage_source(calculation_, format_); !wage.empty()) add(wage);
    for (const std::string& sources : short_sources(calculation_, format_))
      add(capital(sources) + '.');
    if (std::vector<std::string> figures = assumed_figures(calculation_, names_, format_);
        !figures.empty())
      add(tell(Message::brief_assumed_figures, {{"figures", as_many_as_fit(std::move(figures))}}));
    std::vector<core::Outrun> ended;
    for (const core::Outrun& outrun : calculation_.resolution.outruns) {
      if (outrun.last_year) {
        ended.push_back(outrun);
      } else {
        const std::string kind{word_of(outrun.preset->kind)};
        add(tell(Message::brief_unconfirmed_then, {{"day", format_.date(*outrun.confirmed_until)},
                                                   {"kind", word("outrun_" + kind, language_)}}));
      }
    }
    for (const std::string& one : outrun_texts(ended, calculation_.subject.period, format_))
      add(one);
    if (text.empty()) add(capital(tell(Message::no_source_text)) + '.');
    document_.add(Paragraph{std::move(text)});
  }
  /// The last day its figures reach to.
  static core::Date end_of(const core::Outrun& outrun) {
    if (outrun.confirmed_until) return *outrun.confirmed_until;
    return core::Date{std::chrono::year{*outrun.last_year} / 12 / 31};
  }

  int left_out_;
  const core::Calculation& calculation_;
  const core::Verdict& verdict_;
  const std::vector<analysis::Effect>& effects_;
  const std::optional<analysis::Together>& together_;
  const Format& format_;
  Language language_;
  FigureNames names_;
  int decimals_;
  std::vector<ToFill> to_fill_;
  Document document_;
};

}  // namespace

Document check_brief_document(const Briefing& briefing, const Format& format) {
  constexpr std::ptrdiff_t most_lines = 60;
  constexpr int most_left_out = 3;
  const auto is_page = [&](const Document& document) {
    return std::ranges::count(render_text(document, format, {}), '\n') <= most_lines;
  };
  for (int left_out = 0;; ++left_out) {
    Document document = BriefPage{briefing, format, left_out}.run();
    if (is_page(document)) return document;
    if (left_out < most_left_out) continue;
    // Names of the case as long as lines are cut, whatever stands behind them.
    for (Block& block : document.blocks) shorten_text(block);
    return document;
  }
}

}  // namespace billijk::report
