#!/usr/bin/env bash
# Writes what PostGIS makes of the places of ../shared/bench to postgis.tsv: the
# Voronoi cells of the plain plane, joined by holder and cut off at the outline, in
# km² of the ellipsoid, and the lines between holders, in km on the ellipsoid and on
# the sphere of the mean radius.
#
#   postgis.sh INPUTS > postgis.tsv      INPUTS: the gen folder, after its run.sh
#
# psql must find a database with the extension postgis (PGHOST, PGPORT, …).
set -euo pipefail
inputs=$(cd "${1:?usage: postgis.sh INPUTS}" && pwd)
{
  printf "\\\\set wkt \`cat '%s/outline.wkt'\`\n" "$inputs"
  cat <<'SQL'
\set ON_ERROR_STOP on
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
SET client_min_messages = error;
CREATE TEMP TABLE country AS SELECT ST_GeomFromText(:'wkt', 4326) AS ground;
SQL
  for n in 1000 7000 25000 100000; do
    cat <<SQL
CREATE TEMP TABLE place (id int, lon float8, lat float8, holder text);
\\copy place FROM '$inputs/data/places_$n.csv' CSV HEADER
CREATE TEMP TABLE site AS SELECT holder, ST_SetSRID(ST_Point(lon, lat), 4326) AS at FROM place;
CREATE INDEX ON site USING gist (at);
CREATE TEMP TABLE cell AS
  SELECT (ST_Dump(ST_VoronoiPolygons(ST_Collect(at), 0, (SELECT ground FROM country)))).geom AS ground FROM site;
CREATE TEMP TABLE whole AS
  SELECT holder, ST_Union(ground) AS ground FROM cell JOIN site ON ST_Contains(ground, at) GROUP BY holder;
SELECT $n, holder, '', ST_Area(ST_Intersection(whole.ground, country.ground)::geography) / 1e6, '' FROM whole, country ORDER BY holder;
WITH line AS (
  SELECT a.holder AS a, b.holder AS b,
    ST_Intersection(ST_CollectionExtract(ST_Intersection(ST_Boundary(a.ground), ST_Boundary(b.ground)), 2), country.ground) AS line
  FROM whole a JOIN whole b ON a.holder < b.holder, country)
SELECT $n, a, b, ST_Length(line::geography) / 1000, ST_Length(line::geography, false) / 1000 FROM line WHERE NOT ST_IsEmpty(line) ORDER BY a, b;
DROP TABLE place, site, cell, whole;
SQL
  done
} | psql -qX
