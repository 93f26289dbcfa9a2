/**
 * HTML and SVG as text: a template in which everything that is put in is escaped, unless it is
 * markup itself. Values may only stand in text and between the double quotes of an attribute.
 */

/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes in: nothing (undefined, null, false), text, a number, markup, or a list. */
export type Insert = undefined | null | false | string | number | Markup | readonly Insert[];

/** Markup of a template: `html\`<p title="${title}">${words}</p>\``. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  let markup = parts[0]!;
  inserts.forEach((insert, i) => {
    markup += textOf(insert) + parts[i + 1]!;
  });
  return { markup };
}

/** SVG is written as HTML is. */
export const svg = html;

/** Markup that was made elsewhere and is trusted: never a person's text. */
export const trusted = (markup: string): Markup => ({ markup });

/** Parts with something between them. */
export const joined = (parts: readonly Insert[], between: string): Markup => ({
  markup: parts.map(textOf).join(escaped(between)),
});

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Control characters have no place in XML, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that stands for itself in HTML and XML, between quotes too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!).replace(UNWRITABLE, "\ufffd");

function textOf(insert: Insert): string {
  if (insert === undefined || insert === null || insert === false) return "";
  if (typeof insert === "string") return escaped(insert);
  if (typeof insert === "number") return String(insert);
  if (isMarkup(insert)) return insert.markup;
  return insert.map(textOf).join("");
}

const isMarkup = (insert: Markup | readonly Insert[]): insert is Markup => "markup" in insert;
