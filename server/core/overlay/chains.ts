import type { Edges } from "./edges.ts";
import { highBelow, LIGHT, lowBelow, staysBelow } from "./exact-area.ts";
import { enlarged } from "./int-list.ts";
import type { Vertices } from "./vertices.ts";

/**
 * An edge that has owners is *live*. Here the live edges stand in runs: a *chain* leads from one
 * *node* to the next, and a node is a vertex where other than two live edges meet. A ring that
 * meets nothing has one of its vertices for a node, and a chain whose area grows too large for
 * doubles ends in one more (`LIGHT` in exact-area.ts).
 *
 * Chain half `2c` runs along chain `c` as its vertices stand, `2c + 1` back, so `h ^ 1` is the same
 * chain the other way.
 */
export interface Chains {
  readonly count: number;
  readonly nodeCount: number;
  /** Chain half -> the node it starts from. */
  readonly origin: Int32Array;
  /** Chain -> its first vertex in `xy`; one more than chains. */
  readonly start: Int32Array;
  /** x, y of each vertex of each chain, both ends among them. */
  readonly xy: Int32Array;
  /** Chain -> its lowest vertex (by x, then y) in `xy`. */
  readonly lowest: Int32Array;
  /** Chain -> twice the area below it, high and low side by side; see exact-area.ts. */
  readonly areas: Float64Array;
  /** Chain -> the set of owners of each of its edges. */
  readonly owners: Int32Array;
}

/** Stands for the degree of a vertex that is a node and has its number. */
const NUMBERED = -1;

/**
 * Gathers the live edges into chains, so that what follows looks at a chain where it would look at
 * each of its edges: unions of wards have some twenty edges a chain, slivers two.
 *
 * Where two edges meet, the second is found without a list of the edges at each vertex: the
 * exclusive or of the two half-edges that leave it is kept, so taking out the one gives the other.
 *
 * Invariant: every live edge lies in one chain; the edges of a chain have the same owners, since
 * around a vertex the owners toggle to nothing.
 * Cost: a few looks at each edge and one at each vertex.
 *
 * @param owners edge -> its set of owners; 0 where it takes no part
 */
export function chainEdges(vertices: Vertices, edges: Edges, owners: Int32Array): Chains {
  return new Chainer(vertices, edges, owners).chains();
}

/** Follows the edges and writes the chains down. */
class Chainer {
  private readonly vertices: Vertices;
  private readonly edges: Edges;
  private readonly owners: Int32Array;
  /** Vertex -> how many live edges meet there, or that it is a numbered node. */
  private readonly degree: Int32Array;
  /** Vertex -> exclusive or of the half-edges that leave it; of a numbered node its number. */
  private readonly link: Int32Array;
  /** Edge -> 1 when it lies in a chain. */
  private readonly isTaken: Uint8Array;
  private live = 0;
  private count = 0;
  private nodeCount = 0;
  private origin = new Int32Array(0);
  private start = new Int32Array(1);
  private lowest = new Int32Array(0);
  private setOf = new Int32Array(0);
  private areas = new Float64Array(0);
  private xy = new Int32Array(0);

  constructor(vertices: Vertices, edges: Edges, owners: Int32Array) {
    this.vertices = vertices;
    this.edges = edges;
    this.owners = owners;
    this.degree = new Int32Array(vertices.count);
    this.link = new Int32Array(vertices.count);
    this.isTaken = new Uint8Array(edges.count);
    this.meetEdges();
    this.makeRoom((this.countEnds() >> 1) + 16);
  }

  chains(): Chains {
    const { edges, owners, isTaken } = this;
    const degree = this.degree;
    const { low, high } = edges;
    for (let edge = 0; edge < edges.count; edge++) {
      if (owners[edge] === 0 || isTaken[edge] !== 0) continue;
      if (degree[low[edge]!] !== 2) this.follow(2 * edge);
      else if (degree[high[edge]!] !== 2) this.follow(2 * edge + 1);
    }
    // What is left meets no node.
    for (let edge = 0; edge < edges.count; edge++) {
      if (owners[edge] !== 0 && isTaken[edge] === 0) this.follow(2 * edge);
    }
    return {
      count: this.count,
      nodeCount: this.nodeCount,
      origin: this.origin,
      start: this.start,
      xy: this.xy,
      lowest: this.lowest,
      areas: this.areas,
      owners: this.setOf,
    };
  }

  /** Counts the live edges at each vertex and links those that meet there. */
  private meetEdges(): void {
    const { degree, link } = this;
    const owners = this.owners;
    const { low, high, count } = this.edges;
    for (let edge = 0; edge < count; edge++) {
      if (owners[edge] === 0) continue;
      const a = low[edge]!;
      const b = high[edge]!;
      degree[a]!++;
      degree[b]!++;
      link[a]! ^= 2 * edge;
      link[b]! ^= 2 * edge + 1;
      this.live++;
    }
  }

  /** How many half-edges leave the nodes. */
  private countEnds(): number {
    const { degree } = this;
    let ends = 0;
    for (let v = 0; v < degree.length; v++) if (degree[v] !== 2) ends += degree[v]!;
    return ends;
  }

  /** Follows the edges from a half-edge on to the next node, and on from there if it is a new one. */
  private follow(first: number): void {
    for (let half = first; half >= 0; ) half = this.followToNode(half);
  }

  /** Writes one chain. @returns the half-edge that goes on where the chain was cut; -1 if it was not */
  private followToNode(first: number): number {
    if (this.count === this.lowest.length) this.makeRoom(2 * this.count);
    const { degree, link, owners, xy } = this;
    const isTaken = this.isTaken;
    const { low, high } = this.edges;
    const { x, y } = this.vertices;
    const chain = this.count++;
    const set = owners[first >> 1]!;
    let half = first;
    let v = half & 1 ? high[half >> 1]! : low[half >> 1]!;
    let px = x[v]!;
    let py = y[v]!;
    let at = this.start[chain]!;
    let lowest = at;
    let leastX = px;
    let leastY = py;
    let areaHigh = 0;
    let areaLow = 0;
    this.origin[2 * chain] = this.nodeAt(v);
    xy[2 * at] = px;
    xy[2 * at + 1] = py;
    for (;;) {
      const edge = half >> 1;
      if (owners[edge] !== set) throw new Error(`Edge ${edge} changes owners within a chain.`);
      isTaken[edge] = 1;
      v = half & 1 ? low[edge]! : high[edge]!;
      const qx = x[v]!;
      const qy = y[v]!;
      areaHigh += highBelow(px - qx, py + qy);
      areaLow += lowBelow(px - qx, py + qy);
      px = qx;
      py = qy;
      at++;
      xy[2 * at] = px;
      xy[2 * at + 1] = py;
      if (px < leastX || (px === leastX && py < leastY)) {
        lowest = at;
        leastX = px;
        leastY = py;
      }
      if (degree[v] !== 2 || !staysBelow(LIGHT, areaHigh, areaLow)) break;
      half = link[v]! ^ half ^ 1;
    }
    const ahead = degree[v] === 2 ? link[v]! ^ half ^ 1 : -1;
    this.origin[2 * chain + 1] = this.nodeAt(v);
    this.start[chain + 1] = at + 1;
    this.lowest[chain] = lowest;
    this.setOf[chain] = set;
    this.areas[2 * chain] = areaHigh;
    this.areas[2 * chain + 1] = areaLow;
    return ahead;
  }

  /** The number of the node at a vertex, which becomes one if it is none. */
  private nodeAt(vertex: number): number {
    if (this.degree[vertex] !== NUMBERED) {
      this.degree[vertex] = NUMBERED;
      this.link[vertex] = this.nodeCount++;
    }
    return this.link[vertex]!;
  }

  /** Makes room for so many chains. */
  private makeRoom(chains: number): void {
    this.origin = enlarged(this.origin, 2 * chains);
    this.start = enlarged(this.start, chains + 1);
    this.lowest = enlarged(this.lowest, chains);
    this.setOf = enlarged(this.setOf, chains);
    this.xy = enlarged(this.xy, 2 * (this.live + chains));
    const areas = new Float64Array(2 * chains);
    areas.set(this.areas);
    this.areas = areas;
  }
}
