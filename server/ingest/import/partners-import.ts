/** `import --partners`: boards with their seats, parts in initiatives, aims and targets. */
import type { Membership } from "../../core/partnership/model.ts";
import type { Db } from "../../store/db.ts";
import { type BoardState, type PartsState, partsItem } from "../../store/items/board-item.ts";
import type { ItemState } from "../../store/record-version.ts";
import { PARTNER_COLUMNS } from "../partners/partner-columns.ts";
import { partKey, type ReadPartners, readPartners } from "../partners/read-partners.ts";
import { expectSound } from "../streams/expect-sound.ts";
import { knownBodies } from "../streams/known-names.ts";
import { readTable } from "../tables/read-table.ts";
import { counted } from "./counted.ts";
import { fundingReport } from "./funding-report.ts";
import type { ImportContext, PreparedImport } from "./prepared-import.ts";

/**
 * Read a file of partners. A board stands as the file says; parts in an initiative are added to those
 * that are recorded, and one that is there already stands as the file says.
 *
 * @throws AppError funding/*, file/*, format/*, limit/*
 */
export async function preparePartners(
  { db, reading, provenance }: ImportContext,
  path: string,
): Promise<PreparedImport> {
  const table = await readTable(path, { sheet: reading.layer });
  const read = readPartners(table, reading.map, knownBodies(db), provenance.source);
  expectSound(table.file, read.problems);
  const states = [...boardStates(read), ...partsStates(db, read)];
  return {
    file: table.file,
    sha256: table.sha256,
    report: fundingReport(
      table,
      Object.keys(PARTNER_COLUMNS),
      reading.map,
      read.notes,
      reading.today,
    ),
    what: [
      counted(read.boards.length, "board"),
      counted(read.seats.length + read.memberships.length, "seat or part"),
    ].join(" and "),
    states: () => states,
    warnings: [...table.notes, ...read.notes].map(({ message }) => message),
  };
}

function boardStates({ boards, seats, aims, targets }: ReadPartners): ItemState[] {
  return boards.map((board) => ({
    kind: "board",
    item: board.id,
    state: {
      board,
      seats: seats.filter(({ of }) => of === board.id).sort(byName),
      aims: aims.filter(({ of }) => of === board.id),
      targets: targets.filter(({ of }) => of === board.id),
    } satisfies BoardState,
  }));
}

function partsStates(db: Db, { boards, memberships, aims, targets }: ReadPartners): ItemState[] {
  const ids = new Set(boards.map(({ id }) => id));
  const bodies = new Set(
    [...memberships, ...aims, ...targets].flatMap(({ of }) => (ids.has(of) ? [] : [of])),
  );
  return [...bodies].map((id) => {
    const before = partsItem.read(db, id) ?? { memberships: [], aims: [], targets: [] };
    const own = <T extends { readonly of: string }>(rows: readonly T[]) =>
      rows.filter(({ of }) => of === id);
    const added = own(aims);
    const terms = new Set(added.map(({ term }) => term));
    const state: PartsState = {
      memberships: merged(before.memberships, own(memberships)),
      aims: [...before.aims.filter(({ term }) => !terms.has(term)), ...added].sort((a, b) =>
        a.term < b.term ? -1 : 1,
      ),
      targets: own(targets).length > 0 ? own(targets) : before.targets,
    };
    return { kind: "parts", item: id, state };
  });
}

const byName = (a: Membership, b: Membership) =>
  a.organisation === b.organisation
    ? a.role < b.role
      ? -1
      : 1
    : a.organisation < b.organisation
      ? -1
      : 1;

function merged(before: readonly Membership[], added: readonly Membership[]): Membership[] {
  const key = ({ of, organisation, role }: Membership) => partKey(of, organisation, role);
  return [...new Map([...before, ...added].map((row) => [key(row), row])).values()].sort(byName);
}
