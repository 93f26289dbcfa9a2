import { parse } from "csv-parse/sync";
import supertest from "supertest";
import { expect, test } from "vitest";
import { fitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { openDb } from "../../../server/store/db.ts";
import { appOver } from "../../support/app.ts";
import { toyData } from "../../support/toy-data.ts";

/** Gives the second zone's outline to the first, as what that was from 2001 on. */
const TWO_OUTLINES = `
  UPDATE boundary SET valid_to = '2001-01-01' WHERE initiative_id = 'HAZ-01';
  UPDATE boundary SET initiative_id = 'HAZ-01', version = 2, valid_from = '2001-01-01'
    WHERE initiative_id = 'EZ-01' AND geometry IS NOT NULL;`;

test("the figures of a row are those of the outline of the date, as its opened cell has them", async () => {
  const toy = await toyData();
  const db = openDb(toy.db);
  db.exec(TWO_OUTLINES);
  db.close();
  const { app, close } = await appOver(toy.db);
  try {
    const get = async (path: string) => supertest(app).get(path).expect(200);
    const overspills = [];
    for (const at of ["2000-06-01", "2002-06-01"]) {
      const { text } = await get(`/export/coterminosity.csv?at=${at}&programme=HAZ`);
      const [row] = parse(text, { columns: true }) as Record<string, string>[];
      const cell = `/api/v1/fit/HAZ-01/${row!.layer}?at=${at}&reference=${row!.reference}`;
      const { pair } = fitOpenedReply.parse((await get(cell)).body);
      expect(row!.reference).toBe("T2");
      for (const name of ["jaccard", "body_in_reference", "gap_m2", "overspill_m2"] as const)
        expect(Number(row![name]), name).toBe(pair[name]);
      expect(Number(row!.hausdorff_m)).toBe(pair.hausdorff_m ?? 0);
      overspills.push(pair.overspill_m2);
    }
    expect(new Set(overspills).size).toBe(2);
  } finally {
    close();
    toy.remove();
  }
});
