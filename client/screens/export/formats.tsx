/** The formats of a unit: what each is for, how large the file will be, and how to ask for it again. */
import type { ExportSizesReply, ExportsReply } from "../../../server/contract/exports-reply.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import { exportCommand } from "../../api.ts";
import { bytes } from "../../format.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/export.ts";

interface FormatsProps {
  readonly unit: ExportsReply["units"][number];
  readonly question: Question;
  readonly query: string;
  /** Names of the fields that are wanted, with commas between; absent is all. */
  readonly fields: string | undefined;
}

/** A diary is made of columns that may not be left out. */
const WITHOUT_FIELDS = "ics";

export function Formats({ unit, question, query, fields }: FormatsProps) {
  const narrowed = fields === undefined ? query : `${query}&fields=${fields}`;
  const sizes = useReply<ExportSizesReply>(`/api/v1/exports/${unit.id}/sizes?${narrowed}`);
  return (
    <section aria-labelledby="format-heading">
      <SectionHead id="format-heading" heading={texts.format} note={texts.timeNote} />
      <ul class="formats">
        {unit.formats.map(({ id, title }) => {
          const takes = fields !== undefined && id !== WITHOUT_FIELDS;
          const path = `/export/${unit.id}.${id}?${takes ? narrowed : query}`;
          return (
            <li key={id}>
              <a class="button" href={path} download>
                {texts.download(title)}
              </a>
              <span class="file-size" aria-busy={sizes.status === "loading"}>
                {sizeWords(sizes, id)}
              </span>
              <span class="note">{texts.formatNotes[id]}</span>
              <CopyButton
                label={texts.copyCommand}
                of={title}
                text={() => exportCommand(unit.id, id, question, takes ? { fields } : {})}
              />
              <CopyButton
                label={texts.copyCall}
                of={title}
                text={() => `curl '${location.origin}${path}'`}
              />
            </li>
          );
        })}
        <li>
          <a href={`/export/${unit.id}.meta.json?${narrowed}`}>{texts.aboutFile}</a>
        </li>
      </ul>
    </section>
  );
}

function sizeWords(sizes: Loaded<ExportSizesReply>, format: string): string {
  if (sizes.status === "loading") return texts.weighing;
  if (sizes.status === "failed") return texts.sizeUnknown;
  const found = sizes.value.sizes.find((size) => size.format === format);
  return found ? bytes(found.bytes) : texts.sizeUnknown;
}
