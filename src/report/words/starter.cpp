#include "report/words/starter.hpp"

#include "report/words/catalogue.hpp"

namespace billijk::report {
namespace {

constexpr const char* starter = R"toml(# {head}
# {head_more}
schema = "billijk/case/1"
title  = "{title}"

# {period}
[period]
from = 2026-01-01
to   = 2026-12-31

# {wage}
[wage]
scale = "nl/cao-vvt-hbh"
mix   = {{ "0" = {{ value = 20, grade = "placeholder" }}, "5" = {{ value = 80, grade = "placeholder" }} }}
# {hourly}
# hourly = 16.40

# {supplements}
[supplements]
irregular_hours   = 0.0
holiday_allowance = {{ value = 8.0, grade = "cao", source = "CAO VVT" }}
year_end_bonus    = {{ value = 8.33, grade = "cao", source = "CAO VVT" }}

# {charges}
# {charges_more}
[employer_charges]
social  = {{ preset = "nl/employer-charges", employer = "large", permanent = {{ value = 90.0, grade = "placeholder" }} }}
pension = {{ preset = "nl/pension-pfzw", employer_share = {{ value = 50.0, grade = "placeholder" }} }}

# {hours}
[hours]
contract = {{ value = 1878, grade = "cao", source = "CAO VVT" }}
leave    = {{ value = 237.4, grade = "placeholder" }}
sickness = {{ value = 7.5, low = 6.0, high = 9.0, grade = "placeholder" }}
training = {{ value = 8, grade = "placeholder" }}
meetings = {{ value = 10, grade = "placeholder" }}

# {travel}
[travel]
minutes    = {{ value = 4.0, low = 2.0, high = 8.0, grade = "placeholder" }}
kilometres = {{ value = 2.0, grade = "placeholder" }}
rate       = {{ value = 0.23, grade = "placeholder" }}

# {training}
[training]
expenses = {{ value = 150.0, grade = "placeholder" }}

# {overhead}
[overhead]
percent = {{ value = 15.0, low = 12.0, high = 18.0, grade = "placeholder" }}
of      = "direct"

# {obligations}
[obligations]
hours  = {{ value = 6, grade = "placeholder" }}
amount = {{ value = 0.10, grade = "placeholder" }}

# {margin}
[margin]
percent = {{ value = 2.5, grade = "placeholder" }}
of      = "cost_price"

# {contract}
# [contract]
# municipality = ""
# provider     = ""
# tariff       = 38.50
# unit         = "hour"
# volume       = 52000
)toml";

}  // namespace

std::string starter_case(Language language) {
  Arguments comments;
  for (const std::string_view name :
       {"head", "head_more", "title", "period", "wage", "hourly", "supplements", "charges",
        "charges_more", "hours", "travel", "training", "overhead", "obligations", "margin",
        "contract"}) {
    comments.emplace_back(name, word("starter_" + std::string{name}, language));
  }
  return fill(starter, comments).value_or("");
}

}  // namespace billijk::report
