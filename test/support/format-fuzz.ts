import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { geojson as fgb } from "flatgeobuf";
import { AppError } from "../../server/core/errors.ts";
import { readContent } from "../../server/ingest/file-content.ts";
import { readGrants } from "../../server/ingest/grants/read-grants.ts";
import type { Limits } from "../../server/ingest/limits.ts";
import { readTable } from "../../server/ingest/tables/read-table.ts";
import { blob, gpkgFile, wkb } from "./formats.ts";
import { dbf, type Ring, shp } from "./shapefile.ts";
import { xlsxFile } from "./xlsx-file.ts";
import { zipFile } from "./zip-file.ts";

/** Damaged files for every reader: whatever is read, it ends in features or in a refusal. */

const ring: Ring = [
  [0, 0],
  [0, 10],
  [10, 10],
  [10, 0],
  [0, 0],
];
const hole: Ring = [
  [2, 2],
  [4, 2],
  [4, 4],
  [2, 4],
  [2, 2],
];
const WKT = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))";
const feature = (n: number) =>
  `{"type":"Feature","id":${n},"properties":{"name":"Môn ${n}","n":${n}.5},"geometry":{"type":"Polygon","coordinates":[${JSON.stringify(ring)},${JSON.stringify(hole)}]}}`;
const GEOJSON = `{"type":"FeatureCollection","features":[${[1, 2, 3].map(feature).join(",")}]}`;
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${"<Placemark><name>a &amp; b</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>".repeat(3)}</Document></kml>`;
const SHP = shp(5, [[ring, hole], [], [ring]]);
const DBF = dbf(
  "NAME",
  10,
  ["Môn", "Bow", "Ely"].map((name) => Buffer.from(name, "latin1")),
);
const GRANTS = JSON.stringify({
  grants: [
    { id: "1", title: "t", amountAwarded: 5, fundingOrganization: [{ id: "a", name: "b" }] },
  ],
});
const collection = JSON.parse(GEOJSON) as Parameters<typeof fgb.serialize>[0];

type Read = (path: string, limits: Partial<Limits>) => Promise<unknown>;

const asFeatures: Read = async (path, limits) => {
  await readContent(path, { limits, onFinding: () => undefined });
  await readContent(path, { limits });
};
const asTable: Read = (path, limits) => readTable(path, { limits });

/** A sound file, and who reads it. */
interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly read: Read;
  /** Files beside it that stay sound. */
  readonly beside?: Readonly<Record<string, Buffer>>;
}

const sample = (name: string, bytes: Buffer | string, read = asFeatures): Sample => ({
  name,
  bytes: Buffer.from(bytes),
  read,
});

export const SAMPLES: readonly Sample[] = [
  sample("a.geojson", GEOJSON),
  sample("b.geojson.gz", gzipSync(GEOJSON)),
  { ...sample("c.shp", SHP), beside: { "c.dbf": DBF } },
  sample("d.dbf", DBF, asTable),
  sample("e.gpkg", gpkgFile({ a: { type: "POLYGON", rows: [blob(wkb.polygon([ring, hole]))] } })),
  sample("f.kml", KML),
  sample("g.kmz", zipFile([{ name: "doc.kml", bytes: KML }])),
  sample("h.fgb", Buffer.from(fgb.serialize(collection, 27700))),
  sample("i.csv", `code,wkt\n1,"${WKT}"\n2,"${WKT}"\n`),
  sample(
    "j.xlsx",
    xlsxFile({
      A: [
        ["code", "wkt"],
        ["1", WKT],
        [2, { day: 36_526 }],
      ],
    }),
    asTable,
  ),
  sample(
    "k.zip",
    zipFile([
      { name: "w.shp", bytes: SHP },
      { name: "w.dbf", bytes: DBF },
    ]),
  ),
  sample("l.json", GRANTS, (path, limits) => readGrants(path, { limits })),
  sample("m.csv", "code,name\nE1,Bow\n", asTable),
];

/** How a file is damaged: bytes set, a piece cut out, a piece doubled, an end cut off. */
interface Damage {
  readonly set: readonly (readonly [at: number, byte: number])[];
  readonly cut: readonly [at: number, length: number] | undefined;
  readonly end: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0, 0x7f, 0x80, 0xff, 0x22, 0x3c),
);
const damage: fc.Arbitrary<Damage> = fc.record({
  set: fc.array(fc.tuple(share, byte), { minLength: 1, maxLength: 12 }),
  cut: fc.option(fc.tuple(share, fc.integer({ min: 1, max: 40 })), { nil: undefined, freq: 5 }),
  end: fc.oneof({ arbitrary: fc.constant(1), weight: 5 }, { arbitrary: share, weight: 1 }),
});

function damaged(sound: Buffer, { set, cut, end }: Damage): Buffer {
  const bytes = Buffer.from(sound);
  for (const [at, value] of set) bytes[Math.floor(at * (bytes.length - 1))] = value;
  const from = cut === undefined ? 0 : Math.floor(cut[0] * bytes.length);
  const whole =
    cut === undefined
      ? bytes
      : Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + cut[1])]);
  return whole.subarray(0, Math.ceil(end * whole.length));
}

/** Small enough that what would fill a machine is refused at once. */
const LIMITS: Partial<Limits> = {
  expandedBytes: 1 << 24,
  features: 10_000,
  vertices: 1_000_000,
  seconds: 5,
};
/** Reading a file of some kilobytes never takes as long, on whatever machine. */
const TOO_LONG = 20_000;

/** What came of the cases. */
export interface FuzzTally {
  cases: number;
  read: number;
  refused: number;
  slowestMs: number;
}

/**
 * Reads damaged files. Whatever else than an AppError is thrown fails, with the damage that did it.
 *
 * @param samples the sound files
 */
export async function fuzzReaders(
  runs: number,
  seed: number,
  samples: readonly Sample[] = SAMPLES,
): Promise<FuzzTally> {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-fuzz-"));
  const tally: FuzzTally = { cases: 0, read: 0, refused: 0, slowestMs: 0 };
  try {
    for (const { beside = {} } of samples) {
      for (const [name, bytes] of Object.entries(beside)) writeFileSync(join(folder, name), bytes);
    }
    const property = fc.asyncProperty(fc.constantFrom(...samples), damage, async (one, how) => {
      const path = join(folder, one.name);
      writeFileSync(path, damaged(one.bytes, how));
      const started = performance.now();
      tally.cases++;
      try {
        await one.read(path, LIMITS);
        tally.read++;
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        tally.refused++;
      }
      const took = performance.now() - started;
      tally.slowestMs = Math.max(tally.slowestMs, took);
      if (took > TOO_LONG) throw new Error(`${one.name} took ${took} ms`);
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
