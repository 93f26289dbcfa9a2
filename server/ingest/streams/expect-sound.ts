import { AppError } from "../../core/errors.ts";
import type { FileProblem } from "./row-cells.ts";

/** How many problems an error lists; a file of a thousand wrong rows says the same thing often. */
const LISTED = 100;

/**
 * Refuse a file with problems: the first is the sentence, all are in the detail.
 *
 * @throws AppError with the code of the first problem
 */
export function expectSound(file: string, problems: readonly FileProblem[]): void {
  const sorted = problems.toSorted((a, b) => a.row - b.row);
  const [first] = sorted;
  if (!first) return;
  const more = sorted.length - 1;
  const others =
    more === 0 ? "" : ` ${more} more ${more === 1 ? "problem" : "problems"} in the file.`;
  throw new AppError(first.code, `${first.message} Nothing was stored.${others}`, {
    file,
    place: first.place,
    row: first.row,
    column: first.column,
    problems: sorted.slice(0, LISTED),
    count: sorted.length,
  });
}
