#include "analysis/audit/area_join.hpp"

#include <catch2/catch.hpp>

#include "unit/priced_contract.hpp"

namespace billijk::analysis {
namespace {

/// Contracts of municipalities, each with the class of its contract.
Municipalities municipalities(const std::vector<std::pair<std::string, Standing>>& contracts) {
  Municipalities all;
  for (const auto& [name, standing] : contracts) {
    AuditedContract contract;
    contract.standing = standing;
    all[name].add(contract);
  }
  return all;
}
const Municipalities three =
    municipalities({{"Velsen", Standing::red}, {"GM0392", Standing::green}, {"", Standing::green}});
const std::vector<AreaNames> areas{
    {{"rubriek", "gemeente"}, {"code", "GM0453"}, {"naam", "velsen"}},
    {{"code", "gm0392"}, {"naam", "Haarlem"}},
    {{"code", ""}, {"naam", ""}}};

std::string told(const std::optional<AreaJoin>& join) {
  if (!join) return "none";
  std::string text = join->key + ':';
  for (const std::optional<AuditTally>& tally : join->areas)
    text += ' ' + (tally ? std::to_string(tally->contracts()) : "-");
  for (const auto& [name, tally] : join->beside)
    text += " | " + name + ' ' + std::to_string(tally.contracts());
  return text;
}

}  // namespace

TEST_CASE("municipalities find their area without capitals, by the key that is asked for") {
  CHECK(told(join_areas(areas, three, "naam")) == "naam: 1 - - |  1 | GM0392 1");
  CHECK(told(join_areas(areas, three, "code")) == "code: - 1 - |  1 | Velsen 1");
  CHECK(told(join_areas(areas, three, "rubriek")) == "none");
  CHECK(told(join_areas(areas, three, "nothing")) == "none");
}

TEST_CASE("without a key the first is taken that names most municipalities") {
  CHECK(told(join_areas(areas, three, "")) == "code: - 1 - |  1 | Velsen 1");
  const Municipalities names = municipalities(
      {{"Velsen", Standing::red}, {"Haarlem", Standing::amber}, {"GM0392", Standing::green}});
  CHECK(told(join_areas(areas, names, "")) == "naam: 1 1 - | GM0392 1");
  CHECK(told(join_areas(areas, municipalities({{"Gooi", Standing::red}}), "")) == "none");
  CHECK(told(join_areas({}, names, "")) == "none");
}

TEST_CASE("a municipality that is written in two ways is one, and may have two areas") {
  const Municipalities twice =
      municipalities({{"Velsen", Standing::red}, {"velsen", Standing::green}});
  const std::vector<AreaNames> parts{{{"naam", "Velsen"}}, {{"naam", "VELSEN"}}};
  CHECK(told(join_areas(parts, twice, "")) == "naam: 2 2");
}

TEST_CASE("the worst class of a municipality is that of its worst contract") {
  AuditTally tally;
  CHECK(worst_of(tally, Scheme::by_union) == Standing::not_judged);
  for (const Standing standing : {Standing::not_judged, Standing::green, Standing::amber}) {
    AuditedContract contract;
    contract.standing = standing;
    tally.add(contract);
    CHECK(worst_of(tally, Scheme::by_union) == standing);
  }
  CHECK(worst_of(tally, Scheme::by_trade) == Standing::not_judged);
}

TEST_CASE("municipalities are counted where they are asked for") {
  const AuditOptions options;
  const AuditedContract contract =
      tests::priced({.id = "a", .municipality = "Velsen", .provider = {}, .region = "north"}, "39");
  AuditSummary without{options, 0};
  without.add(contract, 0);
  CHECK(without.municipalities().empty());
  AuditSummary with{options, 0, true};
  with.add(contract, 0);
  AuditSummary both{options, 0, true};
  both.add(with);
  both.add(with);
  CHECK(both.municipalities().at("Velsen").contracts() == 2);
}

}  // namespace billijk::analysis
