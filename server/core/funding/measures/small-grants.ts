import { type Pence, pence, type Share, share } from "../../units.ts";

export interface SmallGrants {
  /** A grant is small below it, not at it. */
  readonly threshold: Pence;
  readonly small: number;
  /** Grants with a recorded amount: what `small` is out of. */
  readonly known: number;
  readonly unknown: number;
  readonly smallMoney: Pence;
  readonly knownMoney: Pence;
  /** small / known; `undefined` where no amount is recorded. */
  readonly share: Share | undefined;
}

/** M-F3. How many grants, and how much of the money, fall under a stated threshold. */
export function smallGrants(
  amounts: readonly (Pence | undefined)[],
  threshold: Pence,
): SmallGrants {
  const known = amounts.filter((amount) => amount !== undefined);
  const small = known.filter((amount) => amount < threshold);
  const sum = (list: readonly Pence[]) => pence(list.reduce((a, b) => a + b, 0));
  return {
    threshold,
    small: small.length,
    known: known.length,
    unknown: amounts.length - known.length,
    smallMoney: sum(small),
    knownMoney: sum(known),
    share: known.length > 0 ? share(small.length / known.length) : undefined,
  };
}
