/** Need over HTTP and on the command line, with the figures of the toy data worked out by hand. */
import { join } from "node:path";
import { VectorTile } from "@mapbox/vector-tile";
import { parse as parseCsv } from "csv-parse/sync";
import { PbfReader } from "pbf";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { needAreasReply, needReply, placeNeedReply } from "../../server/contract/need.ts";
import { appOver } from "../support/app.ts";
import { patchwork } from "../support/cli.ts";
import { served } from "../support/served.ts";
import { toyNeed } from "../support/toy-need.ts";
import { faultsOf } from "../support/well-formed.ts";

const server = served(toyNeed);

const { get } = server;
function binary(reply: supertest.Response, done: (error: Error | null, body: Buffer) => void) {
  const chunks: Buffer[] = [];
  const stream = reply as unknown as NodeJS.ReadableStream;
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}

const run = (...args: string[]) => patchwork(server.toy.folder, [...args, "--db", server.toy.db]);

test("need as a page, with the counts of the reply and its caveats", async () => {
  const { body } = await get("/api/v1/need?at=2002-06-01&share=0.75");
  const reply = needReply.parse(body);
  const { text } = await get("/plain/need?at=2002-06-01&share=0.75");
  expect(faultsOf(text)).toEqual([]);
  const rows = [...text.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    row!.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]*>/g, "").trim()),
  );
  const whole = (people: number) => Math.round(people).toLocaleString("en-GB");
  const [region] = reply.regions;
  expect(rows[0]!.slice(0, 5)).toEqual([
    region!.region,
    "5",
    whole(region!.people.covers),
    whole(region!.people.within),
    whole(region!.people.none),
  ]);
  const inNeed = reply.places.filter(({ areas }) => areas.covers + areas.within + areas.none > 0);
  expect(new Set(rows.slice(1).map(([name]) => name))).toEqual(
    new Set(inNeed.map(({ name }) => name)),
  );
  for (const to of text.matchAll(/href="(\/(?:export|api)[^"]*)"/g))
    await get(to[1]!.replaceAll("&amp;", "&"));
  expect(text).toContain('<option value="0.75" selected>');
  expect(text).toContain(reply.caveats.at(-1)!.slice(0, 40));
});

test("the page lists places in the order of the file", async () => {
  const asked = "at=2000-06-01&share=1&programme=HAZ";
  const { text } = await get(`/plain/need?${asked}`);
  const names = [...text.matchAll(/href="\/plain\/place\/[^"]*">([^<]*)</g)].map(
    ([, name]) => name,
  );
  const rows: Record<string, string>[] = parseCsv(
    (await get(`/export/need-places.csv?${asked}`)).text,
    {
      columns: true,
    },
  );
  expect(names).toEqual(rows.map(({ name }) => name));
  expect(rows.map(({ code }) => code)).toEqual(["T4", "T3", "T1", "T2"]);
});

describe("/api/v1/need", () => {
  test("the whole, the regions and the places, with what was left out", async () => {
    const { body, headers } = await get("/api/v1/need?at=2002-06-01&share=0.75");
    const reply = needReply.parse(body);
    expect(headers["patchwork-data"]).toBe(reply.dataVersion);
    expect(reply.question).toEqual({ at: "2002-06-01", share: "0.75" });
    expect(reply.total.areas).toEqual({ covers: 3, within: 2, none: 0 });
    expect(reply.total.people_best_fit).toEqual({ covers: 3300, within: 3000, none: 0 });
    expect(reply.regions.map(({ region }) => region)).toEqual(["Yorkshire and the Humber"]);
    expect(reply.places.map(({ code, people_best_fit: p }) => [code, p.covers + p.within])).toEqual(
      [
        ["T1", 3000],
        ["T2", 2000],
        ["T3", 0],
        ["T4", 1300],
      ],
    );
    expect(reply.programmes).toMatchObject({ by_default: true, incomplete: [] });
    expect(reply.programmes.left_out.map(({ programme }) => programme)).toEqual(["HAZ"]);
    expect(reply.scores_without_areas).toEqual(["imd-2000-ward98", "imd-2004-lsoa01"]);
    expect(reply.caveats.join(" ")).toMatch(/Not counted.*Health Action Zones/);
    expect(reply.certificate.passed).toBe(true);
  });

  test("one place: its small areas, most deprived first", async () => {
    const { body } = await get("/api/v1/places/T4/need?share=0.2&programme=EZ");
    const reply = placeNeedReply.parse(body);
    expect(
      reply.small_areas.map(({ code, rank, in_need, reach }) => [code, rank, in_need, reach]),
    ).toEqual([
      ["X", 1, true, "covers"],
      ["D", 6, false, "covers"],
    ]);
    expect(reply.small_areas[1]!.people).toBeNull();
  });

  test("the map: tiles know each area by the number that /areas gives", async () => {
    const { body } = await get("/api/v1/need/areas?share=0.3&at=2002-06-01&programme=HAZ");
    const { areas } = needAreasReply.parse(body);
    expect(areas.map(({ area, code, reach }) => [area, code, reach])).toEqual([
      [6, "X", "none"],
      [0, "A1", "covers"],
      [1, "A2", "covers"],
    ]);
    const tile = await supertest(server.app)
      .get("/tiles/need/8/126/82.mvt")
      .buffer(true)
      .parse(binary);
    const layer = new VectorTile(new PbfReader(tile.body)).layers.need!;
    const found = Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties);
    expect(found.map(({ area, code, rank, people }) => [area, code, rank, people])).toEqual([
      [0, "A1", 2, 1000],
      [1, "A2", 2, 2000],
      [6, "X", 1, 1300],
    ]);
  });

  test.each([
    ["/api/v1/need?share=0", 400, "input/invalid"],
    ["/api/v1/need?share=ten", 400, "input/invalid"],
    ["/api/v1/need?shares=0.1", 400, "input/invalid"],
    ["/api/v1/need?score=imd-1998", 404, "input/not-found"],
    ["/api/v1/places/T9/need", 404, "input/unknown-place"],
    ["/export/cells.csv?share=0.1", 400, "input/invalid"],
  ])("%s is refused", async (path, status, code) => {
    expect((await get(path, status)).body).toMatchObject({ code });
  });

  test("data without small areas say what to load", async () => {
    const plain = await appOver(join(server.toy.folder, "toy.db"));
    const { body } = await supertest(plain.app).get("/api/v1/need").expect(404);
    expect(body).toMatchObject({ code: "need/no-areas", detail: expect.stringMatching(/load/) });
    plain.close();
  });
});

describe("the command line", () => {
  test("need --json is what the server answers", async () => {
    const ran = await run("need", "--at", "2002-06-01", "--share", "0.75", "--json");
    expect(ran.status).toBe(0);
    const { body } = await get("/api/v1/need?at=2002-06-01&share=0.75");
    expect(JSON.parse(ran.out)).toEqual(body);
  });

  test("need prints regions and caveats; with --place the small areas", async () => {
    const all = await run("need", "--share", "0.75");
    expect(all.out).toMatch(/Yorkshire and the Humber +5 +6300/);
    expect(all.out).toMatch(/- Not counted/);
    expect(all.out).toMatch(/none recorded is 7\.94 % with small areas.*with places as the units/);
    const one = await run("need", "--share", "0.75", "--place", "T1");
    expect(one.out).toMatch(/A1 +2 +1000 +within/);
  });

  test("a share that is none, and a flag that an export does not take, are refused", async () => {
    expect((await run("need", "--share", "10")).err).toMatch(/more than 0 and at most 1/);
    const ran = await run("export", "cells", "--format", "csv", "--share", "0.1");
    expect(ran).toMatchObject({ status: 2, err: expect.stringMatching(/share/) });
  });

  test.each([
    "need",
    "uncovered",
    "need-places",
  ])("export %s: the bytes of the server", async (id) => {
    const args = ["--format", "geojson", "--share", "0.75", "--programme", "HAZ"];
    const ran = await run("export", id, ...args);
    const { text } = await get(`/export/${id}.geojson?share=0.75&programme=HAZ`);
    expect(ran.out).toBe(text);
  });

  test("export uncovered lists the areas that nothing recorded reaches", async () => {
    const args = ["--format", "csv", "--share", "1", "--programme", "HAZ"];
    const rows: Record<string, string>[] = parseCsv(
      (await run("export", "uncovered", ...args)).out,
      {
        columns: true,
      },
    );
    expect(rows.map(({ code, people, initiatives }) => [code, people, initiatives])).toEqual([
      ["X", "1300", ""],
      ["D", "", ""],
      ["C1", "800", ""],
    ]);
  });
});
