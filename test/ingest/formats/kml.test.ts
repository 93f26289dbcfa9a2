import { describe, expect, test } from "vitest";
import { kml } from "../../../server/ingest/formats/kml.ts";
import { kmz } from "../../../server/ingest/formats/kmz.ts";
import { refusalOf, tellingOf } from "../../support/formats.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { zipFile } from "../../support/zip-file.ts";

const { write } = scratchFolder("kml");

const RING = "0,0,5 1,0,5\n 1,1,5 0,0,5";
const TRIANGLE = [
  [0, 0],
  [1, 0],
  [1, 1],
];
const polygon = (outer: string, inner = "") =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${outer}</coordinates></LinearRing></outerBoundaryIs>${inner}</Polygon>`;
const hole = (ring: string) =>
  `<innerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></innerBoundaryIs>`;
const placemark = (content: string) => `<Placemark id="p">${content}</Placemark>`;
const document = (...placemarks: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${placemarks.join("")}</Folder></Document></kml>`;
const telling = (text: string | Buffer) => tellingOf(kml, write("a.kml", text));

describe("KML", () => {
  test("is a feature a placemark, with its name and extended data", async () => {
    const { features, polygons, crs, findings, notes } = await telling(
      document(
        placemark(
          `<name>St &amp; Mary's</name><description><![CDATA[<b>x</b>]]></description><ExtendedData>
           <Data name="code"><displayName>Code</displayName><value>E05</value></Data>
           <SchemaData><SimpleData name="__proto__">p</SimpleData></SchemaData></ExtendedData>
           ${polygon(RING, hole("0.5,0.1 0.6,0.1 0.6,0.2 0.5,0.1"))}`,
        ),
        placemark(
          `<MultiGeometry>${polygon(RING)}<MultiGeometry>${polygon(RING)}</MultiGeometry></MultiGeometry>`,
        ),
      ),
    );
    expect(polygons.map((one) => one.map((rings) => rings.length))).toEqual([[2], [1, 1]]);
    expect(polygons[1]?.[1]).toEqual([TRIANGLE]);
    expect(features[0]?.id).toBe("p");
    expect(Object.entries(features[0]!.properties).sort()).toEqual([
      ["__proto__", "p"],
      ["code", "E05"],
      ["description", "<b>x</b>"],
      ["name", "St & Mary's"],
    ]);
    expect(crs).toEqual(["OGC:CRS84"]);
    expect([findings, notes]).toEqual([[], []]);
  });

  test("with a prefix, in another encoding, with its links told", async () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:NetworkLink/><k:Placemark><k:name>Môn</k:name>${polygon(RING).replace(/<(\/?)/g, "<$1k:")}</k:Placemark></k:kml>`;
    const { features, polygons, notes } = await telling(Buffer.from(text, "latin1"));
    expect(features[0]?.properties).toEqual({ name: "Môn" });
    expect(polygons).toEqual([[[TRIANGLE]]]);
    expect(notes.map(({ message }) => message)).toEqual([
      "a.kml links to data that lies elsewhere, which was not fetched.",
    ]);
  });

  test("tells of points, lines, bad positions, open rings and nothing, and keeps the features", async () => {
    const { features, findings } = await telling(
      document(
        placemark("<Point><coordinates>3,4</coordinates></Point>"),
        placemark("<LineString><coordinates> 5,6 7,8 </coordinates></LineString>"),
        placemark(polygon("0,0 1, 0 1,1 0,0")),
        placemark(polygon("0,0 1,0 1,1")),
        placemark("<name>none</name>"),
        placemark(
          `<MultiGeometry><Point><coordinates>1,2</coordinates></Point>${polygon(RING)}</MultiGeometry>`,
        ),
        placemark(polygon("0,0 1,NaN 1,1 0,0", hole(RING)) + polygon(RING)),
      ),
    );
    expect(findings.map(({ feature, code, place }) => [feature, code, place])).toEqual([
      [0, "geometry/not-polygon", [3, 4]],
      [1, "geometry/not-polygon", [5, 6]],
      [2, "geometry/coordinate", [0, 0]],
      [3, "geometry/unclosed-ring", [0, 0]],
      [4, "geometry/null", undefined],
      [5, "geometry/not-polygon", [1, 2]],
      [6, "geometry/coordinate", [0, 0]],
    ]);
    expect(features.map(({ polygonRing }) => polygonRing.length - 1)).toEqual([
      0, 0, 0, 1, 0, 1, 1,
    ]);
    expect(features.every(({ xy, ringVertex }) => xy.length / 2 === ringVertex.at(-1))).toBe(true);
  });

  test.each<[string, string, RegExp]>([
    [
      "billion laughs",
      `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>`,
      /line 1: .*defines entities, which are never expanded/,
    ],
    [
      "an external entity",
      `<!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml><Placemark><name>&x;</name></Placemark></kml>`,
      /undefined entity/,
    ],
    ["a cut text", document(placemark(polygon(RING))).slice(0, -30), /unclosed tag/],
    ["another kind of XML", "<rss><kml></kml></rss>", /it begins with <rss>/],
  ])("%s is refused", async (_, text, message) => {
    await expect(telling(text)).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(message),
    });
  });

  test("limits: depth and length of a value, at the limit and one beyond", async () => {
    const path = write("deep.kml", document(placemark("<name>abcde</name>")));
    await tellingOf(kml, path, { limits: { depth: 5, fieldLength: 5 } });
    await expect(refusalOf(kml, path, { limits: { depth: 4 } })).rejects.toMatchObject({
      code: "limit/depth",
    });
    await expect(refusalOf(kml, path, { limits: { fieldLength: 4 } })).rejects.toMatchObject({
      code: "limit/field-length",
    });
  });
});

describe("KMZ", () => {
  test("is its first document; the others are told", async () => {
    const text = document(placemark(polygon(RING)));
    const path = write(
      "a.kmz",
      zipFile([
        { name: "images/a.png", bytes: "x" },
        { name: "doc.kml", bytes: text },
        { name: "more.kml", bytes: text },
      ]),
    );
    const { polygons, notes } = await tellingOf(kmz, path);
    expect(polygons).toEqual([[[TRIANGLE]]]);
    expect(notes.map(({ code }) => code)).toEqual(["file/left-out"]);
  });

  test("without a document, or no archive, is refused", async () => {
    const path = write("none.kmz", zipFile([{ name: "a.txt", bytes: "x" }]));
    await expect(refusalOf(kmz, path)).rejects.toMatchObject({ code: "format/malformed" });
    await expect(refusalOf(kmz, write("no.kmz", "plain"))).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(/^no\.kmz is a damaged zip archive/),
    });
  });
});
