#include "io/rows/column_question.hpp"

#include <array>
#include <catch2/catch.hpp>

namespace billijk::io {
namespace {

std::string key_meant_by(std::string_view column) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words{
      {{"gemeente", "contract.municipality"},
       {"regio", "--group-by regio"},
       {"tarief", "contract.tariff"},
       {"volume", "contract.volume"},
       {"ziekte", "hours.sickness"}}};
  return io::key_meant_by(column, words);
}

TEST_CASE("a carried column is asked about where its name is near a key, or a word for one") {
  CHECK(key_meant_by("ziekte") == "hours.sickness");
  CHECK(key_meant_by("Gemeente") == "contract.municipality");
  CHECK(key_meant_by("sickness") == "hours.sickness");
  CHECK(key_meant_by("kolom_met_lange_naam_8").empty());
  CHECK(key_meant_by("norm_hours") == "contract.norm_hours");
  CHECK(key_meant_by("subcontracting_fee") == "contract.subcontracting_fee");
  CHECK(key_meant_by("Tarief (EUR)") == "contract.tariff");
  CHECK(key_meant_by("tarief per uur") == "contract.tariff");
  CHECK(key_meant_by("volume_per_jaar") == "contract.volume");
  CHECK(key_meant_by("unit") == "contract.unit");
  CHECK(key_meant_by("Case") == "case");
  CHECK(key_meant_by("contract_tariff") == "contract.tariff");
  CHECK(key_meant_by("Hours Sicknes") == "hours.sickness");
  CHECK(key_meant_by("regio") == "--group-by regio");
}

TEST_CASE("a name that means nothing to a case is not asked about") {
  for (const char* name : {"", "id", "naam", "jaar", "opmerking", "contactpersoon"}) {
    INFO(name);
    CHECK(key_meant_by(name).empty());
  }
}

}  // namespace
}  // namespace billijk::io
