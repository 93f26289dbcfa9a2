import { type Arrangement, arrangeChains } from "../arrangement.ts";
import type { Chains } from "../chains.ts";
import { enlarged } from "../int-list.ts";
import { labelFaces, type Membership } from "../membership.ts";
import { type MergedFaces, mergeFaces } from "../merge-faces.ts";
import { cutPolygons } from "../polygons.ts";
import { type MakeKeys, SetTable } from "../sets.ts";
import { type Coverage, foldIntoSources, repeatedSources } from "../sources.ts";
import { BEYOND, type Face, type FaceMap, NOT_LIVE, writeFace } from "./face.ts";
import { HeldChains } from "./held-chains.ts";
import { type HeldEdges, MARKER } from "./held-edges.ts";
import type { Marks } from "./marks.ts";
import { RegionChains } from "./region-chains.ts";
import { facesBeside, withoutGround } from "./region-faces.ts";
import { type ChangedEdges, touchedBy } from "./touched-faces.ts";
import { Turnover } from "./turnover.ts";

/** Chains cut out for themselves. */
interface Region {
  readonly chains: Chains;
  /** Chain of the region -> its number in the whole. */
  readonly ids: readonly number[];
  /** Whether the marker lies on the ground that is cut anew, or on all other ground. */
  readonly marksInside: boolean;
}

/**
 * The faces of the arrangement, kept so that a change cuts anew only the faces it touches.
 *
 * An edge that comes, goes or changes owners changes the shape of the faces at its ends and no
 * others: links are made around vertices. What covers a face changes only within polygons that came
 * or went. So the chains of these faces are taken out and cut as a small plane of their own. There
 * each chain between ground that is cut anew and ground that is not toggles, beside all that covers
 * the one side, a *marker*; so the other side is ground that nothing covers and that can be told
 * from a hole. Where the unbounded face is touched it is cut anew, and the marker lies on the other
 * ground instead, since beyond everything nothing may lie.
 *
 * Invariant: after {@link recut} the faces, and those beside each chain half, are as cutting
 * everything would make them, but for their numbers.
 * Cost: what cutting the touched faces alone costs, chain by chain, and what {@link touchedBy} costs.
 */
export class HeldFaces implements FaceMap {
  readonly sets: SetTable;
  readonly faces: (Face | undefined)[] = [undefined];
  readonly chains: HeldChains;
  pointX = new Int32Array(0);
  pointY = new Int32Array(0);
  /** What came and went since the cells looked. */
  readonly turnover = new Turnover<Face>();
  /** Sources of which two polygons were found to cover the same ground, now or before. */
  readonly overlapping = new Set<number>();
  private readonly held: HeldEdges;
  private readonly regions: RegionChains;
  private readonly makeKeys: MakeKeys;
  private sourceCount = 0;
  /** The chains of the unbounded face. */
  private beyond: number[] = [];
  /** Numbers of faces that are not in use. */
  private readonly free: number[] = [];

  constructor(held: HeldEdges, makeKeys: MakeKeys) {
    this.held = held;
    this.makeKeys = makeKeys;
    this.sets = new SetTable(makeKeys(1));
    this.chains = new HeldChains(held);
    this.regions = new RegionChains(this.chains);
  }

  /**
   * Cuts anew what the changed edges touch.
   *
   * @param changed the edges whose owners are not what they were the last time, and what they were
   * @param sourceCount how many sources there are now
   */
  recut(changed: ChangedEdges, sourceCount: number): void {
    if (sourceCount !== this.sourceCount) this.sets.widen(this.makeKeys(sourceCount));
    this.sourceCount = sourceCount;
    this.held.sourceOf[MARKER] = sourceCount;
    this.chains.makeRoom();
    const touched = touchedBy(this.held, this, changed);
    const made = this.chains.update(changed, touched.chains);
    const region = this.cutOut(touched.faces, made);
    for (const number of touched.faces.list) {
      const face = this.faces[number];
      if (face !== undefined) this.turnover.remove(face);
      this.faces[number] = undefined;
    }
    if (!region.marksInside) this.beyond = [];
    if (region.ids.length > 0) this.takeIn(region);
    for (const number of touched.faces.list) if (number !== BEYOND) this.free.push(number);
  }

  /** Takes out the chains of the touched faces, and those that are new. */
  private cutOut(touched: Marks, made: readonly number[]): Region {
    const { size } = this.chains.runs;
    const ids = new Set(made);
    for (const face of touched.list) {
      const chains = face === BEYOND ? this.beyond : (this.faces[face]?.chains ?? []);
      for (const chain of chains) if (size[chain]! > 0) ids.add(chain);
    }
    const list = [...ids];
    const owners = Int32Array.from(list, (chain) => this.ownersIn(chain, touched));
    const marksInside = !touched.has(BEYOND);
    return { chains: this.regions.take(list, owners), ids: list, marksInside };
  }

  /** Owners of a chain in the region: across its border, all that covers the side within. */
  private ownersIn(chain: number, touched: Marks): number {
    const { faceOf, setOf, owners } = this.chains;
    const left = faceOf[2 * chain]!;
    const right = faceOf[2 * chain + 1]!;
    if (left === NOT_LIVE || (touched.has(left) && touched.has(right))) return owners[chain]!;
    const { sets } = this.held;
    const within = setOf[touched.has(left) ? 2 * chain : 2 * chain + 1]!;
    const members = new Int32Array(1 + sets.size(within));
    members[0] = MARKER;
    members.set(sets.ids.subarray(sets.start[within]!, sets.start[within + 1]!), 1);
    return sets.intern(members, 0, members.length);
  }

  /** Cuts a region and puts its faces in the place of those that were touched. */
  private takeIn({ chains, ids, marksInside }: Region): void {
    const plane = arrangeChains(chains);
    const membership = labelFaces(plane, this.held.sets, this.held.keys);
    this.keepSets(plane, membership, ids, marksInside);
    const shapes = { count: this.sourceCount + 1, polygonShape: this.held.sourceOf };
    const coverage = foldIntoSources(membership, shapes, this.makeKeys);
    this.noteOverlaps(membership.sets, coverage);
    const merged = mergeFaces(plane, coverage.setOfCycle);
    const numbers = this.writeFaces(merged, coverage.sets, marksInside);
    const beyond = marksInside ? NOT_LIVE : BEYOND;
    this.keepFaces(facesBeside(merged, numbers, beyond), ids);
  }

  /** Notes what covers each side of the region's chains, where it lies within. */
  private keepSets(
    { faces: { cycleOf } }: Arrangement,
    { sets, setOfCycle }: Membership,
    ids: readonly number[],
    marksInside: boolean,
  ): void {
    const kept = new Int32Array(sets.count).fill(-1);
    for (let set = 0; set < sets.count; set++) {
      const from = sets.start[set]!;
      const isMarked = sets.size(set) > 0 && sets.ids[from] === MARKER;
      if (isMarked !== marksInside) continue;
      kept[set] = this.held.sets.intern(sets.ids, isMarked ? from + 1 : from, sets.start[set + 1]!);
    }
    for (let at = 0; at < 2 * ids.length; at++) {
      const set = kept[setOfCycle[cycleOf[at]!]!]!;
      if (set >= 0) this.chains.setOf[(2 * ids[at >> 1]!) | (at & 1)] = set;
    }
  }

  private noteOverlaps(sets: SetTable, { sets: bySource, setOfPolygons }: Coverage): void {
    const shapes = { polygonShape: this.held.sourceOf };
    for (let set = 0; set < sets.count; set++) {
      if (sets.size(set) === bySource.size(setOfPolygons[set]!)) continue;
      for (const source of repeatedSources(sets, set, shapes)) this.overlapping.add(source);
    }
  }

  /** Writes out the bounded faces. @returns cycle -> its face; NOT_LIVE for ground not cut anew */
  private writeFaces(merged: MergedFaces, sets: SetTable, marksInside: boolean): Int32Array {
    const { faces, setOfCycle } = merged;
    const numbers = new Int32Array(faces.count).fill(NOT_LIVE);
    // Set -> the same without the marker; -1 where it covers ground that is not cut anew.
    const within = new Int32Array(sets.count);
    for (let set = 0; set < sets.count; set++) {
      const from = sets.start[set]!;
      const to = sets.start[set + 1]!;
      // As a source the marker has the highest number.
      const isMarked = to > from && sets.ids[to - 1] === this.sourceCount;
      const end = isMarked ? to - 1 : to;
      within[set] = isMarked === marksInside ? this.sets.intern(sets.ids, from, end) : -1;
    }
    const ours = withoutGround(merged, (set) => within[set]! < 0);
    const polygons = cutPolygons(ours, Int32Array.from(within.keys()));
    let polygon = 0;
    for (let cycle = 0; cycle < faces.count; cycle++) {
      if (ours.faces.isOutside[cycle] === 1) continue;
      numbers[cycle] = this.add(writeFace(polygons, polygon++, within[setOfCycle[cycle]!]!));
    }
    return numbers;
  }

  /** @returns the number of a face that is new */
  private add(face: Face): number {
    const number = this.free.pop() ?? this.faces.length;
    this.faces[number] = face;
    if (number >= this.pointX.length) {
      this.pointX = enlarged(this.pointX, 2 * number + 1024);
      this.pointY = enlarged(this.pointY, 2 * number + 1024);
    }
    this.pointX[number] = face.xy[0]!;
    this.pointY[number] = face.xy[1]!;
    this.turnover.add(face);
    return number;
  }

  /** Notes the faces beside the region's chains, and the chains of the faces. */
  private keepFaces(beside: Int32Array, ids: readonly number[]): void {
    for (let at = 0; at < beside.length; at++) {
      const number = beside[at]!;
      if (number === NOT_LIVE) continue;
      const chain = ids[at >> 1]!;
      this.chains.faceOf[(2 * chain) | (at & 1)] = number;
      if (number === BEYOND) this.beyond.push(chain);
      else this.faces[number]!.chains.push(chain);
    }
  }
}
