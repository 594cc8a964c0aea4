#include <algorithm>
#include <limits>

#include "analysis/compare/comparison.hpp"
#include "analysis/compare/negotiation.hpp"
#include "cli/options/command.hpp"
#include "cli/options/lever_option.hpp"
#include "cli/options/option_value.hpp"
#include "cli/options/options.hpp"
#include "report/compare/agreement.hpp"
#include "report/compare/compare_report.hpp"
#include "report/live/live_case.hpp"

namespace billijk::cli {
namespace {

using core::Code;
using core::Diagnostics;
using report::Message;

struct CompareArgs {
  std::vector<std::string> cases;
  CaseOptions shared;  ///< of every case; its name stays empty
  std::string boundary, orders, seed;
  bool brief = false;
};

Diagnostics check_count(const CompareArgs& args) {
  const std::string found = std::to_string(args.cases.size());
  if (args.cases.size() < 2) {
    return {core::finding(Code::missing_argument,
                          {{"what", core::Phrase::what_second_case},
                           {"example", "billijk compare municipality.toml provider.toml"}})};
  }
  if (args.cases.size() > analysis::most_cases) {
    return {core::finding(Code::too_many_cases,
                          {{"found", found}, {"most", std::to_string(analysis::most_cases)}})};
  }
  if (std::ranges::count(args.cases, "-") > 1)
    return {core::finding(Code::excess_argument, {{"found", "-"}, {"command", "compare"}})};
  if (args.brief && args.cases.size() != 2)
    return {core::finding(Code::brief_of_two, {{"found", found}})};
  return {};
}

core::Checked<analysis::BridgeRequest> read_request(const CompareArgs& args) {
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
core::Checked<std::vector<core::Calculation>> compute_all(World& world, const CompareArgs& args) {
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
    return {core::finding(Code::boundary_absent,
                          {{"case", calculation.subject.file}, {"boundary", name}})};
  }
  return {};
}

/// Two cases as a page computes them again; nothing for more, and for other forms.
report::Record live_of(const CompareArgs& args, const report::CompareView& view,
                       report::Language language) {
  const analysis::Comparison& comparison = view.comparison;
  if (comparison.cases.size() != 2 || !is_live(args.shared.output)) return {};
  report::List cases;
  for (const core::Calculation* calculation : comparison.cases) {
    const auto effects =
        analysis::sensitivity_of(*calculation, core::Total::cost_price, std::nullopt).effects;
    cases.items.emplace_back(live_case_of(args.shared, *calculation, effects, "compare", language));
  }
  return {{"kind", "compare"},
          {"words", report::live_words(language)},
          {"names", args.brief ? report::names_of_parties(language)
                               : report::names_of_cases(comparison, language)},
          {"cases", std::move(cases)}};
}

Exit compare(const CompareArgs& args, World& world) {
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
  for (const core::Calculation& calculation : *calculations) tell_doubts(world, calculation);
  std::optional<analysis::Negotiation> talks;
  if (args.brief) talks = negotiation_of(*comparison);
  const report::CompareView view{.comparison = *comparison,
                                 .negotiation = talks ? &*talks : nullptr,
                                 .notes = !args.shared.output.for_public};
  const Forms forms{.document =
                        [&](const report::Format& format) {
                          report::Document document = args.brief ? brief_document(view, format)
                                                                 : compare_document(view, format);
                          document.live = live_of(args, view, format.language());
                          return document;
                        },
                    .sections =
                        [&](report::Language language) {
                          return compare_sections(view, world.program, language);
                        }};
  return give(world, args.shared.output, forms, Exit::done);
}

Options compare_options(CompareArgs& args) {
  return joined({{{.names = "CASE",
                   .type = {},
                   .help = Message::help_compare_cases,
                   .into = &args.cases,
                   .required = true},
                  {"--boundary", "BOUNDARY", Message::help_compare_boundary, &args.boundary},
                  {"--brief", {}, Message::help_brief, &args.brief},
                  public_option(args.shared.output),
                  {"--orders", "N", Message::help_orders, &args.orders},
                  {"--seed", "N", Message::help_orders_seed, &args.seed},
                  {"--set", "KEY=VALUE", Message::help_compare_set, &args.shared.settings},
                  {"--presets", "DIR", Message::help_presets, &args.shared.presets}},
                 output_options(args.shared.output)});
}

}  // namespace

Command compare_command() {
  return {.name = "compare", .summary = Message::help_compare, .usage = "CASE CASE...", .bind = [] {
            return bound(compare_options, compare);
          }};
}

}  // namespace billijk::cli
