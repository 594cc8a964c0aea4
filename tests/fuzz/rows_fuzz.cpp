#include "cli/batch/batch_output.hpp"
#include "cli/batch/batch_worker.hpp"
#include "cli/options/rows_header.hpp"
#include "fuzz/fuzz.hpp"
#include "io/rows/rows_source.hpp"

namespace {

using namespace billijk;

/// A case that rows are over, soon read.
constexpr std::string_view base = R"(schema = "billijk/case/1"
[period]
from = 2026-01-01
to = 2026-12-31
[wage]
hourly = 20
minimum_wage = "none"
[supplements]
holiday_allowance = 8
year_end_bonus = 0
[employer_charges]
percent = 25
[hours]
contract = 2000
leave = 300
sickness = 5
[travel]
minutes = 0
[overhead]
percent = 20
of = "direct"
)";

/// A file of rows, read and computed as `batch` does.
struct Batch {
  core::Diagnostics errors;
  std::string header;
  std::string rows;  ///< as they are written
  std::size_t columns = 0;
  std::uint64_t written = 0;
};

Batch batch_of(const std::string& text, report::RowFormat format, std::size_t block) {
  static const std::atomic<bool> never{false};
  io::RowsSource source{io::ByteSource::of_text("rows.csv", text), never};
  Batch batch;
  batch.errors = source.begin(cli::first_block);
  if (!batch.errors.empty()) return batch;
  core::Checked<cli::RowsHeader> header = cli::read_rows_header(source, {});
  if (!header) return {.errors = std::move(header.error())};
  cli::BatchPlan plan;
  plan.columns = std::move(header->columns);
  plan.format = header->format;
  const bool names_are_keys = format == report::RowFormat::ndjson;
  const core::Checked<cli::BatchOutput> output =
      cli::plan_output({{}, "x_", names_are_keys}, plan.columns, nullptr);
  if (!output) return {.errors = output.error()};
  batch.columns = output->carried.size() + output->columns.size();
  const report::RowWriter writer{format, output->carried, output->columns};
  batch.header = writer.header();
  io::RowCases cases{{.name = "-", .standard_input = fuzz::source_of(std::string{base})},
                     fuzz::store()};
  cli::BatchModels models{cases, output->needs, std::nullopt};
  cli::BatchWorker worker{plan, models, writer};
  report::ByteBuffer out;
  std::string piece;
  for (std::uint64_t number = 0; source.next(piece, block); ++number) {
    const cli::BatchPiece done = worker.run(piece, number, out);
    fuzz::require(done.failed <= done.rows && done.findings <= done.rows);
    batch.written += done.rows;
  }
  batch.rows = out.view();
  batch.errors = source.errors();
  return batch;
}

/// An object a line, each of as many members as the file has columns.
void check_ndjson(const Batch& batch) {
  std::istringstream in{batch.rows};
  std::uint64_t rows = 0;
  for (std::string line; std::getline(in, line); ++rows) fuzz::check_json(line);
  fuzz::require(batch.rows.empty() || batch.rows.ends_with('\n'));
  fuzz::require(rows <= batch.written);
}

void check_rows_of_csv(const Batch& batch, char delimiter) {
  std::string text = batch.rows;
  io::CsvScanner scanner{text.data(), text.data() + text.size(), delimiter};
  io::RowCells cells;
  std::uint64_t rows = 0;
  for (; !scanner.at_end(); ++rows) {
    fuzz::require(scanner.next(cells) == io::RowFault::none);
    fuzz::require(cells.size() == batch.columns);
  }
  fuzz::require(rows <= batch.written);
}

/// The same rows audited: a report, or findings.
void check_audit(const std::string& text) {
  static const fuzz::Scratch scratch{"rows.csv"};
  const fuzz::Outcome outcome = fuzz::run({"audit", "-", "--rows", scratch.with(text), "--as-of",
                                           "2026-11-22", "--threads", "1", "--format", "json"},
                                          std::string{base});
  if (!outcome.out.empty()) fuzz::check_json(outcome.out);
  fuzz::require(!outcome.out.empty() || outcome.exit == 2);
}

}  // namespace

/// A file of rows: its separator, header, decimal sign and every row.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(data, size);
  const Batch whole = batch_of(text, report::RowFormat::ndjson, cli::first_block);
  fuzz::check_findings(whole.errors);
  check_ndjson(whole);
  // Cut into other pieces it is the same file.
  const Batch pieces = batch_of(text, report::RowFormat::ndjson, 1);
  fuzz::require(pieces.rows == whole.rows && pieces.written == whole.written);
  check_rows_of_csv(batch_of(text, report::RowFormat::csv, cli::first_block), ',');
  check_rows_of_csv(batch_of(text, report::RowFormat::dutch_excel, cli::first_block), ';');
  check_audit(text);
  return 0;
}
