import { latest, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { createAnswerer } from "../../client/answer.ts";
import { isTileTemplate, overBasemap } from "../../client/map/basemap.ts";
import { boundsOf, londonBounds, rankedBounds } from "../../client/map/camera.ts";
import { discShapes, pointShapes } from "../../client/map/discs.ts";
import { cellClasses } from "../../client/map/ground.ts";
import { countPoints, fitsFrom } from "../../client/map/labels.ts";
import { LEFT_OUT } from "../../client/map/layers/depth.ts";
import { NOTHING_RECORDED, needLayer, WITHIN_ONLY } from "../../client/map/layers/need.ts";
import { MAP_LAYERS } from "../../client/map/layers/registry.ts";
import { paletteFrom } from "../../client/map/palette.ts";
import { buildStyle } from "../../client/map/style.ts";
import { bareNeed } from "../../client/screens/hotspots/need-key.tsx";
import { DEFAULT_VIEW } from "../../client/view.ts";
import { rankPlaces } from "../../server/core/hotspots/ranking.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { isoDate } from "../../server/core/units.ts";
import { cell, indication, initiative, outline, place, study } from "../support/study.ts";

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

describe("a basemap", () => {
  const template = "http://tiles.example.org/{z}/{x}/{y}.png";

  test("of tiles lies under our ground, which lets it through; without one nothing changes", () => {
    expect(overBasemap(style, undefined)).toBe(style);
    const over = overBasemap(style, { kind: "tiles", template });
    expect(validateStyleMin(over, latest)).toEqual([]);
    const ids = over.layers.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["sea", "basemap-tiles", "depth-fill"]);
    expect(over.layers[2]).toMatchObject({ paint: { "fill-opacity": 0.6 } });
    expect(over.sources["basemap-tiles"]).toMatchObject({ type: "raster", tiles: [template] });
  });

  test("of a style brings its sources and layers, under names and addresses of their own", () => {
    const over = overBasemap(style, {
      kind: "style",
      address: "http://maps.example.org/styles/plain.json",
      style: {
        version: 8,
        glyphs: "../fonts/{fontstack}/{range}.pbf",
        sprite: "/sprite",
        sources: {
          places: { type: "vector", tiles: ["/v/{z}/{x}/{y}.pbf"] },
          relief: { type: "raster", url: "relief.json" },
        },
        layers: [
          { id: "sea", type: "background", paint: { "background-color": "#abc" } },
          { id: "roads", type: "line", source: "places", "source-layer": "roads" },
        ],
      },
    });
    expect(validateStyleMin(over, latest)).toEqual([]);
    expect(over.layers.map(({ id }) => id).slice(0, 4)).toEqual([
      "sea",
      "basemap-sea",
      "basemap-roads",
      "depth-fill",
    ]);
    expect(over.layers[2]).toMatchObject({ source: "basemap-places" });
    expect(over.glyphs).toBe("http://maps.example.org/fonts/{fontstack}/{range}.pbf");
    expect(over.sprite).toBe("http://maps.example.org/sprite");
    expect(over.sources).toMatchObject({
      "basemap-places": { tiles: ["http://maps.example.org/v/{z}/{x}/{y}.pbf"] },
      "basemap-relief": { url: "http://maps.example.org/styles/relief.json" },
      places: style.sources.places,
    });
  });

  test("is told by its address", () => {
    expect(isTileTemplate(template)).toBe(true);
    expect(isTileTemplate("http://h/style.json")).toBe(false);
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

describe("what is drawn without an outline", () => {
  const point = { lon: -0.086, lat: 51.485 };
  const loose = study({
    initiatives: [initiative("a"), initiative("Aylesbury Plus", { point })],
    indications: [indication(0, [])],
  });

  test("a largest and a smallest disc of the cited sizes", () => {
    const { features } = discShapes(loose, [0]);
    expect(features.map(({ properties }) => properties.size)).toEqual(["largest", "smallest"]);
    const areas = features.map(({ geometry }) => {
      const [ring] = geometry.coordinates;
      const metres = ring!.map(([lon, lat]) => [
        (lon! + 1) * 111_200 * Math.cos((54 * Math.PI) / 180),
        (lat! - 54) * 111_200,
      ]);
      expect(ring![0]).toEqual(ring!.at(-1));
      const twice = metres.slice(1).map(([x, y], i) => metres[i]![0]! * y! - x! * metres[i]![1]!);
      return twice.reduce((sum, part) => sum + part, 0) / 2;
    });
    expect(areas[0]! / 400).toBeCloseTo(1, 2);
    expect(areas[1]! / 100).toBeCloseTo(1, 2);
  });

  test("a point with the name to write beside it", () => {
    expect(pointShapes(loose, [1]).features).toMatchObject([
      { geometry: { coordinates: [-0.086, 51.485] }, properties: { initiative: 1 } },
    ]);
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

test("of the areas in need those under an outline are left out, the others told apart", () => {
  const areas = (["covers", "within", "none"] as const).map((reach, area) => ({
    area,
    reach,
    place: area === 1 ? "ASH" : "ELM",
  }));
  const told = (places?: ReadonlySet<string>) =>
    bareNeed(areas, places).map(({ area, code }) => [area, code]);
  expect(told()).toEqual([
    [1, WITHIN_ONLY],
    [2, NOTHING_RECORDED],
  ]);
  // Of a region only what lies in its places.
  expect(told(new Set(["ELM"]))).toEqual([[2, NOTHING_RECORDED]]);
  expect(needLayer.mainMapOnly).toBeUndefined();
  for (const layer of needLayer.layers(palette))
    expect(layer).toMatchObject({ layout: { visibility: "none" } });
});
