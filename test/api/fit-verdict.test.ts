/** An outline that may not be judged is judged nowhere: matrix, opened cell, map, files. */
import supertest from "supertest";
import { expect, test } from "vitest";
import { fitGroundReply } from "../../server/contract/fit-ground.ts";
import { fitMatrixReply } from "../../server/contract/fit-matrix.ts";
import { openDb } from "../../server/store/db.ts";
import { appOver } from "../support/app.ts";
import { toyNeed } from "../support/toy-need.ts";

const AT = "2002-06-01";
const WHY = "No verdict: the boundary is generalised and its accuracy is not stated.";

/** What is said of EZ-01, generalised, in each place. */
async function saidWith(accuracy: number | null) {
  const toy = await toyNeed();
  const db = openDb(toy.db);
  db.prepare<[number | null]>(
    "UPDATE boundary SET grade = 'generalised', accuracy_m = ? WHERE initiative_id = 'EZ-01'",
  ).run(accuracy);
  db.close();
  const { app, close } = await appOver(toy.db);
  try {
    const get = (path: string) => supertest(app).get(path);
    const { bodies, tiers } = fitMatrixReply.parse((await get(`/api/v1/fit?at=${AT}`)).body);
    const { cells } = bodies.find(({ initiative }) => initiative === "EZ-01")!;
    const opened = await Promise.all(
      tiers.map(({ id }) => get(`/api/v1/fit/EZ-01/${id}?at=${AT}`)),
    );
    const grounds = await Promise.all(
      tiers.map(({ id }) => get(`/api/v1/fit/ground?at=${AT}&layer=${id}`)),
    );
    const onMap = grounds.some(({ body }) =>
      fitGroundReply.parse(body).bodies.some(({ initiative }) => initiative === "EZ-01"),
    );
    const gaps = (await get(`/export/gaps.csv?at=${AT}`).expect(200)).text;
    return { cells, opened, onMap, inGaps: gaps.includes("EZ-01|") };
  } finally {
    close();
    toy.remove();
  }
}

test("a generalised boundary without a stated accuracy is judged nowhere, with one reason", async () => {
  const { cells, opened, onMap, inGaps } = await saidWith(null);
  for (const cell of cells) expect(cell).toMatchObject({ class: null, reason: WHY });
  for (const { status, body } of opened) {
    expect([status, body.code]).toEqual([404, "input/not-found"]);
    expect(body.detail).toContain(WHY);
  }
  expect({ onMap, inGaps }).toEqual({ onMap: false, inGaps: false });
});

test("one with its accuracy is judged everywhere", async () => {
  const { cells, opened, onMap, inGaps } = await saidWith(20);
  for (const cell of cells) expect(cell.class).not.toBeNull();
  for (const { status } of opened) expect(status).toBe(200);
  expect({ onMap, inGaps }).toEqual({ onMap: true, inGaps: true });
});
