#include "cli/batch/batch_args.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "core/number/utf8.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using report::Message;

bool is_case(const std::string& name) {
  std::error_code ignored;
  return core::ends_alike(name, ".toml") || name.starts_with("preset:") ||
         std::filesystem::is_directory(name, ignored);
}

class ArgsReader {
 public:
  ArgsReader(const BatchArgs& args, const World& world) : args_{args}, world_{world} {}

  core::Checked<BatchRequest> read() {
    take_files();
    take_format();
    request_.asked =
        keep(read_asked_format(args_.delimiter, args_.decimal)).value_or(io::AskedFormat{});
    request_.asked.carry = args_.carry;
    request_.fail_on = static_cast<FailOn>(
        word("--fail-on", args_.fail_on, {"low", "high", "any", "never"}).value_or(2));
    request_.stop_on_error = word("--on-error", args_.on_error, {"continue", "stop"}) == 1U;
    const std::optional<std::size_t> progress =
        word("--progress", args_.progress, {"always", "never"});
    request_.progress =
        progress ? *progress == 0 : args_.progress.empty() && world_.err_is_terminal;
    request_.forecast_until =
        keep(read_year("--forecast-until", args_.forecast_until)).value_or(std::nullopt);
    take_summary();
    request_.threads = static_cast<unsigned>(keep(read_threads(args_.threads)).value_or(1));
    check_outputs();
    if (!errors_.empty()) return tl::unexpected{std::move(errors_)};
    return std::move(request_);
  }

 private:
  /// What was read of an option; the finding is kept.
  template <class Value>
  std::optional<Value> keep(core::Checked<Value> read) {
    if (read) return std::move(*read);
    errors_.insert(errors_.end(), read.error().begin(), read.error().end());
    return std::nullopt;
  }
  /// Which of the words was given; nothing for none.
  std::optional<std::size_t> word(const std::string& option, const std::string& found,
                                  const std::vector<std::string>& words) {
    if (found.empty()) return std::nullopt;
    return keep(read_word(
        {.option = option, .words = words, .example = option + ' ' + words.front()}, found));
  }

  void take_files() {
    const std::vector<std::string>& files = args_.files;
    if (files.empty()) return;
    if (args_.make_template && files.size() > 1) return excess(files[1]);
    if (is_case(files.back())) {
      const auto other = std::ranges::find_if_not(files, is_case);
      if (other != files.end()) return excess(*other);
      request_.case_files = files;
      return;
    }
    if (files.size() > 2) return excess(files[1]);
    request_.rows = files.back();
    if (files.size() == 2) request_.case_name = files.front();
  }
  void excess(const std::string& found) {
    errors_.push_back(
        core::finding(Code::excess_argument, {{"found", found}, {"command", "batch"}}));
  }

  /// Neither output may take the place of what is read, or of the other.
  void check_outputs() {
    const auto refuse = [&](const std::string& output, const std::vector<std::string>& others) {
      std::error_code ignored;
      const auto place = [&](const std::string& file) {
        return std::filesystem::weakly_canonical(file, ignored);
      };
      if (output.empty() || !std::ranges::any_of(others, [&](const std::string& other) {
            return !other.empty() && place(other) == place(output);
          }))
        return;
      errors_.push_back(core::finding(Code::would_overwrite, {}, "-o",
                                      {{"file", output}, {"why", core::Phrase::why_used}}));
    };
    if (args_.output != "-") refuse(args_.output, args_.files);
    std::vector<std::string> others = args_.files;
    // Rows that go nowhere else go to standard output, and - is an input only as such.
    std::erase(others, "-");
    others.push_back(args_.output.empty() ? "-" : args_.output);
    refuse(args_.summary_file, others);
  }

  static bool is_page(const std::string& file) {
    const report::Form* const form = report::form_of_file(file);
    return form != nullptr && form->word == "html";
  }
  void take_format() {
    const std::optional<std::size_t> format = word("--format", args_.format, {"csv", "ndjson"});
    const bool by_name = args_.format.empty() && (core::ends_alike(args_.output, ".ndjson") ||
                                                  core::ends_alike(args_.output, ".jsonl"));
    const bool ndjson = format == 1U || by_name;
    if (const auto wrong = misnamed("-o", args_.output, Written::rows)) errors_.push_back(*wrong);
    const auto wrong = misnamed("--summary-file", args_.summary_file, Written::text);
    if (wrong && !is_page(args_.summary_file)) errors_.push_back(*wrong);
    if (args_.make_template && ndjson)
      errors_.push_back(wrong_value("--format", "ndjson", "csv", "--template --format csv"));
    if (args_.excel && ndjson)
      errors_.push_back(wrong_value("--format", "ndjson", "csv", "--format csv"));
    if (ndjson) request_.format = report::RowFormat::ndjson;
    if (args_.excel) request_.format = report::RowFormat::dutch_excel;
  }
  void take_summary() {
    const std::optional<std::size_t> form = word("--summary", args_.summary, {"text", "json"});
    if (form) {
      request_.summary = *form == 0 ? SummaryForm::text : SummaryForm::json;
    } else if (!args_.summary_file.empty() || !args_.group_by.empty()) {
      request_.summary = core::ends_alike(args_.summary_file, ".json") ? SummaryForm::json
                         : is_page(args_.summary_file)                 ? SummaryForm::page
                                                                       : SummaryForm::text;
    }
  }
  const BatchArgs& args_;
  const World& world_;
  BatchRequest request_;
  core::Diagnostics errors_;
};

}  // namespace

Options batch_options(BatchArgs& args) {
  Options of_runs{{"-o,--output", "FILE", Message::help_output, &args.output},
                  {"--force", {}, Message::help_force, &args.force},
                  {"--format", "csv|ndjson", Message::help_batch_format, &args.format},
                  {"--excel", {}, Message::help_excel, &args.excel},
                  {"--columns", "LIST", Message::help_columns, &args.columns},
                  {"--prefix", "TEXT", Message::help_prefix, &args.prefix},
                  {"--only-findings", {}, Message::help_only_findings, &args.only_findings},
                  {"--no-header", {}, Message::help_no_header, &args.no_header},
                  {"--carry", "COLUMN", Message::help_carry, &args.carry},
                  {"--delimiter", "SIGN", Message::help_delimiter, &args.delimiter},
                  {"--decimal", "SIGN", Message::help_decimal, &args.decimal},
                  {"--on-error", "continue|stop", Message::help_on_error, &args.on_error},
                  {"--fail-on", "low|high|any|never", Message::help_fail_on, &args.fail_on},
                  {"--strict", {}, Message::help_strict_rails, &args.strict},
                  {"--summary", "text|json", Message::help_summary, &args.summary},
                  {"--summary-file", "FILE", Message::help_summary_file, &args.summary_file},
                  {"--forecast-until", "YEAR", Message::help_forecast_until, &args.forecast_until},
                  {"--group-by", "COLUMN", Message::help_group_by, &args.group_by},
                  {"--threads", "N", Message::help_threads, &args.threads},
                  {"--progress", "always|never", Message::help_progress, &args.progress}};
  // A template is a file of rows to be filled in, not a run over one.
  for (Option& option : of_runs) {
    const bool of_file =
        option.name() == "--output" || option.name() == "--format" || option.name() == "--excel";
    if (!of_file) option.excludes = {"--template"};
  }
  return joined({{{.names = "FILE",
                   .type = {},
                   .help = Message::help_batch_files,
                   .into = &args.files,
                   .required = true}},
                 of_runs,
                 {{"--template", {}, Message::help_template, &args.make_template},
                  {"--set", "KEY=VALUE", Message::help_set, &args.settings},
                  {"--presets", "DIR", Message::help_presets, &args.presets},
                  language_option()}});
}

core::Checked<BatchRequest> read_batch_args(const BatchArgs& args, const World& world) {
  return ArgsReader{args, world}.read();
}

}  // namespace billijk::cli
