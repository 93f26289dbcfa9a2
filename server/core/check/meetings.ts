import type { Shapes } from "../overlay/model.ts";
import { crossSign } from "../overlay/orientation.ts";
import type { RingWalks } from "./walks.ts";

/** Where rings of one polygon meet so that its ground is not what its lines say. */
export interface Meeting {
  /** crosses: from one side to the other. touches: at a point or along a line. */
  readonly kind: "crosses" | "touches";
  readonly ring: number;
  readonly vertex: number;
}

interface Visit {
  readonly ring: number;
  readonly into: number;
  readonly out: number;
}

/**
 * Finds where a ring meets itself, and where two rings of one polygon cross, run along each other or
 * touch more than once. One touch of two rings at a point is sound: a hole may reach the rim.
 *
 * Spikes are left to their own problem: the walks are looked at without them.
 */
export function findMeetings(shapes: Shapes, walks: RingWalks): Meeting[] {
  const found: Meeting[] = [];
  for (let polygon = 0; polygon + 1 < shapes.polygonRing.length; polygon++) {
    const from = shapes.polygonRing[polygon]!;
    meetingsWithin(walks, from, shapes.polygonRing[polygon + 1]!, found);
  }
  return found;
}

function meetingsWithin(walks: RingWalks, firstRing: number, endRing: number, found: Meeting[]) {
  const visits = visitsOf(walks, firstRing, endRing);
  const touchesOf = new Map<string, Meeting>();
  for (const [vertex, here] of visits) {
    for (let i = 1; i < here.length; i++) {
      const worst = worstAt(walks, vertex, here.slice(0, i), here[i]!);
      if (worst === undefined) continue;
      const meeting: Meeting = { kind: worst.kind, ring: here[i]!.ring, vertex };
      if (worst.sound) {
        const pair = `${worst.other}:${here[i]!.ring}`;
        const earlier = touchesOf.get(pair);
        if (earlier !== undefined) found.push(meeting);
        touchesOf.set(pair, meeting);
      } else found.push(meeting);
    }
  }
}

/** Vertices that rings come through more than once. */
function visitsOf(walks: RingWalks, firstRing: number, endRing: number): Map<number, Visit[]> {
  const first = new Map<number, Visit>();
  const more = new Map<number, Visit[]>();
  for (let ring = firstRing; ring < endRing; ring++) {
    const walk = walks.reduced[ring]!;
    let into = walk[walk.length - 1]!;
    for (const out of walk) {
      const vertex = walks.from(out);
      const visit = { ring, into, out };
      const earlier = first.get(vertex);
      if (earlier === undefined) first.set(vertex, visit);
      else {
        const list = more.get(vertex);
        if (list) list.push(visit);
        else more.set(vertex, [earlier, visit]);
      }
      into = out;
    }
  }
  return more;
}

function worstAt(walks: RingWalks, vertex: number, earlier: readonly Visit[], visit: Visit) {
  let worst: { kind: Meeting["kind"]; sound: boolean; other: number } | undefined;
  for (const other of earlier) {
    const same = other.ring === visit.ring;
    if (crosses(walks, vertex, other, visit)) {
      return { kind: "crosses" as const, sound: false, other: other.ring };
    }
    const sound = !same && !sharesEdge(other, visit);
    if (worst === undefined || worst.sound) worst = { kind: "touches", sound, other: other.ring };
  }
  return worst;
}

const edgesOf = ({ into, out }: Visit) => [into >> 1, out >> 1];

function sharesEdge(a: Visit, b: Visit): boolean {
  const [one, two] = edgesOf(b);
  return edgesOf(a).some((edge) => edge === one || edge === two);
}

/** Whether the second visit comes in on one side of the first and leaves on the other. */
function crosses(walks: RingWalks, vertex: number, first: Visit, second: Visit): boolean {
  if (sharesEdge(first, second)) return false;
  const direction = (end: number) =>
    [walks.x(end) - walks.x(vertex), walks.y(end) - walks.y(vertex)] as const;
  const ahead = direction(walks.to(first.out));
  const behind = direction(walks.from(first.into));
  const left = (point: readonly [number, number]) => inSector(ahead, behind, point);
  return left(direction(walks.to(second.out))) !== left(direction(walks.from(second.into)));
}

type Direction = readonly [number, number];

/** Whether a direction lies within the turn from one to another against the clock. */
function inSector(from: Direction, to: Direction, point: Direction): boolean {
  const turn = crossSign(from[0], from[1], to[0], to[1]);
  const afterFrom = crossSign(from[0], from[1], point[0], point[1]) > 0;
  const beforeTo = crossSign(point[0], point[1], to[0], to[1]) > 0;
  if (turn === 0) return afterFrom;
  return turn > 0 ? afterFrom && beforeTo : afterFrom || beforeTo;
}
