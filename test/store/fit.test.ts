import { expect, test } from "vitest";
import type { Certificate } from "../../server/core/overlay/model.ts";
import { openDb } from "../../server/store/db.ts";
import { fitTable } from "../../server/store/fit.ts";
import { toyData } from "../support/toy-data.ts";

test("a fit comes back as it was stored, and the first one stays", async () => {
  const toy = await toyData();
  const db = openDb(toy.db);
  try {
    const table = fitTable<{ pairs: number[] }>(db);
    const certificate = { passed: true, engine: "e" } as Certificate;
    const stored = { key: "sha256:1", dataVersion: "v", layer: "toy", certificate, repairs: [] };
    table.add({ ...stored, fit: { pairs: [1] } });
    table.add({ ...stored, fit: { pairs: [2] } });
    expect(table.find("sha256:1")).toEqual({ ...stored, fit: { pairs: [1] } });
    expect(table.find("sha256:2")).toBeUndefined();
  } finally {
    db.close();
    toy.remove();
  }
});
