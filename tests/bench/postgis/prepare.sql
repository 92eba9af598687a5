-- SPDX-License-Identifier: Apache-2.0
-- Not timed: plots made valid, points as points, statistics for the planner.
\set ON_ERROR_STOP on
SET client_min_messages = error;
UPDATE plots SET geom = ST_Multi(ST_CollectionExtract(ST_MakeValid(geom), 3)) WHERE NOT ST_IsValid(geom);
CREATE TABLE points AS SELECT ST_SetSRID(ST_MakePoint(x, y), 4326) AS geom FROM read_points;
CREATE INDEX ON points USING gist (geom);
VACUUM ANALYZE plots;
VACUUM ANALYZE communes;
VACUUM ANALYZE points;
SELECT count(*) FROM points;
