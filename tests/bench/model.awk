# The model of plain.toml in doubles, for comparison of speed: mawk -f model.awk < rows.csv
function cents(x) { return int(x * 100 + 0.5) / 100 }
BEGIN { FS = ","; OFS = ","; N = 1878; O = 6; step = 0.01 }
NR == 1 { print "id,region,tariff,wage_floor,cost_price,fair_tariff,ceiling,zone,distance,distance_percent,distance_year,message"; next }
{
  w = $3; gross = w * (1 + 0.08 + 0.0833); labour = gross * 1.275
  sick = $5 / 100 * N
  billable = (N - $4 - sick - $6 - $7 - O) / (1 + $8 / 60)
  floor = labour + labour * ($4 + sick + $6 + $7 + O) / billable + labour * $8 / 60 + $9 * 0.23 + 150 / billable
  cost = (floor + $12) * (1 + $10 / 100)
  fair = cost * (1 + $11 / 100)
  top = cost * 1.1; if (fair > top) top = fair
  floor = cents(floor); cost = cents(cost); fair = cents(fair); top = cents(top)
  zone = $13 < floor ? "below_wage_floor" : $13 < cost ? "below_cost_price" : $13 > top ? "above_ceiling" : "fair"
  away = $13 - cost
  printf "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%s,%.2f,%.2f,%.2f,\n", $1, $2, $13, floor, cost, fair, top, zone, away, 100 * away / cost, away * 52000
}
