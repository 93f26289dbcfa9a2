import type { Arrangement } from "./arrangement.ts";
import type { Components } from "./components.ts";
import type { Faces } from "./faces.ts";
import { enlarged } from "./int-list.ts";
import { type Keys, SetTable } from "./sets.ts";

/** Which polygons cover each face. */
export interface Membership {
  /** Cycle -> the set of polygons that cover the face on its left; 0 is the empty set. */
  readonly setOfCycle: Int32Array;
  readonly sets: SetTable;
}

/**
 * Labels the faces. Outside everything nothing covers; crossing an edge toggles its owners. The
 * outside of a component is covered by what covers the face it lies in.
 *
 * Sets are made by toggling members, so they are exact whatever their keys. At the end every edge
 * is checked, a chain at a time: the sets on its two sides must differ by its owners. A labelling
 * that passes is the only one there is, since the outside is known and the plane is connected.
 *
 * Cost: one look-up a face and a chain; members are toggled where a pair of a set and an edge's owners
 * has not been met lately.
 *
 * @param ownerSets the sets of polygons that bound the chains
 */
export function labelFaces(
  { faces, components, parent }: Arrangement,
  ownerSets: SetTable,
  keys: Keys,
): Membership {
  const { owners } = faces.graph.chains;
  const toggler = new Toggler(new SetTable(keys), ownerSets);
  const setOfCycle = new Int32Array(faces.count);
  for (const component of outerFirst(components, parent)) {
    const around = parent[component]!;
    const begin = components.orderStart[component]!;
    setOfCycle[components.outside[component]!] = around < 0 ? 0 : setOfCycle[around]!;
    for (let i = begin + 1; i < components.orderStart[component + 1]!; i++) {
      const cycle = components.order[i]!;
      const half = components.via[cycle]!;
      const from = setOfCycle[faces.cycleOf[half]!]!;
      setOfCycle[cycle] = toggler.toggle(from, owners[half >> 1]!);
    }
  }
  verify(faces, components, setOfCycle, toggler);
  return { setOfCycle, sets: toggler.sets };
}

/** The components in an order in which each comes after the one it lies in. */
export function outerFirst(
  components: Pick<Components, "count" | "ofCycle">,
  parent: Int32Array,
): Int32Array {
  const order = new Int32Array(components.count);
  const placed = new Uint8Array(components.count);
  const path: number[] = [];
  let used = 0;
  for (let first = 0; first < components.count; first++) {
    for (let c = first; placed[c] === 0; c = components.ofCycle[parent[c]!]!) {
      path.push(c);
      if (parent[c]! < 0) break;
    }
    for (let c = path.pop(); c !== undefined; c = path.pop()) {
      placed[c] = 1;
      order[used++] = c;
    }
  }
  return order;
}

/** Checks every chain but those that the labels were carried across: these hold by their making. */
function verify(
  { cycleOf, graph }: Faces,
  { via }: Components,
  setOfCycle: Int32Array,
  toggler: Toggler,
): void {
  const { count, owners } = graph.chains;
  const carried = new Uint8Array(count);
  for (let cycle = 0; cycle < via.length; cycle++) {
    if (via[cycle]! >= 0) carried[via[cycle]! >> 1] = 1;
  }
  let lastLeft = -1;
  let lastRight = -1;
  let lastOwners = -1;
  for (let chain = 0; chain < count; chain++) {
    if (carried[chain] === 1) continue;
    const ownerSet = owners[chain]!;
    const left = setOfCycle[cycleOf[2 * chain]!]!;
    const right = setOfCycle[cycleOf[2 * chain + 1]!]!;
    if (left === lastLeft && right === lastRight && ownerSet === lastOwners) continue;
    if (!toggler.differBy(left, right, ownerSet)) {
      throw new Error(`The sets on the two sides of chain ${chain} do not differ by its owners.`);
    }
    lastLeft = left;
    lastRight = right;
    lastOwners = ownerSet;
  }
}

/** How many pairs are remembered: a power of two, so few that they stay in the processor's cache. */
const REMEMBERED = 1 << 13;

/** Symmetric difference of sets with the owners of edges; remembers what it worked out lately. */
class Toggler {
  readonly sets: SetTable;
  private readonly owners: SetTable;
  private readonly knownPair = new Float64Array(REMEMBERED).fill(-1);
  private readonly knownResult = new Int32Array(REMEMBERED);
  private merged = new Int32Array(256);

  constructor(sets: SetTable, owners: SetTable) {
    this.sets = sets;
    this.owners = owners;
  }

  toggle(set: number, ownerSet: number): number {
    const pair = set * this.owners.count + ownerSet;
    const slot = this.slot(set, ownerSet);
    if (this.knownPair[slot] === pair) return this.knownResult[slot]!;
    const size = this.merge(set, ownerSet);
    const result = this.sets.intern(this.merged, 0, size);
    this.knownPair[slot] = pair;
    this.knownResult[slot] = result;
    return result;
  }

  /** Whether `other` is `set` with the owners toggled. */
  differBy(set: number, other: number, ownerSet: number): boolean {
    const pair = set * this.owners.count + ownerSet;
    const slot = this.slot(set, ownerSet);
    if (this.knownPair[slot] === pair) return this.knownResult[slot] === other;
    const size = this.merge(set, ownerSet);
    return this.sets.isSet(other, this.merged, 0, size);
  }

  private slot(set: number, ownerSet: number): number {
    const hash = Math.imul(set, 0x9e3779b1) ^ Math.imul(ownerSet, 0x85ebca77);
    return (hash >>> 12) & (REMEMBERED - 1);
  }

  /** Writes the members of just one of the two. @returns how many they are */
  private merge(set: number, ownerSet: number): number {
    const room = this.sets.size(set) + this.owners.size(ownerSet);
    if (this.merged.length < room) this.merged = enlarged(this.merged, room * 2);
    const { merged } = this;
    const a = this.sets.ids;
    const b = this.owners.ids;
    let i = this.sets.start[set]!;
    let j = this.owners.start[ownerSet]!;
    const endA = this.sets.start[set + 1]!;
    const endB = this.owners.start[ownerSet + 1]!;
    let used = 0;
    while (i < endA && j < endB) {
      if (a[i]! < b[j]!) merged[used++] = a[i++]!;
      else if (a[i]! > b[j]!) merged[used++] = b[j++]!;
      else {
        i++;
        j++;
      }
    }
    while (i < endA) merged[used++] = a[i++]!;
    while (j < endB) merged[used++] = b[j++]!;
    return used;
  }
}
