/** Our readers beside GDAL's, on every shapefile and dBASE table of two other projects. */
import { beforeAll, describe, expect, test } from "vitest";
import { hasCorpora } from "../support/corpora-cases.ts";
import { type Comparison, compareWithOgr, hasOgr, ogrFiles } from "../support/ogr-compare.ts";
import { heldTables, ogrTables } from "../support/ogr-document.ts";
import { OGR_REASONS } from "../support/ogr-reasons.ts";

const NAME =
  "GDAL reads the corpora as we do (needs ../shared/corpora and ogrinfo: apt-get install -y --no-install-recommends gdal-bin proj-bin)";

describe.skipIf(!hasOgr() || !hasCorpora())(NAME, () => {
  let comparisons: Comparison[];
  beforeAll(async () => {
    comparisons = await Promise.all(ogrFiles().map(compareWithOgr));
  });

  test("all files were compared, and none was refused", () => {
    expect(comparisons.length).toBe(60);
    expect(comparisons.filter(({ features }) => features === undefined)).toEqual([]);
  });

  test("every difference is argued, and no argument is left over", () => {
    const differing = comparisons.filter(({ difference }) => difference !== undefined);
    expect(differing.map(({ file }) => file).sort()).toEqual(Object.keys(OGR_REASONS).sort());
  });

  test("docs/formats.md says the same (node scripts/compare-with-ogr.ts writes it)", () => {
    expect(heldTables()).toBe(ogrTables(comparisons));
  });
});
