#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/options/option.hpp"
#include "cli/world/replacing.hpp"
#include "cli/world/world.hpp"
#include "core/calculation.hpp"
#include "io/case/case_reader.hpp"
#include "report/calc/calc_report.hpp"
#include "report/form/form.hpp"

namespace billijk::cli {

/// Options of every command that reports.
struct OutputOptions {
  std::string format;
  std::string file;
  bool excel = false;
  bool force = false;
  bool for_public = false;  ///< notes are left out

  Target target() const { return {.file = file, .force = force}; }
};
Options output_options(OutputOptions& options);
/// --public, of commands whose reports may hold notes.
Option public_option(OutputOptions& options);
/// --lang, which is read before all others, so that help and errors are in it too.
Option language_option();

/// `--format`, else what the name of the file ends in, else text; with --excel CSV.
///
/// Errors: `option_value` for a form there is not.
core::Checked<const report::Form*> form_of(const OutputOptions& options);

/// What a file that is written may be: rows, a text, or either by its name.
enum class Written : std::uint8_t { report, rows, text };
/// The finding that a file was asked for by a name that says it is something else (.docx, .xlsx),
/// which nothing could open.
std::optional<core::Diagnostic> misnamed(const std::string& option, const std::string& file,
                                         Written what);

/// Options of every command that takes a case.
struct CaseOptions {
  std::string name;
  std::string presets;
  std::vector<std::string> settings;
  std::vector<io::KeyOption> key_options;  ///< of `--tariff` and `--unit`
  std::string year;                        ///< later than the case's own; empty: that
  bool explain = false;
  bool ledger = false;
  bool strict = false;
  OutputOptions output;
};
Options case_options(CaseOptions& options);
/// What is asked for beyond the usual, with what each range does to the cost price.
report::Extras extras_of(const CaseOptions& options, const core::Calculation& calculation);
/// Whether the report is asked for in a form that may compute the case again.
bool is_live(const OutputOptions& options);
/// What a page takes with it of a case to compute it again.
report::Record live_case_of(const CaseOptions& options, const core::Calculation& calculation,
                            const std::vector<analysis::Effect>& effects, std::string_view command,
                            report::Language language);
/// All of it; nothing for other forms.
report::Record live_of(const CaseOptions& options, const core::Calculation& calculation,
                       const std::vector<analysis::Effect>& effects, std::string_view command,
                       report::Language language);
/// --year, of commands that can look at a later year of a contract.
Option year_option(CaseOptions& options);
/// The same without --explain, --rounding-ledger and --strict, for reports of many calculations.
Options plain_case_options(CaseOptions& options);

/// What is done with a case before it is computed; its findings are errors.
using Preparation = std::function<core::Diagnostics(core::Case&)>;
/// Reads and computes the case.
core::Checked<core::Calculation> compute(World& world, const CaseOptions& options,
                                         const Preparation& prepare = {});

/// Says on standard error which presets end long before the period does, and what is probably not
/// meant. For the commands whose report does not list the warnings of a case.
void tell_doubts(World& world, const core::Calculation& calculation);

/// The exit of a report that was `without`, with rails: 1 at least when they are to be counted.
/// Where the form of the report has no place for rails they are told on standard error.
Exit judged(World& world, const CaseOptions& options, const core::Diagnostics& warnings,
            Exit without);

/// An amount of euros as people type it: 38.50, 38,50, 1.234,56.
///
/// Errors: `option_value` for anything else, and for 1,234, which could be either.
core::Checked<core::Decimal> read_amount(const std::string& option, const std::string& text);

/// A year of a contract; nothing where none was given.
core::Checked<std::optional<int>> read_year(const std::string& option, const std::string& text);

/// A day as 2026-07-01.
core::Checked<core::Date> read_day(const std::string& option, const std::string& text);

/// A report for people and for machines; only what the form asked for is made of is made.
struct Forms {
  std::function<report::Document(const report::Format&)> document;
  std::function<report::Sections(report::Language)> sections;
};

/// The report in the form asked for.
core::Checked<std::string> made(World& world, const OutputOptions& options, const Forms& forms);
/// Makes it and gives it.
Exit give(World& world, const OutputOptions& options, const Forms& forms, Exit success);

}  // namespace billijk::cli
