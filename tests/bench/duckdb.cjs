// The model of plain.toml in DuckDB, in doubles: node duckdb.cjs FOLDER ROWS OUT, where FOLDER holds
// node_modules/@duckdb/node-api.
const path = require('path');
const [folder, rows, out] = process.argv.slice(2);
const { DuckDBInstance } = require(require.resolve('@duckdb/node-api', { paths: [path.resolve(folder)] }));

const model = `
COPY (
  WITH sheet AS (
    SELECT *, "wage.hourly" * (1 + 0.08 + 0.0833) * 1.275 AS labour, "hours.sickness" / 100 * 1878 AS sick FROM read_csv('${rows}', header = true)
  ), hours AS (
    SELECT *, (1878 - "hours.leave" - sick - "hours.training" - "hours.meetings" - 6) / (1 + "travel.minutes" / 60) AS billable FROM sheet
  ), floors AS (
    SELECT *, labour + labour * ("hours.leave" + sick + "hours.training" + "hours.meetings" + 6) / billable
      + labour * "travel.minutes" / 60 + "travel.kilometres" * 0.23 + 150 / billable AS floor_ FROM hours
  ), costs AS (
    SELECT *, (floor_ + "obligations.amount") * (1 + "overhead.percent" / 100) AS cost_ FROM floors
  ), totals AS (
    SELECT *, round(floor_, 2) AS wage_floor, round(cost_, 2) AS cost_price, round(cost_ * (1 + "margin.percent" / 100), 2) AS fair_tariff,
      round(greatest(cost_ * 1.1, cost_ * (1 + "margin.percent" / 100)), 2) AS ceiling_, "contract.tariff" AS tariff FROM costs
  )
  SELECT id, region, tariff, wage_floor, cost_price, fair_tariff, ceiling_ AS ceiling,
    CASE WHEN tariff < wage_floor THEN 'below_wage_floor' WHEN tariff < cost_price THEN 'below_cost_price'
         WHEN tariff > ceiling_ THEN 'above_ceiling' ELSE 'fair' END AS zone,
    round(tariff - cost_price, 2) AS distance, round(100 * (tariff - cost_price) / cost_price, 2) AS distance_percent,
    round((tariff - cost_price) * 52000, 2) AS distance_year, NULL AS message FROM totals
) TO '${out}' (HEADER)`;

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(model);
  connection.closeSync();
})();
