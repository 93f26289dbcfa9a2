import type { Ring } from "./rings-of.ts";

/**
 * Metres: a line that runs out and comes back no farther apart than this, over {@link LEAST_LENGTH} or
 * more, encloses a strip that nobody drew: it is left by cutting along a line that was rounded twice.
 */
export const THIN = 0.01;
/** Metres: shorter ones are detail of the drawing, at the grid's own size. */
export const LEAST_LENGTH = 1;

/** Sides that lean apart by more than this cosine says (about 2.5 degrees) make no spike. */
const LEAST_COSINE = 0.999;

export interface ThinSpikes {
  /** The ring without them. */
  readonly ring: Ring;
  /** x and y of each tip, grid steps. */
  readonly tips: readonly (readonly [number, number])[];
}

/**
 * Finds and takes out spikes and gores thinner than {@link THIN}, a vertex or many to a side.
 *
 * @param ring without the spikes whose sides are one line
 * @param step metres between the grid's lines
 * @throws nothing
 */
export function cutThinSpikes(ring: Ring, step: number): ThinSpikes {
  const count = ring.length / 2;
  const gone = new Set<number>();
  const tips: (readonly [number, number])[] = [];
  for (let tip = 0; tip < count && count > 3; tip++) {
    if (gone.has(tip) || !turnsBack(ring, tip)) continue;
    const removed = spikeAt(ring, tip, step);
    if (removed.length === 0 || removed.some((vertex) => gone.has(vertex))) continue;
    for (const vertex of removed) gone.add(vertex);
    tips.push([ring[2 * tip]!, ring[2 * tip + 1]!]);
  }
  if (count - gone.size < 3) return { ring, tips: [] };
  return { ring: ring.filter((_, i) => !gone.has(i >> 1)), tips };
}

const around = (ring: Ring, vertex: number) => {
  const count = ring.length / 2;
  return ((vertex % count) + count) % count;
};

const x = (ring: Ring, vertex: number) => ring[2 * vertex]!;
const y = (ring: Ring, vertex: number) => ring[2 * vertex + 1]!;

function turnsBack(ring: Ring, tip: number): boolean {
  const [before, after] = [around(ring, tip - 1), around(ring, tip + 1)];
  const ax = x(ring, before) - x(ring, tip);
  const ay = y(ring, before) - y(ring, tip);
  const bx = x(ring, after) - x(ring, tip);
  const by = y(ring, after) - y(ring, tip);
  return ax * bx + ay * by > LEAST_COSINE * Math.hypot(ax, ay) * Math.hypot(bx, by);
}

/**
 * Walks down both sides from the tip, always the nearer vertex next, for as long as it lies close to
 * the other side.
 *
 * @returns the vertices between the two that no longer do; empty where that is too short for a spike
 */
function spikeAt(ring: Ring, tip: number, step: number): number[] {
  const removed = [tip];
  let [left, right] = [tip, tip];
  let length = 0;
  while (removed.length < ring.length / 2 - 2) {
    const [nextLeft, nextRight] = [around(ring, left - 1), around(ring, right + 1)];
    const [far, near] = [distance(ring, tip, nextLeft), distance(ring, tip, nextRight)];
    const leftIsNext = far <= near;
    const vertex = leftIsNext ? nextLeft : nextRight;
    const off = leftIsNext
      ? fromSegment(ring, vertex, right, nextRight)
      : fromSegment(ring, vertex, left, nextLeft);
    if (off * step > THIN) break;
    length = Math.min(far, near);
    // The one that the strip ends at stays: its neighbour on the other side is joined to it.
    if (leftIsNext) left = nextLeft;
    else right = nextRight;
    removed.push(vertex);
  }
  if (length * step < LEAST_LENGTH) return [];
  return removed.slice(0, -1);
}

const distance = (ring: Ring, a: number, b: number) =>
  Math.hypot(x(ring, a) - x(ring, b), y(ring, a) - y(ring, b));

function fromSegment(ring: Ring, vertex: number, from: number, to: number): number {
  const [ux, uy] = [x(ring, to) - x(ring, from), y(ring, to) - y(ring, from)];
  const [vx, vy] = [x(ring, vertex) - x(ring, from), y(ring, vertex) - y(ring, from)];
  const squared = ux * ux + uy * uy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (ux * vx + uy * vy) / squared));
  return Math.hypot(vx - along * ux, vy - along * uy);
}
