-- SPDX-License-Identifier: Apache-2.0
-- Communes in pieces of at most 128 vertices, with an index: what an expert makes first.
\set ON_ERROR_STOP on
SET client_min_messages = error;
DROP TABLE IF EXISTS communes_cut;
CREATE TABLE communes_cut AS SELECT code, ST_Subdivide(geom, 128) AS geom FROM communes;
CREATE INDEX ON communes_cut USING gist (geom);
VACUUM ANALYZE communes_cut;
SELECT count(*) FROM communes_cut;
