#include "report/rows/batch_report.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "report/format/json.hpp"
#include "unit/audit_reports.hpp"

namespace billijk::report {
namespace {

using analysis::Amount;
using analysis::BatchSummary;
using analysis::RowAmount;
using analysis::RowFigures;
using core::Zone;
using Json = nlohmann::ordered_json;
using tests::below;
using tests::dutch;
using tests::english;
using tests::says;

/// A row where an hour costs 40.00, judged; with a volume of a hundred hours when it is known.
RowFigures row(int distance_cents, Zone zone, bool volume = true) {
  RowFigures figures;
  figures.zone = zone;
  figures[RowAmount::tariff] = Amount{4000 + distance_cents, 2};
  figures[core::Total::cost_price] = Amount{4000, 2};
  figures[RowAmount::distance] = Amount{distance_cents, 2};
  if (zone != Zone::fair && volume) figures.imbalance = Amount{distance_cents, 0};
  return figures;
}

/// Pieces of a file that begin at its rows 2 and 1502, so that a row is numbered through.
struct SummedRows {
  BatchSummary summary;
  std::vector<std::uint64_t> begins{2, 1502};

  void add(const RowFigures& figures, const std::string& label, analysis::RowPlace place = {},
           const std::string& group = "") {
    summary.all.add(figures, place, label);
    if (!group.empty()) summary.groups[group].add(figures, place, label);
  }
  BatchTotals totals(std::string group_by = "", bool open_end = false) const {
    return {summary, begins, std::move(group_by), open_end};
  }
  std::string in(const Format& format, const BatchTotals& totals) const {
    return tests::told(batch_document(totals, format), format);
  }
};

SummedRows three() {
  SummedRows rows;
  rows.add(row(-150, Zone::below_cost_price), "a", {.piece = 0, .row = 0}, "north");
  rows.add(row(-700, Zone::below_wage_floor), "b", {.piece = 1, .row = 10}, "south");
  rows.add(row(500, Zone::above_ceiling), "c", {.piece = 0, .row = 2}, "north");
  return rows;
}

}  // namespace

TEST_CASE("a summary counts, divides over zones, and names the worst by the row of a spreadsheet") {
  SummedRows rows = three();
  rows.summary.groups.clear();
  rows.summary.all.add_failed();
  rows.summary.all.add(RowFigures{}, {}, "without a tariff");
  CHECK(rows.in(english, rows.totals()) ==
        "# All rows\n"
        "Rows: 5; judged 3, without a tariff 1, not computed 1.\n"
        "[Verdict | Rows | Share]\n"
        "below the wage floor | 1 | 33.33 %\n"
        "below the cost price | 1 | 33.33 %\n"
        "fair | 0 | 0.00 %\n"
        "above the ceiling | 1 | 33.33 %\n"
        "Distance to the cost price per hour: lowest -€ 7.00, first quartile -€ 7.00, median "
        "-€ 1.50, third quartile € 5.00, highest € 5.00.\n"
        "Per year: € 850.00 below the cost price, € 500.00 above the ceiling.\n"
        "Furthest below the cost price:\n"
        "[Row | Label | Tariff | Cost price | Tariff is]\n"
        "1512 | b | 33.00 | 40.00 | -7.00\n"
        "2 | a | 38.50 | 40.00 | -1.50\n");
  CHECK(says(rows.in(dutch, rows.totals()),
             "Per jaar: € 850,00 onder de kostprijs, € 500,00 boven het plafond.\n"));
}

TEST_CASE("where nothing was judged there are counts alone") {
  SummedRows rows;
  rows.summary.all.add_failed();
  CHECK(rows.in(english, rows.totals()) ==
        "# All rows\nRows: 1; judged 0, without a tariff 0, not computed 1.\n");
}

TEST_CASE("nobody far below, nobody is named") {
  SummedRows rows;
  rows.add(row(50, Zone::fair), "a");
  const std::string text = rows.in(english, rows.totals());
  CHECK_FALSE(says(text, "Furthest below"));
  CHECK(says(text, "Per year: € 0.00 below the cost price, € 0.00 above the ceiling.\n"));
}

TEST_CASE(
    "a year nobody knows is unknown and not zero, and the rows without a volume are counted") {
  SummedRows rows;
  rows.add(row(-150, Zone::below_cost_price, false), "a");
  rows.add(row(500, Zone::above_ceiling), "b");
  rows.add(row(500, Zone::above_ceiling, false), "c");
  CHECK(says(rows.in(english, rows.totals()),
             "\nPer year: an unknown amount below the cost price, € 500.00 above the ceiling. "
             "Rows outside these limits without contract.volume, which are therefore not "
             "counted: 2.\n"));
  CHECK(says(rows.in(dutch, rows.totals()), "Per jaar: een onbekend bedrag onder de kostprijs"));
  const Json json = Json::parse(render_json(batch_record(rows.totals())));
  CHECK(json["shortfall_year"].is_null());
  CHECK(json["excess_year"] == 500);
  CHECK(json["without_volume"] == 2);
}

TEST_CASE("a last line that may have been cut off is told once, before the groups") {
  const SummedRows rows = three();
  const std::string text = rows.in(english, rows.totals("region", true));
  const std::string warning = "The last line has no line end: the file may have been cut off.\n";
  CHECK(below(text, "All rows").ends_with(warning));
  CHECK_FALSE(says(below(text, "region: north"), warning));
  CHECK_FALSE(says(rows.in(english, rows.totals("region")), warning));
}

TEST_CASE("groups come by name, each with its own zones and worst") {
  const SummedRows rows = three();
  const std::string text = rows.in(english, rows.totals("region"));
  CHECK(text.find("# region: north\n") < text.find("# region: south\n"));
  CHECK(says(below(text, "region: north"),
             "Rows: 2; judged 2, without a tariff 0, not computed 0.\n"));
  CHECK(below(text, "region: south").ends_with("1512 | b | 33.00 | 40.00 | -7.00\n"));
}

TEST_CASE("the JSON of a summary has shares and years in cents, figures as they are") {
  SummedRows rows = three();
  RowFigures fine = row(-1, Zone::below_cost_price);
  fine[RowAmount::tariff] = Amount{399995, 4};
  fine[RowAmount::distance] = Amount{-5, 4};
  fine.imbalance = Amount{-1005, 3};
  fine.exact = true;
  rows.add(fine, "d", {.piece = 0, .row = 3});
  const Json json = Json::parse(render_json(batch_record(rows.totals("", true))));
  CHECK(json["schema"] == "billijk/batch-summary/1");
  CHECK(json["open_last_line"] == true);
  CHECK(json["rows"] == 4);
  CHECK(json["exact_rows"] == 1);
  CHECK(json["zones"]["below_cost_price"] == Json::parse(R"({"rows": 2, "percent": 50})"));
  CHECK(json["zones"]["fair"] == Json::parse(R"({"rows": 0, "percent": 0})"));
  CHECK(json["distance"] == Json::parse(R"({"lowest": -7, "first": -7, "median": -1.5, "third": 0,
                                            "highest": 5})"));
  CHECK(json["shortfall_year"] == 851.01);
  CHECK(json["groups"].is_null());
  CHECK(json["worst"][2] == Json::parse(R"({"row": 5, "label": "d", "zone": "below_cost_price",
                                            "tariff": 39.9995, "cost_price": 40,
                                            "distance": -0.0005})"));
}

TEST_CASE("the JSON of groups lists each, and what nothing was judged for is null") {
  SummedRows rows = three();
  rows.summary.groups["empty"].add_failed();
  const Json groups = Json::parse(render_json(batch_record(rows.totals("region"))))["groups"];
  REQUIRE(groups.size() == 3);
  CHECK(groups[0]["group"] == "empty");
  CHECK(groups[0]["failed"] == 1);
  CHECK(groups[0]["zones"]["fair"]["percent"].is_null());
  CHECK(groups[0]["distance"]["median"].is_null());
  CHECK(groups[0]["worst"].empty());
  CHECK(groups[1]["group"] == "north");
  CHECK(groups[1]["zones"]["above_ceiling"]["percent"] == 50);
}

}  // namespace billijk::report
