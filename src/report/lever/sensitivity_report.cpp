#include "report/lever/sensitivity_report.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"
#include "report/calc/pays_for_table.hpp"
#include "report/words/case_title.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Effect;
using core::Exact;

class SensitivityText {
 public:
  SensitivityText(const Sensed& sensed, const Format& format)
      : sensed_{sensed},
        sensitivity_{sensed.sensitivity},
        format_{format},
        language_{format.language()},
        names_{sensed.calculation.subject, language_},
        decimals_{decimals_of(sensed.calculation.ways().rounding.step)} {}

  Document build() {
    add_headline();
    const std::string moved = year_moved(sensed_.calculation.subject, language_);
    if (!moved.empty()) document_.add(Paragraph{moved});
    if (!sensitivity_.effects.empty()) {
      add_effects();
    } else if (!sensed_.by) {
      document_.add(Paragraph{say(Message::sens_no_ranges, language_)});
    }
    if (!sensitivity_.rates.empty()) add_rates();
    return std::move(document_);
  }

 private:
  std::string money(const Exact& value) const { return format_.money(value, decimals_); }
  Cell boundary(const std::optional<Exact>& value) const {
    return value ? Cell{Number{*value, decimals_}} : Cell{std::string{"–"}};
  }

  void add_headline() {
    const core::Total total = sensitivity_.boundary;
    Arguments arguments{{"total", label_of(total, language_)},
                        {"amount", money(sensed_.calculation[total]->rounded)}};
    if (sensitivity_.effects.empty() || sensitivity_.effects.front().spread().is_zero()) {
      document_.add(Headline{say(Message::sens_headline_none, language_, arguments)});
      return;
    }
    const Effect& most = sensitivity_.effects.front();
    const analysis::Extent extent = most.extent();
    arguments.insert(arguments.end(), {{"key", names_.name(most.key)},
                                       {"low", money(extent.least)},
                                       {"high", money(extent.most)}});
    document_.add(Headline{say(Message::sens_headline, language_, arguments)});
  }

  void add_effects() {
    const auto percent = [&] { return format_.shortest(*sensed_.by * Exact{100}); };
    document_.add(Paragraph{sensed_.by ? say(Message::sens_by, language_, {{"percent", percent()}})
                                       : say(Message::sens_ranges, language_)});
    Tornado tornado{.base = {sensitivity_.base, decimals_}, .inputs = {}};
    for (const Effect& effect : sensitivity_.effects)
      tornado.inputs.push_back({capital(names_.name(effect.key)), effect.at_low, effect.at_high});
    document_.add(Figure{.chart = std::move(tornado),
                         .title = say(Message::chart_tornado, language_),
                         .sentence = say(Message::chart_tornado_says, language_,
                                         {{"boundary", the(sensitivity_.boundary, language_)}})});
    Table table{{{say(Message::column_input, language_), Align::left},
                 {say(Message::column_low, language_), Align::decimal},
                 {say(Message::column_high, language_), Align::decimal},
                 {say(Message::column_at_low, language_), Align::decimal},
                 {say(Message::column_at_high, language_), Align::decimal}},
                {}};
    std::vector<std::string> both_ways;
    for (const Effect& effect : sensitivity_.effects) {
      if (!effect.monotonic) both_ways.push_back(effect.key);
      table.rows.push_back(
          {{names_.label(effect.key) + (effect.monotonic ? "" : " *"), figure(effect.low),
            figure(effect.high), effect.low ? boundary(effect.at_low) : Cell{},
            effect.high ? boundary(effect.at_high) : Cell{}}});
    }
    document_.add(std::move(table));
    if (both_ways.empty()) return;
    document_.add(Paragraph{say(
        Message::sens_not_monotonic, language_,
        {{"keys", names_.list(both_ways)}, {"boundary", the(sensitivity_.boundary, language_)}})});
  }
  static Cell figure(const std::optional<Exact>& value) {
    if (!value) return std::monostate{};
    return Number{*value, decimals_for(*value, core::Decimal{})};
  }

  void add_rates() {
    const bool travel = sensitivity_.rates.front().travel_minutes.has_value();
    const bool year = sensitivity_.rates.front().per_year.has_value();
    document_.add(Heading{say(Message::heading_rates, language_)});
    Table table{{{say(Message::column_one_more, language_), Align::left},
                 {say(Message::column_cents, language_), Align::decimal}},
                {}};
    if (travel)
      table.columns.push_back({say(Message::column_travel_minutes, language_), Align::decimal});
    if (year) table.columns.push_back({say(Message::column_year, language_), Align::decimal});
    for (const analysis::Rate& rate : sensitivity_.rates) {
      Row row{{rate_label(rate.key), Number{rate.per_unit * Exact{100}, 1}}};
      if (travel) row.cells.emplace_back(Number{*rate.travel_minutes, 2});
      if (year) row.cells.emplace_back(Money{*rate.per_year, 0});
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    std::string note =
        say(Message::rates_note, language_, {{"boundary", the(sensitivity_.boundary, language_)}});
    const auto sickness =
        std::ranges::find(sensitivity_.rates, path_of(core::Key::sickness), &analysis::Rate::key);
    if (travel && sickness != sensitivity_.rates.end()) {
      note = say(Message::rates_sickness, language_,
                 {{"minutes", format_.number(*sickness->travel_minutes, 2)}}) +
             ' ' + note;
    }
    document_.add(Paragraph{note});
  }
  std::string rate_label(std::string key) const {
    std::ranges::replace(key, '.', '_');
    return word("rate_" + key, language_);
  }

  const Sensed& sensed_;
  const analysis::Sensitivity& sensitivity_;
  const Format& format_;
  Language language_;
  FigureNames names_;
  int decimals_;
  Document document_;
};

}  // namespace

Document sensitivity_document(const Sensed& sensed, const Format& format) {
  return sensed.is_sweep() ? sweep_document(sensed, format)
                           : SensitivityText{sensed, format}.build();
}

}  // namespace billijk::report
