#include <algorithm>
#include <limits>
#include <memory>

#include "analysis/compare/comparison.hpp"
#include "analysis/compare/negotiation.hpp"
#include "cli/options/command.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "report/compare/compare_report.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostics;
using report::Message;

struct Args {
  std::vector<std::string> cases;
  CaseOptions shared;  ///< of every case; its name stays empty
  std::string boundary, orders, seed;
  bool brief = false;
  bool for_public = false;
};

Diagnostics finding(Code code, decltype(core::Diagnostic::arguments) arguments) {
  return {{.code = code, .at = {}, .key = {}, .arguments = std::move(arguments)}};
}

Diagnostics check_count(const Args& args) {
  const std::string found = std::to_string(args.cases.size());
  if (args.cases.size() < 2) {
    return finding(Code::missing_argument,
                   {{"what", "@what_second_case"},
                    {"example", "billijk compare municipality.toml provider.toml"}});
  }
  if (args.cases.size() > analysis::most_cases) {
    return finding(Code::too_many_cases,
                   {{"found", found}, {"most", std::to_string(analysis::most_cases)}});
  }
  if (std::ranges::count(args.cases, "-") > 1)
    return finding(Code::excess_argument, {{"found", "-"}, {"command", "compare"}});
  if (args.brief && args.cases.size() != 2) return finding(Code::brief_of_two, {{"found", found}});
  return {};
}

core::Checked<analysis::BridgeRequest> read_request(const Args& args) {
  analysis::BridgeRequest request;
  Diagnostics errors;
  const auto take = [&](auto& place, auto&& read) {
    if (read) {
      place = *read;
    } else {
      errors.insert(errors.end(), read.error().begin(), read.error().end());
    }
  };
  constexpr std::uint64_t most_orders = 1'000'000;
  if (!args.boundary.empty()) take(request.boundary, read_total("--boundary", args.boundary));
  if (!args.orders.empty())
    take(request.orders,
         read_count({.option = "--orders", .lowest = 2, .highest = most_orders, .example = "2000"},
                    args.orders));
  if (!args.seed.empty())
    take(request.seed, read_count({.option = "--seed",
                                   .lowest = 0,
                                   .highest = std::numeric_limits<std::int64_t>::max(),
                                   .example = "2"},
                                  args.seed));
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return request;
}

/// All cases, or everything that is wrong with any of them.
core::Checked<std::vector<core::Calculation>> compute_all(World& world, const Args& args) {
  std::vector<core::Calculation> calculations;
  Diagnostics errors;
  for (const std::string& name : args.cases) {
    CaseOptions options = args.shared;
    options.name = name;
    core::Checked<core::Calculation> calculation = compute(world, options);
    if (calculation) {
      calculations.push_back(std::move(*calculation));
    } else {
      errors.insert(errors.end(), calculation.error().begin(), calculation.error().end());
    }
  }
  if (!errors.empty()) return tl::unexpected{std::move(errors)};
  return calculations;
}

Diagnostics check_boundary(const std::vector<core::Calculation>& calculations, core::Total boundary,
                           report::Language language) {
  for (const core::Calculation& calculation : calculations) {
    if (calculation[boundary]) continue;
    const std::string name = report::word("the_" + std::string{key_of(boundary)}, language);
    return finding(Code::boundary_absent, {{"case", calculation.subject.file}, {"boundary", name}});
  }
  return {};
}

Exit compare(const Args& args, World& world) {
  Diagnostics errors = check_count(args);
  if (!errors.empty()) return tell(world, errors);
  const core::Checked<analysis::BridgeRequest> request = read_request(args);
  if (!request) return tell(world, request.error());
  const core::Checked<std::vector<core::Calculation>> calculations = compute_all(world, args);
  if (!calculations) return tell(world, calculations.error());
  errors = check_boundary(*calculations, request->boundary, world.language);
  if (!errors.empty()) return tell(world, errors);
  std::vector<const core::Calculation*> cases;
  for (const core::Calculation& calculation : *calculations) cases.push_back(&calculation);
  const core::Checked<analysis::Comparison> comparison =
      analysis::compare(std::move(cases), *request);
  if (!comparison) return tell(world, comparison.error());
  for (const core::Calculation& calculation : *calculations) tell_outdated(world, calculation);
  std::optional<analysis::Negotiation> talks;
  if (args.brief) talks = negotiation_of(*comparison);
  const report::CompareView view{.comparison = *comparison,
                                 .negotiation = talks ? &*talks : nullptr,
                                 .notes = !args.for_public};
  const Forms forms{
      .document =
          [&](const report::Format& format) {
            return args.brief ? brief_document(view, format) : compare_document(view, format);
          },
      .json =
          [&](report::Language language) { return compare_json(view, world.program, language); },
      .csv = [&](report::Language language) { return compare_csv(view, language); }};
  return give(world, args.shared.output, forms, Exit::done);
}

}  // namespace

Command compare_command() {
  return {
      .name = "compare",
      .summary = Message::help_compare,
      .usage = "CASE CASE...",
      .example = "billijk compare municipality.toml provider.toml --brief",
      .bind = [](CLI::App& app, report::Language language) {
        const auto args = std::make_shared<Args>();
        const auto help = [&](Message message) { return std::string{text_of(message, language)}; };
        const auto option = [&](const std::string& name, std::string& value, Message message,
                                const std::string& type) {
          app.add_option(name, value, help(message))->type_name(type);
        };
        app.add_option("CASE", args->cases, help(Message::help_compare_cases))
            ->required()
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        option("--boundary", args->boundary, Message::help_compare_boundary, "BOUNDARY");
        app.add_flag("--brief", args->brief, help(Message::help_brief))->disable_flag_override();
        app.add_flag("--public", args->for_public, help(Message::help_public))
            ->disable_flag_override();
        option("--orders", args->orders, Message::help_orders, "N");
        option("--seed", args->seed, Message::help_orders_seed, "N");
        app.add_option("--set", args->shared.settings, help(Message::help_compare_set))
            ->type_name("KEY=VALUE")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        option("--presets", args->shared.presets, Message::help_presets, "DIR");
        add_output_options(app, args->shared.output, language);
        return [args](World& world) { return compare(*args, world); };
      }};
}

}  // namespace billijk::cli
