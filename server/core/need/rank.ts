/** Which small areas are the most deprived. */
import type { SmallArea } from "./model.ts";

/**
 * Small area -> its rank by score, 1 for the highest; areas that tie share the better rank.
 * `undefined` where it has no score.
 */
export function ranksByScore(areas: readonly SmallArea[]): (number | undefined)[] {
  const order = areas
    .flatMap(({ score }, area) => (score === undefined ? [] : [{ area, score }]))
    .sort((a, b) => b.score - a.score);
  const ranks: (number | undefined)[] = areas.map(() => undefined);
  let rank = 0;
  order.forEach(({ area, score }, i) => {
    if (score !== order[i - 1]?.score) rank = i + 1;
    ranks[area] = rank;
  });
  return ranks;
}

/**
 * Small area -> whether it is among the most deprived share of those that have a score: the official
 * reading, a share of areas and not of people. The last of them brings in all that tie with it.
 *
 * @param share above 0 and at most 1
 */
export function mostDeprived(
  ranks: readonly (number | undefined)[],
  share: number,
): readonly boolean[] {
  const scored = ranks.filter((rank) => rank !== undefined).length;
  const last = Math.floor(scored * share);
  return ranks.map((rank) => rank !== undefined && rank <= last);
}
