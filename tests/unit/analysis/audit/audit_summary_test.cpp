#include "analysis/audit/audit_summary.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/figures.hpp"
#include "unit/priced_contract.hpp"

namespace billijk::analysis {
namespace {

using tests::exact;

/// The same in the north.
AuditedContract priced(const std::string& id, const std::string& tariff,
                       const std::string& volume = "") {
  return tests::priced({.id = id, .municipality = {}, .provider = {}, .region = "north"}, tariff,
                       volume);
}

/// A contract whose cost price is unknown for want of these keys, and that fails another red rule.
AuditedContract unpriced(const std::string& id, const std::vector<std::string>& keys) {
  AuditedContract contract;
  contract.id = id;
  contract.region = "south";
  contract.rules[index_of(Rule::cost_price)] = {.answer = Answer::unknown, .missing = keys};
  contract.rules[index_of(Rule::wage_floor)] = {.answer = Answer::unknown, .missing = keys};
  contract.rules[index_of(Rule::delivery)].answer = Answer::fail;
  contract.rules[index_of(Rule::margin)].answer = Answer::fail;
  contract.rules[index_of(Rule::elements)] = {.answer = Answer::unknown, .weightless = true};
  return contract;
}

std::vector<AuditedContract> contracts() {
  return {priced("a", "39", "10"), unpriced("b", {"wage", "hours.leave"}),
          priced("c", "38"),       priced("d", "40"),
          priced("e", "39"),       unpriced("f", {"wage"})};
}

/// Everything a summary says, as one text.
std::string told(AuditSummary summary) {
  summary.sort();
  const AuditTally& all = summary.all();
  std::string text = "contracts " + std::to_string(all.contracts()) + ", red " +
                     std::to_string(all.in(Standing::red)) + ", low " +
                     std::to_string(all.short_of_cost()) + ", without volume " +
                     std::to_string(all.without_volume()) + ", priced " +
                     std::to_string(all.with_distance()) + ", a year " +
                     core::shortest(all.shortfall_year().value_or(exact("-1")));
  text += "\nunknown " + std::to_string(summary.answered(Rule::cost_price, Answer::unknown)) +
          ", weightless " + std::to_string(summary.weightless(Rule::elements)) + ", with fail " +
          std::to_string(summary.unjudged_with_fail());
  for (const auto& [name, tally] : summary.regions())
    text += ", " + name + ' ' + std::to_string(tally.contracts());
  text += "\nleague";
  for (const ContractLine& line : summary.league()) text += ' ' + line.id;
  text += "\nunjudged";
  for (const UnjudgedLine& line : summary.unjudged())
    text += ' ' + line.id + ' ' + std::to_string(line.fails.size());
  for (const auto& [key, count] : summary.missing())
    text += ", " + key + ' ' + std::to_string(count);
  return text;
}

const std::string totals =
    "contracts 6, red 3, low 3, without volume 2, priced 4, a year 10\n"
    "unknown 2, weightless 2, with fail 2, north 4, south 2\n";
const std::string missing = ", hours.leave 1, wage 2";

AuditSummary summary_of(const AuditOptions& options, std::size_t shown, std::size_t from,
                        std::size_t to) {
  const std::vector<AuditedContract> every = contracts();
  AuditSummary summary{options, shown};
  for (std::size_t i = from; i < to; ++i) summary.add(every[i], i);
  return summary;
}

TEST_CASE("a summary has the lowest first, of equals the earlier, and each missing key counted") {
  const AuditOptions options;
  CHECK(told(summary_of(options, 0, 0, 6)) ==
        totals + "league c a e d\nunjudged b 1 f 1" + missing);
  CHECK(told(summary_of(options, 2, 0, 6)) == totals + "league c a\nunjudged b 1 f 1" + missing);
  CHECK(told(summary_of(options, 1, 0, 6)) == totals + "league c\nunjudged b 1" + missing);
}

TEST_CASE("a red contract without a distance is named, and is not one that was not judged") {
  const AuditOptions options;
  AuditedContract red = unpriced("g", {"wage"});
  red.standing = Standing::red;
  AuditSummary summary{options, 1};
  summary.add(red, 0);
  summary.add(unpriced("h", {"wage"}), 1);
  REQUIRE(summary.unjudged().size() == 1);
  CHECK(summary.unjudged()[0].id == "g");
  CHECK(summary.without_place() == 2);
  CHECK(summary.unjudged_with_fail() == 1);
  CHECK(summary.league().empty());
}

TEST_CASE("summaries of parts added in any order are the summary of all") {
  const AuditOptions options;
  for (const std::size_t shown : {0, 1, 2, 9}) {
    for (std::size_t cut = 0; cut <= 6; ++cut) {
      CAPTURE(shown, cut);
      AuditSummary sum = summary_of(options, shown, cut, 6);
      sum.add(summary_of(options, shown, 0, cut));
      CHECK(told(sum) == told(summary_of(options, shown, 0, 6)));
    }
  }
}

}  // namespace
}  // namespace billijk::analysis
