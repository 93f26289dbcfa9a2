/** One unit: its downloads, its fields, its first rows, and the words to cite it with. */
import type { ExportPreviewReply, ExportsReply } from "../../../server/contract/exports-reply.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import { shortVersion } from "../../format.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { CopyTableButton } from "../../parts/copy-table-button.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/export.ts";
import { cellText } from "./cell-text.ts";
import { chosenFields, Fields } from "./fields.tsx";
import { Formats } from "./formats.tsx";

interface TakenProps {
  readonly unit: ExportsReply["units"][number];
  readonly question: Question;
  /** The question, as the server's routes spell it. */
  readonly query: string;
  /** Names of the fields that are wanted, as they stand in the address; absent is all. */
  readonly wanted: string | undefined;
}

export function Taken({ unit, question, query, wanted }: TakenProps) {
  const preview = useReply<ExportPreviewReply>(`/api/v1/exports/${unit.id}?${query}`);
  return (
    <WhenLoaded of={preview} loading={texts.reading} lines={8}>
      {(reply) => {
        const fields = chosenFields(reply.fields, wanted);
        const some = fields.length < reply.fields.length ? fields.join(",") : undefined;
        return (
          <>
            <Fields fields={reply.fields} chosen={fields} />
            <Formats unit={unit} question={question} query={query} fields={some} />
            <Rows reply={reply} chosen={fields} />
            <Methods about={reply.about} />
          </>
        );
      }}
    </WhenLoaded>
  );
}

type Row = ExportPreviewReply["rows"][number];

function Rows(props: { reply: ExportPreviewReply; chosen: readonly string[] }) {
  const { reply, chosen } = props;
  const { rows, total, unit } = reply;
  const shown = reply.fields.flatMap((field, i) =>
    chosen.includes(field.name) ? [{ field, i }] : [],
  );
  const columns = shown.map(({ field, i }) => ({
    id: field.name,
    label: field.name,
    title: field.meaning,
    number: field.type === "integer" || field.type === "real",
    head: i === 0,
    value: (row: Row) => cellText(row[i] ?? null) || undefined,
  }));
  return (
    <section aria-labelledby="rows-heading">
      <SectionHead id="rows-heading" heading={texts.preview(rows.length, total)}>
        <CopyTableButton
          label={texts.copyTable}
          table={() => ({
            head: shown.map(({ field }) => field.name),
            rows: rows.map((row) => shown.map(({ i }) => cellText(row[i] ?? null))),
          })}
        />
      </SectionHead>
      <DataTable
        caption={`${texts.previewCaption}: ${unit}`}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.map(cellText).join("\t")}
        empty={texts.noRows}
      />
    </section>
  );
}

function Methods({ about }: { about: ExportPreviewReply["about"] }) {
  const text = texts.methodsText({
    title: about.title.charAt(0).toUpperCase() + about.title.slice(1),
    version: shortVersion(about.data_version),
    areas: about.areas,
    grid: about.grid_m === null ? "its own" : `${about.grid_m} m`,
    certificate: about.certificate.passed,
    of: about.certificate_of,
    incomplete: about.completeness.length,
    sources: about.sources.map(({ title, licence }) => `${title} (${licence})`),
  });
  return (
    <section aria-labelledby="methods-heading">
      <SectionHead id="methods-heading" heading={texts.methods} note={texts.methodsNote}>
        <CopyButton label={texts.copyMethods} text={() => `${text} ${about.citation}`} />
        <CopyButton label={texts.copyCitation} text={() => about.citation} />
      </SectionHead>
      <p class="methods">{text}</p>
      <p class="methods">
        <b>{texts.citation}.</b> {about.citation}
      </p>
    </section>
  );
}
