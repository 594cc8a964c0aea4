#include "cli/options/options.hpp"

#include <algorithm>
#include <istream>
#include <iterator>

#include "cli/options/option_value.hpp"
#include "cli/world/output.hpp"
#include "core/case/rails.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/nearest.hpp"
#include "report/format/markdown.hpp"
#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using report::Message;

constexpr std::array<std::string_view, 4> format_words{"text", "json", "csv", "markdown"};

/// The format a file's name ends in.
std::optional<OutputFormat> format_of_name(const std::string& file) {
  if (file.ends_with(".json")) return OutputFormat::json;
  if (file.ends_with(".csv")) return OutputFormat::csv;
  if (file.ends_with(".md") || file.ends_with(".markdown")) return OutputFormat::markdown;
  return std::nullopt;
}

}  // namespace

Option language_option() {
  static const std::string words = report::language_words("|");
  return {"--lang", words, Message::help_lang, {}};
}

Options output_options(OutputOptions& options) {
  return {{"--format", "text|json|csv|markdown", Message::help_format, &options.format},
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

core::Checked<OutputFormat> format_of(const OutputOptions& options) {
  if (const auto workbook = workbook_asked(options.file)) return core::refused(*workbook);
  if (options.format.empty()) {
    const std::optional<OutputFormat> named = format_of_name(options.file);
    if (options.excel && named && *named != OutputFormat::csv) {
      return core::refused(wrong_value("--excel -o", options.file, core::Phrase::name_of_csv,
                                       "--excel -o velsen.csv"));
    }
    return options.excel ? OutputFormat::csv : named.value_or(OutputFormat::text);
  }
  const auto found = std::ranges::find(format_words, options.format);
  if (found == format_words.end() || (options.excel && options.format != "csv")) {
    core::Diagnostic wrong =
        wrong_value("--format", options.format, options.excel ? "csv" : "text, json, csv, markdown",
                    options.excel ? "--format csv --excel" : "--format json");
    const std::string near =
        io::nearest(options.format, {format_words.begin(), format_words.end()});
    if (!near.empty() && near != options.format) wrong.arguments.emplace_back("nearest", near);
    return core::refused(std::move(wrong));
  }
  return static_cast<OutputFormat>(found - format_words.begin());
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
  // Text, Markdown and JSON have them in the report; a CSV has no place for them.
  if (const auto format = format_of(options.output); format && *format == OutputFormat::csv) {
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
  const core::Checked<OutputFormat> format = format_of(options);
  if (!format) return tell(world, format.error());
  switch (*format) {
    case OutputFormat::json:
      return deliver(world, options.file, forms.json(world.machine_language()), success);
    case OutputFormat::csv: {
      const auto dialect =
          options.excel ? report::CsvDialect::dutch_excel : report::CsvDialect::plain;
      return deliver(world, options.file, render_csv(forms.csv(world.machine_language()), dialect),
                     success);
    }
    case OutputFormat::markdown: {
      const report::Format numbers{world.language};
      return deliver(world, options.file, render_markdown(forms.document(numbers), numbers),
                     success);
    }
    case OutputFormat::text:
      break;
  }
  const report::Format numbers{world.language};
  const bool to_terminal = world.out_is_terminal && options.file.empty() &&
                           world.environment("NO_COLOR").value_or("").empty();
  return deliver(world, options.file,
                 render_text(forms.document(numbers), numbers, {.colour = to_terminal}), success);
}

}  // namespace billijk::cli
