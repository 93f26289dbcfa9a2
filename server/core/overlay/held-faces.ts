import { type Arrangement, arrange } from "./arrangement.ts";
import { Edges } from "./edges.ts";
import { BEYOND, type Face, type FaceMap, NOT_LIVE, writeFace } from "./face.ts";
import { type HeldEdges, MARKER } from "./held-edges.ts";
import { labelFaces } from "./membership.ts";
import { mergeFaces } from "./merge-faces.ts";
import { cutPolygons } from "./polygons.ts";
import { type MakeKeys, SetTable } from "./sets.ts";
import { foldIntoSources, repeatedSources } from "./sources.ts";
import { type ChangedEdges, touchedFaces } from "./touched-faces.ts";
import { Turnover } from "./turnover.ts";
import { enlarged, Vertices } from "./vertices.ts";

/** Edges cut out for themselves, numbered anew. */
interface Region {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Edge of the region -> its set of owners. */
  readonly owners: Int32Array;
  /** Edge of the region -> the half-edge of the whole that runs as its half-edge `2e`. */
  readonly half: Int32Array;
  /** Whether the marker lies on the ground that is cut anew, or on all other ground. */
  readonly marksInside: boolean;
}

/**
 * The faces of the arrangement, kept so that a change cuts anew only the faces it touches.
 *
 * An edge that comes, goes or changes owners changes the shape of the faces at its ends and no
 * others: links are made around vertices. What covers a face changes only within polygons that came
 * or went. So the edges of these faces are taken out and cut as a small plane of their own. There
 * each edge between ground that is cut anew and ground that is not toggles, beside all that covers
 * the one side, a *marker*; so the other side is ground that nothing covers and that can be told
 * from a hole. Where the unbounded face is touched it is cut anew, and the marker lies on the other
 * ground instead, since beyond everything nothing may lie.
 *
 * Invariant: after {@link recut} the faces, and those beside each half-edge, are as cutting
 * everything would make them, but for their numbers.
 * Cost: what cutting the touched faces alone costs, what {@link touchedFaces} costs, and a look at
 * each half-edge where the unbounded face is touched.
 */
export class HeldFaces implements FaceMap {
  readonly sets: SetTable;
  readonly faces: (Face | undefined)[] = [undefined];
  /** What came and went since the cells looked. */
  readonly turnover = new Turnover<Face>();
  /** Sources of which two polygons were found to cover the same ground, now or before. */
  readonly overlapping = new Set<number>();
  private readonly live: HeldEdges;
  private readonly makeKeys: MakeKeys;
  private sourceCount = 0;
  /** Numbers of faces that are not in use. */
  private readonly free: number[] = [];
  faceOf: Int32Array = new Int32Array(0);
  /** Half-edge -> the set of polygons on its left. */
  private setOf = new Int32Array(0);

  constructor(live: HeldEdges, makeKeys: MakeKeys) {
    this.live = live;
    this.makeKeys = makeKeys;
    this.sets = new SetTable(makeKeys(1));
  }

  /**
   * Cuts anew what the changed edges touch.
   *
   * @param changed the edges whose owners are not what they were the last time
   * @param sourceCount how many sources there are now
   */
  recut(changed: ChangedEdges, sourceCount: number): void {
    if (sourceCount !== this.sourceCount) this.sets.widen(this.makeKeys(sourceCount));
    this.sourceCount = sourceCount;
    this.live.sourceOf[MARKER] = sourceCount;
    this.makeRoom();
    const touched = touchedFaces(this.live, this, changed);
    const region = this.cutOut([...changed.keys()], touched);
    const gone = [...touched.keys()].filter((face) => touched[face] === 1 && face !== BEYOND);
    for (const face of gone) {
      if (this.faces[face] !== undefined) this.turnover.remove(this.faces[face]);
      this.faces[face] = undefined;
    }
    if (region.edges.count > 0) this.takeIn(region);
    this.free.push(...gone);
  }

  /** Takes the edges of the touched faces out, and those that are new; forgets those that are gone. */
  private cutOut(changed: readonly number[], touched: Uint8Array): Region {
    const { owners, reader } = this.live;
    const ids: number[] = [];
    for (const edge of changed) {
      if (this.faceOf[2 * edge] === NOT_LIVE && owners[edge] !== 0) ids.push(edge);
    }
    for (const edge of this.edgesOf(touched)) {
      if (owners[edge] !== 0) ids.push(edge);
      else this.faceOf[2 * edge] = this.faceOf[2 * edge + 1] = NOT_LIVE;
    }
    const region: Region = {
      vertices: new Vertices(ids.length),
      edges: new Edges(ids.length),
      owners: new Int32Array(ids.length),
      half: new Int32Array(ids.length),
      marksInside: touched[BEYOND] === 0,
    };
    const number = new Int32Array(reader.vertices.count).fill(-1);
    const { x, y } = reader.vertices;
    const vertex = (v: number) => {
      if (number[v]! < 0) number[v] = region.vertices.append(x[v]!, y[v]!);
      return number[v]!;
    };
    for (const edge of ids) {
      const a = vertex(reader.edges.low[edge]!);
      const b = vertex(reader.edges.high[edge]!);
      const half = region.edges.half(a, b);
      region.half[half >> 1] = (2 * edge) ^ (half & 1);
      region.owners[half >> 1] = this.ownersIn(edge, touched);
    }
    return region;
  }

  /** The edges of the touched faces. Those of the unbounded face are not listed: they are looked for. */
  private edgesOf(touched: Uint8Array): ReadonlySet<number> {
    const found = new Set<number>();
    this.faces.forEach((face, number) => {
      if (face !== undefined && touched[number] === 1)
        for (const edge of face.edges) found.add(edge);
    });
    if (touched[BEYOND] === 0) return found;
    for (let half = 0; half < this.faceOf.length; half++) {
      if (this.faceOf[half] === BEYOND) found.add(half >> 1);
    }
    return found;
  }

  /** Owners of an edge in the region: across its border, all that covers the side within. */
  private ownersIn(edge: number, touched: Uint8Array): number {
    const left = this.faceOf[2 * edge]!;
    const right = this.faceOf[2 * edge + 1]!;
    if (left === NOT_LIVE || (touched[left] === 1 && touched[right] === 1)) {
      return this.live.owners[edge]!;
    }
    const { sets } = this.live;
    const within = this.setOf[touched[left] === 1 ? 2 * edge : 2 * edge + 1]!;
    const members = Int32Array.of(
      MARKER,
      ...sets.ids.subarray(sets.start[within]!, sets.start[within + 1]!),
    );
    return sets.intern(members, 0, members.length);
  }

  /** Cuts a region and puts its faces in the place of those that were touched. */
  private takeIn({ vertices, edges, owners, half, marksInside }: Region): void {
    const { live } = this;
    const plane = arrange(vertices, edges, owners);
    const membership = labelFaces(plane, live.sets, live.keys);
    const polygonSets = membership.sets;
    const isMarked = (set: number) =>
      polygonSets.size(set) > 0 && polygonSets.ids[polygonSets.start[set]!] === MARKER;
    this.keepSets(
      plane,
      membership.setOfCycle,
      polygonSets,
      half,
      (set) => isMarked(set) === marksInside,
    );
    const shapes = { count: this.sourceCount + 1, polygonShape: live.sourceOf };
    const coverage = foldIntoSources(membership, shapes, this.makeKeys);
    for (let set = 0; set < polygonSets.count; set++) {
      if (polygonSets.size(set) === coverage.sets.size(coverage.setOfPolygons[set]!)) continue;
      for (const source of repeatedSources(polygonSets, set, shapes)) this.overlapping.add(source);
    }
    const merged = mergeFaces(plane, coverage.setOfCycle);
    const { faces, around, setOfCycle, idle, faceOfIdle } = merged;
    const polygons = cutPolygons(merged, Int32Array.from(coverage.sets.start.keys()));
    // Cycle of a bounded face -> the number of the face; -1 for ground that is not cut anew.
    const numbers = new Int32Array(faces.count).fill(NOT_LIVE);
    let polygon = 0;
    for (let cycle = 0; cycle < faces.count; cycle++) {
      if (faces.isOutside[cycle] === 1) continue;
      const set = setOfCycle[cycle]!;
      const from = coverage.sets.start[set]!;
      const to = coverage.sets.start[set + 1]!;
      const marked = to > from && coverage.sets.ids[to - 1] === this.sourceCount;
      if (marked === marksInside) {
        const sources = this.sets.intern(coverage.sets.ids, from, marked ? to - 1 : to);
        numbers[cycle] = this.free.pop() ?? this.faces.length;
        const face = writeFace(polygons, polygon, sources);
        this.faces[numbers[cycle]!] = face;
        this.turnover.add(face);
      }
      polygon++;
    }
    const { next, chains } = faces.graph;
    // Chain half -> the number of the face on its left.
    const numberOf = new Int32Array(next.length).fill(NOT_LIVE);
    for (let cycle = 0; cycle < faces.count; cycle++) {
      const start = faces.start[cycle]!;
      if (start < 0) continue;
      const bounded = faces.isOutside[cycle] === 1 ? around[cycle]! : cycle;
      const number = bounded < 0 ? (marksInside ? NOT_LIVE : BEYOND) : numbers[bounded]!;
      let at = start;
      do {
        numberOf[at] = number;
        at = next[at]!;
      } while (at !== start);
    }
    idle.forEach((chain, i) => {
      numberOf[2 * chain] = numberOf[2 * chain + 1] = numbers[faceOfIdle[i]!]!;
    });
    for (let at = 0; at < 2 * half.length; at++) {
      const number = numberOf[chains.halfOf[at >> 1]! ^ (at & 1)]!;
      if (number === NOT_LIVE) continue;
      const whole = half[at >> 1]! ^ (at & 1);
      this.faceOf[whole] = number;
      this.faces[number]?.edges.push(whole >> 1);
    }
  }

  /** Notes what covers each side of the region's edges, where it lies within. */
  private keepSets(
    { faces }: Arrangement,
    setOfCycle: Int32Array,
    sets: SetTable,
    half: Int32Array,
    isWithin: (set: number) => boolean,
  ): void {
    const { halfOf } = faces.graph.chains;
    const kept = new Int32Array(sets.count).fill(-1);
    for (let set = 0; set < sets.count; set++) {
      if (!isWithin(set)) continue;
      const from = sets.start[set]!;
      const marked = sets.size(set) > 0 && sets.ids[from] === MARKER ? 1 : 0;
      kept[set] = this.live.sets.intern(sets.ids, from + marked, sets.start[set + 1]!);
    }
    for (let at = 0; at < 2 * half.length; at++) {
      const set = kept[setOfCycle[faces.cycleOf[halfOf[at >> 1]! ^ (at & 1)]!]!]!;
      if (set >= 0) this.setOf[half[at >> 1]! ^ (at & 1)] = set;
    }
  }

  private makeRoom(): void {
    const room = 2 * this.live.reader.edges.low.length;
    if (this.faceOf.length >= room) return;
    const had = this.faceOf.length;
    this.faceOf = enlarged(this.faceOf, room);
    this.faceOf.fill(NOT_LIVE, had);
    this.setOf = enlarged(this.setOf, room);
  }
}
