import { type Pence, type Share, share } from "../../units.ts";

/** A small area with the money that a declared rule apportioned to it. */
export interface AreaMoney {
  readonly code: string;
  readonly money: Pence;
  readonly people: number;
  /** Higher is more deprived; `undefined` where the index has no score for it. */
  readonly need: number | undefined;
}

export interface AreaPerHead {
  readonly code: string;
  /** Pounds a head. */
  readonly perHead: number;
  /** 100 is the mean of all the areas together. */
  readonly index: number | undefined;
}

export interface NeedGroup {
  readonly areas: number;
  readonly people: number;
  /** Pounds a head of all its people together, not the mean of its areas. */
  readonly perHead: number;
}

export interface MoneyPerHead {
  readonly areas: readonly AreaPerHead[];
  /** Pounds a head over all. */
  readonly overall: number;
  /** How much of the areas is in each of the two groups. */
  readonly groupShare: Share;
  readonly most: NeedGroup;
  readonly least: NeedGroup;
  /** Most over least deprived: 1.45 is 45 % above. `undefined` where the least deprived get nothing. */
  readonly ratio: number | undefined;
}

/** A fifth of the areas at each end. */
export const FIFTH = share(0.2);
const PENCE = 100;

/**
 * Money a head by small area, and of the most deprived over the least deprived (PAT 17 §2.10). Areas
 * without people, or without a score of need, are in no group; areas with equal need go by code.
 *
 * @returns `undefined` with fewer than two scored areas
 */
export function moneyPerHead(
  areas: readonly AreaMoney[],
  groupShare: Share = FIFTH,
): MoneyPerHead | undefined {
  const peopled = areas.filter(({ people }) => people > 0);
  const ranked = peopled
    .filter((area) => area.need !== undefined)
    .sort((a, b) => b.need! - a.need! || (a.code < b.code ? -1 : 1));
  if (ranked.length < 2) return undefined;
  const size = Math.min(Math.max(1, Math.round(ranked.length * groupShare)), ranked.length >> 1);
  const most = groupOf(ranked.slice(0, size));
  const least = groupOf(ranked.slice(-size));
  const overall = groupOf(peopled).perHead;
  return {
    areas: peopled.map(({ code, money, people }) => {
      const perHead = money / PENCE / people;
      return { code, perHead, index: overall > 0 ? (perHead / overall) * 100 : undefined };
    }),
    overall,
    groupShare,
    most,
    least,
    ratio: least.perHead > 0 ? most.perHead / least.perHead : undefined,
  };
}

function groupOf(areas: readonly AreaMoney[]): NeedGroup {
  const people = areas.reduce((sum, area) => sum + area.people, 0);
  const money = areas.reduce((sum, area) => sum + area.money, 0);
  return { areas: areas.length, people, perHead: money / PENCE / people };
}
