import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";

/**
 * Refuse a column that was named by hand and is not in the file: passed over in silence, a slip of
 * the pen would give every feature another id.
 *
 * @throws AppError input/invalid
 */
export function expectColumns(
  path: string,
  columns: readonly string[],
  named: Iterable<string>,
): void {
  for (const column of named) {
    if (columns.includes(column)) continue;
    throw new AppError(
      "input/invalid",
      `${basename(path)} has no column "${column}". It has: ${columns.join(", ") || "none"}.`,
      { file: path, column, columns },
    );
  }
}
