import { enlarged, filled, type MakeList, ownList } from "./int-list.ts";

/**
 * Unique undirected edges between numbered vertices. An edge joins two vertices that differ; its
 * lower one is that of the lower number.
 *
 * A *half-edge* is an edge with a direction: half-edge `2e` runs from `low[e]` to `high[e]`,
 * `2e + 1` back, so `h ^ 1` is the same edge the other way.
 *
 * Invariant: `low[e] < high[e]`, no two edges join the same vertices, a number never changes.
 * Cost: a look-up walks the list of edges that have its lower vertex as theirs: on boundaries that is
 * none or one. Where very many leave one vertex it takes a bounded walk, and a look into a map.
 */
export class Edges {
  count = 0;
  low: Int32Array<ArrayBufferLike>;
  high: Int32Array<ArrayBufferLike>;
  /** Vertex -> 1 + the last edge made that has it as its lower; 0 for none. */
  private first: Int32Array;
  /** Edge -> 1 + the edge before it in the list of its lower vertex; 0 for none. */
  private next: Int32Array;
  /** Lower vertex -> higher vertex -> edge; of the vertices with lists too long to walk. */
  private readonly crowded = new Map<number, Map<number, number>>();
  private readonly makeList: MakeList;

  /**
   * @param expected how many edges to make room for; more are taken as they come
   * @param makeList makes the lists of ends
   */
  constructor(expected: number, makeList: MakeList = ownList) {
    const room = Math.max(64, expected);
    this.makeList = makeList;
    this.low = makeList(room);
    this.high = makeList(room);
    this.first = new Int32Array(room);
    this.next = new Int32Array(room);
  }

  /** The half-edge from vertex `a` to vertex `b`, which differ; its edge is made if it is new. */
  half(a: number, b: number): number {
    return a < b ? 2 * this.id(a, b) : 2 * this.id(b, a) + 1;
  }

  /** Makes room for so many edges in all, between so many vertices. */
  reserve(count: number, vertices: number): void {
    if (count > this.low.length) this.enlarge(count);
    if (vertices > this.first.length) this.first = enlarged(this.first, vertices);
  }

  private id(low: number, high: number): number {
    if (low >= this.first.length) {
      this.first = enlarged(this.first, Math.max(low + 1, this.first.length * 2));
    }
    let walked = 0;
    for (let link = this.first[low]!; link !== 0; link = this.next[link - 1]!) {
      if (this.high[link - 1] === high) return link - 1;
      if (++walked === LONGEST_WALK) return this.idInCrowd(low, high);
    }
    return this.add(low, high);
  }

  private idInCrowd(low: number, high: number): number {
    const crowd = this.crowdOf(low);
    const known = crowd.get(high);
    if (known !== undefined) return known;
    const id = this.add(low, high);
    crowd.set(high, id);
    return id;
  }

  private add(low: number, high: number): number {
    if (this.count === this.low.length) this.enlarge(this.low.length * 2);
    const id = this.count++;
    this.low[id] = low;
    this.high[id] = high;
    this.next[id] = this.first[low]!;
    this.first[low] = id + 1;
    return id;
  }

  /** Higher vertex -> edge, of all edges with a lower vertex. */
  private crowdOf(low: number): Map<number, number> {
    const known = this.crowded.get(low);
    if (known) return known;
    const crowd = new Map<number, number>();
    for (let link = this.first[low]!; link !== 0; link = this.next[link - 1]!) {
      crowd.set(this.high[link - 1]!, link - 1);
    }
    this.crowded.set(low, crowd);
    return crowd;
  }

  private enlarge(room: number): void {
    this.low = filled(this.makeList(room), this.low);
    this.high = filled(this.makeList(room), this.high);
    this.next = enlarged(this.next, room);
  }
}

/** Lists of edges are walked so far; what lies beyond is looked up. */
const LONGEST_WALK = 64;
