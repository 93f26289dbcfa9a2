/** The pages without script: what the API says, in HTML that is whole and says nothing of its own. */
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { bytes } from "../../client/format.ts";
import { served } from "../support/served.ts";
import { faultsOf } from "../support/well-formed.ts";

const server = served();

const page = async (path: string, status = 200) => {
  const { text, headers } = await supertest(server.app).get(path).expect(status);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  return text;
};

const PAGES = [
  "/plain",
  "/plain/",
  "/plain/hotspots",
  "/plain/hotspots?at=2001-04-01&region=Yorkshire+and+the+Humber&by=all",
  "/plain/hotspots?by=churn&rows=all&programme=HAZ&category=partnership",
  "/plain/hotspots?by=ending",
  "/plain/places",
  "/plain/place/T1",
  "/plain/place/T3?at=1990-01-01",
  "/plain/initiative/HAZ-01",
  "/plain/initiative/SRB-01",
  "/plain/programmes",
  "/plain/checks",
  "/plain/checks?thing=HAZ-01",
  "/plain/streams",
  "/plain/streams?place=T2&at=2000-06-01",
  "/plain/streams?place=T3&at=1996-06-01",
  "/plain/need",
  "/plain/export?at=2002-06-01",
  "/plain/export?unit=claims&fields=stream&at=2002-06-01",
  "/plain/coterminosity?at=2002-06-01",
  "/plain/coterminosity/HAZ-01/toy?at=2002-06-01",
];

describe.each(PAGES)("%s", (path) => {
  test("is whole, in English, with one heading, landmarks and its data version", async () => {
    const text = await page(path);
    expect(faultsOf(text)).toEqual([]);
    expect(text.startsWith('<!doctype html>\n<html lang="en-GB">')).toBe(true);
    for (const once of ["<h1>", "<main", "<header>", "<footer>", "<title>"])
      expect(text.split(once), once).toHaveLength(2);
    expect(text).not.toMatch(/<script|\son\w+="|style="/);
    expect(text).toContain("Data version");
  });

  test("every link leads to something that is served", async () => {
    const text = await page(path);
    const links = new Set([...text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map(([, to]) => to!));
    for (const to of links) {
      if (to === "/icon.svg") continue;
      await supertest(server.app).get(to.replaceAll("&amp;", "&")).expect(200);
    }
  });
});

test("the list has the rows of the reply, in its order", async () => {
  const text = await page("/plain/hotspots?at=2002-06-01");
  const { body } = await supertest(server.app).get("/api/v1/places?at=2002-06-01");
  const names = [...text.matchAll(/<th scope="row"><a[^>]*>([^<]*)</g)].map(([, name]) => name);
  expect(names).toEqual(body.places.map(({ name }: { name: string }) => name));
  expect(text).toContain("South East and South West had most, 2 each");
});

test("a place that nothing fell on has no rank, and says so", async () => {
  const text = await page("/plain/hotspots?at=2002-06-01");
  expect(text).toMatch(/title="Nothing here that this ranking goes by">–/);
  expect(await page("/plain/place/T3?at=1990-01-01")).toContain(
    "North West had no recorded initiative on 1 January 1990",
  );
});

test("what people have written is text: a name that a sheet or a page would run is not", async () => {
  expect(await page("/plain/place/T1")).toContain("Health Action Zone: =Leeds");
  const text = await page("/plain/hotspots?at=%3Cscript%3E", 400);
  expect(text).toContain("&quot;&lt;script&gt;&quot; is not a date.");
  expect(faultsOf(text)).toEqual([]);
});

test("what a form leaves empty was not asked", async () => {
  expect(await page("/plain/hotspots?at=&region=&by=cover")).toBe(await page("/plain/hotspots"));
});

test.each([
  ["/plain/hotspots?colour=red", 400],
  ["/plain/place/T9", 404],
  ["/plain/streams?place=T9", 404],
  ["/plain/streams?case=none", 404],
  ["/plain/need?share=2", 400],
  ["/plain/initiative/X", 404],
  ["/plain/nowhere", 404],
])("%s: a page that says what is wrong, with its code and a way back", async (path, status) => {
  const text = await page(path, status);
  expect(faultsOf(text)).toEqual([]);
  expect(text).toMatch(/Code: input\//);
  expect(text).toContain('href="/plain/"');
});

test("without small areas the page of need says what is missing", async () => {
  const text = await page("/plain/need");
  expect(text).toContain("<h1>Need cannot be looked at: no small areas are loaded</h1>");
  expect(text).toContain("--statistics");
});

test("an export tells the size of each file as the API does, and offers what can be answered", async () => {
  const asked = "at=2000-06-01&fields=stream";
  const text = await page(`/plain/export?unit=claims&${asked}`);
  const { body } = await supertest(server.app)
    .get(`/api/v1/exports/claims/sizes?${asked}`)
    .expect(200);
  expect(body.rows).toBeGreaterThan(0);
  expect(body.sizes.map(({ format }: { format: string }) => format)).toContain("ics");
  for (const { format, bytes: size } of body.sizes)
    expect(text).toMatch(new RegExp(`/export/claims\\.${format}\\?[^<]*</a>, ${bytes(size)}\\.`));
  const listed = (await supertest(server.app).get("/api/v1/exports").expect(200)).body.units;
  const offered = text.match(/<select[^>]*name="unit"[^>]*>(.*?)<\/select>/s)![1]!;
  expect([...offered.matchAll(/<option value="([^"]*)"/g)].map(([, id]) => id)).toEqual(
    listed.map(({ id }: { id: string }) => id),
  );
});

test("a question once asked stands in the form", async () => {
  const text = await page("/plain/hotspots?at=2001-04-01&by=all&programme=HAZ,EZ");
  expect(text).toContain('value="2001-04-01"');
  expect(text).toContain('<option value="all" selected>');
  expect([...text.matchAll(/value="(\w+)" checked/g)].map(([, code]) => code)).toEqual([
    "EZ",
    "HAZ",
  ]);
});
