#include "report/calc/check_many.hpp"

#include <catch2/catch.hpp>

#include "unit/cases.hpp"
#include "unit/documents.hpp"

namespace billijk::report {
namespace {

using tests::CaseText;
using tests::dutch;
using tests::english;
using tests::headline;
using tests::rows;
using tests::table;
using tests::titles;
using Texts = std::vector<std::string>;

/// Several amounts of one unit against a case.
struct Offers {
  std::vector<const char*> amounts;
  core::TariffUnit unit = core::TariffUnit::hour;
};

std::vector<core::Verdict> verdicts_on(const tests::Computed& subject, const Offers& offers) {
  std::vector<core::Verdict> verdicts;
  for (const char* amount : offers.amounts) {
    core::Checked<core::Verdict> verdict =
        core::give_verdict(*subject, {.value = tests::decimal(amount), .unit = offers.unit});
    if (!verdict) throw std::runtime_error{tests::summary(verdict.error())};
    verdicts.push_back(std::move(*verdict));
  }
  return verdicts;
}

Document check(const CaseText& text, const Offers& offers, const Format& format = english) {
  const tests::Computed subject = tests::compute(text);
  return check_many_document(*subject, verdicts_on(subject, offers), {}, format);
}

}  // namespace

TEST_CASE("several tariffs stand beside each other, under how many of them are fair") {
  const Document document = check(CaseText{}, {{"33.00", "40.50", "44.555"}});
  CHECK(headline(document).tone == Tone::bad);
  CHECK(headline(document).text ==
        "Fair is a tariff from € 40.50 up to and including € 44.55 per hour: 1 of the 3 tariffs.");
  const Table verdicts = table(document, "Tariff");
  CHECK(titles(verdicts).find("Certain") == std::string::npos);
  REQUIRE(verdicts.rows.size() == 3);
  CHECK(rows(verdicts)[0].starts_with("€ 33.00 | "));
  CHECK(rows(verdicts)[1].find("| 0.00") != std::string::npos);
  CHECK(rows(verdicts)[2].find("€ 44.555") != std::string::npos);
  CHECK(rows(verdicts)[2].find("+4.06") != std::string::npos);
}

TEST_CASE("tariffs that are all fair are good news") {
  const Document document = check(CaseText{}, {{"40.50", "41"}}, dutch);
  CHECK(headline(document).tone == Tone::good);
  CHECK(headline(document).text.find("€ 40,50") != std::string::npos);
}

TEST_CASE(
    "tariffs of another unit are shown per hour too, and with a volume what they are a year") {
  const CaseText subject = CaseText{}.with("contract", "norm_hours = 1560\nvolume = 1000");
  const Table verdicts =
      table(check(subject, {{"5200", "5265"}, core::TariffUnit::month}), "Tariff");
  CHECK(rows(verdicts)[0].starts_with("€ 5,200.00 | € 40.00 | "));
  CHECK(rows(verdicts)[0].find("| -0.50 | -500.00") != std::string::npos);
  CHECK(rows(verdicts)[1].starts_with("€ 5,265.00 | € 40.50 | "));
}

TEST_CASE("with ranges each tariff says how sure its zone is") {
  const CaseText ranged = CaseText{}.with(
      "hours", "contract = 2000\nleave = 300\nsickness = { value = 5, low = 4, high = 6 }");
  const Table verdicts = table(check(ranged, {{"30", "40.50", "43"}}), "Tariff");
  const std::size_t column = titles(verdicts).find("Certain");
  REQUIRE(column != std::string::npos);
  CHECK(rows(verdicts)[1].find("| no |") != std::string::npos);
  CHECK(rows(verdicts)[2].find("| yes |") != std::string::npos);
}

TEST_CASE("with a fee a table of its own says what reaches the one who delivers") {
  const CaseText subject = CaseText{}.with("contract", "subcontracting_fee = 10");
  const tests::Computed computed = tests::compute(subject);
  const std::vector<core::Verdict> verdicts = verdicts_on(computed, {{"42", "46"}});
  CHECK_FALSE(is_fair_after_fee(verdicts[0]));
  const Document document = check_many_document(*computed, verdicts, {}, english);
  CHECK(headline(document).tone == Tone::bad);
  const std::vector<Table> tables = tests::all<Table>(document);
  REQUIRE(tables.size() > 1);
  REQUIRE(tables[1].rows.size() == 2);
  CHECK(rows(tables[1])[0].starts_with("€ 42.00 | € 37.80 | "));
  CHECK(rows(tables[1])[1].starts_with("€ 46.00 | € 41.40 | "));
}

TEST_CASE("what several tariffs make one look at is told once") {
  const tests::Computed computed = tests::compute(CaseText{});
  const std::vector<core::Verdict> verdicts = verdicts_on(computed, {{"4050", "4100", "40.50"}});
  CHECK(verdicts[0].warnings.size() == 1);
  CHECK(verdicts[1].warnings.size() == 1);
  CHECK(told_once(verdicts).size() == 1);
}

}  // namespace billijk::report
