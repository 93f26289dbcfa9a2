/** One export without script: its fields with their meaning, how it begins, its files, what it rests on. */
import { bytes } from "../../../client/format.ts";
import { texts } from "../../../client/texts/export.ts";
import { shared } from "../../../client/texts/shared.ts";
import { queryText } from "../../contract/page-question.ts";
import { questionParams } from "../../contract/question.ts";
import type { Study } from "../../core/model.ts";
import type { Field, Table, Value } from "../exports/export.ts";
import { listText } from "../exports/formats/csv.ts";
import type { ExportUnit } from "../exports/unit.ts";
import { sizesOf } from "../exports/units.ts";
import { html } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { type Column, dateWords, link, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { choice, questionForm } from "./plain-form.ts";

export const EXPORT_DOOR = "/plain/export";

/** Rows that are shown of the file. */
const FIRST_ROWS = 10;

export interface ExportFiles {
  readonly unit: ExportUnit;
  /** Every field of the unit, and those that are wanted. */
  readonly whole: Table;
  readonly chosen: Table;
  /** As they were asked for; absent is all. */
  readonly fields: readonly string[] | undefined;
}

/** @param answered the units that can be chosen */
export function exportPage(
  study: Study,
  asked: PageQuestion,
  answered: readonly ExportUnit[],
  { unit, whole, chosen: file, fields }: ExportFiles,
): PlainPage {
  const { question } = asked;
  const more: [string, string][] = fields ? [["fields", fields.join(",")]] : [];
  const query = queryText([...questionParams(question), ...more]);
  const units = answered.map(({ id, title }) => ({ value: id, word: title }));
  const columns = file.fields.map(
    ({ name, type }, at): Column<readonly Value[]> => ({
      head: name,
      names: at === 0,
      figure: type === "integer" || type === "real",
      cell: (row) => cellWords(row[at] ?? null),
    }),
  );
  const rows = file.rows.slice(0, FIRST_ROWS);
  const body = html`<p>${texts.lead}</p>
${questionForm(EXPORT_DOOR, study, asked, { ranked: false, fields: choice("unit", texts.what, units, unit.id) })}
<h2>${texts.format}</h2>
<ul>${sizesOf(unit, whole, file).map(({ format, bytes: size }) => {
    const address = format.units ? queryText(questionParams(question)) : query;
    return html`<li>${link(`/export/${unit.id}.${format.id}${address}`, format.title)}, ${bytes(size)}. ${texts.formatNotes[format.id]}</li>`;
  })}<li>${link(`/export/${unit.id}.meta.json${query}`, texts.aboutFile)}</li></ul>
<h2>${texts.preview(rows.length, file.rows.length)}</h2>
${table(texts.previewCaption, columns, rows, texts.noRows)}
<h2>${texts.fieldsChosen(file.fields.length, fields ? undefined : file.fields.length)}</h2>
${table<Field>(
  texts.fieldsCaption,
  [
    { head: texts.field, names: true, cell: ({ name }) => name },
    { head: texts.type, cell: ({ type }) => texts.types[type] },
    { head: texts.meaning, cell: ({ meaning }) => meaning },
  ],
  file.fields,
)}
<h2>${texts.citation}</h2>
<p>${file.about.citation}</p>`;
  const app: [string, string][] = [["d", question.at], ["unit", unit.id], ...more];
  return {
    heading: `${shared.screens.export}: ${unit.title}, ${dateWords(question.at)}`,
    body,
    door: EXPORT_DOOR,
    app: `/export${queryText(app)}`,
  };
}

const cellWords = (value: Value) =>
  value === null ? pageTexts.notKnown : typeof value === "object" ? listText(value) : String(value);
