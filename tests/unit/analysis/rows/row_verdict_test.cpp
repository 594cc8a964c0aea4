#include <catch2/catch.hpp>
#include <vector>

#include "analysis/rows/row_model.hpp"
#include "core/case/rails.hpp"
#include "unit/cases.hpp"

namespace billijk::analysis {
namespace {

using core::Key;
using core::Total;

/// A number as a cell writes it: 38.50 is {3850, 2}.
using Cells = std::vector<core::RowCell>;

/// The starting case, whose figures have ranges, with changes to it.
std::string starting(const std::string& changes = {}) {
  return "schema = \"billijk/case/1\"\nextends = \"preset:cases/hbh-2026\"\n" + changes;
}

/// Rows of one case, each of which must be what the case with these numbers alone is.
class Rows {
 public:
  explicit Rows(const std::string& text) {
    core::Checked<io::LoadedCase> loaded = tests::load(text);
    if (!loaded) throw std::runtime_error{tests::summary(loaded.error())};
    subject_ = std::move(loaded->subject);
    presets_ = std::move(loaded->presets);
  }

  /// Checks the row, and gives what came of it.
  RowFigures take(const Cells& cells) {
    // A cell has no range and no grade.
    core::Case alone = subject_;
    for (const core::RowCell& cell : cells) alone.numbers.at(index_of(cell.key)) = core::Input{};
    alone = with_cells(std::move(alone), cells);
    const core::Checked<core::Calculation> wanted = core::calculate(alone, presets_);
    if (!evaluator_) {
      evaluator_.emplace(std::make_shared<const RowModel>(
          alone, presets_, *core::resolve(alone, presets_),
          RowNeeds{.lines = {}, .ranges = true, .sides = true, .doubts = true}));
    }
    RowFigures figures;
    const std::optional<core::Diagnostic> trouble = evaluator_->evaluate(cells, figures);
    REQUIRE(wanted.has_value() == !trouble);
    if (!wanted) {
      CHECK(trouble->code == wanted.error().front().code);
      return figures;
    }
    const core::Checked<core::Verdict> verdict = core::give_verdict(
        *wanted, {alone.value(Key::tariff), alone.choices.chosen<core::TariffUnit>()});
    REQUIRE(verdict);
    CHECK(figures.zone == verdict->judgement.zone);
    CHECK(figures.certain == verdict->certain);
    CHECK(figures.provisional == verdict->is_provisional());
    for (const Total total : judged_totals) {
      REQUIRE((*verdict)[total].has_value() == figures.sides[index_of(total)].has_value());
      if (!(*verdict)[total]) continue;
      CHECK((*verdict)[total]->side == figures.sides[index_of(total)]->side);
      CHECK((*verdict)[total]->certain == figures.sides[index_of(total)]->certain);
    }
    CHECK(figures.warnings == wanted->warnings.size() + verdict->warnings.size());
    if (verdict->subcontractor) CHECK(figures.subcontractor_zone == verdict->subcontractor->zone);
    return figures;
  }
  /// The codes of the rails that fire, as they are said of the last row.
  std::string said(const Cells& cells, const RowFigures& figures) const {
    core::Diagnostics rails;
    for (const core::Diagnostic& finding : evaluator_->rails_said(cells, figures)) {
      if (core::is_rail(finding.code)) rails.push_back(finding);
    }
    return tests::codes(rails);
  }

 private:
  core::Case subject_;
  core::Presets presets_;
  std::optional<RowEvaluator> evaluator_;
};

}  // namespace

// 32.69 35.69 41.03; 36.61 41.16 48.76; 40.27 45.28 53.64
TEST_CASE("rows with ranges are as certain as each alone, on either side of every end") {
  Rows rows{starting()};
  for (const std::int64_t tariff : {3268, 3269, 3568, 3569, 3660, 3661, 4026, 4027, 4103, 4104,
                                    4115, 4116, 4528, 4529, 4875, 4876, 5364, 5365}) {
    CAPTURE(tariff);
    rows.take({{Key::tariff, {tariff, 2}}});
  }
}

TEST_CASE("a cell has no range, and its row is certain without it") {
  Rows rows{starting()};
  for (const std::int64_t sickness : {50, 70, 90, 110}) {
    for (const std::int64_t tariff : {36, 38, 42, 50}) {
      CAPTURE(sickness, tariff);
      rows.take({{Key::tariff, {tariff, 0}},
                 {Key::sickness, {sickness, 1}},
                 {Key::overhead_percent, {15, 0}},
                 {Key::part_time_factor, {40, 0}}});
    }
  }
}

TEST_CASE(
    "rows rounded line by line, and lump sums over a volume with a range, are as each alone") {
  Rows by_line{starting("[rounding]\nat = \"line\"\n")};
  Rows lump_sum{
      starting("[contract]\nunit = \"lump_sum\"\n"
               "volume = { value = 50000, low = 45000, high = 55000 }\n")};
  for (const std::int64_t tariff : {36, 41, 42, 46, 60}) {
    CAPTURE(tariff);
    by_line.take({{Key::tariff, {tariff, 0}}});
    lump_sum.take({{Key::tariff, {tariff * 50'000, 0}}});
  }
}

TEST_CASE("an end of a range at which nothing is left fails the row, as it fails the case") {
  Rows rows{starting("[hours]\nidle = { value = 0, low = 0, high = 1500 }\n")};
  rows.take({{Key::tariff, {42, 0}}});
}

TEST_CASE("what a fee leaves is judged row by row") {
  Rows rows{starting()};
  for (const std::int64_t fee : {0, 5, 12}) {
    CAPTURE(fee);
    rows.take({{Key::tariff, {43, 0}}, {Key::subcontracting_fee, {fee, 0}}});
  }
}

TEST_CASE("rails of rows are counted and said as those of the case") {
  Rows rows{
      starting("[contract]\nvolume = 100\ndelivery = \"alfahulp\"\n"
               "start = 2027-06-01\n")};
  const auto fired = [&](const Cells& cells) { return rows.said(cells, rows.take(cells)); };
  const auto row = [](core::CellNumber tariff, core::CellNumber volume, core::CellNumber sickness) {
    return Cells{{Key::tariff, tariff}, {Key::volume, volume}, {Key::sickness, sickness}};
  };
  CHECK(fired(row({42, 0}, {48'000, 0}, {7, 0})) == "");
  CHECK(fired(row({42, 0}, {48'000, 3}, {7, 0})) == "W051");
  CHECK(fired(row({42, 0}, {48'000, 0}, {78, 3})) == "W050");
  CHECK(fired(row({42, 0}, {48'000, 0}, {781, 1})) == "W064 W058");
  CHECK(fired(row({4200, 0}, {48'000, 0}, {7, 0})) == "W058");
  CHECK(fired(row({4200, 0}, {120, 0}, {7, 0})) == "W057");
}

TEST_CASE("a wage about the minimum wage, and hours about those of a full-timer, warn as they do") {
  Rows rows{tests::CaseText{}
                .with("wage", "hourly = 16")
                .with("obligations", "annual = 0")
                .with("contract", "volume = { value = 40000, grade = \"placeholder\" }")
                .text()};
  for (const std::int64_t wage : {1470, 1471, 1498, 1499, 1600, 2100}) {
    for (const std::int64_t annual : {0, 1000}) {
      CAPTURE(wage, annual);
      rows.take({{Key::tariff, {42, 0}},
                 {Key::wage_hourly, {wage, 2}},
                 {Key::obligation_annual, {annual, 0}}});
    }
  }
}

TEST_CASE("prices derived from the tariff of a row warn below what they must be at least") {
  Rows rows{
      starting("[[derived]]\nkey = \"pgb\"\nlabel = \"pgb\"\npercent = 50\n"
               "of = \"tariff\"\nat_least = \"informal_floor\"\n")};
  for (const std::int64_t tariff : {38, 42, 44, 46, 60}) {
    CAPTURE(tariff);
    rows.take({{Key::tariff, {tariff, 0}}});
  }
}

TEST_CASE("a margin that lifts the ceiling warns of it in a row") {
  Rows rows{starting()};
  for (const std::int64_t margin : {2, 9, 10, 11, 20}) {
    CAPTURE(margin);
    rows.take({{Key::tariff, {42, 0}}, {Key::margin_percent, {margin, 0}}});
  }
}

}  // namespace billijk::analysis
