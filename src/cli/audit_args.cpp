#include "cli/audit_args.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include "io/file.hpp"
#include "io/nearest.hpp"
#include "io/rules_reader.hpp"
#include "report/catalogue.hpp"

namespace billijk::cli {
namespace {

using analysis::Rule;
using analysis::rule_count;
using analysis::RuleSetting;
using core::Code;
using report::Message;

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rule_count; ++i) names.emplace_back(analysis::facts_of(analysis::rule_at(i)).key);
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
      errors_.push_back({.code = Code::missing_argument, .at = {}, .key = {}, .arguments = {{"what", "@what_case"}, {"example", "billijk audit preset:cases/hbh-2026 --as-of 2026-11-22"}}});
    }
    if (!args_.rows.empty() && args_.cases.size() > 1) {
      errors_.push_back({.code = Code::excess_argument, .at = {}, .key = {}, .arguments = {{"found", args_.cases[1]}, {"command", "audit"}}});
    }
    take_day();
    take_scheme();
    take_rules_file();
    take_asked();
    request_.shown = number("--league", args_.league, 0, 1'000'000, 20);
    request_.threads = static_cast<unsigned>(number("--threads", args_.threads, 1, 256, std::clamp(std::thread::hardware_concurrency(), 1U, 256U)));
    take_signs();
    const bool kept = !args_.dossier.empty() || !args_.manifest.empty();
    const bool piped = args_.rows == "-" || std::ranges::find(args_.cases, "-") != args_.cases.end();
    if (kept && piped) errors_.push_back({.code = Code::not_redoable, .at = {}, .key = {}, .arguments = {}});
    if (!errors_.empty()) return tl::unexpected{std::move(errors_)};
    return request_;
  }

 private:
  void wrong(const std::string& option, const std::string& found, std::string allowed, const std::string& example) {
    errors_.push_back({.code = Code::option_value,
                       .at = {},
                       .key = option,
                       .arguments = {{"option", option}, {"found", found}, {"allowed", std::move(allowed)}, {"example", option + ' ' + example}}});
  }
  void take_day() {
    if (args_.as_of.empty()) {
      request_.options.as_of = world_.today();
      return;
    }
    const core::Checked<core::Date> day = read_day("--as-of", args_.as_of);
    if (day) {
      request_.options.as_of = *day;
    } else {
      errors_.insert(errors_.end(), day.error().begin(), day.error().end());
    }
  }
  void take_scheme() {
    const auto word = std::ranges::find(analysis::scheme_words, args_.scheme);
    if (word != analysis::scheme_words.end()) {
      request_.options.scheme = static_cast<analysis::Scheme>(word - analysis::scheme_words.begin());
    } else if (!args_.scheme.empty()) {
      wrong("--scheme", args_.scheme, "union, trade", "union");
    }
    if (args_.break_even.empty()) return;
    std::string number = args_.break_even;
    std::ranges::replace(number, ',', '.');
    const core::DecimalResult percent = core::parse_decimal(number);
    if (percent.value && *percent.value >= core::Decimal{} && *percent.value <= core::Decimal{100}) {
      request_.options.break_even = *percent.value;
    } else {
      wrong("--break-even", args_.break_even, "0 … 100", "1");
    }
  }

  /// The setting of a threshold, held to what the rule can do with it.
  void take_threshold(const io::RuleChange& change) {
    const Rule rule = analysis::rule_at(change.rule);
    const core::Decimal& threshold = *change.threshold;
    const bool months = rule == Rule::freshness;
    const bool whole = threshold.is_whole() && threshold >= core::Decimal{1} && threshold <= core::Decimal{1200};
    if (!facts_of(rule).bounded || (months && !whole)) {
      core::Diagnostic refused{.code = Code::rule_threshold,
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
    const auto source = io::read_file(args_.rules_file, args_.rules_file);
    if (!source) {
      errors_.insert(errors_.end(), source.error().begin(), source.error().end());
      return;
    }
    const auto changes = io::read_rules(*source, {.rules = rule_names(), .weights = analysis::weight_words});
    if (!changes) {
      errors_.insert(errors_.end(), changes.error().begin(), changes.error().end());
      return;
    }
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
      core::Diagnostic unknown{.code = Code::unknown_rule, .at = {}, .key = option, .arguments = {{"found", word}}};
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
    if (args_.skip.empty()) return;
    const std::array<bool, rule_count> skip = rules_in("--skip", args_.skip);
    for (std::size_t i = 0; i < rule_count; ++i) {
      if (skip.at(i)) request_.options.rules.at(i).asked = false;
    }
  }

  std::size_t number(const std::string& option, const std::string& text, std::size_t least, std::size_t most, std::size_t otherwise) {
    if (text.empty()) return otherwise;
    std::size_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc{} && stop == end && value >= least && value <= most) return value;
    wrong(option, text, std::to_string(least) + " … " + std::to_string(most), std::to_string(std::max<std::size_t>(least, 10)));
    return otherwise;
  }
  void take_signs() {
    const std::string& delimiter = args_.delimiter;
    if (delimiter == "tab" || delimiter == "\\t") {
      request_.asked.delimiter = '\t';
    } else if (delimiter.size() == 1 && delimiter.find_first_of("\"\r\n.") == std::string::npos) {
      request_.asked.delimiter = delimiter.front();
    } else if (!delimiter.empty()) {
      wrong("--delimiter", delimiter, "; , tab", "';'");
    }
    const std::string& decimal = args_.decimal;
    if (decimal == "," || decimal == ".") {
      request_.asked.decimal = decimal.front();
    } else if (!decimal.empty()) {
      wrong("--decimal", decimal, ", .", ",");
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
  const auto option = [&](const std::string& name, std::string& value, Message message, const std::string& type) {
    app.add_option(name, value, help(message))->type_name(type);
  };
  app.add_option("CASE", args.cases, help(Message::help_audit_cases))->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  option("--rows", args.rows, Message::help_audit_rows, "FILE");
  option("--as-of", args.as_of, Message::help_audit_as_of, "DATE");
  option("--scheme", args.scheme, Message::help_audit_scheme, "union|trade");
  option("--break-even", args.break_even, Message::help_audit_break_even, "PERCENT");
  app.add_flag("--rules", args.rules, help(Message::help_audit_rules))->disable_flag_override();
  option("--rules-file", args.rules_file, Message::help_audit_rules_file, "FILE");
  option("--only", args.only, Message::help_audit_only, "LIST");
  option("--skip", args.skip, Message::help_audit_skip, "LIST");
  app.add_flag("--details", args.details, help(Message::help_audit_details))->disable_flag_override();
  option("--league", args.league, Message::help_audit_league, "N");
  option("--dossier", args.dossier, Message::help_audit_dossier, "DIR");
  option("--manifest", args.manifest, Message::help_audit_manifest, "FILE");
  option("--verify", args.verify, Message::help_audit_verify, "MANIFEST");
  option("--delimiter", args.delimiter, Message::help_delimiter, "SIGN");
  option("--decimal", args.decimal, Message::help_decimal, "SIGN");
  option("--threads", args.threads, Message::help_audit_threads, "N");
  app.add_option("--set", args.settings, help(Message::help_set))
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  option("--presets", args.presets, Message::help_presets, "DIR");
  add_output_options(app, args.output, language);
}

core::Checked<AuditRequest> read_audit_args(const AuditArgs& args, const World& world) { return AuditArgsReader{args, world}.read(); }

}  // namespace billijk::cli
