/** The ledger on small areas: what money a head a rule gives to each. */

import { outlineValidOn } from "../hotspots/question.ts";
import type { SmallAreas } from "../need/model.ts";
import { addDays, type Pence, pence } from "../units.ts";
import { apportion } from "./apportion.ts";
import type { LedgerEntry } from "./ledger.ts";
import { type PlacingContext, type PlacingRule, placeStream, type Unplaced } from "./placing.ts";
import { daysBetween } from "./spread.ts";

export const SMALL_AREA_RULES = [
  "area",
  "population",
  "equal",
] as const satisfies readonly PlacingRule[];
export type SmallAreaRule = (typeof SMALL_AREA_RULES)[number];

export interface SmallAreaSum {
  readonly amount: Pence;
  /** How much of it lies somewhere within a place of which no outline says where: spread over all of it. */
  readonly somewhere: Pence;
}

export interface SmallAreaMoney {
  /** Small area -> money; one without any is absent. */
  readonly sums: ReadonlyMap<number, SmallAreaSum>;
  /** What lies in no small area. */
  readonly unplaced: readonly { readonly reason: Unplaced; readonly amount: Pence }[];
}

/**
 * Divide entries among small areas. An initiative with an outline pays the ground under it; one that
 * lies somewhere within its places pays all of them evenly, which is an assumption and kept apart. The
 * sums and what is unplaced add to the entries, to the penny.
 */
export function smallAreaMoney(
  context: Omit<PlacingContext, "people">,
  smallAreas: SmallAreas,
  entries: readonly LedgerEntry[],
  rule: SmallAreaRule,
): SmallAreaMoney {
  const ground = groundOf(smallAreas);
  const amounts = new Map<number, { amount: number; somewhere: number }>();
  const unplaced = new Map<Unplaced, number>();
  const leave = (reason: Unplaced, amount: number) =>
    unplaced.set(reason, (unplaced.get(reason) ?? 0) + amount);
  for (const entry of entries) {
    const { pieces, certain, reason } = piecesFor(context, ground, entry);
    const parts = apportion(
      entry.amount,
      pieces.map((piece) => weightOf(smallAreas, ground, piece, rule)),
    );
    if (parts === undefined) {
      leave(reason ?? "no people recorded", entry.amount);
      continue;
    }
    pieces.forEach((piece, i) => {
      const { unit } = smallAreas.pieces[piece]!;
      const sum = amounts.get(unit) ?? { amount: 0, somewhere: 0 };
      amounts.set(unit, sum);
      sum.amount += parts[i]!;
      if (!certain) sum.somewhere += parts[i]!;
    });
  }
  return {
    sums: new Map(
      [...amounts].map(([unit, { amount, somewhere }]) => [
        unit,
        { amount: pence(amount), somewhere: pence(somewhere) },
      ]),
    ),
    unplaced: [...unplaced].map(([reason, amount]) => ({ reason, amount: pence(amount) })),
  };
}

interface Ground {
  /** Small area -> its whole ground. */
  readonly area: ReadonlyMap<number, number>;
  readonly ofPlace: ReadonlyMap<number, readonly number[]>;
  readonly ofOutline: ReadonlyMap<number, readonly number[]>;
}

function groundOf({ pieces }: SmallAreas): Ground {
  const area = new Map<number, number>();
  const ofPlace = new Map<number, number[]>();
  const ofOutline = new Map<number, number[]>();
  const under = (lists: Map<number, number[]>, key: number, piece: number) => {
    const list = lists.get(key);
    if (list) list.push(piece);
    else lists.set(key, [piece]);
  };
  pieces.forEach((piece, i) => {
    area.set(piece.unit, (area.get(piece.unit) ?? 0) + piece.area);
    if (piece.place >= 0) under(ofPlace, piece.place, i);
    for (const outline of piece.coveredBy) under(ofOutline, outline, i);
  });
  return { area, ofPlace, ofOutline };
}

interface Chosen {
  readonly pieces: readonly number[];
  readonly certain: boolean;
  readonly reason: Unplaced | undefined;
}

function piecesFor(
  context: Omit<PlacingContext, "people">,
  ground: Ground,
  { stream, start, end }: LedgerEntry,
): Chosen {
  const { study, outlinesOf } = context.index;
  const initiative = context.initiativeAt.get(stream.initiative ?? "");
  const middle = addDays(start, Math.floor(daysBetween(start, end) / 2));
  const outlines = initiative === undefined ? [] : outlinesOf[initiative]!;
  const held = outlines.filter((outline) => outlineValidOn(study, outline, middle));
  const chosen = held.length > 0 ? held : outlines.slice(0, 1);
  if (chosen.length > 0) {
    const pieces = new Set(chosen.flatMap((outline) => ground.ofOutline.get(outline) ?? []));
    return { pieces: [...pieces], certain: true, reason: "outside every place" };
  }
  const { portions, reason } = placeStream(
    { ...context, people: [] },
    stream,
    { start, end },
    "equal",
  );
  const places = new Set(portions.map(({ place }) => place));
  const pieces = [...places].flatMap((place) => ground.ofPlace.get(place) ?? []);
  return { pieces, certain: false, reason: reason ?? "outside every place" };
}

function weightOf(
  { pieces, areas }: SmallAreas,
  ground: Ground,
  piece: number,
  rule: SmallAreaRule,
): number {
  const { unit, area } = pieces[piece]!;
  if (rule === "area") return area;
  const part = area / ground.area.get(unit)!;
  return rule === "equal" ? part : part * (areas[unit]?.people ?? 0);
}
