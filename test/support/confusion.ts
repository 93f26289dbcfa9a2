/**
 * Every district spoilt in a way that is known, and what the verdict says of it. The ways are dealt
 * out by a seed; districts that 2009 merged are left as they were before, as a change of vintage.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compose } from "../../server/core/overlay/compose.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { STORE_GRID } from "../../server/store/geometry-codec.ts";
import { movedShapes, pickShapes, simplifiedShapes, withoutDatumShift } from "./alter-shapes.ts";
import { countsBy, type Said, saidOf, type Trial } from "./confusion-table.ts";
import { fitOf, realLayer, STATISTICS } from "./fit-layers.ts";
import { seeded } from "./seeded.ts";

/** What was done to a district, in the order of the table. */
export const DONE = [
  "renamed",
  "moved 100 m",
  "datum shift left out",
  "simplified to 50 m",
  "small areas exchanged",
  "simplified and exchanged",
  "merged in 2009",
] as const;
export type Done = (typeof DONE)[number];

/** The right answer to each. */
const RIGHT: Readonly<Record<Done, Said>> = {
  renamed: "identical",
  "moved 100 m": "shift",
  "datum shift left out": "datum",
  "simplified to 50 m": "generalisation",
  "small areas exchanged": "real",
  "simplified and exchanged": "real",
  "merged in 2009": "vintage",
};

/** Small area -> its district of 2013. */
function districtOfSmallArea(): ReadonlyMap<string, string> {
  const path = join(STATISTICS, "lookup_lsoa11_lad13_lad04_region.csv.gz");
  const [head, ...lines] = gunzipSync(readFileSync(path)).toString().trim().split("\n");
  const columns = head!.trim().split(",");
  const at = (name: string) => columns.indexOf(name);
  return new Map(
    lines.map((line) => {
      const cells = line.trim().split(",");
      return [cells[at("lsoa11_code")]!, cells[at("lad13_code")]!];
    }),
  );
}

/** Districts of England and Wales, the first trial. */
export async function confusionOver(seed: number): Promise<Trial> {
  const now = await realLayer("lad_england_wales.geojson.gz", "LAD13CD", "LAD13NM");
  const before = await realLayer("district_pre2009_england.geojson.gz", "LAD04CD", "LAD04NM");
  const small = await realLayer("lsoa_england.geojson.gz", "LSOA11CD", "LSOA11NM");
  const districtOf = districtOfSmallArea();
  const own = new Map<string, number[]>();
  small.codes.forEach((code, i) => {
    const district = districtOf.get(code)!;
    own.set(district, [...(own.get(district) ?? []), i]);
  });
  const next = seeded(seed);
  const bodies: { readonly shapes: Shapes; readonly done: Done; readonly name: string }[] = [];
  const pick = (from: Shapes, shape: number) => pickShapes([{ from, shapes: [shape] }]);
  now.codes.forEach((code, i) => {
    const parts = own.get(code);
    // Wales has no small areas here, so nothing can be exchanged there.
    const ways = parts === undefined || parts.length < 12 ? 4 : 6;
    const done = DONE[Math.floor(next() * ways)]!;
    const shapes = spoilt(pick(now.shapes, i), done, next, small.shapes, parts ?? []);
    bodies.push({ shapes, done, name: now.names[i]! });
  });
  const known = new Set(now.names);
  before.codes.forEach((_, i) => {
    if (!MERGED_2009.has(before.names[i]!) || known.has(before.names[i]!)) return;
    bodies.push({ shapes: pick(before.shapes, i), done: "merged in 2009", name: before.names[i]! });
  });
  const fit = fitOf({
    bodies: pickShapes(bodies.map(({ shapes }) => ({ from: shapes, shapes: [0] }))),
    references: now.shapes,
    otherVintage: before.shapes,
    tolerance: 1,
  });
  const said = bodies.map((_, i) => saidOf(fit, i));
  return countsBy("done to the district", DONE, RIGHT, bodies, said);
}

function spoilt(
  shape: Shapes,
  done: Done,
  next: () => number,
  small: Shapes,
  parts: readonly number[],
): Shapes {
  if (done === "moved 100 m") {
    const turn = 2 * Math.PI * next();
    return movedShapes(shape, 100 * Math.cos(turn), 100 * Math.sin(turn));
  }
  if (done === "datum shift left out") return withoutDatumShift(shape);
  if (done === "simplified to 50 m") return simplifiedShapes(shape, 50);
  if (done === "renamed" || parts.length === 0) return shape;
  // A twentieth of the small areas goes to other bodies.
  const gone = new Set(parts.filter(() => next() < 0.05));
  if (gone.size === 0) gone.add(parts[Math.floor(next() * parts.length)]!);
  const kept = parts.filter((part) => !gone.has(part));
  const united = compose(pickShapes([{ from: small, shapes: kept }]), STORE_GRID);
  return done === "small areas exchanged" ? united : simplifiedShapes(united, 50);
}

/** Local Government (Structural Changes) Orders 2008: the districts that ceased on 1 April 2009. */
const MERGED_2009 = new Set([
  ...["Mid Bedfordshire", "South Bedfordshire"],
  ...["Chester", "Ellesmere Port and Neston", "Ellesmere Port & Neston", "Vale Royal"],
  ...["Congleton", "Crewe and Nantwich", "Macclesfield"],
  ...["Caradon", "Carrick", "Kerrier", "North Cornwall", "Penwith", "Restormel"],
  ...["Chester-le-Street", "Derwentside", "Durham", "Easington", "Sedgefield", "Teesdale"],
  "Wear Valley",
  ...["Alnwick", "Berwick-upon-Tweed", "Blyth Valley", "Castle Morpeth", "Tynedale", "Wansbeck"],
  ...["Bridgnorth", "North Shropshire", "Oswestry", "Shrewsbury and Atcham", "South Shropshire"],
  ...["Kennet", "North Wiltshire", "Salisbury", "West Wiltshire"],
]);
