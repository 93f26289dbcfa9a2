/** A small table with ground, near Leeds: hand-written squares in millimetres of the national grid. */
import type { About } from "../../server/contract/about.ts";
import { fromNationalGrid } from "../../server/core/geometry/national-grid.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { loadShiftGrid } from "../../server/ingest/grid-shift.ts";
import type { Chunk, Field, GroundCrs, Table, Value } from "../../server/publish/exports/export.ts";

export const ABOUT: About = {
  title: "Hand-written squares",
  unit: "squares",
  question: { at: "2000-06-01" },
  data_version: "sha256:0",
  areas: "EPSG:27700",
  grid_m: 0.001,
  tolerance_m: null,
  fields: {},
  sources: [{ title: "None", licence: "None", attribution: "Nobody" }],
  certificate_of: "inputs",
  certificate: {
    passed: true,
    conservation_relative: 0,
    snap_change_relative: 0,
    snap_drift_m: 0,
    passes: 1,
    bounds_violations: 0,
    engine: "by hand",
    grid_m: 0.001,
    crs: "EPSG:27700",
    inputs: [],
  },
  repairs: [],
  completeness: [],
  citation: "Hand-written squares.",
};

/** Rings of shapes: shape -> polygon -> ring -> x, y in metres from (430000, 433000). */
export type Drawing = readonly (readonly (readonly (readonly [number, number])[])[])[];

export function shapesOf(drawings: readonly Drawing[]): Shapes {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  drawings.forEach((polygons, shape) => {
    for (const rings of polygons) {
      polygonShape.push(shape);
      for (const ring of rings) {
        for (const [x, y] of ring) {
          xy.push(Math.round((430_000 + x) * 1000), Math.round((433_000 + y) * 1000));
        }
        ringVertex.push(xy.length / 2);
      }
      polygonRing.push(ringVertex.length - 1);
    }
  });
  return {
    count: drawings.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(xy),
  };
}

/** A square's ring, against the clock, from its south-west corner. */
export const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

export async function nationalGrid(): Promise<GroundCrs> {
  const grid = await loadShiftGrid();
  return { id: "EPSG:27700", toLonLat: (xy) => void fromNationalGrid(grid, xy) };
}

/** A square with a window, two squares far apart, and a row that lies nowhere. */
export async function squaresTable(): Promise<Table> {
  const fields: Field[] = [
    { name: "id", type: "text", meaning: "id" },
    { name: "depth", type: "integer", meaning: "depth" },
    { name: "sources", type: "list", meaning: "sources" },
    { name: "area_m2", type: "real", meaning: "area" },
    { name: "note", type: "text", meaning: "note" },
  ];
  const rows: Value[][] = [
    ["window", 2, ["a", "b;c"], 7500, "=1+1"],
    ["pair", 1, ["a"], 20_000, 'says "so", twice'],
    ["nowhere", 0, [], -1.5, null],
  ];
  // The window is drawn with the clock and the first outer ring too: writers must turn it.
  const shapes = shapesOf([
    [[square(0, 0, 100).reverse(), square(25, 25, 50).reverse()]],
    [[square(500, 0, 100)], [square(700, 0, 100)]],
    [],
  ]);
  return {
    unit: "squares",
    fields,
    rows,
    ground: {
      shapes,
      grid: { step: 0.001, originX: 0, originY: 0 },
      crs: await nationalGrid(),
    },
    about: ABOUT,
  };
}

export function bytesOf(chunks: Iterable<Chunk>): Buffer {
  return Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
}
