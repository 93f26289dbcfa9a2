/** Gap and overspill, with the people on them, of every outline that is held against one area. */
import { type AmountOfPiece, amountOfPieces } from "../core/fit/amount-of-pieces.ts";
import { fragmentShapes } from "../core/fit/fragment-shapes.ts";
import { type MeasuredFragment, measuring } from "../core/fit/pairs.ts";
import { rolesOf } from "../core/fit/roles.ts";
import type { Shapes } from "../core/overlay/model.ts";
import type { Db } from "../store/db.ts";
import { boxOf } from "../store/drawing.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import { certifiedPartition } from "./certified.ts";
import type { SmallAreasUnder } from "./fit-people.ts";
import { shapesOf } from "./sources.ts";

export interface PairGround {
  /** The largest first; people are undefined where no layer of areas with people is loaded. */
  readonly fragments: readonly {
    readonly fragment: MeasuredFragment;
    readonly people: AmountOfPiece | undefined;
  }[];
  /** Polygon n is fragment n, on the stored grid. */
  readonly shapes: Shapes;
}

/**
 * As `openPair`, without what could move: the area and the small areas near it are cut once for all of
 * the outlines, and each outline's ground is found when it is its turn.
 *
 * @param outlines ids of boundaries, each once, as `area`
 * @throws AppError certificate/failed
 */
export function* openPairs(
  db: Db,
  outlines: readonly number[],
  area: number,
  tolerance: number,
  { people, near }: SmallAreasUnder,
): Generator<PairGround> {
  const sources = [...outlines, area];
  const own = shapesOf(db, sources);
  const units = people ? near(people.layer, boxOf(own, [...own.polygonShape.keys()])) : [];
  const result = certifiedPartition(
    shapesOf(db, [...sources, ...units.map(({ boundary }) => boundary)]),
    {},
  );
  const { graph, pairs } = measuring(result, rolesOf(outlines.length, 1, 0, 0), tolerance);
  const pairOf = new Map([...pairs()].map((pair) => [pair.body, pair]));
  const peopleOn =
    people &&
    amountOfPieces(
      result,
      graph,
      { from: sources.length, to: result.sourceCount },
      units.map(({ place }) => people.people.get(place.code)),
    );
  for (const body of outlines.keys()) {
    const fragments = pairOf.get(body)?.fragments() ?? [];
    yield {
      fragments: fragments.map((fragment) => ({ fragment, people: peopleOn?.(fragment) })),
      shapes: fragmentShapes(graph, STORE_GRID, fragments),
    };
  }
}
