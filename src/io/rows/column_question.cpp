#include "io/rows/column_question.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/case/schema.hpp"
#include "io/text/nearest.hpp"

namespace billijk::io {
namespace {

/// What municipalities and providers put above their columns.
constexpr std::array<std::pair<std::string_view, std::string_view>, 40> dutch_words{{
    {"gemeente", "contract.municipality"},
    {"aanbieder", "contract.provider"},
    {"zorgaanbieder", "contract.provider"},
    {"regio", "--group-by regio"},
    {"tarief", "contract.tariff"},
    {"uurtarief", "contract.tariff"},
    {"eenheid", "contract.unit"},
    {"volume", "contract.volume"},
    {"uren", "contract.volume"},
    {"normuren", "contract.norm_hours"},
    {"onderaanneming", "contract.subcontracting_fee"},
    {"ingangsdatum", "contract.start"},
    {"startdatum", "contract.start"},
    {"einddatum", "contract.end"},
    {"loon", "wage.hourly"},
    {"uurloon", "wage.hourly"},
    {"ort", "supplements.irregular_hours"},
    {"vakantiegeld", "supplements.holiday_allowance"},
    {"vakantietoeslag", "supplements.holiday_allowance"},
    {"vakantiebijslag", "supplements.holiday_allowance"},
    {"eindejaarsuitkering", "supplements.year_end_bonus"},
    {"werkgeverslasten", "employer_charges.percent"},
    {"contracturen", "hours.contract"},
    {"verlof", "hours.leave"},
    {"ziekte", "hours.sickness"},
    {"verzuim", "hours.sickness"},
    {"ziekteverzuim", "hours.sickness"},
    {"scholing", "hours.training"},
    {"opleiding", "hours.training"},
    {"overleg", "hours.meetings"},
    {"werkoverleg", "hours.meetings"},
    {"deeltijdfactor", "hours.part_time_factor"},
    {"leegloop", "hours.idle"},
    {"reistijd", "travel.minutes"},
    {"reisminuten", "travel.minutes"},
    {"kilometers", "travel.kilometres"},
    {"overhead", "overhead.percent"},
    {"marge", "margin.percent"},
    {"winst", "margin.percent"},
    {"plafond", "band.ceiling"},
}};

/// Lower case, and the sign of keys between words.
std::string plain(std::string_view name) {
  std::string result{name};
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '_' || c == ' ' || c == '-') c = '.';
  }
  return result;
}

}  // namespace

std::string key_meant_by(std::string_view column) {
  const std::string name = plain(column);
  const std::vector<std::string> keys = paths_of(case_entries());
  const auto found =
      std::ranges::find_if(dutch_words, [&](const auto& word) { return word.first == name; });
  if (found != dutch_words.end()) return std::string{found->second};
  // Short names are near to too much.
  constexpr std::size_t shortest = 5;
  return name.size() < shortest ? std::string{} : nearest(name, keys);
}

}  // namespace billijk::io
