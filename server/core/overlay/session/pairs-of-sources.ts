import type { Draft } from "../certificate.ts";
import { exceeds } from "../certificate.ts";

/**
 * Whether any of some sources shares more ground with another than the smaller of the two has: the
 * bound that the certificate holds all pairs to, for the pairs that a change can break it for.
 *
 * Ground is summed in the order in which `pairAreas` sums it, so the answers agree to the last bit.
 *
 * Cost: a look at each source of each cell, and an addition for each pair in the cells of the sources.
 */
export function anyPairExceeds(
  {
    sourceArea,
    cellArea,
    cellSources: { start, ids },
  }: Pick<Draft, "sourceArea" | "cellArea" | "cellSources">,
  sources: ReadonlySet<number>,
): boolean {
  const cellsOf = new Map<number, number[]>();
  const chosen = new Uint8Array(sourceArea.length);
  for (const source of sources) {
    chosen[source] = 1;
    cellsOf.set(source, []);
  }
  for (let cell = 0; cell < cellArea.length; cell++) {
    for (let i = start[cell]!; i < start[cell + 1]!; i++) {
      if (chosen[ids[i]!] === 1) cellsOf.get(ids[i]!)!.push(cell);
    }
  }
  const shared = new Float64Array(sourceArea.length);
  for (const [source, cells] of cellsOf) {
    const partners: number[] = [];
    for (const cell of cells) {
      const area = cellArea[cell]!;
      for (let i = start[cell]!; i < start[cell + 1]!; i++) {
        const partner = ids[i]!;
        if (shared[partner] === 0) partners.push(partner);
        shared[partner]! += area;
      }
    }
    for (const partner of partners) {
      const smaller = Math.min(sourceArea[source]!, sourceArea[partner]!);
      if (partner !== source && exceeds(shared[partner]!, smaller)) return true;
      shared[partner] = 0;
    }
  }
  return false;
}
