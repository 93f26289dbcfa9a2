import { enlarged } from "./int-list.ts";
import type { MergedFaces } from "./merge-faces.ts";
import { RingStore } from "./rings.ts";

/** The bounded faces as polygons, in the order of their cycles. */
export interface Polygons {
  readonly rings: RingStore;
  /** Polygon -> its cell, or the number of cells where it is a hole. */
  readonly cell: Int32Array;
  /** Polygon -> its outer ring in `rings`. */
  readonly shell: Int32Array;
  /** Polygon -> the first of its inner rings in `inner`; one more than polygons. */
  readonly innerStart: Int32Array;
  readonly inner: Int32Array;
  /** Polygon -> twice its area as an exact pair; see exact-area.ts. */
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * Cuts the cycles into rings and gives each face its shell, its inner rings and its exact area.
 *
 * Invariant: the area of a polygon is the sum of its face's cycles, of which outsides are below 0.
 * Cost: a walk along each cycle, and a sort of each polygon's inner rings.
 *
 * @param cellOfSet set of sources -> its cell
 */
export function cutPolygons(
  { faces, around, setOfCycle }: MergedFaces,
  cellOfSet: Int32Array,
): Polygons {
  const { isOutside, areaHigh, areaLow } = faces;
  const rings = new RingStore(faces);
  const polygonOfCycle = new Int32Array(faces.count);
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

/** A coordinate and a place below this fit side by side into a double. */
const MOST_PLACES = 2 ** 21;

/**
 * Polygons cell by cell, and within a cell by their shells.
 *
 * @param mostPlaces a cell with more polygons is sorted vertex by vertex, which is slower
 */
export function sortPolygons(
  { rings, cell, shell }: Polygons,
  cells: number,
  mostPlaces = MOST_PLACES,
): { start: Int32Array; polygons: Int32Array } {
  const start = new Int32Array(cells + 1);
  for (let polygon = 0; polygon < cell.length; polygon++) start[cell[polygon]!]!++;
  for (let c = 1; c <= cells; c++) start[c]! += start[c - 1]!;
  const polygons = new Int32Array(cell.length);
  for (let polygon = cell.length - 1; polygon >= 0; polygon--) {
    polygons[--start[cell[polygon]!]!] = polygon;
  }
  const sorter = new ShellSorter(rings, shell, mostPlaces);
  for (let c = 0; c < cells; c++) {
    const from = start[c]!;
    const to = start[c + 1]!;
    if (to - from > 1) sorter.sort(polygons.subarray(from, to));
  }
  return { start, polygons };
}

/**
 * Orders polygons by their shells. The x of the lowest vertex parts nearly all of them, so it is
 * sorted as a plain number with the polygon's place behind it, which needs no comparisons of ours;
 * what it leaves level is compared vertex by vertex.
 */
class ShellSorter {
  private readonly rings: RingStore;
  private readonly shell: Int32Array;
  private readonly mostPlaces: number;
  private keys = new Float64Array(256);
  private before = new Int32Array(256);
  private readonly compare: (a: number, b: number) => number;

  constructor(rings: RingStore, shell: Int32Array, mostPlaces: number) {
    this.rings = rings;
    this.shell = shell;
    this.mostPlaces = mostPlaces;
    this.compare = (a, b) => rings.compare(shell[a]!, shell[b]!);
  }

  sort(list: Int32Array): void {
    const count = list.length;
    const mostPlaces = this.mostPlaces;
    if (count > mostPlaces) {
      list.sort(this.compare);
      return;
    }
    if (count > this.before.length) {
      this.keys = new Float64Array(2 * count);
      this.before = new Int32Array(2 * count);
    }
    const keys = this.keys;
    const before = this.before;
    const shell = this.shell;
    const { xy, start } = this.rings;
    for (let place = 0; place < count; place++) {
      before[place] = list[place]!;
      keys[place] = xy[2 * start[shell[list[place]!]!]!]! * mostPlaces + place;
    }
    keys.subarray(0, count).sort();
    let from = 0;
    let level = Number.NaN;
    for (let i = 0; i < count; i++) {
      const x = Math.floor(keys[i]! / mostPlaces);
      list[i] = before[keys[i]! - x * mostPlaces]!;
      if (x === level) continue;
      if (i - from > 1) list.subarray(from, i).sort(this.compare);
      from = i;
      level = x;
    }
    if (count - from > 1) list.subarray(from).sort(this.compare);
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
