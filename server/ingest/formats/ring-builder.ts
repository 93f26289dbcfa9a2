import type { PolygonFeature } from "./format.ts";

/** Numbers in a slab, where nobody knows how many there will be: half a megabyte. */
const SLAB = 1 << 16;

/** A place in the feature that is being collected. */
export interface RingMark {
  readonly numbers: number;
  readonly rings: number;
  readonly polygons: number;
  readonly openRings: number;
}

/**
 * Collects the vertices, rings and polygons of one feature after another. Features share large
 * arrays, each having its own stretch, since one small array a feature costs more than to fill it.
 */
export class RingBuilder {
  private xy: Float64Array;
  /** Where the feature's stretch of the slab begins and ends. */
  private start = 0;
  private used = 0;
  private ringVertex: number[] = [0];
  private polygonRing: number[] = [0];
  private openRings = 0;
  private readonly onOpenRing: ((x: number, y: number) => void) | undefined;

  /**
   * @param onOpenRing told where each ring of three or more vertices begins that is not closed
   * @param room numbers that all features together are expected to have: they then lie end to end
   */
  constructor(onOpenRing?: (x: number, y: number) => void, room = SLAB) {
    this.onOpenRing = onOpenRing;
    this.xy = new Float64Array(room);
  }

  clear(): void {
    this.used = this.start;
    this.ringVertex = [0];
    this.polygonRing = [0];
    this.openRings = 0;
  }

  vertex(x: number, y: number): void {
    if (this.used === this.xy.length) this.widen();
    this.xy[this.used++] = x;
    this.xy[this.used++] = y;
  }

  /** Ends the ring that the latest vertices form; a ring of none is left out. */
  endRing(): void {
    const first = this.start + 2 * this.ringVertex[this.ringVertex.length - 1]!;
    const last = this.used - 2;
    if (last < first) return;
    const closed =
      last > first && this.xy[first] === this.xy[last] && this.xy[first + 1] === this.xy[last + 1];
    if (closed) this.used -= 2;
    else if (last - first >= 4) {
      this.openRings++;
      this.onOpenRing?.(this.xy[first]!, this.xy[first + 1]!);
    }
    this.ringVertex.push((this.used - this.start) / 2);
  }

  /** Ends the polygon that the latest rings form; a polygon of none is left out. */
  endPolygon(): void {
    const rings = this.ringVertex.length - 1;
    if (rings > this.polygonRing[this.polygonRing.length - 1]!) this.polygonRing.push(rings);
  }

  /** Where the feature stands, to go back to if what follows cannot be taken. */
  mark(): RingMark {
    return {
      numbers: this.used - this.start,
      rings: this.ringVertex.length,
      polygons: this.polygonRing.length,
      openRings: this.openRings,
    };
  }

  /** Forgets what came since a mark. */
  backTo({ numbers, rings, polygons, openRings }: RingMark): void {
    this.used = this.start + numbers;
    this.ringVertex.length = rings;
    this.polygonRing.length = polygons;
    this.openRings = openRings;
  }

  /** The first vertex since a mark. */
  firstSince({ numbers }: RingMark): readonly [x: number, y: number] | undefined {
    const at = this.start + numbers;
    return at < this.used ? [this.xy[at]!, this.xy[at + 1]!] : undefined;
  }

  /** The shapes collected since the last {@link clear}, handed over: a new feature begins. */
  take(): Pick<PolygonFeature, "xy" | "ringVertex" | "polygonRing" | "openRings"> {
    const shapes = {
      xy: this.xy.subarray(this.start, this.used),
      ringVertex: new Int32Array(this.ringVertex),
      polygonRing: new Int32Array(this.polygonRing),
      openRings: this.openRings,
    };
    this.start = this.used;
    this.clear();
    return shapes;
  }

  /** Moves the feature to a new slab, which holds twice what there is of it. */
  private widen(): void {
    const begun = this.xy.subarray(this.start, this.used);
    this.xy = new Float64Array(Math.max(SLAB, 2 * begun.length));
    this.xy.set(begun);
    this.start = 0;
    this.used = begun.length;
  }
}
