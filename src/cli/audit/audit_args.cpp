#include "cli/audit/audit_args.hpp"

#include <algorithm>

#include "cli/options/option_value.hpp"
#include "io/case/rules_reader.hpp"
#include "io/file/file.hpp"
#include "io/text/nearest.hpp"
#include "report/words/catalogue.hpp"

namespace billijk::cli {
namespace {

using analysis::Rule;
using analysis::rule_count;
using analysis::RuleSetting;
using core::Code;
using report::Message;

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rule_count; ++i)
    names.emplace_back(analysis::facts_of(analysis::rule_at(i)).key);
  return names;
}

std::string bounded_rules() {
  std::string list;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const analysis::RuleFacts& facts = analysis::facts_of(analysis::rule_at(i));
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
          {.code = Code::missing_argument,
           .at = {},
           .key = {},
           .arguments = {{"what", "@what_case"},
                         {"example", "billijk audit preset:cases/hbh-2026 --as-of 2026-11-22"}}});
    }
    if (!reads && !args_.cases.empty()) excess(args_.cases.front());
    if (reads && !args_.rows.empty() && args_.cases.size() > 1) excess(args_.cases[1]);
    take_day();
    take_scheme();
    take_rules_file();
    take_asked();
    const CountLimits league{
        .option = "--league", .lowest = 0, .highest = 1'000'000, .example = "10"};
    if (!args_.league.empty()) request_.shown = keep(read_count(league, args_.league)).value_or(0);
    request_.threads = static_cast<unsigned>(keep(read_threads(args_.threads)).value_or(1));
    request_.asked =
        keep(read_asked_format(args_.delimiter, args_.decimal)).value_or(io::AskedFormat{});
    const bool kept = !args_.dossier.empty() || !args_.manifest.empty();
    const bool piped =
        args_.rows == "-" || std::ranges::find(args_.cases, "-") != args_.cases.end();
    if (kept && piped)
      errors_.push_back({.code = Code::not_redoable, .at = {}, .key = {}, .arguments = {}});
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
    errors_.push_back({.code = Code::excess_argument,
                       .at = {},
                       .key = {},
                       .arguments = {{"found", found}, {"command", "audit"}}});
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
    const bool months = rule == Rule::freshness;
    const bool whole =
        threshold.is_whole() && threshold >= core::Decimal{1} && threshold <= core::Decimal{1200};
    if (!facts_of(rule).bounded || (months && !whole)) {
      core::Diagnostic refused{
          .code = Code::rule_threshold,
          .at = change.threshold_at,
          .key = std::string{facts_of(rule).key},
          .arguments = {{"rule", std::string{facts_of(rule).key}}, {"found", threshold.text()}}};
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
    const auto source = keep(io::read_file(args_.rules_file, args_.rules_file));
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
      core::Diagnostic unknown{
          .code = Code::unknown_rule, .at = {}, .key = option, .arguments = {{"found", word}}};
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
      return setting.asked && setting.weight != analysis::Weight::information;
    };
    const bool by_rules = request_.options.scheme == analysis::Scheme::by_union;
    if (by_rules && errors_.empty() && std::ranges::none_of(request_.options.rules, decides)) {
      errors_.push_back({.code = Code::nothing_asked, .at = {}, .key = {}, .arguments = {}});
    }
  }

  const AuditArgs& args_;
  const World& world_;
  AuditRequest request_;
  core::Diagnostics errors_;
};

}  // namespace

void add_audit_options(CLI::App& app, AuditArgs& args, report::Language language) {
  const auto help = [&](Message message) { return std::string{text_of(message, language)}; };
  const auto option = [&](const std::string& name, std::string& value, Message message,
                          const std::string& type) {
    return app.add_option(name, value, help(message))->type_name(type);
  };
  app.add_option("CASE", args.cases, help(Message::help_audit_cases))
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  CLI::Option* const rows = option("--rows", args.rows, Message::help_audit_rows, "FILE");
  option("--as-of", args.as_of, Message::help_audit_as_of, "DATE");
  CLI::Option* const scheme =
      option("--scheme", args.scheme, Message::help_audit_scheme, "union|trade");
  option("--break-even", args.break_even, Message::help_audit_break_even, "PERCENT")->needs(scheme);
  app.add_flag("--rules", args.rules, help(Message::help_audit_rules))->disable_flag_override();
  option("--rules-file", args.rules_file, Message::help_audit_rules_file, "FILE");
  option("--only", args.only, Message::help_audit_only, "LIST");
  option("--skip", args.skip, Message::help_audit_skip, "LIST");
  app.add_flag("--details", args.details, help(Message::help_audit_details))
      ->disable_flag_override();
  option("--league", args.league, Message::help_audit_league, "N");
  option("--dossier", args.dossier, Message::help_audit_dossier, "DIR");
  option("--manifest", args.manifest, Message::help_audit_manifest, "FILE");
  option("--delimiter", args.delimiter, Message::help_delimiter, "SIGN")->needs(rows);
  option("--decimal", args.decimal, Message::help_decimal, "SIGN")->needs(rows);
  option("--threads", args.threads, Message::help_audit_threads, "N");
  app.add_option("--set", args.settings, help(Message::help_set))
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  option("--presets", args.presets, Message::help_presets, "DIR");
  // The manifest says what is done again.
  const std::vector<CLI::Option*> others = app.get_options();
  CLI::Option* const verify =
      option("--verify", args.verify, Message::help_audit_verify, "MANIFEST");
  for (CLI::Option* const other : others) {
    if (other != app.get_help_ptr()) verify->excludes(other);
  }
  add_output_options(app, args.output, language);
}

core::Checked<AuditRequest> read_audit_args(const AuditArgs& args, const World& world) {
  return AuditArgsReader{args, world}.read();
}

}  // namespace billijk::cli
