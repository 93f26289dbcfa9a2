/** A study of any size for the bench of the screen: made-up initiatives and cells on given places. */
import type { Cell, Initiative, Outline, Study } from "../../server/core/model.ts";
import { addDays, addMonths, isoDate, pounds, squareMetres } from "../../server/core/units.ts";

export interface StudySize {
  readonly initiatives: number;
  readonly cells: number;
}

/** Three of four initiatives have an outline; the others lie somewhere within. */
const DRAWN_OF_FOUR = 3;
/** Cells that an outline covers at most. */
const WIDEST = 40;
const FIRST = isoDate("1994-01-01")!;
const DAYS = 5000;
const SEED = 582;

/**
 * Initiatives that begin on any day of 1994 to 2007 and last one to ten years, one in ten without a
 * recorded end, over cells that follow one another through the places; the same at every run.
 */
export function madeStudy(ground: Study, size: StudySize): Study {
  const chance = seeded(SEED);
  const below = (n: number) => Math.floor(chance() * n);
  const { places, programmes } = ground;
  const perPlace = size.cells / places.length;
  const coveredBy: number[][] = Array.from({ length: size.cells }, () => []);
  const initiatives: Initiative[] = [];
  const outlines: Outline[] = [];
  for (let i = 0; i < size.initiatives; i++) {
    const drawn = i % 4 < DRAWN_OF_FOUR;
    const start = addDays(FIRST, below(DAYS));
    initiatives.push({
      id: `made-${i}`,
      programme: below(programmes.length),
      name: `Made-up ${i}`,
      round: "",
      start: below(50) === 0 ? undefined : start,
      end: below(10) === 0 ? undefined : addMonths(start, 12 + below(108)),
      budget: below(2) === 0 ? undefined : pounds(below(50) * 1e6),
      accountableBody: "Made-up Council",
      confidence: "recalled",
      point: undefined,
      within: drawn ? [] : [below(places.length)],
      missing: [],
      funders: below(4) === 0 ? [] : [below(ground.funders.length)],
    });
    if (!drawn) continue;
    const first = below(size.cells);
    const last = Math.min(size.cells, first + 1 + below(WIDEST));
    for (let cell = first; cell < last; cell++) coveredBy[cell]!.push(outlines.length);
    outlines.push({
      initiative: i,
      grade: "composed",
      accuracy: undefined,
      from: undefined,
      to: undefined,
    });
  }
  const cells = coveredBy.map(
    (covers, cell): Cell => ({
      place: Math.floor(cell / perPlace),
      coveredBy: covers,
      area: squareMetres(1e6),
    }),
  );
  return { ...ground, initiatives, outlines, indications: [], cells };
}

/** Numbers of 0 to 1 that are the same at every run (Numerical Recipes' linear generator). */
function seeded(state: number): () => number {
  let now = state;
  return () => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return now / 2 ** 32;
  };
}
