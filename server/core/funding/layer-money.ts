/** The ledger on the areas of any reference layer, by the ground that outlines share with them. */
import { outlineValidOn } from "../hotspots/question.ts";
import type { StudyIndex } from "../hotspots/study-index.ts";
import { addDays, type Pence, pence } from "../units.ts";
import { apportion } from "./apportion.ts";
import type { LedgerEntry } from "./ledger.ts";
import { daysBetween } from "./spread.ts";

/** Ground that an outline shares with an area of the layer. */
export interface SharedGround {
  readonly area: number;
  readonly m2: number;
}

export const LAYER_RULES = ["area", "equal"] as const;
export type LayerRule = (typeof LAYER_RULES)[number];

export const NOT_ON_LAYER = ["no outline", "outside the layer"] as const;
export type NotOnLayer = (typeof NOT_ON_LAYER)[number];

export interface LayerMoney {
  /** Area of the layer -> money; one without any is absent. */
  readonly sums: ReadonlyMap<number, Pence>;
  readonly unplaced: ReadonlyMap<NotOnLayer, Pence>;
}

/**
 * Divide entries among a layer's areas. Only outlines can be held against a layer: what lies
 * somewhere within a place, and lines of districts, regions and the nation, stay unplaced. Sums and
 * unplaced add to the entries, to the penny.
 *
 * @param shared outline -> areas that it shares ground with
 */
export function layerMoney(
  { study, outlinesOf }: StudyIndex,
  initiativeAt: ReadonlyMap<string, number>,
  shared: ReadonlyMap<number, readonly SharedGround[]>,
  entries: readonly LedgerEntry[],
  rule: LayerRule,
): LayerMoney {
  const sums = new Map<number, Pence>();
  const unplaced = new Map<NotOnLayer, Pence>();
  const add = <Key>(to: Map<Key, Pence>, key: Key, amount: Pence) =>
    to.set(key, pence((to.get(key) ?? 0) + amount));
  for (const { stream, start, end, amount } of entries) {
    const initiative = initiativeAt.get(stream.initiative ?? "");
    const outlines = initiative === undefined ? [] : outlinesOf[initiative]!;
    const middle = addDays(start, Math.floor(daysBetween(start, end) / 2));
    const outline = outlines.find((one) => outlineValidOn(study, one, middle)) ?? outlines[0];
    const areas = outline === undefined ? [] : (shared.get(outline) ?? []);
    const parts = apportion(
      amount,
      areas.map(({ m2 }) => (rule === "area" ? m2 : 1)),
    );
    if (parts === undefined)
      add(unplaced, outline === undefined ? "no outline" : "outside the layer", amount);
    else for (const [i, { area }] of areas.entries()) add(sums, area, parts[i]!);
  }
  return { sums, unplaced };
}
