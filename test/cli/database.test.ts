/** Commands over a database: what they print, and that files are the bytes that HTTP gives. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXPORT_PARAMETERS } from "../../server/contract/export-parameters.ts";
import { analysisReply } from "../../server/contract/replies.ts";
import { FORMATS } from "../../server/publish/exports/registry.ts";
import { formatsOf, UNITS } from "../../server/publish/exports/units.ts";
import { appOver } from "../support/app.ts";
import { patchwork } from "../support/cli.ts";
import type { ToyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

let toy: ToyData;
let folder: string;
let app: Express;
let close: () => void;
let needApp: Express;
let closeNeed: () => void;
beforeAll(async () => {
  toy = await toyNeed();
  folder = mkdtempSync(join(tmpdir(), "patchwork-cli-"));
  copyFileSync(join(toy.folder, "toy.db"), join(folder, "toy.db"));
  ({ app, close } = await appOver(join(folder, "toy.db")));
  copyFileSync(toy.db, join(folder, "need.db"));
  ({ app: needApp, close: closeNeed } = await appOver(join(folder, "need.db")));
});
afterAll(() => {
  close();
  closeNeed();
  toy.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => patchwork(folder, args, { PATCHWORK_DB: "toy.db" });
const json = async (...args: string[]) => {
  const { status, out, err } = await run(...args, "--json");
  expect(status, err).toBe(0);
  return JSON.parse(out);
};

function binary(reply: supertest.Response, done: (error: Error | null, body: Buffer) => void) {
  const chunks: Buffer[] = [];
  const stream = reply as unknown as NodeJS.ReadableStream;
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}

const QUESTIONS = [
  { at: "2000-06-01" },
  { at: "2000-06-01", programme: "HAZ,EZ" },
  { at: "1990-01-01" },
  { at: "2000-06-01", department: "DfEE, then DWP" },
];
const FILES = UNITS.flatMap((unit) =>
  formatsOf(unit).map((format) => [unit.id, format.id] as const),
);

test.each(
  FILES,
)("%s.%s: -o, standard output and HTTP give the same bytes", async (unit, format) => {
  // Exports about need are asked of the data with small areas.
  const aboutNeed = unit in EXPORT_PARAMETERS;
  const served = aboutNeed ? needApp : app;
  for (const plain of QUESTIONS) {
    const question = aboutNeed ? { ...plain, db: "need.db" } : plain;
    const flags = Object.entries(question).flatMap(([name, value]) => [`--${name}`, value]);
    const out = `${unit}.${format}`;
    expect((await run("export", unit, "--format", format, ...flags, "-o", out)).status).toBe(0);
    const file = readFileSync(join(folder, out));
    const { bytes } = await run("export", unit, "--format", format, ...flags);
    expect(bytes.equals(file)).toBe(true);
    const query = new URLSearchParams(plain);
    const reply = await supertest(served)
      .get(`/export/${unit}.${format}?${query}`)
      .buffer(true)
      .parse(binary);
    expect(reply.status).toBe(200);
    expect((reply.body as Buffer).equals(file)).toBe(true);
    const beside = FORMATS.find(({ id }) => id === format)!.about === "beside";
    expect(existsSync(join(folder, `${out}.meta.json`))).toBe(beside);
    if (!beside) continue;
    const about = await supertest(served).get(`/export/${unit}.meta.json?${query}`).buffer(true);
    expect(about.text).toBe(readFileSync(join(folder, `${out}.meta.json`), "utf8"));
  }
});

test("export --json says what was written and what it rests on", async () => {
  const reply = await json(
    "export",
    "cells",
    "--format",
    "csv",
    "--at",
    "2000-06-01",
    "-o",
    "c.csv",
  );
  expect(reply).toMatchObject({
    unit: "cells",
    format: "csv",
    rows: 3,
    out: join(folder, "c.csv"),
    meta: join(folder, "c.csv.meta.json"),
    bytes: readFileSync(join(folder, "c.csv")).length,
    about: {
      question: { at: "2000-06-01" },
      completeness: [{ programme: "HAZ", held: 1, existed: 2 }],
    },
  });
});

test("analyse prints the same as /api/v1/analysis", async () => {
  const reply = analysisReply.parse(
    await json("analyse", "--at", "2000-06-01", "--programme", "HAZ"),
  );
  const served = await supertest(app).get("/api/v1/analysis?at=2000-06-01&programme=HAZ");
  expect(reply).toEqual(served.body);
  expect(reply).toMatchObject({ sources: 1, cells: 1 });
  const { out } = await run("analyse", "--at", "2000-06-01");
  expect(out).toContain("The certificate holds");
});

test("analyse names the reference layers there are", async () => {
  expect((await run("analyse", "--reference", "toy")).status).toBe(0);
  const { status, err } = await run("analyse", "--reference", "mars");
  expect(status).toBe(2);
  expect(err).toContain("Loaded: toy.");
});

test("list shows what is held and what is known", async () => {
  const { programmes } = await json("list", "programmes");
  expect(programmes).toContainEqual(expect.objectContaining({ code: "HAZ", held: 1, existed: 2 }));
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives).toHaveLength(4);
  expect(initiatives[1]).toMatchObject({
    id: "HAZ-01",
    confidence: "sourced",
    end_confidence: "recalled",
    notes: "End date recalled.",
  });
  expect((await json("list", "references")).references).toMatchObject([{ id: "toy", areas: 4 }]);
  const { formats } = await json("list", "formats");
  expect(formats).toContainEqual(
    expect.objectContaining({ id: "gpkg", read: true, written: true }),
  );
  const { measures } = await json("list", "measures");
  expect(measures).toContainEqual(expect.objectContaining({ id: "churn", definition: "M-T3" }));
  expect(measures).toContainEqual(expect.objectContaining({ id: "covers", definition: null }));
  const { out: table } = await run("list", "formats");
  expect(table).toMatch(/^kml +yes +no /m);
  const { out } = await run("list", "programmes");
  expect(out.split("\n")[0]).toMatch(/^code\s+category/);
  expect(await run("list", "rivers")).toMatchObject({ status: 2 });
});

test("load replaces what is there, and says so; the same again changes nothing", async () => {
  const db = join(folder, "fresh.db");
  const first = await json("load", "--db", db);
  expect(first).toMatchObject({ changed: true, initiatives: 582, programmes: 31 });
  const second = await json("load", "--db", db);
  expect(second).toMatchObject({ changed: false, dataVersion: first.dataVersion });
});

test("load says when another layer becomes that of the places", async () => {
  copyFileSync(join(toy.folder, "toy.db"), join(folder, "other.db"));
  const { status, err } = await run("load", "--db", "other.db");
  expect(status).toBe(0);
  const told = 'Replaces "Toy districts" by "Units of Great Britain, generalised"';
  expect(err).toContain(told);
  expect((await run("load", "--db", "other.db")).err).not.toContain("Replaces");
});

test("load makes no folder, and says what place cannot be written", async () => {
  const typo = await run("load", "--db", "typo/patchwork.db");
  expect(typo.status).toBe(2);
  expect(typo.err).toContain("Make it first");
  expect(typo.err).toContain("(file/write)");
  expect(existsSync(join(folder, "typo"))).toBe(false);
  writeFileSync(join(folder, "a-file"), "");
  const unwritable = await run("load", "--db", "a-file/patchwork.db");
  expect(unwritable.status).toBe(2);
  expect(unwritable.err).toMatch(/cannot be written.*\(file\/write\)/);
});

test("load --beside-bundled keeps the bundled units as the places", async () => {
  mkdirSync(join(folder, "regions"));
  const ring = [
    [-1.9, 52.5],
    [-1.8, 52.5],
    [-1.8, 52.6],
    [-1.9, 52.5],
  ];
  const properties = { EER13CD: "E15000005", EER13NM: "West Midlands" };
  const region = {
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  writeFileSync(join(folder, "regions/region.geojson"), JSON.stringify(region));
  const flags = ["load", "--db", "beside.db", "--boundaries", "regions"];
  expect((await run(...flags)).err).toContain("(file/empty)");
  const { layers } = await json(...flags, "--beside-bundled");
  expect(layers.map(({ id }: { id: string }) => id)).toEqual(["region", "natural_earth"]);
});

test("list weights gives each set with its number, and the total of people", async () => {
  expect((await json("list", "weights")).weights).toEqual([]);
  mkdirSync(join(folder, "statistics"));
  const put = (name: string, text: string | Buffer) =>
    writeFileSync(join(folder, "statistics", name), text);
  put("lad04_england.csv", "lad04_code,population_mid2015\n00AA,6687\n00AB,200000\n");
  put("imd2000_ward98_england.csv.gz", gzipSync("ward98_code,imd_score\n00AAFA,12.5\n"));
  expect((await run("load", "--db", "w.db", "--statistics", "statistics")).status).toBe(0);
  const { weights } = await json("list", "weights", "--db", "w.db");
  const people = { unit: "people", vintage: "mid-2015", number: 2, total: 206687 };
  const need = { unit: "score", vintage: "2000", number: 1, total: null };
  expect(weights).toMatchObject([
    { id: "imd-2000-ward98", what: "Index of Multiple Deprivation 2000, score", ...need },
    { id: "people-2015-lad04", what: "People by district before 2009", ...people },
  ]);
});

test("a load that fails leaves no database where there was none, and the old one where there was", async () => {
  const db = join(folder, "none.db");
  const { status } = await run("load", "--db", db, "--boundaries", "nowhere");
  expect(status).toBe(2);
  expect(existsSync(db)).toBe(false);
  const before = await json("list", "references");
  expect((await run("load", "--boundaries", "nowhere")).status).toBe(2);
  expect(await json("list", "references")).toEqual(before);
});

test("backup makes a database that serves", async () => {
  const { out, dataVersion } = await json("backup", "copy.db");
  expect(out).toBe(join(folder, "copy.db"));
  const copy = await patchwork(folder, ["analyse", "--db", "copy.db", "--json"]);
  expect(JSON.parse(copy.out).dataVersion).toBe(dataVersion);
  expect((await run("backup", "toy.db")).status).toBe(2);
});

test("doctor finds nothing wrong with a sound database, and says what to do about none", async () => {
  const reply = await json("doctor");
  expect(reply.ok).toBe(true);
  expect(reply.checks.map(({ check }: { check: string }) => check)).toEqual(
    expect.arrayContaining([
      "Node",
      "database",
      "integrity",
      "data version",
      "analysis",
      "OSTN15 grid",
    ]),
  );
  const { status, out } = await run("doctor", "--db", "missing.db");
  expect(status).toBe(2);
  expect(out).toMatch(/problem\s+database: .*patchwork load/);
});
