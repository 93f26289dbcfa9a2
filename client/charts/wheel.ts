/** The geometry of the cycle wheel: January at the top, the year clockwise. */
import { arc } from "d3-shape";

export interface YearDay {
  readonly month: number;
  readonly day: number;
}

const COMMON_YEAR = 2001;
const DAY = 86_400_000;
const TURN = 2 * Math.PI;

/** Where the first moment of a day stands, in radians clockwise from the top. */
export function angleOf({ month, day }: YearDay): number {
  const passed = Date.UTC(COMMON_YEAR, month - 1, day) - Date.UTC(COMMON_YEAR, 0, 1);
  return (passed / (365 * DAY)) * TURN;
}

/** A point at an angle and a radius about the middle of a square. */
export function pointAt(middle: number, angle: number, radius: number): [x: number, y: number] {
  return [middle + radius * Math.sin(angle), middle - radius * Math.cos(angle)];
}

/** Radii of one ring. */
export interface Ring {
  readonly inner: number;
  readonly outer: number;
}

/** Rings from the outside in, with a gap between them. */
export function ringsOf(count: number, outermost: number, innermost: number): Ring[] {
  const step = (outermost - innermost) / Math.max(count, MOST_EVEN);
  return Array.from({ length: count }, (_, i) => {
    const outer = outermost - i * step;
    return { outer, inner: outer - step * BAND };
  });
}

/** A wheel of a few rings keeps the bands of one with so many: a single ring is no disc. */
const MOST_EVEN = 5;
/** How much of its step a ring fills. */
const BAND = 0.74;

/** The outline of a whole ring about the origin. */
export function ringPath({ inner, outer }: Ring): string {
  return arc()({ innerRadius: inner, outerRadius: outer, startAngle: 0, endAngle: TURN }) ?? "";
}
