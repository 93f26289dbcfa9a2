/** The parts that server-made pages are put together from. */
import { area, longDate } from "../../../client/format.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { shared } from "../../../client/texts/shared.ts";
import type { EvidenceReply } from "../../contract/evidence.ts";
import { isoDate } from "../../core/units.ts";
import { html, type Insert, type Markup } from "../markup.ts";
import { pageTexts } from "./page-texts.ts";

export interface Column<Row> {
  readonly head: string;
  /** What the head means, where the word alone does not say it. */
  readonly meaning?: string;
  readonly cell: (row: Row, index: number) => Insert;
  /** Figures stand to the right, under one another. */
  readonly figure?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
}

/** A table; its caption is for those who do not see the heading over it. A narrow screen scrolls it by itself, by key too. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  empty: string = pageTexts.emptyTable,
): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const kind = ({ figure }: Column<Row>) => (figure ? html` class="figure"` : "");
  const head = columns.map((column) => {
    const word = column.meaning
      ? html`<abbr title="${column.meaning}">${column.head}</abbr>`
      : column.head;
    return html`<th scope="col"${kind(column)}>${word}</th>`;
  });
  const body = rows.map((row, index) => {
    const cells = columns.map((column) =>
      column.names
        ? html`<th scope="row">${column.cell(row, index)}</th>`
        : html`<td${kind(column)}>${column.cell(row, index)}</td>`,
    );
    return html`<tr>${cells}</tr>
`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

/** Words and what they stand for; what is empty is left out. */
export function facts(rows: readonly (readonly [string, Insert])[]): Markup {
  const written = rows.filter(([, value]) => value !== "" && value !== undefined && value !== null);
  return html`<dl class="facts">${written.map(([word, value]) => html`<div><dt>${word}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export const paragraphs = (sentences: readonly string[], kind = ""): Markup =>
  html`${sentences.map((text) => html`<p${kind && html` class="${kind}"`}>${text}</p>`)}`;

export const link = (href: string, words: Insert): Markup => html`<a href="${href}">${words}</a>`;

/** Where a statement comes from: the document, or that none was read. */
export function evidence({ confidence, source, notes, dateRead }: EvidenceReply): Markup {
  const read = dateRead === null ? undefined : isoDate(dateRead);
  return html`<span class="${confidence}">${shared[confidence]}</span> ${source || texts.noSource}${
    source && !source.endsWith(".") ? "." : ""
  }${read && html` ${texts.dateRead(longDate(read))}`}${notes && html` <i>${notes}</i>`}`;
}

export const dateWords = (date: string | null): string => {
  const day = date === null ? undefined : isoDate(date);
  return day ? longDate(day) : pageTexts.notRecorded;
};

export const areaWords = (squareMetres: number | null): string =>
  squareMetres === null ? pageTexts.notKnown : area(squareMetres);
