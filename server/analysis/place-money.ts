/** The ledger of a store on its places, under a rule. */

import { AppError } from "../core/errors.ts";
import type { PlacedEntry } from "../core/funding/placed-money.ts";
import { placeLedger } from "../core/funding/placed-money.ts";
import type { PlacingRule } from "../core/funding/placing.ts";
import type { Db } from "../store/db.ts";
import type { WeightSet } from "../store/weight.ts";
import type { Funding } from "./load-funding.ts";
import { placeSets } from "./people-of-places.ts";

/** A rule, and the set of weights that it goes by. */
export interface PlacingChoice {
  readonly rule: PlacingRule;
  readonly weights: WeightSet | undefined;
}

const needsPeople = (rule: PlacingRule) => rule === "population" || rule === "eligible";

/**
 * The rule with its weights: people of districts where none is named.
 *
 * @throws AppError input/invalid where a set is named that is not there or does not count people, where
 *   the rule uses none, or where `eligible` names none
 */
export function placingChoice(db: Db, rule: PlacingRule, named: string | undefined): PlacingChoice {
  const sets = placeSets(db);
  const known = sets.map(({ id }) => id);
  const refuse = (message: string) =>
    new AppError("input/invalid", message, { rule, weights: named, known });
  if (!needsPeople(rule)) {
    if (named === undefined) return { rule, weights: undefined };
    throw refuse(
      `Money divided by ${rule} goes by no weights: leave "weights" out, or divide by population.`,
    );
  }
  const list =
    known.length === 0 ? 'none is loaded: run "patchwork load --statistics"' : known.join(", ");
  if (named === undefined && rule === "eligible")
    throw refuse(
      `Say which people are eligible with "weights". Sets of people by district: ${list}.`,
    );
  const weights = named === undefined ? sets[0] : sets.find(({ id }) => id === named);
  if (weights === undefined)
    throw refuse(
      `There are no ${named === undefined ? "people by district" : `weights "${named}"`} to divide by; ${list}.`,
    );
  return { rule, weights };
}

/** Every entry of the ledger, divided. */
export function placedLedger(funding: Funding, { rule, weights }: PlacingChoice): PlacedEntry[] {
  const people = weights === undefined ? [] : funding.districts.peopleOf(weights.id);
  return placeLedger({ ...funding.placing, people }, funding.ledger.entries, rule);
}
