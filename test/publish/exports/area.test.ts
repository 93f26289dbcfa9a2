import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver } from "../../support/app.ts";
import { type ToyData, toyData } from "../../support/toy-data.ts";

let toy: ToyData;
let served: Awaited<ReturnType<typeof appOver>>;
beforeAll(async () => {
  toy = await toyData();
  served = await appOver(toy.db);
});
afterAll(() => {
  served?.close();
  toy?.remove();
});

const get = (path: string) => request(served.app).get(path);
const question = "at=2000-06-01";

test("places can be had of one place, with the rank it has among all, and say so", async () => {
  const all = JSON.parse((await get(`/export/places.geojson?${question}`).buffer()).text);
  const { code, rank } = all.features.at(-1).properties;
  const one = JSON.parse((await get(`/export/places.geojson?${question}&place=${code}`)).text);
  expect(one.features).toHaveLength(1);
  expect(one.features[0].properties).toMatchObject({ code, rank });
  expect(one.features[0].geometry).toEqual(all.features.at(-1).geometry);
  const about = await get(`/export/places.meta.json?${question}&place=${code}`);
  expect(about.body.question).toEqual({ at: "2000-06-01", place: code });
});

test("a region that there is not, and both at once, are refused", async () => {
  const lost = await get(`/export/places.csv?region=Mercia`);
  expect([lost.status, lost.body.code]).toEqual([400, "input/unknown-region"]);
  const both = await get(`/export/places.csv?region=Mercia&place=T1`);
  expect([both.status, both.body.code]).toEqual([400, "input/invalid"]);
});

test("a unit of all of England is not cut in silence", async () => {
  const { status, body } = await get(`/export/cells.csv?place=T1`);
  expect([status, body.code]).toEqual([400, "input/invalid"]);
  expect(body.detail).toContain("of one place there is places");
});
