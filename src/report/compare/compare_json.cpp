#include <algorithm>

#include "report/compare/compare_report.hpp"
#include "report/words/json_head.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using analysis::Bridge;
using analysis::ComparedInput;
using core::Exact;
using core::Total;

class CompareJson {
 public:
  CompareJson(const CompareView& view, const Program& program, Language language)
      : view_{view}, comparison_{view.comparison}, program_{program}, language_{language} {}

  std::string run() {
    json_.begin_object();
    json_.member("schema", "billijk/compare/1");
    write_program(json_, program_);
    json_.member("currency", "EUR");
    json_.member("unit", "hour");
    write_cases();
    array("inputs", differing_inputs(comparison_),
          [&](const ComparedInput* input) { write_input(*input); });
    write_boundaries();
    array("lines", comparison_.lines,
          [&](const analysis::ComparedLine& line) { write_line(line); });
    write_bridge(comparison_.bridges.front());
    write_bridges();
    json_.member("volume", comparison_.volume);
    array("assumptions", comparison_.cases, [&](const core::Calculation* calculation) {
      json_.begin_object();
      json_.member("case", letter(*calculation));
      array("keys", assumptions_of(*calculation),
            [&](const std::string& key) { json_.value(key); });
      json_.end_object();
    });
    if (view_.negotiation != nullptr) write_brief(*view_.negotiation);
    json_.end_object();
    return json_.take();
  }

 private:
  template <class List, class Write>
  void array(std::string_view name, const List& list, const Write& write) {
    json_.key(name);
    json_.begin_array();
    for (const auto& item : list) write(item);
    json_.end_array();
  }
  void exacts(std::string_view name, const std::vector<std::optional<Exact>>& values) {
    array(name, values, [&](const std::optional<Exact>& value) { json_.value(value); });
  }
  std::string letter(const core::Calculation& calculation) const {
    const auto place =
        std::ranges::find(comparison_.cases, &calculation) - comparison_.cases.begin();
    return analysis::letter_of_case(static_cast<std::size_t>(place));
  }

  void write_cases() {
    array("cases", comparison_.cases, [&](const core::Calculation* calculation) {
      json_.begin_object();
      json_.member("name", letter(*calculation));
      json_.key("case");
      write_case(json_, calculation->subject);
      json_.end_object();
    });
  }

  void write_input(const ComparedInput& input) {
    json_.begin_object();
    json_.member("key", input.key);
    json_.member_or_null("unit", std::string{unit_name(input.unit)});
    const auto each = [&](std::string_view name, const auto& write) {
      array(name, input.values, [&](const std::optional<analysis::ComparedValue>& value) {
        if (value) {
          write(*value);
        } else {
          json_.null();
        }
      });
    };
    each("values", [&](const analysis::ComparedValue& value) {
      if (value.number) {
        json_.value(*value.number);
      } else {
        json_.value(value.text);
      }
    });
    each("grades", [&](const analysis::ComparedValue& value) {
      if (value.stated != nullptr && value.stated->grade) {
        json_.value(word_of(*value.stated->grade));
      } else {
        json_.null();
      }
    });
    each("sources", [&](const analysis::ComparedValue& value) {
      json_.begin_array();
      if (value.stated != nullptr) {
        for (const std::string& source : value.stated->source) json_.value(source);
      }
      json_.end_array();
    });
    if (view_.notes) {
      each("notes", [&](const analysis::ComparedValue& value) {
        if (value.stated != nullptr && !value.stated->note.empty()) {
          json_.value(value.stated->note);
        } else {
          json_.null();
        }
      });
    }
    json_.end_object();
  }

  void write_boundaries() {
    json_.key("boundaries");
    json_.begin_object();
    for (const Total total : core::all_totals) {
      std::vector<std::optional<Exact>> values;
      std::vector<std::optional<Exact>> rounded;
      for (const core::Calculation* calculation : comparison_.cases) {
        const std::optional<core::Boundary>& boundary = (*calculation)[total];
        values.push_back(boundary ? std::optional{boundary->value} : std::nullopt);
        rounded.push_back(boundary ? std::optional{boundary->rounded} : std::nullopt);
      }
      json_.key(key_of(total));
      json_.begin_object();
      exacts("values", values);
      exacts("rounded", rounded);
      json_.end_object();
    }
    json_.end_object();
  }
  void write_line(const analysis::ComparedLine& line) {
    json_.begin_object();
    json_.member("key", line.key);
    json_.member_or_null("element", std::string{letter_of(line.line->element)});
    json_.member("label", label_of(*line.line, language_));
    exacts("values", line.values);
    exacts("rounded", line.rounded);
    json_.end_object();
  }

  /// "bridge" and "difference", with how the effects were found.
  void write_bridge(const Bridge& bridge) {
    json_.member("method", bridge.sampled_orders ? "sampled" : "exact");
    json_.key("orders");
    if (bridge.sampled_orders) {
      json_.value(static_cast<std::size_t>(*bridge.sampled_orders));
    } else {
      json_.null();
    }
    array("bridge", bridge.effects, [&](const analysis::BridgeEffect& effect) {
      json_.begin_object();
      json_.member("key", effect.key);
      json_.member("effect", effect.shown);
      json_.member("rounded", effect.rounded);
      json_.member("per_year", in_a_year(comparison_, effect.rounded));
      json_.member("standard_error", effect.standard_error);
      json_.end_object();
    });
    json_.key("difference");
    json_.begin_object();
    json_.member("boundary", key_of(bridge.boundary));
    json_.member("value", bridge.difference);
    json_.member("rounded", bridge.rounded);
    json_.member("per_year", in_a_year(comparison_, bridge.rounded));
    json_.end_object();
  }
  void write_bridges() {
    json_.key("bridges");
    json_.begin_array();
    for (std::size_t i = 0; i < comparison_.bridges.size(); ++i) {
      json_.begin_object();
      json_.member("from", analysis::letter_of_case(0));
      json_.member("to", analysis::letter_of_case(i + 1));
      write_bridge(comparison_.bridges[i]);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_brief(const analysis::Negotiation& talks) {
    json_.key("brief");
    json_.begin_object();
    json_.key("zone_of_agreement");
    json_.begin_object();
    json_.member("from", talks.from);
    json_.member("to", talks.to);
    json_.member("exists", talks.has_zone());
    json_.end_object();
    array("agreed", talks.agreed, [&](const ComparedInput* input) { json_.value(input->key); });
    json_.key("differences");
    json_.begin_array();
    for (std::size_t i = 0; i < std::min(talks.differences.size(), analysis::differences_named);
         ++i) {
      json_.value(talks.differences[i].effect->key);
    }
    json_.end_array();
    array("trades", talks.trades, [&](const analysis::Trade& trade) {
      json_.begin_object();
      json_.member("first_gives", trade.first_gives->effect->key);
      json_.member("second_gives", trade.second_gives->effect->key);
      json_.member("balance", trade.balance);
      json_.member("even", trade.even);
      json_.end_object();
    });
    array("founded", talks.founded, [&](const analysis::FoundedFigure& founded) {
      json_.begin_object();
      json_.member("key", founded.difference->effect->key);
      json_.member("of", analysis::letter_of_case(founded.party));
      json_.member("ground", founded.measured ? "measured" : "sourced");
      json_.end_object();
    });
    array("on_the_table", comparison_.cases, [&](const core::Calculation* calculation) {
      const core::Case& subject = calculation->subject;
      const auto stated = [&](std::string_view name, core::Key key) {
        const std::optional<core::Input>& input = subject.number(key);
        json_.member(name, input ? std::optional{Exact{input->value}} : std::nullopt);
      };
      json_.begin_object();
      json_.member("case", letter(*calculation));
      stated("tariff", core::Key::tariff);
      json_.member("unit", word_of(subject.choices.chosen<core::TariffUnit>()));
      stated("volume", core::Key::volume);
      json_.end_object();
    });
    json_.end_object();
  }

  const CompareView& view_;
  const analysis::Comparison& comparison_;
  const Program& program_;
  Language language_;
  JsonWriter json_;
};

}  // namespace

std::string compare_json(const CompareView& view, const Program& program, Language language) {
  return CompareJson{view, program, language}.run();
}

}  // namespace billijk::report
