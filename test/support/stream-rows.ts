/** Rows of streams written as the public CSV, and read back. */
import { stringify } from "csv-stringify/sync";
import { expect } from "vitest";
import type { Stream } from "../../server/core/funding/model.ts";
import { type KnownNames, readStreams } from "../../server/ingest/streams/read-streams.ts";
import { readTable } from "../../server/ingest/tables/read-table.ts";
import type { scratchFolder } from "./scratch.ts";

const NOTHING: KnownNames = {
  initiatives: new Map(),
  programmes: new Map(),
  streams: new Set(),
  organisations: [],
};

export type Row = Readonly<Record<string, string>>;

/** The streams of a file with these rows; any problem fails the test. */
export async function readRows(
  scratch: ReturnType<typeof scratchFolder>,
  rows: readonly Row[],
  divider: string,
): Promise<readonly Stream[]> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = stringify([...rows], { header: true, columns, delimiter: divider });
  const { streams, problems } = readStreams(
    await readTable(scratch.write("variant.csv", text)),
    new Map(),
    NOTHING,
  );
  expect(problems).toEqual([]);
  return streams;
}

/** The same amount as people write it. */
export const written = (amount: number, style: number) => {
  const pounds = Math.trunc(Math.abs(amount) / 100);
  const rest = `.${String(Math.abs(amount) % 100).padStart(2, "0")}`;
  const thousands = `${pounds.toLocaleString("en-GB")}${rest}`;
  const size = [`${pounds}${rest}`, thousands, `£${thousands}`, `GBP ${pounds}${rest}`][style % 4]!;
  return amount < 0 ? (style % 2 === 0 ? `(${size})` : `-${size}`) : size;
};
