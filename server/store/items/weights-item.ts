import type { Change } from "../../core/weights/carry.ts";
import type { Db } from "../db.ts";
import { type WeightSet, weightTable } from "../weight.ts";
import type { ItemKind } from "./item-kind.ts";

export interface WeightsState {
  readonly set: Omit<WeightSet, "id">;
  /** Area code, value. */
  readonly weights: readonly (readonly [string, number])[];
  /** Codes whose value was carried over a change of areas, and what that was. */
  readonly carried: readonly (readonly [string, Change])[];
}

/** A set of weights, whole. */
export const weightsItem = {
  id: "weights",
  title: "set of weights",
  read(db: Db, id: string): WeightsState | undefined {
    const table = weightTable(db);
    const found = table.sets().find((set) => set.id === id);
    if (!found) return undefined;
    const { id: _, ...set } = found;
    return { set, weights: [...table.values(id)], carried: [...table.carried(id)].sort() };
  },
  remove(db: Db, id: string): void {
    db.prepare<[string]>("DELETE FROM carried_weight WHERE weight_set_id = ?").run(id);
    db.prepare<[string]>("DELETE FROM weight WHERE weight_set_id = ?").run(id);
    db.prepare<[string]>("DELETE FROM weight_set WHERE id = ?").run(id);
  },
  write(db: Db, id: string, state: object): void {
    const { set, weights, carried } = state as WeightsState;
    weightTable(db).add({ ...set, id }, weights, carried);
  },
} as const satisfies ItemKind;
