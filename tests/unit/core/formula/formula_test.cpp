#include "core/formula/formula.hpp"

#include <catch2/catch.hpp>

#include "core/formula/play.hpp"
#include "core/formula/symbol.hpp"
#include "core/recording.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using tests::compute;
using tests::Computed;
using tests::decimal;
using tests::exact;

/// The values of all nodes; nothing where the formula cannot be played.
std::optional<std::vector<Exact>> values(const Formula& formula,
                                         const std::vector<Exact>& figures) {
  std::vector<Exact> result;
  if (!play<Exact>(formula, figures, result)) return std::nullopt;
  return result;
}

TEST_CASE("a symbol writes each operation once, after what it takes") {
  Formula formula;
  const Symbol wage = Symbol::input(formula, "wage.hourly", Unit::eur_per_hour);
  const Symbol share = Symbol::input(formula, "supplements.holiday_allowance", Unit::percent);
  const Symbol gross = wage + wage * share;
  CHECK(Symbol::input(formula, "wage.hourly", Unit::eur_per_hour).place_in(formula) ==
        wage.place_in(formula));
  REQUIRE(formula.nodes().size() == 4);
  REQUIRE(formula.inputs().size() == 2);
  CHECK(formula.nodes()[2].op == Op::product);
  CHECK(formula.nodes()[3].left == wage.place_in(formula));
  const auto played = values(formula, {exact("20"), exact("0.08")});
  REQUIRE(played);
  CHECK(gross.value_in(*played) == exact("21.6"));
}

TEST_CASE("every operation of a formula is played as it is computed") {
  Formula formula;
  const Symbol a = Symbol::input(formula, "a", Unit::none);
  const Symbol b = Symbol::input(formula, "b", Unit::none);
  const auto played_with = [&](const Symbol& symbol, const char* of_a, const char* of_b) {
    const auto played = values(formula, {exact(of_a), exact(of_b)});
    REQUIRE(played);
    return symbol.value_in(*played);
  };
  CHECK(played_with(a - b, "7", "2") == exact("5"));
  CHECK(played_with(a / b, "7", "2") == exact("3.5"));
  CHECK(played_with(max(a, b), "7", "2") == exact("7"));
  CHECK(played_with(min(a, b), "7", "2") == exact("2"));
  CHECK(played_with(less(a, b), "7", "2") == exact("0"));
  CHECK(played_with(less(b, a), "7", "2") == exact("1"));
  CHECK(played_with(less(a, b), "2", "2") == exact("0"));
  CHECK(played_with(choose(less(a, b), a, Symbol{3}), "1", "2") == exact("1"));
  CHECK(played_with(choose(less(a, b), a, Symbol{3}), "3", "2") == exact("3"));
  const Symbol rounded = round(a / b, {.step = decimal("0.05"), .mode = RoundingMode::half_even});
  CHECK(played_with(rounded, "1", "40") == exact("0"));
  CHECK(formula.rounding_at(formula.nodes()[rounded.place_in(formula)]).mode ==
        RoundingMode::half_even);
}

TEST_CASE("constants are worked out at once, and written where a symbol meets them") {
  Formula formula;
  CHECK((Symbol{1} - Symbol{3}).certain_sign() == -1);
  CHECK(round(Symbol{exact("2.675")}, {}).value_in<Exact>({}) == exact("2.68"));
  CHECK(Symbol{}.is_zero());
  CHECK(formula.nodes().empty());
  const Symbol rest = Symbol{1} - Symbol::input(formula, "o", Unit::percent);
  CHECK_FALSE(rest.is_zero());
  CHECK(rest.value_in(*values(formula, {exact("0.15")})) == exact("0.85"));
}

TEST_CASE("what must be above zero ends a play where it is not") {
  Formula formula;
  const Symbol hours = Symbol::input(formula, "hours", Unit::hours_per_year);
  CHECK(hours.certain_sign() == 1);
  CHECK(values(formula, {exact("0.1")}));
  CHECK_FALSE(values(formula, {exact("0")}));
  CHECK_FALSE(values(formula, {exact("-1")}));
}

TEST_CASE("nothing is spread over anything, and something over more than nothing") {
  Formula formula;
  const Symbol amount = Symbol::input(formula, "amount", Unit::eur);
  const Symbol volume = Symbol::input(formula, "volume", Unit::hours_per_year);
  const Symbol hourly = spread(amount, volume);
  CHECK(hourly.value_in(*values(formula, {exact("0"), exact("0")})) == exact("0"));
  CHECK(hourly.value_in(*values(formula, {exact("9"), exact("2")})) == exact("4.5"));
  CHECK_FALSE(values(formula, {exact("9"), exact("0")}));
}

TEST_CASE("a recorder keeps each name once, with the unit of its dimension") {
  Formula formula;
  Recorder<Symbol> record{formula};
  const EurosPerPaidHour<Symbol> gross{Symbol::input(formula, "wage.hourly", Unit::eur_per_hour)};
  const EurosPerPaidHour<Symbol> named = record.named("gross", gross);
  CHECK(record.named("gross", gross).number().place_in(formula) ==
        named.number().place_in(formula));
  record.named("attendance", PaidHours<Symbol>{Symbol{1600}});
  record.named("travel_share", Share<Symbol>{Symbol{0}});
  REQUIRE(formula.steps().size() == 3);
  CHECK(formula.steps()[0].unit == Unit::eur_per_hour);
  CHECK(formula.steps()[1].unit == Unit::hours_per_year);
  CHECK(formula.steps()[2].unit == Unit::none);
  CHECK(formula.find("gross")->node == named.number().place_in(formula));
  CHECK(formula.find("net") == nullptr);
  record.set_prefix("indexed.");
  record.named("gross", gross);
  CHECK(formula.steps().back().name == "indexed.gross");
}

TEST_CASE("a formula played with symbols is written into another") {
  Formula part;
  const Symbol half = Symbol::input(part, "x", Unit::none) / Symbol{2};
  Formula whole;
  std::vector<Symbol> copied;
  const std::vector<Symbol> inputs{Symbol::input(whole, "y", Unit::none)};
  REQUIRE(play<Symbol>(part, inputs, copied));
  CHECK(half.value_in(copied).value_in(*values(whole, {exact("9")})) == exact("4.5"));
}

CaseText many_sided() {
  return tests::with_charges("", "part_time_factor = 80\ntraining = 8")
      .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }")
      .with("travel", "minutes_between = 10\nvisit_minutes = 150\nkilometres = 2\nrate = 0.23")
      .with("overhead", "percent = 15\nof = \"tariff\"")
      .with("margin", "percent = 3\nof = \"tariff\"")
      .with("indexation", "price_level = 2024\npercent = [4.96, 3.2]")
      .line("key = \"own\"\nelement = \"f\"\npercent = 1\nof = \"direct\"")
      .line("key = \"permit\"\nelement = \"b\"\namount = 0.3\nper = \"paid_hour\"");
}

TEST_CASE("what is recorded is what was computed, step on step") {
  const std::string at = GENERATE("end", "line");
  CAPTURE(at);
  const Computed sheet = compute(many_sided().with("rounding", "at = \"" + at + '"'));
  const std::shared_ptr<Recording> recording = recording_of(*sheet);
  const Sheet<Exact> played = recording->sheet_played();
  for (const LineId line : line_order(sheet->ways())) {
    CAPTURE(line);
    CHECK(line_of(played.first, line).number() == line_of(sheet->sheet.first, line).number());
  }
  for (const Total total : all_totals)
    CHECK(played.totals[index_of(total)].number() == sheet.total(total));
  CHECK(played.first.hours.travel.number() == sheet->sheet.first.hours.travel.number());
  CHECK(played.first.labour.gross.number() == sheet->sheet.first.labour.gross.number());
  for (const char* name :
       {"index@2026", "index_factor", "wage@2026-01-01", "wage@2026-07-01", "wage",
        "premium@2026-01-01", "social_percent@2026-01-01", "social", "gross", "labour",
        "attendance", "leave", "own", "overhead", "cost_price", "ceiling", "indexed.wage_floor",
        "indexed.fair_tariff", "indexation"}) {
    CAPTURE(name);
    CHECK(recording->formula.find(name) != nullptr);
  }
}

TEST_CASE("a recording is no more than its figures: others make it another case") {
  const CaseText subject = many_sided();
  const Computed first = compute(subject);
  const Computed second =
      compute(CaseText{subject}.with("indexation", "price_level = 2024\npercent = [1.5, 2.25]"));
  Recording recording{first->resolution.resolved, first->resolution.index_years};
  const Recording other{second->resolution.resolved, second->resolution.index_years};
  recording.figures = other.figures;
  REQUIRE(recording.play());
  CHECK(recording.sheet_played().totals[index_of(Total::ceiling)].number() ==
        second.total(Total::ceiling));
}

}  // namespace
}  // namespace billijk::core
