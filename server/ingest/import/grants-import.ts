/** `import --streams` of a 360Giving package or spreadsheet. */
import { AppError } from "../../core/errors.ts";
import type { ItemState } from "../../store/record-version.ts";
import { type GrantFile, readGrants } from "../grants/read-grants.ts";
import { spellingNotes } from "../streams/file-notes.ts";
import { grantStream } from "../streams/grant-streams.ts";
import { knownNames } from "../streams/known-names.ts";
import type { Table } from "../tables/table.ts";
import { counted } from "./counted.ts";
import { plainReport } from "./funding-report.ts";
import type { ImportContext, PreparedImport } from "./prepared-import.ts";

export const isJson = (path: string) => /\.json(?:\.gz)?$/i.test(path);

/** Whether a table has the titles that the standard gives to what every grant must say. */
export function hasGrantColumns({ header }: Table): boolean {
  const titles = new Set(header.map((title) => title.trim().toLowerCase()));
  return titles.has("identifier") && titles.has("amount awarded");
}

/**
 * Read a file of grants. One with a fault is refused whole; a kind of area that the standard does not
 * list is a doubt and told.
 *
 * @throws AppError funding/value, funding/amount, file/*, format/*, limit/*
 */
export async function prepareGrants(
  { db, reading, provenance }: ImportContext,
  path: string,
): Promise<PreparedImport> {
  const read = await readGrants(path);
  const doubts = read.problems.filter(({ code }) => code === "grants/geo-code-type");
  expectFaultless(read);
  const streams = read.grants.map(({ grant }) => grantStream(grant, provenance.source));
  const names = streams.flatMap(({ funder, recipient }) => [funder, recipient?.organisation ?? ""]);
  const spelt = spellingNotes(names, knownNames(db).organisations);
  const warnings = [...read.notes, ...doubts, ...spelt].map(({ message }) => message);
  const states: ItemState[] = streams.map((one) => ({ kind: "stream", item: one.id, state: one }));
  return {
    file: read.file,
    sha256: read.sha256,
    report: plainReport({
      file: read.file,
      sha256: read.sha256,
      format: read.format,
      rows: streams.length,
      notes: warnings,
      today: reading.today,
      fields: [],
    }),
    what: counted(streams.length, "grant"),
    states: () => states,
    warnings,
  };
}

function expectFaultless({ file, grants, problems }: GrantFile): void {
  const faults = problems.filter(({ code }) => code !== "grants/geo-code-type");
  const [first] = faults;
  const more = faults.length - 1;
  const others =
    more > 0 ? ` ${more} more ${more === 1 ? "problem" : "problems"} in the file.` : "";
  if (first)
    throw new AppError("funding/value", `${first.message} Nothing was stored.${others}`, {
      file,
      row: first.row,
      column: first.field,
      problems: faults.slice(0, 100),
      count: faults.length,
    });
  const foreign = grants.find(({ grant }) => grant.currency !== "GBP");
  if (foreign)
    throw new AppError(
      "funding/amount",
      `${file}, row ${foreign.row}: the grant ${foreign.grant.id} is in ${foreign.grant.currency}, ` +
        "which cannot be added to pounds. Nothing was stored.",
      { file, row: foreign.row, column: "currency", currency: foreign.grant.currency },
    );
}
