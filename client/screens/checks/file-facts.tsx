/** What the file was: coordinates and how sure they are, who took it in, what its columns hold. */
import type { CheckReply } from "../../../server/contract/check-report.ts";
import { dayOf, verdictWords } from "../../check-words.ts";
import { count, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { texts } from "../../texts/checks.ts";

export function FileFacts({ reply }: { reply: CheckReply }) {
  const { report } = reply;
  const facts: readonly (readonly [string, string])[] = [
    [texts.found, verdictWords(reply)],
    [texts.taken, dayOf(reply.checked_at)],
    [texts.who, reply.who || texts.notRecorded],
    [texts.source, reply.source || texts.notRecorded],
    [texts.format, report.format],
    [texts.coordinates, report.crs ?? texts.noCoordinates],
    ...(report.crs === null
      ? []
      : ([
          [texts.known, report.crs_known ?? texts.notRecorded],
          [texts.sure, report.crs_sure ?? texts.sureUnknown],
          [texts.points, count(report.vertices)],
        ] as const)),
    [texts.hash, reply.sha256.replace(/^sha256:/, "")],
  ];
  return (
    <section aria-labelledby="file-heading">
      <SectionHead id="file-heading" heading={texts.about} />
      <dl class="checks-facts">
        {facts.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.notes.length > 0 && (
        <>
          <h3>{texts.notes}</h3>
          <ul class="checks-notes">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{texts.columns}</h3>
      <DataTable
        caption={texts.columnsCaption}
        columns={columns}
        rows={report.fields}
        keyOf={({ column }) => column}
        empty={texts.noColumns}
      />
    </section>
  );
}

const columns: readonly Column<CheckReply["report"]["fields"][number]>[] = [
  { id: "column", label: texts.column, head: true, value: ({ column }) => column },
  { id: "holds", label: texts.holds, value: ({ holds }) => holds ?? texts.notTaken },
  {
    id: "confidence",
    label: texts.confidence,
    number: true,
    value: ({ confidence }) => confidence ?? undefined,
    cell: ({ confidence }) => (confidence === null ? "" : percent(confidence)),
  },
  {
    id: "filled",
    label: texts.filled,
    number: true,
    value: ({ filled }) => filled,
    cell: ({ filled }) => count(filled),
  },
  { id: "example", label: texts.example, value: ({ example }) => example ?? "" },
];
