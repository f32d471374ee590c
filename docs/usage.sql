-- SPDX-License-Identifier: Apache-2.0
-- How often each choice of each scenario was made, from the record store of touchstone-server:
--   sqlite3 -readonly -header -csv DATA/touchstone.sqlite < docs/usage.sql > usage.csv
-- Then: touchstone-content graph SCENARIO --heat usage.csv
-- It only reads; the server may be running. No person is in the table, and a scenario that fewer than five people played is
-- left out (DEFINITIONS A15). Retries count too. For one version of a scenario, or some weeks, add a condition on
-- begun.version or made.day below JOIN.
WITH begun AS (
  SELECT organisation_id, registration, person_id,
    json_extract(raw, '$.context.extensions."https://w3id.org/xapi/touchstone/extensions/record".body.scenario') AS scenario,
    json_extract(raw, '$.context.extensions."https://w3id.org/xapi/touchstone/extensions/record".body.version') AS version
  FROM statement WHERE kind = 'encounter-begun'),
made AS (
  SELECT organisation_id, registration, day,
    json_extract(raw, '$.context.extensions."https://w3id.org/xapi/touchstone/extensions/record".body.moment') AS moment,
    json_extract(raw, '$.context.extensions."https://w3id.org/xapi/touchstone/extensions/record".body.choice') AS choice
  FROM statement WHERE kind = 'choice-made')
SELECT scenario, moment, choice, count(*) AS count
FROM made JOIN begun USING (organisation_id, registration)
WHERE scenario IN (SELECT scenario FROM begun GROUP BY scenario HAVING count(DISTINCT person_id) >= 5)
GROUP BY scenario, moment, choice
ORDER BY scenario, moment, choice;
