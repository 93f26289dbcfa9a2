import { highBelow, LIGHT, lowBelow, staysBelow } from "../exact-area.ts";
import { enlarged } from "../int-list.ts";
import { ChainRuns } from "./chain-runs.ts";
import { NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";

/**
 * The live edges in chains (see chains.ts), kept so that a change makes anew only the chains that an
 * end of a changed edge lies on.
 *
 * Where one more or one less edge meets, chains are to be parted or joined; elsewhere a chain leads
 * along the same edges as before. So the chains at the ends of changed edges are taken apart, and what
 * is left of them is followed again together with the edges that are new. A chain that is followed ends
 * at a node, or where it comes to a chain that stays.
 *
 * Invariant: every live edge lies in one chain; the edges of a chain have the same owners; where two
 * chains meet, both end.
 * Cost: a few looks at each edge of the chains taken apart.
 */
export class HeldChains {
  /** Edge -> the chain half that runs along its half-edge `2e`; {@link NOT_LIVE} where it is not live. */
  halfOf = new Int32Array(0);
  /** Chain half -> the face on its left; NOT_LIVE where that is not known yet. */
  faceOf = new Int32Array(0);
  /** Chain half -> the set of polygons on its left. */
  setOf = new Int32Array(0);
  /** Chain half -> the vertex it starts from. */
  origin = new Int32Array(0);
  /** Chain -> the set of owners of each of its edges. */
  owners = new Int32Array(0);
  /** Chain -> twice the area below it, high and low side by side. */
  areas = new Float64Array(0);
  readonly runs: ChainRuns;
  private readonly held: HeldEdges;
  /** Vertex -> how many live edges meet there, and the exclusive or of the half-edges that leave. */
  private degree = new Int32Array(0);
  private link = new Int32Array(0);
  private count = 0;
  private readonly free: number[] = [];

  constructor(held: HeldEdges) {
    this.held = held;
    this.runs = new ChainRuns();
  }

  /** The face on the left of a live half-edge. */
  beside(half: number): number {
    return this.faceOf[this.halfOf[half >> 1]! ^ (half & 1)]!;
  }

  /** Makes room for the vertices and edges there are. */
  makeRoom(): void {
    const { vertices, edges } = this.held.reader;
    if (this.halfOf.length < edges.count) {
      const had = this.halfOf.length;
      this.halfOf = enlarged(this.halfOf, edges.low.length);
      this.halfOf.fill(NOT_LIVE, had);
    }
    if (this.degree.length < vertices.count) {
      this.degree = enlarged(this.degree, vertices.x.length);
      this.link = enlarged(this.link, vertices.x.length);
    }
  }

  /**
   * Takes chains apart and follows what is left of them, and what is new, again.
   *
   * @param changed edge -> its owners before; those of now stand in the edges
   * @param apart chains, all those among them on which an end of a changed edge lies
   * @returns the chains that are new; the numbers of those taken apart are not among them
   */
  update(changed: ReadonlyMap<number, number>, apart: readonly number[]): number[] {
    const { owners } = this.held;
    const loose: number[] = [];
    for (const chain of apart) {
      for (const half of this.runs.halves(chain)) {
        this.halfOf[half >> 1] = NOT_LIVE;
        loose.push(half >> 1);
      }
      this.runs.forget(chain);
    }
    for (const [edge, before] of changed) {
      if ((before === 0) === (owners[edge] === 0)) continue;
      this.meet(edge, before === 0 ? 1 : -1);
      if (before === 0) loose.push(edge);
    }
    this.runs.compact();
    const made: number[] = [];
    for (const edge of loose) {
      if (owners[edge] === 0 || this.halfOf[edge] !== NOT_LIVE) continue;
      made.push(this.follow(this.beginningOf(2 * edge)));
    }
    for (const chain of apart) this.free.push(chain);
    return made;
  }

  /** Counts an edge in or out at its ends. */
  private meet(edge: number, by: 1 | -1): void {
    const { low, high } = this.held.reader.edges;
    const [a, b] = [low[edge]!, high[edge]!];
    this.degree[a]! += by;
    this.degree[b]! += by;
    this.link[a]! ^= 2 * edge;
    this.link[b]! ^= 2 * edge + 1;
  }

  /** The half-edge that goes on where one arrives; -1 where its chain ends. */
  private after(half: number, vertex: number): number {
    if (this.degree[vertex] !== 2) return -1;
    const next = this.link[vertex]! ^ half ^ 1;
    return this.halfOf[next >> 1] === NOT_LIVE ? next : -1;
  }

  /** Goes back along a chain that is to be followed, to its first half-edge; once round a ring. */
  private beginningOf(first: number): number {
    const { low, high } = this.held.reader.edges;
    let back = first ^ 1;
    for (;;) {
      const next = this.after(back, back & 1 ? low[back >> 1]! : high[back >> 1]!);
      if (next < 0 || next === (first ^ 1)) return back ^ 1;
      back = next;
    }
  }

  /** Writes one chain down. @returns its number */
  private follow(first: number): number {
    const { vertices, edges } = this.held.reader;
    const { low, high } = edges;
    const { x, y } = vertices;
    const { halfOf, held } = this;
    const chain = this.free.pop() ?? this.count++;
    if (this.owners.length <= chain) this.makeRoomForChains(2 * chain + 1024);
    const set = held.owners[first >> 1]!;
    let v = first & 1 ? high[first >> 1]! : low[first >> 1]!;
    let px = x[v]!;
    let py = y[v]!;
    let areaHigh = 0;
    let areaLow = 0;
    this.origin[2 * chain] = v;
    this.runs.begin(px, py);
    for (let half = first; half >= 0; ) {
      const edge = half >> 1;
      if (held.owners[edge] !== set) throw new Error(`Edge ${edge} changes owners within a chain.`);
      halfOf[edge] = (2 * chain) ^ (half & 1);
      v = half & 1 ? low[edge]! : high[edge]!;
      const qx = x[v]!;
      const qy = y[v]!;
      areaHigh += highBelow(px - qx, py + qy);
      areaLow += lowBelow(px - qx, py + qy);
      px = qx;
      py = qy;
      this.runs.append(half, px, py);
      half = staysBelow(LIGHT, areaHigh, areaLow) ? this.after(half, v) : -1;
    }
    this.runs.end(chain);
    this.origin[2 * chain + 1] = v;
    this.owners[chain] = set;
    this.areas[2 * chain] = areaHigh;
    this.areas[2 * chain + 1] = areaLow;
    this.faceOf[2 * chain] = this.faceOf[2 * chain + 1] = NOT_LIVE;
    return chain;
  }

  private makeRoomForChains(chains: number): void {
    this.origin = enlarged(this.origin, 2 * chains);
    this.faceOf = enlarged(this.faceOf, 2 * chains);
    this.setOf = enlarged(this.setOf, 2 * chains);
    this.owners = enlarged(this.owners, chains);
    const areas = new Float64Array(2 * chains);
    areas.set(this.areas);
    this.areas = areas;
  }
}
