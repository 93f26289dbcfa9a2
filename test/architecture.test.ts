import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/**
 * What each layer may import: our layers, then packages. This table is the architecture.
 * The most specific row wins. `types` are layers of which only types may be taken.
 */
const LAYERS: Record<string, { ours: string[]; packages: string[]; types?: string[] }> = {
  "server/core": { ours: [], packages: [] },
  "server/threads": { ours: ["server/core"], packages: ["node:"] },
  "server/contract": { ours: ["server/core"], packages: ["zod"] },
  "server/store": { ours: ["server/core"], packages: ["better-sqlite3", "node:"] },
  "server/ingest": {
    ours: ["server/core", "server/store", "server/contract", "server/threads"],
    packages: [
      "node:",
      "zod",
      "proj4",
      "topojson-client",
      "csv-parse",
      "@turf/turf",
      "better-sqlite3",
      "flatbuffers",
      "flatgeobuf",
      "iconv-lite",
      "read-excel-file",
      "saxes",
      "yauzl",
    ],
  },
  "server/analysis": {
    ours: ["server/core", "server/store", "server/threads"],
    packages: ["node:"],
  },
  "server/publish": {
    ours: [
      "server/core",
      "server/threads",
      "server/store",
      "server/contract",
      "server/analysis",
      "server/ingest",
      // The words of figures are the app's: docs/decisions/0034-pages-from-the-server.md.
      "client/accuracy-words.ts",
      "client/check-words.ts",
      "client/format.ts",
      "client/fit-piece.ts",
      "client/fit-words.ts",
      "client/metrics.ts",
      "client/programme-words.ts",
      "client/ranking-words.ts",
      "client/stream-words.ts",
      "client/texts",
    ],
    packages: [
      "node:",
      "@fontsource/noto-sans",
      "@resvg/resvg-wasm",
      "@maplibre/geojson-vt",
      "@maplibre/vt-pbf",
      "@turf/turf",
      "better-sqlite3",
      "flatgeobuf",
      "uqr",
    ],
  },
  "server/api": {
    ours: [
      "server/core",
      "server/threads",
      "server/contract",
      "server/store",
      "server/ingest",
      "server/analysis",
      "server/publish",
    ],
    packages: ["node:", "express", "helmet", "compression", "zod"],
  },
  "server/cli": {
    ours: [
      "server/core",
      "server/threads",
      "server/contract",
      "server/store",
      "server/ingest",
      "server/analysis",
      "server/publish",
      "server/api/main.ts",
    ],
    packages: ["node:", "commander", "cli-progress"],
  },
  client: {
    // The folds over a study are the same code on both sides: docs/decisions/0004-one-fold.md.
    ours: [
      "server/core/hotspots",
      "server/core/model.ts",
      "server/core/units.ts",
      // The money of a year is one rule on both sides, and so is that of no stated year.
      "server/core/funding/year-on.ts",
      "server/core/funding/yearless-total.ts",
      // So is the sum of people by how they are reached.
      "server/core/need/by-reach.ts",
      // One guard against cells that a spreadsheet would run.
      "server/contract/csv-guard.ts",
    ],
    types: ["server/contract"],
    packages: [
      "maplibre-gl",
      "preact",
      "@fontsource/noto-sans",
      "d3-scale",
      "d3-shape",
      "d3-sankey",
    ],
  },
};
/** Packages that are types and nothing else. */
const TYPE_PACKAGES = ["geojson", "topojson-specification"];
const MAX_LINES = 300;

const startsWithAny = (name: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => name.startsWith(prefix));

const files = ["server", "client"].flatMap((root) =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(root, name)),
);
const layerOf = (path: string) =>
  Object.keys(LAYERS)
    .filter((layer) => path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
const IMPORT =
  /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

interface Import {
  from: string;
  to: string;
  ours: boolean;
  type: boolean;
}

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(IMPORT)].map(([, type, named, bare, dynamic]) => {
    const target = named ?? bare ?? dynamic ?? "";
    const ours = target.startsWith(".");
    return { from, to: ours ? join(dirname(from), target) : target, ours, type: Boolean(type) };
  }),
);

function broken({ from, to, ours, type }: Import): boolean {
  const here = layerOf(from) ?? "";
  const rule = LAYERS[here];
  if (!rule) return true;
  if (!ours) return !(type && TYPE_PACKAGES.includes(to)) && !startsWithAny(to, rule.packages);
  if (layerOf(to) === here) return false;
  const allowed = type ? [...rule.ours, ...(rule.types ?? [])] : rule.ours;
  return !allowed.some((path) => to === path || to.startsWith(`${path}/`));
}

test("every import follows the layer table", () => {
  expect(imports.filter(broken).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("the layer table refuses what it should", () => {
  const from = "server/core/overlay/cells.ts";
  expect(broken({ from, to: "node:fs", ours: false, type: false })).toBe(true);
  expect(broken({ from, to: "server/store/db.ts", ours: true, type: true })).toBe(true);
  const panel = "client/panels/stack.tsx";
  expect(broken({ from: panel, to: "server/contract/study.ts", ours: true, type: false })).toBe(
    true,
  );
  expect(broken({ from: panel, to: "server/contract/study.ts", ours: true, type: true })).toBe(
    false,
  );
});

test("every relative import leads to a file", () => {
  const lost = imports.filter(({ to, ours }) => ours && !existsSync(to.replace(/\?.*$/, "")));
  expect(lost.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("no import cycles", () => {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) throw new Error(`cycle: ${[...trail, file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const edge of imports) {
      if (edge.from === file && edge.ours && !edge.type) visit(edge.to, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test("core is pure: no clock, chance, console, environment or waiting", () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|console\.|process\.|performance\.|await )/;
  const found = files.filter(
    (f) => f.startsWith("server/core/") && impure.test(readFileSync(f, "utf8")),
  );
  expect(found).toEqual([]);
});

test("no file outgrows one sitting", () => {
  const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > MAX_LINES);
  expect(long).toEqual([]);
});

test("nothing is left undone in a comment, and nothing is a barrel", () => {
  const marks = /\b(TODO|FIXME|XXX|HACK)\b/;
  expect(files.filter((file) => marks.test(readFileSync(file, "utf8")))).toEqual([]);
  expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
});
