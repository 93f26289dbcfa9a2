import type { Aim, Board, Membership, Target } from "../../core/partnership/model.ts";
import { boardTable } from "../board.ts";
import type { Db } from "../db.ts";
import { partnerTable } from "../partner.ts";
import { targetTable } from "../target.ts";
import type { ItemKind } from "./item-kind.ts";
import { lacking } from "./lacking.ts";

export interface BoardState {
  readonly board: Board;
  readonly seats: readonly Membership[];
  readonly aims: readonly Aim[];
  readonly targets: readonly Target[];
}

export interface PartsState {
  readonly memberships: readonly Membership[];
  readonly aims: readonly Aim[];
  readonly targets: readonly Target[];
}

const ofBody = (db: Db, id: string) => {
  const table = targetTable(db);
  return {
    aims: table.aims().filter(({ of }) => of === id),
    targets: table.all().filter(({ of }) => of === id),
  };
};

function removeAims(db: Db, id: string): void {
  for (const table of ["body_aim", "target"])
    db.prepare<[string]>(`DELETE FROM ${table} WHERE body = ?`).run(id);
}

function writeAims(db: Db, { aims, targets }: Omit<PartsState, "memberships">): void {
  const table = targetTable(db);
  for (const aim of aims) table.addAim(aim);
  for (const target of targets) table.add(target);
}

/** A board with its seats, aims and targets. */
export const boardItem = {
  id: "board",
  title: "board",
  read(db: Db, id: string): BoardState | undefined {
    const table = boardTable(db);
    const board = table.all().find((one) => one.id === id);
    if (!board) return undefined;
    return { board, seats: table.seats().filter(({ of }) => of === id), ...ofBody(db, id) };
  },
  lacks: (db: Db, state: object) => lacking(db, (state as BoardState).board),
  remove(db: Db, id: string): void {
    removeAims(db, id);
    db.prepare<[string]>("DELETE FROM seat WHERE board_id = ?").run(id);
    db.prepare<[string]>("DELETE FROM board WHERE id = ?").run(id);
  },
  write(db: Db, _id: string, state: object): void {
    const { board, seats, ...rest } = state as BoardState;
    const table = boardTable(db);
    table.add(board);
    for (const seat of seats) table.addSeat(seat);
    writeAims(db, rest);
  },
} as const satisfies ItemKind;

/** Who takes part in an initiative, with its own aims and targets. */
export const partsItem = {
  id: "parts",
  title: "list of partners of",
  read(db: Db, id: string): PartsState | undefined {
    const memberships = partnerTable(db).ofInitiative(id);
    const { aims, targets } = ofBody(db, id);
    const any = memberships.length + aims.length + targets.length > 0;
    return any ? { memberships, aims, targets } : undefined;
  },
  lacks(db: Db, state: object): string | undefined {
    const { memberships, aims, targets } = state as PartsState;
    return lacking(db, { initiative: [...memberships, ...aims, ...targets][0]?.of });
  },
  remove(db: Db, id: string): void {
    removeAims(db, id);
    db.prepare<[string]>("DELETE FROM membership WHERE initiative_id = ?").run(id);
  },
  write(db: Db, _id: string, state: object): void {
    const { memberships, ...rest } = state as PartsState;
    const table = partnerTable(db);
    for (const membership of memberships) table.add(membership);
    writeAims(db, rest);
  },
} as const satisfies ItemKind;
