import { boardTable } from "../../store/board.ts";
import type { Db } from "../../store/db.ts";
import { partnerTable } from "../../store/partner.ts";
import { targetTable } from "../../store/target.ts";
import type { ReadPartners } from "./read-partners.ts";

/** Write what a file of partners says. For use inside a transaction. */
export function storePartners(db: Db, read: ReadPartners): void {
  const boards = boardTable(db);
  for (const board of read.boards) boards.add(board);
  for (const seat of read.seats) boards.addSeat(seat);
  const partners = partnerTable(db);
  for (const membership of read.memberships) partners.add(membership);
  const targets = targetTable(db);
  for (const aim of read.aims) targets.addAim(aim);
  for (const target of read.targets) targets.add(target);
}
