#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "core/recording.hpp"
#include "core/verdict.hpp"
#include "formula_reader.hpp"
#include "unit/presets.hpp"

namespace billijk::core {
namespace {

using tests::CaseText;
using Names = std::map<std::string, std::string>;

/// `text` with every occurrence of `what` replaced.
std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
  return text;
}

/// The lines of billijk-model(7) that stand there as they are, one blank between words.
std::string literal_text() {
  std::ifstream page{std::string{BILLIJK_SOURCE_DIR} + "/man/billijk-model.7"};
  std::string text;
  bool literal = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(".Bd -literal")) literal = true;
    if (line.starts_with(".Ed")) literal = false;
    if (!literal || line.starts_with(".")) continue;
    for (const auto& [sign, by] :
         {std::pair{"\\(mu", "×"}, {"\\(sr", "√"}, {"\\-", "-"}, {"\\&", ""}})
      line = replaced(line, sign, by);
    std::istringstream words{line};
    for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

/// A case in which every built-in line is more than nothing, of one row of each preset.
CaseText full_case() {
  return tests::with_charges(
             "", "part_time_factor = 80\ntraining = 8\nmeetings = 10\nidle = 6\nindirect = 12")
      .with("period", "from = 2026-01-01\nto = 2026-06-30")
      .with("wage", "scale = \"nl/cao-vvt-hbh\"\nmix = { \"0\" = 20, \"5\" = 80 }")
      .with("supplements",
            "irregular_hours = 1.5\nholiday_allowance = 8\nyear_end_bonus = 8.33\n"
            "year_end_bonus_base = \"wage\"")
      .with("travel", "minutes = 4\nkilometres = 2\nrate = 0.23\nexpenses = 0.05")
      .with("training", "expenses = 150")
      .with("obligations", "hours = 6\namount = 0.11\nannual = 5000")
      .with("margin", "percent = 3\nof = \"cost_price\"")
      .with("band", "ceiling = 10")
      .with("contract", "tariff = 39.5\nvolume = 20000\nnorm_hours = 1500");
}
std::string overhead_of(const std::string& base) { return "percent = 15\nof = \"" + base + '"'; }
std::string hours_after_leave() {
  return "contract = 2000\nleave = 300\nsickness = 5\nsickness_base = \"after_leave\"";
}
CaseText of_tariff(const std::string& margin) {
  return full_case().with("overhead", overhead_of("tariff")).with("margin", margin);
}
CaseText with_line(const std::string& body) {
  return full_case().line("key = \"own\"\nelement = \"c\"\n" + body);
}
CaseText indexed_case() {
  return full_case().with("indexation", "price_level = 2023\npercent = [4.96, 3.2, 1.5]");
}
CaseText by_series(const std::string& catch_up) {
  return CaseText{}
      .with("period", "from = 2025-01-01\nto = 2025-12-31")
      .with("contract", "tariff = 39.5")
      .with("indexation",
            "price_level = 2024\nseries = \"nl/vng-90-10\"\ncatch_up = \"" + catch_up + '"');
}

/// Every input and step of a recorded case by name, under the names of its rows without them too:
/// "op", "social_percent".
class Recorded {
 public:
  explicit Recorded(const CaseText& text, TariffUnit unit = TariffUnit::hour)
      : sheet_{tests::compute(text)},
        recording_{sheet_->resolution.resolved, sheet_->resolution.index_years} {
    const Resolved& resolved = sheet_->resolution.resolved;
    recording_.add_verdict(resolved, unit);
    informal_floor(resolved, recording_.numbers, record_);
    REQUIRE(recording_.play());
    for (const FormulaInput& input : recording_.formula.inputs()) keep(input.name, input.node);
    for (const FormulaStep& step : recording_.formula.steps()) keep(step.name, step.node);
    for (const SheetLine& line : sheet_->lines)
      sums_[line.element] = sums_[line.element] + line.value;
  }

  Exact named(const std::string& name) const {
    CAPTURE(name);
    if (name == "sum.a") return sums_.at(Element::a);
    if (name == "sum.c") return sums_.at(Element::c);
    if (name == "sum.d") return sums_.at(Element::d);
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
    const auto of_row = of_rows_.find(name);
    REQUIRE(of_row != of_rows_.end());
    return of_row->second;
  }

 private:
  void keep(const std::string& name, Place place) {
    known_.emplace(name, recording_.values[place]);
    // "nl/pension-pfzw@2026-01-01.op" is the op of the only row, "premium@2026-01-01" its premium.
    const std::size_t at = name.find('@');
    if (at == std::string::npos || name.starts_with("index@")) return;
    const std::size_t point = name.find('.', at);
    of_rows_.emplace(point == std::string::npos ? name.substr(0, at) : name.substr(point + 1),
                     recording_.values[place]);
  }

  tests::Computed sheet_;
  Recording recording_;
  Recorder<Symbol> record_{recording_.formula};
  std::map<std::string, Exact> known_, of_rows_;
  std::map<Element, Exact> sums_;
};

/// What the letters of the page stand for.
const Names letters{{"w", "wage"},
                    {"i", "irregular_hours"},
                    {"h", "holiday_allowance"},
                    {"y", "year_end_bonus"},
                    {"g", "gross"},
                    {"P", "premium"},
                    {"p", "pension"},
                    {"s", "social"},
                    {"L", "labour"},
                    {"N", "hours.contract"},
                    {"f", "hours.part_time_factor"},
                    {"S", "sickness_hours"},
                    {"A", "attendance"},
                    {"B", "billable"},
                    {"t", "travel.minutes"},
                    {"o", "overhead.percent"},
                    {"m", "margin.percent"},
                    {"M", "margin.amount"},
                    {"C", "cost_price"},
                    {"T", "fair_tariff"},
                    {"D", "direct"},
                    {"Xb", "own"},
                    {"D0", "direct_base"},
                    {"b", "overhead"},
                    {"a", "sum.a"},
                    {"c", "sum.c"},
                    {"d", "sum.d"},
                    {"OP", "op"},
                    {"AP", "ap"},
                    {"leave", "hours.leave"},
                    {"idle", "hours.idle"},
                    {"indirect", "hours.indirect"},
                    {"volume", "contract.volume"},
                    {"tariff", "contract.tariff"},
                    {"norm_hours", "contract.norm_hours"},
                    {"employer_share", "employer_charges.pension.employer_share"},
                    {"permanent", "employer_charges.social.permanent"},
                    {"AWf_low", "awf_low"},
                    {"AWf_high", "awf_high"},
                    {"Aof", "aof_small"},
                    {"Wko", "wko"},
                    {"Zvw", "zvw"},
                    {"sickness", "hours.sickness"},
                    {"minutes_between", "travel.minutes_between"},
                    {"visit_minutes", "travel.visit_minutes"},
                    {"amount", "obligations.amount"},
                    {"annual", "obligations.annual"},
                    {"kilometres", "travel.kilometres"},
                    {"rate", "travel.rate"},
                    {"expenses", "travel.expenses"},
                    {"Whk", "whk"},
                    {"own_share", "line.own.percent"},
                    {"own_amount", "line.own.amount"}};
/// Percentages that are named as the line they make.
const Names shares{{"irregular_hours", "supplements.irregular_hours"},
                   {"holiday_allowance", "supplements.holiday_allowance"},
                   {"year_end_bonus", "supplements.year_end_bonus"}};

/// A piece of the page, and the step that is recorded of what it says; a piece without a formula
/// is a heading, or refers elsewhere.
struct Printed {
  std::string text;
  std::string formula;  ///< found in the text, or a name of what it gives
  std::string step;
  CaseText subject = full_case();
  Names names;  ///< that mean something else here
  TariffUnit unit = TariffUnit::hour;
};

/// The names of a formula as the reader takes them.
std::string readable(std::string formula) {
  for (const auto& [words, name] : std::vector<std::pair<std::string, std::string>>{
           {"social %", "[social_percent]"},
           {"sickness %", "sickness"},
           {"Aof(employer)", "Aof"},
           {"tariff per hour", "[tariff_per_hour]"},
           {"rounded boundary", "[rounded.cost_price]"},
           {"highest wage of the mix", "[steps.5]"},
           {"C of the second", "[indexed.cost_price]"},
           {"C of the first", "[cost_price]"}})
    formula = replaced(std::move(formula), words, name);
  return formula;
}

void check_recorded(const Printed& printed) {
  const Recorded recorded{printed.subject, printed.unit};
  const auto known = [&](const std::string& name) {
    for (const Names* names : {&printed.names, &shares, &letters}) {
      const auto found = names->find(name);
      if (found != names->end()) return recorded.named(found->second);
    }
    return recorded.named(name);
  };
  const Exact given = tests::FormulaReader{readable(printed.formula), known}.value();
  if (printed.step.starts_with('=')) {
    CHECK(given == tests::FormulaReader{printed.step.substr(1), known}.value());
  } else {
    CHECK(given == recorded.named(printed.step));
  }
}

/// The index of a year, with each way of catching up.
void add_series(std::vector<Printed>& printed) {
  const auto figure = [](const std::string& name, int year) {
    return "[nl/vng-90-10@" + std::to_string(year) + "-01-01." + name + ']';
  };
  const auto weighted = [&](const std::string& version, int year) {
    return "(0.9 × " + figure("ova_" + version, year) + " + 0.1 × " +
           figure("ppc_" + version, year) + ')';
  };
  const auto rounded = [](const std::string& share) {
    return "round(" + share + "; 0.0001; half_up)";
  };
  const std::string now = weighted("provisional", 2025);
  const std::string definitive = weighted("definitive", 2024);
  const std::string provisional = weighted("provisional", 2024);
  const auto caught_up = [&](const std::string& text, const std::string& way,
                             const std::string& index) {
    printed.push_back({text, rounded(index), "index@2025", by_series(way)});
  };
  caught_up("index(t) = 0.9 × OVA_provisional(t) + 0.1 × ppc_provisional(t) + catch-up(t - 1)",
            "none", now);
  caught_up("difference definitive - provisional", "difference",
            now + " + " + definitive + " - " + provisional);
  caught_up("ratio (1 + definitive) / (1 + provisional) - 1", "ratio",
            now + " + " + rounded("(1 + " + definitive + ") / (1 + " + provisional + ") - 1"));
  caught_up("none 0", "none", now + " + 0");
  const auto part = [&](const std::string& name) {
    return rounded("(1 + " + figure(name + "_provisional", 2025) + ") × (1 + " +
                   figure(name + "_definitive", 2024) + ") / (1 + " +
                   figure(name + "_provisional", 2024) + ") - 1");
  };
  caught_up(
      "compound (1 + provisional(t)) × (1 + definitive(t - 1)) / (1 + provisional(t - 1)) - 1",
      "compound", "0.9 × " + part("ova") + " + 0.1 × " + part("ppc"));
}

/// The figures of the examples, which add up.
void add_examples(std::vector<Printed>& printed) {
  const auto add = [&](const std::string& text, const std::string& formula = {},
                       const std::string& value = {}) {
    printed.push_back({text, formula, '=' + value});
  };
  add("$ billijk calc preset:cases/hbh-2026");
  add("first half 0.2 × 14.71 + 0.8 × 17.66 = 17.070", "0.2 × 14.71 + 0.8 × 17.66", "17.070");
  add("second half 0.2 × 15.08 + 0.8 × 18.28 = 17.640", "0.2 × 15.08 + 0.8 × 18.28", "17.640");
  add("wage (17.070 × 181 + 17.640 × 184) / 365 = 17.357...",
      "round((17.070 × 181 + 17.640 × 184) / 365; 0.001; down)", "17.357");
  add("contract 1878 leave - 237.4");
  add("sickness 7.81 % × 1878 - 146.6718", "0.0781 × 1878", "146.6718");
  add("training, meetings (8 + 10) / 40 % - 45", "(8 + 10) / 0.4", "45");
  add("obligations - 6");
  add("attendance 1442.9282", "1878 - 237.4 - 146.6718 - 45 - 6", "1442.9282");
  add("billable 1442.9282 / (1 + 4/60) 1352.7451875", "1442.9282 / (1 + 4/60)", "1352.7451875");
  add("productivity 72.03 %", "round(1352.7451875 / 1878; 0.0001; half_up)", "0.7203");
}

/// The whole of the page's literal text, piece after piece.
std::vector<Printed> page() {
  const CaseText simple = CaseText{}.with("margin", "amount = 1.5");
  std::vector<Printed> printed{
      {"sum of (value × days) / days in the period",
       "([wage@2026-01-01] × 181 + "
       "[wage@2026-07-01] × 184) / 365",
       "wage", full_case().with("period", "from = 2026-01-01\nto = 2026-12-31")},
      {"share × max(step or own wage, minimum wage of that day)",
       "[wage.mix.0] × max([steps.0], [hour]) + [wage.mix.5] × max([steps.5], [hour])", "wage"},
      {"permanent × AWf_low + (1 - permanent) × AWf_high + Aof(employer) + Wko + Whk + Zvw",
       "permanent × AWf_low + (1 - permanent) × AWf_high + Aof(employer) + Wko + Whk + Zvw",
       "social_percent"},
      {"w wage mean of the period", "", ""},
      {"i irregular hours w × irregular_hours", "w × irregular_hours", "irregular_hours"},
      {"h holiday allowance (w + i) × holiday_allowance", "(w + i) × holiday_allowance",
       "holiday_allowance"},
      {"y year-end bonus base × year_end_bonus",
       "base × year_end_bonus",
       "year_end_bonus",
       full_case(),
       {{"base", "wage"}}},
      {"g gross w + i + h + y", "w + i + h + y", "gross"},
      {"P pension premium OP × max(0, g - franchise / N) + AP × max(0, g - ap_franchise / N)",
       "OP × max(0, g - franchise / N) + AP × max(0, g - ap_franchise / N)", "premium"},
      {"p employer pension employer_share × P", "employer_share × P", "pension"},
      {"s social social % × min(base, max_wage / (N × f))",
       "social % × min(base, max_wage / (N × f))",
       "social",
       full_case().with("employer_charges",
                        "social = { preset = \"nl/employer-charges\", employer = \"small\", "
                        "permanent = 75, base = \"gross\" }\npension = { preset = "
                        "\"nl/pension-pfzw\", employer_share = 50 }"),
       {{"base", "gross"}}},
      {"L labour g + s + p", "g + s + p", "labour"},
      {"sickness S sickness % × N, or × (N - leave)", "sickness % × N", "sickness_hours"},
      {"", "sickness % × (N - leave)", "sickness_hours",
       full_case().with("hours", hours_after_leave())},
      {"attendance A N - leave - S - T/f - M/f - idle - indirect - obligations.hours",
       "N - leave - S - T/f - M/f - idle - indirect - obligations.hours",
       "attendance",
       full_case(),
       {{"T", "hours.training"}, {"M", "hours.meetings"}}},
      {"billable B A / (1 + t/60)", "A / (1 + t/60)", "billable"},
      {"travel V B × t/60", "B × t/60", "travel_hours"},
      {"productivity B / N", "B / N", "=1 - ([hours.contract] - [billable]) / [hours.contract]"},
      {"line element formula", "", ""}};
  const auto line = [&](const std::string& key, const std::string& element,
                        const std::string& formula) {
    printed.push_back({key + ' ' + element + ' ' + formula,
                       formula,
                       key,
                       full_case(),
                       {{"T", "hours.training"}, {"M", "hours.meetings"}}});
  };
  line("wage", "a", "w");
  line("irregular_hours", "a", "i");
  line("holiday_allowance", "a", "h");
  line("year_end_bonus", "a", "y");
  line("social", "a", "s");
  line("pension", "a", "p");
  line("leave", "c", "L × leave / B");
  line("sickness", "c", "L × S / B");
  line("training_time", "c", "L × T/f / B");
  line("meetings", "c", "L × M/f / B");
  line("idle", "c", "L × idle / B");
  line("indirect", "c", "L × indirect / B");
  line("travel_time", "d", "L × t / 60");
  line("travel_expenses", "d", "kilometres × rate + expenses");
  line("training_expenses", "d", "training.expenses / f / B");
  line("obligation_time", "f", "L × obligations.hours / B");
  line("obligation_expenses", "f", "amount + annual / volume");
  const std::string b_line = "key = \"own\"\nelement = \"b\"\namount = 0.4\nper = ";
  const auto with_own_b = [&](CaseText text) { return text.line(b_line + "\"billable_hour\""); };
  const auto own = [&](const std::string& word, const std::string& factor) {
    const bool share = word == "wage" || word == "gross" || word == "labour" || word == "direct";
    printed.push_back({word + ' ' + factor, (share ? "own_share × " : "own_amount × ") + factor,
                       "own",
                       with_line(share ? "percent = 2\nof = \"" + word + '"'
                                       : "amount = 0.7\nper = \"" + word + '"')});
  };
  const auto text = [&](const std::string& words) { printed.push_back({words, "", ""}); };
  text("own lines of a, c, d and f, in the order of the file");
  text("overhead b see OVERHEAD AND TOTALS");
  text("own lines of b, in the order of the file");
  text("indexation e see INDEXATION");
  text("margin none see OVERHEAD AND TOTALS");
  printed.push_back({"a + c + travel_time + obligation_time = L × N / B", "L × N / B",
                     "=a + c + travel_time + obligation_time"});
  own("billable_hour", "1");
  own("paid_hour", "N / B");
  own("full_timer_year", "1 / B");
  own("contract_year", "1 / volume");
  own("wage", "w × N / B");
  own("gross", "g × N / B");
  own("labour", "L × N / B");
  own("direct", "D0");
  const std::string of_cost = "percent = 3\nof = \"cost_price\"";
  const std::string rest = "(D + Xb) / (1 - o × (1 + m))";
  const std::vector<Printed> totals{
      {"overhead of b, the overhead line", "", ""},
      {"direct o × D", "o × D", "overhead", full_case().with("overhead", overhead_of("direct"))},
      {"cost_price D × o / (1 - o)", "D × o / (1 - o)", "overhead",
       full_case().with("overhead", overhead_of("cost_price"))},
      {"tariff o × T, where",
       "o × T",
       "overhead",
       with_own_b(of_tariff(of_cost)),
       {{"T", "tariff_by_formula"}}},
      {"margin of cost_price: C = " + rest + " T = C × (1 + m)", rest, "cost_price",
       with_own_b(of_tariff(of_cost))},
      {"", "C × (1 + m)", "tariff_by_formula", with_own_b(of_tariff(of_cost))},
      {"margin of tariff: T = (D + Xb) / (1 - o - m)", "(D + Xb) / (1 - o - m)",
       "tariff_by_formula", with_own_b(of_tariff("percent = 3\nof = \"tariff\""))},
      {"margin an amount M: T = (D + Xb + M) / (1 - o)", "(D + Xb + M) / (1 - o)",
       "tariff_by_formula", with_own_b(of_tariff("amount = 1.1"))},
      {"an amount as given", "[overhead.amount]", "overhead",
       full_case().with("overhead", "amount = 4.2")},
      {"C cost price D + b + Xb", "D + b + Xb", "cost_price", with_own_b(full_case())},
      {"margin of cost_price: m × C", "m × C", "margin", full_case().with("margin", of_cost)},
      {"of tariff: m × C / (1 - m)", "m × C / (1 - m)", "margin",
       full_case().with("margin", "percent = 3\nof = \"tariff\"")},
      {"an amount: as given", "M", "margin", simple},
      {"T fair tariff C + margin", "C + margin", "fair_tariff"},
      {"F wage floor a + c + d + obligation_time", "a + c + d + obligation_time", "wage_floor"},
      {"ceiling max(C × (1 + band.ceiling), T)", "max(C × (1 + band.ceiling), T)", "ceiling"},
      {"", "max(C × (1 + band.ceiling), T)", "ceiling", full_case().with("band", "ceiling = 0")},
      {"I = product of (1 + index of the year) for price_level + 1 up to the year of period.from",
       "(1 + [index@2024]) × (1 + [index@2025]) × (1 + [index@2026])", "index_factor",
       indexed_case()},
      {"e = C of the second - C of the first", "C of the second - C of the first", "indexation",
       indexed_case()}};
  printed.insert(printed.end(), totals.begin(), totals.end());
  const auto tariff = [&](TariffUnit unit, const std::string& formula) {
    printed.push_back({std::string{word_of(unit)} + ' ' + formula,
                       formula,
                       "tariff_per_hour",
                       full_case(),
                       {},
                       unit});
  };
  tariff(TariffUnit::hour, "tariff");
  tariff(TariffUnit::minute, "tariff × 60");
  tariff(TariffUnit::week, "tariff × 52 / norm_hours");
  tariff(TariffUnit::four_weeks, "tariff × 13 / norm_hours");
  tariff(TariffUnit::month, "tariff × 12 / norm_hours");
  tariff(TariffUnit::year, "tariff / norm_hours");
  tariff(TariffUnit::lump_sum, "tariff / volume");
  const std::vector<Printed> others{
      {"round(percent × round(base))", "", ""},
      {"highest wage of the mix × (1 + holiday_allowance) × N / (N - leave)",
       "highest wage of the mix × (1 + holiday_allowance) × N / (N - leave)", "informal_floor"},
      {"EUR per hour tariff per hour - rounded boundary, exact",
       "tariff per hour - rounded "
       "boundary",
       "distance.cost_price"},
      {"% that / boundary; none when the boundary is 0",
       "round([distance.cost_price] / [rounded.cost_price] × 100; 0.01; half_up)",
       "distance_percent.cost_price"},
      {"EUR per year the first × volume, where there is one",
       "round([distance.cost_price] × volume; 0.01; half_up)", "distance_year.cost_price"}};
  printed.insert(printed.end(), others.begin(), others.end());
  add_series(printed);
  // Of years, markets and units: no formula of a case, but what is done with its results.
  for (const char* text :
       {"other own figures × product of (1 + g(prices, k)), k = y0+1 to y",
        "contract.volume × product of (1 + g(volume, k)), k = y0+1 to y",
        "T(y) = round(T(y - 1) × (1 + c(y)))",
        "sum of weight × g(kind of the series, x)",
        "of the year distance × volume × part",
        "running total sum of these from y0 on, rounded once",
        "part days of the period that lie in the year / days of the calendar year",
        "contract.volume s × V, exact, not a whole number",
        "obligations.annual the case's + provider_contract",
        "minutes, kilometres the case's × r, with square_root",
        "r √(1 / (reference_providers × s))",
        "side(n) n × municipality_contract + municipality_fixed",
        "total(n) V × T(n) + side(n)",
        "per hour total(n) / V",
        "difference total(n) - total(first number)",
        "one more total(n + 1) - total(n)",
        "own sum of V × s × T(s) + side(k)",
        "smallest V × T(smallest s) + side(k)",
        "tariff round(F(n) / (1 - fee))",
        "keeps tariff × fee × V",
        "spends n × lead.contract",
        "total tariff × V + side(1)",
        "H(profile) sum of count × module",
        "H sum of share × H(profile)",
        "hour B",
        "minute B / 60",
        "week B × norm_hours / 52",
        "4weeks B × norm_hours / 13",
        "month B × norm_hours / 12",
        "year B × norm_hours",
        "lump_sum B × volume",
        "H 0.7 × 108 + 0.3 × 160 = 123.6",
        "4 weeks 41.161927147317 × 123.6 / 13 = 391.35",
        "108 hours 41.161927147317 × 108 / 13 = 341.96",
        "160 hours 41.161927147317 × 160 / 13 = 506.61"})
    printed.push_back({text, "", ""});
  add_examples(printed);
  return printed;
}

}  // namespace

TEST_CASE("every formula of the model's page is one that is recorded") {
  std::string rest = literal_text();
  for (const Printed& printed : page()) {
    CAPTURE(printed.text, printed.formula, printed.step);
    REQUIRE(rest.starts_with(printed.text));
    rest.erase(0, printed.text.size());
    rest.erase(0, std::min(rest.size(), rest.find_first_not_of(' ')));
    if (!printed.formula.empty()) check_recorded(printed);
  }
  CHECK(rest == "");
}

}  // namespace billijk::core
