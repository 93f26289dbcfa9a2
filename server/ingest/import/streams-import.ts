/** `import --streams`: funding streams with their rules, budgets and worked cases. */
import type { ItemState } from "../../store/record-version.ts";
import { expectSound } from "../streams/expect-sound.ts";
import { knownNames } from "../streams/known-names.ts";
import { readStreams } from "../streams/read-streams.ts";
import { STREAM_COLUMNS } from "../streams/stream-columns.ts";
import { readTable } from "../tables/read-table.ts";
import { counted } from "./counted.ts";
import { fundingReport } from "./funding-report.ts";
import { hasGrantColumns, isJson, prepareGrants } from "./grants-import.ts";
import type { ImportContext, PreparedImport } from "./prepared-import.ts";

/**
 * Read a file of streams, or of grants as the 360Giving standard writes them. One with a problem is refused whole, with every problem in the detail.
 *
 * @throws AppError funding/*, file/*, format/*, limit/*
 */
export async function prepareStreams(
  context: ImportContext,
  path: string,
): Promise<PreparedImport> {
  const { db, reading, provenance } = context;
  if (isJson(path)) return prepareGrants(context, path);
  const table = await readTable(path, { sheet: reading.layer });
  if (hasGrantColumns(table)) return prepareGrants(context, path);
  const read = readStreams(table, reading.map, knownNames(db), provenance.source);
  expectSound(table.file, read.problems);
  const { streams, budgets, cases, notes } = read;
  const states: ItemState[] = [
    ...cases.map((one) => ({ kind: "case" as const, item: one.id, state: one })),
    ...budgets.map((one) => ({ kind: "budget" as const, item: one.id, state: one })),
    ...streams.map((one) => ({ kind: "stream" as const, item: one.id, state: one })),
  ];
  return {
    file: table.file,
    sha256: table.sha256,
    report: fundingReport(table, Object.keys(STREAM_COLUMNS), reading.map, notes, reading.today),
    what: counted(streams.length, "funding stream"),
    states: () => states,
    warnings: [...table.notes, ...notes].map(({ message }) => message),
  };
}
