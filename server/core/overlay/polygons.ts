import type { MergedFaces } from "./merge-faces.ts";
import { RingStore } from "./rings.ts";
import { enlarged } from "./vertices.ts";

/** The bounded faces as polygons, in the order of their cycles. */
export interface Polygons {
  readonly rings: RingStore;
  /** Polygon -> its cell, or the number of cells where it is a hole. */
  readonly cell: Int32Array;
  readonly shell: Int32Array;
  /** Polygon -> the first of its inner rings in `inner`; one more than polygons. */
  readonly innerStart: Int32Array;
  readonly inner: Int32Array;
  /** Polygon -> twice its area as an exact pair; see exact-area.ts. */
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** Cuts the cycles into rings and gives each face its shell, its inner rings and its exact area. */
export function cutPolygons(
  { faces, around, setOfCycle }: MergedFaces,
  cellOfSet: Int32Array,
): Polygons {
  const { isOutside, areaHigh, areaLow } = faces;
  const rings = new RingStore(faces);
  const polygonOfCycle = new Int32Array(faces.count).fill(-1);
  const bounded = faces.count - isOutside.reduce((sum, outside) => sum + outside, 0);
  const cell = new Int32Array(bounded);
  const shell = new Int32Array(bounded);
  const high = new Float64Array(bounded);
  const low = new Float64Array(bounded);
  const owners = new Numbers();
  let count = 0;
  for (let cycle = 0; cycle < faces.count; cycle++) {
    if (isOutside[cycle] === 1) continue;
    polygonOfCycle[cycle] = count;
    cell[count] = cellOfSet[setOfCycle[cycle]!]!;
    shell[count] = rings.cut(cycle);
    owners.fill(count, rings.count);
    count++;
  }
  for (let cycle = 0; cycle < faces.count; cycle++) {
    const outside = isOutside[cycle] === 1;
    const face = outside ? around[cycle]! : cycle;
    if (face < 0) continue;
    const polygon = polygonOfCycle[face]!;
    if (outside) {
      rings.cut(cycle);
      owners.fill(polygon, rings.count);
    }
    high[polygon]! += areaHigh[cycle]!;
    low[polygon]! += areaLow[cycle]!;
  }
  return { rings, cell, shell, ...listInner(rings, shell, owners.values), high, low };
}

/** Polygon -> its rings other than the shell, ascending. */
function listInner(
  rings: RingStore,
  shell: Int32Array,
  owner: Int32Array,
): Pick<Polygons, "inner" | "innerStart"> {
  const innerStart = new Int32Array(shell.length + 1);
  for (let ring = 0; ring < rings.count; ring++) innerStart[owner[ring]!]!++;
  let total = 0;
  for (let polygon = 0; polygon <= shell.length; polygon++) {
    if (polygon < shell.length) total += innerStart[polygon]! - 1;
    innerStart[polygon] = total;
  }
  const inner = new Int32Array(total);
  for (let ring = 0; ring < rings.count; ring++) {
    const polygon = owner[ring]!;
    if (shell[polygon] !== ring) inner[--innerStart[polygon]!] = ring;
  }
  for (let polygon = 0; polygon < shell.length; polygon++) {
    const from = innerStart[polygon]!;
    const to = innerStart[polygon + 1]!;
    if (to - from > 1) inner.subarray(from, to).sort((a, b) => rings.compare(a, b));
  }
  return { inner, innerStart };
}

/** Polygons cell by cell, and within a cell by their shells. */
export function sortPolygons(
  { rings, cell, shell }: Polygons,
  cells: number,
): { start: Int32Array; polygons: Int32Array } {
  const start = new Int32Array(cells + 1);
  for (const c of cell) start[c]!++;
  for (let c = 1; c <= cells; c++) start[c]! += start[c - 1]!;
  const polygons = new Int32Array(cell.length);
  for (let polygon = cell.length - 1; polygon >= 0; polygon--) {
    polygons[--start[cell[polygon]!]!] = polygon;
  }
  for (let c = 0; c < cells; c++) {
    const from = start[c]!;
    const to = start[c + 1]!;
    if (to - from > 1) sortByShells(polygons.subarray(from, to), shell, rings);
  }
  return { start, polygons };
}

/** A coordinate and a place below this fit side by side into a double. */
const MOST_PLACES = 2 ** 21;

/**
 * Orders polygons by their shells. The x of the lowest vertex parts nearly all of them, so it is
 * sorted as a plain number with the polygon's place behind it; what it leaves level is compared.
 */
function sortByShells(list: Int32Array, shell: Int32Array, rings: RingStore): void {
  const compare = (a: number, b: number) => rings.compare(shell[a]!, shell[b]!);
  if (list.length > MOST_PLACES) {
    list.sort(compare);
    return;
  }
  const before = list.slice();
  const keys = Float64Array.from(list, (polygon, place) => {
    return rings.xy[2 * rings.start[shell[polygon]!]!]! * MOST_PLACES + place;
  }).sort();
  keys.forEach((key, i) => {
    list[i] = before[key - Math.floor(key / MOST_PLACES) * MOST_PLACES]!;
  });
  let from = 0;
  for (let i = 1; i <= keys.length; i++) {
    const isLevel =
      i < keys.length &&
      Math.floor(keys[i]! / MOST_PLACES) === Math.floor(keys[from]! / MOST_PLACES);
    if (isLevel) continue;
    if (i - from > 1) list.subarray(from, i).sort(compare);
    from = i;
  }
}

/** A list of numbers that grows. */
class Numbers {
  values = new Int32Array(1024);
  private used = 0;

  /** Appends `value` until the list has `length` entries. */
  fill(value: number, length: number): void {
    if (length > this.values.length) this.values = enlarged(this.values, length * 2);
    while (this.used < length) this.values[this.used++] = value;
  }
}
