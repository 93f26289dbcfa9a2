/** Exports that take long: others are answered meanwhile, and nobody waits for the same work twice. */
import { expect, test } from "vitest";
import { exportTables } from "../../server/api/export-tables.ts";
import type { Held } from "../../server/api/study-source.ts";
import type { Question } from "../../server/core/hotspots/question.ts";
import type { Table } from "../../server/publish/exports/export.ts";
import type { ExportContext, ExportUnit } from "../../server/publish/exports/unit.ts";

const held = (dataVersion: string) => ({ dataVersion }) as Held;
const question: Question = {
  at: "2002-06-01" as Question["at"],
  programmes: [],
  categories: [],
  departments: [],
  aims: [],
  funders: [],
};
const table = { unit: "slow", rows: [] } as unknown as Table;

/** A unit of so many pieces that counts how often each was made. */
function slowUnit(pieces: number, fail = false) {
  let made = 0;
  const unit: ExportUnit = {
    id: "slow",
    title: "Slow",
    hasGround: false,
    build: () => table,
    *pieces() {
      for (let i = 0; i < pieces; i++) {
        made++;
        yield;
      }
      if (fail) throw new Error("half way");
      return table;
    },
  };
  return { unit, made: () => made };
}

const tablesOver = (current: () => Held) => exportTables(() => ({}) as ExportContext, current);

test("others are answered between two pieces", async () => {
  const now = held("a");
  const { unit, made } = slowUnit(3);
  const building = tablesOver(() => now)(now, unit, question);
  const seen: number[] = [];
  for (let i = 0; i < 2; i++) {
    await new Promise((done) => setImmediate(done));
    seen.push(made());
  }
  expect(seen[0]).toBeLessThan(3);
  expect(await building).toBe(table);
});

test("who asks the same gets the same work, also afterwards", async () => {
  const now = held("a");
  const { unit, made } = slowUnit(3);
  const tables = tablesOver(() => now);
  await Promise.all([tables(now, unit, question), tables(now, unit, question)]);
  await tables(now, unit, question);
  expect(made()).toBe(3);
  await tables(now, unit, { ...question, programmes: ["HAZ"] });
  expect(made()).toBe(6);
});

test("a failure is told and not kept", async () => {
  const now = held("a");
  const { unit, made } = slowUnit(1, true);
  const tables = tablesOver(() => now);
  await expect(tables(now, unit, question)).rejects.toThrow("half way");
  await expect(tables(now, unit, question)).rejects.toThrow("half way");
  expect(made()).toBe(2);
});

test("no table is made of the ground of two data versions", async () => {
  let now = held("a");
  const { unit } = slowUnit(5);
  const building = tablesOver(() => now)(now, unit, question);
  now = held("b");
  await expect(building).rejects.toMatchObject({ name: "AppError", code: "store/locked" });
});
