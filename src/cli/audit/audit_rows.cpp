#include "cli/audit/audit_rows.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <filesystem>

#include "cli/world/interrupt.hpp"
#include "core/number/utf8.hpp"
#include "io/case/value_reader.hpp"
#include "io/text/encoding.hpp"
#include "report/words/catalogue.hpp"
#include "report/words/diagnostic_text.hpp"

namespace billijk::cli {
namespace {

using analysis::RowCell;
using core::Code;
using core::Diagnostic;
using core::Diagnostics;
using core::Key;
using io::ColumnRole;
using io::RowFault;

/// Past this many combinations they are made anew: memory stays flat.
constexpr std::size_t most_auditors = 1000;

}  // namespace

const core::Checked<io::MergedCase>& RowCases::find(const std::string& name) {
  const std::lock_guard lock{mutex_};
  const auto known = cases_.find(name);
  if (known != cases_.end()) return known->second;
  return cases_.emplace(name, read(name)).first->second;
}

core::Checked<io::MergedCase> RowCases::read(const std::string& name) const {
  io::CaseRequest request{
      .name = name, .standard_input = standard_input_, .settings = plan_.args.settings};
  if (name.empty() && plan_.args.cases.empty()) {
    return core::refused(core::finding(Code::row_without_case, {}, "case"));
  }
  request.referred = !name.empty();
  if (name.empty()) {
    request.name = plan_.args.cases.front();
  } else if (!name.starts_with("preset:") && plan_.args.rows != "-") {
    request.name = (std::filesystem::path{plan_.args.rows}.parent_path() / name).string();
  }
  core::Checked<io::MergedCase> merged = io::read_case(request, plan_.store);
  if (merged) plan_.sources.add_texts(merged->texts);
  return merged;
}

RowAuditor::RowAuditor(const AuditPlan& plan, const RowsHeader& header, RowCases& cases)
    : plan_{plan}, header_{header}, cases_of_rows_{cases} {
  const std::vector<io::RowColumn>& all = header.columns.all;
  start_ = header.columns.find("contract.start");
  end_ = header.columns.find("contract.end");
  municipality_ = label_column("contract.municipality", std::span{party_words}.subspan<0, 2>());
  provider_ = label_column("contract.provider", std::span{party_words}.subspan<2, 2>());
  product_ = header.columns.find("contract.product");
  region_ = label_column({}, std::span{party_words}.subspan<4, 2>());
  id_ = header.columns.find("id");
  has_ids_ = id_.has_value();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].role == ColumnRole::number) number_columns_.push_back({i, all[i].key});
    if (all[i].role == ColumnRole::choice && i != start_ && i != end_) choices_.push_back(i);
    const bool is_name = i == region_ || i == municipality_ || i == provider_;
    if (!id_ && all[i].role == ColumnRole::carried && !is_name) id_ = i;
  }
}

/// The column of a key, else the first that only goes along and has one of these names.
std::optional<std::size_t> RowAuditor::label_column(std::string_view key,
                                                    std::span<const std::string_view> words) const {
  if (const std::optional<std::size_t> own = header_.columns.find(key)) return own;
  const std::vector<io::RowColumn>& all = header_.columns.all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto is_this = [&](std::string_view word) {
      return std::ranges::equal(core::without_blanks(all[i].name), word, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
    };
    if (header_.columns.is_carried(i) && std::ranges::any_of(words, is_this)) return i;
  }
  return std::nullopt;
}

void RowAuditor::run(std::string& piece, std::uint64_t first_row, AuditPart& part) {
  io::CsvScanner scanner{piece.data(), piece.data() + piece.size(), header_.format.delimiter};
  for (std::uint64_t row = first_row; !scanner.at_end() && !InterruptWatch::stop(); ++row) {
    const RowFault fault = scanner.next(cells_);
    open_end_ = open_end_ || fault == RowFault::open_line;
    const bool empty = is_whole(fault) && header_.columns.all.size() > 1 && is_blank(cells_);
    if (!empty) take(fault, row, part);
  }
}

void RowAuditor::take(RowFault fault, std::uint64_t row, AuditPart& part) {
  numbers_.clear();
  wide_.clear();
  if (has_ids_ && !trimmed_cell(id_).empty())
    part.ids.push_back({std::string{trimmed_cell(id_)}, row});
  Diagnostics problems = problem_of_row(fault);
  if (problems.empty()) take_numbers(problems);
  if (!problems.empty()) return refuse(problems, row, part);
  ContractDesk desk{plan_, part};
  constexpr std::uint64_t first = row_of(0);
  if (plan_.wants.dossier || !take_days()) {
    core::Checked<io::LoadedCase> loaded = load(settings_of_row());
    if (!loaded) return refuse(loaded.error(), row, part);
    loaded->texts.clear();
    return desk.take_case(*loaded, name_of_row(row), row - first);
  }
  analysis::CaseAuditor* auditor = auditor_of_row(problems);
  if (auditor == nullptr) return refuse(problems, row, part);
  core::Contract contract = auditor->subject().contract;
  if (start_day_) contract.start = start_day_;
  if (end_day_) contract.end = end_day_;
  analysis::ContractName name = name_of_row(row);
  if (name.municipality.empty()) name.municipality = contract.municipality;
  if (name.provider.empty()) name.provider = contract.provider;
  if (name.region.empty()) name.region = name.municipality;
  desk.take(auditor->audit(std::move(name), contract, numbers_), row - first);
}

/// What is wrong with a row stands in the report, and is told.
void RowAuditor::refuse(const Diagnostics& problems, std::uint64_t row, AuditPart& part) const {
  ++part.failed_rows;
  if (part.wants_message()) part.messages.push_back(message_of_row(problems, row));
  constexpr std::uint64_t first = row_of(0);
  analysis::ContractName name = name_of_row(row);
  if (name.region.empty()) name.region = name.municipality;
  ContractDesk{plan_, part}.take_unreadable(std::move(name), problems, row - first);
}

std::string RowAuditor::message_of_row(const Diagnostics& problems, std::uint64_t row) const {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text += (text.empty() ? "" : "; ") + report::message_of(problem, plan_.language) + " [" +
            std::string{name_of(problem.code)} + ']';
  }
  return say(report::Message::audit_row_failed, plan_.language,
             {{"file", plan_.args.rows}, {"row", std::to_string(row)}, {"message", text}});
}

Diagnostics RowAuditor::problem_of_row(RowFault fault) const {
  const auto problem = [](Code code, core::Arguments arguments) {
    return Diagnostics{core::finding(code, std::move(arguments))};
  };
  if (fault == RowFault::open_quote || fault == RowFault::after_quote) {
    return problem(fault == RowFault::open_quote ? Code::open_quote : Code::after_quote, {});
  }
  if (cells_.size() != header_.columns.all.size()) {
    return problem(Code::cell_count, {{"found", std::to_string(cells_.size())},
                                      {"wanted", std::to_string(header_.columns.all.size())}});
  }
  if (std::ranges::any_of(cells_, [](std::string_view text) {
        return !io::is_ascii(text) && !io::is_utf_8(text, false);
      }))
    return problem(Code::not_text, {});
  return {};
}

void RowAuditor::take_numbers(Diagnostics& problems) {
  for (const NumberColumn& column : number_columns_) {
    const std::string_view text = cells_[column.column];
    if (core::without_blanks(text).empty()) continue;
    const io::PlainFigure figure = io::read_plain_figure(text, header_.format.decimal.sign);
    const bool plain = figure.scale >= 0 && (header_.format.decimal.certain || figure.scale != 3);
    const analysis::CellNumber number{figure.coefficient, figure.scale};
    if (plain && core::allows(facts_of(column.key), decimal_of(number))) {
      numbers_.push_back({column.key, number});
    } else {
      take_figure(column, problems);
    }
  }
}

/// What is not written plainly: € 1.234,56, 6,5%, spaces; and what is wrong.
void RowAuditor::take_figure(const NumberColumn& column, Diagnostics& problems) {
  const std::string_view text = cells_[column.column];
  const std::string key{path_of(column.key)};
  const io::FigureCell figure =
      io::read_figure(text, header_.format.decimal, facts_of(column.key).unit);
  Diagnostic wrong =
      core::finding(Code::cell_number, {}, key, {{"key", key}, {"found", std::string{text}}});
  if (figure.fault == io::CellFault::ambiguous) {
    wrong.code = Code::ambiguous_cell;
  } else if (figure.fault == io::CellFault::too_many_digits) {
    wrong.code = Code::too_many_digits;
  } else if (figure.fault == io::CellFault::not_a_number) {
    wrong.arguments.emplace_back("sign_name", header_.format.decimal.sign == ','
                                                  ? core::Phrase::sign_comma
                                                  : core::Phrase::sign_point);
  } else if (!core::allows(facts_of(column.key), figure.value)) {
    wrong.code = Code::out_of_range;
    io::add_limits(wrong.arguments, facts_of(column.key));
  } else if (const auto number = analysis::cell_number_of(figure.value)) {
    numbers_.push_back({column.key, *number});
    return;
  } else {
    wide_.push_back(key + '=' + figure.value.text());
    return;
  }
  problems.push_back(std::move(wrong));
}

std::string_view RowAuditor::trimmed_cell(const std::optional<std::size_t>& column) const {
  return column && *column < cells_.size() ? core::without_blanks(cells_[*column])
                                           : std::string_view{};
}

/// The days of the contract, which enter no figure; false where the case has to be asked what is
/// wrong.
bool RowAuditor::take_days() {
  const std::string_view start = trimmed_cell(start_);
  const std::string_view end = trimmed_cell(end_);
  start_day_ = start.empty() ? std::nullopt : core::parse_date(io::date_of_cell(start));
  end_day_ = end.empty() ? std::nullopt : core::parse_date(io::date_of_cell(end));
  const bool wrong = (!start.empty() && !start_day_) || (!end.empty() && !end_day_);
  // With one day here and one in the case their order is the reader's to judge.
  const bool both = start.empty() == end.empty();
  return !wrong && both && (!start_day_ || *start_day_ <= *end_day_);
}

analysis::ContractName RowAuditor::name_of_row(std::uint64_t row) const {
  analysis::ContractName name{.id = std::string{trimmed_cell(id_)},
                              .municipality = std::string{trimmed_cell(municipality_)},
                              .provider = std::string{trimmed_cell(provider_)},
                              .region = std::string{trimmed_cell(region_)}};
  name.is_numbered = name.id.empty();
  if (name.is_numbered) name.id = "row " + std::to_string(row);
  return name;
}

void RowAuditor::add_setting(const std::optional<std::size_t>& column,
                             std::vector<std::string>& settings) const {
  const std::string_view text = trimmed_cell(column);
  if (!text.empty())
    settings.push_back(setting_of(header_.columns.all[*column], text, header_.format.decimal));
}

/// What rows of one combination have in common; its numbers are replaced row by row.
std::vector<std::string> RowAuditor::settings_of_many() const {
  std::vector<std::string> settings = wide_;
  for (const RowCell& number : numbers_) {
    settings.push_back(std::string{path_of(number.key)} + '=' + decimal_of(number.number).text());
  }
  for (const std::size_t choice : choices_) add_setting(choice, settings);
  return settings;
}

/// The same with what is this row's own: the days of its contract, and who they are.
std::vector<std::string> RowAuditor::settings_of_row() const {
  std::vector<std::string> settings = settings_of_many();
  for (const auto& column : {start_, end_, product_}) add_setting(column, settings);
  const auto add_name = [&](std::string_view key, const std::optional<std::size_t>& column) {
    const std::string_view name = trimmed_cell(column);
    if (!name.empty()) settings.push_back(std::string{key} + '=' + std::string{name});
  };
  add_name("contract.municipality", municipality_);
  add_name("contract.provider", provider_);
  return settings;
}

core::Checked<io::LoadedCase> RowAuditor::load(const std::vector<std::string>& settings) const {
  const std::string name{trimmed_cell(header_.columns.case_file)};
  const core::Checked<io::MergedCase>& merged = cases_of_rows_.find(name);
  if (!merged) return tl::unexpected{merged.error()};
  return io::load_row(*merged, settings, plan_.store);
}

/// What rows share: the keys they state, which of them are zero, and the texts of their choices,
/// each with its length before it, so that no two rows with other texts look alike.
std::string RowAuditor::combination() const {
  std::bitset<core::key_count> stated;
  std::bitset<core::key_count> zero;
  for (const RowCell& number : numbers_) {
    stated.set(index_of(number.key));
    zero.set(index_of(number.key), number.number.coefficient == 0);
  }
  std::string result = stated.to_string() + zero.to_string();
  const auto add = [&](std::string_view text) {
    (result += ' ' + std::to_string(text.size()) + ':') += text;
  };
  for (const std::string& wide : wide_) add(wide);
  add(trimmed_cell(header_.columns.case_file));
  for (const std::size_t choice : choices_) add(core::without_blanks(cells_[choice]));
  return result;
}

analysis::CaseAuditor* RowAuditor::auditor_of_row(Diagnostics& problems) {
  std::string key = combination();
  const auto known = auditors_.find(key);
  if (known != auditors_.end()) return known->second.get();
  core::Checked<io::LoadedCase> loaded = load(settings_of_many());
  if (!loaded) {
    problems = std::move(loaded.error());
    return nullptr;
  }
  std::vector<Key> replaced;
  replaced.reserve(numbers_.size());
  for (const RowCell& number : numbers_) replaced.push_back(number.key);
  auto auditor = std::make_unique<analysis::CaseAuditor>(loaded->subject, loaded->presets,
                                                         plan_.request.options, replaced);
  plan_.sources.add(*loaded, auditor->calculation());
  if (auditors_.size() >= most_auditors) auditors_.clear();
  // Where figures of this row alone leave nothing, the next one may fare better.
  if (auditor->calculation() == nullptr && !auditor->is_for_all()) key += " row of its own";
  return auditors_.insert_or_assign(std::move(key), std::move(auditor)).first->second.get();
}

}  // namespace billijk::cli
