/** The wheel's facts as a table, a row a ring. */
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { CategoryMark } from "../../parts/marks.tsx";
import { countsWords, paidWords, yearWords } from "../../stream-words.ts";
import { texts } from "../../texts/streams.ts";
import { paysFor } from "./names.ts";
import type { StreamRing } from "./rings.ts";

interface Row extends StreamRing {
  readonly ring: number;
}

export function StreamTable({ rings }: { rings: readonly StreamRing[] }) {
  return (
    <DataTable
      caption={texts.streamTable}
      columns={COLUMNS}
      rows={rings.map((ring, i) => ({ ...ring, ring: i + 1 }))}
      keyOf={({ id }) => id}
      empty={texts.noStreams}
      file="patchwork-streams"
      rowClass={({ first }) => (first.yearStart ? "" : "row-unknown")}
    />
  );
}

const projects = ({ streams }: Row) => [...new Set(streams.map(paysFor))].join("; ");

const COLUMNS: Column<Row>[] = [
  { id: "ring", label: texts.ring, value: ({ ring }) => ring, number: true },
  {
    id: "stream",
    label: texts.stream,
    value: ({ name }) => name,
    cell: ({ first, name, streams, ...row }) => (
      <>
        {first.category && <CategoryMark category={first.category} />} {name}
        <small class="note pays"> {projects({ first, name, streams, ...row })}</small>
      </>
    ),
    head: true,
  },
  { id: "year_starts", label: texts.yearStarts, value: ({ first }) => yearWords(first) },
  { id: "paid", label: texts.paid, value: ({ first }) => paidWords(first) },
  { id: "counts", label: texts.counts, value: ({ first }) => countsWords(first), long: true },
];
