#include "cli/options/options.hpp"

#include <algorithm>
#include <istream>
#include <iterator>

#include "cli/options/option_value.hpp"
#include "cli/world/output.hpp"
#include "core/case/rails.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/nearest.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using report::Message;

using report::Form;

/// The words of --format, each before the next.
std::string format_words(std::string_view between) {
  std::string words;
  for (const Form& form : report::forms())
    words.append(words.empty() ? "" : between).append(form.word);
  return words;
}

}  // namespace

Option language_option() {
  static const std::string words = report::language_words("|");
  return {"--lang", words, Message::help_lang, {}};
}

Options output_options(OutputOptions& options) {
  static const std::string words = format_words("|");
  return {{"--format", words, Message::help_format, &options.format},
          {"-o,--output", "FILE", Message::help_output, &options.file},
          {"--excel", {}, Message::help_excel, &options.excel},
          language_option()};
}

std::optional<core::Diagnostic> workbook_asked(const std::string& file) {
  for (const std::string_view ending : {".xlsx", ".xls", ".ods"}) {
    if (file.ends_with(ending))
      return wrong_value("-o", file, core::Phrase::name_of_no_workbook, "--excel -o velsen.csv");
  }
  return std::nullopt;
}

core::Checked<const Form*> form_of(const OutputOptions& options) {
  constexpr std::string_view of_excel = "csv";
  if (const auto workbook = workbook_asked(options.file)) return core::refused(*workbook);
  if (options.format.empty()) {
    const Form* const named = report::form_of_file(options.file);
    if (options.excel && named != nullptr && named->word != of_excel) {
      return core::refused(wrong_value("--excel -o", options.file, core::Phrase::name_of_csv,
                                       "--excel -o velsen.csv"));
    }
    if (options.excel) return report::form_named(of_excel);
    return named != nullptr ? named : &report::forms().front();
  }
  const Form* const found = report::form_named(options.format);
  if (found != nullptr && (!options.excel || found->word == of_excel)) return found;
  core::Diagnostic wrong =
      wrong_value("--format", options.format, options.excel ? "csv" : format_words(", "),
                  options.excel ? "--format csv --excel" : "--format json");
  std::vector<std::string> words;
  for (const Form& form : report::forms()) words.emplace_back(form.word);
  const std::string near = io::nearest(options.format, words);
  if (!near.empty() && near != options.format) wrong.arguments.emplace_back("nearest", near);
  return core::refused(std::move(wrong));
}

namespace {

Options case_source(CaseOptions& options) {
  return {{.names = "CASE",
           .type = {},
           .help = Message::help_case,
           .into = &options.name,
           .required = true},
          {"--set", "KEY=VALUE", Message::help_set, &options.settings},
          {"--presets", "DIR", Message::help_presets, &options.presets}};
}

}  // namespace

Options case_options(CaseOptions& options) {
  return joined({case_source(options),
                 {{"--explain", {}, Message::help_explain, &options.explain},
                  {"--rounding-ledger", {}, Message::help_ledger, &options.ledger},
                  {"--strict", {}, Message::help_strict_rails, &options.strict}},
                 output_options(options.output)});
}

Options plain_case_options(CaseOptions& options) {
  return joined({case_source(options), output_options(options.output)});
}

core::Checked<core::Calculation> compute(World& world, const CaseOptions& options) {
  const core::Checked<io::PresetStore> store =
      io::PresetStore::open(options.presets, world.reading);
  if (!store) return tl::unexpected{store.error()};
  io::CaseRequest request{.name = options.name,
                          .standard_input = {},
                          .settings = options.settings,
                          .options = options.key_options};
  if (request.name == "-") {
    core::Checked<io::Reading::Text> text = world.reading.standard_input(world.in);
    if (!text) return tl::unexpected{std::move(text.error())};
    request.standard_input = std::move(*text);
  }
  core::Checked<io::LoadedCase> loaded = io::load_case(request, *store);
  if (!loaded) return tl::unexpected{std::move(loaded.error())};
  if (const auto refused = replaces_input(world, options.output.file))
    return core::refused(*refused);
  const core::Diagnostics rails = core::rails_of(loaded->subject);
  core::Checked<core::Calculation> calculation = core::calculate(
      std::move(loaded->subject), std::move(loaded->presets),
      options.explain || options.ledger ? core::Keeps::formula : core::Keeps::figures);
  // A figure that is not meant is often why nothing is left.
  if (!calculation)
    calculation.error().insert(calculation.error().end(), rails.begin(), rails.end());
  return calculation;
}

void tell_doubts(World& world, const core::Calculation& calculation) {
  for (const core::Diagnostic& warning : calculation.warnings) {
    if (warning.code == core::Code::long_past_last_row || core::is_rail(warning.code))
      tell(world, {warning});
  }
}

Exit judged(World& world, const CaseOptions& options, const core::Diagnostics& warnings,
            Exit without) {
  core::Diagnostics rails;
  std::ranges::copy_if(warnings, std::back_inserter(rails),
                       [](const core::Diagnostic& warning) { return core::is_rail(warning.code); });
  // Forms made of rows have no place for them, the others have them in the report.
  if (const auto form = form_of(options.output); form && (*form)->is_of_rows()) {
    for (const core::Diagnostic& rail : rails) tell(world, {rail});
  }
  return options.strict && !rails.empty() ? std::max(without, Exit::finding) : without;
}

/// 38.500 as an amount that reads one way: 38.50; 38.125 as 38.1250.
std::string one_way(const std::string& text) {
  return text.ends_with('0') ? text.substr(0, text.size() - 1) : text + '0';
}

core::Checked<core::Decimal> read_amount(const std::string& option, const std::string& text) {
  const io::SignEvidence evidence = io::sign_evidence(text);
  // 1,234 and 1.234 are a thousand to some and a little over one to others.
  if (evidence == io::SignEvidence::either) {
    return core::refused(
        wrong_value(option, text, core::Phrase::amount_unambiguous, option + ' ' + one_way(text)));
  }
  const io::DecimalRule rule{.sign = evidence == io::SignEvidence::comma ? ',' : '.',
                             .certain = true};
  const io::FigureCell amount = io::read_figure(text, rule, core::Unit::eur);
  if (amount.fault != io::CellFault::none || amount.value < core::Decimal{}) {
    return core::refused(
        wrong_value(option, text, core::Phrase::amount_of_euros, option + " 38.50"));
  }
  return amount.value;
}

core::Checked<core::Date> read_day(const std::string& option, const std::string& text) {
  const std::optional<core::Date> day = core::parse_date(text);
  if (day) return *day;
  return core::refused(wrong_value(option, text, core::Phrase::a_date, option + " 2026-07-01"));
}

Exit give(World& world, const OutputOptions& options, const Forms& forms, Exit success) {
  const core::Checked<const Form*> form = form_of(options);
  if (!form) return tell(world, form.error());
  const report::FormStyle style{.excel = options.excel,
                                .colour = world.out_is_terminal && options.file.empty() &&
                                          world.environment("NO_COLOR").value_or("").empty()};
  if (const report::MachineForm* const machine = (*form)->of_sections) {
    return deliver(world, options.file,
                   machine->whole(forms.sections(world.machine_language()), style), success);
  }
  const report::Format numbers{world.language};
  return deliver(world, options.file, (*form)->of_document(forms.document(numbers), numbers, style),
                 success);
}

}  // namespace billijk::cli
