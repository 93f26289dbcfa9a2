/** A link opened on another day: the same figures, or what changed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import supertest from "supertest";
import { expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { loadStudy } from "../../server/analysis/load-study.ts";
import { changesReply } from "../../server/contract/changes.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { load } from "../../server/ingest/load.ts";
import { keepStudy } from "../../server/publish/kept/keep-study.ts";
import { openDb } from "../../server/store/db.ts";
import { KEPT_STUDIES, keptStudyTable } from "../../server/store/kept-study.ts";
import { appOver } from "../support/app.ts";
import { patchwork } from "../support/cli.ts";
import { gridGeojson, square } from "../support/squares.ts";
import { toyData } from "../support/toy-data.ts";
import { faultsOf } from "../support/well-formed.ts";

const { printed, fromLonLat } = await statedCrs(NATIONAL_GRID, "");

async function keep(db: string): Promise<boolean> {
  const open = openDb(db);
  try {
    return keepStudy(open, loadStudy(open, fromLonLat), printed);
  } finally {
    open.close();
  }
}

/** The toy data, kept, then loaded anew with one initiative more and one that ends earlier. */
async function changedData() {
  const toy = await toyData();
  expect(await keep(toy.db)).toBe(true);
  expect(await keep(toy.db)).toBe(false);
  const file = join(toy.registryDir, "initiatives.csv");
  const [head, ...rows] = readFileSync(file, "utf8").trim().split("\n");
  const haz = rows.find((row) => row.startsWith("HAZ-01"))!;
  const more = haz
    .replace("HAZ-01", "HAZ-02")
    .replace("'=Leeds", "North")
    .replace("=Leeds", "North");
  const changed = rows.map((row) =>
    row.startsWith("EZ-01") ? row.replace("2005-03-31", "2002-03-31") : row,
  );
  const before = await appOver(toy.db);
  const ask = (path: string) => supertest(before.app).get(path).expect(200);
  const first = {
    version: String((await ask("/healthz")).body.dataVersion),
    briefing: (await ask("/briefing?place=T2")).text,
    map: String((await ask("/briefing")).text),
  };
  before.close();
  writeFileSync(file, [head, ...changed, more].join("\n"));
  const db = openDb(toy.db);
  const { registryDir, boundariesDir, folder } = toy;
  await load(db, { registryDir, boundariesDir, referenceDir: folder, now: new Date(0) });
  analyseStudy(db);
  db.close();
  return { toy, first, ...(await appOver(toy.db)) };
}

const digits = (version: string) => version.replace("sha256:", "").slice(0, 8);
const NOTICE = /<aside class="pinned"[\s\S]*?<\/aside>\n/;

test("figures of kept data stay, with a word on what changed since", async () => {
  const { toy, first, app, close } = await changedData();
  const get = (path: string, status = 200) => supertest(app).get(path).expect(status);
  const old = digits(first.version);

  const { text, headers } = await get(`/l/${old}/briefing?place=T2`);
  expect(headers["patchwork-data"]).toBe(first.version);
  expect(faultsOf(text)).toEqual([]);
  expect(text.replace(NOTICE, "").replace(/\n\n/g, "\n")).toBe(
    first.briefing.replace(/\n\n/g, "\n"),
  );
  const notice = NOTICE.exec(text)![0];
  expect(notice).toContain(`These are the figures of data ${old}, as this link pins them.`);
  expect(notice).toContain("1 initiative was added: Health Action Zones: North.");
  expect(notice).toContain("1 initiative is recorded otherwise: Employment Zones: East Leeds.");
  expect((await get("/briefing?place=T2")).text).not.toContain("East Leeds");

  const now = digits((await get("/healthz")).body.dataVersion);
  expect((await get(`/l/${now}/briefing?place=T2`)).text).not.toMatch(NOTICE);
  for (const view of [
    "hotspots?by=all",
    "hotspots?region=Yorkshire+and+the+Humber",
    "place?place=T2",
  ]) {
    const page = (await get(`/l/${old}/${view}`)).text;
    expect(faultsOf(page)).toEqual([]);
    expect(page).toMatch(NOTICE);
    expect((await get(`/l/${now}/${view}`)).text).not.toMatch(NOTICE);
  }

  const told = async (since: string) =>
    changesReply.parse((await get(`/api/v1/changes?since=${since}`)).body);
  expect(await told(old)).toMatchObject({
    since: first.version,
    found: "kept",
    changes: {
      added: ["Health Action Zones: North"],
      removed: [],
      altered: ["Employment Zones: East Leeds"],
      places: { before: 4, now: 4 },
      layers: null,
    },
  });
  for (const sentence of (await told(old)).sentences) expect(notice).toContain(sentence);
  expect(await told(now)).toMatchObject({ found: "same", changes: null, sentences: [] });
  expect(await told("deadbeef")).toMatchObject({ found: "lost", changes: null, sentences: [] });
  await get("/api/v1/changes?since=x", 400);
  await get("/api/v1/changes", 400);

  for (const view of [
    "coterminosity",
    "coterminosity?body=HAZ-01&tier=toy",
    "streams",
    "streams?place=T2",
    "export?unit=places&fields=code,covers",
  ]) {
    const page = await get(`/l/${old}/${view}`);
    expect(faultsOf(page.text)).toEqual([]);
    const told = NOTICE.exec(page.text)![0];
    expect(told).toContain(`This link was made with data ${old}.`);
    expect(told).toContain(`The figures shown are of data ${now} and may differ.`);
    expect(told).toContain("1 initiative was added: Health Action Zones: North.");
    expect(page.headers["patchwork-data"]).toContain(now);
    expect((await get(`/l/${now}/${view}`)).text).not.toMatch(NOTICE);
  }
  await get(`/l/${now}/streams?body=HAZ-01`, 400);

  const lost = (await get("/l/deadbeef/hotspots")).text;
  expect(lost).toContain("This link was made with data deadbeef, of which nothing is kept here.");
  expect(lost).toContain(`The figures shown are of data ${now} and may differ.`);
  expect((await get("/l/x/hotspots", 400)).text).toContain("is no data version");
  expect((await get(`/l/${now}/nowhere`, 404)).text).toContain("There is no lasting view");
  close();
  toy.remove();
});

test("an import and a restore keep what was answered before them", async () => {
  const toy = await toyData();
  await keep(toy.db);
  const run = async (...args: string[]) => {
    const { status, err } = await patchwork(toy.folder, args, { PATCHWORK_DB: toy.db });
    expect(status, err).toBe(0);
  };
  const { app, close } = await appOver(toy.db);
  /** Headline of the list and every line of the briefing, apart from what is said of the data. */
  const figuresAt = async (version: string) => {
    const at = async (view: string) =>
      (
        await supertest(app)
          .get(`/l/${digits(version)}/${view}`)
          .expect(200)
      ).text;
    const [list, page] = [
      await at("hotspots"),
      await at("briefing?region=Yorkshire+and+the+Humber"),
    ];
    const heading = /<h1>(.*?)<\/h1>/.exec(list)![1];
    const lines = page.replace(NOTICE, "").split("\n").filter(Boolean);
    return { figures: [heading, ...lines], notice: NOTICE.exec(list)?.[0] };
  };
  const versionNow = async () =>
    String((await supertest(app).get("/healthz").expect(200)).body.dataVersion);

  const first = await versionNow();
  const before = await figuresAt(first);
  expect(before.notice).toBeUndefined();
  const feature = {
    properties: { id: "HAZ-02", name: "New", start: "2000-04-01", end: "2004-03-31" },
    rings: [square(430_000, 425_000, 2000)],
  };
  writeFileSync(join(toy.folder, "new.geojson"), gridGeojson([feature]));
  await run("import", "new.geojson", "--programme", "HAZ", "--date-read", "2026-11-20");
  const second = await versionNow();
  expect(second).not.toBe(first);
  const kept = await figuresAt(first);
  expect(kept.figures).toEqual(before.figures);
  expect(kept.notice).toContain("1 initiative was added: Health Action Zones: New.");
  expect(kept.notice).toContain(`These are the figures of data ${digits(first)}`);
  const imported = await figuresAt(second);
  expect(imported.notice).toBeUndefined();
  expect(imported.figures).not.toEqual(before.figures);

  await run("restore", "1");
  expect(await versionNow()).not.toBe(second);
  const undone = await figuresAt(second);
  expect(undone.figures).toEqual(imported.figures);
  expect(undone.notice).toContain("1 initiative was taken out: Health Action Zones: New.");
  expect(await figuresAt(first)).toEqual(before);
  close();
  toy.remove();
});

test("versions are kept up to a number, the oldest going first", async () => {
  const db = openDb(":memory:");
  const table = keptStudyTable(db);
  const bytes = new Uint8Array(1);
  for (let i = 0; i < KEPT_STUDIES + 2; i++)
    table.add({
      data_version: `v${i}`,
      study: bytes,
      certificate: "",
      cells: bytes,
      places: bytes,
    });
  expect(table.versions()).toHaveLength(KEPT_STUDIES);
  expect(table.versions()[0]).toBe(`v${KEPT_STUDIES + 1}`);
  expect(table.find("v0")).toBeUndefined();
  expect(table.find("v25")?.data_version).toBe("v25");
  db.close();
});
