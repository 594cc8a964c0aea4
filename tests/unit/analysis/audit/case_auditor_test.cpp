#include "analysis/audit/case_auditor.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using tests::CaseText;

AuditOptions asking_a_share() {
  AuditOptions asked;
  asked.as_of = *core::parse_date("2026-11-22");
  asked.rules[index_of(Rule::labour_share)].threshold = core::Decimal{80};
  return asked;
}

/// A row, as cells and as the settings of a case of its own.
struct Row {
  std::vector<core::RowCell> cells;
  std::vector<std::string> settings;

  Row& with(Key key, std::int64_t coefficient, int scale) {
    cells.push_back({key, {coefficient, scale}});
    settings.push_back(std::string{path_of(key)} + '=' + decimal_of(cells.back().number).text());
    return *this;
  }
};

/// Rows audited twice: as a case of its own, and with the others of one case.
class Audits {
 public:
  explicit Audits(const CaseText& text) : text_{text} {}

  struct Pair {
    AuditedContract one, many;
  };
  Pair of(const Row& row) {
    const AuditOptions asked = asking_a_share();
    core::Checked<io::LoadedCase> loaded = tests::load(text_.text(), row.settings);
    REQUIRE(loaded.has_value());
    std::vector<Key> keys;
    for (const core::RowCell& cell : row.cells) keys.push_back(cell.key);
    if (!shared_) shared_.emplace(loaded->subject, loaded->presets, asked, keys);
    const ContractName name{.id = "x", .municipality = {}, .provider = {}, .region = {}};
    return {.one = CaseAuditor{loaded->subject, loaded->presets, asked, {}}.audit(name),
            .many = shared_->audit(name, loaded->subject.contract, row.cells)};
  }

 private:
  CaseText text_;
  std::optional<CaseAuditor> shared_;
};

std::string answers(const AuditedContract& contract) {
  std::string text;
  for (std::size_t i = 0; i < rule_count; ++i)
    text += std::string{word_of(contract.rules[i].answer)} + ' ';
  return text + std::string{word_of(contract.standing)};
}

void check_alike(const AuditedContract& many, const AuditedContract& one) {
  CHECK(answers(many) == answers(one));
  CHECK(many.figures.unsourced == one.figures.unsourced);
  CHECK(many.figures.labour_percent == one.figures.labour_percent);
  CHECK(tests::codes(many.rails) == tests::codes(one.rails));
  CHECK(many.evidence == one.evidence);
  CHECK(many.provisional == one.provisional);
  CHECK(many.outruns.size() == one.outruns.size());
  CHECK(many[Rule::freshness].remarks == one[Rule::freshness].remarks);
}

}  // namespace

TEST_CASE("the rails of a row are those of its own figures, not of the row before") {
  Audits audits{CaseText{}.with("contract", "tariff = 0\nvolume = 1000")};
  const auto rails = [&](std::int64_t sickness, std::int64_t volume, int decimals) {
    const Audits::Pair pair = audits.of(Row{}
                                            .with(Key::sickness, sickness, 2)
                                            .with(Key::tariff, 4100, 2)
                                            .with(Key::volume, volume, decimals));
    check_alike(pair.many, pair.one);
    return tests::codes(pair.many.rails);
  };
  CHECK(rails(750, 48000, 0).empty());
  CHECK(rails(75, 48000, 0) == "W050");
  CHECK(rails(75, 48125, 3) == "W050 W051");
  CHECK(rails(750, 48000, 0).empty());
}

TEST_CASE("a row of many is audited as the same case alone") {
  const CaseText text =
      CaseText{}
          .with("wage", "hourly = 16")
          .with("hours", "contract = 2000\nleave = 300\nsickness = 5\nmeetings = 0")
          .with("obligations", "annual = 0\namount = 0.10")
          .with("audit", "scale = \"nl/cao-vvt-hbh\"")
          .with("contract",
                "tariff = 40\nunit = \"month\"\nnorm_hours = 108\nindexation = { percent = 2 }");
  Audits audits{text};
  for (int i = 0; i < 60; ++i) {
    Row row;
    row.with(Key::tariff, 36'000 + 157 * i, 2)
        .with(Key::norm_hours, 108 + i % 3, 0)
        .with(Key::wage_hourly, 1480 + 9 * i, 2)
        .with(Key::sickness, 30 + i, 1)
        .with(Key::overhead_percent, 8 + i % 9, 0)
        .with(Key::subcontracting_fee, 1 + i % 5, 0)
        .with(Key::margin_percent, 5 + i % 8, 0);
    const auto [one, many] = audits.of(row);
    INFO("row " << i);
    check_alike(many, one);
    CHECK(many.distance == one.distance);
    CHECK(many.mending == one.mending);
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
      CHECK(many.rules[rule].found == one.rules[rule].found);
      CHECK(many.rules[rule].required == one.rules[rule].required);
      CHECK(many.rules[rule].missing == one.rules[rule].missing);
    }
  }
}

TEST_CASE("a volume in a row moves what a cost of the year weighs, beside other own lines") {
  const CaseText text =
      CaseText{}
          .line("key = \"gloves\"\nelement = \"f\"\namount = 0.1\nper = \"billable_hour\"")
          .line("key = \"office\"\nelement = \"a\"\namount = 9000\nper = \"contract_year\"")
          .with("contract", "tariff = 60\nvolume = 1000");
  Audits audits{text};
  for (const std::int64_t volume : {500, 900'000}) {
    Row row;
    row.with(Key::volume, volume, 0);
    const auto [one, many] = audits.of(row);
    check_alike(many, one);
  }
}

TEST_CASE("figures that leave nothing are told, and the other rules still answer") {
  const CaseText text = CaseText{}
                            .with("hours", "contract = 2000\nleave = 1990\nsickness = 5")
                            .with("contract", "tariff = 40\ndelivery = \"alfahulp\"");
  core::Checked<io::LoadedCase> loaded = tests::load(text.text());
  REQUIRE(loaded.has_value());
  const AuditOptions asked = asking_a_share();
  CaseAuditor auditor{loaded->subject, loaded->presets, asked, {}};
  const AuditedContract contract =
      auditor.audit({.id = "x", .municipality = {}, .provider = {}, .region = {}});
  CHECK(contract[Rule::cost_price].missing == std::vector<std::string>{"hours.leave"});
  CHECK(contract[Rule::delivery].answer == Answer::fail);
  CHECK(contract.standing == Standing::red);
  CHECK(!contract.distance.has_value());
}

}  // namespace billijk::analysis
