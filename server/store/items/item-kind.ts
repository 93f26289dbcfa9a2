import type { Db } from "../db.ts";

/**
 * A kind of thing whose states are kept: how it is read from the content tables, taken out of them
 * and put in. A state is plain JSON in which geometry stands by its hash.
 */
export interface ItemKind {
  /** In the history: never renamed. */
  readonly id: string;
  /** What people call one of them. */
  readonly title: string;
  /** `undefined` where there is none of this id. */
  readonly read: (db: Db, item: string) => object | undefined;
  readonly remove: (db: Db, item: string) => void;
  /** In words, what a state refers to that is not in the store; it cannot be put in without it. */
  readonly lacks?: (db: Db, state: object) => string | undefined;
  readonly write: (db: Db, item: string, state: object) => void;
}
