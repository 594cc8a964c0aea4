#include <algorithm>

#include "report/compare/compare_report.hpp"
#include "report/words/head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Bridge;
using analysis::ComparedInput;
using analysis::ComparedValue;
using core::Exact;
using core::Total;

class CompareSections {
 public:
  CompareSections(const CompareView& view, Language language)
      : view_{view}, comparison_{view.comparison}, language_{language} {}

  Sections run(const Program& program) {
    Record all{{"schema", "billijk/compare/1"},
               {"program", program_of(program)},
               {"currency", "EUR"},
               {"unit", "hour"},
               {"cases", of_cases([&](std::size_t i) { return a_case(i); })}};
    all.push_back({"inputs", list_of(differing_inputs(comparison_),
                                     [&](const ComparedInput* one) { return input(*one); })});
    all.push_back({"boundaries", boundaries()});
    all.push_back({"lines", list_of(comparison_.lines,
                                    [&](const analysis::ComparedLine& one) { return line(one); })});
    List bridges;
    for (std::size_t i = 0; i < comparison_.bridges.size(); ++i) {
      Record record{{"from", analysis::letter_of_case(0)}, {"to", analysis::letter_of_case(i + 1)}};
      for (Member& member : bridge(comparison_.bridges[i], record.back().value)) {
        if (i == 0) all.push_back(member);
        record.push_back(std::move(member));
      }
      bridges.items.emplace_back(std::move(record));
    }
    all.push_back({"bridges", std::move(bridges)});
    all.push_back({"volume", comparison_.volume});
    all.push_back({"assumptions", of_cases([&](std::size_t i) { return assumptions(i); })});
    if (view_.negotiation != nullptr) all.push_back({"brief", brief(*view_.negotiation)});
    return {std::move(all), std::move(rows_)};
  }

 private:
  void add_row(std::string_view section, const Value& key, const Value& of_case,
               const Record& cells) {
    rows_.add({{"section", section}, {"key", key}, {"case", of_case}}, cells);
  }
  template <class Of>
  List of_cases(const Of& of) const {
    List list;
    for (std::size_t i = 0; i < comparison_.cases.size(); ++i) list.items.emplace_back(of(i));
    return list;
  }
  /// What stands in a list for each case, and as a row for each that has it.
  template <class Maybe, class Cells>
  void add_rows(std::string_view section, std::string_view key, const std::vector<Maybe>& values,
                const Cells& cells) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) add_row(section, key, analysis::letter_of_case(i), cells(i));
    }
  }

  Record a_case(std::size_t i) {
    const core::Case& subject = comparison_.cases[i]->subject;
    const std::string letter = analysis::letter_of_case(i);
    add_row("case", subject.file, letter, {{"label", text_of(subject.title, language_)}});
    return {{"name", letter}, {"case", case_of(subject, language_)}};
  }

  static Value value_of(const ComparedValue& value) {
    return value.number ? Value{*value.number} : Value{value.text};
  }
  Record input(const ComparedInput& input) {
    const std::string_view unit = unit_name(input.unit);
    add_rows("input", input.key, input.values, [&](std::size_t i) {
      return Record{{"label", ground_text(view_, *input.values[i], language_)},
                    {"value", value_of(*input.values[i])},
                    {"unit", unit}};
    });
    const auto each = [&](const auto& of) {
      return list_of(input.values, [&](const std::optional<ComparedValue>& value) {
        return value ? Value{of(*value)} : Value{};
      });
    };
    const auto each_stated = [&](const auto& of, const Value& otherwise) {
      return each([&](const ComparedValue& value) {
        return value.stated == nullptr ? otherwise : Value{of(*value.stated)};
      });
    };
    Record record{
        {"key", input.key},
        {"unit", text_or_absent(unit)},
        {"values", each(value_of)},
        {"grades", each_stated(
                       [](const core::UsedInput& stated) {
                         return stated.grade ? Value{word_of(*stated.grade)} : Value{};
                       },
                       {})},
        {"sources",
         each_stated([](const core::UsedInput& stated) { return Value{stated.source}; }, List{})}};
    if (!view_.notes) return record;
    record.push_back({"notes", each_stated(
                                   [&](const core::UsedInput& stated) {
                                     return text_or_absent(text_of(stated.note, language_));
                                   },
                                   {})});
    return record;
  }

  Record boundaries() {
    Record all;
    for (const Total total : core::all_totals) {
      std::vector<std::optional<core::Boundary>> found;
      found.reserve(comparison_.cases.size());
      for (const core::Calculation* calculation : comparison_.cases)
        found.push_back((*calculation)[total]);
      add_rows("boundary", key_of(total), found, [&](std::size_t i) {
        return Record{{"label", label_of(total, language_)},
                      {"value", found[i]->value},
                      {"rounded", found[i]->rounded},
                      {"unit", eur_per_hour}};
      });
      const auto each = [&](Exact core::Boundary::*part) {
        return list_of(found, [&](const std::optional<core::Boundary>& boundary) {
          return boundary ? Value{(*boundary).*part} : Value{};
        });
      };
      all.push_back({key_of(total), Record{{"values", each(&core::Boundary::value)},
                                           {"rounded", each(&core::Boundary::rounded)}}});
    }
    return all;
  }
  Record line(const analysis::ComparedLine& line) {
    const std::string label = label_of(*line.line, language_);
    add_rows("line", line.key, line.values, [&](std::size_t i) {
      return Record{{"label", label},
                    {"value", line.values[i]},
                    {"rounded", line.rounded[i]},
                    {"unit", eur_per_hour}};
    });
    const auto as_it_is = [](const std::optional<Exact>& value) { return value; };
    return {{"key", line.key},
            {"element", text_or_absent(letter_of(line.line->element))},
            {"label", label},
            {"values", list_of(line.values, as_it_is)},
            {"rounded", list_of(line.rounded, as_it_is)}};
  }

  /// The effects and the difference, with how the effects were found.
  Record bridge(const Bridge& bridge, const Value& to) {
    const auto effect_of = [&](const analysis::BridgeEffect& effect) {
      Record record{{"key", effect.key},
                    {"effect", effect.shown},
                    {"rounded", effect.rounded},
                    {"per_year", in_a_year(comparison_, effect.rounded)},
                    {"standard_error", effect.standard_error}};
      Record cells = record;
      append(cells, {{"value", effect.shown}, {"unit", eur_per_hour}});
      add_row("bridge", effect.key, to, cells);
      return record;
    };
    Record all{{"method", bridge.sampled_orders ? "sampled" : "exact"},
               {"orders", bridge.sampled_orders},
               {"bridge", list_of(bridge.effects, effect_of)}};
    Record difference{{"boundary", key_of(bridge.boundary)},
                      {"value", bridge.difference},
                      {"rounded", bridge.rounded},
                      {"per_year", in_a_year(comparison_, bridge.rounded)}};
    Record cells = difference;
    append(cells, {{"label", label_of(bridge.boundary, language_)}, {"unit", eur_per_hour}});
    add_row("difference", key_of(bridge.boundary), to, cells);
    all.push_back({"difference", std::move(difference)});
    return all;
  }
  Record assumptions(std::size_t i) {
    const std::string letter = analysis::letter_of_case(i);
    const std::vector<std::string> keys = assumptions_of(*comparison_.cases[i]);
    for (const std::string& key : keys) add_row("assumption", key, letter, {});
    return {{"case", letter}, {"keys", keys}};
  }

  /// A difference that a party has a say in, by what it is worth.
  void add_worth(std::string_view section, const analysis::PartyDifference& difference,
                 std::size_t party) {
    add_row(section, difference.effect->key, analysis::letter_of_case(party),
            {{"value", abs(difference.effect->value)}, {"unit", eur_per_hour}});
  }
  Record brief(const analysis::Negotiation& talks) {
    const auto add_end = [&](const char* key, const char* party, Total total, const Exact& end) {
      add_row("zone_of_agreement", key, party,
              {{"label", label_of(total, language_)},
               {"value", end},
               {"rounded", end},
               {"unit", eur_per_hour}});
    };
    add_end("from", "B", Total::cost_price, talks.from);
    add_end("to", "A", Total::ceiling, talks.to);
    Record all{{"zone_of_agreement",
                Record{{"from", talks.from}, {"to", talks.to}, {"exists", talks.has_zone()}}},
               {"agreed", list_of(talks.agreed, [&](const ComparedInput* input) {
                  add_row("agreed", input->key, {}, {});
                  return input->key;
                })}};
    List differences = list_of(talks.differences, [](const analysis::PartyDifference& difference) {
      return difference.effect->key;
    });
    differences.items.resize(std::min(differences.items.size(), analysis::differences_named));
    List founded = list_of(talks.founded, [&](const analysis::FoundedFigure& figure) {
      const char* ground = figure.measured ? "measured" : "sourced";
      add_worth(ground, *figure.difference, figure.party);
      return Record{{"key", figure.difference->effect->key},
                    {"of", analysis::letter_of_case(figure.party)},
                    {"ground", ground}};
    });
    List trades = list_of(talks.trades, [&](const analysis::Trade& trade) {
      const std::string section = "trade " + std::to_string(&trade - talks.trades.data() + 1);
      add_worth(section, *trade.first_gives, 0);
      add_worth(section, *trade.second_gives, 1);
      return Record{{"first_gives", trade.first_gives->effect->key},
                    {"second_gives", trade.second_gives->effect->key},
                    {"balance", trade.balance},
                    {"even", trade.even}};
    });
    append(all, {{"differences", std::move(differences)},
                 {"trades", std::move(trades)},
                 {"founded", std::move(founded)},
                 {"on_the_table", of_cases([&](std::size_t i) { return offer(i); })}});
    return all;
  }
  Record offer(std::size_t i) const {
    const core::Case& subject = comparison_.cases[i]->subject;
    const auto stated = [&](core::Key key) {
      const std::optional<core::Input>& input = subject.number(key);
      return input ? Value{input->value} : Value{};
    };
    return {{"case", analysis::letter_of_case(i)},
            {"tariff", stated(core::Key::tariff)},
            {"unit", word_of(subject.choices.chosen<core::TariffUnit>())},
            {"volume", stated(core::Key::volume)}};
  }

  const CompareView& view_;
  const analysis::Comparison& comparison_;
  Language language_;
  Rows rows_{.header = {"section", "key", "case", "label", "value", "rounded", "per_year",
                        "standard_error", "unit"},
             .records = {}};
};

}  // namespace

Sections compare_sections(const CompareView& view, const Program& program, Language language) {
  return CompareSections{view, language}.run(program);
}

}  // namespace billijk::report
