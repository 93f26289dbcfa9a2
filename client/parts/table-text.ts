/** A table as text that can be pasted: for a spreadsheet, and for a document. */

export interface ClipTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Cells with tabs between, rows with line feeds; a tab or a break inside a cell becomes a space. */
export const tabbed = ({ head, rows }: ClipTable): string =>
  [head, ...rows]
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => ENTITIES[character]!);

/** The same as a table of HTML, with nothing but cells in it. */
export function asHtml({ head, rows }: ClipTable): string {
  const cells = (row: readonly string[], tag: string) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${cells(head, "th")}</thead><tbody>${rows.map((row) => cells(row, "td")).join("")}</tbody></table>`;
}
