/**
 * A spreadsheet runs a text cell that begins with = + - @, a tab or a return. Such a cell is written
 * with an apostrophe before it. One that already begins so gets another, so that taking the guard
 * off gives back every text there is.
 */
const RUNS = /^'*[=+\-@\t\r]/;

/** A text cell as an export writes it. */
export const guard = (text: string) => (RUNS.test(text) ? `'${text}` : text);

/** A cell in which something means something in CSV stands in quotes, its own quotes doubled. */
export const quoted = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A text cell as it was before {@link guard}. */
export const unguard = (text: string) =>
  text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
