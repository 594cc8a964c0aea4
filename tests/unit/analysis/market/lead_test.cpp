#include <catch2/catch.hpp>

#include "unit/marketed.hpp"

// One lead provider in the place of many contracts.

namespace billijk::analysis {
namespace {

using core::Exact;
using core::Total;
using tests::CaseText;
using tests::exact;
using tests::marketable;
using tests::Marketed;

std::string lead_of(const std::string& fee, const std::string& contract = "900") {
  return "lead = { fee = " + fee + ", contract = " + contract + " }";
}

/// The first number up to `last` at which the lead is not dearer, tried one by one.
std::optional<int> equal_by_scan(const std::string& market, const CaseText& text, int last) {
  std::string numbers;
  for (int n = 1; n <= last; ++n) numbers += (n == 1 ? "" : ", ") + std::to_string(n);
  CaseText one_by_one = text;
  const Marketed found{one_by_one.with("market", market + "\nproviders = [" + numbers + ']')};
  for (const LeadRow& row : found->lead->rows)
    if (row.total <= row.direct) return row.providers;
  return std::nullopt;
}
/// Whether the answer is what a scan of the first numbers finds.
void check_equal(const std::string& market, const std::optional<int>& wanted,
                 const CaseText& text = CaseText{}) {
  constexpr int last = 300;
  CAPTURE(market);
  CaseText asked = text;
  const std::optional<int> found = Marketed {
    asked.with("market", market + "\nproviders = [1]")
  } -> lead->equal_at;
  CHECK(found == wanted);
  const std::optional<int> scanned = equal_by_scan(market, text, last);
  if (scanned || (found && *found <= last)) CHECK(scanned == found);
}

}  // namespace

TEST_CASE("a lead keeps its part of a tariff that leaves its subcontractors the fair one") {
  const Marketed found{marketable(lead_of("10"))};
  REQUIRE(found->lead);
  CHECK(found->lead->fee == exact("10"));
  CHECK(found->lead->contract == exact("900"));
  REQUIRE(found->lead->rows.size() == 3);
  const LeadRow& row = found->lead->rows[1];
  CHECK(row.providers == 2);
  CHECK(row.tariff == exact("47.22"));  // 42.50 / 0.9 = 47.222
  CHECK(row.keeps == exact("47.22") * exact("1200"));
  CHECK(row.spends == exact("1800"));
  CHECK(row.total == exact("47.22") * exact("12000") + exact("1800"));  // one contract: 600 + 1200
  CHECK(row.direct == found->rows[1].total);
}

TEST_CASE("the fair tariff is divided before it is rounded, by the rounding of the case") {
  const CaseText text = CaseText{}
                            .with("margin", "percent = 1.11")
                            .with("rounding", "step = 0.05\nmode = \"half_even\"")
                            .with("market", "volume = 12000\nproviders = [1]\n" + lead_of("7"));
  // 40.50 x 1.0111 = 40.94955; / 0.93 = 44.0318. Of 40.95 it would be 44.0323.
  CHECK(Marketed { text } -> lead->rows.at(0).tariff == exact("44.05"));
  CaseText finer = text;
  CHECK(Marketed { finer.with("rounding", "step = 0.0001") } -> lead->rows.at(0).tariff ==
        exact("44.0318"));
}

TEST_CASE("a lead that keeps nothing is as dear as one contract, and so not dearer at once") {
  const Marketed found{marketable(lead_of("0"))};
  CHECK(found->lead->equal_at == 1);
  CHECK(found->lead->rows[0].total == found->lead->rows[0].direct);
  CHECK(found->lead->rows[0].keeps.is_zero());
}

TEST_CASE("the first number at which a lead is not dearer is that of a scan") {
  // A contract more of the municipality, 600 a year, against a fee of 1 % of 40.50 x 12000.
  check_equal("volume = 12000\nmunicipality_contract = 600\n" + lead_of("1"), 10);
  check_equal("volume = 12000\nmunicipality_contract = 492\n" + lead_of("1"), 11);
  check_equal("volume = 12000\nmunicipality_contract = 6000\n" + lead_of("1"), 2);
  check_equal("volume = 12000\nmunicipality_contract = 20\n" + lead_of("1"), 247);
}

TEST_CASE("where the lead's total rises faster than those of contracts there is no such number") {
  check_equal(
      "volume = 12000\nprovider_contract = 10000\nmunicipality_contract = 600\n" + lead_of("8"),
      std::nullopt);
  check_equal("volume = 12000\n" + lead_of("0.5"), std::nullopt);
}

TEST_CASE("with travel, and with costs below zero, it is that of a scan too") {
  const CaseText text = CaseText{}.with("travel", "minutes = 6\nkilometres = 2\nrate = 0.23");
  check_equal(
      "volume = 120000\nmunicipality_contract = 4000\ntravel = \"square_root\"\n" + lead_of("3"),
      equal_by_scan("volume = 120000\nmunicipality_contract = 4000\n"
                    "travel = \"square_root\"\n" +
                        lead_of("3"),
                    text, 300),
      text);
  // Each contract of a provider brings 5000 in, so that the totals fall with their number.
  const CaseText falling =
      CaseText{}.line("key = \"own\"\nelement = \"f\"\namount = -5000\nper = \"contract_year\"");
  const std::string market = "volume = 120000\nmunicipality_contract = 600\n" + lead_of("1");
  check_equal(market, equal_by_scan(market, falling, 300), falling);
}

}  // namespace billijk::analysis
