/** Money over the wire: the bundled register and the worked cases. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { cashFlowReply } from "../../server/contract/cash-flow.ts";
import { layerMoneyReply } from "../../server/contract/layer-money.ts";
import {
  caseReply,
  casesReply,
  claimsReply,
  DIMENSIONS,
  initiativeMoneyReply,
  moneyReply,
  placeMoneyReply,
  streamReply,
  streamsReply,
} from "../../server/contract/money.ts";
import { partnersReply } from "../../server/contract/partners.ts";
import type { StreamReply } from "../../server/contract/streams.ts";
import { volumeReply } from "../../server/contract/volume.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { appOver } from "../support/app.ts";
import { faultsOf } from "../support/well-formed.ts";

/** Milliseconds: the whole register is loaded and cut, on a machine that may be busy. */
const PATIENCE = 120_000;

let app: Express;
let close: () => void;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-money-"));
  const path = join(folder, "bundled.db");
  const db = openDb(path);
  await load(db, {
    registryDir: "data/registry",
    referenceDir: "data/reference",
    casesDir: "data/cases",
    now: new Date(0),
  });
  analyseStudy(db, {});
  db.close();
  ({ app, close } = await appOver(path));
}, PATIENCE);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

const get = (path: string) => supertest(app).get(path);
const body = async (path: string) => (await get(path).expect(200)).body;
const pennies = (rows: readonly { readonly amount: number | null }[]) =>
  rows.reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * 100), 0);

test.each([
  "department=Home Office",
  "department=Environment and regions",
  "funder=DETR",
  "funder=ODPM",
])("%s: the streams that are listed, claimed and summed are of it alone", async (filter) => {
  const [name, value] = filter.split("=") as ["department" | "funder", string];
  const at = "at=2001-06-01";
  const asked = `${at}&${new URLSearchParams({ [name]: value })}`;
  const every = streamsReply.parse(await body(`/api/v1/streams?${at}`)).streams;
  const listed = streamsReply.parse(await body(`/api/v1/streams?${asked}`)).streams;
  expect(listed.length).toBeGreaterThan(0);
  expect(listed).toEqual(every.filter((stream) => stream[name] === value));
  const ids = new Set(listed.map(({ id }) => id));
  const { claims } = claimsReply.parse(await body(`/api/v1/claims?${asked}`));
  expect(claims.every(({ stream }) => ids.has(stream))).toBe(true);
  const money = moneyReply.parse(await body(`/api/v1/money?by=${name}&${asked}`));
  expect(money.rows.map(({ key }) => key)).toEqual([value]);
  const volume = volumeReply.parse(await body(`/api/v1/volume?${asked}`));
  expect(pennies(volume.rows)).toBe(Math.round(money.amount * 100));
});

test("a worked case and a place as pages, with the streams of their replies", async () => {
  const { cases } = casesReply.parse(await body("/api/v1/cases"));
  const list = (await get("/plain/streams").expect(200)).text;
  for (const { id } of cases) {
    expect(list).toContain(`/plain/streams?case=${id}`);
    const reply = caseReply.parse(await body(`/api/v1/cases/${id}`));
    const { text } = await get(`/plain/streams?case=${id}`).expect(200);
    expect(faultsOf(text), id).toEqual([]);
    expect(rowsOf(text)).toEqual(
      [...reply.streams, ...reply.streams.flatMap(moneyRows)]
        .concat(reply.budgets)
        .map(({ name }) => name),
    );
    for (const open of reply.case.notSaid) expect(plainWords(text)).toContain(open);
  }
  const moss = plainWords((await get("/plain/streams?case=moss-side-hulme")).text);
  expect(moss).toContain("not stated");
  expect(moss).toContain("1 April");
  expect(moss).toContain("about £150k");
  expect(moss).toContain("may be set against Seedcorn: SRB, Seedcorn: capital receipts");
  const at = "at=2002-06-01&place=00BN";
  const reply = streamsReply.parse(await body(`/api/v1/streams?${at}`));
  const { text } = await get(`/plain/streams?${at}`).expect(200);
  expect(faultsOf(text)).toEqual([]);
  expect(rowsOf(text).slice(0, reply.streams.length)).toEqual(
    reply.streams.map(({ name }) => name),
  );
});

/** A row for each year that is stated, else one for what is known in all. */
function moneyRows({ name, years, total }: StreamReply) {
  if (years.length > 0) return years.map(() => ({ name }));
  return total === null ? [] : [{ name }];
}

/** What names each row of a page's tables. */
const rowsOf = (page: string) =>
  [...page.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map(([, name]) => unescaped(name!));
const plainWords = (page: string) => unescaped(page.replace(/<[^>]*>/g, ""));
const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

test("totals are the same to the penny by every dimension, under every rule", async () => {
  const totals = new Set<number>();
  for (const by of DIMENSIONS) {
    for (const rule of ["area", "equal", "list"]) {
      const reply = moneyReply.parse(await body(`/api/v1/money?by=${by}&rule=${rule}`));
      totals.add(pennies(reply.rows)).add(Math.round(reply.amount * 100));
    }
  }
  expect([...totals]).toHaveLength(1);
});

test("regions hold their places' money and the lines that are printed for them alone", async () => {
  const years = "/api/v1/money?programme=NRF,SRB,CEF&from=2003-04&to=2004-05";
  const byRegion = moneyReply.parse(await body(`${years}&by=region`));
  const byPlace = moneyReply.parse(await body(`${years}&by=place&region=North West`));
  const northWest = byRegion.rows.find(({ key }) => key === "North West")!;
  const cef = "/api/v1/money?programme=CEF&from=2003-04&to=2004-05";
  const printed = moneyReply.parse(await body(`${cef}&by=region`));
  const placed = moneyReply.parse(await body(`${cef}&by=place&region=North West`));
  const line = printed.rows.find(({ key }) => key === "North West")!;
  expect(line.amount).toBe(2 * 2_967_301);
  // One district's part of the region's line is printed too, and is counted in its place.
  expect(placed.rows.map(({ name }) => name)).toHaveLength(1);
  expect(pennies([northWest])).toBe(pennies(byPlace.rows) + pennies([line]) - pennies(placed.rows));
});

test("any reference layer: its areas and what is unplaced add to the year", async () => {
  const totals = [];
  for (const rule of ["area", "equal"]) {
    const path = `/api/v1/money/layers/natural_earth?year=2002-03&rule=${rule}`;
    const reply = layerMoneyReply.parse(await body(path));
    expect(pennies(reply.areas) + pennies(reply.unplaced)).toBe(Math.round(reply.amount * 100));
    expect(reply.areas.length).toBeGreaterThan(10);
    totals.push(reply.amount);
  }
  const year = moneyReply.parse(await body("/api/v1/money?year=2002-03"));
  expect(totals).toEqual([year.amount, year.amount]);
});

test("an aim leaves in the programmes that work towards it", async () => {
  const health = moneyReply.parse(await body("/api/v1/money?aim=health&by=programme"));
  expect(health.rows.map(({ key }) => key)).toContain("HAZ");
  expect(health.rows.map(({ key }) => key)).not.toContain("EAZ");
});

test("a year by place keeps what is not known apart from 0", async () => {
  const reply = moneyReply.parse(await body("/api/v1/money?by=place&year=2001-02"));
  expect(reply.rule).toMatchObject({ rule: "area", grade: "generalised", tolerance_m: 4300 });
  expect(reply.rows.some(({ amount, unknown }) => amount === null && unknown! > 0)).toBe(true);
  expect(reply.rows.every(({ amount }) => amount !== 0)).toBe(true);
  const lines = reply.unplaced.map(({ reason }) => reason);
  expect(lines).toContain("national line");
});

test("where two answers disagree the smaller line is told and never taken off", async () => {
  const { short } = moneyReply.parse(await body("/api/v1/money?programme=NDC"));
  expect(short.map(({ stream, year }) => [stream, year])).toEqual([
    ["NDC.england.printed", "2000-01"],
    ["NDC.england.printed", "2001-02"],
  ]);
});

test("a place has its entries, what is unknown, and the answer under every rule", async () => {
  const reply = placeMoneyReply.parse(await body("/api/v1/places/00BN/money?at=2001-06-01"));
  expect(reply.year).toBe("2001-02");
  expect(pennies(reply.entries)).toBe(Math.round(reply.amount! * 100));
  expect(pennies(reply.byFunder)).toBe(pennies(reply.byDepartment));
  expect(reply.entries.map(({ initiative, basis }) => [initiative, basis])).toEqual([
    ["NDC-09", "spread evenly, assumed"],
    ["SRB-20", "spread evenly, assumed"],
    ["EAZ-28", "spread evenly, assumed"],
  ]);
  expect(reply.unknown.map(({ initiative }) => initiative)).toContain("NRF-49");
  expect(reply.sensitivity.map(({ rule }) => rule)).toEqual([
    "area",
    "population",
    "eligible",
    "list",
    "equal",
  ]);
  expect(reply.sensitivity.find(({ rule }) => rule === "population")?.reason).toMatch(/statistics/);
  expect(reply.perHead).toBeNull();
});

test("an initiative's printed years are used as printed, and a total alone is spread and marked", async () => {
  const printed = initiativeMoneyReply.parse(await body("/api/v1/initiatives/NRF-01/money"));
  expect(printed.entries.map(({ year, amount, basis }) => [year, amount, basis])).toContainEqual([
    "2003-04",
    855_494,
    "printed",
  ]);
  const spread = initiativeMoneyReply.parse(await body("/api/v1/initiatives/NDC-09/money"));
  expect(spread.entries).toHaveLength(10);
  expect(pennies(spread.entries)).toBe(52_000_000_00);
  expect(spread.entries.every(({ basis }) => basis === "spread evenly, assumed")).toBe(true);
  expect(spread.places.map(({ code }) => code)).toEqual(["00BN"]);
});

test("Moss Side and Hulme: eight claims of one project, an unknown number of the other", async () => {
  const reply = caseReply.parse(await body("/api/v1/cases/moss-side-hulme"));
  expect(reply.case).toMatchObject({ place: "00BN", watermark: "" });
  expect(reply.case.notSaid.length).toBeGreaterThan(5);
  const claims = claimsReply.parse(await body("/api/v1/claims?case=moss-side-hulme&at=2000-01-01"));
  expect(claims.claims.map(({ due, project }) => [due, project])).toEqual(
    ["2000-03-31", "2000-06-30", "2000-09-30", "2000-12-31"].flatMap((due) => [
      [due, "Seedcorn"],
      [due, "Seedcorn"],
    ]),
  );
  expect(
    claims.claims.filter(({ closesYear }) => closesYear).map(({ stream, due }) => [stream, due]),
  ).toEqual([
    ["seedcorn.srb", "2000-03-31"],
    ["seedcorn.erdf", "2000-12-31"],
  ]);
  const open = claims.notStated.map(({ stream }) => stream);
  expect(open).toEqual(expect.arrayContaining(["joblink.tec", "joblink.esf", "joblink.core"]));
  expect(reply.budgets).toMatchObject([
    { id: "joblink-costs", amount: 300_000, about: true },
    {
      id: "seedcorn-revenue",
      amount: 150_000,
      about: true,
      streams: ["seedcorn.srb", "seedcorn.receipts", "seedcorn.core", "seedcorn.erdf"],
    },
  ]);
  const { stream } = streamReply.parse(await body("/api/v1/streams/seedcorn.erdf"));
  expect(stream.rules).toMatchObject({
    yearStart: "01-01",
    match: { upTo: 150_000, mayNotMatch: ["seedcorn.grants"] },
  });
});

test("the bundled advisers: £8,000 for the Health Authority, £3,000 or nothing for a voluntary body", async () => {
  const flow = async (stream: string) =>
    cashFlowReply.parse(await body(`/api/v1/cash-flow?stream=${stream}`)).test;
  const health = await flow("advisers.health");
  expect(health).toMatchObject({ verdict: "undeliverable", most: { peak: { amount: 8000 } } });
  expect((await flow("advisers.voluntary-pro-rata"))?.most.peak.amount).toBe(3000);
  expect((await flow("advisers.voluntary-last"))?.most.peak.amount).toBe(0);
});

test("illustrations say that they are", async () => {
  const reply = casesReply.parse(await body("/api/v1/cases"));
  expect(reply.cases.map(({ id, watermark }) => [id, watermark !== ""])).toEqual([
    ["moss-side-hulme", false],
    ["newcastle-illustrative", true],
    ["newham-illustrative", true],
    ["specialist-advisers", true],
  ]);
});

test("streams and partners of a place are those of what lies there on the date", async () => {
  const here = streamsReply.parse(await body("/api/v1/streams?place=00BN&at=2001-06-01"));
  expect(here.streams.map(({ initiative }) => initiative)).toContain("SRB-22");
  expect(here.streams.every((stream) => stream.case === null)).toBe(true);
  const people = partnersReply.parse(await body("/api/v1/partners?place=00BN&at=2001-06-01"));
  expect(people.coreKinds).toHaveLength(11);
  expect(people.memberships.some(({ of }) => of === "HAZ-05")).toBe(true);
  const calendar = claimsReply.parse(await body("/api/v1/claims?place=00BN&at=2001-06-01"));
  expect(calendar.claims.length).toBeGreaterThan(0);
  expect(calendar.claims.every(({ due }) => due >= "2001-06-01" && due < "2002-06-01")).toBe(true);
});

test.each([
  ["/api/v1/places/XX/money", 404, "input/unknown-place"],
  ["/api/v1/initiatives/XX/money", 404, "input/unknown-initiative"],
  ["/api/v1/streams/XX", 404, "input/not-found"],
  ["/api/v1/streams?case=XX", 404, "input/not-found"],
  ["/api/v1/cases/XX", 404, "input/not-found"],
  ["/api/v1/partners?place=XX", 404, "input/unknown-place"],
  ["/api/v1/money?by=colour", 400, "input/invalid"],
  ["/api/v1/money?year=soon", 400, "input/invalid"],
  ["/api/v1/money?year=2001-07", 400, "input/invalid"],
  ["/api/v1/money?from=2005&to=2001", 400, "input/invalid"],
  ["/api/v1/money?funder=XX", 400, "input/unknown-funder"],
  ["/api/v1/money?region=XX", 400, "input/invalid"],
  ["/api/v1/money?rule=population", 400, "input/invalid"],
  ["/api/v1/money?rule=area&weights=people", 400, "input/invalid"],
  ["/api/v1/claims?from=2001-01-01&to=2000-01-01", 400, "input/invalid"],
  ["/api/v1/claims?from=tomorrow", 400, "input/date"],
  ["/api/v1/money/layers/none", 404, "input/not-found"],
  ["/api/v1/money/small-areas", 404, "need/no-areas"],
])("%s is refused in a sentence", async (path, status, code) => {
  const { body: problem } = await get(path).expect(status);
  expect(problem).toMatchObject({ code });
  expect(problem.detail ?? problem.title).toBeTruthy();
});
