/** The fields of a file with what each means; those that are not wanted can be left out. */
import type { ExportPreviewReply } from "../../../server/contract/exports-reply.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/export.ts";

type Field = ExportPreviewReply["fields"][number];

/** Names of the fields that are taken, in the file's order: the first always is. */
export function chosenFields(
  fields: readonly Pick<Field, "name">[],
  wanted: string | undefined,
): readonly string[] {
  const names = fields.map(({ name }) => name);
  const known = (wanted ?? "").split(",").filter((name) => names.includes(name));
  return known.length === 0 ? names : names.filter((name, i) => i === 0 || known.includes(name));
}

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly chosen: readonly string[];
}

export function Fields({ fields, chosen }: FieldsProps) {
  const { setParams } = useActions();
  const choose = (names: readonly string[]) =>
    setParams({ fields: names.length < fields.length ? names.join(",") : undefined });
  const toggle = (name: string) =>
    choose(
      fields.flatMap((field) =>
        chosen.includes(field.name) !== (field.name === name) ? [field.name] : [],
      ),
    );
  const isFirst = (name: string) => name === fields[0]?.name;
  return (
    <section aria-labelledby="fields-heading">
      <SectionHead
        id="fields-heading"
        heading={texts.fieldsChosen(chosen.length, fields.length)}
        note={texts.fieldsNote}
      >
        {chosen.length < fields.length && (
          <button
            type="button"
            class="text-button"
            onClick={() => choose(fields.map(({ name }) => name))}
          >
            {texts.allFields}
          </button>
        )}
      </SectionHead>
      <DataTable<Field>
        caption={texts.fieldsCaption}
        columns={[
          {
            id: "field",
            label: texts.field,
            value: ({ name }) => name,
            cell: ({ name }) => (
              <label class="field-choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  disabled={isFirst(name)}
                  onChange={() => toggle(name)}
                />
                {name}
              </label>
            ),
            head: true,
          },
          { id: "type", label: texts.type, value: ({ type }) => texts.types[type] },
          {
            id: "meaning",
            label: texts.meaning,
            value: ({ name, meaning }) => (isFirst(name) ? texts.alwaysThere(meaning) : meaning),
          },
        ]}
        rows={fields}
        keyOf={({ name }) => name}
        empty={texts.noRows}
      />
    </section>
  );
}
