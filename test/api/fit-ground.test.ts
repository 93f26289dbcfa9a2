/** Gap and overspill for the map: the drawn ground, its table and the opened cell are one answer. */
import { parse } from "csv-parse/sync";
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fitGroundReply } from "../../server/contract/fit-ground.ts";
import { type FitMatrixReply, fitOpenedReply } from "../../server/contract/fit-matrix.ts";
import { appOver } from "../support/app.ts";
import type { ToyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

const AT = "2002-06-01";
let toy: ToyData;
let app: Express;
let close: () => void;
let tiers: FitMatrixReply["tiers"];
beforeAll(async () => {
  toy = await toyNeed();
  ({ app, close } = await appOver(toy.db));
  tiers = (await get(`/api/v1/fit?at=${AT}`)).tiers;
});
afterAll(() => {
  close();
  toy.remove();
});

const get = async (path: string, status = 200) =>
  (await supertest(app).get(path).expect(status)).body;
const ground = async (layer: string, more = "") =>
  fitGroundReply.parse(await get(`/api/v1/fit/ground?at=${AT}&layer=${layer}${more}`));

test("what is drawn of a body adds to its row, and its row to the cell that is opened", async () => {
  let bodies = 0;
  for (const { id } of tiers) {
    const reply = await ground(id);
    for (const [at, body] of reply.bodies.entries()) {
      bodies++;
      const drawn = reply.ground.features.filter(({ properties }) => properties.body === at);
      const opened = fitOpenedReply.parse(
        await get(`/api/v1/fit/${body.initiative}/${id}?at=${AT}&reference=${body.reference.code}`),
      );
      for (const kind of ["gap", "overspill"] as const) {
        const own = drawn.filter(({ properties }) => properties.kind === kind);
        const sum = own.reduce((all, { properties }) => all + properties.area_m2, 0);
        expect(own).toHaveLength(body[kind].pieces);
        expect(sum).toBeCloseTo(body[kind].area_m2, 3);
        const real = opened.fragments.features.filter(
          ({ properties }) => properties.kind === kind && !properties.sliver,
        );
        expect(real).toHaveLength(own.length);
      }
    }
  }
  expect(tiers.length).toBeGreaterThan(0);
  expect(bodies).toBeGreaterThan(0);
});

test("the export of gaps holds the pieces of each cell that is opened, with ground and people", async () => {
  const { text } = await supertest(app).get(`/export/gaps.csv?at=${AT}`).expect(200);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const cellOf = (row: Record<string, string>) =>
    `${row.initiative}/${row.layer}?at=${AT}&reference=${row.reference}`;
  const cells = new Set(rows.map(cellOf));
  expect(cells.size).toBeGreaterThan(0);
  for (const cell of cells) {
    const { fragments } = fitOpenedReply.parse(await get(`/api/v1/fit/${cell}`));
    const inFile = rows.filter((row) => cellOf(row) === cell);
    expect(inFile.map(({ kind, sliver }) => [kind, sliver])).toEqual(
      fragments.features.map(({ properties }) => [properties.kind, String(properties.sliver)]),
    );
    for (const [i, { properties }] of fragments.features.entries()) {
      expect(Number(inFile[i]!.area_m2)).toBeCloseTo(properties.area_m2, 3);
      expect(inFile[i]!.people).toBe(String(properties.people ?? ""));
    }
  }
});

test("filters choose the bodies; those without ground are counted, and rings are closed", async () => {
  const [tier] = tiers;
  const all = await ground(tier!.id);
  const one = await ground(tier!.id, "&programme=HAZ");
  expect(one.bodies.length + one.without).toBe(1);
  expect(all.bodies.length + all.without).toBeGreaterThan(1);
  for (const { geometry } of all.ground.features)
    for (const ring of geometry.coordinates) expect(ring[0]).toEqual(ring.at(-1));
});

test("a tier that is none is refused with those there are, and the settings name them", async () => {
  const { detail } = await get(`/api/v1/fit/ground?at=${AT}&layer=moon`, 404);
  expect(detail).toContain(tiers[0]!.id);
  const settings = await get("/api/v1/settings");
  expect(settings.tiers.map(({ id }: { id: string }) => id)).toEqual(tiers.map(({ id }) => id));
});
