/** Pairs opened together are the pairs opened one by one. */
import { expect, test } from "vitest";
import { openPair } from "../../server/analysis/fit-pair.ts";
import { loadStudy } from "../../server/analysis/load-study.ts";
import { openPairs } from "../../server/analysis/open-pairs.ts";
import { readingsOf } from "../../server/analysis/readings.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { openDb } from "../../server/store/db.ts";
import { toyNeed } from "../support/toy-need.ts";

test("each outline has the pieces, the people and the shapes that it has alone", async () => {
  const toy = await toyNeed();
  const db = openDb(toy.db);
  try {
    const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
    const loaded = loadStudy(db, fromLonLat);
    const readings = readingsOf({ db, loaded, index: indexStudy(loaded.study) });
    const { tier, sources } = readings.fits().find((fit) => fit.tier.layer.id === "toy")!;
    const under = readings.under();
    const outlines = sources.outlines.map(({ id }) => id);
    const near = under.people!.layer;
    let pieces = 0;
    for (const { boundary, place } of sources.areas) {
      const together = [...openPairs(db, outlines, boundary, tier.tolerance, under)];
      for (const [body, outline] of outlines.entries()) {
        const alone = openPair(db, outline, boundary, tier.layer, tier.tolerance, under);
        const [one, other] = [together[body]!, alone].map(({ fragments, shapes }) => ({
          shapes: shapes.count,
          fragments: fragments.map(({ fragment, people }) => ({
            kind: fragment.kind,
            sliver: fragment.sliver(),
            area: Math.round(fragment.area),
            width: Math.round(fragment.width()),
            people: people?.why ?? Math.round(people!.amount!),
          })),
        }));
        expect(one, `${outline} ${place.code}`).toEqual(other);
        pieces += one!.fragments.length;
      }
    }
    expect(outlines.length).toBeGreaterThan(1);
    expect(pieces).toBe(4);
    expect(near.id).toBe("small");
  } finally {
    db.close();
    toy.remove();
  }
});
