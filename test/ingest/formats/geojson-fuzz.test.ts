import fc from "fast-check";
import { expect, test } from "vitest";
import { expected, type Geometry, nested, read } from "../../support/geojson-reading.ts";

const ordinate = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 10_000),
);
const position = fc.array(ordinate, { minLength: 2, maxLength: 4 });
const rings = fc.array(fc.array(position, { minLength: 1, maxLength: 6 }), { maxLength: 3 });
const polygons = fc.oneof(
  rings.map((coordinates) => ({ type: "Polygon", coordinates })),
  fc.array(rings, { maxLength: 3 }).map((coordinates) => ({ type: "MultiPolygon", coordinates })),
);
const geometries: fc.Arbitrary<Geometry> = fc.oneof(
  fc.constant(null),
  polygons,
  fc
    .array(polygons, { maxLength: 3 })
    .map((list) => ({ type: "GeometryCollection", geometries: list })),
);
/** An object with its members in a drawn order and foreign ones between. */
const shuffled = (members: [string, unknown][]) =>
  fc
    .tuple(
      fc.shuffledSubarray(members, { minLength: members.length }),
      fc.option(fc.json(), { nil: undefined }),
    )
    .map(([order, foreign]) => {
      const list = order.map(([name, value]): [string, unknown] => [name, value]);
      if (foreign !== undefined) list.splice(1, 0, ["foreign", JSON.parse(foreign)]);
      return Object.fromEntries(list);
    });
const features = fc
  .tuple(
    geometries,
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.option(fc.string(), { nil: undefined }),
  )
  .chain(([geometry, properties, id]) =>
    shuffled([
      ["type", "Feature"],
      ["geometry", geometry],
      ["properties", properties],
      ...(id === undefined ? [] : [["id", id] as [string, unknown]]),
    ]),
  );
const files = fc.array(features, { maxLength: 4 }).chain((list) =>
  shuffled([
    ["type", "FeatureCollection"],
    ["features", list],
  ]),
);

test("any collection reads as JSON.parse reads it, wherever its chunks end", async () => {
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constant(1 << 16)),
      fc.nat(2),
      async (file, size, indent) => {
        const text = JSON.stringify(file, undefined, indent);
        const { features: found } = await read(text, size);
        const list = JSON.parse(text).features as {
          geometry: Geometry;
          properties: object;
          id?: string;
        }[];
        expect(found.map(nested)).toEqual(list.map(({ geometry }) => expected(geometry)));
        expect(found.map(({ properties }) => properties)).toEqual(
          list.map(({ properties }) => properties),
        );
        expect(found.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
      },
    ),
    { numRuns: 400 },
  );
});
