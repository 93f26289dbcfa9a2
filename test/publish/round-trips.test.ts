/** What our exports wrote, read by our readers and written again: CONTRACT.md, "Files". */
import { describe, expect, test } from "vitest";
import { roundToGrid } from "../../server/core/geometry/grid-rounding.ts";
import { metresOf } from "../../server/core/geometry/shape-metres.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import { assembleSources } from "../../server/ingest/assemble-shapes.ts";
import { statedCrs } from "../../server/ingest/crs.ts";
import type { PolygonFeature } from "../../server/ingest/formats/format.ts";
import { readPolygonFile } from "../../server/ingest/polygon-files.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";
import type { ExportFormat, Field, Table, Value } from "../../server/publish/exports/export.ts";
import { flatgeobuf } from "../../server/publish/exports/formats/flatgeobuf.ts";
import { geojson } from "../../server/publish/exports/formats/geojson.ts";
import { geopackage } from "../../server/publish/exports/formats/geopackage.ts";
import { overlayTable } from "../../server/publish/exports/units/overlay.ts";
import { scratchFolder } from "../support/scratch.ts";
import { TOY_SET, YARD } from "../support/toy-overlay.ts";

const { write } = scratchFolder("round-trips");

async function tableOf(text: string): Promise<Table> {
  const sources = await readPolygons([write("toy.geojson", text)]);
  return overlayTable(sources, partition(sources.shapes, sources.grid));
}

const bytesOf = (format: ExportFormat, table: Table) =>
  Buffer.concat([...format.write(table)].map((chunk) => Buffer.from(chunk)));

/** Lists are JSON in GeoPackage, which has no type for them. */
function cellOf({ type }: Field, raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  return (type === "list" && typeof raw === "string" ? JSON.parse(raw) : raw) as Value;
}

/** A file that was written from a table, read back as a table; its vertices before rounding too. */
async function readBack(path: string, written: Table) {
  const file = await readPolygonFile(path);
  const rows = file.features.map(({ properties }) =>
    written.fields.map((field) => cellOf(field, properties[field.name])),
  );
  const named = file.features.map((feature, i) => ({
    source: String(i).padStart(6, "0"),
    file,
    feature: feature as PolygonFeature,
  }));
  const { features, topology } = assembleSources(named);
  const xy = Float64Array.from(features.flatMap(({ feature }) => [...feature.xy]));
  if (file.crs.printed !== "EPSG:27700") {
    file.crs.toLonLat(xy);
    (await statedCrs("EPSG:27700", "test")).fromLonLat(xy);
  }
  const ground = written.ground!;
  const shapes = { ...topology, xy: roundToGrid(xy, ground.grid) };
  return { table: { ...written, rows, ground: { ...ground, shapes } } as Table, xy };
}

describe.each([
  ["three overlapping zones", TOY_SET],
  ["four bars round a yard", YARD],
])("%s", (_, text) => {
  test.each<[string, ExportFormat]>([
    ["gpkg", geopackage],
    ["fgb", flatgeobuf],
  ])("by %s: no coordinate, attribute or id changes, to the byte", async (ending, format) => {
    const table = await tableOf(text);
    const first = bytesOf(format, table);
    const { table: again, xy } = await readBack(write(`a.${ending}`, first), table);
    expect(again.rows).toEqual(table.rows);
    const metres = metresOf(table.ground!);
    expect([...xy].sort()).toEqual([...metres].sort());
    expect(bytesOf(format, again).equals(first)).toBe(true);
  });

  test("by GeoJSON: no attribute or count, no vertex by more than 7 mm; then nothing more", async () => {
    const table = await tableOf(text);
    const first = bytesOf(geojson, table);
    const { table: again, xy } = await readBack(write("a.geojson", first), table);
    expect(again.rows).toEqual(table.rows);
    const metres = metresOf(table.ground!);
    expect(xy.length).toBe(metres.length);
    const nearest = (x: number, y: number) => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < metres.length; i += 2) {
        least = Math.min(least, Math.hypot(metres[i]! - x, metres[i + 1]! - y));
      }
      return least;
    };
    for (let i = 0; i < xy.length; i += 2) expect(nearest(xy[i]!, xy[i + 1]!)).toBeLessThan(0.007);
    const second = bytesOf(geojson, again);
    const { table: third } = await readBack(write("b.geojson", second), again);
    expect(bytesOf(geojson, third).equals(second)).toBe(true);
    expect(third.rows).toEqual(table.rows);
  });
});
