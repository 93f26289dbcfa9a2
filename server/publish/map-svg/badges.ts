/** Numbers on a map that match a table's: moved apart where places lie too close. */
import { type Markup, svg } from "../markup.ts";
import type { Token } from "../tokens.ts";

export interface Badge {
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly number: number;
}

const RADIUS = 7.5;
const APART = 2 * RADIUS + 1;
const ROUNDS = 60;

/**
 * Push badges off each other, a little each round, until none meets another.
 *
 * @returns where each stands now, in the same order
 */
export function movedApart(badges: readonly Badge[]): Badge[] {
  const spots = badges.map(({ x, y }, i) => ({ x: x + i * 1e-3, y: y + i * 1e-3 }));
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < spots.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [spots[i]!, spots[j]!];
        const away = Math.hypot(a.x - b.x, a.y - b.y);
        if (away >= APART) continue;
        const push = (APART - away) / 2 / away;
        const [dx, dy] = [(a.x - b.x) * push, (a.y - b.y) * push];
        spots[i] = { x: a.x + dx, y: a.y + dy };
        spots[j] = { x: b.x - dx, y: b.y - dy };
      }
    }
  }
  return badges.map((badge, i) => ({ ...badge, ...spots[i]! }));
}

/** Each number in a disc, with a line to its place where it had to move. */
export function drawBadges(badges: readonly Badge[], token: Token): Markup {
  const [ink, paper] = [token("ink"), token("surface")];
  const moved = movedApart(badges);
  const leaders = badges.flatMap(({ x, y }, i) => {
    const to = moved[i]!;
    if (Math.hypot(to.x - x, to.y - y) < RADIUS) return [];
    return [
      svg`<path d="M${x.toFixed(1)},${y.toFixed(1)}L${to.x.toFixed(1)},${to.y.toFixed(1)}" stroke="${ink}" stroke-width="1"/><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="1.6" fill="${ink}"/>`,
    ];
  });
  const discs = moved.map(
    ({ x, y, number }) =>
      svg`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${RADIUS}" fill="${ink}" stroke="${paper}" stroke-width="1.2"/><text x="${x.toFixed(1)}" y="${(y + 3.9).toFixed(1)}" text-anchor="middle" font-size="11" font-weight="600" fill="${paper}">${number}</text>`,
  );
  return svg`<g>${leaders}${discs}</g>`;
}
