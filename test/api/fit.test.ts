/** The matrix of bodies and tiers, and one cell of it opened, over the toy data. */
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fitMatrixReply, fitOpenedReply } from "../../server/contract/fit-matrix.ts";
import { openDb } from "../../server/store/db.ts";
import { referenceLayerTable } from "../../server/store/reference-layer.ts";
import { weightTable } from "../../server/store/weight.ts";
import { appOver } from "../support/app.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let app: Express;
let close: () => void;
let layer: string;
beforeAll(async () => {
  toy = await toyData();
  ({ app, close } = await appOver(toy.db));
  layer = fitMatrixReply.parse(await figures("/api/v1/fit?at=2001-06-01")).tiers[0]!.id;
});
afterAll(() => {
  close();
  toy.remove();
});

async function figures(path: string) {
  const reply = await supertest(app).get(path).expect(200);
  expect(reply.headers["patchwork-data"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  return reply.body;
}
const matrix = async (question: string) =>
  fitMatrixReply.parse(await figures(`/api/v1/fit?${question}`));

test("the matrix: a zone of two whole districts holds them, and nothing has to be explained", async () => {
  const { bodies, tiers } = await matrix("at=2001-06-01");
  expect(tiers).toMatchObject([{ tolerance_m: 20, certificate: { passed: true } }]);
  const haz = bodies.find(({ initiative }) => initiative === "HAZ-01");
  expect(haz).toMatchObject({ programme: "HAZ", grade: "composed", accuracy_m: 20 });
  expect(haz!.cells).toMatchObject([
    { layer, class: "holds", cause: null, whole: 2, made_of_whole: true, shares_ground_with: 2 },
  ]);
  expect(haz!.cells[0]!.jaccard).toBeCloseTo(0.5, 2);
  expect(haz!.cells[0]!.reason).toContain("whole areas");
});

test("what is not drawn gets no verdict, and says why", async () => {
  const { bodies } = await matrix("at=2001-06-01");
  const ndc = bodies.find(({ initiative }) => initiative === "NDC-01");
  expect(ndc!.cells[0]).toMatchObject({ class: null, jaccard: null, cause: null });
  expect(ndc!.cells[0]!.reason).toContain("not drawn");
});

test("the question's filters and date hold for the matrix", async () => {
  const { bodies } = await matrix("at=2001-06-01&programme=EZ");
  expect(bodies.map(({ initiative }) => initiative)).toEqual(["EZ-01"]);
  const later = await matrix("at=2004-06-01");
  const haz = later.bodies.find(({ initiative }) => initiative === "HAZ-01");
  expect(haz?.cells[0]?.class ?? null).toBeNull();
});

test("a cell opened: gap and overspill in degrees, with what stays unknown", async () => {
  const opened = fitOpenedReply.parse(
    await figures(`/api/v1/fit/HAZ-01/${layer}?at=2001-06-01&reference=T2`),
  );
  expect(opened).toMatchObject({
    initiative: { id: "HAZ-01", programme: "HAZ" },
    reference: { code: "T2" },
    gap: { pieces: 0, area_m2: 0 },
    overspill: { pieces: 1, people: null },
    people: { set: null },
    move: null,
    certificate: { passed: true },
  });
  expect(opened.others.map(({ code }) => code).sort()).toEqual(["T1", "T2"]);
  expect(opened.overspill.area_m2).toBe(opened.pair.overspill_m2);
  const [piece] = opened.fragments.features;
  expect(piece!.properties).toMatchObject({ kind: "overspill", sliver: false });
  const [lon, lat] = piece!.geometry.coordinates[0]![0]!;
  expect(lon).toBeGreaterThan(-3);
  expect(lat).toBeGreaterThan(53);
});

test("a cell opened: people by area, unknown with a reason where an area has no figure", async () => {
  const db = openDb(toy.db);
  const { scheme } = referenceLayerTable(db)
    .all()
    .find(({ id }) => id === layer)!;
  const set = {
    unit: "people",
    scheme,
    attribution: "",
    licence: "",
    file: "",
    sha256: "",
  } as const;
  const about = { id: "people", title: "People", vintage: "2001" };
  weightTable(db).add({ ...set, ...about }, [["T1", 500]]);
  db.close();
  const peopled = await appOver(toy.db);
  const opened = async (reference: string) => {
    const cell = `/api/v1/fit/HAZ-01/${layer}?at=2001-06-01&reference=${reference}`;
    return fitOpenedReply.parse((await supertest(peopled.app).get(cell).expect(200)).body);
  };
  const known = await opened("T2");
  expect(known.overspill).toMatchObject({ people: 500, people_reason: null });
  expect(known.gap).toMatchObject({ pieces: 0, people: 0, people_reason: null });
  const { overspill, fragments } = await opened("T1");
  const people_reason = "Not known: an area that it reaches has no figure of people.";
  expect(overspill).toMatchObject({ people: null, people_reason });
  expect(fragments.features[0]!.properties).toMatchObject({ people: null, people_reason });
  peopled.close();
});

test.each([
  ["/api/v1/fit/NONE/x", 404, "input/unknown-initiative"],
  ["/api/v1/fit/HAZ-01/x", 404, "input/not-found"],
  ["/api/v1/fit/NDC-01/LAYER", 404, "input/not-found"],
  ["/api/v1/fit/HAZ-01/LAYER?reference=T4&at=2001-06-01", 404, "input/not-found"],
  ["/api/v1/fit?tier=x", 400, "input/invalid"],
])("%s is refused", async (path, status, code) => {
  const reply = await supertest(app).get(path.replace("LAYER", layer)).expect(status);
  expect(reply.body).toMatchObject({ code });
});
