/**
 * What to move, held against every combination of leaving, adding and dropping each of up to 16 areas
 * that lie on both sides of both lines. Seeded: the same table every time.
 */
import { type BuildingArea, type Sides, whatToMove } from "../../server/core/fit/what-to-move.ts";
import { seeded } from "./seeded.ts";

/** The seed of the table that is printed. */
export const MOVE_SEED = 1967;

/** Areas -> cases tried: three to the power of the areas combinations each. */
const CASES: readonly (readonly [areas: number, cases: number])[] = [
  [4, 60],
  [6, 60],
  [8, 60],
  [10, 40],
  [12, 20],
  [13, 8],
  [14, 6],
  [15, 3],
  [16, 3],
];

export interface MoveTrialRow {
  readonly areas: number;
  readonly cases: number;
  /** Cases in which some combination reaches the target. */
  readonly reachable: number;
  /** The most moves that a list has beyond the fewest, where the target can be reached. */
  readonly mostMovesOver: number;
  /** The most that jaccard falls short of the best, where it cannot; 1e-12 is rounding. */
  readonly mostJaccardShort: number;
  /** Cases in which list and search disagree whether the target can be reached. */
  readonly disagree: number;
}

export function moveTrial(seed: number): MoveTrialRow[] {
  const next = seeded(seed);
  return CASES.map(([count, cases]) => {
    let [reachable, mostMovesOver, mostJaccardShort, disagree] = [0, 0, 0, 0];
    for (let round = 0; round < cases; round++) {
      const areas = Array.from({ length: count }, () => made(next));
      const sides = sidesOf(areas);
      // Every other target is one that whole areas often reach, the rest ones that they seldom do.
      const target = round % 2 === 0 ? 0.5 + 0.25 * next() : 0.75 + 0.25 * next();
      const plan = whatToMove(areas, sides, target);
      const { fewest, best } = everyCombination(areas, sides, target);
      if (plan.isReached !== Number.isFinite(fewest)) disagree++;
      else if (plan.isReached) {
        reachable++;
        mostMovesOver = Math.max(mostMovesOver, plan.moves.length - fewest);
      } else {
        const reached = plan.moves.at(-1)?.jaccard ?? plan.before;
        mostJaccardShort = Math.max(mostJaccardShort, best - reached);
      }
    }
    return { areas: count, cases, reachable, mostMovesOver, mostJaccardShort, disagree };
  });
}

/** Mostly of one side, as small areas are, and with something of the others. */
function made(next: () => number): BuildingArea {
  const main = Math.floor(next() * 4);
  const [shared, overspill, gap, outside] = [0, 1, 2, 3].map((side) =>
    Math.round(next() * (side === main ? 100 : 12)),
  );
  return {
    shared: shared!,
    overspill: overspill!,
    gap: gap!,
    outside: outside!,
    people: undefined,
  };
}

function sidesOf(areas: readonly BuildingArea[]): Sides {
  const sum = (key: "shared" | "overspill" | "gap") => areas.reduce((s, a) => s + a[key], 0);
  return {
    shared: sum("shared"),
    body: sum("shared") + sum("overspill"),
    reference: sum("shared") + sum("gap"),
  };
}

/** The fewest moves that reach a target, and the best J, by trying all. */
function everyCombination(areas: readonly BuildingArea[], sides: Sides, target: number) {
  const added = Float64Array.from(areas, ({ gap }) => gap);
  const withAdded = Float64Array.from(areas, ({ gap, outside }) => gap + outside);
  const dropped = Float64Array.from(areas, ({ shared }) => shared);
  const withDropped = Float64Array.from(areas, ({ shared, overspill }) => shared + overspill);
  const { reference } = sides;
  const count = areas.length;
  let fewest = Infinity;
  let best = 0;
  const visit = (i: number, moved: number, shared: number, body: number): void => {
    if (i === count) {
      const jaccard = shared / (body + reference - shared);
      if (jaccard > best) best = jaccard;
      if (jaccard >= target - 1e-12 && moved < fewest) fewest = moved;
      return;
    }
    visit(i + 1, moved, shared, body);
    visit(i + 1, moved + 1, shared + added[i]!, body + withAdded[i]!);
    visit(i + 1, moved + 1, shared - dropped[i]!, body - withDropped[i]!);
  };
  visit(0, 0, sides.shared, sides.body);
  return { fewest, best };
}

/** As docs/coterminosity.md has it. */
export function moveTable(rows: readonly MoveTrialRow[]): string {
  const short = (value: number) => (value < 1e-12 ? "0" : value.toExponential(1));
  return [
    "| areas | cases | combinations each | target within reach | moves beyond the fewest, at most | jaccard short of the best, at most |",
    "|--:|--:|--:|--:|--:|--:|",
    ...rows.map(
      (row) =>
        `| ${row.areas} | ${row.cases} | ${(3 ** row.areas).toLocaleString("en-GB")} | ${row.reachable} | ${row.mostMovesOver} | ${short(row.mostJaccardShort)} |`,
    ),
  ].join("\n");
}
