import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MOVE_SEED, moveTable, moveTrial } from "../../support/move-trial.ts";

test("what to move is the exact optimum over every combination of up to 16 areas, as the documents print", () => {
  const rows = moveTrial(MOVE_SEED);
  expect(Math.max(...rows.map(({ areas }) => areas))).toBe(16);
  for (const row of rows) {
    expect(row).toMatchObject({ mostMovesOver: 0, disagree: 0 });
    expect(row.mostJaccardShort).toBeLessThan(1e-9);
  }
  expect(readFileSync("docs/coterminosity.md", "utf8")).toContain(moveTable(rows));
});
