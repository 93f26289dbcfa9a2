/**
 * A spreadsheet runs a text cell that begins with = + - @, a tab or a return. Such a cell is written
 * with an apostrophe before it. One that already begins so gets another, so that taking the guard
 * off gives back every text there is.
 */
const RUNS = /^'*[=+\-@\t\r]/;

/** A text cell as an export writes it. */
export const guard = (text: string) => (RUNS.test(text) ? `'${text}` : text);

/** A text cell as it was before {@link guard}. */
export const unguard = (text: string) =>
  text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
