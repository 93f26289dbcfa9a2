import { describe, expect, test } from "vitest";
import { nested, read, readWithFindings } from "../../support/geojson-reading.ts";

const SQUARE = "[[0,0],[1,0],[1,1],[0,0]]";
const feature = (geometry: string, rest = "") =>
  `{"type":"Feature","properties":{"n":"x"},"geometry":${geometry}${rest}}`;
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
const good = feature(`{"type":"Polygon","coordinates":[${SQUARE}]}`);

describe("what a GeoJSON reader finds, and goes on", () => {
  test.each<[string, string, object[]]>([
    ["null", "null", [{ code: "geometry/null", place: undefined }]],
    ["an empty polygon", '{"type":"Polygon","coordinates":[]}', [{ code: "geometry/null" }]],
    [
      "a point",
      '{"type":"Point","coordinates":[5,6]}',
      [{ code: "geometry/not-polygon", place: [5, 6], detail: { type: "Point" } }],
    ],
    [
      "a closed line",
      `{"coordinates":${SQUARE.replace("[0,0]]", "[2,2]]")},"type":"LineString"}`,
      [{ code: "geometry/not-polygon", place: [0, 0] }],
    ],
    [
      "a word for a number",
      '{"type":"Polygon","coordinates":[[[0,0],[1,NaN],[{"a":"]"},"]"]],[[2,3]]]}',
      [
        {
          code: "geometry/coordinate",
          place: [0, 0],
          message: "A coordinate is NaN, which is no number.",
        },
      ],
    ],
    [
      "an infinite number",
      '{"type":"Polygon","coordinates":[[[0,1e999],[1,0],[1,1]]]}',
      [{ code: "geometry/coordinate", message: "A coordinate is too large." }],
    ],
    [
      "a position of one number",
      '{"type":"Polygon","coordinates":[[[0],[1,0]]]}',
      [{ code: "geometry/coordinate" }],
    ],
    [
      "coordinates that are too shallow",
      `{"type":"MultiPolygon","coordinates":[${SQUARE}]}`,
      [{ code: "geometry/coordinate", detail: { type: "MultiPolygon" } }],
    ],
    [
      "a curve's invented kind",
      '{"type":"constructor","coordinates":[]}',
      [{ code: "geometry/not-polygon" }],
    ],
  ])("%s: the feature comes without a polygon", async (_, geometry, expected) => {
    for (const size of [1, 7, 1 << 16]) {
      const read = await readWithFindings(collection(good, feature(geometry), good), size);
      expect(read.features.map(nested).map((polygons) => polygons.length)).toEqual([1, 0, 1]);
      expect(read.features[1]).toMatchObject({ index: 1, properties: { n: "x" } });
      expect(read.findings).toMatchObject(expected.map((one) => ({ feature: 1, ...one })));
    }
  });

  test("of a collection the polygons are kept", async () => {
    const text = `{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[9,9]},{"type":"Polygon","coordinates":[${SQUARE}]}]}`;
    for (const one of [collection(feature(text)), text]) {
      const { features, findings } = await readWithFindings(one, 5);
      expect(features.map(nested)).toEqual([
        [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
          ],
        ],
      ]);
      expect(findings).toMatchObject([{ code: "geometry/not-polygon", place: [9, 9] }]);
    }
  });

  test("an open ring is told with the place where it begins", async () => {
    const ring = "[[3,4],[5,4],[5,6]]";
    const { findings } = await readWithFindings(
      collection(good, feature(`{"type":"Polygon","coordinates":[${ring},${SQUARE}]}`)),
    );
    expect(findings).toEqual([
      {
        code: "geometry/unclosed-ring",
        feature: 1,
        place: [3, 4],
        message: "A ring does not end where it began.",
        detail: {},
      },
    ]);
  });

  test("bad JSON is refused all the same", async () => {
    await expect(readWithFindings(collection(good, "{"))).rejects.toMatchObject({
      code: "format/malformed",
    });
    const inside = feature('{"type":"Polygon","coordinates":[[[0,?]]]}');
    await expect(readWithFindings(collection(inside))).rejects.toMatchObject({
      code: "format/malformed",
    });
  });
});

describe("a line that is at fault, of a file with a text on each", () => {
  const line = (n: string) =>
    `{"type":"Feature","id":"${n}","properties":{},"geometry":{"type":"Polygon","coordinates":[${SQUARE}]}}`;
  test.each<[string, string]>([
    ["cut short", '{"type":"Feature","properties":{"a":'],
    ["cut short inside a string", '{"type":"Feature","properties":{"a":"b'],
    [
      "cut short inside coordinates",
      '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0',
    ],
    ["no JSON", "what is this"],
    ["followed by more", `${line("x")} and more`],
    ["of no kind that is known", '{"type":"FeatureCollection"}'],
  ])("%s: it is told of, and the others are read", async (_, broken) => {
    for (const size of [1, 7, 1 << 16]) {
      for (const end of ["\n", "\r\n", "\n\u001e"]) {
        const text = [line("a"), broken, line("b"), line("c")].join(end);
        const { features, findings } = await readWithFindings(`${text}\n`, size);
        const ids = features.map(({ id }) => id).filter((id) => id !== undefined && id !== "x");
        expect(ids).toEqual(["a", "b", "c"]);
        expect(findings).toMatchObject([
          { code: "record/damaged", message: expect.stringMatching(/^The line is at fault/) },
        ]);
        expect(findings[0]!.message).not.toContain("test.geojson");
      }
    }
  });

  test("the last one, cut short, costs itself", async () => {
    const { features, findings } = await readWithFindings(
      `${line("a")}\n${line("b").slice(0, -9)}`,
      5,
    );
    expect(features.map(({ id }) => id)).toEqual(["a", undefined]);
    expect(findings).toMatchObject([{ code: "record/damaged", feature: 1 }]);
  });

  test("the first one too, where the name says that lines are meant", async () => {
    const text = `{"type":\n${line("a")}\n`;
    const named = await readWithFindings(text, 9, {}, "zones.ndjson");
    expect(named.features.map(({ id }) => id)).toEqual([undefined, "a"]);
    await expect(readWithFindings(text, 9)).rejects.toMatchObject({ code: "format/malformed" });
  });

  test("one that is too long to be held refuses the file, as does any where nobody hears of it", async () => {
    const long = `{"type":"Feature","properties":{"a":"${"x".repeat(1 << 21)}"},"geometry":`;
    const text = `${line("a")}\n${long}\n${line("b")}\n`;
    await expect(readWithFindings(text)).rejects.toMatchObject({ code: "format/malformed" });
    await expect(read(`${line("a")}\nno\n`)).rejects.toMatchObject({ code: "format/malformed" });
  });

  test("what follows a text on the same line is no line", async () => {
    const text = `${collection(good)} and more`;
    await expect(readWithFindings(text)).rejects.toMatchObject({ code: "format/malformed" });
  });
});

describe("names that mean something to JavaScript", () => {
  test("are plain fields", async () => {
    const text = collection(
      '{"type":"Feature","geometry":null,"properties":{"__proto__":{"polluted":1},"constructor":"c"}}',
    );
    const { features } = await readWithFindings(text);
    expect(Object.keys(features[0]!.properties)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(features[0]!.properties)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("limits of GeoJSON", () => {
  const nestedIn = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  test("depth: 100 is read, 101 is refused, in properties and in what is passed over", async () => {
    for (const where of ["properties", "other"]) {
      const text = (depth: number) =>
        `{"type":"Feature","geometry":null,"${where}":{"a":${nestedIn(depth - 1)}}}`;
      const limits = { depth: 100 };
      await readWithFindings(text(100), 9, { limits });
      await expect(readWithFindings(text(101), 9, { limits })).rejects.toMatchObject({
        code: "limit/depth",
        message: expect.stringMatching(/nested more than 100 deep/),
      });
    }
  });

  test("depth counts collections of geometries", async () => {
    const text = (depth: number): string =>
      depth === 0
        ? '{"type":"Point","coordinates":[1,1]}'
        : `{"type":"GeometryCollection","geometries":[${text(depth - 1)}]}`;
    const limits = { depth: 4 };
    await readWithFindings(collection(feature(text(3))), 99, { limits });
    await expect(
      readWithFindings(collection(feature(text(4))), 99, { limits }),
    ).rejects.toMatchObject({ code: "limit/depth" });
  });
});
