-- SPDX-License-Identifier: Apache-2.0
-- Hectares by commune and kind of forest, as people write it.
\set ON_ERROR_STOP on
SELECT sum(area_m2) / 10000 FROM (
    SELECT c.code, p.maldlr, sum(ST_Area(ST_Intersection(c.geom, p.geom))) AS area_m2
    FROM communes c JOIN plots p ON ST_Intersects(c.geom, p.geom)
    GROUP BY c.code, p.maldlr) AS cells;
