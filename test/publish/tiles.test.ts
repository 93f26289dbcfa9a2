import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, test } from "vitest";
import { DETAIL_ZOOM, tilesOf } from "../../server/publish/tiles.ts";
import { raggedCells } from "../support/ragged-cells.ts";

// The field laid over degrees, so that it fills whole tiles: 12.8 degrees wide.
const field = raggedCells(7);
const WEST = -6;
const SOUTH = 48;
const DEGREES = 12.8;
const lonLat = Float64Array.from(field.shapes.xy, (value, i) => {
  const share = (value - field.origin) / field.size;
  return (i % 2 === 0 ? WEST : SOUTH) + share * DEGREES;
});
const tiles = tilesOf({
  layer: "cells",
  shapes: field.shapes,
  lonLat,
  properties: Array.from({ length: field.shapes.count }, (_, cell) => ({ cell, place: cell % 3 })),
});

const tileAt = (z: number, lon: number, lat: number): [number, number] => {
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = (lon / 360 + 0.5) * 2 ** z;
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z;
  return [Math.floor(x), Math.floor(y)];
};

function decoded(z: number, x: number, y: number) {
  const bytes = tiles.tile(z, x, y);
  const layer = bytes && new VectorTile(new PbfReader(bytes)).layers.cells;
  return layer ? Array.from({ length: layer.length }, (_, i) => layer.feature(i)) : [];
}

/** Sum of the features' areas in square tile units, holes negative. */
function groundOf(features: ReturnType<typeof decoded>): number {
  let twice = 0;
  for (const feature of features) {
    for (const ring of feature.loadGeometry()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        twice += ring[i]!.x * ring[i + 1]!.y - ring[i + 1]!.x * ring[i]!.y;
      }
    }
  }
  return Math.abs(twice / 2);
}

test("features carry their cell and place, and the cell is their id", () => {
  const [x, y] = tileAt(5, 0, 54);
  const features = decoded(5, x, y);
  expect(features.length).toBeGreaterThan(3);
  for (const { id, properties } of features) {
    expect(properties).toEqual({ cell: id, place: id! % 3 });
  }
});

test("at every zoom the cells of a tile inside the field leave no gap and no overlap", () => {
  for (let z = 6; z <= DETAIL_ZOOM + 1; z++) {
    const [x, y] = tileAt(z, 0.3, 54.3);
    expect(groundOf(decoded(z, x, y)), `zoom ${z}`).toBe((4096 + 2 * 64) ** 2);
  }
});

test("far out there are far fewer vertices than close in", () => {
  const vertices = (z: number) => {
    const [x, y] = tileAt(z, 0.3, 54.3);
    return decoded(z, x, y).reduce((sum, f) => sum + f.loadGeometry().flat().length, 0);
  };
  expect(vertices(2)).toBeLessThan(field.shapes.xy.length / 2 / 4);
});

test("a tile without a cell is no tile; the same tile is the same bytes", () => {
  const [x, y] = tileAt(8, 60, 10);
  expect(tiles.tile(8, x, y)).toBeUndefined();
  const [a, b] = tileAt(8, 0, 54);
  expect(tiles.tile(8, a, b)).toBe(tiles.tile(8, a, b));
});
