#include "cli/options/options.hpp"

#include <algorithm>
#include <istream>
#include <iterator>

#include "cli/options/option_value.hpp"
#include "cli/world/output.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/nearest.hpp"
#include "report/format/markdown.hpp"
#include "report/format/text.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using report::Message;

constexpr std::array<std::string_view, 4> format_words{"text", "json", "csv", "markdown"};

std::string help(Message message, report::Language language) {
  return std::string{text_of(message, language)};
}

/// The format a file's name ends in.
std::optional<OutputFormat> format_of_name(const std::string& file) {
  if (file.ends_with(".json")) return OutputFormat::json;
  if (file.ends_with(".csv")) return OutputFormat::csv;
  if (file.ends_with(".md") || file.ends_with(".markdown")) return OutputFormat::markdown;
  return std::nullopt;
}

}  // namespace

void add_language_option(CLI::App& app, report::Language language) {
  // Chosen before the options are read, so that help and errors are in it too.
  app.add_option_function<std::string>(
         "--lang", [](const std::string&) {}, help(Message::help_lang, language))
      ->type_name("nl|en");
}

void add_output_options(CLI::App& app, OutputOptions& options, report::Language language) {
  app.add_option("--format", options.format, help(Message::help_format, language))
      ->type_name("text|json|csv|markdown");
  app.add_option("-o,--output", options.file, help(Message::help_output, language))
      ->type_name("FILE");
  app.add_flag("--excel", options.excel, help(Message::help_excel, language))
      ->disable_flag_override();
  add_language_option(app, language);
}

std::optional<core::Diagnostic> workbook_asked(const std::string& file) {
  for (const std::string_view ending : {".xlsx", ".xls", ".ods"}) {
    if (file.ends_with(ending))
      return wrong_value("-o", file, "@name_of_no_workbook", "--excel -o velsen.csv");
  }
  return std::nullopt;
}

core::Checked<OutputFormat> format_of(const OutputOptions& options) {
  if (const auto workbook = workbook_asked(options.file))
    return tl::unexpected{core::Diagnostics{*workbook}};
  if (options.format.empty()) {
    const std::optional<OutputFormat> named = format_of_name(options.file);
    if (options.excel && named && *named != OutputFormat::csv) {
      return tl::unexpected{core::Diagnostics{
          wrong_value("--excel -o", options.file, "@name_of_csv", "--excel -o velsen.csv")}};
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
    return tl::unexpected{core::Diagnostics{std::move(wrong)}};
  }
  return static_cast<OutputFormat>(found - format_words.begin());
}

namespace {

void add_case_source(CLI::App& app, CaseOptions& options, report::Language language) {
  app.add_option("CASE", options.name, help(Message::help_case, language))->required();
  app.add_option("--set", options.settings, help(Message::help_set, language))
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--presets", options.presets, help(Message::help_presets, language))
      ->type_name("DIR");
}

}  // namespace

void add_case_options(CLI::App& app, CaseOptions& options, report::Language language) {
  add_case_source(app, options, language);
  app.add_flag("--explain", options.explain, help(Message::help_explain, language))
      ->disable_flag_override();
  app.add_flag("--rounding-ledger", options.ledger, help(Message::help_ledger, language))
      ->disable_flag_override();
  add_output_options(app, options.output, language);
}

void add_plain_case_options(CLI::App& app, CaseOptions& options, report::Language language) {
  add_case_source(app, options, language);
  add_output_options(app, options.output, language);
}

core::Checked<core::Calculation> compute(World& world, const CaseOptions& options) {
  const core::Checked<io::PresetStore> store = io::PresetStore::open(options.presets);
  if (!store) return tl::unexpected{store.error()};
  io::CaseRequest request{.name = options.name, .standard_input = {}, .settings = options.settings};
  if (request.name == "-") {
    std::string text{std::istreambuf_iterator<char>{world.in}, {}};
    request.standard_input = std::make_shared<core::SourceText>(
        core::SourceText{.name = "stdin", .text = std::move(text)});
  }
  core::Checked<io::LoadedCase> loaded = io::load_case(request, *store);
  if (!loaded) return tl::unexpected{std::move(loaded.error())};
  for (const std::string& file : loaded->files) {
    std::error_code ignored;
    if (options.output.file.empty() ||
        !std::filesystem::equivalent(options.output.file, file, ignored))
      continue;
    return tl::unexpected{
        core::Diagnostics{{.code = core::Code::would_overwrite,
                           .at = {},
                           .key = "-o",
                           .arguments = {{"file", options.output.file}, {"why", "@why_used"}}}}};
  }
  return core::calculate(std::move(loaded->subject), std::move(loaded->presets));
}

void tell_outdated(World& world, const core::Calculation& calculation) {
  for (const core::Diagnostic& warning : calculation.warnings) {
    if (warning.code == core::Code::long_past_last_row) tell(world, {warning});
  }
}

core::Checked<core::Decimal> read_amount(const std::string& option, const std::string& text) {
  const io::SignEvidence evidence = io::sign_evidence(text);
  // 1,234 and 1.234 are a thousand to some and a little over one to others.
  if (evidence == io::SignEvidence::either) {
    return tl::unexpected{core::Diagnostics{
        wrong_value(option, text, "@amount_unambiguous", option + ' ' + text + '0')}};
  }
  const io::DecimalRule rule{.sign = evidence == io::SignEvidence::comma ? ',' : '.',
                             .certain = true};
  const io::FigureCell amount = io::read_figure(text, rule, core::Unit::eur);
  if (amount.fault != io::CellFault::none || amount.value < core::Decimal{}) {
    return tl::unexpected{
        core::Diagnostics{wrong_value(option, text, "@amount_of_euros", option + " 38.50")}};
  }
  return amount.value;
}

core::Checked<core::Date> read_day(const std::string& option, const std::string& text) {
  const std::optional<core::Date> day = core::parse_date(text);
  if (day) return *day;
  return tl::unexpected{
      core::Diagnostics{wrong_value(option, text, "@a_date", option + " 2026-07-01")}};
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
