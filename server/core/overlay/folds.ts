import type { PairAreas, Partition } from "./model.ts";

/**
 * Ground by how many sources cover it: entry `d` is the square metres at depth `d`. Entry 0 is 0;
 * holes are not ground of the partition.
 */
export function areaByDepth({ cellSources, cellArea }: Partition): Float64Array {
  let deepest = 0;
  for (let cell = 0; cell < cellArea.length; cell++) {
    deepest = Math.max(deepest, cellSources.start[cell + 1]! - cellSources.start[cell]!);
  }
  const byDepth = new Float64Array(deepest + 1);
  for (let cell = 0; cell < cellArea.length; cell++) {
    byDepth[cellSources.start[cell + 1]! - cellSources.start[cell]!]! += cellArea[cell]!;
  }
  return byDepth;
}

/** Square metres covered by at least one source. */
export function footprint({ cellArea }: Partition): number {
  let sum = 0;
  for (const area of cellArea) sum += area;
  return sum;
}

/** Source -> the cells it covers, ascending, and its place in each cell's list. */
interface SourceCells {
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly place: Int32Array;
}

/**
 * The ground that each pair of sources shares. Pairs that share none are never looked at.
 *
 * Cost: one addition for each pair of sources in each cell, and a sort of each source's partners.
 */
export function pairAreas(
  partition: Pick<Partition, "sourceCount" | "cellSources" | "cellArea">,
): PairAreas {
  const { sourceCount, cellSources, cellArea } = partition;
  const { start, ids } = cellSources;
  const cells = cellsOfSources(sourceCount, start, ids);
  const shared = new Float64Array(sourceCount);
  const partners = new Int32Array(sourceCount);
  const seen = new Uint8Array(sourceCount);
  let room = 1024;
  let a = new Int32Array(room);
  let b = new Int32Array(room);
  let area = new Float64Array(room);
  let count = 0;
  for (let source = 0; source < sourceCount; source++) {
    let found = 0;
    for (let i = cells.start[source]!; i < cells.start[source + 1]!; i++) {
      const cell = cells.cell[i]!;
      const ground = cellArea[cell]!;
      const end = start[cell + 1]!;
      for (let j = cells.place[i]! + 1; j < end; j++) {
        const partner = ids[j]!;
        if (seen[partner] === 0) {
          seen[partner] = 1;
          partners[found++] = partner;
        }
        shared[partner]! += ground;
      }
    }
    if (count + found > room) {
      room = Math.max(room * 2, count + found);
      a = wider(a, new Int32Array(room));
      b = wider(b, new Int32Array(room));
      area = wider(area, new Float64Array(room));
    }
    for (const partner of partners.subarray(0, found).sort()) {
      a[count] = source;
      b[count] = partner;
      area[count++] = shared[partner]!;
      shared[partner] = 0;
      seen[partner] = 0;
    }
  }
  return { a: a.slice(0, count), b: b.slice(0, count), area: area.slice(0, count) };
}

function wider<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function cellsOfSources(sourceCount: number, start: Int32Array, ids: Int32Array): SourceCells {
  const sourceStart = new Int32Array(sourceCount + 1);
  for (let i = 0; i < ids.length; i++) sourceStart[ids[i]! + 1]!++;
  for (let s = 0; s < sourceCount; s++) sourceStart[s + 1]! += sourceStart[s]!;
  const cell = new Int32Array(ids.length);
  const place = new Int32Array(ids.length);
  const next = sourceStart.slice();
  for (let c = 0; c + 1 < start.length; c++) {
    for (let i = start[c]!; i < start[c + 1]!; i++) {
      const at = next[ids[i]!]!++;
      cell[at] = c;
      place[at] = i;
    }
  }
  return { start: sourceStart, cell, place };
}
