#include "report/compare/compare_report.hpp"

#include <algorithm>

#include "core/number/rounding.hpp"
#include "core/unit_prices.hpp"
#include "report/compare/agreement.hpp"
#include "report/words/case_title.hpp"
#include "report/words/key_words.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Bridge;
using analysis::ComparedInput;
using core::Exact;
using core::Total;

class CompareText {
 public:
  CompareText(const CompareView& view, const Format& format)
      : view_{view},
        comparison_{view.comparison},
        format_{format},
        language_{format.language()},
        names_{comparison_.cases, language_} {
    for (const core::Calculation* calculation : comparison_.cases) {
      decimals_ = std::max(decimals_, decimals_of(calculation->ways().rounding.step));
    }
  }

  Document run() {
    add_headline();
    Bullets names;
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) {
      names.items.push_back(analysis::letter_of_case(i) + ": " +
                            parties_of(*comparison_.cases[i], format_));
    }
    document_.add(std::move(names));
    by_columns([&](std::size_t first, std::size_t last) { add_boundaries(first, last); });
    document_.add(agreement(comparison_, names_of_cases(comparison_, language_), format_));
    for (std::size_t i = 0; i < comparison_.bridges.size(); ++i) add_bridge(i + 1);
    add_inputs();
    document_.add(Heading{tell(Message::heading_compare_lines)});
    by_columns([&](std::size_t first, std::size_t last) { add_lines(first, last); });
    add_assumptions();
    return std::move(document_);
  }

 private:
  Total boundary() const { return comparison_.bridges.front().boundary; }
  const core::Boundary& of_case(std::size_t i) const {
    return *(*comparison_.cases[i])[boundary()];
  }
  std::string tell(Message message, const Arguments& arguments = {}) const {
    return say(message, language_, arguments);
  }
  std::string money(const Exact& value) const { return format_.money(value, decimals_); }
  std::string apart(const Exact& difference) const {
    return format_.money(core::abs(difference), visible_decimals(difference, decimals_));
  }
  /// The second less the first: of what is shown, unless that is nothing.
  static Exact difference_of(const core::Boundary& a, const core::Boundary& b) {
    return a.rounded == b.rounded ? b.value - a.value : b.rounded - a.rounded;
  }
  Cell signed_number(const Exact& value, int decimals) const {
    return Number{.value = value, .decimals = decimals, .with_sign = true};
  }

  void add_headline() {
    std::string text;
    for (std::size_t i = 0; i < comparison_.bridges.size(); ++i) {
      const Exact& difference = comparison_.bridges[i].seen();
      const Message message = difference.sign() > 0   ? Message::headline_compare_higher
                              : difference.sign() < 0 ? Message::headline_compare_lower
                                                      : Message::headline_compare_equal;
      text += (i == 0 ? "" : " ") + tell(message, {{"boundary", label_of(boundary(), language_)},
                                                   {"a", money(of_case(0).rounded)},
                                                   {"b", money(of_case(i + 1).rounded)},
                                                   {"name", analysis::letter_of_case(i + 1)},
                                                   {"difference", apart(difference)}});
    }
    document_.add(Headline{text});
  }

  /// As many cases side by side as a page is wide.
  template <class Add>
  void by_columns(const Add& add) {
    constexpr std::size_t widest = 5;
    for (std::size_t first = 0; first < comparison_.cases.size(); first += widest) {
      add(first, std::min(first + widest, comparison_.cases.size()));
    }
  }
  std::vector<Column> columns(const std::string& title, std::size_t first, std::size_t last,
                              Align align) const {
    std::vector<Column> result{{title}};
    for (std::size_t i = first; i < last; ++i)
      result.push_back({analysis::letter_of_case(i), align});
    return result;
  }
  bool is_pair() const { return comparison_.cases.size() == 2; }

  void add_boundaries(std::size_t first, std::size_t last) {
    Table table{
        columns(tell(Message::column_boundary), first, last, Align::decimal), {}, "boundaries"};
    if (is_pair()) table.columns.push_back({tell(Message::column_difference), Align::decimal});
    for (const Total total : core::all_totals) {
      Row row{{label_of(total, language_)}, 0, total == boundary(), std::string{key_of(total)}};
      for (std::size_t i = first; i < last; ++i) {
        const std::optional<core::Boundary>& found = (*comparison_.cases[i])[total];
        row.cells.push_back(found ? Cell{Number{found->rounded, decimals_}} : Cell{});
      }
      if (is_pair() && (*comparison_.cases[0])[total] && (*comparison_.cases[1])[total]) {
        row.cells.push_back(signed_number(
            difference_of(*(*comparison_.cases[0])[total], *(*comparison_.cases[1])[total]),
            decimals_));
      }
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
    add_in_unit(first, last);
  }
  /// The same in the unit of their tariffs, where all are in one that is not an hour.
  void add_in_unit(std::size_t first, std::size_t last) {
    const auto unit_of = [](const core::Calculation& one) {
      return one.subject.choices.chosen<core::TariffUnit>();
    };
    const core::TariffUnit unit = unit_of(*comparison_.cases.front());
    const bool all_in_it = std::ranges::all_of(comparison_.cases, [&](const auto& one) {
      return one->subject.number(core::Key::tariff) && unit_of(*one) == unit &&
             !divisor_lacking(one->subject, unit);
    });
    if (unit == core::TariffUnit::hour || !all_in_it) return;
    Table table{columns(tell(Message::compare_in_unit, {{"unit", label_of(unit, language_)}}),
                        first, last, Align::decimal),
                {}};
    for (const Total total : core::all_totals)
      table.rows.push_back({{label_of(total, language_)}, 0, total == boundary()});
    for (std::size_t i = first; i < last; ++i) {
      const core::UnitPrices prices = unit_prices(*comparison_.cases[i], unit, std::nullopt);
      for (const Total total : core::all_totals) {
        const std::optional<Exact>& found = prices.mix.totals[total];
        table.rows[index_of(total)].cells.push_back(found ? Cell{Number{*found, decimals_}}
                                                          : Cell{});
      }
    }
    document_.add(std::move(table));
  }

  void add_bridge(std::size_t to) {
    const Bridge& bridge = comparison_.bridges[to - 1];
    const std::string letter = analysis::letter_of_case(to);
    document_.add(
        Heading{tell(Message::heading_bridge,
                     {{"from", "A"},
                      {"to", letter},
                      {"boundary", word("the_" + std::string{key_of(boundary())}, language_)}})});
    if (bridge.effects.empty()) {
      document_.add(Paragraph{tell(Message::bridge_none)});
      return;
    }
    Table table{{{tell(Message::column_input)}, {tell(Message::column_amount), Align::decimal}},
                {}};
    if (comparison_.volume) table.columns.push_back({tell(Message::column_year), Align::decimal});
    if (bridge.sampled_orders) table.columns.push_back({"±", Align::decimal});
    const auto end = [&](const std::string& name, const Exact& value) {
      table.rows.push_back({{name, Number{value, decimals_}}, 0, true});
    };
    end(tell(Message::bridge_end, {{"boundary", label_of(boundary(), language_)}, {"name", "A"}}),
        of_case(0).rounded);
    for (const analysis::BridgeEffect* effect : by_size(bridge)) {
      Row row{{capital(names_.name(effect->key)), signed_number(effect->seen(), decimals_)}, 1};
      if (comparison_.volume)
        row.cells.push_back(signed_number(*in_a_year(comparison_, effect->seen()), 2));
      if (effect->standard_error)
        row.cells.emplace_back(Number{*effect->standard_error, decimals_ + 2});
      table.rows.push_back(std::move(row));
    }
    end(tell(Message::bridge_end,
             {{"boundary", label_of(boundary(), language_)}, {"name", letter}}),
        of_case(to).rounded);
    document_.add(std::move(table));
    document_.add(Paragraph{bridge_note(bridge)});
  }
  static std::vector<const analysis::BridgeEffect*> by_size(const Bridge& bridge) {
    std::vector<const analysis::BridgeEffect*> effects;
    effects.reserve(bridge.effects.size());
    for (const analysis::BridgeEffect& effect : bridge.effects) effects.push_back(&effect);
    std::ranges::stable_sort(
        effects, [](const auto* a, const auto* b) { return abs(b->value) < abs(a->value); });
    return effects;
  }
  std::string bridge_note(const Bridge& bridge) const {
    std::string text =
        bridge.sampled_orders
            ? tell(Message::bridge_sampled,
                   {{"orders",
                     format_.number(Exact{core::Decimal::of(
                                        static_cast<core::Int128>(*bridge.sampled_orders), 0)},
                                    0)}})
            : tell(Message::bridge_exact);
    if (comparison_.volume)
      text +=
          ' ' + tell(Message::bridge_volume, {{"volume", format_.shortest(*comparison_.volume)}});
    return text;
  }

  void add_inputs() {
    const std::vector<const ComparedInput*> differing = differing_inputs(comparison_);
    document_.add(Heading{tell(Message::heading_compare_inputs)});
    if (differing.empty()) {
      document_.add(Paragraph{tell(Message::bridge_none)});
      return;
    }
    by_columns([&](std::size_t first, std::size_t last) { add_numbers(differing, first, last); });
    Bullets words;
    for (const ComparedInput* input : differing) {
      if (!is_number(*input))
        words.items.push_back(capital(names_.name(input->key)) + ": " +
                              per_case(*input, [&](const analysis::ComparedValue& value) {
                                return chosen_text(input->key, value.text, language_);
                              }));
    }
    if (!words.items.empty()) document_.add(std::move(words));
    document_.add(Heading{tell(Message::heading_compare_grounds)});
    Bullets grounds;
    for (const ComparedInput* input : differing) {
      const bool graded = std::ranges::any_of(input->values, [](const auto& value) {
        return value && value->stated != nullptr && value->stated->grade;
      });
      if (graded)
        grounds.items.push_back(capital(names_.name(input->key)) + ": " +
                                per_case(*input, [&](const analysis::ComparedValue& value) {
                                  return ground_text(view_, value, language_);
                                }));
    }
    document_.add(std::move(grounds));
  }
  static bool is_number(const ComparedInput& input) {
    return std::ranges::all_of(input.values,
                               [](const auto& value) { return !value || value->number; });
  }
  template <class Text>
  std::string per_case(const ComparedInput& input, const Text& text) const {
    std::string result;
    for (std::size_t i = 0; i < input.values.size(); ++i) {
      if (!input.values[i]) continue;
      result += (result.empty() ? "" : ". ") + analysis::letter_of_case(i) + ": " +
                text(*input.values[i]);
    }
    return result + '.';
  }
  void add_numbers(const std::vector<const ComparedInput*>& differing, std::size_t first,
                   std::size_t last) {
    Table table{columns(tell(Message::column_input), first, last, Align::decimal), {}};
    for (const ComparedInput* input : differing) {
      if (!is_number(*input)) continue;
      int decimals = 0;
      for (const auto& value : input->values)
        decimals = std::max(decimals, value ? value->number->scale() : 0);
      Row row{{names_.label(input->key)}};
      for (std::size_t i = first; i < last; ++i) {
        const auto& value = input->values[i];
        const auto cell = [&] {
          return input->is_year() ? Cell{value->number->text()}
                                  : Cell{Number{Exact{*value->number}, decimals}};
        };
        row.cells.push_back(value ? cell() : Cell{"–"});
      }
      table.rows.push_back(std::move(row));
    }
    if (!table.rows.empty()) document_.add(std::move(table));
  }

  void add_lines(std::size_t first, std::size_t last) {
    Table table{columns(tell(Message::column_compare_line), first, last, Align::decimal), {}};
    if (is_pair()) table.columns.push_back({tell(Message::column_difference), Align::decimal});
    for (const analysis::ComparedLine& line : comparison_.lines) {
      Row row{{label_of(*line.line, language_)}};
      for (std::size_t i = first; i < last; ++i) {
        row.cells.push_back(line.rounded[i] ? Cell{Number{*line.rounded[i], decimals_}}
                                            : Cell{"–"});
      }
      if (is_pair()) {
        const auto less = [](const std::vector<std::optional<Exact>>& figures) {
          return figures[1].value_or(Exact{}) - figures[0].value_or(Exact{});
        };
        Exact difference = less(line.rounded);
        if (difference.is_zero()) difference = less(line.values);
        row.cells.push_back(difference.is_zero() ? Cell{} : signed_number(difference, decimals_));
      }
      table.rows.push_back(std::move(row));
    }
    document_.add(std::move(table));
  }

  void add_assumptions() {
    Bullets list;
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) {
      const std::vector<std::string> keys = assumptions_of(*comparison_.cases[i]);
      if (!keys.empty())
        list.items.push_back(tell(Message::assumptions, {{"name", analysis::letter_of_case(i)},
                                                         {"count", std::to_string(keys.size())},
                                                         {"keys", names_.list(keys)}}));
    }
    if (list.items.empty()) return;
    document_.add(Heading{tell(Message::heading_assumptions)});
    document_.add(std::move(list));
  }

  const CompareView& view_;
  const analysis::Comparison& comparison_;
  const Format& format_;
  Language language_;
  FigureNames names_;
  int decimals_ = 2;
  Document document_;
};

}  // namespace

Document compare_document(const CompareView& view, const Format& format) {
  return CompareText{view, format}.run();
}

}  // namespace billijk::report
