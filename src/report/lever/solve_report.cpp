#include "report/lever/solve_report.hpp"

#include <algorithm>

#include "report/calc/pays_for_table.hpp"
#include "report/calc/unit_report.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Found;
using core::Exact;

class SolveText {
 public:
  SolveText(const Solved& solved, const Format& format)
      : solved_{solved}, format_{format}, language_{format.language()} {}

  Document table() const {
    const core::Total goal = solved_.question.goal;
    const Exact boundary = solved_.calculation[goal]->rounded;
    const Exact short_by = boundary - solved_.per_hour();
    Document document;
    const bool enough = short_by.sign() <= 0;
    document.add(Headline{
        say(enough ? Message::solve_enough : Message::solve_short, language_,
            {{"tariff", tariff()},
             {"boundary", the(goal, language_)},
             {"amount", money(boundary)},
             {"distance", format_.money(core::abs(short_by), visible_decimals(short_by, 2))}}),
        enough ? Tone::good : Tone::bad});
    document.add(
        Paragraph{say(Message::solve_alone, language_, {{"boundary", the(goal, language_)}})});
    document.add(pays_for_table(solved_.calculation, solved_.solutions, format_));
    if (const std::string steps = steps_sentence(solved_.calculation, solved_.solutions, format_);
        !steps.empty()) {
      document.add(Paragraph{steps});
    }
    if (!solved_.calculation.ways().given)
      document.add(Paragraph{say(Message::solve_margin_note, language_)});
    return document;
  }

  Document one() const {
    const analysis::Solution& solution = solved_.solutions.front();
    Document document;
    document.add(Headline{answer(solution), solution.is_in_range() ? Tone::neutral : Tone::bad});
    document.add(Paragraph{evidence(solution) +
                           unit_sentence(solved_.calculation, solved_.question.tariff, format_,
                                         say(Message::solve_in_case, language_))});
    if (const std::string wage = wage_in_sheet(solution); !wage.empty())
      document.add(Paragraph{wage});
    if (const std::string steps = steps_sentence(solved_.calculation, solved_.solutions, format_);
        !steps.empty()) {
      document.add(Paragraph{steps});
    }
    return document;
  }

 private:
  /// What a wage that stands in the place of a scale is in the cost sheet; empty where it is that.
  std::string wage_in_sheet(const analysis::Solution& solution) const {
    if (solution.key != path_of(core::Key::wage_hourly) || !solution.value || !solution.own)
      return {};
    const Exact value{*solution.value};
    const Exact paid = analysis::sheet_wage(solved_.calculation, value);
    if (paid == value) return {};
    const Exact own = analysis::sheet_wage(solved_.calculation, *solution.own);
    const auto shown = [&](const Exact& wage) {
      return quantity(core::round_half_up(wage, 2), solution.unit, format_);
    };
    return say(Message::solve_in_sheet, language_, {{"value", shown(paid)}, {"own", shown(own)}});
  }

  std::string hourly(const Exact& tariff, int decimals) const {
    return format_.money(tariff, decimals) + ' ' + say(Message::unit_hour, language_);
  }
  /// "€ 38.50 per hour", or per another unit with what that is per hour.
  std::string tariff(bool moves = false) const {
    const Exact per_hour = solved_.per_hour();
    const core::Tariff& stated = solved_.question.tariff;
    if (stated.unit == core::TariffUnit::hour) return hourly(per_hour, tariff_decimals(per_hour));
    const std::string whole =
        format_.money(Exact{stated.value}, std::max(2, stated.value.scale())) + ' ' +
        label_of(stated.unit, language_);
    return moves ? whole : whole + " (" + tariff_there(per_hour) + ')';
  }
  /// With six decimals where two do not write it: beside a boundary it must show why that holds or
  /// not.
  std::string tariff_there(const Exact& tariff) const {
    constexpr int most = 6;
    return hourly(tariff, core::is_written_by(tariff, 2) ? 2 : most);
  }
  std::string money(const Exact& boundary) const {
    return format_.money(boundary, decimals_of(solved_.calculation.ways().rounding.step));
  }

  std::string answer(const analysis::Solution& solution) const {
    const FigureNames names{solved_.calculation.subject, language_};
    Arguments arguments{{"key", capital(names.name(solution.key))},
                        {"boundary", the(solution.goal, language_)},
                        {"tariff", tariff(solution.tariff.has_value())}};
    if (solution.value)
      arguments.emplace_back("value", quantity(*solution.value, solution.unit, format_));
    switch (solution.found) {
      case Found::value:
        return say(solution.is_highest ? Message::solve_at_most : Message::solve_at_least,
                   language_, arguments);
      case Found::every:
        return say(Message::solve_every, language_, arguments);
      case Found::none:
        return say(Message::solve_none, language_, arguments);
      case Found::no_effect:
        break;
    }
    return say(solution.holds_at_own ? Message::solve_no_effect : Message::solve_no_effect_short,
               language_, arguments);
  }

  std::string evidence(const analysis::Solution& solution) const {
    std::string text;
    const auto add = [&](Message message, const Arguments& arguments) {
      text += (text.empty() ? "" : " ") + say(message, language_, arguments);
    };
    const std::string boundary = the(solution.goal, language_);
    if (solution.own) {
      add(Message::solve_own, {{"own", quantity(*solution.own, solution.unit, format_)},
                               {"boundary", boundary},
                               {"amount", money(solved_.calculation[solution.goal]->rounded)}});
    }
    if (solution.found == Found::no_effect) add(Message::solve_other_goal, {});
    if (solution.boundary) {
      add(Message::solve_at, {{"value", quantity(*solution.value, solution.unit, format_)},
                              {"boundary", boundary},
                              {"amount", money(*solution.boundary)}});
    }
    if (solution.tariff)
      add(Message::solve_tariff_there, {{"tariff", tariff_there(*solution.tariff)}});
    if (!solution.beyond) return text;
    const std::string beyond = quantity(*solution.beyond, solution.unit, format_);
    if (solution.next_boundary) {
      add(Message::solve_beyond, {{"value", beyond}, {"amount", money(*solution.next_boundary)}});
    } else {
      add(Message::solve_beyond_nothing, {{"value", beyond}});
    }
    if (solution.next_tariff)
      add(Message::solve_tariff_there, {{"tariff", tariff_there(*solution.next_tariff)}});
    return text;
  }

  const Solved& solved_;
  const Format& format_;
  Language language_;
};

}  // namespace

Exact Solved::per_hour() const {
  const core::Case& subject = calculation.subject;
  return core::per_hour(Exact{question.tariff.value}, question.tariff.unit,
                        Exact{subject.value(core::Key::norm_hours)},
                        Exact{subject.value(core::Key::volume)});
}

Document solve_document(const Solved& solved, const Format& format) {
  const SolveText text{solved, format};
  return solved.one_key ? text.one() : text.table();
}

}  // namespace billijk::report
