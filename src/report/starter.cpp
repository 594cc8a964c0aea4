#include "report/starter.hpp"

namespace billijk::report {
namespace {

constexpr const char* english = R"toml(# A case for billijk: one service, one period, one set of assumptions. Fill in your own figures;
# every number may carry low, high, grade, source, checked and note. billijk-case(5) explains each key.
schema = "billijk/case/1"
title  = "Household help, our municipality, 2026"

# The days for which the tariff must hold, both inclusive.
[period]
from = 2026-01-01
to   = 2026-12-31

# The wage scale, and the share of paid hours at each of its steps (together 100 %).
[wage]
scale = "nl/cao-vvt-hbh"
mix   = { "0" = { value = 20, grade = "placeholder" }, "5" = { value = 80, grade = "placeholder" } }
# Or one wage for all instead of scale and mix: EUR per paid hour.
# hourly = 16.40

# Percentages on the wage.
[supplements]
irregular_hours   = 0.0
holiday_allowance = { value = 8.0, grade = "cao", source = "CAO VVT" }
year_end_bonus    = { value = 8.33, grade = "cao", source = "CAO VVT" }

# Employer charges by the published premiums; or one percentage of gross pay instead.
# permanent: share of the wage sum of permanent contracts. whk: your own Whk decision.
[employer_charges]
social  = { preset = "nl/employer-charges", employer = "large", permanent = { value = 90.0, grade = "placeholder" } }
pension = { preset = "nl/pension-pfzw", employer_share = { value = 50.0, grade = "placeholder" } }

# Hours of a full-timer in a year. Sickness is in %.
[hours]
contract = { value = 1878, grade = "cao", source = "CAO VVT" }
leave    = { value = 237.4, grade = "placeholder" }
sickness = { value = 7.5, low = 6.0, high = 9.0, grade = "placeholder" }
training = { value = 8, grade = "placeholder" }
meetings = { value = 10, grade = "placeholder" }

# Paid travel minutes per billable hour; or minutes_between and visit_minutes.
[travel]
minutes    = { value = 4.0, low = 2.0, high = 8.0, grade = "placeholder" }
kilometres = { value = 2.0, grade = "placeholder" }
rate       = { value = 0.23, grade = "placeholder" }

# Course fees, EUR per head per year.
[training]
expenses = { value = 150.0, grade = "placeholder" }

# Overhead as a percentage of "direct", "cost_price" or "tariff"; or amount, EUR per billable hour.
[overhead]
percent = { value = 15.0, low = 12.0, high = 18.0, grade = "placeholder" }
of      = "direct"

# What the municipality asks beyond the help itself: reports, registration.
[obligations]
hours  = { value = 6, grade = "placeholder" }
amount = { value = 0.10, grade = "placeholder" }

# Risk and profit: no element of the law, so it stands apart.
[margin]
percent = { value = 2.5, grade = "placeholder" }
of      = "cost_price"

# What was offered or signed. billijk check FILE judges it.
# [contract]
# municipality = ""
# provider     = ""
# tariff       = 38.50
# unit         = "hour"
# volume       = 52000
)toml";

constexpr const char* dutch = R"toml(# Een casus voor billijk: een dienst, een periode, een stel aannames. Vul uw eigen cijfers in;
# elk getal kan low, high, grade, source, checked en note dragen. billijk-case(5) legt elke sleutel uit.
schema = "billijk/case/1"
title  = "Hulp bij het huishouden, onze gemeente, 2026"

# De dagen waarvoor het tarief moet gelden, beide inbegrepen.
[period]
from = 2026-01-01
to   = 2026-12-31

# De loonschaal, en het aandeel verloonde uren op elke trede (samen 100 %).
[wage]
scale = "nl/cao-vvt-hbh"
mix   = { "0" = { value = 20, grade = "placeholder" }, "5" = { value = 80, grade = "placeholder" } }
# Of een loon voor iedereen in plaats van scale en mix: EUR per verloond uur.
# hourly = 16.40

# Percentages over het loon.
[supplements]
irregular_hours   = 0.0
holiday_allowance = { value = 8.0, grade = "cao", source = "CAO VVT" }
year_end_bonus    = { value = 8.33, grade = "cao", source = "CAO VVT" }

# Werkgeverslasten naar de gepubliceerde premies; of een percentage van het brutoloon.
# permanent: aandeel van de loonsom met een vast contract. whk: uw eigen beschikking Whk.
[employer_charges]
social  = { preset = "nl/employer-charges", employer = "large", permanent = { value = 90.0, grade = "placeholder" } }
pension = { preset = "nl/pension-pfzw", employer_share = { value = 50.0, grade = "placeholder" } }

# Uren van een voltijder per jaar. Ziekte is in %.
[hours]
contract = { value = 1878, grade = "cao", source = "CAO VVT" }
leave    = { value = 237.4, grade = "placeholder" }
sickness = { value = 7.5, low = 6.0, high = 9.0, grade = "placeholder" }
training = { value = 8, grade = "placeholder" }
meetings = { value = 10, grade = "placeholder" }

# Betaalde reisminuten per declarabel uur; of minutes_between en visit_minutes.
[travel]
minutes    = { value = 4.0, low = 2.0, high = 8.0, grade = "placeholder" }
kilometres = { value = 2.0, grade = "placeholder" }
rate       = { value = 0.23, grade = "placeholder" }

# Cursuskosten, EUR per persoon per jaar.
[training]
expenses = { value = 150.0, grade = "placeholder" }

# Overhead als percentage van "direct", "cost_price" of "tariff"; of amount, EUR per declarabel uur.
[overhead]
percent = { value = 15.0, low = 12.0, high = 18.0, grade = "placeholder" }
of      = "direct"

# Wat de gemeente vraagt naast de hulp zelf: verantwoording, registratie.
[obligations]
hours  = { value = 6, grade = "placeholder" }
amount = { value = 0.10, grade = "placeholder" }

# Risico en winst: geen element van de wet, dus apart.
[margin]
percent = { value = 2.5, grade = "placeholder" }
of      = "cost_price"

# Wat geboden of getekend is. billijk check BESTAND toetst het.
# [contract]
# municipality = ""
# provider     = ""
# tariff       = 38.50
# unit         = "hour"
# volume       = 52000
)toml";

}  // namespace

std::string starter_case(Language language) { return language == Language::nl ? dutch : english; }

}  // namespace billijk::report
