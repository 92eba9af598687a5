-- SPDX-License-Identifier: Apache-2.0
-- Hectares by commune and kind of forest: communes in pieces, plots wholly inside a piece taken as they are.
\set ON_ERROR_STOP on
SELECT sum(area_m2) / 10000 FROM (
    SELECT c.code, p.maldlr,
           sum(CASE WHEN ST_Covers(c.geom, p.geom) THEN ST_Area(p.geom)
                    ELSE ST_Area(ST_Intersection(c.geom, p.geom)) END) AS area_m2
    FROM communes_cut c JOIN plots p ON ST_Intersects(c.geom, p.geom)
    GROUP BY c.code, p.maldlr) AS cells;
