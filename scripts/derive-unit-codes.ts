// Checks data/reference/units.csv against real boundaries: for every district, which unit of the
// bundled geography holds most of it? Prints what disagrees and exits 1 where anything does.
// `node scripts/derive-unit-codes.ts [BOUNDARIES [UNITS.CSV]]`, by default of ../shared and data/.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type Bounds, boundsOf } from "../server/core/geometry/bounds.ts";
import { pointInRings } from "../server/core/geometry/point-in-rings.ts";
import type { Format, PolygonFeature } from "../server/ingest/formats/format.ts";
import { geojson } from "../server/ingest/formats/geojson.ts";
import { topojson } from "../server/ingest/formats/topojson.ts";

const [boundaries = "../shared/data/boundaries", table = "data/reference/units.csv"] =
  process.argv.slice(2);
/** Points a side of the lattice laid over each district. */
const LATTICE = 40;
/** The unit that holds a district should hold at least this share of what any unit holds. */
const CLEAR = 0.5;
/** Districts that the source's coarse lines misplace; the table follows the facts. */
const MISDRAWN: Readonly<Record<string, string>> = {
  "00HN": "Bournemouth is drawn too small: more of it lies in Dorset",
  E06000028: "Bournemouth is drawn too small: more of it lies in Dorset",
  "00MC": "Reading is drawn too small, yet holds more of it than any other unit",
  E06000038: "Reading is drawn too small, yet holds more of it than any other unit",
  "31UJ": "Oadby and Wigston, of Leicestershire, lies inside what is drawn as Leicester",
  E07000135: "Oadby and Wigston, of Leicestershire, lies inside what is drawn as Leicester",
  S12000021: "Arran, of North Ayrshire, is drawn with Argyll and Bute",
};

interface Row {
  readonly unit: string;
  readonly position: string;
  readonly lad04_codes: string;
  readonly lad13_codes: string;
}
type Codes = "lad04_codes" | "lad13_codes";
type Boxed = PolygonFeature & { readonly box: Bounds };

async function readAll(format: Format, path: string): Promise<Boxed[]> {
  const features: Boxed[] = [];
  for await (const feature of format.read(path)) {
    features.push({ ...feature, box: boundsOf(feature.xy) ?? [0, 0, 0, 0] });
  }
  return features;
}

const holds = ({ box, xy, ringVertex }: Boxed, x: number, y: number) =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && pointInRings(x, y, xy, ringVertex);

/** Unit -> how many lattice points of the district it holds, most first. */
function pointsByUnit(district: Boxed, units: readonly Boxed[]): [number, number][] {
  const [west, south, east, north] = district.box;
  const counts = new Map<number, number>();
  for (let i = 0; i < LATTICE * LATTICE; i++) {
    const x = west + ((east - west) * ((i % LATTICE) + 0.5)) / LATTICE;
    const y = south + ((north - south) * (Math.floor(i / LATTICE) + 0.5)) / LATTICE;
    if (!holds(district, x, y)) continue;
    const unit = units.findIndex((candidate) => holds(candidate, x, y));
    if (unit >= 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const rows: Row[] = parse(readFileSync(table), { columns: true });
const units = await readAll(topojson, "data/reference/gbr.topo.json");
const complaints: string[] = [];
const complain = (text: string) => complaints.push(text);

/** Compares one list of codes with one layer of districts. */
async function compare(column: Codes, file: string, field: string): Promise<void> {
  const owner = new Map<string, Row>();
  for (const row of rows) {
    for (const code of row[column].split(";").filter(Boolean)) {
      if (owner.has(code)) complain(`${code} stands in ${owner.get(code)?.unit} and ${row.unit}`);
      owner.set(code, row);
    }
  }
  const districts = await readAll(geojson, join(boundaries, file));
  for (const district of districts) {
    const code = String(district.properties[field]);
    const shares = pointsByUnit(district, units);
    const total = shares.reduce((sum, [, points]) => sum + points, 0);
    const [best, points] = shares[0] ?? [-1, 0];
    const expected = rows.find(({ position }) => Number(position) === best);
    const found = owner.get(code);
    owner.delete(code);
    if (found === undefined) complain(`${code} is listed nowhere, lies in ${expected?.unit}`);
    else if (code in MISDRAWN) console.log(`${code}: ${MISDRAWN[code]}`);
    else if (found !== expected) {
      complain(`${code} is listed under ${found.unit}, lies in ${expected?.unit}`);
    } else if (points < CLEAR * total) {
      complain(`${code} lies in ${expected?.unit} by no more than ${points} of ${total} points`);
    }
  }
  for (const code of owner.keys()) complain(`${code} is in no layer (${file})`);
  console.log(`${file}: ${districts.length} districts compared`);
}

if (rows.length !== units.length) complain(`${rows.length} rows for ${units.length} units`);
await compare("lad04_codes", "district_pre2009_england.geojson.gz", "LAD04CD");
await compare("lad13_codes", "lad.geojson", "LAD13CD");
for (const complaint of complaints) console.log(complaint);
console.log(`${complaints.length} disagreements`);
process.exit(complaints.length === 0 ? 0 : 1);
