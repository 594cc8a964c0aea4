#include "io/rows/column_question.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/case/schema.hpp"
#include "io/text/nearest.hpp"

namespace billijk::io {
namespace {

/// What municipalities and providers put above their columns.
constexpr std::array<std::pair<std::string_view, std::string_view>, 48> dutch_words{{
    {"gemeente", "contract.municipality"},
    {"aanbieder", "contract.provider"},
    {"zorgaanbieder", "contract.provider"},
    {"regio", "--group-by regio"},
    {"tarief", "contract.tariff"},
    {"uurtarief", "contract.tariff"},
    {"prijs", "contract.tariff"},
    {"uurprijs", "contract.tariff"},
    {"bedrag", "contract.tariff"},
    {"eenheid", "contract.unit"},
    {"omvang", "contract.volume"},
    {"fee", "contract.subcontracting_fee"},
    {"volume", "contract.volume"},
    {"uren", "contract.volume"},
    {"normuren", "contract.norm_hours"},
    {"onderaanneming", "contract.subcontracting_fee"},
    {"ingangsdatum", "contract.start"},
    {"startdatum", "contract.start"},
    {"einddatum", "contract.end"},
    {"km", "travel.kilometres"},
    {"kilometervergoeding", "travel.rate"},
    {"loon", "wage.hourly"},
    {"uurloon", "wage.hourly"},
    {"ort", "supplements.irregular_hours"},
    {"vakantiegeld", "supplements.holiday_allowance"},
    {"vakantietoeslag", "supplements.holiday_allowance"},
    {"vakantiebijslag", "supplements.holiday_allowance"},
    {"eindejaarsuitkering", "supplements.year_end_bonus"},
    {"werkgeverslasten", "employer_charges.percent"},
    {"casus", "case"},
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

std::string lower(std::string_view name) {
  std::string result{name};
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

/// The key of which this is the last part: that of the contract, which rows are about, or the only
/// one: "norm_hours".
std::string key_that_ends_in(std::string_view part, const std::vector<std::string>& keys) {
  std::string end = '.' + std::string{part};
  if (std::ranges::find(keys, "contract" + end) != keys.end()) return "contract" + end;
  const auto ends = [&](const std::string& key) { return key.ends_with(end); };
  return std::ranges::count_if(keys, ends) == 1 ? *std::ranges::find_if(keys, ends) : std::string{};
}

std::string key_of_word(std::string_view word) {
  const auto found =
      std::ranges::find_if(dutch_words, [&](const auto& known) { return known.first == word; });
  return found == dutch_words.end() ? std::string{} : std::string{found->second};
}

}  // namespace

std::string key_meant_by(std::string_view column) {
  const std::string name = lower(column);
  const std::vector<std::string> keys = paths_of(case_entries());
  if (name == "case") return "case";
  std::string meant = key_of_word(name);
  if (meant.empty()) meant = key_that_ends_in(name, keys);
  // "tarief per uur", "volume_2026": the first word says what it is.
  if (meant.empty()) meant = key_of_word(name.substr(0, name.find_first_of(" _-(,./")));
  // Short names are near to too much.
  constexpr std::size_t shortest = 5;
  if (!meant.empty() || name.size() < shortest) return meant;
  std::string dotted = name;
  for (const char sign : {'_', ' ', '-'}) std::ranges::replace(dotted, sign, '.');
  return nearest(dotted, keys);
}

}  // namespace billijk::io
