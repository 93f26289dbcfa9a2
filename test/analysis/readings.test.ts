/** What a server keeps of a study is read once, and what fails is not kept. */
import { expect, test } from "vitest";
import { loadStudy } from "../../server/analysis/load-study.ts";
import { readingsOf } from "../../server/analysis/readings.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { openDb } from "../../server/store/db.ts";
import { toyNeed } from "../support/toy-need.ts";

test("each part is read when it is first asked for, and once; a failure is tried anew", async () => {
  const toy = await toyNeed();
  const db = openDb(toy.db);
  try {
    const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
    const loaded = loadStudy(db, fromLonLat);
    const readings = readingsOf({ db, loaded, index: indexStudy(loaded.study) });
    const again = [
      readings.funding,
      readings.smallAreas,
      readings.under,
      readings.people,
      readings.neighbours,
      readings.tiers,
      readings.fits,
      readings.fitByPeople,
      readings.printed,
    ];
    expect(() => readings.smallAreas("none such")).toThrow();
    const first = again.map((read) => read());
    // Read anew, people and scores would be gone.
    db.exec("DELETE FROM weight");
    for (const [i, read] of again.entries()) expect(read()).toBe(first[i]);
    expect(readings.neighbours().peopled).toBe(readings.peopled());
    expect(() => readings.smallAreas("none such")).toThrow();
  } finally {
    db.close();
    toy.remove();
  }
});
