/** An indicative boundary from the registry to the study: which cells its largest disc meets. */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellDepthRanges, liveOutlines } from "../../server/core/hotspots/depth.ts";
import type { IsoDate } from "../../server/core/units.ts";
import { csv } from "../../server/publish/exports/formats/csv.ts";
import { unitNamed } from "../../server/publish/exports/units.ts";
import { askToy, type ToyAsker } from "../support/ask-toy.ts";
import { bytesOf } from "../support/table.ts";

let toy: ToyAsker;
beforeAll(async () => {
  toy = await askToy();
});
afterAll(() => toy.close());

const codeAt = (place: number) => toy.loaded.study.places[place]?.code;

test("the study holds the point, the sizes and the cells that the largest disc meets", () => {
  const { study, discs } = toy.loaded;
  expect(study.indications).toMatchObject([
    { lon: -1.55, lat: 53.75, smallest: 1_000_000, largest: 4_000_000, citation: "a size" },
  ]);
  const [ndc] = study.indications;
  expect(study.initiatives[ndc!.initiative]!.id).toBe("NDC-01");
  // The middle of T1, 3.3 km from its nearest edge: the disc of 1128 m stays inside.
  expect(ndc!.reaches.map((cell) => codeAt(study.cells[cell]!.place))).toEqual(["T1"]);
  expect(discs[0]!.radius).toBeCloseTo(1128.379, 3);
});

test.each([
  "1998-06-01",
  "1999-06-01",
  "2000-06-01",
  "2002-06-01",
  "2004-06-01",
])("%s: the study's cells and the export's have the same largest depths", (date) => {
  const question = { at: date as IsoDate };
  const { index } = toy;
  const { study } = index;
  const live = liveOutlines(index, question);
  const { depthMax } = cellDepthRanges(index, question);
  const most = new Map<string, number>();
  study.cells.forEach(({ coveredBy }, cell) => {
    const ids = coveredBy
      .filter((outline) => live[outline])
      .map((outline) => study.initiatives[study.outlines[outline]!.initiative]!.id);
    const key = ids.sort().join(";");
    if (key !== "") most.set(key, Math.max(most.get(key) ?? 0, depthMax[cell]!));
  });
  const text = bytesOf(csv.write(toy.table(unitNamed("cells"), { at: date }))).toString();
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(new Map(rows.map(({ sources, depth_max }) => [sources, Number(depth_max)]))).toEqual(most);
});
