#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/audit/audit_rows.hpp"
#include "cli/world/crew.hpp"
#include "cli/world/interrupt.hpp"

namespace billijk::cli {
namespace {

/// About a thousand rows.
constexpr std::size_t piece_size = std::size_t{64} << 10U;

/// Pieces of a file, handed out in order, and what came of each.
class RowsRun {
 public:
  RowsRun(const AuditPlan& plan, io::RowsSource& rows, const RowsHeader& header,
          io::RowCases& cases)
      : plan_{plan}, rows_{rows}, header_{header}, cases_{cases} {}

  AuditPart run() {
    work_together(plan_.request.threads, [this](std::size_t) { work(); });
    AuditPart all{plan_};
    for (std::optional<AuditPart>& part : parts_) all.add(std::move(*part));
    return all;
  }
  bool open_end() const { return open_end_; }

 private:
  struct Piece {
    std::string text;
    std::size_t number = 0;
    std::uint64_t first_row = 0;
  };

  bool next(Piece& piece) {
    const std::lock_guard lock{mutex_};
    if (InterruptWatch::stop() || !rows_.next(piece.text, piece_size)) return false;
    piece.number = parts_.size();
    piece.first_row = next_row_;
    parts_.emplace_back();
    next_row_ += io::row_count(piece.text, header_.format.delimiter);
    return true;
  }
  void work() {
    RowAuditor auditor{plan_, header_, cases_};
    Piece piece;
    while (next(piece)) {
      AuditPart part{plan_};
      auditor.run(piece.text, piece.first_row, part);
      const std::lock_guard lock{mutex_};
      parts_[piece.number].emplace(std::move(part));
    }
    const std::lock_guard lock{mutex_};
    open_end_ = open_end_ || auditor.open_end();
  }

  const AuditPlan& plan_;
  io::RowsSource& rows_;
  const RowsHeader& header_;
  io::RowCases& cases_;
  std::mutex mutex_;
  std::vector<std::optional<AuditPart>> parts_;
  std::uint64_t next_row_ = header_.format.first_row;
  bool open_end_ = false;
};

/// The ids that more than one row bears, in the order of the rows.
core::Diagnostics repeated_ids(std::vector<RowId> ids) {
  constexpr std::size_t most = 20;
  std::ranges::stable_sort(ids, {}, &RowId::id);
  std::map<std::uint64_t, core::Diagnostic> found;
  for (auto from = ids.begin(); from != ids.end();) {
    const auto to =
        std::find_if(from, ids.end(), [&](const RowId& other) { return other.id != from->id; });
    std::string rows;
    for (auto row = from; row != to; ++row)
      rows += (rows.empty() ? "" : ", ") + std::to_string(row->row);
    if (to - from > 1) {
      found.emplace(from->row,
                    core::finding(core::Code::repeated_id, {{"id", from->id}, {"rows", rows}}));
    }
    from = to;
  }
  core::Diagnostics result;
  for (auto& [row, finding] : found) {
    if (result.size() < most) result.push_back(std::move(finding));
  }
  return result;
}

}  // namespace

core::Checked<AuditPart> audit_rows(const AuditPlan& plan, World& world,
                                    const std::shared_ptr<const core::SourceText>& standard_input) {
  core::Checked<io::ByteSource> bytes = world.reading.bytes(plan.args.rows);
  if (!bytes) return tl::unexpected{std::move(bytes.error())};
  const bool piped = plan.args.rows == "-";
  io::RowsSource rows{std::move(*bytes), InterruptWatch::stop()};
  core::Diagnostics errors = rows.begin(first_block);
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  core::Checked<RowsHeader> header = read_rows_header(rows, plan.request.asked);
  if (!header) return tl::unexpected{std::move(header.error())};
  say_header(world, rows.name(), *header);
  say_columns(world, rows.name(), header->columns, party_words);
  if (!plan.request.asked.decimal || !plan.request.asked.delimiter)
    say_format(world, rows.name(), header->format);
  if (!piped && (!plan.args.manifest.empty() || plan.folder != nullptr)) {
    core::Checked<std::string> digest = world.reading.sha256(plan.args.rows);
    if (!digest) return tl::unexpected{std::move(digest.error())};
    plan.sources.add_input(plan.args.rows, std::move(*digest));
  }
  io::CaseSources sources{.settings = plan.args.settings, .standard_input = standard_input};
  if (!piped) sources.folder = std::filesystem::path{plan.args.rows}.parent_path();
  if (!plan.args.cases.empty()) sources.name = plan.args.cases.front();
  io::RowCases cases{std::move(sources), plan.store};
  if (!plan.args.cases.empty()) {
    const core::Checked<io::MergedCase>& base = cases.find("");
    if (!base) return tl::unexpected{base.error()};
  }
  RowsRun run{plan, rows, *header, cases};
  AuditPart part = run.run();
  plan.sources.add_texts(cases.texts());
  if (!rows.errors().empty()) return tl::unexpected{rows.errors()};
  say_read(world, rows);
  tell(world, repeated_ids(std::move(part.ids)));
  if (run.open_end())
    tell(world, {core::finding(core::Code::open_last_line, {{"file", rows.name()}})});
  return part;
}

}  // namespace billijk::cli
