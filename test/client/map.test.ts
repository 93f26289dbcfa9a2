import { latest, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { DEFAULT_VIEW } from "../../client/address.ts";
import { createAnswerer } from "../../client/answer.ts";
import { boundsOf, londonBounds, rankedBounds } from "../../client/map/camera.ts";
import { cellClasses } from "../../client/map/ground.ts";
import { countPoints, fitsFrom } from "../../client/map/labels.ts";
import { LEFT_OUT } from "../../client/map/layers/depth.ts";
import { MAP_LAYERS } from "../../client/map/layers/registry.ts";
import { paletteFrom } from "../../client/map/palette.ts";
import { buildStyle } from "../../client/map/style.ts";
import { rankPlaces } from "../../server/core/hotspots/ranking.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { isoDate } from "../../server/core/units.ts";
import { cell, initiative, outline, place, study } from "../support/study.ts";

const palette = paletteFrom((name) => (name === "d6" ? "#36115c" : "#aabbcc"));
const fonts = {
  regular: "http://h/a.woff2",
  regularExtended: "http://h/b.woff2",
  bold: "http://h/c.woff2",
  boldExtended: "http://h/d.woff2",
};
const ground = { origin: "http://127.0.0.1:8080", dataVersion: "sha256:ab" };
const style = buildStyle(MAP_LAYERS, palette, ground, fonts);

describe("the style", () => {
  test("is valid by the style specification", () => {
    expect(validateStyleMin(style, latest).map(({ message }) => message)).toEqual([]);
  });

  test("asks nobody but this host, and tiles of this data version", () => {
    const addresses = JSON.stringify(style).match(/https?:[^"]+/g) ?? [];
    expect(
      addresses.filter((a) => !a.startsWith(ground.origin) && !a.startsWith("http://h/")),
    ).toEqual([]);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(style.sources.cells).toMatchObject({
      tiles: ["http://127.0.0.1:8080/tiles/cells/{z}/{x}/{y}.mvt?v=sha256%3Aab"],
      promoteId: { cells: "cell" },
    });
  });

  test("has each id once, and each layer draws from its own source", () => {
    const ids = style.layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, layers } of MAP_LAYERS)
      for (const layer of layers(palette)) expect(layer).toMatchObject({ source: id });
  });
});

const toy = study({
  places: [place("Ash"), place("Birch"), place("Cardiff", "Wales")],
  initiatives: [
    initiative("a", { start: "2000-01-01" }),
    initiative("b", { start: "2000-01-01", end: "2003-01-01" }),
    initiative("c", { start: "2000-01-01", within: [1] }),
  ],
  outlines: [outline(0), outline(1)],
  cells: [
    cell(0, [0, 1], 100),
    cell(1, [0], 50),
    cell(1, [], 50),
    cell(2, [], 100),
    cell(-1, [1], 9),
  ],
});
const answer = createAnswerer(indexStudy(toy));
const show = (change: Partial<typeof DEFAULT_VIEW>) => {
  const view = { ...DEFAULT_VIEW, at: isoDate("2002-06-01")!, ...change };
  return { answer: answer(view), depths: view.depths, chosen: undefined, hover: undefined };
};

describe("the colours of the ground", () => {
  test("are the depths of its cells; bare ground that is not ranked is left out", () => {
    expect([...cellClasses(toy, show({}))]).toEqual([2, 1, 0, LEFT_OUT, 1]);
  });

  test("follow the date", () => {
    expect([...cellClasses(toy, show({ at: isoDate("2003-01-01")! }))]).toEqual([
      1,
      1,
      0,
      LEFT_OUT,
      LEFT_OUT,
    ]);
  });

  test("keep only the classes that the legend leaves in", () => {
    const only = cellClasses(toy, show({ depths: [2] }));
    expect([...only]).toEqual([2, LEFT_OUT, LEFT_OUT, LEFT_OUT, LEFT_OUT]);
  });
});

describe("counts on the map", () => {
  const rows = rankPlaces(indexStudy(toy), { at: isoDate("2002-06-01")! });
  const points = countPoints(toy.places, rows, 1).features.map(({ properties }) => properties);

  test("never add what is within to what covers", () => {
    expect(points.map(({ name, numeral }) => [name, numeral])).toEqual([
      ["Ash", "2"],
      ["Birch", "0 + 1"],
    ]);
  });

  test("name the first places only", () => {
    expect(points.map(({ named }) => named)).toEqual([true, false]);
  });

  test("a numeral waits until its place is large enough", () => {
    const wide = fitsFrom([-2, 52, -1, 53]);
    expect(512 * 2 ** wide * (1 / 360)).toBeCloseTo(16, 6);
    expect(fitsFrom([-1.1, 52, -1, 53])).toBeGreaterThan(wide);
  });
});

test("bounds hold their places, and there are none of none", () => {
  const [ash, , cardiff] = toy.places;
  expect(boundsOf([])).toBeUndefined();
  expect(londonBounds(toy.places)).toBeUndefined();
  const far = { ...ash!, bounds: [-3, 50, -2, 51] as const };
  expect(boundsOf([ash!, far])).toEqual([-3, 50, -0.9, 54.1]);
  expect(rankedBounds([ash!, { ...cardiff!, bounds: [-9, 40, -8, 41] }])).toEqual(ash!.bounds);
});
