/** Stored check reports and versions over HTTP, after an import by the command line. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkReply, checksReply } from "../../server/contract/check-report.ts";
import { initiativeReply } from "../../server/contract/replies.ts";
import { outlinesReply, versionReply, versionsReply } from "../../server/contract/versions.ts";
import { openDb } from "../../server/store/db.ts";
import { appOver } from "../support/app.ts";
import { patchwork } from "../support/cli.ts";
import { gridGeojson } from "../support/squares.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";
import { faultsOf } from "../support/well-formed.ts";

let toy: ToyData;
let app: Express;
let close: () => void;
beforeAll(async () => {
  toy = await toyData();
  const bow = [
    [430_000, 425_000],
    [431_000, 426_000],
    [431_000, 425_000],
    [430_000, 426_000],
  ] as const;
  const feature = { properties: { id: "HAZ-01", name: "Leeds" }, rings: [bow] };
  writeFileSync(join(toy.folder, "bow.geojson"), gridGeojson([feature]));
  ({ app, close } = await appOver(toy.db));
  await supertest(app).get("/healthz").expect(200);
  const flags = [
    "--programme",
    "HAZ",
    "--accept-repairs",
    "--source",
    "the map",
    "--date-read",
    "2026-11-20",
  ];
  const { status, err } = await patchwork(toy.folder, ["import", "bow.geojson", ...flags], {
    PATCHWORK_DB: toy.db,
    USER: "an officer",
  });
  expect(status, err).toBe(0);
});
afterAll(() => {
  close();
  toy.remove();
});

const get = async (path: string) => {
  const reply = await supertest(app).get(path).expect(200);
  expect(reply.headers["patchwork-data"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  return reply.type === "application/geo+json" ? JSON.parse(reply.body) : reply.body;
};

test("the report of what was taken in, with its versions", async () => {
  const { checks } = checksReply.parse(await get("/api/v1/checks"));
  expect(checks).toMatchObject([
    {
      id: 1,
      file: "bow.geojson",
      versions: [2, 3],
      who: "an officer",
      source: "the map",
      accepted: ["1:redraw"],
      verdict: { features: 1, decide: 0, repairable: 1, note: 0, proposals: 1 },
    },
  ]);
  const { report, drawings } = checkReply.parse(await get("/api/v1/checks/1"));
  expect(drawings).toEqual([1]);
  expect(report.crs_sure).toBe("Sure.");
  expect(report.proposals.map(({ id }) => id)).toEqual(["1:redraw"]);
  await supertest(app).get("/api/v1/checks/9").expect(404);
});

test("a repair drawn before and after, whole and close up, from the outline that is kept", async () => {
  const path = "/api/v1/checks/1/repairs/1%3Aredraw.svg";
  const { body, type } = await supertest(app).get(path).buffer(true).expect(200);
  expect(type).toBe("image/svg+xml");
  const svg = String(body);
  expect(svg).toContain("As drawn, 0 m²");
  expect(svg).toContain("Repaired, 500,000 m²");
  expect(svg).toContain("60 m across");
  // The crossing is ringed in each of the four pictures.
  expect(svg.match(/<circle/g)).toHaveLength(4);
  // One ring that crosses itself, then two that do not.
  const rings = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d!.split("M").length - 1);
  expect(rings).toEqual([1, 2, 1, 2]);
  await supertest(app).get("/api/v1/checks/1/repairs/1%3Afill-hole.svg").expect(404);
  await supertest(app).get("/api/v1/checks/7/repairs/1%3Aredraw.svg").expect(404);
});

test("the pages without script say what the replies say", async () => {
  const { text: list } = await supertest(app).get("/plain/checks?thing=HAZ-01").expect(200);
  expect(list).toContain("1 file has been taken in");
  expect(list).toContain("Last confirmed by a file on 20 November 2026.");
  expect(list).toContain("restore 2 --only HAZ-01");
  const { text: one } = await supertest(app).get("/plain/checks/1").expect(200);
  expect(faultsOf(one)).toEqual([]);
  expect(one).toContain("1 outline crosses its own lines.");
  expect(one).toContain("All were accepted.");
  expect(one).toContain("/api/v1/checks/1/repairs/1%3Aredraw.svg");
  expect((await supertest(app).get("/plain/checks/9")).status).toBe(404);
});

test("versions, one of them, and outlines as they stood", async () => {
  const { versions } = versionsReply.parse(await get("/api/v1/versions"));
  expect(versions.map(({ kind }) => kind)).toEqual(["load", "import", "repair"]);
  expect(versions[0]!.changed).toEqual([]);
  const own = versionsReply.parse(await get("/api/v1/versions?id=HAZ-01"));
  expect(own.versions.map(({ changed }) => changed[0]!.change)).toEqual([
    "kept",
    "changed",
    "changed",
  ]);
  expect(versionReply.parse(await get("/api/v1/versions/3"))).toMatchObject({
    repairs: ["1:redraw"],
    date_read: "2026-11-20",
  });
  const area = async (version: number) => {
    const path = `/api/v1/versions/${version}/outlines?id=HAZ-01`;
    const { body, text } = await supertest(app).get(path).buffer(true).expect(200);
    const { features } = outlinesReply.parse(text ? JSON.parse(text) : body);
    return features[0]!.geometry!.coordinates.length;
  };
  expect([await area(1), await area(2), await area(3)]).toEqual([1, 1, 2]);
  await supertest(app).get("/api/v1/versions/9").expect(404);
  await supertest(app).get("/api/v1/versions/2/outlines?id=XYZ").expect(404);
});

test("an initiative says when it was last confirmed, and the running server has the new outline", async () => {
  const reply = initiativeReply.parse(await get("/api/v1/initiatives/HAZ-01"));
  expect(reply).toMatchObject({ lastConfirmed: "2026-11-20", area: 500_000 });
});

test("a report from before its verdict was kept apart is served all the same", async () => {
  const db = openDb(toy.db);
  db.exec("UPDATE check_report SET verdict_json = NULL; DELETE FROM check_drawing");
  db.close();
  const { checks } = checksReply.parse(await get("/api/v1/checks"));
  expect(checks).toMatchObject([{ verdict: null, problems: 1 }]);
  expect(checkReply.parse(await get("/api/v1/checks/1")).drawings).toEqual([]);
  const { text } = await supertest(app).get("/plain/checks/1").expect(200);
  expect(text).toContain("1 kind of problem");
  expect(text).toContain("not kept");
  await supertest(app).get("/api/v1/checks/1/repairs/1%3Aredraw.svg").expect(404);
});
