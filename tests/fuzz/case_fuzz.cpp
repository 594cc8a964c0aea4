#include "analysis/audit/case_auditor.hpp"
#include "analysis/forecast/forecast.hpp"
#include "analysis/market/market.hpp"
#include "core/review.hpp"
#include "fuzz/fuzz.hpp"
#include "report/audit/audit_dossier.hpp"
#include "report/forecast/forecast_report.hpp"
#include "report/market/market_report.hpp"

namespace {

using namespace billijk;

/// A case with a tariff can be judged, and the judgement told.
void check_verdict(const core::Calculation& calculation) {
  const core::Case& subject = calculation.subject;
  if (!subject.number(core::Key::tariff)) return;
  const core::Tariff tariff{subject.value(core::Key::tariff),
                            subject.choices.chosen<core::TariffUnit>()};
  const core::Checked<core::Verdict> verdict = give_verdict(calculation, tariff);
  if (!verdict) return fuzz::check_findings(verdict.error());
  for (const report::Language language : fuzz::languages) {
    const report::Format format{language};
    fuzz::check_document(
        check_document(calculation, {.verdict = *verdict, .pays_for = {}}, {}, format), format);
    fuzz::check_sections(check_sections(calculation, *verdict, {"billijk", "1"}, language));
  }
}

/// A case with a tariff can be looked ahead with, or what stands in the way is told.
void check_forecast(const core::Calculation& calculation) {
  const core::Case& subject = calculation.subject;
  if (!subject.number(core::Key::tariff)) return;
  const core::Checked<core::Verdict> verdict = give_verdict(
      calculation, {subject.value(core::Key::tariff), subject.choices.chosen<core::TariffUnit>()});
  if (!verdict) return;
  const core::Checked<analysis::ForecastResult> result =
      analysis::forecast({.first = calculation,
                          .verdict = *verdict,
                          .until = core::year_of(subject.period.from) + 3,
                          .clauses = {}});
  if (!result) return fuzz::check_findings(result.error());
  fuzz::require(result->years.size() == 4);
  const report::Foreseen foreseen{calculation, *result};
  for (const report::Language language : fuzz::languages) {
    const report::Format format{language};
    fuzz::check_document(forecast_document(foreseen, format), format);
    fuzz::check_sections(forecast_sections(foreseen, {"billijk", "1"}, language));
  }
}

/// A case has a market, or what stands in the way of one is told.
void check_market(const core::Calculation& calculation) {
  core::Case subject = calculation.subject;
  const core::Diagnostics wrong = analysis::ready_for_market(subject);
  if (!wrong.empty()) return fuzz::check_findings(wrong);
  const core::Checked<core::Calculation> ready =
      core::calculate(std::move(subject), calculation.presets);
  if (!ready) return fuzz::check_findings(ready.error());
  const core::TariffUnit unit = ready->subject.choices.chosen<core::TariffUnit>();
  std::optional<core::Tariff> tariff;
  if (ready->subject.number(core::Key::tariff) && !divisor_lacking(ready->subject, unit))
    tariff = core::Tariff{ready->subject.value(core::Key::tariff), unit};
  const core::Checked<analysis::MarketResult> result = analysis::market(*ready, tariff);
  if (!result) return fuzz::check_findings(result.error());
  const report::Compared compared{.calculation = *ready, .result = *result, .tariff = tariff};
  for (const report::Language language : fuzz::languages) {
    const report::Format format{language};
    fuzz::check_document(market_document(compared, format), format);
    fuzz::check_sections(market_sections(compared, {"billijk", "1"}, language));
  }
}

/// An audit has an answer for each rule, and a dossier.
void check_audit(const core::Calculation& calculation) {
  const core::Contract& of_case = calculation.subject.contract;
  const analysis::AuditOptions options{.as_of = *core::make_date(2026, 11, 22)};
  analysis::CaseAuditor auditor{calculation.subject, calculation.presets, options, {}};
  const analysis::AuditedContract contract =
      auditor.audit({"-", of_case.municipality, of_case.provider, {}});
  const report::Format format{report::Language::nl};
  fuzz::check_document(dossier_document({contract,
                                         &auditor.subject(),
                                         auditor.calculation(),
                                         options,
                                         report::Program{"billijk", "1"},
                                         {},
                                         "-"},
                                        format),
                       format);
}

}  // namespace

/// A case file as standard input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const io::CaseRequest request{
      .name = "-", .standard_input = fuzz::source_of(fuzz::as_text(data, size)), .settings = {}};
  core::Checked<io::LoadedCase> loaded = io::load_case(request, fuzz::store());
  if (!loaded) {
    fuzz::check_findings(loaded.error());
    const auto again = io::load_case(request, fuzz::store());
    fuzz::require(!again && fuzz::told(again.error(), report::Language::en) ==
                                fuzz::told(loaded.error(), report::Language::en));
    return 0;
  }
  const core::Checked<core::Calculation> calculation =
      core::calculate(std::move(loaded->subject), std::move(loaded->presets));
  // A row without cells is the case itself.
  const core::Checked<io::MergedCase> merged = io::read_case(request, fuzz::store());
  fuzz::require(merged.has_value());
  core::Checked<io::LoadedCase> row = io::load_row(merged, {}, fuzz::store());
  fuzz::require(row.has_value());
  const core::Checked<core::Calculation> of_row =
      core::calculate(std::move(row->subject), std::move(row->presets));
  fuzz::require(calculation.has_value() == of_row.has_value());
  if (!calculation) {
    fuzz::check_findings(calculation.error());
    return 0;
  }
  fuzz::require(fuzz::json_of(*calculation) == fuzz::json_of(*of_row));
  fuzz::check_calculation(*calculation);
  fuzz::check_findings(core::review(*calculation, core::make_date(2026, 11, 22)));
  check_verdict(*calculation);
  check_forecast(*calculation);
  check_market(*calculation);
  check_audit(*calculation);
  return 0;
}
