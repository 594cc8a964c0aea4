#include "cli/options/options.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <iterator>

#include "analysis/forecast/year_case.hpp"
#include "cli/options/option_value.hpp"
#include "cli/world/output.hpp"
#include "core/case/rails.hpp"
#include "core/number/utf8.hpp"
#include "io/text/cell_number.hpp"
#include "io/text/day_text.hpp"
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

Option public_option(OutputOptions& options) {
  return {"--public", {}, Message::help_public, &options.for_public};
}

Options output_options(OutputOptions& options) {
  static const std::string words = format_words("|");
  return {{"--format", words, Message::help_format, &options.format},
          {"-o,--output", "FILE", Message::help_output, &options.file},
          {"--force", {}, Message::help_force, &options.force},
          {"--excel", {}, Message::help_excel, &options.excel},
          language_option()};
}

std::optional<core::Diagnostic> misnamed(const std::string& option, const std::string& file,
                                         Written what) {
  const std::string ending = core::lower(std::filesystem::path{file}.extension().string());
  const auto is_one_of = [&](std::initializer_list<std::string_view> endings) {
    return std::ranges::find(endings, ending) != endings.end();
  };
  const bool is_workbook = is_one_of({".xlsx", ".xls", ".ods"});
  const bool is_page = is_one_of({".html", ".htm"});
  if (is_page && what == Written::report) return std::nullopt;
  if (!is_workbook && !is_page && !is_one_of({".docx", ".doc", ".odt", ".rtf", ".pdf"}))
    return std::nullopt;
  if (what == Written::rows || (what == Written::report && is_workbook))
    return wrong_value(option, file, core::Phrase::name_of_no_workbook,
                       "--excel " + option + " velsen.csv");
  return wrong_value(option, file, core::Phrase::name_of_no_document,
                     option + (what == Written::text ? " velsen.txt" : " velsen.md"));
}

core::Checked<const Form*> form_of(const OutputOptions& options) {
  constexpr std::string_view of_excel = "csv";
  if (const auto wrong = misnamed("-o", options.file, Written::report))
    return core::refused(*wrong);
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
                  {"--strict", {}, Message::help_strict_rails, &options.strict},
                  public_option(options.output)},
                 output_options(options.output)});
}

report::Extras extras_of(const CaseOptions& options, const core::Calculation& calculation) {
  return {.explain = options.explain,
          .ledger = options.ledger,
          .effects =
              analysis::sensitivity_of(calculation, core::Total::cost_price, std::nullopt).effects};
}

Option year_option(CaseOptions& options) {
  return {"--year", "YEAR", Message::help_year, &options.year};
}

Options plain_case_options(CaseOptions& options) {
  return joined(
      {case_source(options), {public_option(options.output)}, output_options(options.output)});
}

core::Checked<std::optional<int>> read_year(const std::string& option, const std::string& text) {
  constexpr std::uint64_t earliest = 1900;
  constexpr std::uint64_t latest = 9999;
  if (text.empty()) return std::optional<int>{};
  return read_count({.option = option, .lowest = earliest, .highest = latest, .example = "2035"},
                    text)
      .map([](std::uint64_t year) { return std::optional{static_cast<int>(year)}; });
}

namespace {

/// Makes the case that of the year asked for.
core::Diagnostics move_to_year(core::Case& subject, const core::Presets& presets,
                               const std::string& text) {
  const core::Checked<std::optional<int>> year = read_year("--year", text);
  if (!year) return year.error();
  if (!*year) return {};
  core::Checked<core::Case> moved = analysis::case_of_year(subject, presets, **year);
  if (!moved) return std::move(moved.error());
  subject = std::move(*moved);
  return {};
}

}  // namespace

core::Checked<core::Calculation> compute(World& world, const CaseOptions& options,
                                         const Preparation& prepare) {
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
  if (const core::Diagnostics errors = move_to_year(loaded->subject, loaded->presets, options.year);
      !errors.empty())
    return tl::unexpected{errors};
  if (prepare) {
    if (core::Diagnostics errors = prepare(loaded->subject); !errors.empty())
      return tl::unexpected{std::move(errors)};
  }
  core::Checked<core::Calculation> calculation = core::calculate(
      std::move(loaded->subject), std::move(loaded->presets),
      options.explain || options.ledger ? core::Keeps::formula : core::Keeps::figures);
  // A figure that is not meant is often why nothing is left.
  if (!calculation)
    calculation.error().insert(calculation.error().end(), rails.begin(), rails.end());
  if (calculation && options.output.for_public) calculation->drop_notes();
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

/// 38,125 as an amount of thousands: 38125.
std::string without_signs(std::string text) {
  std::erase_if(text, [](char sign) { return sign == ',' || sign == '.'; });
  return text;
}

core::Checked<core::Decimal> read_amount(const std::string& option, const std::string& text) {
  const io::FigureCell amount = io::read_figure_text(text, core::Unit::eur);
  if (amount.fault == io::CellFault::ambiguous) {
    core::Diagnostic wrong = wrong_value(option, text, core::Phrase::amount_unambiguous,
                                         option + ' ' + without_signs(text));
    wrong.arguments.emplace_back("whole", without_signs(text));
    wrong.arguments.emplace_back("fraction", text + '0');
    return core::refused(std::move(wrong));
  }
  if (amount.fault != io::CellFault::none || amount.value < core::Decimal{}) {
    return core::refused(
        wrong_value(option, text, core::Phrase::amount_of_euros, core::Phrase::example_amount));
  }
  return amount.value;
}

core::Checked<core::Date> read_day(const std::string& option, const std::string& text) {
  const io::DayText read = io::read_day(text);
  if (read.day) return *read.day;
  return core::refused(wrong_value(option, text, core::Phrase::a_date, option + " 2026-07-01"));
}

core::Checked<std::string> made(World& world, const OutputOptions& options, const Forms& forms) {
  const core::Checked<const Form*> form = form_of(options);
  if (!form) return tl::unexpected{form.error()};
  const report::FormStyle style{.excel = options.excel,
                                .colour = world.out_is_terminal && options.file.empty() &&
                                          world.environment("NO_COLOR").value_or("").empty(),
                                .maker = world.program.text()};
  if (const report::MachineForm* const machine = (*form)->of_sections)
    return machine->whole(forms.sections(world.machine_language()), style);
  const report::Format numbers{world.language};
  report::Document document = forms.document(numbers);
  if (options.for_public)
    document.add(report::Paragraph{say(Message::without_notes, world.language)});
  return (*form)->of_document(document, numbers, style);
}

Exit give(World& world, const OutputOptions& options, const Forms& forms, Exit success) {
  const core::Checked<std::string> text = made(world, options, forms);
  if (!text) return tell(world, text.error());
  return deliver(world, options.target(), *text, success);
}

}  // namespace billijk::cli
