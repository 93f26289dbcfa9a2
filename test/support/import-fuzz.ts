/** Files spoilt by chance, imported against a database that must not change. Seeded: a case is a number. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { patchwork } from "./cli.ts";
import { gridGeojson, square } from "./squares.ts";
import { dumpOf } from "./table-dump.ts";

interface Seedling {
  readonly name: string;
  readonly bytes: Buffer;
  readonly args: readonly string[];
}

/** A small generator with a known state, so that a failing case can be run again by its number. */
function chanceOf(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const [X, Y] = [430_000, 425_000];
const SHAPES = "../shared/corpora/mbostock-shapefile";

/** Sound files of every kind that is read, small enough to be spoilt thousands of times. */
export function seedlings(): Seedling[] {
  const programme = ["--programme", "HAZ", "--accept-repairs"];
  const zones = gridGeojson([
    {
      properties: { id: "HAZ-09", name: "New", start: "2000-04-01", budget: "£1,500,000" },
      rings: [square(X, Y, 1000), square(X + 100, Y + 100, 50)],
    },
    { properties: { id: "HAZ-10" }, polygons: [[square(X, Y, 9)], [square(X + 5, Y, 9)]] },
    { properties: { id: "HAZ-11" }, geometry: { type: "Point", coordinates: [X, Y] } },
  ]);
  const own: Seedling[] = [
    { name: "zones.geojson", bytes: Buffer.from(zones), args: programme },
    { name: "zones.geojson.gz", bytes: gzipSync(zones), args: programme },
    { name: "areas.geojson", bytes: Buffer.from(zones), args: ["--reference", "areas"] },
    {
      name: "members.csv",
      bytes: Buffer.from('Zone,District,Start\n"North, far",T3,1999-01-01\nSouth,South West,\n'),
      args: ["--programme", "HAZ", "--leave-out"],
    },
    {
      name: "people.csv",
      bytes: Buffer.from("Ward code,Population\nW1,1200\nW2,\nW3,7\n"),
      args: ["--weights", "people"],
    },
  ];
  if (!existsSync(SHAPES)) return own;
  const shapes = readdirSync(SHAPES).filter((file) => extname(file) === ".shp");
  const real = shapes.slice(0, 6).map((file) => ({
    name: file,
    bytes: readFileSync(join(SHAPES, file)),
    args: ["--reference", "areas", "--crs", "EPSG:27700"],
  }));
  return [...own, ...real];
}

/** Flips, cuts, repeats and nonsense: one to six of them. */
function spoil(bytes: Buffer, chance: () => number): Buffer {
  let spoilt = Buffer.from(bytes);
  const at = () => Math.floor(chance() * (spoilt.length + 1));
  for (let times = 1 + Math.floor(chance() * 6); times > 0; times--) {
    const place = at();
    const kind = Math.floor(chance() * 6);
    if (kind === 0 && spoilt.length > 0) spoilt[place % spoilt.length]! ^= 1 << (place % 8);
    else if (kind === 1) spoilt = spoilt.subarray(0, place);
    else if (kind === 2) spoilt = Buffer.concat([spoilt, spoilt.subarray(place)]);
    else if (kind === 3) {
      const word = WORDS[Math.floor(chance() * WORDS.length)]!;
      spoilt = Buffer.concat([
        spoilt.subarray(0, place),
        Buffer.from(word),
        spoilt.subarray(place),
      ]);
    } else if (kind === 4) {
      spoilt = Buffer.concat([spoilt.subarray(0, place), spoilt.subarray(at())]);
    } else if (spoilt.length > 0) spoilt[place % spoilt.length] = Math.floor(chance() * 256);
  }
  return spoilt;
}

/** What has broken readers before. */
const WORDS = [
  "NaN",
  "1e999",
  "-0",
  "null",
  '"__proto__":{"polluted":true},',
  "[[[[",
  "\u0000",
  "\ufeff",
  '"',
  ",,,",
  "\r\n",
  "=cmd()",
  "9".repeat(400),
  "💥",
] as const;

export interface FuzzFault {
  readonly seed: number;
  readonly file: string;
  readonly what: string;
}

/**
 * Imports case after case as a dry run. After each the database must be what it was, and the command
 * must have ended as its documentation says.
 *
 * @param folder with `toy.db` in it; the spoilt files are written there
 */
export async function fuzzImport(
  folder: string,
  seeds: Iterable<number>,
  everyDump = 1,
): Promise<{ readonly ran: number; readonly refused: number; readonly faults: FuzzFault[] }> {
  const sound = seedlings();
  const database = join(folder, "toy.db");
  const before = dumpOf(database);
  const faults: FuzzFault[] = [];
  let [ran, refused] = [0, 0];
  for (const seed of seeds) {
    const chance = chanceOf(seed);
    const { name, bytes, args } = sound[Math.floor(chance() * sound.length)]!;
    writeFileSync(join(folder, name), spoil(bytes, chance));
    const command = ["import", name, ...args, "--dry-run", "--json", "--today", "2026-11-25"];
    const { status, out, err } = await patchwork(folder, command, { PATCHWORK_DB: "toy.db" });
    ran++;
    if (status !== 0) refused++;
    const note = (what: string) => faults.push({ seed, file: name, what });
    if (![0, 2, 3].includes(status)) note(`ended with ${status}: ${err.slice(-400)}`);
    if (status === 0 && JSON.parse(out).dryRun !== true) note("was no dry run");
    if (Object.hasOwn(Object.prototype, "polluted")) note("changed every object");
    if (ran % everyDump === 0) {
      const after = dumpOf(database);
      if (after.ok !== "ok" || after.rows !== before.rows) note("the database is not what it was");
    }
  }
  return { ran, refused, faults };
}
