/** Every reply in the shape its schema gives, with the figures of the toy data worked out by hand. */
import supertest from "supertest";
import { expect, test } from "vitest";
import {
  exportPreviewReply,
  exportSizesReply,
  exportsReply,
} from "../../server/contract/exports-reply.ts";
import {
  analysisReply,
  healthReply,
  initiativeReply,
  placesReply,
  settingsReply,
  stackReply,
} from "../../server/contract/replies.ts";
import { studyReply } from "../../server/contract/study.ts";
import { openDb } from "../../server/store/db.ts";
import { memberAreaTable } from "../../server/store/member-area.ts";
import { appOver } from "../support/app.ts";
import { served } from "../support/served.ts";

const server = served();

const get = (path: string) => supertest(server.app).get(path);
const figures = async (path: string) => {
  const reply = await get(path).expect(200);
  expect(reply.headers["patchwork-data"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  return reply.body;
};

test("health says which data are served", async () => {
  const { dataVersion } = healthReply.parse(await figures("/healthz"));
  expect(dataVersion).toMatch(/^sha256:/);
});

test("the study holds everything, unknown as null", async () => {
  const study = studyReply.parse(await figures("/api/v1/study"));
  expect(study.places.map(({ code }) => code)).toEqual(["T1", "T2", "T3", "T4"]);
  expect(study.initiatives).toHaveLength(4);
  expect(study.outlines).toHaveLength(2);
  expect(study.initiatives.find(({ id }) => id === "SRB-01")).toMatchObject({ start: null });
  expect(study.cells.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(
    study.places.reduce((sum, { area }) => sum + area, 0),
    0,
  );
});

test("what can be taken away, and how each begins", async () => {
  const { units, documents } = exportsReply.parse(await figures("/api/v1/exports"));
  expect(units.map(({ id }) => id)).toContain("cells");
  expect(documents.map(({ id }) => id)).toEqual(["map", "briefing"]);
  for (const { id, formats } of units) {
    const reply = exportPreviewReply.parse(await figures(`/api/v1/exports/${id}?at=2002-06-01`));
    const lines = (await get(`/export/${id}.csv?at=2002-06-01`).expect(200)).text
      .trimEnd()
      .split("\r\n");
    expect(reply.total).toBe(lines.length - 1);
    expect(reply.rows).toHaveLength(Math.min(10, reply.total));
    expect(reply.fields.map(({ name }) => name).join(",")).toBe(lines[0]);
    expect(formats.length).toBeGreaterThan(0);
  }
});

test("each file is as large as was said, with all its fields and with some", async () => {
  const { units } = exportsReply.parse(await figures("/api/v1/exports"));
  for (const [id, fields] of [
    ["cells", ""],
    ["cells", "&fields=area_m2"],
    ["claims", "&fields=due"],
  ] as const) {
    const asked = `?at=2002-06-01${fields}`;
    const reply = exportSizesReply.parse(await figures(`/api/v1/exports/${id}/sizes${asked}`));
    const { formats } = units.find((unit) => unit.id === id)!;
    expect(reply.sizes.map(({ format }) => format)).toEqual(formats.map((format) => format.id));
    const { text } = await get(`/export/${id}.csv${asked}`).expect(200);
    expect(reply.sizes.find(({ format }) => format === "csv")?.bytes).toBe(Buffer.byteLength(text));
  }
});

test("an export with some fields holds those and the first, in file and in what it rests on", async () => {
  const asked = "?at=2002-06-01&fields=area_m2,depth";
  const { text } = await get(`/export/cells.csv${asked}`).expect(200);
  expect(text.split("\r\n")[0]).toBe("cell,depth,area_m2");
  const about = (await get(`/export/cells.meta.json${asked}`).expect(200)).body;
  expect(Object.keys(about.fields)).toEqual(["cell", "depth", "area_m2"]);
  const { body } = await get(`/export/cells.geojson${asked}`).expect(200);
  expect(Object.keys(body.features[0].properties)).toEqual(
    expect.arrayContaining(["depth", "area_m2"]),
  );
  expect(body.features[0].properties).not.toHaveProperty("programmes");
  const { detail } = (await get("/export/cells.csv?fields=nonsense").expect(400)).body;
  expect(detail).toContain('cells has no field "nonsense". Its fields: cell, kind, depth');
  await get("/export/claims.ics?fields=due").expect(400);
});

test("a study that the asker has is not sent again", async () => {
  const { headers } = await get("/api/v1/study").expect(200);
  const etag = headers.etag!;
  expect(etag).toMatch(/^W\/"/);
  const again = await get("/api/v1/study").set("If-None-Match", etag).expect(304);
  expect(again.text).toBe("");
  expect(again.headers["patchwork-data"]).toBe(headers["patchwork-data"]);
});

test("places stand in order of covers, then within, then touches", async () => {
  const reply = placesReply.parse(await figures("/api/v1/places?at=2000-06-01"));
  expect(
    reply.places.map(({ code, rank, covers, within, undated }) => [
      code,
      rank,
      covers,
      within,
      undated,
    ]),
  ).toEqual([
    ["T2", 1, 2, 0, 0],
    ["T1", 2, 1, 1, 0],
    ["T4", 3, 1, 0, 0],
    ["T3", 4, 0, 0, 1],
  ]);
  expect(reply).toMatchObject({ by: "cover", question: { at: "2000-06-01" } });
  expect(reply.incomplete).toEqual(["Health Action Zones"]);
});

test("filters narrow, departments with commas among them", async () => {
  const alive = async (query: string) => {
    const reply = placesReply.parse(await figures(`/api/v1/places?at=2000-06-01&${query}`));
    return reply.places
      .filter(({ all }) => all > 0)
      .map(({ code }) => code)
      .sort();
  };
  expect(await alive("programme=EZ")).toEqual(["T2", "T4"]);
  expect(await alive("category=partnership,holistic")).toEqual(["T1", "T2"]);
  expect(await alive("department=DfEE%2C%20then%20DWP,DETR")).toEqual(["T1", "T2", "T4"]);
  expect(await alive("programme=EZ&category=holistic")).toEqual([]);
});

test("another ranking says what it ranks by", async () => {
  const reply = placesReply.parse(await figures("/api/v1/places?at=2000-06-01&by=churn"));
  expect(reply.by).toBe("churn");
  expect(reply.places[0]!.code).toBe("T2");
  expect(reply.rule).toContain("churn");
});

test("a stack names all that stands at a place, with money and evidence", async () => {
  const reply = stackReply.parse(await figures("/api/v1/stack?place=T1&at=2000-06-01"));
  expect(reply.entries.map(({ id, presence, grade }) => [id, presence, grade])).toEqual([
    ["HAZ-01", "covers", "composed"],
    ["NDC-01", "within", "indicative"],
  ]);
  expect(reply.entries[0]).toMatchObject({
    share: 1,
    end: "2003-04-01",
    endConfidence: "recalled",
    yearMoney: 250_000,
    yearMoneyLabel: "allocation 2000-01",
    evidence: { confidence: "sourced", source: "a paper", dateRead: null },
  });
  expect(reply.entries[1]).toMatchObject({ yearMoney: null, yearMoneyLabel: null, share: null });
  expect(reply.measures).toMatchObject({ rank: 2, all: 2 });
  const { indication } = reply.entries[1]!;
  expect(indication).toMatchObject({ smallest: 1e6, largest: 4e6, citation: "a size" });
  expect(reply.entries[0]!.indication).toBeNull();
  // HAZ-01 covers it all; the disc of NDC-01 may lie on the same ground.
  expect(reply.deepest).toEqual({ depth: 1, depth_max: 2 });
});

test("an initiative comes with everything recorded of it", async () => {
  const reply = initiativeReply.parse(await figures("/api/v1/initiatives/HAZ-01"));
  expect(reply).toMatchObject({
    name: "=Leeds",
    budget: 1_000_000,
    members: ["South West", "South East"],
    missing: [],
    grades: [{ grade: "composed" }],
    endConfidence: "recalled",
    partners: [
      {
        name: "Leeds Council",
        sector: "local_authority",
        role: "member authority",
        evidence: { confidence: "sourced", source: "a paper" },
      },
    ],
    aims: [
      {
        aim: "health",
        weight: "primary",
        evidence: { confidence: "recalled", notes: "Our reading of the programme's aims." },
      },
    ],
  });
  expect(reply.money.map(({ label, amount, kind }) => [label, amount, kind])).toEqual([
    ["2000-01", 250_000, "allocation"],
    ["2000-01", 200_000, "spend"],
  ]);
});

test("a district that two lists of codes name is one member", async () => {
  const db = openDb(server.toy.db);
  memberAreaTable(db).add({
    initiative_id: "EZ-01",
    scheme: "lad13",
    code: "E08000035",
    name: "South East",
  });
  db.close();
  const { members } = initiativeReply.parse(await figures("/api/v1/initiatives/EZ-01"));
  expect(members).toEqual(["South East", "North East"]);
});

test("the analysis adds up and carries its certificate", async () => {
  const reply = analysisReply.parse(await figures("/api/v1/analysis?at=2000-06-01"));
  expect(reply).toMatchObject({ sources: 2, cells: 3, holes: 0, certificate: { passed: true } });
  expect(reply.certificate.conservation_relative).toBe(0);
  const { "1": once = 0, "2": twice = 0 } = reply.area_by_depth;
  expect(once + twice).toBeCloseTo(reply.footprint_m2, 3);
  expect(once + 2 * twice).toBeCloseTo(reply.sum_source_area_m2, 3);
});

test("the app is told of a basemap, and the browser is let ask it", async () => {
  expect(settingsReply.parse((await get("/api/v1/settings").expect(200)).body)).toEqual({
    basemap: null,
    smallAreas: false,
    tiers: [{ id: "toy", title: "Toy districts" }],
  });
  const other = await appOver(server.toy.db, { basemap: "https://tiles.example.org/style.json" });
  const reply = await supertest(other.app).get("/api/v1/settings").expect(200);
  expect(reply.body.basemap).toBe("https://tiles.example.org/style.json");
  expect(reply.headers["content-security-policy"]).toContain(
    "connect-src 'self' https://tiles.example.org",
  );
  expect(reply.headers["content-security-policy"]).toContain("blob: https://tiles.example.org;");
  other.close();
});
