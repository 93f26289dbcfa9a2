/** One unit: its downloads, its fields, its first rows, and the words to cite it with. */
import type { ExportPreviewReply, ExportsReply } from "../../../server/contract/exports-reply.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import { exportCommand } from "../../api.ts";
import { shortVersion } from "../../format.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { CopyTableButton } from "../../parts/copy-table-button.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/export.ts";
import { cellText } from "./cell-text.ts";

interface TakenProps {
  readonly unit: ExportsReply["units"][number];
  readonly question: Question;
  /** The question, as the server's routes spell it. */
  readonly query: string;
}

export function Taken({ unit, question, query }: TakenProps) {
  const preview = useReply<ExportPreviewReply>(`/api/v1/exports/${unit.id}?${query}`);
  return (
    <>
      <section aria-labelledby="format-heading">
        <SectionHead id="format-heading" heading={texts.format} note={texts.timeNote} />
        <ul class="formats">
          {unit.formats.map(({ id, title }) => (
            <li key={id}>
              <a class="button" href={`/export/${unit.id}.${id}?${query}`} download>
                {texts.download(title)}
              </a>
              <span class="note">{texts.formatNotes[id]}</span>
              <CopyButton
                label={texts.copyCommand}
                of={title}
                text={() => exportCommand(unit.id, id, question)}
              />
              <CopyButton
                label={texts.copyCall}
                of={title}
                text={() => `curl '${location.origin}/export/${unit.id}.${id}?${query}'`}
              />
            </li>
          ))}
          <li>
            <a href={`/export/${unit.id}.meta.json?${query}`}>{texts.aboutFile}</a>
          </li>
        </ul>
      </section>
      <WhenLoaded of={preview} loading={texts.reading} lines={8}>
        {(reply) => (
          <>
            <Rows reply={reply} />
            <Fields fields={reply.fields} />
            <Methods about={reply.about} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}

type Row = ExportPreviewReply["rows"][number];

function Rows({ reply }: { reply: ExportPreviewReply }) {
  const { fields, rows, total, unit } = reply;
  const columns = fields.map((field, i) => ({
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
            head: fields.map(({ name }) => name),
            rows: rows.map((row) => row.map(cellText)),
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

type Field = ExportPreviewReply["fields"][number];

function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <section aria-labelledby="fields-heading">
      <SectionHead id="fields-heading" heading={texts.fields} />
      <DataTable<Field>
        caption={texts.fieldsCaption}
        columns={[
          { id: "field", label: texts.field, value: ({ name }) => name, head: true },
          { id: "type", label: texts.type, value: ({ type }) => texts.types[type] },
          { id: "meaning", label: texts.meaning, value: ({ meaning }) => meaning },
        ]}
        rows={fields}
        keyOf={({ name }) => name}
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
