/**
 * Where a stream's money lies under a declared rule: weights over portions of ground, in which the money
 * is then divided to the penny. A rule never moves money out of the initiative's own ground.
 */
import { outlineValidOn } from "../hotspots/question.ts";
import type { StudyIndex } from "../hotspots/study-index.ts";
import { addDays, type IsoDate } from "../units.ts";
import type { Stream } from "./model.ts";
import { daysBetween } from "./spread.ts";

export const PLACING_RULES = ["area", "population", "eligible", "list", "equal"] as const;
/**
 * area: by ground covered. population, eligible: by people of the place, times the share of it that is
 * covered. list: as the stream's keeper divides it. equal: the same to each place.
 */
export type PlacingRule = (typeof PLACING_RULES)[number];

/** A portion of a place: a cell, or the place as a whole where no outline says which of its ground. */
export interface Portion {
  readonly place: number;
  readonly cell: number | undefined;
  readonly weight: number;
}

export const UNPLACED = [
  "national line",
  "regional line",
  "no place recorded",
  "outside every place",
  "no people recorded",
  "no list given",
] as const;
export type Unplaced = (typeof UNPLACED)[number];

/** Pieces of ground, or why there are none. */
export interface Placing {
  readonly portions: readonly Portion[];
  readonly reason: Unplaced | undefined;
  /** True where the rule had nothing to go by and places got equal parts. */
  readonly fellBack: boolean;
}

export interface PlacingContext {
  readonly index: StudyIndex;
  /** Place -> people for the rules that ask for them; undefined where not recorded. */
  readonly people: readonly (number | undefined)[];
  readonly initiativeAt: ReadonlyMap<string, number>;
  /** Code of a place or of a district -> place. */
  readonly placeAt: ReadonlyMap<string, number>;
  /** Name of a district -> place. */
  readonly placeNamed: ReadonlyMap<string, number>;
}

const nowhere = (reason: Unplaced): Placing => ({ portions: [], reason, fellBack: false });

/** Where the money of a stream lies in a span of time. */
export function placeStream(
  context: PlacingContext,
  stream: Stream,
  span: { readonly start: IsoDate; readonly end: IsoDate },
  rule: PlacingRule,
): Placing {
  if (rule === "list") return listed(context, stream);
  if (stream.scope === "national") return nowhere("national line");
  if (stream.scope === "region") return nowhere("regional line");
  if (stream.scope === "district") {
    const place = context.placeNamed.get(stream.line);
    return place === undefined ? nowhere("no place recorded") : whole([place], rule, context);
  }
  const initiative = context.initiativeAt.get(stream.initiative ?? "");
  if (initiative === undefined) return fromList(context, stream, rule);
  const middle = addDays(span.start, Math.floor(daysBetween(span.start, span.end) / 2));
  const cells = cellsOf(context, initiative, middle);
  if (cells.length > 0) return onCells(context, cells, rule);
  const { within } = context.index.study.initiatives[initiative]!;
  return within.length === 0 ? fromList(context, stream, rule) : whole(within, rule, context);
}

/** Cells covered by the outline that holds on a day; by the nearest version's where none holds. */
function cellsOf({ index }: PlacingContext, initiative: number, day: IsoDate): number[] {
  const { study, outlinesOf } = index;
  const outlines = outlinesOf[initiative]!;
  const held = outlines.filter((outline) => outlineValidOn(study, outline, day));
  const chosen = new Set(held.length > 0 ? held : outlines.slice(0, 1));
  if (chosen.size === 0) return [];
  return study.cells.flatMap(({ coveredBy }, cell) =>
    coveredBy.some((outline) => chosen.has(outline)) ? [cell] : [],
  );
}

function onCells(
  { index, people }: PlacingContext,
  cells: readonly number[],
  rule: PlacingRule,
): Placing {
  const { study, cellsOf: cellsOfPlace } = index;
  const inside = cells.filter((cell) => study.cells[cell]!.place >= 0);
  if (inside.length === 0) return nowhere("outside every place");
  const covered = new Map<number, number>();
  for (const cell of inside) {
    const { place, area } = study.cells[cell]!;
    covered.set(place, (covered.get(place) ?? 0) + area);
  }
  const groundOf = (place: number) =>
    cellsOfPlace[place]!.reduce((sum, cell) => sum + study.cells[cell]!.area, 0);
  const perGround = (place: number): number | undefined => {
    if (rule === "area") return 1;
    if (rule === "equal") return 1 / covered.get(place)!;
    const count = people[place];
    return count === undefined ? undefined : count / groundOf(place);
  };
  const rates = new Map([...covered.keys()].map((place) => [place, perGround(place)]));
  if ([...rates.values()].includes(undefined)) return nowhere("no people recorded");
  const portions = inside.map((cell) => {
    const { place, area } = study.cells[cell]!;
    return { place, cell, weight: area * rates.get(place)! };
  });
  return { portions, reason: undefined, fellBack: false };
}

/** Money somewhere within places of which no outline is known. */
function whole(places: readonly number[], rule: PlacingRule, { people }: PlacingContext): Placing {
  const one = places.length === 1;
  const byPeople = rule === "population" || rule === "eligible";
  const portions = places.map((place) => ({
    place,
    cell: undefined,
    weight: one || !byPeople ? 1 : people[place],
  }));
  if (portions.some(({ weight }) => weight === undefined)) return nowhere("no people recorded");
  return {
    portions: portions.map((portion) => ({ ...portion, weight: portion.weight! })),
    reason: undefined,
    // By area there is no ground to go by.
    fellBack: rule === "area" && !one,
  };
}

function listed({ placeAt }: PlacingContext, { places }: Stream): Placing {
  const portions = places.flatMap(({ place, weight }) => {
    const at = placeAt.get(place);
    return at === undefined ? [] : [{ place: at, cell: undefined, weight }];
  });
  if (places.length === 0) return nowhere("no list given");
  if (portions.length < places.length) return nowhere("no place recorded");
  return { portions, reason: undefined, fellBack: false };
}

/** Without an initiative the keeper's list of places says where, and the rule how much each gets. */
function fromList(context: PlacingContext, stream: Stream, rule: PlacingRule): Placing {
  const { portions, reason } = listed(context, stream);
  if (reason !== undefined) return nowhere("no place recorded");
  return whole(
    portions.map(({ place }) => place),
    rule,
    context,
  );
}
