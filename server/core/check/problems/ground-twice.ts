import type { Bounds } from "../../geometry/bounds.ts";
import { partition } from "../../overlay/partition.ts";
import { boundsMeet } from "../bounds-meet.ts";
import type { CheckedFeature, Finding, Problem } from "../model.ts";
import { shapesOfEach } from "../rings-of.ts";
import { rowsOfOne, spanKey, spanOf } from "../rows-of-one.ts";

export const groundTwice = {
  id: "ground-twice",
  standing: "note",
  repair: undefined,
  unit: "m2",
  sentence: (n) =>
    n === 1
      ? "1 outline covers ground that another of the same initiative or area covers"
      : `${n} outlines cover ground that others of the same initiative or area cover`,
  advice:
    "Outlines with one id are united and their ground counts once. If they are drawings of different years, give each its first and last day as boundary_from and boundary_to.",
  ofFile(subject) {
    const grid = { step: subject.step, originX: 0, originY: 0 };
    return rowsOfOne(subject).flatMap((rows) => {
      const bySpan = new Map<string, CheckedFeature[]>();
      for (const row of rows.filter(({ shapes }) => shapes.polygonShape.length > 0)) {
        const key = spanKey(spanOf(row, subject.fields));
        bySpan.set(key, [...(bySpan.get(key) ?? []), row]);
      }
      return [...bySpan.values()].flatMap((same) => shared(same, grid));
    });
  },
} as const satisfies Problem;

function boxOf({ shapes: { xy } }: CheckedFeature): Bounds {
  const along = (axis: 0 | 1) => xy.filter((_, i) => i % 2 === axis);
  const [x, y] = [along(0), along(1)];
  const least = (values: Int32Array) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b));
  return [least(x), least(y), most(x), most(y)];
}

/** Ground under two outlines or more, at the later one. */
function shared(
  rows: readonly CheckedFeature[],
  grid: { readonly step: number; readonly originX: number; readonly originY: number },
): Finding[] {
  if (rows.length < 2 || !boundsMeet(rows.map(boxOf))) return [];
  const { cells, cellSources, cellArea } = partition(
    shapesOfEach(rows.map(({ shapes }) => shapes)),
    grid,
  );
  return [...cellArea.keys()].flatMap((cell) => {
    const [from, to] = [cellSources.start[cell]!, cellSources.start[cell + 1]!];
    if (to - from < 2) return [];
    const later = rows[cellSources.ids[to - 1]!]!;
    const at = 2 * cells.ringVertex[cells.polygonRing[cells.polygonShape.indexOf(cell)]!]!;
    return [
      {
        feature: later.index,
        at: [cells.xy[at]!, cells.xy[at + 1]!] as const,
        size: cellArea[cell]!,
        value: `with feature ${rows[cellSources.ids[from]!]!.index + 1}`,
      },
    ];
  });
}
