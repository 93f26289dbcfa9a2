import { exactly, type Range } from "../range.ts";

export interface FunderConcentration {
  readonly funders: number;
  /** Sum of squared shares, the Herfindahl-Hirschman index: 1/n where equal, 1 for a single funder. */
  readonly hhi: Range;
  /** 1 / hhi: how many equal funders would be as concentrated. */
  readonly effective: Range;
  /** 1 - hhi: the chance that two pounds drawn at random come from different funders. */
  readonly fragmentation: Range;
}

/**
 * M-F1. How concentrated the money is among its funders. Where a split is not published the figure
 * is the range that every possible split allows, never an invented one.
 *
 * @param amounts pounds by funder, above 0, one each; `undefined` is not published
 * @param total pounds of all funders together, where published
 * @returns `undefined` without funders, or where the amounts do not fit the total
 * @source Easterly and Pfutze 2008; Knack and Rahman 2007
 */
export function funderConcentration(
  amounts: readonly (number | undefined)[],
  total?: number,
): FunderConcentration | undefined {
  const hhi = hhiRange(amounts, total);
  if (hhi === undefined) return undefined;
  const { low, high, open } = hhi;
  const flip = (a: number, b: number): Range => ({
    low: a,
    high: b,
    open: open && (open === "high" ? "low" : "high"),
  });
  return {
    funders: amounts.length,
    hhi,
    effective: flip(1 / high, 1 / low),
    fragmentation: flip(1 - high, 1 - low),
  };
}

function hhiRange(amounts: readonly (number | undefined)[], total?: number): Range | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const unknown = amounts.length - known.length;
  if (amounts.length === 0 || known.some((amount) => !(amount > 0))) return undefined;
  const sum = known.reduce((a, b) => a + b, 0);
  const squares = known.reduce((a, b) => a + b * b, 0);
  if (amounts.length === 1) return exactly(1);
  if (unknown === 0) return exactly(squares / (sum * sum));
  // The known alone are as good as sum²/squares equal funders; each unknown adds at most one more.
  if (total === undefined)
    return { low: 1 / (equalTo(sum, squares) + unknown), high: 1, open: "high" };
  const rest = total - sum;
  if (!(rest > 0)) return undefined;
  const low = (squares + (rest * rest) / unknown) / (total * total);
  const high = (squares + rest * rest) / (total * total);
  return unknown === 1 ? exactly(high) : { low, high, open: "high" };
}

const equalTo = (sum: number, squares: number) => (squares > 0 ? (sum * sum) / squares : 0);
