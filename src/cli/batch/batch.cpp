#include <algorithm>
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>

#include "cli/batch/batch_args.hpp"
#include "cli/batch/batch_output.hpp"
#include "cli/batch/batch_run.hpp"
#include "cli/options/case_files.hpp"
#include "cli/options/command.hpp"
#include "cli/options/rows_header.hpp"
#include "cli/world/interrupt.hpp"
#include "cli/world/output.hpp"
#include "cli/world/progress.hpp"
#include "report/format/json.hpp"
#include "report/format/text.hpp"
#include "report/page/page.hpp"
#include "report/rows/batch_report.hpp"
#include "report/rows/batch_template.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostics;
using report::Message;

/// Each case file as a row of its own.
std::string rows_of_files(const std::vector<std::string>& files) {
  std::string text = "case\n";
  for (const std::string& file : files) {
    text += '"';
    for (const char c : file) text += c == '"' ? std::string{"\"\""} : std::string{c};
    text += "\"\n";
  }
  return text;
}

/// One run, from its words to its exit code.
class Batch {
 public:
  Batch(const BatchArgs& args, BatchRequest request, const io::PresetStore& store, World& world)
      : args_{args}, request_{std::move(request)}, store_{store}, world_{world} {}

  Exit run() {
    const auto files = case_files(request_.case_files, world_.reading);
    if (!files) return tell(world_, files.error());
    core::Checked<io::ByteSource> bytes =
        request_.rows.empty() ? io::ByteSource::of_text("case", rows_of_files(*files))
                              : world_.reading.bytes(request_.rows);
    if (!bytes) return tell(world_, bytes.error());
    io::RowsSource rows{std::move(*bytes), InterruptWatch::stop()};
    Diagnostics errors = rows.begin(first_block);
    if (errors.empty()) errors = read_header(rows);
    if (InterruptWatch::stop()) return InterruptWatch::exit();
    if (!errors.empty()) return tell(world_, errors);
    return compute(rows);
  }

 private:
  /// The separator, the columns and the decimal sign; what was decided is said.
  Diagnostics read_header(io::RowsSource& rows) {
    core::Checked<RowsHeader> header = read_rows_header(rows, request_.asked);
    if (!header) return header.error();
    if (!request_.rows.empty()) say_header(world_, rows.name(), *header);
    plan_.columns = std::move(header->columns);
    plan_.format = header->format;
    header_open_ = header->open;
    if (!request_.rows.empty()) say_columns(world_, rows.name(), plan_.columns);
    if (!request_.rows.empty() && (!request_.asked.decimal || !request_.asked.delimiter))
      say_format(world_, rows.name(), plan_.format);
    return {};
  }

  /// What does not depend on the rows themselves; the models come with it.
  core::Checked<BatchOutput> plan_run() {
    plan_.fail_on = request_.fail_on;
    plan_.only_findings = args_.only_findings;
    plan_.stop_on_error = request_.stop_on_error;
    plan_.strict = args_.strict;
    plan_.summary = request_.summary != SummaryForm::none;
    plan_.language = world_.machine_language();
    io::CaseSources sources{.name = request_.case_name, .settings = args_.settings};
    if (request_.rows != "-") sources.folder = std::filesystem::path{request_.rows}.parent_path();
    if (sources.name == "-") {
      core::Checked<io::Reading::Text> text = world_.reading.standard_input(world_.in);
      if (!text) return tl::unexpected{std::move(text.error())};
      sources.standard_input = std::move(*text);
    }
    const io::Node* own_lines = nullptr;
    cases_.emplace(std::move(sources), store_);
    if (!request_.case_name.empty()) {
      const core::Checked<io::MergedCase>& base = cases_->find("");
      if (!base) return tl::unexpected{base.error()};
      own_lines = base->root.find("line");
    }
    const bool names_are_keys = request_.format == report::RowFormat::ndjson;
    core::Checked<BatchOutput> output =
        plan_output({.columns = args_.columns,
                     .prefix = args_.prefix,
                     .names_are_keys = names_are_keys,
                     .with_fee = has_fee(),
                     .with_years = request_.forecast_until.has_value()},
                    plan_.columns, own_lines);
    if (!output) return output;
    if (!args_.group_by.empty()) {
      plan_.group_by = plan_.columns.find(args_.group_by);
      if (!plan_.group_by) return core::refused(no_such_column(args_.group_by));
    }
    analysis::RowNeeds needs = output->needs;
    needs.doubts = needs.doubts || args_.strict;
    models_.emplace(*cases_, std::move(needs), request_.forecast_until);
    return output;
  }
  /// Whether a row can have a fee: its cell, its case or, where rows name those, a case to come.
  bool has_fee() {
    const std::string_view key = core::path_of(core::Key::subcontracting_fee);
    if (plan_.columns.case_file || plan_.columns.find(key)) return true;
    if (request_.case_name.empty()) return false;
    const std::size_t dot = key.find('.');
    const io::Node* const contract = cases_->find("")->root.find(key.substr(0, dot));
    return contract != nullptr && contract->find(key.substr(dot + 1)) != nullptr;
  }
  core::Diagnostic no_such_column(const std::string& name) const {
    std::vector<std::string> names;
    names.reserve(plan_.columns.all.size());
    for (std::size_t i = 0; i < plan_.columns.all.size(); ++i)
      names.push_back(plan_.columns.written(i));
    return unknown_column(name, names);
  }

  Exit compute(io::RowsSource& rows) {
    core::Checked<BatchOutput> output = plan_run();
    if (!output) return tell(world_, output.error());
    says_why_ = std::ranges::find(output->columns, report::BatchColumn::message,
                                  &report::OutputColumn::figure) != output->columns.end();
    const report::RowWriter writer{request_.format, std::move(output->carried),
                                   std::move(output->columns)};
    for (const std::string& file : {args_.output, args_.summary_file}) {
      if (const auto refused = replaces_input(world_, file)) return tell(world_, {*refused});
    }
    const Diagnostics others = replaced(writer);
    if (!others.empty()) return tell(world_, others);
    tl::expected<io::OutputStream, io::Reason> out = io::OutputStream::open(args_.output);
    if (!out) return tell(world_, {output_failed(world_, args_.output, out.error())});
    // Where a summary cannot go is known before there are rows.
    if (!args_.summary_file.empty()) {
      tl::expected<io::OutputStream, io::Reason> summary =
          io::OutputStream::open(args_.summary_file);
      if (!summary)
        return tell(world_, {output_failed(world_, args_.summary_file, summary.error())});
      summary_.emplace(std::move(*summary));
    }
    if (!args_.no_header) {
      if (const auto error = out->write(writer.header())) return write_failed(*out, *error);
    }
    ProgressLine line{world_, rows, request_.progress};
    BatchOutcome outcome =
        run_batch(rows, *out, plan_, *models_, writer, request_.threads, InterruptWatch::stop(),
                  [&](std::uint64_t count) { line.update(count); });
    line.end();
    if (InterruptWatch::stop()) return InterruptWatch::exit();
    if (outcome.write_error) return write_failed(*out, *outcome.write_error);
    if (!rows.errors().empty()) return tell(world_, rows.errors());
    if (!outcome.stopped_by.empty()) {
      return tell(world_,
                  {core::finding(Code::stopped_at_row, {{"row", std::to_string(outcome.stopped_at)},
                                                        {"message", outcome.stopped_by}})});
    }
    // Rows may have named cases of their own.
    if (const auto refused = replaces_input(world_, args_.output)) return tell(world_, {*refused});
    if (const auto error = out->commit()) return write_failed(*out, *error);
    outcome.open_end = outcome.open_end || (header_open_ && outcome.rows == 0);
    return finish(rows, outcome);
  }
  /// What stands where the rows or the summary go, and is nothing of their kind.
  Diagnostics replaced(const report::RowWriter& writer) const {
    const std::string rows = args_.no_header ? std::string{} : writer.beginning();
    const std::string summary = request_.summary == SummaryForm::json ? std::string{own_json}
                                : request_.summary == SummaryForm::page
                                    ? std::string{report::page_beginning}
                                    : say(Message::summary_heading, world_.language);
    Diagnostics found;
    for (const auto& [file, beginning] :
         {std::pair{args_.output, rows}, std::pair{args_.summary_file, summary}}) {
      if (auto other = replaces_another({.file = file, .force = args_.force}, beginning))
        found.push_back(std::move(*other));
    }
    return found;
  }
  Exit write_failed(const io::OutputStream& out, const io::Reason& error) {
    return out.reader_gone() ? Exit::done
                             : tell(world_, {output_failed(world_, args_.output, error)});
  }

  /// How many rows failed, and where it says why.
  void say_failed(const BatchOutcome& outcome) const {
    const Message message = says_why_ ? Message::rows_failed : Message::rows_failed_unseen;
    say_line(world_, say(message, world_.language,
                         {{"failed", std::to_string(outcome.failed)},
                          {"rows", std::to_string(outcome.rows - outcome.empty)},
                          {"column", args_.prefix + "message"}}));
  }

  /// Each rail once, in the first row where it fired.
  void say_rails(const io::RowsSource& rows, const BatchOutcome& outcome) const {
    for (const auto& [rail, seen] : outcome.rails.seen()) {
      core::Diagnostic said = seen.said;
      const std::uint64_t row = outcome.piece_begins.at(seen.first.piece) + seen.first.row;
      const bool of_files = request_.rows.empty();
      said.at = {.source = std::make_shared<const core::SourceText>(
                     core::SourceText{.name = of_files ? seen.label : rows.name(), .text = {}}),
                 .line = of_files ? 0 : static_cast<int>(row),
                 .column = 1};
      tell(world_, {said});
      if (seen.rows > 1) {
        say_line(world_,
                 say(Message::rail_rows, world_.language, {{"rows", std::to_string(seen.rows)}}));
      }
    }
  }

  Exit finish(const io::RowsSource& rows, const BatchOutcome& outcome) {
    say_read(world_, rows);
    if (outcome.open_end)
      tell(world_, {core::finding(Code::open_last_line, {{"file", rows.name()}})});
    say_rails(rows, outcome);
    if (outcome.failed > 0) say_failed(outcome);
    const Exit summary = give_summary(outcome);
    if (summary != Exit::done || outcome.failed > 0) return Exit::trouble;
    const bool counts = plan_.fail_on != FailOn::never;
    const bool found = counts ? outcome.findings > 0 : args_.strict && outcome.rails.rows() > 0;
    return found ? Exit::finding : Exit::done;
  }
  std::string summary_text(const report::BatchTotals& totals) const {
    if (request_.summary == SummaryForm::json) return render_json(batch_record(totals));
    const report::Format numbers{world_.language};
    const report::Document document = batch_document(totals, numbers);
    if (request_.summary == SummaryForm::text)
      return render_text(document, numbers, {.colour = false});
    return page_form(document, numbers, {.maker = world_.program.text()});
  }
  /// Requires: the rows stand.
  Exit give_summary(const BatchOutcome& outcome) {
    if (request_.summary == SummaryForm::none) return Exit::done;
    const report::BatchTotals totals{outcome.summary, outcome.piece_begins, args_.group_by,
                                     outcome.open_end};
    const std::string text = summary_text(totals);
    if (!summary_) {
      world_.err << text << std::flush;
      return Exit::done;
    }
    std::optional<io::Reason> error = summary_->write(text);
    if (!error) error = summary_->commit();
    if (!error || summary_->reader_gone()) return Exit::done;
    return tell(world_, {output_failed(world_, args_.summary_file, *error)});
  }

  const BatchArgs& args_;
  BatchRequest request_;
  const io::PresetStore& store_;
  World& world_;
  BatchPlan plan_;
  std::optional<io::RowCases> cases_;
  std::optional<BatchModels> models_;
  std::optional<io::OutputStream> summary_;
  bool header_open_ = false;
  bool says_why_ = true;  ///< the output has a column for messages
};

/// `--template`: what differs between rows as a header and one row; what a cell does is said.
Exit give_template(const BatchArgs& args, const BatchRequest& request, const io::PresetStore& store,
                   World& world) {
  const std::string name = args.files.front();
  const core::Checked<io::LoadedCase> loaded =
      io::load_case({.name = name, .standard_input = {}, .settings = args.settings}, store);
  if (!loaded) return tell(world, loaded.error());
  const Exit exit =
      deliver(world, {.file = args.output, .force = args.force},
              report::batch_template(loaded->subject, request.format, world.machine_language()),
              Exit::done);
  if (exit != Exit::done) return exit;
  for (const Message note : {Message::template_note, Message::template_more})
    say_line(world, say(note, world.language));
  return exit;
}

Exit batch(const BatchArgs& args, World& world) {
  core::Checked<BatchRequest> request = read_batch_args(args, world);
  if (!request) return tell(world, request.error());
  const core::Checked<io::PresetStore> store = io::PresetStore::open(args.presets, world.reading);
  if (!store) return tell(world, store.error());
  if (args.make_template) return give_template(args, *request, *store, world);
  const InterruptWatch watch;
  return Batch{args, std::move(*request), *store, world}.run();
}

}  // namespace

Command batch_command() {
  return {.name = "batch",
          .summary = Message::help_batch,
          .usage = "CASE ROWS.csv | ROWS.csv | CASE.toml... | DIR",
          .bind = [] { return bound(batch_options, batch); }};
}

}  // namespace billijk::cli
