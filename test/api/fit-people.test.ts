/** Coterminosity by people, piece by piece, over the toy data with small areas; worked out by hand. */
import { describe, expect, test } from "vitest";
import {
  type FitMatrixReply,
  fitMatrixReply,
  fitOpenedReply,
} from "../../server/contract/fit-matrix.ts";
import { openDb } from "../../server/store/db.ts";
import { served } from "../support/served.ts";
import { toyNeed } from "../support/toy-need.ts";

const server = served(toyNeed);

const { get } = server;
const AT = "at=2000-06-01";

const cellOf = (bodies: FitMatrixReply["bodies"], id: string) =>
  bodies.find(({ initiative }) => initiative === id)!.cells.find(({ layer }) => layer === "toy");

describe("by people", () => {
  test("5,000 people in HAZ-01, 2,000 of them in T2: 0.4, where it is 0.5 by ground", async () => {
    const { bodies, has_people: has } = fitMatrixReply.parse((await get(`/api/v1/fit?${AT}`)).body);
    expect(has).toBe(true);
    const cell = cellOf(bodies, "HAZ-01");
    expect(cell!.reference!.code).toBe("T2");
    expect(cell!.jaccard).toBeCloseTo(0.5, 3);
    expect(cell!.jaccard_people).toBeCloseTo(0.4, 3);
  });
  test("nobody is counted where an area has no figure: EZ-01 reaches D", async () => {
    const { bodies } = fitMatrixReply.parse((await get(`/api/v1/fit?${AT}`)).body);
    const cell = cellOf(bodies, "EZ-01");
    expect(cell!.jaccard).not.toBeNull();
    expect(cell!.jaccard_people).toBeNull();
  });
  test("degree of fit: by ground half of each of two bodies, by people 3,000 of 5,000 in the one known", async () => {
    const { tiers } = fitMatrixReply.parse((await get(`/api/v1/fit?${AT}`)).body);
    const toyTier = tiers.find(({ id }) => id === "toy")!;
    expect(toyTier).toMatchObject({ bodies: 2, bodies_peopled: 1 });
    expect(toyTier.degree!.hierarchy).toBe(0);
    expect(toyTier.degree!.fit).toBeCloseTo(0.5, 2);
    expect(toyTier.degree_people!.fit).toBeCloseTo(0.6, 3);
  });
  test("a cell opened has the pair by people, and each piece says in which small area it lies", async () => {
    const opened = fitOpenedReply.parse(
      (await get(`/api/v1/fit/HAZ-01/toy?${AT}&reference=T2`)).body,
    );
    expect(opened.pair.weighted!.intersection).toBeCloseTo(2000, 0);
    expect(opened.pair.weighted!.body).toBeCloseTo(5000, 0);
    expect(opened.pair.weighted!.jaccard).toBeCloseTo(0.4, 3);
    const [piece] = opened.fragments.features;
    expect(piece!.properties.mostly_in!.code).toMatch(/^A[12]$/);
  });
});

describe("the picture of a piece", () => {
  const picture = (box: string, status = 200) =>
    get(`/api/v1/fit/HAZ-01/toy/T2.svg?${AT}&box=${box}`, status);
  test("is another picture, with a frame around the piece", async () => {
    const whole = await get(`/api/v1/fit/HAZ-01/toy/T2.svg?${AT}`);
    const piece = await picture("-1.6,53.7,-1.5,53.8");
    expect(String(whole.body)).not.toContain('class="piece"');
    expect(String(piece.body)).toContain('class="piece"');
  });
  test("of a sliver of no width still shows its neighbourhood", async () => {
    expect(String((await picture("-1.55,53.75,-1.55,53.75")).body)).toContain('class="piece"');
  });
  test.each([
    "1,2,3",
    "a,b,c,d",
    "-1.5,53.8,-1.6,53.7",
    "-200,0,0,0",
  ])("%s is no box", async (box) => {
    await picture(box, 400);
  });
});

test("a layer of too many areas is refused in words, with how many it has", async () => {
  const db = openDb(server.toy.db);
  db.exec(`INSERT INTO reference_layer (id, title, vintage, grade, attribution, licence, role, file, sha256, scheme)
    SELECT 'many', 'Many wards', vintage, grade, '', '', 'reference', '', '', '' FROM reference_layer WHERE id = 'toy'`);
  const insert = db.prepare(
    `INSERT INTO reference_area (layer_id, code, name, region, country, lon, lat, bounds_json)
     VALUES ('many', ?, '', '', '', 0, 0, '[0,0,0,0]')`,
  );
  for (let area = 0; area <= 2000; area++) insert.run(`W${area}`);
  db.close();
  for (const path of [
    `/api/v1/fit/HAZ-01/many?${AT}`,
    `/api/v1/fit/HAZ-01/many/W1.svg?${AT}`,
    `/api/v1/fit/ground?${AT}&layer=many`,
    `/api/v1/money/layers/many?${AT}`,
  ]) {
    const { body } = await get(path, 404);
    expect(body).toMatchObject({ code: "input/not-found" });
    expect(body.detail, path).toContain("has 2001 areas; a layer of more than 2000 is no tier");
  }
});
