-- SPDX-License-Identifier: Apache-2.0
-- Points in communes, moved to their plane on the way.
\set ON_ERROR_STOP on
SELECT ST_SRID(geom) AS plane FROM communes LIMIT 1 \gset
SELECT count(*) FROM points p JOIN communes_cut c ON ST_Intersects(c.geom, ST_Transform(p.geom, :plane));
