#include "report/calc/calc_json.hpp"
#include "report/words/labels.hpp"

namespace billijk::report {
namespace {

using core::Exact;
using core::Total;

class CalcCsv {
 public:
  CalcCsv(const core::Calculation& calculation, Language language)
      : calculation_{calculation}, language_{language} {
    table_.header = {"section", "key", "element", "label", "value",
                     "rounded", "low", "high",    "unit"};
  }

  void add_verdict(const core::Verdict& verdict) {
    add("verdict", "zone", label_of(verdict.judgement.zone, language_),
        std::string{key_of(verdict.judgement.zone)}, "");
    add("verdict", "certain", "", std::string{verdict.certain ? "true" : "false"}, "");
    add("verdict", "provisional", "", std::string{verdict.is_provisional() ? "true" : "false"}, "");
    for (const Total total : core::all_totals) {
      const std::optional<core::BoundarySide>& of = verdict[total];
      if (!of) continue;
      const std::string key{key_of(total)};
      const std::string label = label_of(total, language_);
      add("side", key, label, std::string{key_of(of->side)}, "");
      add("side", key + ".certain", label, std::string{of->certain ? "true" : "false"}, "");
    }
    add("tariff", "tariff", "", Exact{verdict.tariff.value},
        "EUR per " + std::string{word_of(verdict.tariff.unit)});
    add("tariff", "per_hour", "", verdict.judgement.per_hour, "EUR per hour");
    add_distances("distance", verdict.judgement);
    if (!verdict.subcontractor) return;
    add("subcontractor", "zone", label_of(verdict.subcontractor->zone, language_),
        std::string{key_of(verdict.subcontractor->zone)}, "");
    add("subcontractor", "per_hour", "", verdict.subcontractor->per_hour, "EUR per hour");
    add_distances("subcontractor", *verdict.subcontractor);
  }

  CsvTable finish(const std::vector<core::DerivedFigure>& derived) {
    for (const core::SheetLine& line : calculation_.lines) {
      table_.records.push_back({"line",
                                line.key,
                                std::string{letter_of(line.element)},
                                label_of(line, language_),
                                line.value,
                                line.rounded,
                                {},
                                {},
                                "EUR per hour"});
    }
    for (const Total total : core::all_totals) {
      const std::optional<core::Boundary>& boundary = calculation_[total];
      if (!boundary) continue;
      table_.records.push_back({"total", std::string{key_of(total)}, "", label_of(total, language_),
                                boundary->value, boundary->rounded, field_of(boundary->low),
                                field_of(boundary->high), "EUR per hour"});
    }
    for (const core::DerivedFigure& figure : derived) add_derived(figure);
    return std::move(table_);
  }

 private:
  void add_derived(const core::DerivedFigure& figure) {
    const auto add_rounded = [&](const std::string& key, const core::RoundedFigure& rounded) {
      table_.records.push_back({"derived",
                                key,
                                "",
                                figure.price.label,
                                rounded.value,
                                rounded.rounded,
                                {},
                                {},
                                "EUR per hour"});
    };
    add_rounded(figure.price.key, figure.share);
    if (figure.least) {
      add_rounded(figure.price.key + '.' + std::string{word_of(*figure.price.at_least)},
                  *figure.least);
    }
  }
  void add(const std::string& section, const std::string& key, const std::string& label,
           CsvField value, const std::string& unit) {
    table_.records.push_back({section, key, "", label, std::move(value), {}, {}, {}, unit});
  }
  void add_distances(const std::string& section, const core::Judgement& judgement) {
    for (const Total total : core::all_totals) {
      const std::optional<core::Distance>& distance = judgement.distances[index_of(total)];
      if (!distance) continue;
      const std::string key{key_of(total)};
      const std::string label = label_of(total, language_);
      add(section, key + ".per_hour", label, distance->per_hour, "EUR per hour");
      add(section, key + ".percent", label, field_of(distance->percent), "%");
      add(section, key + ".per_year", label, field_of(distance->per_year), "EUR per year");
    }
  }

  const core::Calculation& calculation_;
  Language language_;
  CsvTable table_;
};

}  // namespace

CsvTable calc_csv(const core::Calculation& calculation, Language language) {
  return CalcCsv{calculation, language}.finish(calculation.derived);
}

CsvTable check_csv(const core::Calculation& calculation, const core::Verdict& verdict,
                   Language language) {
  CalcCsv csv{calculation, language};
  csv.add_verdict(verdict);
  return csv.finish(verdict.derived);
}

}  // namespace billijk::report
