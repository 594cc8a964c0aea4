#include "cli/audit/audit_args.hpp"

#include <algorithm>

#include "cli/options/option_value.hpp"
#include "io/case/rules_reader.hpp"
#include "io/text/nearest.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using analysis::Rule;
using analysis::rule_count;
using analysis::RuleSetting;
using core::Code;
using core::Phrase;
using report::Message;

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  names.reserve(analysis::all_rules.size());
  for (const Rule rule : analysis::all_rules) names.emplace_back(facts_of(rule).key);
  return names;
}

std::string bounded_rules() {
  std::string list;
  for (const Rule rule : analysis::all_rules) {
    const analysis::RuleFacts& facts = facts_of(rule);
    if (facts.bounded) list += (list.empty() ? "" : ", ") + std::string{facts.key};
  }
  return list;
}

class AuditArgsReader {
 public:
  AuditArgsReader(const AuditArgs& args, const World& world) : args_{args}, world_{world} {}

  core::Checked<AuditRequest> read() {
    const bool reads = !args_.rules && args_.verify.empty();
    if (reads && args_.cases.empty() && args_.rows.empty()) {
      errors_.push_back(
          core::finding(Code::missing_argument,
                        {{"what", Phrase::what_case},
                         {"example", "billijk audit preset:cases/hbh-2026 --as-of 2026-11-22"}}));
    }
    if (!reads && !args_.cases.empty()) excess(args_.cases.front());
    if (reads && !args_.rows.empty() && args_.cases.size() > 1) excess(args_.cases[1]);
    take_day();
    take_scheme();
    take_rules_file();
    take_asked();
    const CountLimits league{
        .option = "--league", .lowest = 0, .highest = 1'000'000, .example = "10"};
    const core::Checked<const report::Form*> form = form_of(args_.output);
    const bool is_page = form && (*form)->word == page_word;
    constexpr std::size_t on_page = 1000;
    if (is_page) request_.shown = on_page;
    if (!args_.league.empty()) request_.shown = keep(read_count(league, args_.league)).value_or(0);
    request_.threads = static_cast<unsigned>(keep(read_threads(args_.threads)).value_or(1));
    request_.asked =
        keep(read_asked_format(args_.delimiter, args_.decimal)).value_or(io::AskedFormat{});
    request_.asked.carry = args_.carry;
    take_places();
    if (!args_.map.empty() && !is_page && args_.dossier.empty())
      errors_.push_back(core::finding(
          Code::option_needs, {{"option", "--map"}, {"other", "--format html, --dossier"}}));
    const bool kept = !args_.dossier.empty() || !args_.manifest.empty();
    const bool piped =
        args_.rows == "-" || std::ranges::find(args_.cases, "-") != args_.cases.end();
    if (kept && piped) errors_.push_back(core::finding(Code::not_redoable));
    if (!errors_.empty()) return tl::unexpected{std::move(errors_)};
    return request_;
  }

 private:
  /// What was read of an option; the finding is kept.
  template <class Value>
  std::optional<Value> keep(core::Checked<Value> read) {
    if (read) return std::move(*read);
    errors_.insert(errors_.end(), read.error().begin(), read.error().end());
    return std::nullopt;
  }
  void excess(const std::string& found) {
    errors_.push_back(
        core::finding(Code::excess_argument, {{"found", found}, {"command", "audit"}}));
  }
  /// Standard output has the report.
  void take_places() {
    if (args_.dossier == "-") {
      errors_.push_back(wrong_value("--dossier", "-", Phrase::own_place, "--dossier evidence"));
    }
    const bool report_there = args_.output.file.empty() || args_.output.file == "-";
    if (args_.manifest == "-" && report_there) {
      errors_.push_back(
          wrong_value("--manifest", "-", Phrase::own_place, "--manifest manifest.json"));
    }
  }
  void take_day() {
    if (args_.as_of.empty()) {
      request_.options.as_of = world_.today();
      return;
    }
    if (const std::optional<core::Date> day = keep(read_day("--as-of", args_.as_of)))
      request_.options.as_of = *day;
  }
  void take_scheme() {
    const OptionWords schemes{
        .option = "--scheme",
        .words = {analysis::scheme_words.begin(), analysis::scheme_words.end()},
        .example = "--scheme union"};
    if (!args_.scheme.empty())
      request_.options.scheme =
          static_cast<analysis::Scheme>(keep(read_word(schemes, args_.scheme)).value_or(0));
    if (args_.break_even.empty()) return;
    std::string number = args_.break_even;
    std::ranges::replace(number, ',', '.');
    const core::DecimalResult percent = core::parse_decimal(number);
    if (percent.value && *percent.value >= core::Decimal{} &&
        *percent.value <= core::Decimal{100}) {
      request_.options.break_even = *percent.value;
    } else {
      errors_.push_back(wrong_value("--break-even", args_.break_even, "0 … 100", "--break-even 1"));
    }
  }

  /// The setting of a threshold, held to what the rule can do with it.
  void take_threshold(const io::RuleChange& change) {
    const Rule rule = analysis::rule_at(change.rule);
    const core::Decimal& threshold = *change.threshold;
    const bool months = facts_of(rule).months;
    const bool whole =
        threshold.is_whole() && threshold >= core::Decimal{1} && threshold <= core::Decimal{1200};
    if (!facts_of(rule).bounded || (months && !whole)) {
      core::Diagnostic refused =
          core::finding(Code::rule_threshold, change.threshold_at, std::string{facts_of(rule).key},
                        {{"rule", std::string{facts_of(rule).key}}, {"found", threshold.text()}});
      if (!months) refused.arguments.emplace_back("allowed", bounded_rules());
      errors_.push_back(std::move(refused));
      return;
    }
    RuleSetting& setting = request_.options.rules.at(change.rule);
    setting.threshold_changed = setting.threshold != threshold;
    setting.threshold = threshold;
  }
  void take_rules_file() {
    if (args_.rules_file.empty()) return;
    const auto source = keep(world_.reading.text(args_.rules_file));
    if (!source) return;
    const auto changes =
        keep(io::read_rules(*source, {.rules = rule_names(), .weights = analysis::weight_words}));
    if (!changes) return;
    for (const io::RuleChange& change : *changes) {
      RuleSetting& setting = request_.options.rules.at(change.rule);
      if (change.weight) {
        const auto weight = static_cast<analysis::Weight>(*change.weight);
        setting.weight_changed = weight != setting.weight;
        setting.weight = weight;
      }
      if (change.threshold) take_threshold(change);
    }
  }

  /// The rules of a list, each true in its place.
  std::array<bool, rule_count> rules_in(const std::string& option, const std::string& list) {
    std::array<bool, rule_count> named{};
    const std::vector<std::string> names = rule_names();
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t comma = std::min(list.find(',', begin), list.size());
      std::string word = list.substr(begin, comma - begin);
      std::erase(word, ' ');
      begin = comma + 1;
      const auto known = std::ranges::find(names, word);
      if (known != names.end()) {
        named.at(static_cast<std::size_t>(known - names.begin())) = true;
        continue;
      }
      core::Diagnostic unknown = core::finding(Code::unknown_rule, {}, option, {{"found", word}});
      const std::string near = io::nearest(word, names);
      if (!near.empty()) unknown.arguments.emplace_back("nearest", near);
      errors_.push_back(std::move(unknown));
    }
    return named;
  }
  void take_asked() {
    if (!args_.only.empty()) {
      const std::array<bool, rule_count> only = rules_in("--only", args_.only);
      for (std::size_t i = 0; i < rule_count; ++i) request_.options.rules.at(i).asked = only.at(i);
    }
    if (!args_.skip.empty()) {
      const std::array<bool, rule_count> skip = rules_in("--skip", args_.skip);
      for (std::size_t i = 0; i < rule_count; ++i) {
        if (skip.at(i)) request_.options.rules.at(i).asked = false;
      }
    }
    const auto decides = [](const RuleSetting& setting) {
      return setting.asked && analysis::decides(setting.weight);
    };
    const bool by_rules = request_.options.scheme == analysis::Scheme::by_union;
    if (by_rules && errors_.empty() && std::ranges::none_of(request_.options.rules, decides)) {
      errors_.push_back(core::finding(Code::nothing_asked));
    }
  }

  const AuditArgs& args_;
  const World& world_;
  AuditRequest request_;
  core::Diagnostics errors_;
};

}  // namespace

Options audit_options(AuditArgs& args) {
  Options of_runs{{"CASE", {}, Message::help_audit_cases, &args.cases},
                  {"--rows", "FILE", Message::help_audit_rows, &args.rows},
                  {"--as-of", "DATE", Message::help_audit_as_of, &args.as_of},
                  {"--scheme", "union|trade", Message::help_audit_scheme, &args.scheme},
                  {.names = "--break-even",
                   .type = "PERCENT",
                   .help = Message::help_audit_break_even,
                   .into = &args.break_even,
                   .needs = "--scheme"},
                  {"--rules", {}, Message::help_audit_rules, &args.rules},
                  {"--rules-file", "FILE", Message::help_audit_rules_file, &args.rules_file},
                  {"--only", "LIST", Message::help_audit_only, &args.only},
                  {"--skip", "LIST", Message::help_audit_skip, &args.skip},
                  {"--details", {}, Message::help_audit_details, &args.details},
                  {"--league", "N", Message::help_audit_league, &args.league},
                  {"--dossier", "DIR", Message::help_audit_dossier, &args.dossier},
                  {"--manifest", "FILE", Message::help_audit_manifest, &args.manifest},
                  {"--map", "FILE", Message::help_audit_map, &args.map},
                  {.names = "--map-key",
                   .type = "NAME",
                   .help = Message::help_audit_map_key,
                   .into = &args.map_key,
                   .needs = "--map"},
                  {.names = "--carry",
                   .type = "COLUMN",
                   .help = Message::help_carry,
                   .into = &args.carry,
                   .needs = "--rows"},
                  {.names = "--delimiter",
                   .type = "SIGN",
                   .help = Message::help_delimiter,
                   .into = &args.delimiter,
                   .needs = "--rows"},
                  {.names = "--decimal",
                   .type = "SIGN",
                   .help = Message::help_decimal,
                   .into = &args.decimal,
                   .needs = "--rows"},
                  {"--threads", "N", Message::help_audit_threads, &args.threads},
                  {"--set", "KEY=VALUE", Message::help_set, &args.settings},
                  {"--strict", {}, Message::help_strict_rails, &args.strict},
                  {"--presets", "DIR", Message::help_presets, &args.presets}};
  // The manifest says what is done again.
  for (Option& option : of_runs) option.excludes = {"--verify"};
  const Option verify{"--verify", "MANIFEST", Message::help_audit_verify, &args.verify};
  return joined({of_runs, {verify}, output_options(args.output)});
}

core::Checked<AuditRequest> read_audit_args(const AuditArgs& args, const World& world) {
  return AuditArgsReader{args, world}.read();
}

}  // namespace billijk::cli
